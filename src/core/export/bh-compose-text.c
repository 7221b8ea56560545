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

/* $NAME as ${NAME}; ${NAME…} as it is, where Compose knows what follows the name. */
static gboolean
append_parameter (GString *to, const char *source, gsize len)
{
  static const char *const operators[] = { "}", ":-", "-", ":?", "?", ":+", "+" };
  const char *name = source + 1;
  gsize name_len = 0;

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
  if (name_len == 0 || g_ascii_isdigit (*name))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_has_prefix (name + name_len, operators[i]))
      {
        g_string_append_len (to, source, (gssize) len);
        return TRUE;
      }
  return FALSE;
}

/* `$(pwd)` and its kin: the folder that Compose takes relative paths from, as ".". */
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
append_expansion (BhCompose *self,
                  GString *to,
                  const BhText *text,
                  const BhExpansion *e,
                  int setting)
{
  const char *source = text->str + e->range.begin;
  gsize len = e->range.end - e->range.begin;
  gboolean path = e->range.end >= text->len || strchr ("/:", text->str[e->range.end]) != NULL;

  if (e->range.begin == 0 && path && is_pwd (source, len))
    g_string_append_c (to, '.');
  else if (e->kind == BH_EXPANSION_TILDE)
    g_string_append_len (to, source, (gssize) len);
  else if (e->kind != BH_EXPANSION_PARAMETER || !append_parameter (to, source, len))
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
bh_compose_dup_text (BhCompose *self, const BhText *text, int setting)
{
  GString *to = g_string_sized_new (text->len + 8);
  guint at = 0;

  for (guint i = 0; i < text->n_expansions; i++)
    {
      const BhExpansion *e = &text->expansions[i];

      append_doubled (to, text->str + at, e->range.begin - at);
      append_expansion (self, to, text, e, setting);
      at = e->range.end;
    }
  append_doubled (to, text->str + at, text->len - at);
  return g_string_free (to, FALSE);
}
