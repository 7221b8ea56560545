/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-option-picker.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "form/bh-form-spec.h"

#define SECTION "section"

/* The last section is where people look who do not know where an option is. */
static gboolean
offers (BhSection section, const BhOption *option)
{
  if ((option->flags & BH_OPTION_HIDDEN) != 0)
    return FALSE;
  return section == BH_SECTION_OTHER ||
         (option->section == section && bh_form_spec_find (option) == NULL);
}

static void
on_fill (BhPicker *picker)
{
  BhSection section = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (picker), SECTION));
  guint n_options;
  const BhOption *options = bh_option_table (&n_options);

  for (guint i = 0; i < n_options; i++)
    {
      g_autofree char *name = g_strdup_printf ("--%s", options[i].name);
      BhSection page = bh_form_spec_get_section (&options[i]);

      if (offers (section, &options[i]))
        bh_picker_add (picker, name, _ (options[i].summary),
                       page != section ? bh_section_get_title (page) : NULL);
    }
}

const BhOption *
bh_option_picker_find (const char *name)
{
  const char *plain = name + strspn (name, "-");

  return bh_option_find (plain, strlen (plain));
}

BhPicker *
bh_option_picker_new (BhSection section)
{
  BhPicker *picker = bh_picker_new (_ ("Add _Option"), "list-add-symbolic", FALSE);

  g_object_set_data (G_OBJECT (picker), SECTION, GINT_TO_POINTER (section));
  g_signal_connect (picker, "fill", G_CALLBACK (on_fill), NULL);
  return picker;
}
