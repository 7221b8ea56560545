/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-yaml-reader.h"

#include <string.h>
#include <yaml.h>

#include "bh-i18n.h"
#include "import/bh-yaml-builder.h"
#include "import/bh-yaml-problem.h"

typedef struct
{
  yaml_parser_t parser;
  yaml_event_t event;
  const char *text;
  gsize len;
  /* A place whose character and byte are both known, to count on from: the parser counts
   * characters. */
  gsize character;
  gsize byte;
  BhYamlBuilder builder;
} Reader;

static void
reader_init (Reader *self, const char *text, gsize len)
{
  *self = (Reader){ .text = text, .len = len };
  /* Which the parser does not count. */
  if (len >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    self->byte = 3;
  yaml_parser_initialize (&self->parser);
  yaml_parser_set_input_string (&self->parser, (const unsigned char *) text, len);
  bh_yaml_builder_init (&self->builder);
}

static void
reader_clear (Reader *self)
{
  yaml_parser_delete (&self->parser);
  bh_yaml_builder_clear (&self->builder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
is_inside (char c)
{
  return ((guint8) c & 0xc0) == 0x80;
}

static guint
byte_of (Reader *self, gsize character)
{
  while (self->character < character && self->byte < self->len)
    {
      do
        self->byte++;
      while (self->byte < self->len && is_inside (self->text[self->byte]));
      self->character++;
    }
  while (self->character > character)
    {
      do
        self->byte--;
      while (self->byte > 0 && is_inside (self->text[self->byte]));
      self->character--;
    }
  return (guint) self->byte;
}

static BhLocation
locate (Reader *self, const yaml_mark_t *begin, const yaml_mark_t *end)
{
  BhLocation where = { (guint) begin->line + 1, (guint) begin->column + 1, { 0, 0 } };

  where.range.begin = byte_of (self, begin->index);
  where.range.end = byte_of (self, end->index);
  /* The parser lets a block end where the next thing begins. */
  while (where.range.end > where.range.begin &&
         strchr (" \t\r\n", self->text[where.range.end - 1]) != NULL)
    where.range.end--;
  return where;
}

static gboolean
refuse_text (Reader *self, GError **error)
{
  const yaml_parser_t *parser = &self->parser;
  const yaml_mark_t *mark =
      bh_yaml_problem_is_at_context (parser) ? &parser->context_mark : &parser->problem_mark;
  BhLocation where = { 1, 1, { 0, 0 } };

  if (parser->error == YAML_READER_ERROR)
    bh_location_advance (&where, self->text, (guint) MIN (parser->problem_offset, self->len));
  else
    where = locate (self, mark, mark);
  bh_yaml_set_problem (error, parser, self->text, &where);
  return FALSE;
}

static BhYamlNode *
take_properties (BhYamlNode *node,
                 const yaml_char_t *tag,
                 const yaml_char_t *anchor,
                 const BhLocation *where)
{
  node->tag = g_strdup ((const char *) tag);
  node->anchor = g_strdup ((const char *) anchor);
  node->where = *where;
  return node;
}

static gboolean
read_scalar (Reader *self, const BhLocation *where, GError **error)
{
  static const BhYamlStyle styles[] = {
    [YAML_PLAIN_SCALAR_STYLE] = BH_YAML_PLAIN,
    [YAML_SINGLE_QUOTED_SCALAR_STYLE] = BH_YAML_QUOTED,
    [YAML_DOUBLE_QUOTED_SCALAR_STYLE] = BH_YAML_QUOTED,
    [YAML_LITERAL_SCALAR_STYLE] = BH_YAML_BLOCK,
    [YAML_FOLDED_SCALAR_STYLE] = BH_YAML_BLOCK,
  };
  const char *value = (const char *) self->event.data.scalar.value;
  gsize len = self->event.data.scalar.length;
  BhYamlNode *node;

  if (memchr (value, '\0', len) != NULL)
    {
      bh_set_error_at (error, BH_ERROR_ENCODING, where, "%s",
                       _ ("there is a NUL in this value, which no setting can hold"));
      return FALSE;
    }
  node = bh_yaml_scalar_new (value, len, styles[self->event.data.scalar.style]);
  take_properties (node, self->event.data.scalar.tag, self->event.data.scalar.anchor, where);
  return bh_yaml_builder_add_scalar (&self->builder, node, error);
}

static gboolean
begin_sequence (Reader *self, const BhLocation *where, GError **error)
{
  BhYamlNode *node = bh_yaml_sequence_new ();

  take_properties (node, self->event.data.sequence_start.tag,
                   self->event.data.sequence_start.anchor, where);
  if (self->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE)
    node->style = BH_YAML_FLOW;
  return bh_yaml_builder_begin (&self->builder, node, error);
}

static gboolean
begin_mapping (Reader *self, const BhLocation *where, GError **error)
{
  BhYamlNode *node = bh_yaml_mapping_new ();

  take_properties (node, self->event.data.mapping_start.tag, self->event.data.mapping_start.anchor,
                   where);
  if (self->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
    node->style = BH_YAML_FLOW;
  return bh_yaml_builder_begin (&self->builder, node, error);
}

static gboolean
read_event (Reader *self, GError **error)
{
  BhLocation where = locate (self, &self->event.start_mark, &self->event.end_mark);

  switch (self->event.type)
    {
    case YAML_DOCUMENT_START_EVENT:
      bh_yaml_builder_begin_document (&self->builder);
      return TRUE;
    case YAML_SCALAR_EVENT:
      return read_scalar (self, &where, error);
    case YAML_ALIAS_EVENT:
      return bh_yaml_builder_add_alias (&self->builder,
                                        (const char *) self->event.data.alias.anchor, &where,
                                        error);
    case YAML_SEQUENCE_START_EVENT:
      return begin_sequence (self, &where, error);
    case YAML_MAPPING_START_EVENT:
      return begin_mapping (self, &where, error);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      return bh_yaml_builder_end (&self->builder, where.range.end, error);
    default:
      return TRUE;
    }
}

static gboolean
read_next (Reader *self, gboolean *ret_ended, GError **error)
{
  gboolean fine;

  if (!yaml_parser_parse (&self->parser, &self->event))
    return refuse_text (self, error);
  *ret_ended = self->event.type == YAML_STREAM_END_EVENT;
  fine = read_event (self, error);
  yaml_event_delete (&self->event);
  return fine;
}

GPtrArray *
bh_yaml_read (const char *text, gsize len, GError **error)
{
  g_auto (Reader) self = { 0 };
  gboolean ended = FALSE;

  if (!bh_yaml_check_text (text, len, error))
    return NULL;
  reader_init (&self, text, len);
  while (!ended)
    if (!read_next (&self, &ended, error))
      return NULL;
  return g_steal_pointer (&self.builder.documents);
}
