/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/bh-recents.h"

/* How many the menu has. */
#define MAX_ITEMS 8

#define APPLICATION "bulkhead"
#define MIME_TYPE "application/vnd.bulkhead.profile+json"

void
bh_recents_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) APPLICATION,
    .app_exec = (char *) "bulkhead %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_by_visit (const void *a, const void *b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
append (GMenu *menu, GtkRecentInfo *info, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (gtk_recent_info_get_display_name (info), NULL);

  g_menu_item_set_action_and_target (item, action, "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

static void
fill (GMenu *menu, GtkRecentManager *manager)
{
  const char *action = g_object_get_data (G_OBJECT (menu), "action");
  GList *items = g_list_sort (gtk_recent_manager_get_items (manager), compare_by_visit);
  guint n = 0;

  g_menu_remove_all (menu);
  for (GList *l = items; l != NULL && n < MAX_ITEMS; l = l->next)
    if (gtk_recent_info_has_application (l->data, APPLICATION) && gtk_recent_info_exists (l->data))
      {
        append (menu, l->data, action);
        n++;
      }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

GMenuModel *
bh_recents_menu_new (const char *action)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GMenu *menu = g_menu_new ();

  g_object_set_data_full (G_OBJECT (menu), "action", g_strdup (action), g_free);
  g_signal_connect_object (manager, "changed", G_CALLBACK (fill), menu, G_CONNECT_SWAPPED);
  fill (menu, manager);
  return G_MENU_MODEL (menu);
}
