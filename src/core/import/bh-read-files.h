/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * BhFileLoader:
 * @path: as it stands in the command
 * @user_data: what was handed to bh_state_read_files()
 *
 * Returns: (transfer full): what is in the file; NULL when @error is set
 */
typedef GBytes *(*BhFileLoader) (const char *path, gpointer user_data, GError **error);

/* Whether the state names files of variables or of labels that could be read. */
gboolean bh_state_names_files (const BhState *state);

/**
 * bh_state_read_files:
 * @load: asked for each file of --env-file and --label-file; called in the caller's thread
 * @notes: (element-type BhNote) (nullable): where to tell what was left as it is
 *
 * Nothing is read unless somebody asks for it, by calling this. In the place of the files come the
 * variables and labels in them, where they count as much as before: the client takes files before
 * --env and --label, and the last of a name wins.
 *
 * Returns: (transfer full): the state without the files; NULL when @error is set
 */
BhState *bh_state_read_files (const BhState *state,
                              BhFileLoader load,
                              gpointer user_data,
                              GPtrArray *notes,
                              GError **error);

/* A loader for files in or under the folder USER_DATA (a GFile) or with a full path; it reads no
 * more than what is needed to see that a file is too large. */
GBytes *bh_load_from_folder (const char *path, gpointer user_data, GError **error);

G_END_DECLS
