/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "findings/bh-finding-group.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* So many rows there are, until a person asks for all. */
#define MAX_ROWS 40

struct _BhFindingGroup
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *description;
  GtkListBox *list;
  GtkButton *more;

  /* Owned references */
  GListStore *items; /* what is shown: the first of the entries */
  GArray *entries;   /* (element-type BhFindingEntry), with keys of its own */

  guint limit;
};

G_DEFINE_FINAL_TYPE (BhFindingGroup, bh_finding_group, GTK_TYPE_BOX)

static void
entry_clear (gpointer data)
{
  g_free ((char *) ((BhFindingEntry *) data)->key);
}

static void
keep_entries (BhFindingGroup *self, const GArray *entries)
{
  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      BhFindingEntry entry = g_array_index (entries, BhFindingEntry, i);

      entry.key = g_strdup (entry.key);
      g_array_append_val (self->entries, entry);
    }
}

/* Rows cost much: of very many warnings only the first have one. */
static void
show_rows (BhFindingGroup *self)
{
  const guint n_shown = MIN (self->entries->len, self->limit);
  const guint n_hidden = self->entries->len - n_shown;
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (BhFindingEntry));
  g_autofree char *label = NULL;

  if (n_shown > 0)
    g_array_append_vals (shown, self->entries->data, n_shown);
  bh_finding_items_update (self->items, shown);
  label = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_hidden), n_hidden);
  gtk_button_set_label (self->more, label);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_hidden > 0);
}

void
bh_finding_group_set_limit (BhFindingGroup *self, guint limit)
{
  g_return_if_fail (BH_IS_FINDING_GROUP (self));

  self->limit = limit;
  show_rows (self);
}

/* Whoever has asked for more goes on with what has come. */
static void
on_more (BhFindingGroup *self)
{
  int first = (int) self->limit;

  bh_finding_group_set_limit (self, G_MAXUINT);
  bh_finding_group_focus (self, first);
}

void
bh_finding_group_update (BhFindingGroup *self, const GArray *entries)
{
  g_autofree char *count = NULL;

  g_return_if_fail (BH_IS_FINDING_GROUP (self));

  count = g_strdup_printf ("%u", entries->len);
  keep_entries (self, entries);
  show_rows (self);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self), entries->len > 0);
}

int
bh_finding_group_get_focused (BhFindingGroup *self)
{
  GtkWidget *row;

  g_return_val_if_fail (BH_IS_FINDING_GROUP (self), -1);

  row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

gboolean
bh_finding_group_focus (BhFindingGroup *self, int position)
{
  int n_rows;
  GtkListBoxRow *row;

  g_return_val_if_fail (BH_IS_FINDING_GROUP (self), FALSE);

  n_rows = (int) g_list_model_get_n_items (G_LIST_MODEL (self->items));
  row = gtk_list_box_get_row_at_index (self->list, MIN (position, n_rows - 1));
  return row != NULL && gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static int
find_position (BhFindingGroup *self, const char *key)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (g_array_index (self->entries, BhFindingEntry, i).key, key))
      return (int) i;
  return -1;
}

gboolean
bh_finding_group_open (BhFindingGroup *self, const char *key)
{
  int position;

  g_return_val_if_fail (BH_IS_FINDING_GROUP (self), FALSE);

  position = find_position (self, key);
  if (position < 0)
    return FALSE;
  if ((guint) position >= self->limit)
    bh_finding_group_set_limit (self, G_MAXUINT);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (
                                     gtk_list_box_get_row_at_index (self->list, position)),
                                 TRUE);
  return bh_finding_group_focus (self, position);
}

/* The arrow keys go on into the next list. */
static gboolean
on_keynav_failed (BhFindingGroup *self, GtkDirectionType direction)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (root == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;
  return gtk_widget_child_focus (root, direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD
                                                               : GTK_DIR_TAB_FORWARD);
}

static void
bh_finding_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BH_TYPE_FINDING_GROUP);
  g_clear_object (&BH_FINDING_GROUP (object)->items);
  g_clear_pointer (&BH_FINDING_GROUP (object)->entries, g_array_unref);
  G_OBJECT_CLASS (bh_finding_group_parent_class)->dispose (object);
}

static void
bh_finding_group_class_init (BhFindingGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_finding_group_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/"
                                                             "findings/bh-finding-group.ui");
  gtk_widget_class_bind_template_child (widget_class, BhFindingGroup, title);
  gtk_widget_class_bind_template_child (widget_class, BhFindingGroup, count);
  gtk_widget_class_bind_template_child (widget_class, BhFindingGroup, description);
  gtk_widget_class_bind_template_child (widget_class, BhFindingGroup, list);
  gtk_widget_class_bind_template_child (widget_class, BhFindingGroup, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_bind_template_callback (widget_class, on_keynav_failed);
}

static void
bh_finding_group_init (BhFindingGroup *self)
{
  self->items = g_list_store_new (BH_TYPE_FINDING_ITEM);
  self->entries = g_array_new (FALSE, FALSE, sizeof (BhFindingEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->limit = MAX_ROWS;
  gtk_widget_init_template (GTK_WIDGET (self));
}

BhFindingGroup *
bh_finding_group_new (const char *title,
                      const char *style_class,
                      const char *description,
                      GtkListBoxCreateWidgetFunc make_row,
                      gpointer user_data)
{
  BhFindingGroup *self = g_object_new (BH_TYPE_FINDING_GROUP, "visible", FALSE, NULL);

  gtk_label_set_label (self->title, title);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), style_class);
  gtk_label_set_label (self->description, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description), description != NULL);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->items), make_row, user_data, NULL);
  return self;
}
