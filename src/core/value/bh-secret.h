/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a name promises a secret: DB_PASSWORD, API_KEY, but not DB_PASSWORD_FILE or PWD. */
gboolean bh_secret_is_name (const char *name);
/* Whether a value has the shape of one: a token of a known service, a private key, an address with
 * a password in it. */
gboolean bh_secret_is_value (const char *value);
/* Whether a value names a file rather than being the secret itself. */
gboolean bh_secret_is_path (const char *value);
/* Whether a password is one that is tried first: empty, "postgres", "changeme"… */
gboolean bh_secret_is_guessable (const char *value);
/* Whether a value only turns something on or off, or is empty: that is no secret. */
gboolean bh_secret_is_switch (const char *value);

G_END_DECLS
