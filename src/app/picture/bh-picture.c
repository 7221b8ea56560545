/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture/bh-picture.h"

#include <glib/gi18n-lib.h>

#include "bh-widget.h"
#include "export/bh-setting-words.h"
#include "picture/bh-picture-row.h"
#include "wall/bh-wall.h"

struct _BhPicture
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkListBox *list;

  /* Owned references */
  BhDocument *document;

  gboolean stale; /* the document has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (BhPicture, bh_picture, GTK_TYPE_WIDGET)

enum
{
  REVEAL,
  REVEAL_OPTION,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The row at INDEX, made when there is none. Rows are used again, so that the focus stays. */
static BhPictureRow *
get_row (BhPicture *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  if (row == NULL)
    {
      gtk_list_box_append (self->list, bh_picture_row_new ());
      row = gtk_list_box_get_row_at_index (self->list, (int) index);
    }
  return BH_PICTURE_ROW (row);
}

static char *
dup_words (const BhState *state, const BhOpening *opening)
{
  GString *words;

  if (opening->setting < 0)
    return NULL;
  words = g_string_new (NULL);
  bh_setting_append_words (words, state->settings[opening->setting]);
  return g_string_free (words, FALSE);
}

static guint
show_wall (BhPicture *self, const BhState *state, const BhWall *wall, guint index)
{
  bh_picture_row_show (get_row (self, index++), wall, NULL, NULL);
  for (guint i = 0; i < wall->openings->len; i++)
    {
      const BhOpening *opening = g_ptr_array_index (wall->openings, i);
      g_autofree char *words = dup_words (state, opening);

      bh_picture_row_show (get_row (self, index++), wall, opening, words);
    }
  return index;
}

static void
show (BhPicture *self)
{
  const BhReport *report = bh_document_get_report (self->document);
  g_autoptr (BhWalls) walls = bh_walls_new (report);
  GtkListBoxRow *row;
  guint index = 0;

  self->stale = FALSE;
  for (guint i = 0; i < BH_N_WALLS; i++)
    index = show_wall (self, report->state, &walls->walls[i], index);
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) index)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
on_updated (BhPicture *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
  else
    self->stale = TRUE;
}

static void
bh_picture_map (GtkWidget *widget)
{
  BhPicture *self = BH_PICTURE (widget);

  if (self->stale && self->document != NULL)
    show (self);
  GTK_WIDGET_CLASS (bh_picture_parent_class)->map (widget);
}

static void
on_activated (BhPicture *self, BhPictureRow *row)
{
  const char *option;
  int setting;

  if (!bh_picture_row_get_target (row, &setting, &option))
    return;
  if (setting >= 0)
    g_signal_emit (self, signals[REVEAL], 0, setting);
  else if (option != NULL)
    g_signal_emit (self, signals[REVEAL_OPTION], 0, bh_option_get (option));
}

void
bh_picture_set_document (BhPicture *self, BhDocument *document)
{
  g_return_if_fail (BH_IS_PICTURE (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "updated", G_CALLBACK (on_updated), self, G_CONNECT_SWAPPED);
  on_updated (self);
}

GskRenderNode *
bh_picture_render (BhPicture *self, int *ret_width, int *ret_height)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  GtkSnapshot *snapshot;

  g_return_val_if_fail (BH_IS_PICTURE (self), NULL);

  paintable = gtk_widget_paintable_new (self->content);
  *ret_width = gdk_paintable_get_intrinsic_width (paintable);
  *ret_height = gdk_paintable_get_intrinsic_height (paintable);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, *ret_width, *ret_height);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
bh_picture_dispose (GObject *object)
{
  BhPicture *self = BH_PICTURE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_PICTURE);
  bh_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bh_picture_parent_class)->dispose (object);
}

static void
bh_picture_class_init (BhPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_picture_dispose;
  widget_class->map = bh_picture_map;

  signals[REVEAL] = g_signal_new ("reveal", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REVEAL_OPTION] =
      g_signal_new ("reveal-option", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "picture");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/picture/"
                                                             "bh-picture.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPicture, content);
  gtk_widget_class_bind_template_child (widget_class, BhPicture, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
bh_picture_init (BhPicture *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
