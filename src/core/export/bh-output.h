/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "bh-note.h"
#include "run/bh-state.h"

G_BEGIN_DECLS

#define BH_SPAN_IMAGE (-1)
#define BH_SPAN_COMMAND (-2)

/**
 * BhSpan:
 * @begin: first byte of the output
 * @end: the byte after the last
 * @setting: the setting whose words these are, %BH_SPAN_IMAGE or %BH_SPAN_COMMAND
 * @value: the first byte of the value within the span (= @begin when there is no separate option
 * word)
 */
typedef struct
{
  gsize begin;
  gsize end;
  gsize value;
  int setting;
} BhSpan;

/**
 * BhOutput:
 * @text: what to paste, ending in a newline
 * @spans: (element-type BhSpan): which bytes come from which setting, in order. A setting may have
 *   several spans (in Compose) or none.
 * @notes: (element-type BhNote): what this target cannot say or says otherwise
 */
struct _BhOutput
{
  GString *text;
  GArray *spans;
  GPtrArray *notes;
};

BhOutput *bh_output_new (void);
void bh_output_free (BhOutput *self);
void bh_output_add_span (BhOutput *self, gsize begin, gsize value, gsize end, int setting);

typedef enum
{
  BH_EXPORT_DEFAULT = 0,
  BH_EXPORT_SHORT = 1 << 0, /* short option names where there are any: -p for --publish */
} BhExportFlags;

/**
 * BhTargetRole: where a target is offered.
 * @BH_TARGET_PASTE: everywhere
 * @BH_TARGET_ONE_LINE: as another shape of the target before it in the table
 * @BH_TARGET_DOCUMENT: for files, not for pasting
 */
typedef enum
{
  BH_TARGET_PASTE,
  BH_TARGET_ONE_LINE,
  BH_TARGET_DOCUMENT,
} BhTargetRole;

/**
 * BhTarget:
 * @id: word for the command line: "run", "run-oneline", "compose", "profile"
 * @title: N_() what the output tab says
 * @language: GtkSourceView language id
 * @suffix: file name suffix for saving
 * @export_state: one state to an output (transfer full); never NULL: what cannot be said is a note
 * @role: where it is offered
 * @export_all: (nullable): several states in one file; NAMES may be NULL or hold NULLs
 */
struct _BhTarget
{
  const char *id;
  const char *title;
  const char *language;
  const char *suffix;
  BhOutput *(*export_state) (const BhState *state, BhExportFlags flags);
  BhTargetRole role;
  BhOutput *(*export_all) (BhState *const *states,
                           const char *const *names,
                           guint n_states,
                           BhExportFlags flags);
};

/* The rows; a new target is one file and one row. N_TARGETS may be NULL. */
const BhTarget *bh_target_table (guint *n_targets);
const BhTarget *bh_target_find (const char *id);
/* The shape of TARGET on one line; TARGET itself when it has none. */
const BhTarget *bh_target_on_one_line (const BhTarget *target);

BhOutput *bh_export_run (const BhState *state, BhExportFlags flags);
BhOutput *bh_export_run_oneline (const BhState *state, BhExportFlags flags);
/* Several containers, those first that others need. Services of a Compose file get the networks
 * that it makes, and names to find one another by. NAMES as below; without spans, unless there is
 * only one. */
BhOutput *bh_export_run_all (BhState *const *states,
                             const char *const *names,
                             guint n_states,
                             BhExportFlags flags);
BhOutput *bh_export_run_oneline_all (BhState *const *states,
                                     const char *const *names,
                                     guint n_states,
                                     BhExportFlags flags);
BhOutput *bh_export_compose (const BhState *state, BhExportFlags flags);
/* Several containers in one Compose file. NAMES may be NULL or hold NULLs: made from name or image.
 */
BhOutput *bh_export_compose_all (BhState *const *states,
                                 const char *const *names,
                                 guint n_states,
                                 BhExportFlags flags);
/* Our own JSON, which says everything; see docs/profile.md. */
BhOutput *bh_export_profile (const BhState *state, BhExportFlags flags);
/* A list of profiles; NAMES as above. Without spans, unless there is only one. */
BhOutput *bh_export_profile_all (BhState *const *states,
                                 const char *const *names,
                                 guint n_states,
                                 BhExportFlags flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhOutput, bh_output_free)

G_END_DECLS
