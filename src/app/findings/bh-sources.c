/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-sources.h"

#include "rule/bh-reference.h"

static void
append_source (GString *markup, const char *reference)
{
  g_autofree char *address = bh_reference_dup_address (reference);
  g_autofree char *source = address != NULL
                                ? g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">%s</a>",
                                                           address, address, reference)
                                : g_markup_escape_text (reference, -1);

  g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n" : "", source);
}

void
bh_sources_show (GtkLabel *label, const char *const *references)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  g_return_if_fail (GTK_IS_LABEL (label));

  for (guint i = 0; references[i] != NULL; i++)
    append_source (markup, references[i]);
  gtk_label_set_markup (label, markup->str);
}
