/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/bh-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/bh-output.h"

struct _BhWork
{
  GObject parent_instance;

  BhDocument *document;
  GFile *file;
  BhState *saved; /* what the file holds; an empty state without a file */
  BhDraft *draft;
  gboolean modified;
};

G_DEFINE_FINAL_TYPE (BhWork, bh_work, G_TYPE_OBJECT)

enum
{
  PROP_FILE = 1,
  PROP_MODIFIED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_modified (BhWork *self, gboolean modified)
{
  if (self->modified == modified)
    return;
  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
on_updated (BhWork *self)
{
  const BhState *state = bh_document_get_state (self->document);

  set_modified (self, !bh_state_equal (state, self->saved));
  if (self->modified)
    bh_draft_keep (self->draft, state, self->file);
  else
    bh_draft_discard (self->draft);
}

/* STATE is what FILE holds. */
static void
set_saved (BhWork *self, const BhState *state, GFile *file)
{
  g_clear_pointer (&self->saved, bh_state_unref);
  self->saved = bh_state_ref ((BhState *) state);
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  on_updated (self);
}

GFile *
bh_work_get_file (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), NULL);

  return self->file;
}

gboolean
bh_work_is_modified (BhWork *self)
{
  g_return_val_if_fail (BH_IS_WORK (self), FALSE);

  return self->modified;
}

void
bh_work_set_opened (BhWork *self, GFile *file)
{
  g_return_if_fail (BH_IS_WORK (self));

  set_saved (self, bh_document_get_state (self->document), file);
}

gboolean
bh_work_restore (BhWork *self, BhDraft *draft, GError **error)
{
  g_autoptr (BhDraft) owned = draft;
  g_autoptr (GFile) file = NULL;
  g_autoptr (BhState) state = NULL;

  g_return_val_if_fail (BH_IS_WORK (self), FALSE);

  state = bh_draft_load (owned, &file, error);
  if (state == NULL)
    return FALSE;
  bh_draft_free (self->draft);
  self->draft = g_steal_pointer (&owned);
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  bh_document_change (self->document, state, _ ("Restore"), NULL);
  return TRUE;
}

typedef struct
{
  BhState *state;
  GFile *file;
} Save;

static void
save_free (Save *save)
{
  bh_state_unref (save->state);
  g_object_unref (save->file);
  g_free (save);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Save *save = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  set_saved (g_task_get_source_object (task), save->state, save->file);
  g_task_return_boolean (task, TRUE);
}

void
bh_work_save_async (BhWork *self, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (BhOutput) profile = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Save *save;

  g_return_if_fail (BH_IS_WORK (self));
  g_return_if_fail (G_IS_FILE (file));

  save = g_new0 (Save, 1);
  save->state = bh_state_ref ((BhState *) bh_document_get_state (self->document));
  save->file = g_object_ref (file);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  profile = bh_export_profile (save->state, BH_EXPORT_DEFAULT);
  bytes = g_bytes_new (profile->text->str, profile->text->len);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, on_saved,
                                       g_object_ref (task));
}

gboolean
bh_work_save_finish (BhWork *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
bh_work_close (BhWork *self)
{
  g_return_if_fail (BH_IS_WORK (self));

  on_updated (self);
  bh_draft_flush (self->draft, NULL);
}

static void
bh_work_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BhWork *self = BH_WORK (object);

  if (prop_id == PROP_FILE)
    g_value_set_object (value, self->file);
  else if (prop_id == PROP_MODIFIED)
    g_value_set_boolean (value, self->modified);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bh_work_finalize (GObject *object)
{
  BhWork *self = BH_WORK (object);

  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_clear_pointer (&self->saved, bh_state_unref);
  g_clear_pointer (&self->draft, bh_draft_free);
  G_OBJECT_CLASS (bh_work_parent_class)->finalize (object);
}

static void
bh_work_class_init (BhWorkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = bh_work_get_property;
  object_class->finalize = bh_work_finalize;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bh_work_init (BhWork *self)
{
  self->saved = bh_state_new_empty ();
  self->draft = bh_draft_new ();
}

BhWork *
bh_work_new (BhDocument *document)
{
  BhWork *self = g_object_new (BH_TYPE_WORK, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "updated", G_CALLBACK (on_updated), self, G_CONNECT_SWAPPED);
  return self;
}
