/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-output.h"

#include "export/bh-compose-rest-writer.h"
#include "run/bh-profile.h"
#include "value/bh-json-string.h"

typedef struct
{
  BhOutput *output;
  GString *text;
  int indent;
  gboolean first; /* the next item is the first of its list or object */
} Writer;

/* Every item stands on a line of its own, so that differences are easy to read. */
static void
begin_item (Writer *self)
{
  g_string_append_printf (self->text, "%s\n%*s", self->first ? "" : ",", self->indent, "");
  self->first = FALSE;
}

static void
open (Writer *self, char bracket)
{
  g_string_append_c (self->text, bracket);
  self->indent += 2;
  self->first = TRUE;
}

static void
close (Writer *self, char bracket)
{
  gboolean empty = self->first;

  self->indent -= 2;
  self->first = TRUE;
  if (!empty)
    begin_item (self);
  self->first = FALSE;
  g_string_append_c (self->text, bracket);
}

static void
begin_member (Writer *self, const char *name)
{
  begin_item (self);
  g_string_append_printf (self->text, "\"%s\": ", name);
}

static void
append_member (Writer *self, const char *name, const char *value)
{
  begin_member (self, name);
  bh_json_append_string (self->text, value);
}

static void
append_literal (Writer *self, const BhText *text, guint begin, guint end)
{
  g_autofree char *literal = bh_text_dup_range (text, (BhRange){ begin, end });

  bh_json_append_string (self->text, literal);
}

static void
append_expansion (Writer *self, const BhText *text, const BhExpansion *expansion)
{
  g_string_append_printf (self->text, "{ \"%s\": ", bh_profile_expansions[expansion->kind]);
  append_literal (self, text, expansion->range.begin, expansion->range.end);
  g_string_append (self->text, expansion->splits ? ", \"splits\": true }" : " }");
}

/* "text", or [{ "parameter": "$PWD" }, "/data"] */
static void
append_text (Writer *self, const BhText *text)
{
  guint at = 0;

  if (bh_text_is_literal (text))
    {
      bh_json_append_string (self->text, text->str);
      return;
    }
  g_string_append_c (self->text, '[');
  for (guint i = 0; i < text->n_expansions; i++)
    {
      const BhExpansion *expansion = &text->expansions[i];

      if (i > 0)
        g_string_append (self->text, ", ");
      if (at < expansion->range.begin)
        {
          append_literal (self, text, at, expansion->range.begin);
          g_string_append (self->text, ", ");
        }
      append_expansion (self, text, expansion);
      at = expansion->range.end;
    }
  if (at < text->len)
    {
      g_string_append (self->text, ", ");
      append_literal (self, text, at, text->len);
    }
  g_string_append_c (self->text, ']');
}

static void
append_words (Writer *self, const char *name, BhText *const *words, guint n_words)
{
  if (n_words == 0)
    return;
  begin_member (self, name);
  open (self, '[');
  for (guint i = 0; i < n_words; i++)
    {
      begin_item (self);
      append_text (self, words[i]);
    }
  close (self, ']');
}

static void
append_extra (Writer *self, const char *extra)
{
  if (extra != NULL)
    g_string_append_printf (self->text, ", %s", extra);
}

static void
append_setting (Writer *self, const BhSetting *setting, int index)
{
  gsize begin;
  gsize value;

  begin_item (self);
  begin = value = self->text->len;
  if (setting->option != NULL)
    g_string_append_printf (self->text, "{ \"option\": \"%s\"", setting->option->name);
  else
    {
      g_string_append (self->text, "{ \"unknown\": ");
      append_text (self, setting->unknown);
    }
  if (setting->value != NULL && !bh_profile_is_implied (setting))
    {
      g_string_append (self->text, ", \"value\": ");
      value = self->text->len;
      append_text (self, setting->value);
    }
  append_extra (self, setting->extra);
  g_string_append (self->text, " }");
  bh_output_add_span (self->output, begin, value, self->text->len, index);
}

static void
append_settings (Writer *self, const BhState *state)
{
  begin_member (self, "settings");
  open (self, '[');
  for (guint i = 0; i < state->n_settings; i++)
    append_setting (self, state->settings[i], (int) i);
  close (self, ']');
}

static void
append_image (Writer *self, const BhState *state)
{
  gsize begin;

  if (state->image == NULL)
    return;
  begin_member (self, "image");
  begin = self->text->len;
  append_text (self, state->image);
  bh_output_add_span (self->output, begin, begin, self->text->len, BH_SPAN_IMAGE);
}

static void
append_command (Writer *self, const BhState *state)
{
  gsize begin = self->text->len;

  append_words (self, "command", state->command, state->n_command);
  if (state->n_command > 0)
    bh_output_add_span (self->output, begin + 1, begin + 1, self->text->len, BH_SPAN_COMMAND);
}

static void
append_acceptance (Writer *self, const BhAcceptance *acceptance)
{
  begin_item (self);
  g_string_append (self->text, "{ \"rule\": ");
  bh_json_append_string (self->text, acceptance->rule);
  g_string_append (self->text, ", \"subject\": ");
  bh_json_append_string (self->text, acceptance->subject);
  g_string_append (self->text, ", \"reason\": ");
  bh_json_append_string (self->text, acceptance->reason);
  append_extra (self, acceptance->extra);
  g_string_append (self->text, " }");
}

static void
append_acceptances (Writer *self, const BhState *state)
{
  if (state->n_acceptances == 0)
    return;
  begin_member (self, "accepted");
  open (self, '[');
  for (guint i = 0; i < state->n_acceptances; i++)
    append_acceptance (self, state->acceptances[i]);
  close (self, ']');
}

/* Line by line, so that its differences are easy to read too. */
static void
append_rest (Writer *self, const BhState *state)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (state->rest == NULL)
    return;
  text = bh_compose_rest_to_string (state->rest);
  lines = g_strsplit (text, "\n", -1);
  begin_member (self, "compose");
  open (self, '[');
  for (guint i = 0; lines[i] != NULL && (lines[i][0] != '\0' || lines[i + 1] != NULL); i++)
    {
      begin_item (self);
      bh_json_append_string (self->text, lines[i]);
    }
  close (self, ']');
}

static void
append_profile (Writer *self, const BhState *state, const char *service)
{
  open (self, '{');
  append_member (self, "format", BH_PROFILE_FORMAT);
  begin_member (self, "version");
  g_string_append_printf (self->text, "%d", BH_PROFILE_VERSION);
  if (service != NULL)
    append_member (self, "service", service);
  append_member (self, "engine", bh_profile_engines[state->engine]);
  append_member (self, "verb", bh_profile_verbs[state->verb]);
  append_words (self, "prefix", state->prefix, state->n_prefix);
  append_words (self, "globals", state->globals, state->n_globals);
  append_settings (self, state);
  append_image (self, state);
  append_command (self, state);
  append_acceptances (self, state);
  append_rest (self, state);
  if (state->extra != NULL)
    {
      begin_item (self);
      g_string_append (self->text, state->extra);
    }
  close (self, '}');
}

BhOutput *
bh_export_profile (const BhState *state, BhExportFlags flags)
{
  Writer writer = { 0 };

  g_return_val_if_fail (state != NULL, NULL);

  writer.output = bh_output_new ();
  writer.text = writer.output->text;
  append_profile (&writer, state, NULL);
  g_string_append_c (writer.text, '\n');
  return writer.output;
}

BhOutput *
bh_export_profile_all (BhState *const *states,
                       const char *const *names,
                       guint n_states,
                       BhExportFlags flags)
{
  Writer writer = { 0 };

  if (n_states == 1)
    return bh_export_profile (states[0], flags);
  writer.output = bh_output_new ();
  writer.text = writer.output->text;
  open (&writer, '[');
  for (guint i = 0; i < n_states; i++)
    {
      begin_item (&writer);
      append_profile (&writer, states[i], names != NULL ? names[i] : NULL);
      writer.first = FALSE;
    }
  close (&writer, ']');
  g_string_append_c (writer.text, '\n');
  /* Spans say which setting, not of which container. */
  g_array_set_size (writer.output->spans, 0);
  return writer.output;
}
