/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture/bh-picture-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bh-severity-style.h"
#include "picture/bh-hull.h"

struct _BhPictureRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkImage *sign;
  GtkLabel *outside;
  BhHull *hull;
  GtkLabel *inside;

  char *key; /* what is shown, to tell whether it is another thing */
  const char *style_class;
  int setting;
  const char *option;
  gboolean leads;
};

G_DEFINE_FINAL_TYPE (BhPictureRow, bh_picture_row, GTK_TYPE_LIST_BOX_ROW)

/* How long something new takes to appear, in milliseconds. */
#define APPEAR_TIME 350

static void
appear (BhPictureRow *self)
{
  g_autoptr (AdwAnimation) animation = NULL;
  AdwAnimationTarget *target;

  /* The library skips it where the system wants no animations. */
  target = adw_property_animation_target_new (G_OBJECT (self), "opacity");
  animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, APPEAR_TIME, target);
  adw_animation_play (animation);
}

static void
set_style_class (BhPictureRow *self, const char *style_class)
{
  if (self->style_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->style_class);
  self->style_class = style_class;
  if (style_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), style_class);
}

static void
show_sign (BhPictureRow *self, int severity)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sign), severity >= 0);
  if (severity >= 0)
    gtk_image_set_from_icon_name (self->sign, bh_severity_get_icon_name ((BhSeverity) severity));
  set_style_class (self,
                   severity >= 0 ? bh_severity_get_style_class ((BhSeverity) severity) : NULL);
}

static void
show_head (BhPictureRow *self, const BhWall *wall)
{
  static const char *const conditions[] = {
    [BH_WALL_WHOLE] = N_ ("whole"),
    [BH_WALL_PIERCED] = N_ ("pierced"),
    [BH_WALL_GONE] = N_ ("gone"),
  };
  const char *title = bh_wall_id_get_title (wall->id);
  /* TRANSLATORS: a wall of the picture, such as "Network", then whole, pierced or gone, and what
   * that means in a sentence. */
  g_autofree char *label =
      g_strdup_printf (_ ("%1$s: %2$s. %3$s"), title, _ (conditions[wall->condition]), wall->text);

  gtk_widget_add_css_class (GTK_WIDGET (self), "head");
  gtk_label_set_label (self->outside, title);
  gtk_label_set_label (self->inside, _ (conditions[wall->condition]));
  show_sign (self, BH_OPENING_HARMLESS);
  if (wall->condition == BH_WALL_GONE)
    set_style_class (self, "gone");
  bh_hull_set_shape (self->hull, wall->condition == BH_WALL_GONE ? BH_HULL_RUIN : BH_HULL_PLATE,
                     BH_FLOW_BOTH);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), wall->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_opening (BhPictureRow *self, const BhWall *wall, const BhOpening *opening, const char *words)
{
  const char *severity =
      opening->severity >= 0 ? bh_severity_get_title ((BhSeverity) opening->severity) : NULL;
  g_autoptr (GString) text = g_string_new (opening->text);
  g_autofree char *label = NULL;

  if (words != NULL)
    g_string_append_printf (text, "\n%s", words);
  /* TRANSLATORS: something that goes through a wall of the picture: the wall, the thing, and what
   * it means. */
  label = g_strdup_printf (_ ("%1$s, %2$s: %3$s"), bh_wall_id_get_title (wall->id),
                           opening->outside, text->str);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "head");
  gtk_label_set_label (self->outside, opening->outside);
  gtk_label_set_label (self->inside, opening->inside);
  show_sign (self, opening->severity);
  bh_hull_set_shape (self->hull, wall->condition == BH_WALL_GONE ? BH_HULL_BREACH : BH_HULL_HOLE,
                     opening->flow);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  severity != NULL ? severity : "", -1);
}

void
bh_picture_row_show (BhPictureRow *self,
                     const BhWall *wall,
                     const BhOpening *opening,
                     const char *words)
{
  g_autofree char *key = NULL;

  g_return_if_fail (BH_IS_PICTURE_ROW (self));

  key = g_strdup_printf ("%u %u %s %s", wall->id, wall->condition,
                         opening != NULL ? opening->outside : "",
                         opening != NULL ? opening->inside : "");
  if (self->key != NULL && g_strcmp0 (key, self->key) != 0)
    appear (self);
  g_free (self->key);
  self->key = g_steal_pointer (&key);
  self->leads = opening != NULL;
  self->setting = opening != NULL ? opening->setting : BH_NO_SETTING;
  self->option = opening != NULL ? opening->option : NULL;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), self->leads);
  if (opening != NULL)
    show_opening (self, wall, opening, words);
  else
    show_head (self, wall);
}

gboolean
bh_picture_row_get_target (BhPictureRow *self, int *ret_setting, const char **ret_option)
{
  g_return_val_if_fail (BH_IS_PICTURE_ROW (self), FALSE);

  if (!self->leads)
    return FALSE;
  *ret_setting = self->setting;
  *ret_option = self->option;
  return TRUE;
}

static void
bh_picture_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_PICTURE_ROW);
  G_OBJECT_CLASS (bh_picture_row_parent_class)->dispose (object);
}

static void
bh_picture_row_finalize (GObject *object)
{
  g_free (BH_PICTURE_ROW (object)->key);
  G_OBJECT_CLASS (bh_picture_row_parent_class)->finalize (object);
}

static void
bh_picture_row_class_init (BhPictureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_picture_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_picture_row_finalize;

  g_type_ensure (BH_TYPE_HULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/picture/"
                                                             "bh-picture-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPictureRow, sign);
  gtk_widget_class_bind_template_child (widget_class, BhPictureRow, outside);
  gtk_widget_class_bind_template_child (widget_class, BhPictureRow, hull);
  gtk_widget_class_bind_template_child (widget_class, BhPictureRow, inside);
}

static void
bh_picture_row_init (BhPictureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bh_picture_row_new (void)
{
  return g_object_new (BH_TYPE_PICTURE_ROW, NULL);
}
