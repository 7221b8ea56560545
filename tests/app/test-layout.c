/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-test.h"

/* Something of everything, and long where it may be long. */
#define COMMAND                                                                                    \
  "docker run -d -it --name a-name-that-is-much-longer-than-names-usually-are --privileged "       \
  "-p 8080:80 -p 192.168.100.100:40000-40100:40000-40100/udp --network host --pid host "           \
  "-v /var/run/docker.sock:/var/run/docker.sock -v /home/somebody/a/folder/far/down:/data:ro "     \
  "--mount type=tmpfs,target=/tmp -e DB_PASSWORD=hunter2 -e A_LONG_NAME_OF_A_VARIABLE=and-value "  \
  "--env-file .env --ipc container:another --memory 2x --cpus 1.5 --cap-drop ALL "                 \
  "--cap-add NET_BIND_SERVICE --device /dev/sda --security-opt seccomp=unconfined "                \
  "--label a.label=with-a-value --ulimit nofile=1024:2048 --dns 1.1.1.1 "                          \
  "--health-cmd 'curl -f http://localhost/' --log-driver json-file --restart always "              \
  "registry.example.com:5000/a/rather/long/name/of/an/image:1.27-alpine-with-a-long-tag sleep 1"

typedef struct
{
  const char *name;
  GtkTextDirection direction;
  double text_scale;
  int width;
  int height;
} Layout;

static const Layout layouts[] = {
  { "wide", GTK_TEXT_DIR_LTR, 1, 1200, 800 },
  { "wide-rtl", GTK_TEXT_DIR_RTL, 1, 1200, 800 },
  { "narrow", GTK_TEXT_DIR_LTR, 1, 360, 720 },
  { "narrow-rtl", GTK_TEXT_DIR_RTL, 1, 360, 720 },
  { "wide-large", GTK_TEXT_DIR_LTR, 2, 1200, 800 },
  { "narrow-large", GTK_TEXT_DIR_LTR, 2, 360, 720 },
};

typedef struct
{
  const Layout *layout;
  BhWindow *window;
  const char *page;
  guint n_problems;
} Check;

static void
complain (Check *check, GtkWidget *widget, const char *what)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  g_printerr ("%s, %s: %s “%s” %s\n", check->layout->name, check->page, G_OBJECT_TYPE_NAME (widget),
              text, what);
  check->n_problems++;
}

/* What a person typed may be longer than any window; our own words may not, where there is room. */
static gboolean
may_be_cut (Check *check, GtkWidget *label)
{
  return check->layout->text_scale > 1 ||
         gtk_widget_get_ancestor (label, ADW_TYPE_WINDOW_TITLE) != NULL ||
         gtk_widget_has_css_class (label, "monospace");
}

static gboolean
is_outside (Check *check, GtkWidget *widget)
{
  float width = gtk_widget_get_width (GTK_WIDGET (check->window));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, GTK_WIDGET (check->window), &bounds) &&
         bounds.size.width > 0 &&
         (bounds.origin.x < -0.5 || bounds.origin.x + bounds.size.width > width + 0.5);
}

/* Only what is read or used: boxes and bars may reach over the frame. */
static gboolean
matters (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) ||
         GTK_IS_IMAGE (widget) || GTK_IS_SWITCH (widget) || GTK_IS_TEXT_VIEW (widget);
}

static void
check_widget (GtkWidget *widget, gpointer user_data)
{
  Check *check = user_data;

  if (!matters (widget))
    return;
  if (is_outside (check, widget))
    complain (check, widget, "is outside of the window");
  if (GTK_IS_LABEL (widget) && !may_be_cut (check, widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    complain (check, widget, "is cut");
}

static void
check_page (Check *check, const char *page)
{
  check->page = page;
  window_test_draw (check->window);
  window_test_walk (GTK_WIDGET (check->window), check_widget, check);
}

static void
set_up (const Layout *layout)
{
  gtk_widget_set_default_direction (layout->direction);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * layout->text_scale),
                "gtk-font-name", "Cantarell 11", NULL);
}

static BhWindow *
open_window (const Layout *layout, const char *command)
{
  BhWindow *window = bh_window_new (NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), layout->width, layout->height);
  gtk_window_present (GTK_WINDOW (window));
  if (command != NULL)
    bh_window_import_text (window, command);
  window_test_draw (window);
  return window;
}

static void
test_layout (gconstpointer data)
{
  Check check = { .layout = data };

  set_up (data);
  check.window = open_window (data, NULL);
  check_page (&check, "start");
  window_test_close (check.window);

  check.window = open_window (data, COMMAND);
  for (guint i = 0; i < BH_N_SECTIONS; i++)
    {
      window_test_show_section (check.window, i);
      check_page (&check, bh_section_to_string (i));
    }
  window_test_close (check.window);
  set_up (&layouts[0]);
  g_assert_cmpuint (check.n_problems, ==, 0);
}

int
main (int argc, char **argv)
{
  window_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *name = g_strconcat ("/app/layout/", layouts[i].name, NULL);

      g_test_add_data_func (name, &layouts[i], test_layout);
    }
  return g_test_run ();
}
