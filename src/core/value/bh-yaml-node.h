/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

typedef enum
{
  BH_YAML_SCALAR,
  BH_YAML_SEQUENCE,
  BH_YAML_MAPPING,
} BhYamlKind;

/**
 * BhYamlStyle: how a node was, or shall be, written.
 * @BH_YAML_BLOCK: for lists and maps: one line each; for scalars: `|` or `>`
 * @BH_YAML_FLOW: for lists and maps: in brackets
 * @BH_YAML_PLAIN: for scalars: without quotes, so that `80` is a number
 * @BH_YAML_QUOTED: for scalars: in single or double quotes, always a string
 */
typedef enum
{
  BH_YAML_BLOCK,
  BH_YAML_FLOW,
  BH_YAML_PLAIN,
  BH_YAML_QUOTED,
} BhYamlStyle;

/* No #BhYamlNode.setting. */
#define BH_YAML_NO_SETTING G_MININT

/**
 * BhYamlNode:
 * @kind: its kind
 * @style: its style
 * @where: where it stands in the text that it was read from; line 0 if nowhere
 * @tag: (nullable): as in `!reset`; %NULL for none
 * @anchor: (nullable): its name without the `&`
 * @n_nodes: nodes in it and itself, those behind an alias counted each time
 * @height: levels of nodes in it: 0 for a scalar
 * @setting: when writing: the setting that it says, as in #BhSpan; %BH_YAML_NO_SETTING for none
 * @items: (element-type BhYamlNode): of a sequence, what is in it; of a mapping, key and value in
 * turn; %NULL for a scalar
 * @len: bytes of @text
 * @text: of a scalar, what it says; without a NUL in it
 *
 * A node of a YAML document. Ref-counted, and not changed any more once it is part of another one,
 * which may share it.
 */
struct _BhYamlNode
{
  guint ref_count;
  BhYamlKind kind;
  BhYamlStyle style;
  BhLocation where;
  char *tag;
  char *anchor;
  guint n_nodes;
  guint height;
  int setting;
  GPtrArray *items;
  guint len;
  char text[];
};

BhYamlNode *bh_yaml_scalar_new (const char *text, gsize len, BhYamlStyle style);
/* A string, to be quoted where it needs it; and a number, true or false as it is. */
BhYamlNode *bh_yaml_string_new (const char *text);
BhYamlNode *bh_yaml_plain_new (const char *text);
BhYamlNode *bh_yaml_sequence_new (void);
BhYamlNode *bh_yaml_mapping_new (void);
BhYamlNode *bh_yaml_node_ref (BhYamlNode *self);
void bh_yaml_node_unref (BhYamlNode *self);

/* Same kinds, tags, types and texts in the same order; styles and places do not count. %NULL is
 * equal to %NULL only. */
gboolean bh_yaml_node_equal (const BhYamlNode *a, const BhYamlNode *b);
gboolean bh_yaml_node_is_empty (const BhYamlNode *self);

/* To a sequence, or a key and a value in turn to a mapping. ITEM is adopted (transfer full). */
void bh_yaml_append (BhYamlNode *self, BhYamlNode *item);
/* To a mapping; VALUE is adopted (transfer full). */
void bh_yaml_add (BhYamlNode *self, const char *key, BhYamlNode *value);

/* Items of a sequence, pairs of a mapping. */
guint bh_yaml_length (const BhYamlNode *self);
BhYamlNode *bh_yaml_item (const BhYamlNode *self, guint index);
BhYamlNode *bh_yaml_key (const BhYamlNode *self, guint index);
BhYamlNode *bh_yaml_value (const BhYamlNode *self, guint index);
/* The value of KEY in a mapping; %NULL if there is none, or SELF is %NULL or no mapping. */
BhYamlNode *bh_yaml_get (const BhYamlNode *self, const char *key);

/**
 * BhYamlType: what Compose takes a scalar for.
 * @BH_YAML_TIME: a date, which Compose writes out with a time of day
 */
typedef enum
{
  BH_YAML_STRING,
  BH_YAML_NULL,
  BH_YAML_BOOL,
  BH_YAML_INT,
  BH_YAML_FLOAT,
  BH_YAML_TIME,
} BhYamlType;

BhYamlType bh_yaml_type (const BhYamlNode *scalar);
/* %NULL too is null: a key without a value. */
gboolean bh_yaml_is_null (const BhYamlNode *self);
/* (transfer full): the text that a container gets where Compose wants a string: `1.10` is the
 * number 1.1, `0x10` is 16, null is empty. */
char *bh_yaml_dup_canonical (const BhYamlNode *scalar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhYamlNode, bh_yaml_node_unref)

G_END_DECLS
