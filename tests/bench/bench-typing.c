/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a key press in a field to the frame that shows the new command and warnings. */
#include <stdlib.h>
#include <time.h>

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "form/bh-form.h"
#include "shell/bh-window.h"

#define N_KEYS 300
#define FRAME_US (1000000 / 60.0)
#define PAUSE_MS 25 /* nobody types faster */

/* Time at work, which is the time that passes where nobody else keeps the machine busy. */
static gint64
work_us (void)
{
  return (gint64) clock () * 1000000 / CLOCKS_PER_SEC;
}

static void
on_paint (GdkFrameClock *frame_clock, gint64 *painted)
{
  if (*painted == 0)
    *painted = work_us ();
}

static gboolean
on_pause (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
pause_typing (void)
{
  gboolean over = FALSE;

  g_timeout_add (PAUSE_MS, on_pause, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static char *
make_command (guint n_settings)
{
  static const char *const kinds[] = {
    " -e VARIABLE_%u=value",       " -p %u:80", " -v /srv/data%u:/data%u", " --label team.%u=web",
    " --add-host host%u:10.0.0.1",
  };
  GString *command = g_string_new ("docker run -d --name web");

  for (guint i = 2; i < n_settings; i++)
    g_string_append_printf (command, kinds[i % G_N_ELEMENTS (kinds)], 1000 + i, 1000 + i);
  g_string_append (command, " nginx");
  return g_string_free (command, FALSE);
}

static GtkEditable *
find_text (GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget) && gtk_widget_get_mapped (widget))
    return GTK_EDITABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = find_text (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_form (GtkWidget *widget)
{
  GtkWidget *found = BH_IS_FORM (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_form (child);
  return found;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *) a > *(const gint64 *) b ? 1 : -1;
}

/* Keys are typed at the end; every tenth the word is begun anew. */
static gint64
type_key (GtkWidget *window, GtkEditable *text, guint i)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (window);
  gint64 painted = 0;
  gint64 pressed;
  gulong handler;
  int end = (int) strlen (gtk_editable_get_text (text));

  pause_typing ();
  handler = g_signal_connect (frame_clock, "after-paint", G_CALLBACK (on_paint), &painted);
  pressed = work_us ();
  if (i % 10 == 9)
    gtk_editable_set_text (text, "8");
  else
    gtk_editable_insert_text (text, "1", 1, &end);
  while (painted == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (frame_clock, handler);
  return painted - pressed;
}

static void
bench (guint n_settings, BhSection section, double most_frames)
{
  g_autofree char *command = make_command (n_settings);
  GtkWidget *window = GTK_WIDGET (bh_window_new (NULL));
  gint64 times[N_KEYS];
  GtkEditable *text;

  gtk_window_present (GTK_WINDOW (window));
  bh_window_import_text (BH_WINDOW (window), command);
  bh_form_show_section (BH_FORM (find_form (window)), section);
  for (guint i = 0; i < 20; i++)
    pause_typing ();
  text = find_text (find_form (window));
  gtk_widget_grab_focus (GTK_WIDGET (text));
  for (guint i = 0; i < N_KEYS; i++)
    times[i] = type_key (window, text, i);
  qsort (times, N_KEYS, sizeof times[0], compare);
  g_print ("%u settings, typing in %s: %.1f ms (median), %.1f ms (99 %%) to the frame: %.2f "
           "frames, "
           "at most %.0f wanted\n",
           n_settings, bh_section_to_string (section), (double) times[N_KEYS / 2] / 1000,
           (double) times[N_KEYS * 99 / 100] / 1000, (double) times[N_KEYS * 99 / 100] / FRAME_US,
           most_frames);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_init ();
  adw_init ();
  gtk_source_init ();
  bench (20, BH_SECTION_IMAGE, 1);
  bench (20, BH_SECTION_PORTS, 1);
  bench (500, BH_SECTION_IMAGE, 2);
  bench (500, BH_SECTION_PORTS, 2);
  return 0;
}
