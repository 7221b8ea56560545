/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A profile comes from anybody, and people paste the command that is made of it. Nothing may hide
 * in that command from the rules: no `docker run --privileged` among the words before it, no known
 * option that claims to be an unknown one, no expansion that is more than it says. So the command
 * is read back, and has to be the same.
 */

#include "import/bh-profile-check.h"

#include "bh-i18n.h"
#include "bh-location.h"
#include "export/bh-output.h"
#include "import/bh-import.h"

static BhState *
with_some_image (const BhState *state)
{
  g_autoptr (BhText) image = bh_text_new ("image");

  return state->image != NULL ? bh_state_ref ((BhState *) state)
                              : bh_state_with_image (state, image);
}

/* The first setting that is another one, or NULL. */
static const BhSetting *
find_difference (const BhState *state, const BhState *again)
{
  for (guint i = 0; i < state->n_settings; i++)
    {
      const BhSetting *setting = state->settings[i];

      if (i >= again->n_settings || setting->option != again->settings[i]->option ||
          !bh_text_equal (setting->unknown, again->settings[i]->unknown) ||
          !bh_text_equal (setting->value, again->settings[i]->value))
        return setting;
    }
  return NULL;
}

static gboolean
texts_equal (BhText *const *a, guint n_a, BhText *const *b, guint n_b)
{
  for (guint i = 0; i < MIN (n_a, n_b); i++)
    if (!bh_text_equal (a[i], b[i]))
      return FALSE;
  return n_a == n_b;
}

static gboolean
starts_alike (const BhState *a, const BhState *b)
{
  return a->engine == b->engine && a->verb == b->verb &&
         texts_equal (a->prefix, a->n_prefix, b->prefix, b->n_prefix) &&
         texts_equal (a->globals, a->n_globals, b->globals, b->n_globals);
}

static gboolean
refuse (const BhLocation *where, const char *message, GError **error)
{
  bh_set_error_at (error, BH_ERROR_SYNTAX, where, "%s", message);
  return FALSE;
}

gboolean
bh_profile_check (const BhState *state, const BhLocation *where, GError **error)
{
  g_autoptr (BhState) whole = with_some_image (state);
  g_autoptr (BhOutput) output = bh_export_run_oneline (whole, BH_EXPORT_DEFAULT);
  g_autoptr (BhImport) import =
      bh_import_command (output->text->str, (gssize) output->text->len, NULL);
  const BhState *again = import && import->states->len == 1 ? import->states->pdata[0] : NULL;
  const BhSetting *differs;

  if (again == NULL || !starts_alike (whole, again))
    return refuse (where,
                   _ ("the words of this profile make no command, or one that says something "
                      "else: look at “prefix”, “globals” and the expansions"),
                   error);
  differs = find_difference (whole, again);
  if (differs != NULL)
    return refuse (&differs->origin,
                   _ ("in a command, this setting would be read as another one: an option that "
                      "docker knows stands under “option” with its long name, and an expansion "
                      "is written as in a shell"),
                   error);
  if (again->n_settings != whole->n_settings || !bh_text_equal (whole->image, again->image) ||
      !texts_equal (whole->command, whole->n_command, again->command, again->n_command))
    return refuse (where,
                   _ ("in a command, “image” and “command” of this profile would be read as "
                      "something else"),
                   error);
  return TRUE;
}
