/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE
#include "import/bh-command-prompt.h"

#include <string.h>

/* The longest prompt, in bytes. */
#define MAX_PROMPT 120

static guint
skip_blanks (const char *text, guint at, guint end)
{
  while (at < end && (text[at] == ' ' || text[at] == '\t'))
    at++;
  return at;
}

guint
bh_line_end (const char *text, guint at, guint end)
{
  const char *newline = memchr (text + at, '\n', end - at);

  return newline ? (guint) (newline - text) : end;
}

/* Whether a command that matters begins at AT. */
static gboolean
starts_program (const char *text, guint at, guint end)
{
  static const char *const names[] = { "docker", "podman", "sudo" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize len = strlen (names[i]);

      if (len < end - at && memcmp (text + at, names[i], len) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether what stands before the last sign of a prompt looks like one. */
static gboolean
is_prompt_text (const char *prompt, guint len, char sign)
{
  guint word = 0;

  if (len == 0 || memchr (prompt, '\'', len) != NULL || memchr (prompt, '"', len) != NULL)
    return FALSE;
  while (word < len && prompt[word] != ' ')
    word++;
  if (prompt[0] == '[' || prompt[0] == '(')
    return prompt[len - 1] == ']' || (len > 2 && prompt[len - 2] == ')');
  if (memchr (prompt, '@', word) != NULL && memchr (prompt, '=', word) == NULL)
    return TRUE;
  if (sign == '>' && (prompt[1] == ':' || (len > 2 && memcmp (prompt, "PS ", 3) == 0)))
    return TRUE;
  /* unix>, bash-5.1$: one word and the sign right behind it. */
  return word == len && g_ascii_isalpha (prompt[0]) && memchr (prompt, '=', len) == NULL;
}

guint
bh_prompt_end (const char *text, guint at, guint end, gboolean hash)
{
  guint begin = skip_blanks (text, at, end);
  guint stop = MIN (bh_line_end (text, begin, end), begin + MAX_PROMPT);

  /* ``code`` in a web page; one backquote is a substitution to the lexer. */
  if (begin + 1 < stop && text[begin] == '`' && text[begin + 1] == '`')
    {
      while (begin < stop && text[begin] == '`')
        begin++;
      return begin;
    }
  for (guint i = begin; i + 1 < stop; i++)
    {
      guint rest;

      if (text[i] == '\0' || !strchr ("$%>#", text[i]) || !strchr (" \t", text[i + 1]))
        continue;
      rest = skip_blanks (text, i + 1, end);
      if (i == begin && (text[i] != '#' || (hash && starts_program (text, rest, end))))
        return rest;
      if (starts_program (text, rest, end) && is_prompt_text (text + begin, i - begin, text[i]))
        return rest;
    }
  return at;
}

gboolean
bh_names_program (const char *text, guint at, guint end)
{
  return memmem (text + at, end - at, "docker", 6) != NULL ||
         memmem (text + at, end - at, "podman", 6) != NULL;
}

/* Whether the line that begins at AT opens or closes a fenced block. */
static gboolean
is_fence (const char *text, guint at, guint end)
{
  while (at < end && strchr (" \t>", text[at]) != NULL)
    at++;
  if (end - at < 3 || memcmp (text + at, "```", 3) != 0)
    return FALSE;
  while (at < end && text[at] == '`')
    at++;
  return memchr (text + at, '`', bh_line_end (text, at, end) - at) == NULL;
}

/* The first line from AT on that is a fence, or END. */
static guint
find_fence (const char *text, guint at, guint end)
{
  while (at < end && !is_fence (text, at, end))
    at = MIN (bh_line_end (text, at, end) + 1, end);
  return at;
}

static guint
line_begin (const char *text, guint at)
{
  while (at > 0 && text[at - 1] != '\n')
    at--;
  return at;
}

/* Whether the line before the one that begins at BEGIN ends in a backslash. */
static gboolean
is_continued (const char *text, guint begin)
{
  guint end = begin - 1;

  if (end > 0 && text[end - 1] == '\r')
    end--;
  return end > 0 && text[end - 1] == '\\';
}

/* The line that names a program first, with the lines that it continues. */
static guint
find_first_line (const char *text, guint at, guint end)
{
  const char *docker = memmem (text + at, end - at, "docker", 6);
  const char *podman = memmem (text + at, end - at, "podman", 6);
  const char *first = docker == NULL || (podman != NULL && podman < docker) ? podman : docker;
  guint begin;

  if (first == NULL)
    return at;
  begin = line_begin (text, (guint) (first - text));
  while (begin > at && is_continued (text, begin))
    begin = line_begin (text, begin - 1);
  return MAX (begin, at);
}

gboolean
bh_find_commands (const char *text, guint at, guint end, BhRange *ret_range)
{
  guint fence;

  if (at >= end)
    return FALSE;
  fence = memmem (text + at, end - at, "```", 3) != NULL ? find_fence (text, at, end) : end;
  if (fence < end)
    {
      ret_range->begin = MIN (bh_line_end (text, fence, end) + 1, end);
      ret_range->end = find_fence (text, ret_range->begin, end);
      return TRUE;
    }
  if (at > 0)
    return FALSE;
  *ret_range = (BhRange){ find_first_line (text, at, end), end };
  return TRUE;
}
