/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-location.h"
#include "value/bh-text.h"

G_BEGIN_DECLS

/**
 * BhTokenKind:
 * @BH_TOKEN_END: the end of the text
 * @BH_TOKEN_WORD: a word
 * @BH_TOKEN_NEWLINE: the end of a line
 * @BH_TOKEN_SEPARATOR: `;`, `&&`, `||`, `(` or `)`: another command follows
 * @BH_TOKEN_BACKGROUND: `&`
 * @BH_TOKEN_PIPE: `|`
 * @BH_TOKEN_REDIRECTION: `>`, `2>&`, `<` …: the next word is its target
 * @BH_TOKEN_COMMENT: `# …`
 */
typedef enum
{
  BH_TOKEN_END,
  BH_TOKEN_WORD,
  BH_TOKEN_NEWLINE,
  BH_TOKEN_SEPARATOR,
  BH_TOKEN_BACKGROUND,
  BH_TOKEN_PIPE,
  BH_TOKEN_REDIRECTION,
  BH_TOKEN_COMMENT,
} BhTokenKind;

/**
 * BhToken:
 * @kind: its kind
 * @quoted: for words: some of it stood in quotes or behind a backslash
 * @where: where it stands
 * @text: (nullable): for words, what it says (owned)
 */
typedef struct
{
  BhTokenKind kind;
  gboolean quoted;
  BhLocation where;
  BhText *text;
} BhToken;

void bh_token_clear (BhToken *self);

/**
 * BhShellLexer:
 *
 * Splits text into words and operators as a POSIX shell does, and never runs or expands anything.
 * What web pages do to commands (non-breaking spaces, typographic quotes, blanks behind a
 * backslash) is put right outside quotes, with a note. All fields are private.
 */
typedef struct
{
  const char *text;
  guint at;
  guint end;
  gboolean crlf;         /* every line ends in CR LF */
  gboolean continued;    /* the last thing skipped was the end of a continued line */
  gboolean ended;        /* of the word being read */
  gboolean something;    /* the word being read is there, even if empty */
  guint repaired;        /* kinds of repair that were noted already */
  BhLocation mark;       /* a place that was located, to count on from */
  BhTextBuilder builder; /* the word being read */
  gboolean quoted;
  gboolean windows_path; /* the word has C:\ in it: further backslashes are kept */
  GPtrArray *notes;
} BhShellLexer;

/* TEXT is valid UTF-8 without NULs. FROM is a place at or before the first byte to read, END the
 * byte after the last. Notes (element-type BhNote) are added to NOTES. */
void bh_shell_lexer_init (BhShellLexer *self,
                          const char *text,
                          const BhLocation *from,
                          BhRange range,
                          GPtrArray *notes);
void bh_shell_lexer_clear (BhShellLexer *self);

/* RET_TOKEN is to be cleared. After an error, bh_shell_lexer_skip_line() goes on behind the line
 * where the token began. */
gboolean bh_shell_lexer_next (BhShellLexer *self, BhToken *ret_token, GError **error);
void bh_shell_lexer_skip_line (BhShellLexer *self);
/* Goes forward to byte AT without reading. */
void bh_shell_lexer_skip_to (BhShellLexer *self, guint at);
/* Where the next thing will be read. */
BhLocation bh_shell_lexer_locate (BhShellLexer *self, guint at);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhShellLexer, bh_shell_lexer_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhToken, bh_token_clear)

G_END_DECLS
