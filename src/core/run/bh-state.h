/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "run/bh-acceptance.h"
#include "run/bh-compose-rest.h"
#include "run/bh-setting.h"

G_BEGIN_DECLS

typedef enum
{
  BH_ENGINE_DOCKER,
  BH_ENGINE_PODMAN,
} BhEngine;

typedef enum
{
  BH_VERB_RUN,
  BH_VERB_CREATE,
} BhVerb;

/**
 * BhState:
 * @engine: whose command it is
 * @verb: run or create
 * @prefix: words before the program: `sudo`, `NAME=value`
 * @globals: options of the program itself, before `run`: `-H`, `ssh://host`
 * @settings: the options in the order given
 * @image: the image, %NULL while none is chosen
 * @image_origin: where the image was read
 * @command: the words after the image
 * @rest: (nullable): what else the Compose file said that it came from, %NULL if it came from none
 * @acceptances: the warnings that were accepted, in the order in which they were; at most one for
 *   each finding. They do not change the container.
 * @extra: (nullable): members of a profile that this version does not know, as JSON: kept, so that
 *   an older version loses nothing of a newer one's
 *
 * What a container shall be: one immutable state of a document. Settings and words are shared with
 * the states it was made from. The fields are for reading.
 */
struct _BhState
{
  guint ref_count;
  BhEngine engine;
  BhVerb verb;
  BhText **prefix;
  guint n_prefix;
  BhText **globals;
  guint n_globals;
  BhSetting **settings;
  guint n_settings;
  BhText *image;
  BhLocation image_origin;
  BhText **command;
  guint n_command;
  BhComposeRest *rest;
  BhAcceptance **acceptances;
  guint n_acceptances;
  GRefString *extra;
};

BhState *bh_state_new_empty (void);
BhState *bh_state_ref (BhState *self);
void bh_state_unref (BhState *self);
/* Same container asked for in the same words, with the same acceptances; origins do not count. */
gboolean bh_state_equal (const BhState *a, const BhState *b);

/* Edits. Each gives a new state (transfer full) and leaves SELF as it was; texts and settings
 * handed in are only referenced. */
BhState *bh_state_with_image (const BhState *self, BhText *image);
BhState *bh_state_with_command (const BhState *self, BhText *const *words, guint n_words);
BhState *bh_state_with_rest (const BhState *self, BhComposeRest *rest);
BhState *bh_state_with_settings (const BhState *self, BhSetting *const *settings, guint n_settings);
BhState *bh_state_insert (const BhState *self, guint index, BhSetting *setting);
/* After the last setting of the same option, else where a reader expects it: at the end. */
BhState *bh_state_add (const BhState *self, BhSetting *setting);
BhState *bh_state_replace (const BhState *self, guint index, BhSetting *setting);
BhState *bh_state_remove (const BhState *self, guint index);
BhState *bh_state_move (const BhState *self, guint from, guint to);
/* Removes all settings of the option. */
BhState *bh_state_remove_all (const BhState *self, const BhOption *option);
/* For options that do not repeat: replaces the effective one, removes the others, or adds it. */
BhState *bh_state_set (const BhState *self, BhSetting *setting);

/* Adds the acceptance, in the place of an earlier one of the same finding if there is one. */
BhState *bh_state_with_acceptance (const BhState *self, BhAcceptance *acceptance);
/* Takes it back; a state like SELF if there is none. */
BhState *bh_state_without_acceptance (const BhState *self, const char *rule, const char *subject);

/* The index of the setting that counts for an option that does not repeat: the last; -1 if none. */
int bh_state_find_last (const BhState *self, const BhOption *option);
/* The first index >= FROM of the option; -1 if none. */
int bh_state_find (const BhState *self, guint from, const BhOption *option);

/* For importers. All `add_`/`set_` adopt what they are given (transfer full). */
struct _BhStateBuilder
{
  BhEngine engine;
  BhVerb verb;
  GPtrArray *prefix;
  GPtrArray *globals;
  GPtrArray *settings;
  BhText *image;
  BhLocation image_origin;
  GPtrArray *command;
  BhComposeRest *rest;
  GPtrArray *acceptances;
  GRefString *extra;
};
void bh_state_builder_init (BhStateBuilder *self);
void bh_state_builder_add_prefix (BhStateBuilder *self, BhText *word);
void bh_state_builder_add_global (BhStateBuilder *self, BhText *word);
void bh_state_builder_add_setting (BhStateBuilder *self, BhSetting *setting);
void bh_state_builder_set_image (BhStateBuilder *self, BhText *image, const BhLocation *origin);
void bh_state_builder_add_command (BhStateBuilder *self, BhText *word);
/* Of several for one finding the last counts. */
void bh_state_builder_add_acceptance (BhStateBuilder *self, BhAcceptance *acceptance);
/* EXTRA is copied. */
void bh_state_builder_set_extra (BhStateBuilder *self, const char *extra);
void bh_state_builder_set_rest (BhStateBuilder *self, BhComposeRest *rest);
BhState *bh_state_builder_end (BhStateBuilder *self);
void bh_state_builder_clear (BhStateBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhState, bh_state_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhStateBuilder, bh_state_builder_clear)

G_END_DECLS
