/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-cli-term.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define MAX_COLUMNS 100

gboolean
bh_cli_use_colour (void)
{
  static int use = -1;

  if (use < 0)
    {
      const char *no_colour = g_getenv ("NO_COLOR");

      use = isatty (STDOUT_FILENO) && (no_colour == NULL || *no_colour == '\0') &&
            g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
    }
  return use;
}

guint
bh_cli_columns (void)
{
  struct winsize size = { 0 };

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
    return MIN (size.ws_col, MAX_COLUMNS);
  return 80;
}

const char *
bh_cli_bold (void)
{
  return bh_cli_use_colour () ? "\033[1m" : "";
}

const char *
bh_cli_dim (void)
{
  return bh_cli_use_colour () ? "\033[2m" : "";
}

const char *
bh_cli_reset (void)
{
  return bh_cli_use_colour () ? "\033[0m" : "";
}

const char *
bh_cli_severity_colour (BhSeverity severity)
{
  static const char *const colours[] = {
    [BH_SEVERITY_INFO] = "\033[2m",        [BH_SEVERITY_LOW] = "\033[36m",
    [BH_SEVERITY_MEDIUM] = "\033[33m",     [BH_SEVERITY_HIGH] = "\033[1;31m",
    [BH_SEVERITY_CRITICAL] = "\033[1;35m",
  };

  return bh_cli_use_colour () ? colours[severity] : "";
}

/* Columns that a character takes: Hangul takes two. */
static guint
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
word_width (const char *begin, const char *end)
{
  guint width = 0;

  for (const char *p = begin; p < end; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));
  return width;
}

void
bh_cli_append_wrapped (GString *out, const char *text, guint indent)
{
  guint columns = bh_cli_columns ();
  guint column = 0;
  const char *p = text;

  while (*p != '\0')
    {
      const char *end = p + strcspn (p, " \n");
      guint width = word_width (p, end);

      if (column > indent && column + 1 + width > columns)
        {
          g_string_append_c (out, '\n');
          column = 0;
        }
      if (column == 0)
        {
          g_string_append_printf (out, "%*s", (int) indent, "");
          column = indent;
        }
      else if (column > indent)
        {
          g_string_append_c (out, ' ');
          column++;
        }
      g_string_append_len (out, p, end - p);
      column += width;
      if (*end == '\n')
        {
          g_string_append_c (out, '\n');
          column = 0;
        }
      p = *end != '\0' ? end + 1 : end;
    }
  if (column > 0)
    g_string_append_c (out, '\n');
}

/* The severity + 1 of the byte AT, 0 when it is not marked. */
static guint8
mark_at (const BhOutput *output, const guint8 *severities, guint n_settings, gsize at)
{
  for (guint i = 0; i < output->spans->len; i++)
    {
      const BhSpan *span = &g_array_index (output->spans, BhSpan, i);

      if (span->begin <= at && at < span->end && span->setting >= 0 &&
          (guint) span->setting < n_settings)
        return severities[span->setting];
    }
  return 0;
}

static void
append_underline (GString *out,
                  const BhOutput *output,
                  const guint8 *severities,
                  guint n_settings,
                  gsize begin,
                  gsize end)
{
  const char *text = output->text->str;
  g_autoptr (GString) marks = g_string_new (NULL);
  guint8 current = 0;
  gsize length = 0;

  for (const char *p = text + begin; p < text + end; p = g_utf8_next_char (p))
    {
      guint8 mark = mark_at (output, severities, n_settings, (gsize) (p - text));

      if (mark != current)
        {
          if (current != 0)
            g_string_append (marks, bh_cli_reset ());
          if (mark != 0)
            g_string_append (marks, bh_cli_severity_colour (mark - 1));
          current = mark;
        }
      for (guint i = char_width (g_utf8_get_char (p)); i > 0; i--)
        g_string_append_c (marks, mark != 0 ? '~' : ' ');
      if (mark != 0)
        length = marks->len;
    }
  if (length == 0)
    return;
  g_string_truncate (marks, length);
  g_string_append_printf (out, "  %s%s\n", marks->str, bh_cli_reset ());
}

void
bh_cli_append_marked (GString *out,
                      const BhOutput *output,
                      const guint8 *severities,
                      guint n_settings)
{
  const char *text = output->text->str;
  gsize begin = 0;

  while (begin < output->text->len)
    {
      gsize end = begin + strcspn (text + begin, "\n");

      g_string_append_printf (out, "  %s%.*s%s\n", bh_cli_bold (), (int) (end - begin),
                              text + begin, bh_cli_reset ());
      append_underline (out, output, severities, n_settings, begin, end);
      begin = end + 1;
    }
}
