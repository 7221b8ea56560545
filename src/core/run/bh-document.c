/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/bh-document.h"

#include "value/bh-problem.h"

/* A step that was typed longer ago than this is not merged with the next one, in microseconds. */
#define MERGE_TIME (2 * G_USEC_PER_SEC)

/* GTK lays out at 110 and draws at 120: this comes before both. */
#define UPDATE_PRIORITY G_PRIORITY_HIGH_IDLE

typedef struct
{
  BhState *state;
  char *label; /* of the change that led here */
} Step;

struct _BhDocument
{
  GObject parent_instance;

  GPtrArray *steps; /* of Step; the first has no label */
  guint current;
  char *merge_key;
  gint64 merge_until;

  BhReport *report;
  GPtrArray *problems;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (BhDocument, bh_document, G_TYPE_OBJECT)

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

enum
{
  CHANGED,
  UPDATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static Step *
step_new (BhState *state, const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->state = bh_state_ref (state);
  step->label = g_strdup (label);
  return step;
}

static void
step_free (Step *step)
{
  bh_state_unref (step->state);
  g_free (step->label);
  g_free (step);
}

static Step *
current_step (BhDocument *self)
{
  return g_ptr_array_index (self->steps, self->current);
}

static gboolean
on_update (gpointer user_data)
{
  BhDocument *self = user_data;

  self->update_source = 0;
  g_signal_emit (self, signals[UPDATED], 0);
  return G_SOURCE_REMOVE;
}

static void
state_is_new (BhDocument *self)
{
  g_clear_pointer (&self->report, bh_report_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  for (guint i = PROP_CAN_UNDO; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (UPDATE_PRIORITY, on_update, self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
merges (BhDocument *self, const char *merge_key)
{
  return merge_key != NULL && g_strcmp0 (merge_key, self->merge_key) == 0 &&
         self->current == self->steps->len - 1 && g_get_monotonic_time () < self->merge_until;
}

void
bh_document_change (BhDocument *self, BhState *state, const char *label, const char *merge_key)
{
  g_return_if_fail (BH_IS_DOCUMENT (self));
  g_return_if_fail (state != NULL);

  if (bh_state_equal (state, current_step (self)->state))
    return;
  if (merges (self, merge_key))
    {
      Step *step = current_step (self);

      bh_state_ref (state);
      bh_state_unref (step->state);
      step->state = state;
    }
  else
    {
      g_ptr_array_set_size (self->steps, (int) self->current + 1);
      g_ptr_array_add (self->steps, step_new (state, label));
      self->current++;
      g_free (self->merge_key);
      self->merge_key = g_strdup (merge_key);
    }
  self->merge_until = g_get_monotonic_time () + MERGE_TIME;
  state_is_new (self);
}

void
bh_document_end_merge (BhDocument *self)
{
  g_return_if_fail (BH_IS_DOCUMENT (self));

  g_clear_pointer (&self->merge_key, g_free);
}

const BhState *
bh_document_get_state (BhDocument *self)
{
  g_return_val_if_fail (BH_IS_DOCUMENT (self), NULL);

  return current_step (self)->state;
}

const BhReport *
bh_document_get_report (BhDocument *self)
{
  g_return_val_if_fail (BH_IS_DOCUMENT (self), NULL);

  if (self->report == NULL)
    self->report = bh_report_new (current_step (self)->state);
  return self->report;
}

const GPtrArray *
bh_document_get_problems (BhDocument *self)
{
  g_return_val_if_fail (BH_IS_DOCUMENT (self), NULL);

  if (self->problems == NULL)
    self->problems = bh_state_check (current_step (self)->state);
  return self->problems;
}

gboolean
bh_document_can_undo (BhDocument *self)
{
  g_return_val_if_fail (BH_IS_DOCUMENT (self), FALSE);

  return self->current > 0;
}

gboolean
bh_document_can_redo (BhDocument *self)
{
  g_return_val_if_fail (BH_IS_DOCUMENT (self), FALSE);

  return self->current + 1 < self->steps->len;
}

const char *
bh_document_get_undo_label (BhDocument *self)
{
  g_return_val_if_fail (BH_IS_DOCUMENT (self), NULL);

  return current_step (self)->label;
}

const char *
bh_document_get_redo_label (BhDocument *self)
{
  g_return_val_if_fail (BH_IS_DOCUMENT (self), NULL);

  if (!bh_document_can_redo (self))
    return NULL;
  return ((Step *) g_ptr_array_index (self->steps, self->current + 1))->label;
}

static void
go_to (BhDocument *self, guint step)
{
  self->current = step;
  bh_document_end_merge (self);
  state_is_new (self);
}

void
bh_document_undo (BhDocument *self)
{
  g_return_if_fail (BH_IS_DOCUMENT (self));

  if (bh_document_can_undo (self))
    go_to (self, self->current - 1);
}

void
bh_document_redo (BhDocument *self)
{
  g_return_if_fail (BH_IS_DOCUMENT (self));

  if (bh_document_can_redo (self))
    go_to (self, self->current + 1);
}

static void
bh_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  BhDocument *self = BH_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, bh_document_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, bh_document_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, bh_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, bh_document_get_redo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bh_document_finalize (GObject *object)
{
  BhDocument *self = BH_DOCUMENT (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->report, bh_report_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->merge_key, g_free);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (bh_document_parent_class)->finalize (object);
}

static void
bh_document_class_init (BhDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = bh_document_get_property;
  object_class->finalize = bh_document_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
bh_document_init (BhDocument *self)
{
  g_autoptr (BhState) empty = bh_state_new_empty ();

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  g_ptr_array_add (self->steps, step_new (empty, NULL));
}

BhDocument *
bh_document_new (void)
{
  return g_object_new (BH_TYPE_DOCUMENT, NULL);
}
