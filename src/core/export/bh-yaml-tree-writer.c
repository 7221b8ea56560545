/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "export/bh-output.h"
#include "export/bh-yaml-writer.h"

typedef struct
{
  GString *out;
  GArray *spans;
} Writer;

static void write_node (Writer *self, const BhYamlNode *node, guint indent, int setting);

static void
indent_by (GString *out, guint indent)
{
  for (guint i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
}

/* Whether `|` gives TEXT back: whole lines of characters that YAML leaves as they are. */
static gboolean
fits_literal (const BhYamlNode *scalar)
{
  if (scalar->style != BH_YAML_BLOCK || strchr (scalar->text, '\n') == NULL ||
      strchr (" \t\n", scalar->text[0]) != NULL)
    return FALSE;
  for (const char *p = scalar->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '\n' &&
          (c < 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff))
        return FALSE;
    }
  return TRUE;
}

static void
append_literal (Writer *self, const char *text, guint indent)
{
  gsize len = strlen (text);
  const char *chomp = text[len - 1] != '\n' ? "-" : text[len - 2] == '\n' ? "+" : "";
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);

  g_string_append_printf (self->out, "|%s", chomp);
  for (guint i = 0; i < n - (text[len - 1] == '\n' ? 1 : 0); i++)
    {
      g_string_append_c (self->out, '\n');
      if (*lines[i] != '\0')
        indent_by (self->out, indent);
      g_string_append (self->out, lines[i]);
    }
}

/* Local ones, which mean something to Compose: `!reset`, `!override`. */
static void
append_tag (Writer *self, const char *tag)
{
  if (tag == NULL || tag[0] != '!' || tag[1] == '\0')
    return;
  for (const char *p = tag + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-_", *p) == NULL)
      return;
  g_string_append (self->out, tag);
  g_string_append_c (self->out, ' ');
}

static void
append_scalar (Writer *self, const BhYamlNode *scalar, guint indent)
{
  append_tag (self, scalar->tag);
  if (bh_yaml_type (scalar) != BH_YAML_STRING)
    g_string_append (self->out, scalar->text);
  else if (fits_literal (scalar))
    append_literal (self, scalar->text, indent);
  else
    bh_yaml_append_scalar (self->out, scalar->text);
}

static void
add_span (Writer *self, gsize begin, gsize value, int setting)
{
  BhSpan span = { begin, self->out->len, value, setting };

  if (self->spans != NULL && setting != BH_YAML_NO_SETTING)
    g_array_append_val (self->spans, span);
}

/* What stands behind `key:` or `-`, which begins at BEGIN and has been written. Lists and maps go
 * on INDENT columns in. */
static void
write_value (Writer *self, const BhYamlNode *node, gsize begin, guint indent, int inherited)
{
  int setting = node->setting != BH_YAML_NO_SETTING ? node->setting : inherited;
  gboolean empty = bh_yaml_node_is_empty (node);
  gsize value = begin;

  if (node->kind == BH_YAML_SCALAR && node->len == 0 && bh_yaml_is_null (node))
    add_span (self, begin, begin, setting);
  else if (node->kind == BH_YAML_SCALAR)
    {
      g_string_append_c (self->out, ' ');
      value = self->out->len;
      append_scalar (self, node, indent);
      add_span (self, begin, value, setting);
    }
  else
    {
      if (empty)
        g_string_append (self->out, node->kind == BH_YAML_MAPPING ? " {}" : " []");
      add_span (self, begin, begin, empty ? setting : node->setting);
    }
  g_string_append_c (self->out, '\n');
  if (node->kind != BH_YAML_SCALAR && !empty)
    write_node (self, node, indent, setting);
}

static void
write_mapping (Writer *self, const BhYamlNode *node, guint indent, gboolean indented, int setting)
{
  for (guint i = 0; i < bh_yaml_length (node); i++)
    {
      gsize begin;

      if (i > 0 || !indented)
        indent_by (self->out, indent);
      begin = self->out->len;
      append_scalar (self, bh_yaml_key (node, i), indent);
      g_string_append_c (self->out, ':');
      write_value (self, bh_yaml_value (node, i), begin, indent + 2, setting);
    }
}

static void
write_sequence (Writer *self, const BhYamlNode *node, guint indent, int setting)
{
  for (guint i = 0; i < bh_yaml_length (node); i++)
    {
      const BhYamlNode *item = bh_yaml_item (node, i);
      int own = item->setting != BH_YAML_NO_SETTING ? item->setting : setting;
      gsize begin;

      indent_by (self->out, indent);
      begin = self->out->len;
      g_string_append_c (self->out, '-');
      if (item->kind == BH_YAML_MAPPING && !bh_yaml_node_is_empty (item))
        {
          g_string_append_c (self->out, ' ');
          write_mapping (self, item, indent + 2, TRUE, own);
        }
      else
        write_value (self, item, begin, indent + 2, setting);
    }
}

static void
write_node (Writer *self, const BhYamlNode *node, guint indent, int setting)
{
  if (node->kind == BH_YAML_MAPPING)
    write_mapping (self, node, indent, FALSE, setting);
  else
    write_sequence (self, node, indent, setting);
}

void
bh_yaml_write (GString *out, const BhYamlNode *node, guint indent, GArray *spans)
{
  Writer self = { out, spans };

  write_node (&self, node, indent, BH_YAML_NO_SETTING);
}
