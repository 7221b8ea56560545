/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/bh-output.h"
#include "value/bh-mount.h"
#include "value/bh-yaml-node.h"

G_BEGIN_DECLS

/* A network or volume that the end of the file describes. */
typedef struct
{
  const char *key; /* legal and unique, for services to refer to */
  char *name;      /* the engine's */
  char *driver;
  GPtrArray *options; /* name and value in turn, of char */
  GPtrArray *labels;
  gboolean kept; /* the file that the document comes from describes it */
} BhComposeDeclared;

typedef struct
{
  GPtrArray *items;    /* of BhComposeDeclared, in the order of first use */
  GHashTable *by_name; /* the same */
  GHashTable *keys;    /* taken ones */
} BhComposeNames;

void bh_compose_names_init (BhComposeNames *self);
void bh_compose_names_clear (BhComposeNames *self);
/* The one of this name; new if it is the first time. */
BhComposeDeclared *bh_compose_declare (BhComposeNames *self, const char *name);
/* MAP (nullable) is what a file says of them. */
void bh_compose_declare_kept (BhComposeNames *self, const BhYamlNode *map);

/* (transfer full): the letters, digits, dots, dashes and underscores of STR; FALLBACK if nothing is
 * left. */
char *bh_compose_dup_key (const char *str, gsize len, const char *fallback);
/* WISH, with a number behind it if it is taken; from now on it is. */
const char *bh_compose_take_key (GHashTable *taken, const char *wish);

/**
 * BhCompose:
 * @state: what is being written
 * @indices: (nullable): where its settings are in the document
 * @output: what notes are added to
 * @root: the map being written: a service, or the top level
 * @open: the lists and maps of it that go on
 * @networks: the networks of all services
 * @volumes: the volumes of all services
 * @image_kept: the file that the document comes from says the image in another way
 *
 * One service being written. It becomes a tree, so that what came with it can be put in.
 */
typedef struct
{
  const BhState *state;
  const int *indices;
  BhOutput *output;
  BhYamlNode *root;
  GArray *open;
  BhComposeNames *networks;
  BhComposeNames *volumes;
  gboolean image_kept;
} BhCompose;

/* Begins to write into a new map. */
void bh_compose_begin (BhCompose *self);
/* (transfer full): the map. */
BhYamlNode *bh_compose_end (BhCompose *self);

/* The indent says what a line belongs to, as in YAML. */
#define BH_COMPOSE_KEY_INDENT 4
#define BH_COMPOSE_ITEM_INDENT 6
/* For lines that no setting is to blame for. */
#define BH_COMPOSE_NO_SETTING BH_YAML_NO_SETTING

/* The index of the next setting of the option after AFTER (-1 for the first); -1 if none. */
int bh_compose_next (BhCompose *self, int after, const char *option);

/* `KEY:` on a line of its own, INDENT columns in; SETTING is what it comes from. */
void bh_compose_open_for (BhCompose *self, guint indent, const char *key, int setting);
void bh_compose_open (BhCompose *self, guint indent, const char *key);
/* `- ` before the first pair of a map, which is INDENT + 2 columns in as all others. */
void bh_compose_open_item (BhCompose *self, guint indent);
/* `KEY: value`; SETTING is what it comes from. */
void
bh_compose_pair (BhCompose *self, guint indent, const char *key, const char *value, int setting);
/* The same with VALUE as it is: true or false, a number. */
void bh_compose_raw_pair (BhCompose *self,
                          guint indent,
                          const char *key,
                          const char *value,
                          int setting);
/* The same for what should be a whole number, but may be a variable. */
void bh_compose_number_pair (BhCompose *self,
                             guint indent,
                             const char *key,
                             const char *value,
                             int setting);
/* `- value` */
void bh_compose_item (BhCompose *self, guint indent, const char *value, int setting);

/* (transfer full): TEXT for Compose: $ doubled where it is literal, ${NAME} where the shell would
 * expand. What Compose cannot expand becomes a note. */
char *bh_compose_dup_text (BhCompose *self, const BhText *text, int setting);
/* The same for a path of the host, alone or with more behind a colon: Compose takes it from the
 * folder of its file, so that `$PWD/data` is written ./data. */
char *bh_compose_dup_path (BhCompose *self, const BhText *text, int setting);
char *bh_compose_dup_range (BhCompose *self, const BhText *text, BhRange range, int setting);
/* Of a comma-separated value: what follows the `=` of a field, or the whole of one without. */
char *
bh_compose_dup_field (BhCompose *self, const BhText *text, const BhMountField *field, int setting);
/* (transfer full): how Compose wants what it does not read as the client does: it knows neither
 * fractions of CPUs nor sizes such as ".5g". */
char *bh_compose_dup_cpus (const char *text);
char *bh_compose_dup_size (const char *text);

void bh_compose_note (BhCompose *self, BhNoteKind kind, int setting, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* KEY is one that Compose 2.26 reads and forgets. */
void bh_compose_note_version (BhCompose *self, int setting, const char *key);

void bh_compose_write_image (BhCompose *self);
void bh_compose_write_entrypoint (BhCompose *self);
void bh_compose_write_command (BhCompose *self);
void bh_compose_write_stop (BhCompose *self);
void bh_compose_write_ports (BhCompose *self);
void bh_compose_write_expose (BhCompose *self);
void bh_compose_write_networks (BhCompose *self);
void bh_compose_write_volumes (BhCompose *self);
void bh_compose_write_volumes_from (BhCompose *self);
void bh_compose_write_environment (BhCompose *self);
void bh_compose_write_security (BhCompose *self);
void bh_compose_write_devices (BhCompose *self);
void bh_compose_write_reservations (BhCompose *self);
void bh_compose_write_blkio (BhCompose *self);
void bh_compose_write_ulimits (BhCompose *self);
void bh_compose_write_storage (BhCompose *self);
void bh_compose_write_healthcheck (BhCompose *self);
void bh_compose_write_logging (BhCompose *self);

/* The networks and volumes of all services. */
void bh_compose_write_declarations (BhCompose *self);

/**
 * BhComposeSplit:
 * @plain: the document without what is said in another way
 * @indices: (element-type int): where its settings are in the document
 * @said: a map: what is said in another way, by the setting that says it
 * @image_kept: the image is
 *
 * A document and how the file that it comes from says it.
 */
typedef struct
{
  BhState *plain;
  GArray *indices;
  BhYamlNode *said;
  gboolean image_kept;
} BhComposeSplit;

/* SERVICES (element-type utf8) are those of the file to be written. */
void bh_compose_split (const BhState *state, GHashTable *services, BhComposeSplit *ret_split);
void bh_compose_split_clear (BhComposeSplit *self);

/* (transfer full): SERVICE, which is adopted, with all that comes from the file. */
BhYamlNode *bh_compose_put_back (BhCompose *self,
                                 BhYamlNode *service,
                                 const BhComposeSplit *split,
                                 const BhComposeRest *rest,
                                 GHashTable *services);
/* (transfer full): a map of what the files say at their top that the documents come from. */
BhYamlNode *bh_compose_dup_top (BhCompose *self, BhState *const *states, guint n_states);
/* (transfer full): a map with the pairs of both; what is in both is put together, and if that is
 * not possible, that of ONE counts. */
BhYamlNode *bh_compose_combine (BhYamlNode *one, BhYamlNode *other);
/* (transfer full): the pairs of a service, or of the top level, in the order that people write
 * them.
 */
BhYamlNode *bh_compose_sort_service (const BhYamlNode *map);
BhYamlNode *bh_compose_sort_top (const BhYamlNode *map);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhComposeNames, bh_compose_names_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhComposeSplit, bh_compose_split_clear)

G_END_DECLS
