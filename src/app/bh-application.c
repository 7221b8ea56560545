/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-application.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gtksourceview/gtksource.h>

#include "option/bh-option.h"
#include "preferences/bh-preferences.h"
#include "session/bh-draft.h"
#include "shell/bh-window.h"

struct _BhApplication
{
  AdwApplication parent_instance;

  gboolean restored; /* drafts of an earlier run */
};

G_DEFINE_FINAL_TYPE (BhApplication, bh_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *accels[3];
} Accel;

static const Accel accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.new-window", { "<Control>n" } },
  { "window.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.import", { "<Control>i" } },
  { "win.copy", { "<Control><Shift>c" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.fix-safe", { "<Control><Shift>f" } },
  { "win.show-findings", { "F9" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.next-section", { "<Control>Page_Down" } },
  { "win.previous-section", { "<Control>Page_Up" } },
  { "win.show-help-overlay", { "<Control>question" } },
};

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = user_data;
  GList *windows = g_list_copy (gtk_application_get_windows (application));

  /* Each puts its unsaved work away. The application ends with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (bh_window_new (ADW_APPLICATION (user_data))));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *developers[] = { _ ("Bulkhead contributors"), NULL };

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "application-name", _ ("Bulkhead"), "application-icon", BH_APPLICATION_ID,
                         "version", BH_VERSION, "developers", developers, "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Nothing that you type here is ever run or sent anywhere."),
                         /* TRANSLATORS: put your names here, one a line. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gtk_window_present (GTK_WINDOW (bh_preferences_new (parent)));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = on_quit },
  { .name = "new-window", .activate = on_new_window },
  { .name = "preferences", .activate = on_preferences },
  { .name = "about", .activate = on_about },
};

/* Once in each run: what an earlier one left comes back. */
static void
restore_drafts (BhApplication *self)
{
  g_autoptr (GPtrArray) drafts = NULL;

  if (self->restored)
    return;
  self->restored = TRUE;
  drafts = bh_draft_find_all ();
  while (drafts->len > 0)
    {
      BhWindow *window = bh_window_new (ADW_APPLICATION (self));

      gtk_window_present (GTK_WINDOW (window));
      bh_window_restore (window, g_ptr_array_steal_index (drafts, 0));
    }
}

static void
bh_application_activate (GApplication *application)
{
  GtkWindow *window;

  restore_drafts (BH_APPLICATION (application));
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window == NULL)
    window = GTK_WINDOW (bh_window_new (ADW_APPLICATION (application)));
  gtk_window_present (window);
}

static void
bh_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  restore_drafts (BH_APPLICATION (application));
  for (int i = 0; i < n_files; i++)
    {
      BhWindow *window = bh_window_new (ADW_APPLICATION (application));

      gtk_window_present (GTK_WINDOW (window));
      bh_window_open_file (window, files[i]);
    }
}

/* Alt+1 is the first section, Alt+0 the tenth. */
static void
add_section_accels (GtkApplication *application)
{
  for (guint i = 0; i < BH_N_SECTIONS; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.section(uint32 %u)", i);
      g_autofree char *accel = g_strdup_printf ("<Alt>%u", (i + 1) % 10);
      const char *section_accels[] = { accel, NULL };

      gtk_application_set_accels_for_action (application, action, section_accels);
    }
}

static void
bh_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (bh_application_parent_class)->startup (application);

  gtk_source_init ();
  bh_style_follow_settings ();
  /* A text that can be copied need not be selected when a popover shows it. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].accels);
  add_section_accels (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (BH_APPLICATION_ID);
}

static void
bh_application_class_init (BhApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = bh_application_activate;
  application_class->open = bh_application_open;
  application_class->startup = bh_application_startup;
}

static void
bh_application_init (BhApplication *self)
{
}

BhApplication *
bh_application_new (void)
{
  return g_object_new (BH_TYPE_APPLICATION, "application-id", BH_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/bulkhead/Bulkhead", NULL);
}
