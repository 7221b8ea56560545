/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-document.h"

/*
 * Undo as a table: each row is a command and what the document must look like after it.
 */
typedef enum
{
  IMAGE, /* sets the image to TEXT, merging with KEY */
  UNDO,
  REDO,
  LEAVE, /* the field loses focus */
} Command;

typedef struct
{
  Command command;
  const char *text;
  const char *key;
  const char *expected_image;
  const char *expected_undo;
  const char *expected_redo;
} Row;

static const Row rows[] = {
  { IMAGE, "n", "image", "n", "Image", NULL },
  { IMAGE, "ng", "image", "ng", "Image", NULL },
  { IMAGE, "ng", "image", "ng", "Image", NULL }, /* the same again is no step */
  { LEAVE, NULL, NULL, "ng", "Image", NULL },
  { IMAGE, "nginx", "image", "nginx", "Image", NULL },
  { UNDO, NULL, NULL, "ng", "Image", "Image" },
  { UNDO, NULL, NULL, NULL, NULL, "Image" },
  { UNDO, NULL, NULL, NULL, NULL, "Image" },
  { REDO, NULL, NULL, "ng", "Image", "Image" },
  { IMAGE, "redis", "image", "redis", "Image", NULL }, /* a new step forgets what was undone */
  { REDO, NULL, NULL, "redis", "Image", NULL },
  { UNDO, NULL, NULL, "ng", "Image", "Image" },
};

static void
set_image (BhDocument *document, const char *image, const char *key)
{
  g_autoptr (BhText) text = bh_text_new (image);
  g_autoptr (BhState) state = bh_state_with_image (bh_document_get_state (document), text);

  bh_document_change (document, state, "Image", key);
}

static void
check_row (BhDocument *document, const Row *row)
{
  const BhText *image = bh_document_get_state (document)->image;

  g_assert_cmpstr (image ? image->str : NULL, ==, row->expected_image);
  g_assert_cmpstr (bh_document_get_undo_label (document), ==, row->expected_undo);
  g_assert_cmpstr (bh_document_get_redo_label (document), ==, row->expected_redo);
  g_assert_cmpint (bh_document_can_undo (document), ==, row->expected_undo != NULL);
  g_assert_cmpint (bh_document_can_redo (document), ==, row->expected_redo != NULL);
}

static void
test_history (void)
{
  g_autoptr (BhDocument) document = bh_document_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];

      g_test_message ("row %u", i);
      if (row->command == IMAGE)
        set_image (document, row->text, row->key);
      else if (row->command == UNDO)
        bh_document_undo (document);
      else if (row->command == REDO)
        bh_document_redo (document);
      else
        bh_document_end_merge (document);
      check_row (document, row);
    }
}

static void
count (guint *counter)
{
  (*counter)++;
}

/* However many edits in one turn of the main loop: views are told once. */
static void
test_one_update_a_turn (void)
{
  g_autoptr (BhDocument) document = bh_document_new ();
  guint n_changed = 0;
  guint n_updated = 0;

  g_signal_connect_swapped (document, "changed", G_CALLBACK (count), &n_changed);
  g_signal_connect_swapped (document, "updated", G_CALLBACK (count), &n_updated);
  set_image (document, "a", NULL);
  set_image (document, "b", NULL);
  set_image (document, "c", NULL);
  g_assert_cmpuint (n_updated, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpuint (n_updated, ==, 1);
}

static void
test_same_state_is_silent (void)
{
  g_autoptr (BhDocument) document = bh_document_new ();
  guint n_changed = 0;

  set_image (document, "a", NULL);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (count), &n_changed);
  set_image (document, "a", NULL);
  g_assert_cmpuint (n_changed, ==, 0);
}

/* An update that is still due must not reach a document that is gone. */
static void
test_finalize_with_pending_update (void)
{
  BhDocument *document = bh_document_new ();

  set_image (document, "a", NULL);
  g_assert_finalize_object (document);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/history", test_history);
  g_test_add_func ("/document/one-update-a-turn", test_one_update_a_turn);
  g_test_add_func ("/document/same-state-is-silent", test_same_state_is_silent);
  g_test_add_func ("/document/finalize-with-pending-update", test_finalize_with_pending_update);
  return g_test_run ();
}
