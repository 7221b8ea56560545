/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "start/bh-start-page.h"

#include <glib/gi18n-lib.h>

#include "bh-note.h"
#include "bh-widget.h"
#include "start/bh-paste-box.h"
#include "start/bh-starter.h"

struct _BhStartPage
{
  GtkWidget parent_instance;

  BhPasteBox *paste_box;
  GtkListBox *starters;
};

G_DEFINE_FINAL_TYPE (BhStartPage, bh_start_page, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Careless in the ways of many a README. */
#define EXAMPLE                                                                                    \
  "docker run -d --name web -p 8080:80 -e DB_PASSWORD=hunter2 \\\n"                                \
  "  -v /var/run/docker.sock:/var/run/docker.sock -v \"$PWD/html\":/usr/share/nginx/html \\\n"     \
  "  --restart always nginx"

static void
add_starter (BhStartPage *self, const BhStarter *starter)
{
  g_autofree char *icon = g_strdup_printf ("bh-starter-%s-symbolic", starter->icon);
  GtkWidget *row =
      g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", _ (starter->title),
                    "subtitle", _ (starter->summary), "icon-name", icon, "activatable", TRUE, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  bh_widget_fit_titles (row);
  gtk_list_box_append (self->starters, row);
}

static void
on_starter (BhStartPage *self, GtkListBoxRow *row)
{
  guint n_starters;
  const BhStarter *starter = &bh_starter_table (&n_starters)[gtk_list_box_row_get_index (row)];
  g_autoptr (BhState) state = bh_starter_make_state (starter);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_note_free);

  g_ptr_array_add (notes, bh_note_new (BH_NOTE_ABOUT, NULL, -1, "%s", _ (starter->story)));
  g_signal_emit (self, signals[CHOSEN], 0, state, notes);
}

static void
on_chosen (BhStartPage *self, BhState *state, GPtrArray *notes)
{
  g_signal_emit (self, signals[CHOSEN], 0, state, notes);
}

static void
on_example (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_paste_box_set_text (BH_START_PAGE (widget)->paste_box, EXAMPLE);
  gtk_widget_grab_focus (widget);
}

static gboolean
bh_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BH_START_PAGE (widget)->paste_box));
}

static void
bh_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_START_PAGE);
  bh_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (bh_start_page_parent_class)->dispose (object);
}

static void
bh_start_page_class_init (BhStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_start_page_dispose;
  widget_class->grab_focus = bh_start_page_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_PTR_ARRAY);

  gtk_widget_class_install_action (widget_class, "start.example", NULL, on_example);

  g_type_ensure (BH_TYPE_PASTE_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/start/"
                                                             "bh-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BhStartPage, paste_box);
  gtk_widget_class_bind_template_child (widget_class, BhStartPage, starters);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_starter);
}

static void
bh_start_page_init (BhStartPage *self)
{
  guint n_starters;
  const BhStarter *starters = bh_starter_table (&n_starters);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_starters; i++)
    add_starter (self, &starters[i]);
}
