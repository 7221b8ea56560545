/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/bh-compose-private.h"

#include <string.h>

#include "bh-i18n.h"

/* A list or map that goes on; which of them, the first line in it tells. */
typedef struct
{
  guint indent;
  char *key; /* NULL: an item of a list */
  int setting;
  BhYamlNode *node; /* NULL while there is nothing in it */
} Frame;

static void
frame_clear (Frame *self)
{
  g_free (self->key);
  g_clear_pointer (&self->node, bh_yaml_node_unref);
}

void
bh_compose_begin (BhCompose *self)
{
  self->root = bh_yaml_mapping_new ();
  self->open = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_array_set_clear_func (self->open, (GDestroyNotify) frame_clear);
}

static Frame *
top (BhCompose *self)
{
  return self->open->len > 0 ? &g_array_index (self->open, Frame, self->open->len - 1) : NULL;
}

int
bh_compose_next (BhCompose *self, int after, const char *option)
{
  return bh_state_find (self->state, (guint) (after + 1), bh_option_get (option));
}

/* Where the setting is in the document. */
static int
original_index (const BhCompose *self, int setting)
{
  return setting >= 0 && self->indices != NULL ? self->indices[setting] : setting;
}

static void
close_last (BhCompose *self)
{
  Frame frame = *top (self);
  BhYamlNode *parent;

  g_array_index (self->open, Frame, self->open->len - 1) = (Frame){ 0 };
  g_array_set_size (self->open, self->open->len - 1);
  parent = self->open->len > 0 ? top (self)->node : self->root;
  if (frame.node == NULL)
    frame.node = bh_yaml_plain_new ("");
  frame.node->setting = frame.setting;
  if (frame.key != NULL)
    bh_yaml_append (parent, bh_yaml_string_new (frame.key));
  bh_yaml_append (parent, frame.node);
  g_free (frame.key);
}

/* What a line INDENT columns in belongs to. */
static BhYamlNode *
parent_at (BhCompose *self, guint indent, BhYamlKind kind)
{
  while (self->open->len > 0 && top (self)->indent >= indent)
    close_last (self);
  if (self->open->len == 0)
    return self->root;
  if (top (self)->node == NULL)
    top (self)->node = kind == BH_YAML_SEQUENCE ? bh_yaml_sequence_new () : bh_yaml_mapping_new ();
  g_assert (top (self)->node->kind == kind);
  return top (self)->node;
}

BhYamlNode *
bh_compose_end (BhCompose *self)
{
  parent_at (self, 0, BH_YAML_MAPPING);
  g_clear_pointer (&self->open, g_array_unref);
  return g_steal_pointer (&self->root);
}

static void
open_frame (BhCompose *self, guint indent, const char *key, int setting)
{
  Frame frame = { indent, g_strdup (key), original_index (self, setting), NULL };

  parent_at (self, indent, key != NULL ? BH_YAML_MAPPING : BH_YAML_SEQUENCE);
  g_array_append_val (self->open, frame);
}

void
bh_compose_open_for (BhCompose *self, guint indent, const char *key, int setting)
{
  open_frame (self, indent, key, setting);
}

void
bh_compose_open (BhCompose *self, guint indent, const char *key)
{
  open_frame (self, indent, key, BH_COMPOSE_NO_SETTING);
}

void
bh_compose_open_item (BhCompose *self, guint indent)
{
  open_frame (self, indent, NULL, BH_COMPOSE_NO_SETTING);
}

static void
write_pair (BhCompose *self, guint indent, const char *key, BhYamlNode *value, int setting)
{
  value->setting = original_index (self, setting);
  bh_yaml_add (parent_at (self, indent, BH_YAML_MAPPING), key, value);
}

void
bh_compose_pair (BhCompose *self, guint indent, const char *key, const char *value, int setting)
{
  write_pair (self, indent, key, bh_yaml_string_new (value), setting);
}

void
bh_compose_raw_pair (BhCompose *self, guint indent, const char *key, const char *value, int setting)
{
  write_pair (self, indent, key, bh_yaml_plain_new (value), setting);
}

void
bh_compose_number_pair (BhCompose *self,
                        guint indent,
                        const char *key,
                        const char *value,
                        int setting)
{
  const char *digits = *value == '-' ? value + 1 : value;
  gboolean whole = *digits != '\0' && digits[strspn (digits, "0123456789")] == '\0';

  write_pair (self, indent, key, whole ? bh_yaml_plain_new (value) : bh_yaml_string_new (value),
              setting);
}

void
bh_compose_item (BhCompose *self, guint indent, const char *value, int setting)
{
  BhYamlNode *item = bh_yaml_string_new (value);

  item->setting = original_index (self, setting);
  bh_yaml_append (parent_at (self, indent, BH_YAML_SEQUENCE), item);
}

void
bh_compose_note (BhCompose *self, BhNoteKind kind, int setting, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->output->notes,
                   bh_note_new (kind, NULL, original_index (self, setting), "%s", message));
}

void
bh_compose_note_version (BhCompose *self, int setting, const char *key)
{
  bh_compose_note (self, BH_NOTE_CHANGED, setting,
                   _ ("Compose 2.26 ignores “%s”; a newer version is needed."), key);
}
