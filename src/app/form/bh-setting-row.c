/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "form/bh-setting-row-private.h"

#include <glib/gi18n-lib.h>

#include "export/bh-mask.h"
#include "export/bh-setting-words.h"
#include "form/bh-edit.h"
#include "form/bh-notes.h"
#include "bh-reflow.h"

typedef struct
{
  /* Template widgets */
  GtkWidget *handle;
  AdwBin *slot;
  GtkWidget *more;
  GtkWidget *remove;
  BhNotes *notes;

  /* Borrowed references */
  GtkWidget *marked; /* what is wrong, or NULL */

  /* Owned references */
  BhDocument *document;
  BhSetting *setting;

  guint index;
  gboolean updating;
} BhSettingRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BhSettingRow, bh_setting_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_EDITOR = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static BhSettingRowPrivate *
get_private (BhSettingRow *self)
{
  return bh_setting_row_get_instance_private (self);
}

const BhSetting *
bh_setting_row_get_setting (BhSettingRow *self)
{
  return get_private (self)->setting;
}

BhDocument *
_bh_setting_row_get_document (BhSettingRow *self)
{
  return get_private (self)->document;
}

guint
bh_setting_row_get_index (BhSettingRow *self)
{
  return get_private (self)->index;
}

/* As it stands in a command, without a secret. */
static char *
dup_words (BhSetting *setting)
{
  g_autoptr (BhState) empty = bh_state_new_empty ();
  g_autoptr (BhState) alone = bh_state_add (empty, setting);
  guint n_secrets;
  g_autoptr (BhState) masked = bh_state_mask_secrets (alone, &n_secrets);
  GString *words = g_string_new (NULL);

  bh_setting_append_words (words, masked->settings[0]);
  return g_string_free (words, FALSE);
}

/* Rows of a list look alike to those who are read to: each says which one it is, and so do its
 * buttons. */
static void
name_row (BhSettingRow *self)
{
  BhSettingRowPrivate *priv = get_private (self);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *words = dup_words (priv->setting);
  g_autofree char *name =
      g_str_has_prefix (words, title) ? g_strdup (words) : g_strdup_printf ("%s: %s", title, words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->more), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->remove),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
show_setting (BhSettingRow *self, BhSetting *setting)
{
  BhSettingRowPrivate *priv = get_private (self);

  bh_setting_ref (setting);
  g_clear_pointer (&priv->setting, bh_setting_unref);
  priv->setting = setting;
}

gboolean
bh_setting_row_is_showing (BhSettingRow *self)
{
  return get_private (self)->updating;
}

void
bh_setting_row_show_again (BhSettingRow *self)
{
  BhSettingRowPrivate *priv = get_private (self);

  priv->updating = TRUE;
  BH_SETTING_ROW_GET_CLASS (self)->show (self, priv->setting);
  priv->updating = FALSE;
  name_row (self);
}

/* The entry that holds what is wrong, or else the whole row. A conflict that another row tells of
 * says where in that row it is, not in this one. */
static GtkWidget *
find_part (BhSettingRow *self, const BhProblem *problem)
{
  BhSettingRowClass *klass = BH_SETTING_ROW_GET_CLASS (self);
  BhSettingRowPrivate *priv = get_private (self);
  gboolean own = problem->setting == (int) priv->index && priv->setting->option != NULL;
  GtkWidget *part =
      own && klass->part != NULL ? klass->part (self, priv->setting, problem->where) : NULL;

  return part != NULL ? part : GTK_WIDGET (self);
}

static void
show_notes (BhSettingRow *self)
{
  BhSettingRowPrivate *priv = get_private (self);
  const BhProblem *refusal = bh_notes_show (priv->notes, priv->document, (int) priv->index);
  GtkWidget *part = refusal != NULL ? find_part (self, refusal) : NULL;

  bh_notes_describe (priv->notes, GTK_WIDGET (self));
  if (priv->marked != NULL && priv->marked != part)
    bh_notes_mark (priv->notes, priv->marked, FALSE);
  if (part != NULL)
    bh_notes_mark (priv->notes, part, TRUE);
  priv->marked = part;
}

void
bh_setting_row_update (BhSettingRow *self, BhDocument *document, guint index)
{
  BhSettingRowPrivate *priv = get_private (self);
  BhSetting *setting = bh_document_get_state (document)->settings[index];

  g_return_if_fail (BH_IS_SETTING_ROW (self));

  g_set_object (&priv->document, document);
  priv->index = index;
  if (setting != priv->setting)
    {
      show_setting (self, setting);
      bh_setting_row_show_again (self);
    }
  show_notes (self);
}

void
bh_setting_row_edited (BhSettingRow *self)
{
  BhSettingRowPrivate *priv = get_private (self);
  g_autoptr (BhText) value = NULL;
  const BhOption *option;

  g_return_if_fail (BH_IS_SETTING_ROW (self));

  if (priv->updating || priv->setting == NULL)
    return;
  option = priv->setting->option;
  value = BH_SETTING_ROW_GET_CLASS (self)->value (self, priv->setting, &option);
  bh_edit_replace (priv->document, priv->index, option, g_steal_pointer (&value));
  /* The widgets say it already: they are not to be touched while they are being typed in. */
  show_setting (self, bh_document_get_state (priv->document)->settings[priv->index]);
  name_row (self);
}

static void
on_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSettingRowPrivate *priv = get_private (BH_SETTING_ROW (widget));

  bh_edit_remove (priv->document, priv->index);
}

static void
on_duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSettingRowPrivate *priv = get_private (BH_SETTING_ROW (widget));

  bh_edit_duplicate (priv->document, priv->index);
  gtk_widget_activate_action (widget, "list.focus", "u", priv->index + 1);
}

/* Past the next row of the list, which need not be the next setting. */
static void
on_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhSettingRowPrivate *priv = get_private (BH_SETTING_ROW (widget));
  gboolean up = g_str_equal (name, "row.move-up");
  GtkWidget *other =
      up ? gtk_widget_get_prev_sibling (widget) : gtk_widget_get_next_sibling (widget);
  guint to;

  if (!BH_IS_SETTING_ROW (other))
    return;
  to = get_private (BH_SETTING_ROW (other))->index;
  if (to >= bh_document_get_state (priv->document)->n_settings)
    return;
  bh_edit_move (priv->document, priv->index, to);
  gtk_widget_activate_action (widget, "list.focus", "u", to);
}

void
bh_setting_row_set_place (BhSettingRow *self, gboolean first, gboolean last)
{
  g_return_if_fail (BH_IS_SETTING_ROW (self));

  gtk_widget_set_visible (get_private (self)->handle, !first || !last);
  /* The placeholder of an empty list is a child of it too, so that no row is the last child. */
  if (last)
    gtk_widget_add_css_class (GTK_WIDGET (self), "last");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "last");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.move-up", !first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.move-down", !last);
}

static void
on_focus_left (BhSettingRow *self)
{
  BhSettingRowPrivate *priv = get_private (self);

  if (priv->document != NULL)
    bh_document_end_merge (priv->document);
}

static void
bh_setting_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_EDITOR)
    adw_bin_set_child (get_private (BH_SETTING_ROW (object))->slot, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_setting_row_dispose (GObject *object)
{
  BhSettingRowPrivate *priv = get_private (BH_SETTING_ROW (object));

  g_clear_object (&priv->document);
  g_clear_pointer (&priv->setting, bh_setting_unref);
  G_OBJECT_CLASS (bh_setting_row_parent_class)->dispose (object);
}

static void
bh_setting_row_class_init (BhSettingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = bh_setting_row_set_property;
  object_class->dispose = bh_setting_row_dispose;

  properties[PROP_EDITOR] = g_param_spec_object ("editor", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "row.remove", NULL, on_remove);
  gtk_widget_class_install_action (widget_class, "row.duplicate", NULL, on_duplicate);
  gtk_widget_class_install_action (widget_class, "row.move-up", NULL, on_move);
  gtk_widget_class_install_action (widget_class, "row.move-down", NULL, on_move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.move-down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "row.duplicate",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "row.remove", NULL);

  g_type_ensure (BH_TYPE_NOTES);
  g_type_ensure (BH_TYPE_REFLOW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/form/"
                                                             "bh-setting-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, BhSettingRow, handle);
  gtk_widget_class_bind_template_child_private (widget_class, BhSettingRow, slot);
  gtk_widget_class_bind_template_child_private (widget_class, BhSettingRow, more);
  gtk_widget_class_bind_template_child_private (widget_class, BhSettingRow, remove);
  gtk_widget_class_bind_template_child_private (widget_class, BhSettingRow, notes);
}

static void
bh_setting_row_init (BhSettingRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  _bh_setting_row_init_drag (self, get_private (self)->handle);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
