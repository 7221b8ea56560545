/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether an option of `podman run` that Docker does not have takes the next word. */
gboolean bh_podman_option_takes_value (const char *name);

/* How many words a global option of `docker` or `podman` takes, itself included (`-H`, `ssh://x`);
 * 0 when WORD is no such option. */
guint bh_global_option_n_words (const char *word, gboolean podman);

G_END_DECLS
