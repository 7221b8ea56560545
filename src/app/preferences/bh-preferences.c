/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "preferences/bh-preferences.h"

#include <glib/gi18n-lib.h>

#include "export/bh-output.h"

struct _BhPreferences
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  AdwComboRow *style;
  AdwComboRow *target;
  GtkSwitch *one_line;
  GtkSwitch *long_options;

  /* Owned references */
  GSettings *settings;
  GPtrArray *targets; /* of BhTarget, as in the row */
};

G_DEFINE_FINAL_TYPE (BhPreferences, bh_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the row and of the schema's enumeration. */
static const AdwColorScheme schemes[] = {
  ADW_COLOR_SCHEME_DEFAULT,
  ADW_COLOR_SCHEME_FORCE_LIGHT,
  ADW_COLOR_SCHEME_FORCE_DARK,
};

static gboolean
get_style (GValue *value, GVariant *variant, gpointer user_data)
{
  GSettings *settings = user_data;

  g_value_set_uint (value, (guint) g_settings_get_enum (settings, "style"));
  return TRUE;
}

static void
on_style_selected (BhPreferences *self)
{
  g_settings_set_enum (self->settings, "style", (int) adw_combo_row_get_selected (self->style));
}

static gboolean
get_target (GValue *value, GVariant *variant, gpointer user_data)
{
  BhPreferences *self = user_data;
  guint index;

  if (g_ptr_array_find (self->targets, bh_target_find (g_variant_get_string (variant, NULL)),
                        &index))
    g_value_set_uint (value, index);
  return TRUE;
}

static GVariant *
set_target (const GValue *value, const GVariantType *type, gpointer user_data)
{
  BhPreferences *self = user_data;
  const BhTarget *target = g_ptr_array_index (self->targets, g_value_get_uint (value));

  return g_variant_new_string (target->id);
}

static void
list_targets (BhPreferences *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_targets;
  const BhTarget *targets = bh_target_table (&n_targets);

  self->targets = g_ptr_array_new ();
  for (guint i = 0; i < n_targets; i++)
    if (targets[i].role == BH_TARGET_PASTE)
      {
        g_ptr_array_add (self->targets, (void *) &targets[i]);
        gtk_string_list_append (names, _ (targets[i].title));
      }
  adw_combo_row_set_model (self->target, G_LIST_MODEL (names));
}

static void
bh_preferences_dispose (GObject *object)
{
  BhPreferences *self = BH_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BH_TYPE_PREFERENCES);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  G_OBJECT_CLASS (bh_preferences_parent_class)->dispose (object);
}

static void
bh_preferences_class_init (BhPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/bulkhead/Bulkhead/"
                                                             "preferences/bh-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, BhPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, BhPreferences, target);
  gtk_widget_class_bind_template_child (widget_class, BhPreferences, one_line);
  gtk_widget_class_bind_template_child (widget_class, BhPreferences, long_options);
}

static void
bh_preferences_init (BhPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (BH_APPLICATION_ID);
  list_targets (self);
  g_settings_bind_with_mapping (self->settings, "style", self->style, "selected",
                                G_SETTINGS_BIND_GET, get_style, NULL, self->settings, NULL);
  g_signal_connect_swapped (self->style, "notify::selected", G_CALLBACK (on_style_selected), self);
  g_settings_bind_with_mapping (self->settings, "output-target", self->target, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_target, set_target, self, NULL);
  g_settings_bind (self->settings, "one-line", self->one_line, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "long-options", self->long_options, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

BhPreferences *
bh_preferences_new (GtkWindow *parent)
{
  return g_object_new (BH_TYPE_PREFERENCES, "transient-for", parent, NULL);
}

static gboolean
get_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_enum (value, (int) schemes[g_settings_get_enum (user_data, "style")]);
  return TRUE;
}

void
bh_style_follow_settings (void)
{
  g_autoptr (GSettings) settings = g_settings_new (BH_APPLICATION_ID);

  /* The binding holds a reference of its own. */
  g_settings_bind_with_mapping (settings, "style", adw_style_manager_get_default (), "color-scheme",
                                G_SETTINGS_BIND_GET, get_scheme, NULL, settings, NULL);
}
