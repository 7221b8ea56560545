/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-json.h"
#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * BhProfileReader:
 * @json: the text
 * @builder: what was read so far
 * @accepted: (element-type utf8): "rule subject" of each acceptance, to find what stands there
 * twice
 * @notes: (element-type BhNote): where to add notes
 * @service: (nullable): the service of a Compose file that it came from
 * @compose: the lines of YAML that were read
 *
 * One profile being read.
 */
typedef struct
{
  BhJson *json;
  BhStateBuilder builder;
  GHashTable *accepted;
  GPtrArray *notes;
  const char *service;
  GString *compose;
} BhProfileReader;

/* Whether the text is JSON that says of itself that it is a profile. */
gboolean bh_profile_recognises (const char *text, gsize len);

/* The member of OWNER that has to be a text without expansions. */
const char *
bh_profile_expect_string (BhProfileReader *self, JsonNode *owner, const char *name, GError **error);
gboolean bh_profile_expect_object (BhProfileReader *self, JsonNode *node, GError **error);

/* Calls READ for each item of NODE, the member NAME, which has to be a list. */
gboolean
bh_profile_read_each (BhProfileReader *self,
                      JsonNode *node,
                      const char *name,
                      gboolean (*read) (BhProfileReader *self, JsonNode *node, GError **error),
                      GError **error);

/* The members of OWNER that are not KNOWN, as they are written, so that they can be written again.
 * (transfer full) (nullable) */
char *bh_profile_dup_extra (BhProfileReader *self, JsonNode *owner, const char *const *known);

/* The members "settings" and "accepted". */
gboolean bh_profile_read_settings (BhProfileReader *self, JsonNode *node, GError **error);
gboolean bh_profile_read_accepted (BhProfileReader *self, JsonNode *node, GError **error);

G_END_DECLS
