/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/bh-draft.h"

#include <errno.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "bh-error.h"
#include "export/bh-output.h"
#include "import/bh-import.h"

/* How long a change may wait, in milliseconds: work is lost for no longer than this. */
#define WRITE_DELAY 300

#define SUFFIX ".draft"

struct _BhDraft
{
  GFile *path;
  BhState *state; /* what waits to be written; NULL: nothing does */
  GFile *file;
  guint timeout;
  gboolean writing;
  gboolean on_disk;
  gboolean wanted;
};

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "bulkhead", "drafts", NULL);
}

static BhDraft *
draft_at (const char *folder, const char *name)
{
  BhDraft *self = g_rc_box_new0 (BhDraft);

  self->path = g_file_new_build_filename (folder, name, NULL);
  return self;
}

BhDraft *
bh_draft_new (void)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

  return draft_at (folder, name);
}

GPtrArray *
bh_draft_find_all (void)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_draft_free);
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      BhDraft *draft = draft_at (folder, name);

      if (g_str_has_suffix (name, SUFFIX))
        {
          draft->on_disk = draft->wanted = TRUE;
          g_ptr_array_add (drafts, draft);
        }
      else
        {
          /* Half a draft, from a run that was killed while it wrote. */
          g_file_delete (draft->path, NULL, NULL);
          bh_draft_free (draft);
        }
    }
  return drafts;
}

static void
clear (void *data)
{
  BhDraft *self = data;

  g_clear_pointer (&self->state, bh_state_unref);
  g_clear_object (&self->file);
  g_object_unref (self->path);
}

void
bh_draft_free (BhDraft *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  /* What is being written goes on to be. */
  g_rc_box_release_full (self, clear);
}

/* A profile, and the file that it is about to be saved to. */
static char *
print (const BhState *state, GFile *file)
{
  g_autoptr (BhOutput) profile = bh_export_profile (state, BH_EXPORT_DEFAULT);
  g_autoptr (JsonNode) node = json_from_string (profile->text->str, NULL);
  g_autoptr (JsonNode) draft = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  if (file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      json_object_set_string_member (object, "file", uri);
    }
  json_object_set_member (object, "profile", g_steal_pointer (&node));
  json_node_take_object (draft, object);
  return json_to_string (draft, FALSE);
}

static BhState *
parse (JsonObject *object, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (BhImport) import = NULL;

  if (!json_object_has_member (object, "profile"))
    {
      g_set_error_literal (error, BH_ERROR, BH_ERROR_SYNTAX, "a draft without a profile");
      return NULL;
    }
  text = json_to_string (json_object_get_member (object, "profile"), FALSE);
  import = bh_import_text (text, -1, error);
  return import != NULL ? bh_state_ref (g_ptr_array_index (import->states, 0)) : NULL;
}

BhState *
bh_draft_load (BhDraft *self, GFile **ret_file, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (JsonNode) node = NULL;
  BhState *state;
  const char *uri;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ret_file != NULL, NULL);

  if (!g_file_load_contents (self->path, NULL, &contents, NULL, NULL, error))
    return NULL;
  node = json_from_string (contents, error);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      if (node != NULL)
        g_set_error_literal (error, BH_ERROR, BH_ERROR_SYNTAX, "not a draft");
      return NULL;
    }
  state = parse (json_node_get_object (node), error);
  if (state == NULL)
    return NULL;
  uri = json_object_get_string_member_with_default (json_node_get_object (node), "file", NULL);
  *ret_file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  return state;
}

static gboolean
make_folder (GError **error)
{
  g_autofree char *folder = dup_folder ();
  int code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  code = errno;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

/* What waits is taken: it is about to be written. */
static GBytes *
take_contents (BhDraft *self)
{
  char *contents = print (self->state, self->file);

  g_clear_pointer (&self->state, bh_state_unref);
  self->on_disk = TRUE;
  return g_bytes_new_take (contents, strlen (contents));
}

#define FLAGS (G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION)

static void schedule (BhDraft *self);

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BhDraft *self = user_data;

  /* A full disk is no reason to disturb who types: saving says so, and the next change tries
   * again. */
  g_file_replace_contents_finish (G_FILE (source), result, NULL, NULL);
  self->writing = FALSE;
  if (!self->wanted)
    g_file_delete (self->path, NULL, NULL);
  else if (self->state != NULL)
    schedule (self);
  g_rc_box_release_full (self, clear);
}

static gboolean
on_timeout (gpointer user_data)
{
  BhDraft *self = user_data;
  g_autoptr (GBytes) bytes = NULL;

  self->timeout = 0;
  if (!make_folder (NULL))
    return G_SOURCE_REMOVE;
  bytes = take_contents (self);
  self->writing = TRUE;
  g_file_replace_contents_bytes_async (self->path, bytes, NULL, FALSE, FLAGS, NULL, on_written,
                                       g_rc_box_acquire (self));
  return G_SOURCE_REMOVE;
}

/* One write at a time: what changes meanwhile is written afterwards. */
static void
schedule (BhDraft *self)
{
  if (self->timeout == 0 && !self->writing)
    self->timeout = g_timeout_add (WRITE_DELAY, on_timeout, self);
}

void
bh_draft_keep (BhDraft *self, const BhState *state, GFile *file)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (state != NULL);

  g_clear_pointer (&self->state, bh_state_unref);
  self->state = bh_state_ref ((BhState *) state);
  g_set_object (&self->file, file);
  self->wanted = TRUE;
  schedule (self);
}

void
bh_draft_discard (BhDraft *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->state, bh_state_unref);
  self->wanted = FALSE;
  if (self->on_disk && !self->writing)
    g_file_delete (self->path, NULL, NULL);
  self->on_disk = self->writing;
}

gboolean
bh_draft_flush (BhDraft *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  g_clear_handle_id (&self->timeout, g_source_remove);
  while (self->writing)
    g_main_context_iteration (NULL, TRUE);
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->state == NULL)
    return TRUE;
  if (!make_folder (error))
    return FALSE;
  bytes = take_contents (self);
  return g_file_replace_contents (self->path, g_bytes_get_data (bytes, NULL),
                                  g_bytes_get_size (bytes), NULL, FALSE, FLAGS, NULL, NULL, error);
}
