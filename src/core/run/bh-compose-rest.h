/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "value/bh-text.h"
#include "value/bh-yaml-node.h"

G_BEGIN_DECLS

/* Options of originals that are none of `docker run`: the image, and the words behind it. */
#define BH_ORIGINAL_IMAGE "image"
#define BH_ORIGINAL_COMMAND "command"

/**
 * BhComposeOriginal:
 * @option: the long name of an option, %BH_ORIGINAL_IMAGE or %BH_ORIGINAL_COMMAND
 * @value: (nullable): the value that it stands for; %NULL for a command
 * @words: (nullable) (element-type BhText): the words of a command; of `entrypoint`, those behind
 *   its first, which begin the command
 * @key: where it stands in the service: `network_mode`, `healthcheck.test`
 * @is_item: it is one of the list at @key
 * @node: (nullable): what stands there; %NULL: nothing, because Compose knows by itself
 *
 * How a Compose file says a setting, where `docker run` cannot say quite the same: `service:db` for
 * what became `container:db`. As long as the setting stays as it is, Compose is written the
 * original.
 */
typedef struct
{
  char *option;
  BhText *value;
  GPtrArray *words;
  char *key;
  gboolean is_item;
  BhYamlNode *node;
} BhComposeOriginal;

void bh_compose_original_free (BhComposeOriginal *self);

/**
 * BhComposeRest:
 * @service: (nullable): the name of the service
 * @keys: a map: the keys of the service, or what of them, no option says
 * @top: a map: the same for the top level of the file: what this service uses, and what belongs to
 *   none
 * @originals: (element-type BhComposeOriginal): settings that Compose says otherwise
 *
 * What a document that came from a Compose file keeps of it, so that it can be written back.
 * Immutable and ref-counted; the fields are for reading.
 */
struct _BhComposeRest
{
  guint ref_count;
  char *service;
  BhYamlNode *keys;
  BhYamlNode *top;
  GPtrArray *originals;
};

/* SERVICE may be %NULL. All else is adopted (transfer full); maps that are %NULL are empty. */
BhComposeRest *
bh_compose_rest_new (const char *service, BhYamlNode *keys, BhYamlNode *top, GPtrArray *originals);
/* (transfer full): an array for originals. */
GPtrArray *bh_compose_originals_new (void);
BhComposeRest *bh_compose_rest_ref (BhComposeRest *self);
void bh_compose_rest_unref (BhComposeRest *self);
/* Whether both keep the same. The name of the service is where it came from, and does not count; so
 * what keeps nothing is equal to %NULL. */
gboolean bh_compose_rest_equal (const BhComposeRest *a, const BhComposeRest *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhComposeOriginal, bh_compose_original_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhComposeRest, bh_compose_rest_unref)

G_END_DECLS
