/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-setting-list.h"

#include "form/bh-focus-path.h"
#include "form/bh-row-type.h"

struct _BhSettingList
{
  GtkWidget parent_instance;

  /* Borrowed references */
  GtkListBox *list;
  GtkWidget *placeholder; /* (nullable) */

  /* Owned references */
  GPtrArray *rows;   /* (element-type BhSettingRow), in order, not owned */
  GArray *focus_way; /* (nullable): within a row */

  gboolean focus_added;
  int focus_setting; /* whose row gets the focus at the next update, or -1 */
};

G_DEFINE_FINAL_TYPE (BhSettingList, bh_setting_list, GTK_TYPE_WIDGET)

static BhSettingRow *
row_at (BhSettingList *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

static void
insert_row (BhSettingList *self, guint at, const BhSetting *setting)
{
  GtkWidget *row = g_object_new (bh_row_type_for (setting), NULL);

  g_ptr_array_insert (self->rows, (int) at, row);
  gtk_list_box_insert (self->list, row, (int) at);
}

/* Whoever removes a row with its button goes on with the one that takes its place. */
static void
remove_row (BhSettingList *self, guint at)
{
  GtkWidget *row = GTK_WIDGET (row_at (self, at));
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == row;

  if (had_focus && self->focus_setting < 0)
    self->focus_setting = (int) bh_setting_row_get_index (row_at (self, at));
  g_ptr_array_remove_index (self->rows, at);
  gtk_list_box_remove (self->list, row);
}

static gboolean
is_shown (BhSettingList *self, guint row, const BhSetting *setting)
{
  return bh_setting_row_get_setting (row_at (self, row)) == setting;
}

/* Returns the last row that was added, or G_MAXUINT. */
static guint
splice (BhSettingList *self, const BhState *state, const GArray *indices)
{
#define WANTED(i) (state->settings[g_array_index (indices, guint, (i))])
  guint n = indices->len;
  guint head = 0, tail = 0;
  guint added = G_MAXUINT;

  while (head < MIN (n, self->rows->len) && is_shown (self, head, WANTED (head)))
    head++;
  while (tail < MIN (n, self->rows->len) - head &&
         is_shown (self, self->rows->len - 1 - tail, WANTED (n - 1 - tail)))
    tail++;
  /* Fewer than there are: those in the middle go, whatever they are. */
  while (self->rows->len > n && self->rows->len > head + tail)
    remove_row (self, head);
  for (guint i = head; i < n - tail; i++)
    {
      gboolean has_row = i < self->rows->len - tail;

      if (has_row && G_OBJECT_TYPE (row_at (self, i)) == bh_row_type_for (WANTED (i)))
        continue;
      if (has_row)
        remove_row (self, i);
      insert_row (self, i, WANTED (i));
      added = i;
    }
  return added;
#undef WANTED
}

static void
focus_row (BhSettingList *self, BhSettingRow *row)
{
  if (self->focus_way == NULL || !bh_focus_path_follow (GTK_WIDGET (row), self->focus_way))
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

/* The row of the setting, or of what comes after it, or the last one. */
static BhSettingRow *
find_near (BhSettingList *self, int setting)
{
  for (guint i = 0; i < self->rows->len; i++)
    if ((int) bh_setting_row_get_index (row_at (self, i)) >= setting)
      return row_at (self, i);
  return self->rows->len > 0 ? row_at (self, self->rows->len - 1) : NULL;
}

static void
restore_focus (BhSettingList *self, guint added)
{
  BhSettingRow *row = NULL;

  if (self->focus_added && added != G_MAXUINT)
    row = row_at (self, added);
  else if (self->focus_setting >= 0)
    row = find_near (self, self->focus_setting);
  if (row != NULL)
    focus_row (self, row);
  else if (self->focus_setting >= 0)
    /* Nothing is left in it: what follows are the buttons that add. */
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  self->focus_added = FALSE;
  self->focus_setting = -1;
  g_clear_pointer (&self->focus_way, g_array_unref);
}

void
bh_setting_list_update (BhSettingList *self, BhDocument *document, const GArray *indices)
{
  const BhState *state;
  guint added;

  g_return_if_fail (BH_IS_SETTING_LIST (self));

  state = bh_document_get_state (document);
  added = splice (self, state, indices);
  for (guint i = 0; i < indices->len; i++)
    {
      bh_setting_row_update (row_at (self, i), document, g_array_index (indices, guint, i));
      bh_setting_row_set_place (row_at (self, i), i == 0, i == indices->len - 1);
    }
  /* GTK only hides it, and the last row would not look like the last one. */
  if (self->placeholder != NULL)
    gtk_widget_set_visible (self->placeholder, indices->len == 0);
  restore_focus (self, added);
}

BhSettingRow *
bh_setting_list_find (BhSettingList *self, int setting)
{
  g_return_val_if_fail (BH_IS_SETTING_LIST (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if ((int) bh_setting_row_get_index (row_at (self, i)) == setting)
      return row_at (self, i);
  return NULL;
}

void
bh_setting_list_focus_added (BhSettingList *self)
{
  g_return_if_fail (BH_IS_SETTING_LIST (self));

  self->focus_added = TRUE;
}

guint
bh_setting_list_get_n_rows (BhSettingList *self)
{
  g_return_val_if_fail (BH_IS_SETTING_LIST (self), 0);

  return self->rows->len;
}

/* A row has moved its setting, or made another of it: the focus goes there, to the same entry. */
static void
on_focus (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSettingList *self = BH_SETTING_LIST (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  g_clear_pointer (&self->focus_way, g_array_unref);
  if (row != NULL)
    self->focus_way = bh_focus_path_new (row);
  self->focus_setting = (int) g_variant_get_uint32 (parameter);
}

static void
bh_setting_list_dispose (GObject *object)
{
  BhSettingList *self = BH_SETTING_LIST (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->focus_way, g_array_unref);
  G_OBJECT_CLASS (bh_setting_list_parent_class)->dispose (object);
}

static void
bh_setting_list_class_init (BhSettingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_setting_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "list.focus", "u", on_focus);
}

static void
bh_setting_list_init (BhSettingList *self)
{
  self->rows = g_ptr_array_new ();
  self->focus_setting = -1;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

static void
set_placeholder (BhSettingList *self, const char *text)
{
  self->placeholder = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                                    PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, NULL);
  gtk_widget_add_css_class (self->placeholder, "dim-label");
  gtk_widget_add_css_class (self->placeholder, "placeholder");
  gtk_list_box_set_placeholder (self->list, self->placeholder);
}

BhSettingList *
bh_setting_list_new (const char *label, const char *placeholder)
{
  BhSettingList *self = g_object_new (BH_TYPE_SETTING_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (placeholder != NULL)
    set_placeholder (self, placeholder);
  return self;
}
