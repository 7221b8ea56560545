/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/**
 * BhExpansionKind:
 * @BH_EXPANSION_PARAMETER: `$HOME`, `${X:-y}`
 * @BH_EXPANSION_COMMAND: `$(pwd)` or backquotes
 * @BH_EXPANSION_ARITHMETIC: `$((1 + 1))`
 * @BH_EXPANSION_TILDE: a leading `~` or `~user`
 *
 * What the shell will put in the place of an expansion. Bulkhead never expands anything itself.
 */
typedef enum
{
  BH_EXPANSION_PARAMETER,
  BH_EXPANSION_COMMAND,
  BH_EXPANSION_ARITHMETIC,
  BH_EXPANSION_TILDE,
} BhExpansionKind;

/**
 * BhExpansion:
 * @range: its bytes in the text, `$` included, as the person wrote them
 * @kind: its kind
 * @splits: it stood outside quotes, so that the shell may make several words of it, or none
 */
typedef struct
{
  BhRange range;
  BhExpansionKind kind;
  gboolean splits;
} BhExpansion;

/**
 * BhText:
 * @str: the text, NUL-terminated, valid UTF-8, with expansions as they were written
 * @len: its length in bytes
 * @expansions: the stretches that the shell will replace, in order, not overlapping
 * @n_expansions: how many
 *
 * A value that knows its shell expansions: in `"$PWD/data:/data"` the shell puts something in the
 * place of `$PWD`, in `'PASS=a$b'` the dollar is a dollar. Immutable and ref-counted; the fields
 * are for reading.
 */
struct _BhText
{
  guint ref_count;
  guint len;
  guint n_expansions;
  const BhExpansion *expansions;
  char str[];
};

BhText *bh_text_new (const char *literal);
BhText *bh_text_new_len (const char *literal, gsize len);
BhText *bh_text_new_printf (const char *format, ...) G_GNUC_PRINTF (1, 2);
BhText *bh_text_ref (BhText *self);
void bh_text_unref (BhText *self);
gboolean bh_text_equal (const BhText *a, const BhText *b);

/* No expansions: what is written is what the container gets. */
gboolean bh_text_is_literal (const BhText *self);

/* The expansion that covers byte AT, or NULL. */
const BhExpansion *bh_text_expansion_at (const BhText *self, guint at);

/* The first byte C in [FROM, END) outside expansions, or END. END may be G_MAXUINT for all. */
guint bh_text_find (const BhText *self, guint from, guint end, char c);
/* The last one, or G_MAXUINT when there is none. */
guint bh_text_rfind (const BhText *self, guint from, guint end, char c);

/* Whether any byte of RANGE belongs to an expansion. */
gboolean bh_text_range_expands (const BhText *self, BhRange range);
/* (transfer full): the stretch as a text of its own, expansions kept. */
BhText *bh_text_sub (const BhText *self, BhRange range);
/* (transfer full): the bytes of the stretch. */
char *bh_text_dup_range (const BhText *self, BhRange range);
gboolean bh_text_range_equal (const BhText *self, BhRange range, const char *literal);

/*
 * bh_text_edit:
 *
 * What SELF becomes when a person changes its characters to STR in an entry: expansions that they
 * did not touch stay expansions, everything that is new is literal. (transfer full)
 */
BhText *bh_text_edit (const BhText *self, const char *str);

/* Making a text piece by piece. */
typedef struct
{
  GString *str;
  GArray *expansions;
} BhTextBuilder;

void bh_text_builder_init (BhTextBuilder *self);
void bh_text_builder_append (BhTextBuilder *self, const char *literal, gssize len);
void bh_text_builder_append_c (BhTextBuilder *self, char c);
void bh_text_builder_append_expansion (BhTextBuilder *self,
                                       BhExpansionKind kind,
                                       const char *source,
                                       gsize len,
                                       gboolean splits);
void bh_text_builder_append_range (BhTextBuilder *self, const BhText *text, BhRange range);
void bh_text_builder_append_text (BhTextBuilder *self, const BhText *text);
/* (transfer full): the text; the builder is empty and may be used again. */
BhText *bh_text_builder_end (BhTextBuilder *self);
void bh_text_builder_clear (BhTextBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhText, bh_text_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhTextBuilder, bh_text_builder_clear)

G_END_DECLS
