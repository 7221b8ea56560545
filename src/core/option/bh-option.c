/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "option/bh-option.h"

#include <string.h>

#include "option/bh-option-table.h"

#define MAX_ALIASES 8

typedef struct
{
  const char *name;
  const BhOption *option;
} Alias;

/* Made once from the rows: the few aliases, and the options by their letter. */
static Alias aliases[MAX_ALIASES];
static guint n_aliases;
static const BhOption *by_letter[128];

static void
index_option (const BhOption *option)
{
  if (option->short_name != '\0')
    by_letter[(guchar) option->short_name] = option;
  for (guint i = 0; option->aliases != NULL && option->aliases[i] != NULL; i++)
    {
      g_assert (n_aliases < MAX_ALIASES);
      aliases[n_aliases++] = (Alias){ option->aliases[i], option };
    }
}

static void
index_once (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  for (guint i = 0; i < bh_n_options; i++)
    index_option (&bh_options[i]);
  g_once_init_leave (&done, 1);
}

const BhOption *
bh_option_table (guint *n_options)
{
  *n_options = bh_n_options;
  return bh_options;
}

/* As strcmp () of the LEN bytes NAME with the whole of OTHER. */
static int
compare_name (const char *name, gsize len, const char *other)
{
  int order = strncmp (name, other, len);

  return order != 0 ? order : -(int) (guchar) other[len];
}

const BhOption *
bh_option_find (const char *name, gsize len)
{
  guint begin = 0;
  guint end = bh_n_options;

  while (begin < end)
    {
      guint middle = (begin + end) / 2;
      int order = compare_name (name, len, bh_options[middle].name);

      if (order == 0)
        return &bh_options[middle];
      if (order < 0)
        end = middle;
      else
        begin = middle + 1;
    }
  index_once ();
  for (guint i = 0; i < n_aliases; i++)
    if (compare_name (name, len, aliases[i].name) == 0)
      return aliases[i].option;
  return NULL;
}

const BhOption *
bh_option_find_short (char letter)
{
  index_once ();
  return (guchar) letter < G_N_ELEMENTS (by_letter) ? by_letter[(guchar) letter] : NULL;
}

const BhOption *
bh_option_get (const char *name)
{
  const BhOption *option = bh_option_find (name, strlen (name));

  g_return_val_if_fail (option != NULL, NULL);

  return option;
}

guint
bh_option_index (const BhOption *option)
{
  return (guint) (option - bh_options);
}

gboolean
bh_option_takes_value (const BhOption *option)
{
  return option->kind != BH_KIND_FLAG;
}

/* What is wrong with one row, or NULL. */
static char *
check_option (const BhOption *option)
{
  const char *summary = option->summary;

  if (summary == NULL || *summary == '\0')
    return g_strdup_printf ("--%s has no summary", option->name);
  if (summary[strlen (summary) - 1] == '.')
    return g_strdup_printf ("the summary of --%s ends with a full stop", option->name);
  if ((option->kind == BH_KIND_FLAG) != (option->client_type == NULL))
    return g_strdup_printf ("--%s: only flags have no type in the client's help", option->name);
  if ((option->kind == BH_KIND_FLAG) != (option->metavar == NULL))
    return g_strdup_printf ("--%s: only flags have no metavar", option->name);
  if ((option->flags & BH_OPTION_CLIENT_ONLY) && option->compose != NULL &&
      g_strcmp0 (option->name, "pull") != 0)
    return g_strdup_printf ("--%s never reaches the engine, but has a key in Compose",
                            option->name);
  for (guint i = 0; option->aliases != NULL && option->aliases[i] != NULL; i++)
    if (bh_option_find (option->aliases[i], strlen (option->aliases[i])) != option)
      return g_strdup_printf ("the alias --%s does not lead to --%s", option->aliases[i],
                              option->name);
  return NULL;
}

char *
bh_option_table_check (void)
{
  for (guint i = 0; i < bh_n_options; i++)
    {
      const BhOption *option = &bh_options[i];
      char *problem = check_option (option);

      if (problem != NULL)
        return problem;
      if (i > 0 && strcmp (bh_options[i - 1].name, option->name) >= 0)
        return g_strdup_printf ("--%s is out of order", option->name);
      if (option->short_name != '\0' && bh_option_find_short (option->short_name) != option)
        return g_strdup_printf ("-%c belongs to two options", option->short_name);
    }
  return NULL;
}
