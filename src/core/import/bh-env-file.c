/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-env-file.h"

#include <string.h>

#include "bh-error.h"
#include "bh-i18n.h"
#include "import/bh-import.h"

/* The client reads lines through a buffer of 64 KiB. */
#define MAX_LINE 65535

typedef struct
{
  const char *name;
  guint line;
  GPtrArray *lines;
  GError **error;
} Reader;

static gboolean
refuse (Reader *self, BhError code, const char *message)
{
  /* TRANSLATORS: a file, a line in it, what is wrong there. */
  g_set_error (self->error, BH_ERROR, code, _ ("%1$s:%2$u: %3$s"), self->name, self->line, message);
  return FALSE;
}

/* What Go takes for white space, besides what GLib does. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == '\v' || c == 0x85;
}

static const char *
skip_space (const char *at, const char *end)
{
  while (at < end && is_space (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
check_line (Reader *self, const char *begin, const char *end)
{
  if (end - begin > MAX_LINE)
    return refuse (self, BH_ERROR_TOO_LARGE,
                   _ ("this line is longer than the 64 KiB that docker reads"));
  if (memchr (begin, '\0', (gsize) (end - begin)) != NULL)
    return refuse (self, BH_ERROR_ENCODING, _ ("there is a NUL here, which no variable can hold"));
  return g_utf8_validate (begin, end - begin, NULL) ||
         refuse (self, BH_ERROR_ENCODING, _ ("this line is not UTF-8: save the file as UTF-8"));
}

static gboolean
check_name (Reader *self, const char *begin, const char *end)
{
  g_autofree char *name = g_strndup (begin, (gsize) (end - begin));
  g_autofree char *message = NULL;

  if (*name == '\0')
    return refuse (self, BH_ERROR_SYNTAX, _ ("the name before the = is missing"));
  if (strpbrk (name, " \t") == NULL)
    return TRUE;
  message = g_strdup_printf (
      g_str_has_prefix (name, "export ")
          ? _ ("“%s” has a blank in it: leave out “export”, this is no shell script")
          : _ ("the name “%s” has a blank in it: there is none around the =, and quotes mean "
               "nothing"),
      name);
  return refuse (self, BH_ERROR_SYNTAX, message);
}

static gboolean
read_line (Reader *self, const char *begin, const char *end)
{
  const char *equals;

  if (!check_line (self, begin, end))
    return FALSE;
  if (end > begin && end[-1] == '\r')
    end--;
  begin = skip_space (begin, end);
  if (begin == end || *begin == '#')
    return TRUE;
  equals = memchr (begin, '=', (gsize) (end - begin));
  if (!check_name (self, begin, equals != NULL ? equals : end))
    return FALSE;
  g_ptr_array_add (self->lines, g_strndup (begin, (gsize) (end - begin)));
  return TRUE;
}

GPtrArray *
bh_env_file_parse (const char *text, gsize len, const char *name, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { .name = name, .lines = lines, .error = error };
  const char *end = text + len;
  const char *at = text;

  if (len > BH_IMPORT_MAX_BYTES)
    {
      g_set_error (error, BH_ERROR, BH_ERROR_TOO_LARGE,
                   _ ("%1$s is larger than %2$u MiB, which is the most that is read"), name,
                   BH_IMPORT_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  if (len >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    at += 3;
  while (at < end)
    {
      const char *newline = memchr (at, '\n', (gsize) (end - at));

      reader.line++;
      if (!read_line (&reader, at, newline != NULL ? newline : end))
        return NULL;
      at = newline != NULL ? newline + 1 : end;
    }
  return g_steal_pointer (&lines);
}
