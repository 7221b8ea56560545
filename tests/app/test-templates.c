/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-test.h"

#include <string.h>

#define ROOT "/io/github/bulkhead/Bulkhead/"

/* (nullable): the class that a file of the resources is the template of. */
static char *
dup_class (const char *path)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *text = g_bytes_get_data (bytes, NULL);
  const char *start = strstr (text, "<template class=\"");

  if (start == NULL)
    return NULL;
  start += strlen ("<template class=\"");
  return g_strndup (start, strcspn (start, "\""));
}

/* Each class by itself: its template loads, and nothing of it stays when it goes. */
static void
test_template (gconstpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  GType type = gtk_builder_get_type_from_name (builder, data);
  GtkWidget *widget;

  g_assert_cmpstr (g_type_name (type), ==, data);
  /* The template of an abstract class is made with its subclasses. */
  if (G_TYPE_IS_ABSTRACT (type))
    return;
  widget = g_object_new (type, NULL);
  if (GTK_IS_WINDOW (widget))
    {
      g_object_ref (widget);
      gtk_window_destroy (GTK_WINDOW (widget));
    }
  else
    g_object_ref_sink (widget);
  window_test_turn ();
  g_assert_finalize_object (G_OBJECT (widget));
}

static void
add_templates (const char *folder, guint *n)
{
  g_auto (GStrv) names =
      g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, names[i], NULL);
      g_autofree char *class_name = NULL;

      if (g_str_has_suffix (path, "/"))
        add_templates (path, n);
      else if (g_str_has_suffix (path, ".ui") && (class_name = dup_class (path)) != NULL)
        {
          g_autofree char *name = g_strconcat ("/app/template/", class_name, NULL);

          g_test_add_data_func_full (name, g_steal_pointer (&class_name), test_template, g_free);
          (*n)++;
        }
    }
}

static void
test_window (void)
{
  BhWindow *window = window_test_open ("docker run -d --privileged -p 8080:80 -p 53:53/udp "
                                       "-v /var/run/docker.sock:/var/run/docker.sock -v data:/data "
                                       "--tmpfs /tmp -e A=b --env-file .env --cap-add ALL "
                                       "--memory 1g --ulimit nofile=1024 --label a=b nginx");

  for (int i = 0; i < BH_N_SECTIONS; i++)
    window_test_show_section (window, i);
  window_test_close (window);
}

int
main (int argc, char **argv)
{
  guint n = 0;

  window_test_init (&argc, &argv);
  add_templates (ROOT, &n);
  g_assert_cmpuint (n, >, 20);
  g_test_add_func ("/app/window/leaves-nothing", test_window);
  return g_test_run ();
}
