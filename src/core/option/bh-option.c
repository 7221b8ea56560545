/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "option/bh-option.h"

#include <string.h>

#include "option/bh-option-table.h"

/* A power of two, several times the number of names. */
#define N_SLOTS 512

/* Made once from the rows: the options by name and alias, each in the first free slot from its hash
 * on, and by letter. */
static struct
{
  const char *name;
  const BhOption *option;
} slots[N_SLOTS];
static const BhOption *by_letter[128];

/* The slot of a name, or the free one where it would be. */
static guint
find_slot (const char *name, gsize len)
{
  guint hash = 0;
  guint slot;

  for (gsize i = 0; i < len; i++)
    hash = hash * 31 + (guchar) name[i];
  slot = hash % N_SLOTS;
  while (slots[slot].name != NULL &&
         (strncmp (slots[slot].name, name, len) != 0 || slots[slot].name[len] != '\0'))
    slot = (slot + 1) % N_SLOTS;
  return slot;
}

static void
index_name (const char *name, const BhOption *option)
{
  guint slot = find_slot (name, strlen (name));

  slots[slot].name = name;
  slots[slot].option = option;
}

static void
index_once (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  for (guint i = 0; i < bh_n_options; i++)
    {
      const BhOption *option = &bh_options[i];

      index_name (option->name, option);
      for (guint j = 0; option->aliases != NULL && option->aliases[j] != NULL; j++)
        index_name (option->aliases[j], option);
      if (option->short_name != '\0')
        by_letter[(guchar) option->short_name] = option;
    }
  g_once_init_leave (&done, 1);
}

const BhOption *
bh_option_table (guint *n_options)
{
  *n_options = bh_n_options;
  return bh_options;
}

const BhOption *
bh_option_find (const char *name, gsize len)
{
  index_once ();
  return slots[find_slot (name, len)].option;
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
