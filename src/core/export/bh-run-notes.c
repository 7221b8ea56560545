/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What `docker run` does not do of what a Compose file says. */
#include <string.h>

#include "bh-i18n.h"
#include "export/bh-run-private.h"
#include "value/bh-network.h"

/* A key that was kept, or what of it was. %s is what it holds, where that is a word. */
static const struct
{
  const char *path;
  BhNoteKind kind;
  const char *message;
} kept[] = {
  { "build", BH_NOTE_CHANGED,
    N_ ("docker run builds no image: build this one first, with “docker build --tag …”.") },
  { "configs", BH_NOTE_LOST,
    N_ ("Compose writes “configs” that are no files into the container; docker run cannot.") },
  { "credential_spec", BH_NOTE_LOST, N_ ("The “credential_spec” is left out.") },
  { "deploy.replicas", BH_NOTE_LOST,
    N_ ("Compose starts as many of it as “deploy.replicas” says; docker run starts one.") },
  { "deploy.resources.reservations.devices", BH_NOTE_LOST,
    N_ ("docker run cannot ask for the devices of “deploy”.") },
  { "develop", BH_NOTE_LOST, N_ ("“develop” is for Compose: docker run watches no files.") },
  { "extends", BH_NOTE_LOST,
    N_ ("What the service takes over from another file is not known here.") },
  { "gpus", BH_NOTE_LOST, N_ ("docker run cannot ask for the devices of “gpus”.") },
  { "models", BH_NOTE_LOST, N_ ("“models” are run by Compose, not by docker run.") },
  { "post_start", BH_NOTE_LOST,
    N_ ("docker run starts nothing after the container (“post_start”).") },
  { "pre_stop", BH_NOTE_LOST,
    N_ ("docker stop starts nothing before the container ends (“pre_stop”).") },
  { "provider", BH_NOTE_LOST, N_ ("The “provider” is run by Compose, not by docker run.") },
  { "pull_policy", BH_NOTE_LOST, N_ ("docker run does not know this “pull_policy”.") },
  { "scale", BH_NOTE_LOST,
    N_ ("Compose starts as many of it as “scale” says; docker run starts one.") },
  { "secrets", BH_NOTE_LOST,
    N_ ("Compose writes “secrets” that are no files into the container; docker run cannot.") },
  { "stop_grace_period", BH_NOTE_LOST,
    N_ ("docker run needs a number of seconds for “stop_grace_period”, which a variable is not.") },
};

/* A setting that Compose says in another way, and what the difference is. */
static const struct
{
  const char *key;
  const char *message;
} changed[] = {
  { "healthcheck.test",
    N_ ("The health check runs through a shell here, which it did not before.") },
  { "entrypoint", N_ ("docker run takes one word for the entrypoint: the others begin the command, "
                      "which comes to "
                      "the same.") },
  { "stop_grace_period", N_ ("docker run waits whole seconds.") },
  { "env_file", N_ ("Compose does without the file if it is missing; docker run refuses.") },
};

static const BhYamlNode *
find (const BhYamlNode *map, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL && map != NULL; i++)
    map = bh_yaml_get (map, steps[i]);
  return map;
}

static void
note (BhOutput *output, BhNoteKind kind, int setting, const char *format, const char *word)
{
  g_ptr_array_add (output->notes, bh_note_new (kind, NULL, setting, format, word));
}

static void
note_originals (BhOutput *output, const BhState *state, gboolean alone)
{
  const GPtrArray *originals = state->rest->originals;

  for (guint i = 0; i < originals->len; i++)
    {
      const BhComposeOriginal *original = g_ptr_array_index (originals, i);
      const char *text = original->node != NULL && original->node->kind == BH_YAML_SCALAR
                             ? original->node->text
                             : "";

      for (guint j = 0; j < G_N_ELEMENTS (changed); j++)
        if (g_str_equal (original->key, changed[j].key))
          note (output, BH_NOTE_CHANGED, -1, "%s", _ (changed[j].message));
      if (alone && g_str_has_prefix (text, "service:"))
        note (output, BH_NOTE_CHANGED, -1,
              _ ("The container of the service “%s” has to be there, under the name that this "
                 "command has for it."),
              text + strlen ("service:"));
    }
}

static void
note_dependencies (BhOutput *output, const BhYamlNode *depends_on, gboolean alone)
{
  gboolean map = depends_on->kind == BH_YAML_MAPPING;

  for (guint i = 0; depends_on->kind != BH_YAML_SCALAR && i < bh_yaml_length (depends_on); i++)
    {
      const BhYamlNode *name = map ? bh_yaml_key (depends_on, i) : bh_yaml_item (depends_on, i);
      const BhYamlNode *condition =
          map ? bh_yaml_get (bh_yaml_value (depends_on, i), "condition") : NULL;

      if (alone)
        note (output, BH_NOTE_LOST, -1, _ ("Compose starts the service “%s” first."), name->text);
      else if (condition != NULL && condition->kind == BH_YAML_SCALAR &&
               !g_str_equal (condition->text, "service_started"))
        note (output, BH_NOTE_LOST, -1,
              _ ("Compose waits until the service “%s” is ready or done; these commands do not."),
              name->text);
    }
}

/* The network that Compose would make for this service. */
static void
note_networks (BhOutput *output, const BhState *state, gboolean made)
{
  const BhOption *option = bh_option_get ("network");
  gboolean any = FALSE;

  for (guint i = 0; i < state->n_settings; i++)
    {
      g_autofree char *name = NULL;
      BhNetwork network;

      if (!bh_setting_is (state->settings[i], option))
        continue;
      any = TRUE;
      bh_network_parse (state->settings[i]->value, &network);
      name = bh_text_dup_range (state->settings[i]->value, network.name);
      if (!made && network.mode == BH_NETWORK_USER &&
          bh_compose_find_declared (state->rest, "networks", name, NULL) != NULL)
        note (output, BH_NOTE_CHANGED, (int) i,
              _ ("The network “%s” has to exist already, which Compose would see to."), name);
    }
  if (!any)
    note (output, BH_NOTE_CHANGED, -1, "%s",
          _ ("Compose puts the service on a network of its file, docker run on the bridge of all "
             "containers: give --network to keep it apart."));
}

static void
note_env_files (BhOutput *output, const BhState *state)
{
  int file = bh_state_find_last (state, bh_option_get ("env-file"));

  if (file >= 0)
    note (output, BH_NOTE_CHANGED, file, "%s",
          _ ("In files of variables Compose takes off quotes and replaces $NAME; docker leaves "
             "them."));
}

void
bh_run_note_rest (BhOutput *output, const BhState *state, gboolean alone, gboolean made)
{
  const BhYamlNode *depends_on;

  if (state->rest == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (find (state->rest->keys, kept[i].path) != NULL)
      note (output, kept[i].kind, -1, "%s", _ (kept[i].message));
  note_originals (output, state, alone);
  note_env_files (output, state);
  depends_on = bh_yaml_get (state->rest->keys, "depends_on");
  if (depends_on != NULL)
    note_dependencies (output, depends_on, alone);
  if (alone)
    note_networks (output, state, made);
}
