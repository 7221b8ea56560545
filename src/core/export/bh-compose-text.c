/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"
#include "export/bh-yaml-writer.h"

static void
indent_by (GString *out, guint indent)
{
  for (guint i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
}

int
bh_compose_next (BhCompose *self, int after, const char *option)
{
  return bh_state_find (self->state, (guint) (after + 1), bh_option_get (option));
}

void
bh_compose_open (BhCompose *self, guint indent, const char *key)
{
  indent_by (self->out, indent);
  bh_yaml_append_scalar (self->out, key);
  g_string_append (self->out, ":\n");
}

static void
write_pair (BhCompose *self,
            guint indent,
            const char *key,
            const char *value,
            gboolean raw,
            int setting)
{
  gsize begin;
  gsize value_begin;

  indent_by (self->out, indent);
  begin = self->out->len;
  bh_yaml_append_scalar (self->out, key);
  g_string_append (self->out, ": ");
  value_begin = self->out->len;
  if (raw)
    g_string_append (self->out, value);
  else
    bh_yaml_append_scalar (self->out, value);
  if (setting != BH_COMPOSE_NO_SETTING)
    bh_output_add_span (self->output, begin, value_begin, self->out->len, setting);
  g_string_append_c (self->out, '\n');
}

void
bh_compose_pair (BhCompose *self, guint indent, const char *key, const char *value, int setting)
{
  write_pair (self, indent, key, value, FALSE, setting);
}

void
bh_compose_raw_pair (BhCompose *self, guint indent, const char *key, const char *value, int setting)
{
  write_pair (self, indent, key, value, TRUE, setting);
}

void
bh_compose_number_pair (BhCompose *self,
                        guint indent,
                        const char *key,
                        const char *value,
                        int setting)
{
  const char *digits = *value == '-' ? value + 1 : value;
  gboolean whole = *digits != '\0' && digits[strspn (digits, "0123456789")] == '\0';

  write_pair (self, indent, key, value, whole, setting);
}

void
bh_compose_item (BhCompose *self, guint indent, const char *value, int setting)
{
  gsize begin;

  indent_by (self->out, indent);
  begin = self->out->len;
  g_string_append (self->out, "- ");
  bh_yaml_append_scalar (self->out, value);
  bh_output_add_span (self->output, begin, begin + 2, self->out->len, setting);
  g_string_append_c (self->out, '\n');
}

void
bh_compose_note (BhCompose *self, BhNoteKind kind, int setting, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->output->notes, bh_note_new (kind, NULL, setting, "%s", message));
}

void
bh_compose_note_version (BhCompose *self, int setting, const char *key)
{
  bh_compose_note (self, BH_NOTE_CHANGED, setting,
                   _ ("Compose 2.26 ignores “%s”; a newer version is needed."), key);
}

static void
append_doubled (GString *to, const char *str, gsize len)
{
  for (gsize i = 0; i < len; i++)
    {
      if (str[i] == '$')
        g_string_append_c (to, '$');
      g_string_append_c (to, str[i]);
    }
}

/* Whether Compose would take the LEN bytes in the same way: it knows neither quotes nor commands.
 */
static gboolean
is_common (const char *str, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if (strchr ("'\"\\`", str[i]) != NULL || (str[i] == '$' && str[i + 1] != '{'))
      return FALSE;
  return TRUE;
}

/* $NAME as ${NAME}; ${NAME…} as it is, where Compose knows what follows the name. */
static gboolean
append_parameter (GString *to, const char *source, gsize len)
{
  static const char *const operators[] = { "}", ":-", "-", ":?", "?", ":+", "+" };
  const char *name = source + 1;
  gsize name_len = 0;

  if (*source != '$')
    return FALSE;
  if (*name != '{')
    {
      if (!g_ascii_isalpha (*name) && *name != '_')
        return FALSE;
      g_string_append_printf (to, "${%.*s}", (int) len - 1, name);
      return TRUE;
    }
  name++;
  while (g_ascii_isalnum (name[name_len]) || name[name_len] == '_')
    name_len++;
  if (name_len == 0 || g_ascii_isdigit (*name) || !is_common (source + 1, len - 1))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (name + name_len, operators[i]))
      {
        g_string_append_len (to, source, (gssize) len);
        return TRUE;
      }
  return FALSE;
}

/* `$(pwd)` and its kin. */
static gboolean
is_pwd (const char *source, gsize len)
{
  static const char *const spellings[] = { "$PWD", "${PWD}", "$(pwd)", "`pwd`" };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (strlen (spellings[i]) == len && memcmp (spellings[i], source, len) == 0)
      return TRUE;
  return FALSE;
}

static void
append_expansion (BhCompose *self, GString *to, const char *source, gsize len, int setting)
{
  if (is_pwd (source, len))
    g_string_append (to, "${PWD}");
  else if (len == 1 && *source == '~')
    g_string_append (to, "${HOME}");
  else if (!append_parameter (to, source, len))
    {
      append_doubled (to, source, len);
      bh_compose_note (self, BH_NOTE_LOST, setting,
                       _ ("Compose cannot run “%.*s”. Put what it gives into a variable or a .env "
                          "file and use that."),
                       (int) len, source);
    }
}

char *
bh_compose_dup_range (BhCompose *self, const BhText *text, BhRange range, int setting)
{
  g_autoptr (BhText) part = bh_text_sub (text, range);

  return bh_compose_dup_text (self, part, setting);
}

char *
bh_compose_dup_field (BhCompose *self, const BhText *text, const BhMountField *field, int setting)
{
  char *part =
      bh_compose_dup_range (self, text, field->has_text ? field->text : field->key, setting);
  g_auto (GStrv) pieces = NULL;

  if (!field->quoted || strstr (part, "\"\"") == NULL)
    return part;
  pieces = g_strsplit (part, "\"\"", -1);
  g_free (part);
  return g_strjoinv ("\"", pieces);
}

/* From byte AT; expansions from number FIRST on. */
static void
append_text (BhCompose *self, GString *to, const BhText *text, guint at, guint first, int setting)
{
  for (guint i = first; i < text->n_expansions; i++)
    {
      BhRange range = text->expansions[i].range;

      append_doubled (to, text->str + at, range.begin - at);
      append_expansion (self, to, text->str + range.begin, range.end - range.begin, setting);
      at = range.end;
    }
  append_doubled (to, text->str + at, text->len - at);
}

char *
bh_compose_dup_text (BhCompose *self, const BhText *text, int setting)
{
  GString *to = g_string_sized_new (text->len + 8);

  append_text (self, to, text, 0, 0, setting);
  return g_string_free (to, FALSE);
}

char *
bh_compose_dup_path (BhCompose *self, const BhText *text, int setting)
{
  const BhExpansion *first = bh_text_expansion_at (text, 0);
  guint end = first != NULL ? first->range.end : 0;
  gboolean whole = end == text->len || strchr ("/:", text->str[end]) != NULL;
  GString *to = g_string_sized_new (text->len + 8);

  if (first != NULL && whole && is_pwd (text->str, end))
    g_string_append_c (to, '.');
  else if (first != NULL && whole && end == 1 && first->kind == BH_EXPANSION_TILDE)
    g_string_append_c (to, '~');
  else
    end = 0;
  append_text (self, to, text, end, end > 0 ? 1 : 0, setting);
  return g_string_free (to, FALSE);
}
