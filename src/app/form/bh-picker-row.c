/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-picker-row.h"

#include <string.h>

struct _BhPickerRow
{
  GtkListBoxRow parent_instance;

  char *name;
  char *folded_name;
  char *folded_summary;
  int position;
};

G_DEFINE_FINAL_TYPE (BhPickerRow, bh_picker_row, GTK_TYPE_LIST_BOX_ROW)

const char *
bh_picker_row_get_name (BhPickerRow *self)
{
  g_return_val_if_fail (BH_IS_PICKER_ROW (self), NULL);

  return self->name;
}

int
bh_picker_row_get_position (BhPickerRow *self)
{
  g_return_val_if_fail (BH_IS_PICKER_ROW (self), 0);

  return self->position;
}

/* In the name counts more than in the meaning, and at its beginning more than within. */
static int
rank_word (BhPickerRow *self, const char *needle)
{
  if (g_str_has_prefix (self->folded_name, needle))
    return 4;
  if (strstr (self->folded_name, needle) != NULL)
    return 3;
  return strstr (self->folded_summary, needle) != NULL ? 1 : 0;
}

int
bh_picker_row_rank (BhPickerRow *self, char **needles)
{
  int best = 1;

  g_return_val_if_fail (BH_IS_PICKER_ROW (self), 0);

  for (guint i = 0; needles != NULL && needles[i] != NULL; i++)
    {
      const char *needle = needles[i] + strspn (needles[i], "-");
      int rank = *needle != '\0' ? rank_word (self, needle) : 1;

      if (rank == 0)
        return 0;
      best = MAX (best, rank);
    }
  return best;
}

static void
bh_picker_row_finalize (GObject *object)
{
  BhPickerRow *self = BH_PICKER_ROW (object);

  g_free (self->name);
  g_free (self->folded_name);
  g_free (self->folded_summary);
  G_OBJECT_CLASS (bh_picker_row_parent_class)->finalize (object);
}

static void
bh_picker_row_class_init (BhPickerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_picker_row_finalize;
}

static void
bh_picker_row_init (BhPickerRow *self)
{
}

static GtkWidget *
new_label (const char *text, const char *style_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 36, NULL);

  gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
new_title (const char *name, const char *tag)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = new_label (name, "monospace");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (line), title);
  if (tag != NULL)
    {
      GtkWidget *label = new_label (tag, "tag");

      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), label);
    }
  return line;
}

static void
describe (BhPickerRow *self, const char *summary, const char *tag)
{
  g_autofree char *text =
      tag != NULL ? g_strdup_printf ("%s. %s", tag, summary) : g_strdup (summary);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

GtkWidget *
bh_picker_row_new (const char *name, const char *summary, const char *tag, int position)
{
  BhPickerRow *self = g_object_new (BH_TYPE_PICKER_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *text = new_label (summary, "caption");
  const char *plain = name + strspn (name, "-");

  self->name = g_strdup (name);
  self->folded_name = g_utf8_casefold (plain, -1);
  self->folded_summary = g_utf8_casefold (summary, -1);
  self->position = position;
  gtk_widget_add_css_class (text, "dim-label");
  gtk_box_append (GTK_BOX (box), new_title (name, tag));
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  describe (self, summary, tag);
  return GTK_WIDGET (self);
}
