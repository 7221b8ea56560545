/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "widget-test.h"

#include <string.h>

#include "picture/bh-picture-file.h"
#include "picture/bh-picture-row.h"
#include "picture/bh-picture.h"

static BhPicture *
make (BhDocument *document)
{
  BhPicture *picture = g_object_ref_sink (g_object_new (BH_TYPE_PICTURE, NULL));

  bh_picture_set_document (picture, document);
  return picture;
}

static void
change (BhDocument *document, const char *command)
{
  g_autoptr (BhImport) import = bh_import_command (command, -1, NULL);

  bh_document_change (document, g_ptr_array_index (import->states, 0), "step", NULL);
  widget_test_settle ();
}

/* It shows what the document is now, and forgets what it was. */
static void
test_live (void)
{
  g_autoptr (BhDocument) document = widget_test_new_document ("docker run -p 8080:80 nginx");
  BhPicture *picture = make (document);
  GtkWindow *window = widget_test_show (GTK_WIDGET (picture));

  g_assert_nonnull (widget_test_find_saying (picture, BH_TYPE_PICTURE_ROW, ":8080"));
  g_assert_null (widget_test_find_saying (picture, BH_TYPE_PICTURE_ROW, "/srv"));
  change (document, "docker run -v /srv:/data nginx");
  g_assert_null (widget_test_find_saying (picture, BH_TYPE_PICTURE_ROW, ":8080"));
  g_assert_nonnull (widget_test_find_saying (picture, BH_TYPE_PICTURE_ROW, "/srv"));
  bh_document_undo (document);
  widget_test_settle ();
  g_assert_nonnull (widget_test_find_saying (picture, BH_TYPE_PICTURE_ROW, ":8080"));
  widget_test_close (window, picture);
}

static void
on_reveal (BhPicture *picture, int setting, int *revealed)
{
  *revealed = setting;
}

static void
on_reveal_option (BhPicture *picture, const BhOption *option, const BhOption **revealed)
{
  *revealed = option;
}

/* Choosing an opening leads to the setting behind it, or to the one that is missing. */
static void
test_leads (void)
{
  g_autoptr (BhDocument) document = widget_test_new_document ("docker run -d -v /srv:/data nginx");
  BhPicture *picture = make (document);
  GtkWindow *window = widget_test_show (GTK_WIDGET (picture));
  int setting = -9;
  const BhOption *option = NULL;

  g_signal_connect (picture, "reveal", G_CALLBACK (on_reveal), &setting);
  g_signal_connect (picture, "reveal-option", G_CALLBACK (on_reveal_option), &option);
  gtk_widget_activate (widget_test_find_saying (picture, BH_TYPE_PICTURE_ROW, "/srv"));
  widget_test_settle ();
  g_assert_cmpint (setting, ==, 1);
  gtk_widget_activate (widget_test_find_saying (picture, BH_TYPE_PICTURE_ROW, "CPU time"));
  widget_test_settle ();
  g_assert_nonnull (option);
  g_assert_cmpstr (option->name, ==, "cpus");
  widget_test_close (window, picture);
}

static gboolean
begins_with (GBytes *bytes, const char *magic)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 1000 && memcmp (data, magic, strlen (magic)) == 0;
}

static void
test_files (void)
{
  g_autoptr (BhDocument) document = widget_test_new_document ("docker run --privileged nginx");
  BhPicture *picture = make (document);
  GtkWindow *window = widget_test_show (GTK_WIDGET (picture));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = bh_picture_print_svg (picture, &error);
  g_autoptr (GBytes) png = NULL;

  g_assert_no_error (error);
  png = bh_picture_print_png (picture, &error);
  g_assert_no_error (error);
  g_assert_true (begins_with (svg, "<?xml"));
  g_assert_true (begins_with (png, "\211PNG"));
  widget_test_close (window, picture);
}

static void
add_tests (void)
{
  g_test_add_func ("/picture/live", test_live);
  g_test_add_func ("/picture/leads", test_leads);
  g_test_add_func ("/picture/files", test_files);
}

int
main (int argc, char **argv)
{
  return widget_test_run (argc, argv, add_tests);
}
