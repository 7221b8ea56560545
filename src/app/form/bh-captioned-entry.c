/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-captioned-entry.h"

#include "bh-widget.h"

struct _BhCaptionedEntry
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkLabel *caption;
  GtkBox *line;
  GtkEntry *entry;
};

static void editable_init (GtkEditableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BhCaptionedEntry,
                               bh_captioned_entry,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_EDITABLE, editable_init))

enum
{
  PROP_CAPTION = 1,
  PROP_PLACEHOLDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GtkEditable *
bh_captioned_entry_get_delegate (GtkEditable *editable)
{
  return GTK_EDITABLE (BH_CAPTIONED_ENTRY (editable)->entry);
}

static void
editable_init (GtkEditableInterface *iface)
{
  iface->get_delegate = bh_captioned_entry_get_delegate;
}

GtkEntry *
bh_captioned_entry_get_entry (BhCaptionedEntry *self)
{
  g_return_val_if_fail (BH_IS_CAPTIONED_ENTRY (self), NULL);

  return self->entry;
}

void
bh_captioned_entry_set_caption (BhCaptionedEntry *self, const char *caption)
{
  g_return_if_fail (BH_IS_CAPTIONED_ENTRY (self));

  gtk_label_set_label (self->caption, caption);
}

void
bh_captioned_entry_add_suffix (BhCaptionedEntry *self, GtkWidget *widget)
{
  g_return_if_fail (BH_IS_CAPTIONED_ENTRY (self));

  gtk_box_append (self->line, widget);
}

static void
bh_captioned_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (!gtk_editable_delegate_get_property (object, prop_id, value, pspec))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_captioned_entry_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  BhCaptionedEntry *self = BH_CAPTIONED_ENTRY (object);

  if (prop_id == PROP_CAPTION)
    bh_captioned_entry_set_caption (self, g_value_get_string (value));
  else if (prop_id == PROP_PLACEHOLDER)
    gtk_entry_set_placeholder_text (self->entry, g_value_get_string (value));
  else if (!gtk_editable_delegate_set_property (object, prop_id, value, pspec))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static gboolean
bh_captioned_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BH_CAPTIONED_ENTRY (widget)->entry));
}

static void
bh_captioned_entry_dispose (GObject *object)
{
  BhCaptionedEntry *self = BH_CAPTIONED_ENTRY (object);

  if (self->entry != NULL)
    gtk_editable_finish_delegate (GTK_EDITABLE (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_CAPTIONED_ENTRY);
  bh_widget_unparent_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (bh_captioned_entry_parent_class)->dispose (object);
}

static void
bh_captioned_entry_class_init (BhCaptionedEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_captioned_entry_get_property;
  object_class->set_property = bh_captioned_entry_set_property;
  object_class->dispose = bh_captioned_entry_dispose;
  widget_class->grab_focus = bh_captioned_entry_grab_focus;

  properties[PROP_CAPTION] =
      g_param_spec_string ("caption", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder-text", NULL, NULL, NULL,
                                                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_editable_install_properties (object_class, N_PROPS);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/form/"
                                                             "bh-captioned-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, BhCaptionedEntry, caption);
  gtk_widget_class_bind_template_child (widget_class, BhCaptionedEntry, line);
  gtk_widget_class_bind_template_child (widget_class, BhCaptionedEntry, entry);
}

static void
bh_captioned_entry_init (BhCaptionedEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_init_delegate (GTK_EDITABLE (self));
}

GtkWidget *
bh_captioned_entry_new (const char *caption, const char *placeholder)
{
  return g_object_new (BH_TYPE_CAPTIONED_ENTRY, "caption", caption, "placeholder-text", placeholder,
                       NULL);
}
