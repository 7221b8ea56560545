/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-remarks.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _BhRemarks
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  AdwButtonContent *content;
  GtkLabel *heading;
  GtkBox *lines;

  char *said;
};

G_DEFINE_FINAL_TYPE (BhRemarks, bh_remarks, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
clear_lines (BhRemarks *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
}

static char *
join (const GPtrArray *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s\n", ((const BhNote *) g_ptr_array_index (notes, i))->message);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_line (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "max-width-chars", 44, "selectable", TRUE, NULL);
}

void
bh_remarks_set_notes (BhRemarks *self, const GPtrArray *notes)
{
  g_autofree char *said = join (notes);
  g_autofree char *title = NULL;

  g_return_if_fail (BH_IS_REMARKS (self));

  if (g_strcmp0 (said, self->said) == 0)
    return;
  clear_lines (self);
  for (guint i = 0; i < notes->len; i++)
    {
      const BhNote *note = g_ptr_array_index (notes, i);

      gtk_box_append (self->lines, make_line (note->message));
    }
  title = g_strdup_printf (ngettext ("%u remark", "%u remarks", notes->len), notes->len);
  adw_button_content_set_label (self->content, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), notes->len > 0);
  g_free (self->said);
  self->said = g_steal_pointer (&said);
}

void
bh_remarks_popup (BhRemarks *self)
{
  g_return_if_fail (BH_IS_REMARKS (self));

  gtk_menu_button_popup (self->button);
}

static void
bh_remarks_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BhRemarks *self = BH_REMARKS (object);

  if (prop_id == PROP_TITLE)
    gtk_label_set_label (self->heading, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_remarks_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_REMARKS);
  G_OBJECT_CLASS (bh_remarks_parent_class)->dispose (object);
}

static void
bh_remarks_finalize (GObject *object)
{
  g_free (BH_REMARKS (object)->said);
  G_OBJECT_CLASS (bh_remarks_parent_class)->finalize (object);
}

static void
bh_remarks_class_init (BhRemarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bh_remarks_set_property;
  object_class->dispose = bh_remarks_dispose;
  object_class->finalize = bh_remarks_finalize;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bulkhead/Bulkhead/bh-remarks.ui");
  gtk_widget_class_bind_template_child (widget_class, BhRemarks, button);
  gtk_widget_class_bind_template_child (widget_class, BhRemarks, content);
  gtk_widget_class_bind_template_child (widget_class, BhRemarks, heading);
  gtk_widget_class_bind_template_child (widget_class, BhRemarks, lines);
}

static void
bh_remarks_init (BhRemarks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
