/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The app as it is, until its first frame. */
#include "config.h"

#include <locale.h>

#include <glib/gi18n-lib.h>

#include "bh-application.h"
#include "first-frame.h"

int
main (int argc, char **argv)
{
  g_autoptr (BhApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = bh_application_new ();
  bench_first_frame (GTK_APPLICATION (application));
  return g_application_run (G_APPLICATION (application), argc, argv);
}
