/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-mask.h"

#include <string.h>

#include "value/bh-secret.h"

/* Always as many, so that the length is not told. */
#define DOTS "••••••••"

/* NAME=VALUE, --name=VALUE; variables in --like-this, too. */
static gboolean
is_secret (const char *word, const char *value)
{
  g_autofree char *name = g_strndup (word + strspn (word, "-"), value - word);

  name[strcspn (name, "=")] = '\0';
  g_strdelimit (name, "-", '_');
  return (bh_secret_is_name (name) && !bh_secret_is_switch (value) && !bh_secret_is_path (value)) ||
         bh_secret_is_value (value);
}

/* (transfer full) (nullable): TEXT with its secret behind dots; NULL when it holds none. What the
 * shell will put in is no secret yet. */
static BhText *
mask (const BhText *text)
{
  guint equals = bh_text_find (text, 0, G_MAXUINT, '=');

  if (!bh_text_is_literal (text))
    return NULL;
  if (equals < text->len && is_secret (text->str, text->str + equals + 1))
    return bh_text_new_printf ("%.*s" DOTS, (int) equals + 1, text->str);
  return bh_secret_is_value (text->str) ? bh_text_new (DOTS) : NULL;
}

static BhState *
mask_settings (const BhState *state, guint *n_secrets)
{
  BhState *masked = bh_state_ref ((BhState *) state);

  for (guint i = 0; i < state->n_settings; i++)
    {
      const BhSetting *setting = state->settings[i];
      g_autoptr (BhSetting) replacement = NULL;
      g_autoptr (BhState) before = NULL;
      BhText *value;

      if (setting->option == NULL ||
          (setting->option->kind != BH_KIND_ENVIRONMENT && setting->option->kind != BH_KIND_LABEL))
        continue;
      value = mask (setting->value);
      if (value == NULL)
        continue;
      replacement = bh_setting_new_take (setting->option, value, &setting->origin);
      before = masked;
      masked = bh_state_replace (before, i, replacement);
      (*n_secrets)++;
    }
  return masked;
}

static BhState *
mask_command (const BhState *state, guint *n_secrets)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_text_unref);
  guint n_before = *n_secrets;

  for (guint i = 0; i < state->n_command; i++)
    {
      BhText *masked = mask (state->command[i]);

      if (masked != NULL)
        (*n_secrets)++;
      g_ptr_array_add (words, masked != NULL ? masked : bh_text_ref (state->command[i]));
    }
  if (*n_secrets == n_before)
    return bh_state_ref ((BhState *) state);
  return bh_state_with_command (state, (BhText *const *) words->pdata, words->len);
}

BhState *
bh_state_mask_secrets (const BhState *state, guint *ret_n_secrets)
{
  g_autoptr (BhState) settings = NULL;

  g_return_val_if_fail (state != NULL, NULL);
  g_return_val_if_fail (ret_n_secrets != NULL, NULL);

  *ret_n_secrets = 0;
  settings = mask_settings (state, ret_n_secrets);
  return mask_command (settings, ret_n_secrets);
}
