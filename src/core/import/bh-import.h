/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "bh-note.h"
#include "run/bh-state.h"

G_BEGIN_DECLS

/* The most that is read: more is refused at once. */
#define BH_IMPORT_MAX_BYTES (16 * 1024 * 1024)

/**
 * BhImport:
 * @states: (element-type BhState): the containers, in the order of the text; at least one
 * @names: (element-type utf8) (nullable): the service of each state of a Compose file, or the name
 *   of each of several containers
 * @notes: (element-type BhNote): what was repaired, ignored or unknown
 *
 * What was read from a text.
 */
struct _BhImport
{
  GPtrArray *states;
  GPtrArray *names;
  GPtrArray *notes;
};

BhImport *bh_import_new (void);
void bh_import_free (BhImport *self);

/**
 * bh_import_command:
 * @text: one or several `docker run` lines as people paste them, valid UTF-8 or not
 * @len: bytes, -1 if NUL-terminated
 *
 * Nothing in the text is ever run or expanded.
 *
 * Returns: (transfer full): NULL when @error is set (%BH_ERROR)
 */
BhImport *bh_import_command (const char *text, gssize len, GError **error);
/* The same from words that a shell has split already: no expansions, one command. */
BhImport *bh_import_argv (const char *const *argv, GError **error);
/* A Compose file: a container for each service. */
BhImport *bh_import_compose (const char *text, gssize len, GError **error);
/* One profile, several, or a list of them; see docs/profile.md. */
BhImport *bh_import_profile (const char *text, gssize len, GError **error);

/* What `docker inspect` writes of one or several containers, and perhaps of their images: the
 * commands that would make them again, without what image and engine have said. */
BhImport *bh_import_inspect (const char *text, gssize len, GError **error);
/* Leaves only the container of the service NAME. */
gboolean bh_import_choose (BhImport *self, const char *name, GError **error);

/* By its content: the first source that recognises the text. */
BhImport *bh_import_text (const char *text, gssize len, GError **error);

/**
 * BhSource:
 * @id: word for the command line: "profile", "command"
 * @recognises: whether the LEN bytes at TEXT are of this kind, from their looks alone; they may be
 * anything. %NULL for the last source, which takes all that the others do not
 * @import: reads it; as bh_import_text()
 *
 * A kind of text that containers are read from.
 */
struct _BhSource
{
  const char *id;
  gboolean (*recognises) (const char *text, gsize len);
  BhImport *(*import) (const char *text, gssize len, GError **error);
};

/* The rows, in the order they are asked; a new source is one file and one row. N_SOURCES may be
 * NULL. */
const BhSource *bh_source_table (guint *n_sources);
const BhSource *bh_source_find (const char *id);
const BhSource *bh_source_recognise (const char *text, gsize len);

/* What every source refuses: too much, not UTF-8, with a NUL. */
gboolean bh_import_check_text (const char *text, gsize len, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhImport, bh_import_free)

G_END_DECLS
