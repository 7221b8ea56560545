/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-output.h"

#include "bh-i18n.h"
#include "export/bh-run-private.h"
#include "export/bh-shell-quote.h"

/* Stands where an image is missing: no image has such a name. */
#define NO_IMAGE "IMAGE"

static const char
    *const engines[] = { [BH_ENGINE_DOCKER] = "docker", [BH_ENGINE_PODMAN] = "podman" };
static const char *const verbs[] = { [BH_VERB_RUN] = "run", [BH_VERB_CREATE] = "create" };

typedef struct
{
  BhOutput *output;
  GString *text;
  const char *separator; /* between settings */
  BhExportFlags flags;
  gboolean bundle; /* the last word is short flags: another letter may follow */
} Writer;

static void
append_words (Writer *self, BhText *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (self->text, ' ');
      bh_shell_quote_append (self->text, words[i], BH_QUOTE_KEEP_SPLIT);
    }
}

/* sudo docker --context x run */
static void
append_start (Writer *self, const BhState *state)
{
  for (guint i = 0; i < state->n_prefix; i++)
    {
      bh_shell_quote_append_assignment (self->text, state->prefix[i]);
      g_string_append_c (self->text, ' ');
    }
  g_string_append (self->text, engines[state->engine]);
  if (state->n_globals > 0)
    g_string_append_c (self->text, ' ');
  append_words (self, state->globals, state->n_globals);
  g_string_append_c (self->text, ' ');
  g_string_append (self->text, verbs[state->verb]);
}

/* The client takes an = behind a letter for one only if something follows it: -t= is no value. */
static gboolean
may_be_empty (const BhSetting *setting)
{
  return setting->value->len == 0 || !bh_text_is_literal (setting->value);
}

static void
append_name (Writer *self, const BhOption *option, gboolean only_long)
{
  if (!only_long && (self->flags & BH_EXPORT_SHORT) != 0 && option->short_name != '\0')
    g_string_append_printf (self->text, "-%c", option->short_name);
  else
    g_string_append_printf (self->text, "--%s", option->name);
}

/* A flag that is on and has a letter may share a word with its neighbours: -it. */
static gboolean
append_bundled (Writer *self, const BhSetting *setting)
{
  if ((self->flags & BH_EXPORT_SHORT) == 0 || setting->option->short_name == '\0')
    return FALSE;
  if (self->bundle)
    g_string_append_c (self->text, setting->option->short_name);
  else
    {
      g_string_append (self->text, self->separator);
      append_name (self, setting->option, FALSE);
    }
  return TRUE;
}

/* Returns where its words begin. */
static gsize
append_flag (Writer *self, const BhSetting *setting, gsize *ret_value)
{
  gboolean is_true =
      bh_text_is_literal (setting->value) && g_str_equal (setting->value->str, "true");
  gboolean was_bundle = self->bundle;
  gsize begin = self->text->len;

  if (is_true && append_bundled (self, setting))
    {
      self->bundle = TRUE;
      *ret_value = begin = was_bundle ? begin : begin + strlen (self->separator);
      return begin;
    }
  self->bundle = FALSE;
  g_string_append (self->text, self->separator);
  begin = self->text->len;
  append_name (self, setting->option, !is_true && may_be_empty (setting));
  *ret_value = begin;
  if (!is_true)
    {
      g_string_append_c (self->text, '=');
      *ret_value = self->text->len;
      if (setting->value->len > 0)
        bh_shell_quote_append (self->text, setting->value, BH_QUOTE_DEFAULT);
    }
  return begin;
}

static gsize
append_with_value (Writer *self, const BhSetting *setting, gsize *ret_value)
{
  gsize begin;

  self->bundle = FALSE;
  g_string_append (self->text, self->separator);
  begin = *ret_value = self->text->len;
  if (setting->option != NULL)
    append_name (self, setting->option, FALSE);
  else
    bh_shell_quote_append (self->text, setting->unknown, BH_QUOTE_KEEP_SPLIT);
  if (setting->value != NULL)
    {
      g_string_append_c (self->text, ' ');
      *ret_value = self->text->len;
      bh_shell_quote_append (self->text, setting->value, BH_QUOTE_DEFAULT);
    }
  return begin;
}

static void
append_setting (Writer *self, const BhSetting *setting, guint index)
{
  gsize value;
  gsize begin = setting->option != NULL && !bh_option_takes_value (setting->option)
                    ? append_flag (self, setting, &value)
                    : append_with_value (self, setting, &value);

  bh_output_add_span (self->output, begin, value, self->text->len, (int) index);
}

static void
append_image (Writer *self, const BhState *state)
{
  gsize begin;

  g_string_append (self->text, state->n_settings > 0 ? self->separator : " ");
  if (state->image != NULL && state->image->str[0] == '-' && state->image->len > 1)
    g_string_append (self->text, "-- ");
  begin = self->text->len;
  if (state->image != NULL)
    bh_shell_quote_append (self->text, state->image, BH_QUOTE_KEEP_SPLIT);
  else
    {
      g_string_append (self->text, NO_IMAGE);
      g_ptr_array_add (self->output->notes,
                       bh_note_new (BH_NOTE_CHANGED, NULL, -1,
                                    _ ("No image is chosen yet: put its name in the place of %s."),
                                    NO_IMAGE));
    }
  bh_output_add_span (self->output, begin, begin, self->text->len, BH_SPAN_IMAGE);
}

static void
append_command (Writer *self, const BhState *state)
{
  gsize begin;

  if (state->n_command == 0)
    return;
  g_string_append_c (self->text, ' ');
  begin = self->text->len;
  append_words (self, state->command, state->n_command);
  bh_output_add_span (self->output, begin, begin, self->text->len, BH_SPAN_COMMAND);
}

static void
append_state (Writer *self, const BhState *state)
{
  append_start (self, state);
  for (guint i = 0; i < state->n_settings; i++)
    append_setting (self, state->settings[i], i);
  append_image (self, state);
  append_command (self, state);
  g_string_append_c (self->text, '\n');
}

static BhOutput *
export_run (const BhState *state, BhExportFlags flags, const char *separator)
{
  Writer writer = { .output = bh_output_new (), .separator = separator, .flags = flags };

  writer.text = writer.output->text;
  append_state (&writer, state);
  bh_run_note_rest (writer.output, state, TRUE, FALSE);
  return writer.output;
}

#define SEVERAL_LINES " \\\n  "
#define ONE_LINE " "

BhOutput *
bh_export_run (const BhState *state, BhExportFlags flags)
{
  g_return_val_if_fail (state != NULL, NULL);

  return export_run (state, flags, SEVERAL_LINES);
}

BhOutput *
bh_export_run_oneline (const BhState *state, BhExportFlags flags)
{
  g_return_val_if_fail (state != NULL, NULL);

  return export_run (state, flags, ONE_LINE);
}

/* Notes and spans name settings, of which there would be several. */
static void
forget_settings (BhOutput *output)
{
  g_array_set_size (output->spans, 0);
  for (guint i = 0; i < output->notes->len; i++)
    ((BhNote *) g_ptr_array_index (output->notes, i))->setting = -1;
}

static BhOutput *
export_all (BhState *const *states,
            const char *const *names,
            guint n_states,
            BhExportFlags flags,
            const char *separator)
{
  Writer writer = { .output = bh_output_new (), .separator = separator, .flags = flags };
  g_auto (BhProject) project = { 0 };

  writer.text = writer.output->text;
  bh_project_init (&project, states, names, n_states);
  bh_project_append_resources (&project, writer.text);
  for (guint i = 0; i < n_states; i++)
    {
      g_autoptr (BhState) state =
          bh_project_dup_state (&project, g_array_index (project.order, guint, i));

      writer.bundle = FALSE;
      append_state (&writer, state);
      bh_run_note_rest (writer.output, state, n_states == 1, TRUE);
    }
  forget_settings (writer.output);
  return writer.output;
}

BhOutput *
bh_export_run_all (BhState *const *states,
                   const char *const *names,
                   guint n_states,
                   BhExportFlags flags)
{
  return n_states == 1 && !bh_project_needs_resources (states[0])
             ? bh_export_run (states[0], flags)
             : export_all (states, names, n_states, flags, SEVERAL_LINES);
}

BhOutput *
bh_export_run_oneline_all (BhState *const *states,
                           const char *const *names,
                           guint n_states,
                           BhExportFlags flags)
{
  return n_states == 1 && !bh_project_needs_resources (states[0])
             ? bh_export_run_oneline (states[0], flags)
             : export_all (states, names, n_states, flags, ONE_LINE);
}
