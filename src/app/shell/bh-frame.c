/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shell/bh-frame.h"

struct _BhFrame
{
  GtkWidget parent_instance;

  AdwLeaflet *leaflet;
  AdwBin *sidebar;
  GtkWidget *main;
  AdwBin *header;
  GtkPaned *paned;
  AdwFlap *flap;
  AdwBin *content;
  AdwBin *aside;
  AdwBin *bottom;
};

G_DEFINE_FINAL_TYPE (BhFrame, bh_frame, GTK_TYPE_WIDGET)

enum
{
  PROP_SIDEBAR = 1,
  PROP_HEADER,
  PROP_CONTENT,
  PROP_ASIDE,
  PROP_BOTTOM,
  N_SLOTS,
  PROP_FOLDED = N_SLOTS,
  PROP_SHOW_ASIDE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *name;
  gsize offset;
} slots[N_SLOTS] = {
  [PROP_SIDEBAR] = { "sidebar", G_STRUCT_OFFSET (BhFrame, sidebar) },
  [PROP_HEADER] = { "header", G_STRUCT_OFFSET (BhFrame, header) },
  [PROP_CONTENT] = { "content", G_STRUCT_OFFSET (BhFrame, content) },
  [PROP_ASIDE] = { "aside", G_STRUCT_OFFSET (BhFrame, aside) },
  [PROP_BOTTOM] = { "bottom", G_STRUCT_OFFSET (BhFrame, bottom) },
};

static AdwBin *
get_slot (BhFrame *self, guint prop_id)
{
  return G_STRUCT_MEMBER (AdwBin *, self, slots[prop_id].offset);
}

static void
on_folded (BhFrame *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
on_reveal_flap (BhFrame *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_ASIDE]);
}

void
bh_frame_show_sidebar (BhFrame *self)
{
  g_return_if_fail (BH_IS_FRAME (self));

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
}

void
bh_frame_show_content (BhFrame *self)
{
  g_return_if_fail (BH_IS_FRAME (self));

  adw_leaflet_set_visible_child (self->leaflet, self->main);
}

void
bh_frame_uncover_content (BhFrame *self)
{
  g_return_if_fail (BH_IS_FRAME (self));

  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  bh_frame_show_content (self);
}

static void
bh_frame_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BhFrame *self = BH_FRAME (object);

  if (prop_id < N_SLOTS)
    g_value_set_object (value, adw_bin_get_child (get_slot (self, prop_id)));
  else if (prop_id == PROP_FOLDED)
    g_value_set_boolean (value, adw_leaflet_get_folded (self->leaflet));
  else if (prop_id == PROP_SHOW_ASIDE)
    g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_frame_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  BhFrame *self = BH_FRAME (object);

  if (prop_id < N_SLOTS)
    adw_bin_set_child (get_slot (self, prop_id), g_value_get_object (value));
  else if (prop_id == PROP_SHOW_ASIDE)
    adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_frame_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_FRAME);
  G_OBJECT_CLASS (bh_frame_parent_class)->dispose (object);
}

static void
bh_frame_class_init (BhFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = bh_frame_get_property;
  object_class->set_property = bh_frame_set_property;
  object_class->dispose = bh_frame_dispose;

  for (guint i = 1; i < N_SLOTS; i++)
    properties[i] = g_param_spec_object (slots[i].name, NULL, NULL, GTK_TYPE_WIDGET,
                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] =
      g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_ASIDE] =
      g_param_spec_boolean ("show-aside", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/bulkhead/Bulkhead/shell/bh-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, BhFrame, leaflet);
  gtk_widget_class_bind_template_child (widget_class, BhFrame, sidebar);
  gtk_widget_class_bind_template_child (widget_class, BhFrame, main);
  gtk_widget_class_bind_template_child (widget_class, BhFrame, header);
  gtk_widget_class_bind_template_child (widget_class, BhFrame, paned);
  gtk_widget_class_bind_template_child (widget_class, BhFrame, flap);
  gtk_widget_class_bind_template_child (widget_class, BhFrame, content);
  gtk_widget_class_bind_template_child (widget_class, BhFrame, aside);
  gtk_widget_class_bind_template_child (widget_class, BhFrame, bottom);
}

static void
bh_frame_init (BhFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bh_frame_show_content (self);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (on_folded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal_flap), self,
                           G_CONNECT_SWAPPED);
}
