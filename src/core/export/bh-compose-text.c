/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"

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
