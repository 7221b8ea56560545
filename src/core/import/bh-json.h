/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "bh-error.h"
#include "bh-types.h"

G_BEGIN_DECLS

/* Nesting and number of values beyond which a text is refused: no container needs as much, and what
 * is read takes memory. */
#define BH_JSON_MAX_DEPTH 64
#define BH_JSON_MAX_VALUES 250000

/**
 * BhJson:
 * @roots: (element-type JsonNode): the values of the text, one after the other; at least one
 *
 * JSON read from a text that nobody vouches for. What json-glib would take or lose in silence
 * (comments, a NUL in a string, a member that stands twice, nesting without end) is an error, and
 * every value knows where it stands. The other fields are private.
 */
typedef struct
{
  GPtrArray *roots;
  const char *text;
  GHashTable *places; /* of each JsonNode */
  GArray *scanned;
  GArray *marks; /* of BhLocation: every few hundred bytes, to count on from */
} BhJson;

/* TEXT is valid UTF-8 without NULs, LEN bytes, and has to outlive what is returned.
 * (transfer full) */
BhJson *bh_json_parse (const char *text, guint len, GError **error);
void bh_json_free (BhJson *self);

/* NULL if NODE is NULL or no string; json-glib's own must not be asked about lists and objects. */
const char *bh_json_get_string (JsonNode *node);

/* Where NODE stands. */
BhLocation bh_json_locate (BhJson *self, JsonNode *node);
/* (transfer full): NODE as it is written in the text. */
char *bh_json_dup_source (BhJson *self, JsonNode *node);

/* Sets a syntax error whose message begins with the place of NODE. Always FALSE. */
gboolean bh_json_refuse (BhJson *self, JsonNode *node, GError **error, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* Whether the text looks like JSON rather than like a command or YAML. */
gboolean bh_json_recognises (const char *text, gsize len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhJson, bh_json_free)

G_END_DECLS
