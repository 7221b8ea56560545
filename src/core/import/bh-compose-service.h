/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-compose-file.h"
#include "run/bh-state.h"

G_BEGIN_DECLS

/**
 * BhComposeService:
 * @file: the file that it stands in
 * @name: its name
 * @node: what the file says of it
 * @builder: the document that comes of it
 * @keys: a map: what no option says
 * @originals: (element-type BhComposeOriginal): settings that Compose says otherwise
 * @uses: what it uses of the file
 *
 * A service that is being read.
 */
typedef struct
{
  BhComposeFile *file;
  const char *name;
  const BhYamlNode *node;
  BhStateBuilder builder;
  BhYamlNode *keys;
  GPtrArray *originals;
  BhComposeUses uses;
} BhComposeService;

void bh_compose_service_init (BhComposeService *self,
                              BhComposeFile *file,
                              const char *name,
                              const BhYamlNode *node);
void bh_compose_service_clear (BhComposeService *self);
/* Reads all its keys; and what they do not say by themselves. */
gboolean bh_compose_service_read_keys (BhComposeService *self, GError **error);
gboolean bh_compose_service_read (BhComposeService *self, GError **error);

/*
 * For the readers of keys. KEY is what complaints call it.
 */

typedef struct _BhComposeKey BhComposeKey;
typedef gboolean (*BhComposeRead) (BhComposeService *self,
                                   const BhComposeKey *key,
                                   BhYamlNode *value,
                                   GError **error);

/**
 * BhComposeKey:
 * @key: a key of a service
 * @read: reads its value, which is not null; %NULL: no option says it, it is kept
 * @option: for readers that serve several keys: the option that says the same
 * @string: Compose takes strings only, so that a number needs quotes
 */
struct _BhComposeKey
{
  const char *key;
  BhComposeRead read;
  const char *option;
  gboolean string;
};

/* The row of a key, %NULL if Compose has none of that name. */
const BhComposeKey *bh_compose_key_find (const char *key);
void bh_compose_key_note_unknown (BhComposeService *self, const BhYamlNode *key);

gboolean bh_compose_read_command (BhComposeService *self,
                                  const BhComposeKey *key,
                                  BhYamlNode *value,
                                  GError **error);
gboolean bh_compose_read_entrypoint (BhComposeService *self,
                                     const BhComposeKey *key,
                                     BhYamlNode *value,
                                     GError **error);
gboolean bh_compose_read_healthcheck (BhComposeService *self,
                                      const BhComposeKey *key,
                                      BhYamlNode *value,
                                      GError **error);
gboolean bh_compose_read_logging (BhComposeService *self,
                                  const BhComposeKey *key,
                                  BhYamlNode *value,
                                  GError **error);
gboolean bh_compose_read_stop (BhComposeService *self,
                               const BhComposeKey *key,
                               BhYamlNode *value,
                               GError **error);
gboolean bh_compose_read_ports (BhComposeService *self,
                                const BhComposeKey *key,
                                BhYamlNode *value,
                                GError **error);
gboolean bh_compose_read_networks (BhComposeService *self,
                                   const BhComposeKey *key,
                                   BhYamlNode *value,
                                   GError **error);
/* Those that may name a service: network_mode, pid, ipc. */
gboolean bh_compose_read_mode (BhComposeService *self,
                               const BhComposeKey *key,
                               BhYamlNode *value,
                               GError **error);
gboolean bh_compose_read_links (BhComposeService *self,
                                const BhComposeKey *key,
                                BhYamlNode *value,
                                GError **error);
gboolean bh_compose_read_extra_hosts (BhComposeService *self,
                                      const BhComposeKey *key,
                                      BhYamlNode *value,
                                      GError **error);
gboolean bh_compose_read_volumes (BhComposeService *self,
                                  const BhComposeKey *key,
                                  BhYamlNode *value,
                                  GError **error);
gboolean bh_compose_read_volumes_from (BhComposeService *self,
                                       const BhComposeKey *key,
                                       BhYamlNode *value,
                                       GError **error);
/* secrets and configs */
gboolean bh_compose_read_files (BhComposeService *self,
                                const BhComposeKey *key,
                                BhYamlNode *value,
                                GError **error);
gboolean bh_compose_read_env_file (BhComposeService *self,
                                   const BhComposeKey *key,
                                   BhYamlNode *value,
                                   GError **error);
gboolean bh_compose_read_deploy (BhComposeService *self,
                                 const BhComposeKey *key,
                                 BhYamlNode *value,
                                 GError **error);
gboolean bh_compose_read_gpus (BhComposeService *self,
                               const BhComposeKey *key,
                               BhYamlNode *value,
                               GError **error);
gboolean bh_compose_read_ulimits (BhComposeService *self,
                                  const BhComposeKey *key,
                                  BhYamlNode *value,
                                  GError **error);
gboolean bh_compose_read_blkio (BhComposeService *self,
                                const BhComposeKey *key,
                                BhYamlNode *value,
                                GError **error);
gboolean bh_compose_read_devices (BhComposeService *self,
                                  const BhComposeKey *key,
                                  BhYamlNode *value,
                                  GError **error);

/* FALSE with ERROR unless VALUE is one. A null is neither. */
gboolean bh_compose_expect_list (const char *key, const BhYamlNode *value, GError **error);
gboolean bh_compose_expect_scalar (const char *key, const BhYamlNode *value, GError **error);
gboolean bh_compose_expect_map (const char *key, const BhYamlNode *value, GError **error);

/* (transfer full): the text of a scalar as a container gets it; NULL when ERROR is set. */
BhText *bh_compose_dup_scalar (BhComposeService *self,
                               const char *key,
                               const BhYamlNode *value,
                               GError **error);
/* The same of a member of MAP; RET_TEXT is NULL if it is not there or null. */
gboolean bh_compose_read_member (BhComposeService *self,
                                 const BhYamlNode *map,
                                 const char *key,
                                 BhText **ret_text,
                                 GError **error);
/* (transfer full) (element-type BhText): a list of words, or one by itself. */
GPtrArray *bh_compose_dup_words (BhComposeService *self,
                                 const char *key,
                                 const BhYamlNode *value,
                                 GError **error);
/* (transfer full) (element-type BhText): of a map, or a list of `name=value`: the last of each
 * name.
 */
GPtrArray *bh_compose_dup_pairs (BhComposeService *self,
                                 const char *key,
                                 const BhYamlNode *value,
                                 GError **error);
/* Whether VALUE says true, in any way that Compose knows. */
gboolean bh_compose_is_true (const BhYamlNode *value);

/* VALUE is adopted (transfer full). Of an option that does not repeat, the latter counts. Returns
 * the setting, which is lent. */
const BhSetting *bh_compose_add_setting (BhComposeService *self,
                                         const char *option,
                                         BhText *value,
                                         const BhYamlNode *at);
/* What stands at KEY and no option says: NODE (transfer full), %NULL is nothing. */
void bh_compose_keep (BhComposeService *self, const char *key, BhYamlNode *node);
/* (transfer full) (nullable): the pairs of a map whose keys are not in KNOWN, for somebody to keep.
 * Those that are not in KEPT (nullable) either are unknown to Compose, which is noted. Both end in
 * %NULL. */
BhYamlNode *bh_compose_dup_unknown (BhComposeService *self,
                                    const char *key,
                                    const BhYamlNode *map,
                                    const char *const *known,
                                    const char *const *kept);
/* The setting stands for NODE (nullable) at KEY. The original is lent. */
BhComposeOriginal *bh_compose_add_original (BhComposeService *self,
                                            const BhSetting *setting,
                                            const char *key,
                                            gboolean is_item,
                                            BhYamlNode *node);
/* The same for the words of the command. */
void bh_compose_add_words_original (BhComposeService *self,
                                    const char *key,
                                    const GPtrArray *words,
                                    BhYamlNode *node);

/* One mount in the long form. */
gboolean
bh_compose_read_mount (BhComposeService *self, const char *key, BhYamlNode *item, GError **error);
/* (transfer full): NAME as the engine calls the volume; the file is told that it is used, and
 * RET_NODE (nullable) is what it says of it. TOLD: what it is made of is said with the mount. */
BhText *bh_compose_dup_volume_name (BhComposeService *self,
                                    const BhText *name,
                                    const BhYamlNode *at,
                                    gboolean told,
                                    const BhYamlNode **ret_node,
                                    GError **error);
/* What VOLUME is made of, if it is not there yet: `docker run` says it with the mount. */
gboolean bh_compose_append_driver (BhComposeService *self,
                                   BhTextBuilder *to,
                                   const BhYamlNode *volume,
                                   GError **error);

/* A field of a `--mount`, quoted as CSV where it needs it; KEY may be NULL. */
void bh_compose_append_field (BhTextBuilder *to, const char *key, const BhText *value);
/* (transfer full): the path of a file or folder of the host as a mount takes it: IN_MOUNT: a
 * field of `--mount`, where a relative one needs ./ and no shell expands ~. */
BhText *bh_compose_fit_path (const BhText *path, gboolean in_mount);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhComposeService, bh_compose_service_clear)

G_END_DECLS
