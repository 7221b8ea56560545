/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "first-frame.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define IDLE_MS 500

static guint64
read_resident (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? g_ascii_strtoull (line + strlen ("VmRSS:"), NULL, 10) : 0;
}

static gint64
clock_us (void)
{
  return (gint64) clock () * 1000000 / CLOCKS_PER_SEC;
}

static gboolean
on_idle (gpointer application)
{
  g_print ("%" G_GUINT64_FORMAT "\n", read_resident ());
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

static void
on_frame (GdkFrameClock *frame_clock, gpointer application)
{
  gint64 start = g_ascii_strtoll (g_getenv ("BENCH_START"), NULL, 10);

  g_signal_handlers_disconnect_by_func (frame_clock, on_frame, application);
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ", g_get_monotonic_time () - start,
           clock_us ());
  g_timeout_add (IDLE_MS, on_idle, application);
}

static void
on_map (GtkWidget *window, gpointer application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_frame),
                    application);
}

static void
on_window (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "map", G_CALLBACK (on_map), application);
}

void
bench_first_frame (GtkApplication *application)
{
  g_signal_connect (application, "window-added", G_CALLBACK (on_window), NULL);
}
