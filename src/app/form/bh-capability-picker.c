/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-capability-picker.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "value/bh-capability.h"

#define ALL "ALL"

static void
add_capability (BhPicker *picker, BhCapability capability)
{
  gboolean by_default = (BH_CAP_DEFAULT_MASK & BH_CAP_BIT (capability)) != 0;

  bh_picker_add (picker, bh_capability_to_string (capability),
                 _ (bh_capability_get_summary (capability)),
                 /* TRANSLATORS: a capability that a container has without being given it. */
                 by_default ? _ ("by default") : NULL);
}

/* Those that the engine gives come first: they are the ones to drop, or to add back. */
static void
on_fill (BhPicker *picker)
{
  g_autofree char *all = bh_capability_picker_dup_summary (ALL);

  bh_picker_add (picker, ALL, all, NULL);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < BH_N_CAPABILITIES; i++)
      if (((BH_CAP_DEFAULT_MASK & BH_CAP_BIT (i)) != 0) == (pass == 0))
        add_capability (picker, i);
}

char *
bh_capability_picker_dup_summary (const char *name)
{
  BhCapability capability;

  if (g_ascii_strcasecmp (name, ALL) == 0)
    return g_strdup (_ ("everything that root can do"));
  if (bh_capability_from_string (name, strlen (name), &capability))
    return g_strdup (_ (bh_capability_get_summary (capability)));
  return g_strdup ("");
}

BhPicker *
bh_capability_picker_new (const char *label, const char *icon_name, gboolean icon_only)
{
  BhPicker *picker = bh_picker_new (label, icon_name, icon_only);

  g_signal_connect (picker, "fill", G_CALLBACK (on_fill), NULL);
  return picker;
}
