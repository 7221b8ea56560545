/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/**
 * BhNoteKind:
 * @BH_NOTE_REPAIRED: the text was not quite a command and was put right (a typographic dash, a
 * prompt)
 * @BH_NOTE_IGNORED: part of the input is not part of the container (a pipe, a redirection, a
 * comment)
 * @BH_NOTE_UNKNOWN: an option that we do not know was kept as it came
 * @BH_NOTE_LOST: what a target cannot say
 * @BH_NOTE_CHANGED: what a target says in other words, with a difference worth knowing
 * @BH_NOTE_ABOUT: what a container that was begun with is, and why it is as it is
 */
typedef enum
{
  BH_NOTE_REPAIRED,
  BH_NOTE_IGNORED,
  BH_NOTE_UNKNOWN,
  BH_NOTE_LOST,
  BH_NOTE_CHANGED,
  BH_NOTE_ABOUT,
} BhNoteKind;

/**
 * BhNote:
 * @kind: its kind
 * @where: where in the input, line 0 if nowhere
 * @setting: the index of the setting that it is about, -1 if none
 * @message: one translated sentence
 *
 * Something worth telling about an import or an export.
 */
struct _BhNote
{
  BhNoteKind kind;
  BhLocation where;
  int setting;
  char *message;
};

const char *bh_note_kind_to_string (BhNoteKind kind);
/* (transfer full) */
BhNote *bh_note_new (BhNoteKind kind, const BhLocation *where, int setting, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void bh_note_free (BhNote *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhNote, bh_note_free)

G_END_DECLS
