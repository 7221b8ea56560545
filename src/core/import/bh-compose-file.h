/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-location.h"
#include "bh-note.h"
#include "value/bh-text.h"
#include "value/bh-yaml-node.h"

G_BEGIN_DECLS

/* What the top level declares and services name. */
typedef enum
{
  BH_COMPOSE_NETWORKS,
  BH_COMPOSE_VOLUMES,
  BH_COMPOSE_SECRETS,
  BH_COMPOSE_CONFIGS,
} BhComposeKind;
#define BH_N_COMPOSE_KINDS (BH_COMPOSE_CONFIGS + 1)

extern const char *const bh_compose_kinds[BH_N_COMPOSE_KINDS];

/**
 * BhComposeFile:
 * @root: the top level, all documents of the file put over one another
 * @services: its services
 * @by_name: (element-type utf8 BhYamlNode): the same, to look them up
 * @resolved: (element-type utf8 BhYamlNode): services with what they extend
 * @n_resolved: nodes in @resolved
 * @declared: (element-type utf8 BhYamlNode): of each kind, what is declared; a value may be %NULL
 * @used: (element-type utf8): of each kind, what any service uses
 * @notes: (element-type BhNote): where notes are added
 *
 * A Compose file as a whole.
 */
typedef struct
{
  BhYamlNode *root;
  const BhYamlNode *services;
  GHashTable *by_name;
  GHashTable *resolved;
  guint n_resolved;
  GHashTable *declared[BH_N_COMPOSE_KINDS];
  GHashTable *used[BH_N_COMPOSE_KINDS];
  GPtrArray *notes;
} BhComposeFile;

/* Reads the text; SELF is to be cleared in any case. */
gboolean bh_compose_file_read (BhComposeFile *self,
                               const char *text,
                               gsize len,
                               GPtrArray *notes,
                               GError **error);
/* The same from its top level (transfer full). */
gboolean
bh_compose_file_take (BhComposeFile *self, BhYamlNode *root, GPtrArray *notes, GError **error);
void bh_compose_file_clear (BhComposeFile *self);

/* The service with what it extends in this file. It is lent. */
const BhYamlNode *bh_compose_file_resolve (BhComposeFile *self, const char *name, GError **error);

/* Whether KEY is declared; RET_NODE (nullable) is what is said of it, lent, %NULL for nothing. */
gboolean bh_compose_file_find (const BhComposeFile *self,
                               BhComposeKind kind,
                               const char *key,
                               const BhYamlNode **ret_node);
/* (transfer full): what the engine calls it: its `name`, or the key; NULL when ERROR is set. */
BhText *bh_compose_file_dup_name (const BhComposeFile *self,
                                  BhComposeKind kind,
                                  const char *key,
                                  GError **error);

/* What the container of a service is called where others name it: its `container_name`, or the
 * service itself. Lent. */
const char *bh_compose_file_get_container (const BhComposeFile *self, const char *service);

/* No more notes than anybody reads are made. */
void bh_compose_file_note (BhComposeFile *self,
                           BhNoteKind kind,
                           const BhLocation *where,
                           const char *format,
                           ...) G_GNUC_PRINTF (4, 5);

/**
 * BhComposeUses:
 * @maps: (nullable): of each kind, what is declared and used, unless a Compose file that we write
 *   says the same by itself
 * @seen: (element-type utf8): the keys that are in @maps or were left out
 *
 * What one service uses.
 */
typedef struct
{
  BhYamlNode *maps[BH_N_COMPOSE_KINDS];
  GHashTable *seen;
} BhComposeUses;

void bh_compose_uses_clear (BhComposeUses *self);
/* Whether KEY is declared, so that it could be added to USES. TOLD: a setting says what a volume is
 * made of. */
gboolean bh_compose_file_use (BhComposeFile *self,
                              BhComposeUses *uses,
                              BhComposeKind kind,
                              const char *key,
                              gboolean told);
/* (transfer full): a map of what the file has at its top besides services and what they use. To be
 * called when all services have been read. */
BhYamlNode *bh_compose_file_dup_common (const BhComposeFile *self);
/* (transfer full): COMMON and what one service uses. */
BhYamlNode *bh_compose_top_join (BhYamlNode *common, const BhComposeUses *uses);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhComposeFile, bh_compose_file_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhComposeUses, bh_compose_uses_clear)

G_END_DECLS
