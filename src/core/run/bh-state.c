/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-state.h"

#include <string.h>

static BhText **
texts_ref (BhText *const *texts, guint n)
{
  BhText **copy = g_new (BhText *, n);

  for (guint i = 0; i < n; i++)
    copy[i] = bh_text_ref (texts[i]);
  return copy;
}

static void
texts_free (BhText **texts, guint n)
{
  for (guint i = 0; i < n; i++)
    bh_text_unref (texts[i]);
  g_free (texts);
}

static gboolean
texts_equal (BhText *const *a, guint n_a, BhText *const *b, guint n_b)
{
  if (n_a != n_b)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (!bh_text_equal (a[i], b[i]))
      return FALSE;
  return TRUE;
}

static BhAcceptance **
acceptances_ref (BhAcceptance *const *acceptances, guint n)
{
  BhAcceptance **copy = g_new (BhAcceptance *, n);

  for (guint i = 0; i < n; i++)
    copy[i] = bh_acceptance_ref (acceptances[i]);
  return copy;
}

static void
acceptances_free (BhAcceptance **acceptances, guint n)
{
  for (guint i = 0; i < n; i++)
    bh_acceptance_unref (acceptances[i]);
  g_free (acceptances);
}

static gboolean
acceptances_equal (const BhState *a, const BhState *b)
{
  if (a->n_acceptances != b->n_acceptances)
    return FALSE;
  for (guint i = 0; i < a->n_acceptances; i++)
    if (!bh_acceptance_equal (a->acceptances[i], b->acceptances[i]))
      return FALSE;
  return TRUE;
}

/* A copy of everything but the settings, with room for N_SETTINGS. */
static BhState *
state_copy_frame (const BhState *self, guint n_settings)
{
  BhState *copy = g_new0 (BhState, 1);

  copy->ref_count = 1;
  copy->engine = self->engine;
  copy->verb = self->verb;
  copy->prefix = texts_ref (self->prefix, self->n_prefix);
  copy->n_prefix = self->n_prefix;
  copy->globals = texts_ref (self->globals, self->n_globals);
  copy->n_globals = self->n_globals;
  copy->image = self->image ? bh_text_ref (self->image) : NULL;
  copy->image_origin = self->image_origin;
  copy->command = texts_ref (self->command, self->n_command);
  copy->n_command = self->n_command;
  copy->rest = self->rest ? bh_compose_rest_ref (self->rest) : NULL;
  copy->acceptances = acceptances_ref (self->acceptances, self->n_acceptances);
  copy->n_acceptances = self->n_acceptances;
  copy->extra = self->extra ? g_ref_string_acquire (self->extra) : NULL;
  copy->settings = g_new (BhSetting *, n_settings);
  copy->n_settings = n_settings;
  return copy;
}

static void
settings_ref_into (BhSetting **to, BhSetting *const *from, guint n)
{
  for (guint i = 0; i < n; i++)
    to[i] = bh_setting_ref (from[i]);
}

static BhState *
state_copy (const BhState *self)
{
  BhState *copy = state_copy_frame (self, self->n_settings);

  settings_ref_into (copy->settings, self->settings, self->n_settings);
  return copy;
}

BhState *
bh_state_new_empty (void)
{
  BhState *self = g_new0 (BhState, 1);

  self->ref_count = 1;
  return self;
}

BhState *
bh_state_ref (BhState *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
bh_state_unref (BhState *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  texts_free (self->prefix, self->n_prefix);
  texts_free (self->globals, self->n_globals);
  for (guint i = 0; i < self->n_settings; i++)
    bh_setting_unref (self->settings[i]);
  g_free (self->settings);
  bh_text_unref (self->image);
  texts_free (self->command, self->n_command);
  bh_compose_rest_unref (self->rest);
  acceptances_free (self->acceptances, self->n_acceptances);
  g_clear_pointer (&self->extra, g_ref_string_release);
  g_free (self);
}

gboolean
bh_state_equal (const BhState *a, const BhState *b)
{
  if (a == b)
    return TRUE;
  if (a->engine != b->engine || a->verb != b->verb || a->n_settings != b->n_settings ||
      !bh_text_equal (a->image, b->image) || !bh_compose_rest_equal (a->rest, b->rest) ||
      !texts_equal (a->prefix, a->n_prefix, b->prefix, b->n_prefix) ||
      !texts_equal (a->globals, a->n_globals, b->globals, b->n_globals) ||
      !texts_equal (a->command, a->n_command, b->command, b->n_command) ||
      !acceptances_equal (a, b) || g_strcmp0 (a->extra, b->extra) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_settings; i++)
    if (!bh_setting_equal (a->settings[i], b->settings[i]))
      return FALSE;
  return TRUE;
}

BhState *
bh_state_with_image (const BhState *self, BhText *image)
{
  BhState *copy = state_copy (self);

  if (image != NULL)
    bh_text_ref (image);
  bh_text_unref (copy->image);
  copy->image = image;
  copy->image_origin = (BhLocation){ 0 };
  return copy;
}

BhState *
bh_state_with_command (const BhState *self, BhText *const *words, guint n_words)
{
  BhState *copy = state_copy (self);

  texts_free (copy->command, copy->n_command);
  copy->command = texts_ref (words, n_words);
  copy->n_command = n_words;
  return copy;
}

BhState *
bh_state_with_rest (const BhState *self, BhComposeRest *rest)
{
  BhState *copy = state_copy (self);

  if (rest != NULL)
    bh_compose_rest_ref (rest);
  bh_compose_rest_unref (copy->rest);
  copy->rest = rest;
  return copy;
}

BhState *
bh_state_with_settings (const BhState *self, BhSetting *const *settings, guint n_settings)
{
  BhState *copy = state_copy_frame (self, n_settings);

  settings_ref_into (copy->settings, settings, n_settings);
  return copy;
}

BhState *
bh_state_insert (const BhState *self, guint index, BhSetting *setting)
{
  BhState *copy;

  g_return_val_if_fail (index <= self->n_settings, NULL);

  copy = state_copy_frame (self, self->n_settings + 1);
  settings_ref_into (copy->settings, self->settings, index);
  copy->settings[index] = bh_setting_ref (setting);
  settings_ref_into (copy->settings + index + 1, self->settings + index, self->n_settings - index);
  return copy;
}

BhState *
bh_state_add (const BhState *self, BhSetting *setting)
{
  int last = setting->option ? bh_state_find_last (self, setting->option) : -1;

  return bh_state_insert (self, last >= 0 ? (guint) last + 1 : self->n_settings, setting);
}

BhState *
bh_state_replace (const BhState *self, guint index, BhSetting *setting)
{
  BhState *copy;

  g_return_val_if_fail (index < self->n_settings, NULL);

  copy = state_copy (self);
  bh_setting_ref (setting);
  bh_setting_unref (copy->settings[index]);
  copy->settings[index] = setting;
  return copy;
}

BhState *
bh_state_remove (const BhState *self, guint index)
{
  BhState *copy;

  g_return_val_if_fail (index < self->n_settings, NULL);

  copy = state_copy_frame (self, self->n_settings - 1);
  settings_ref_into (copy->settings, self->settings, index);
  settings_ref_into (copy->settings + index, self->settings + index + 1,
                     self->n_settings - index - 1);
  return copy;
}

BhState *
bh_state_move (const BhState *self, guint from, guint to)
{
  g_autoptr (BhState) without = bh_state_remove (self, from);

  return bh_state_insert (without, to, self->settings[from]);
}

BhState *
bh_state_remove_all (const BhState *self, const BhOption *option)
{
  BhState *copy = state_copy_frame (self, self->n_settings);
  guint n = 0;

  for (guint i = 0; i < self->n_settings; i++)
    if (self->settings[i]->option != option)
      copy->settings[n++] = bh_setting_ref (self->settings[i]);
  copy->n_settings = n;
  return copy;
}

BhState *
bh_state_set (const BhState *self, BhSetting *setting)
{
  int last = bh_state_find_last (self, setting->option);
  BhState *copy;
  guint n = 0;

  if (last < 0)
    return bh_state_add (self, setting);
  copy = state_copy_frame (self, self->n_settings);
  for (guint i = 0; i < self->n_settings; i++)
    if (i == (guint) last)
      copy->settings[n++] = bh_setting_ref (setting);
    else if (self->settings[i]->option != setting->option)
      copy->settings[n++] = bh_setting_ref (self->settings[i]);
  copy->n_settings = n;
  return copy;
}

/* The index of the acceptance, N_ACCEPTANCES if there is none. */
static guint
find_acceptance (const BhState *self, const char *rule, const char *subject)
{
  guint i = 0;

  while (i < self->n_acceptances && !bh_acceptance_is (self->acceptances[i], rule, subject))
    i++;
  return i;
}

BhState *
bh_state_with_acceptance (const BhState *self, BhAcceptance *acceptance)
{
  BhState *copy = state_copy (self);
  guint index = find_acceptance (copy, acceptance->rule, acceptance->subject);

  if (index < copy->n_acceptances)
    bh_acceptance_unref (copy->acceptances[index]);
  else
    copy->acceptances = g_renew (BhAcceptance *, copy->acceptances, ++copy->n_acceptances);
  copy->acceptances[index] = bh_acceptance_ref (acceptance);
  return copy;
}

BhState *
bh_state_without_acceptance (const BhState *self, const char *rule, const char *subject)
{
  BhState *copy = state_copy (self);
  guint index = find_acceptance (copy, rule, subject);

  if (index == copy->n_acceptances)
    return copy;
  bh_acceptance_unref (copy->acceptances[index]);
  copy->n_acceptances--;
  memmove (copy->acceptances + index, copy->acceptances + index + 1,
           (copy->n_acceptances - index) * sizeof *copy->acceptances);
  return copy;
}

int
bh_state_find_last (const BhState *self, const BhOption *option)
{
  for (guint i = self->n_settings; i > 0; i--)
    if (self->settings[i - 1]->option == option)
      return (int) i - 1;
  return -1;
}

int
bh_state_find (const BhState *self, guint from, const BhOption *option)
{
  for (guint i = from; i < self->n_settings; i++)
    if (self->settings[i]->option == option)
      return (int) i;
  return -1;
}

static GPtrArray *
new_texts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bh_text_unref);
}

void
bh_state_builder_init (BhStateBuilder *self)
{
  *self = (BhStateBuilder){ 0 };
  self->prefix = new_texts ();
  self->globals = new_texts ();
  self->settings = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_setting_unref);
  self->command = new_texts ();
  self->acceptances = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_acceptance_unref);
}

void
bh_state_builder_add_prefix (BhStateBuilder *self, BhText *word)
{
  g_ptr_array_add (self->prefix, word);
}

void
bh_state_builder_add_global (BhStateBuilder *self, BhText *word)
{
  g_ptr_array_add (self->globals, word);
}

void
bh_state_builder_add_setting (BhStateBuilder *self, BhSetting *setting)
{
  g_ptr_array_add (self->settings, setting);
}

void
bh_state_builder_set_image (BhStateBuilder *self, BhText *image, const BhLocation *origin)
{
  bh_text_unref (self->image);
  self->image = image;
  self->image_origin = origin ? *origin : (BhLocation){ 0 };
}

void
bh_state_builder_add_command (BhStateBuilder *self, BhText *word)
{
  g_ptr_array_add (self->command, word);
}

void
bh_state_builder_add_acceptance (BhStateBuilder *self, BhAcceptance *acceptance)
{
  g_ptr_array_add (self->acceptances, acceptance);
}

void
bh_state_builder_set_extra (BhStateBuilder *self, const char *extra)
{
  g_clear_pointer (&self->extra, g_ref_string_release);
  if (extra != NULL)
    self->extra = g_ref_string_new (extra);
}

void
bh_state_builder_set_rest (BhStateBuilder *self, BhComposeRest *rest)
{
  bh_compose_rest_unref (self->rest);
  self->rest = rest;
}

static gpointer
steal_items (GPtrArray **array, guint *n)
{
  gsize len = 0;
  gpointer items = g_ptr_array_steal (*array, &len);

  *n = (guint) len;
  g_clear_pointer (array, g_ptr_array_unref);
  return items;
}

BhState *
bh_state_builder_end (BhStateBuilder *self)
{
  BhState *state = bh_state_new_empty ();

  state->engine = self->engine;
  state->verb = self->verb;
  state->prefix = steal_items (&self->prefix, &state->n_prefix);
  state->globals = steal_items (&self->globals, &state->n_globals);
  state->settings = steal_items (&self->settings, &state->n_settings);
  state->image = g_steal_pointer (&self->image);
  state->image_origin = self->image_origin;
  state->command = steal_items (&self->command, &state->n_command);
  state->rest = g_steal_pointer (&self->rest);
  state->acceptances = steal_items (&self->acceptances, &state->n_acceptances);
  state->extra = g_steal_pointer (&self->extra);
  return state;
}

void
bh_state_builder_clear (BhStateBuilder *self)
{
  g_clear_pointer (&self->prefix, g_ptr_array_unref);
  g_clear_pointer (&self->globals, g_ptr_array_unref);
  g_clear_pointer (&self->settings, g_ptr_array_unref);
  g_clear_pointer (&self->image, bh_text_unref);
  g_clear_pointer (&self->command, g_ptr_array_unref);
  g_clear_pointer (&self->rest, bh_compose_rest_unref);
  g_clear_pointer (&self->acceptances, g_ptr_array_unref);
  g_clear_pointer (&self->extra, g_ref_string_release);
}
