/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/bh-output.h"
#include "value/bh-mount.h"

G_BEGIN_DECLS

/* A network or volume that the end of the file describes. */
typedef struct
{
  const char *key; /* legal and unique, for services to refer to */
  char *name;      /* the engine's */
  char *driver;
  GPtrArray *options; /* name and value in turn, of char */
  GPtrArray *labels;
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

/* (transfer full): the letters, digits, dots, dashes and underscores of STR; FALLBACK if nothing is
 * left. */
char *bh_compose_dup_key (const char *str, gsize len, const char *fallback);
/* WISH, with a number behind it if it is taken; from now on it is. */
const char *bh_compose_take_key (GHashTable *taken, const char *wish);

/* One service being written. */
typedef struct
{
  const BhState *state;
  BhOutput *output;
  GString *out; /* the text of OUTPUT */
  BhComposeNames *networks;
  BhComposeNames *volumes;
} BhCompose;

#define BH_COMPOSE_KEY_INDENT 4
#define BH_COMPOSE_ITEM_INDENT 6
/* For lines that no setting is to blame for. */
#define BH_COMPOSE_NO_SETTING G_MININT

/* The index of the next setting of the option after AFTER (-1 for the first); -1 if none. */
int bh_compose_next (BhCompose *self, int after, const char *option);

/* `KEY:` on a line of its own, INDENT columns in. */
void bh_compose_open (BhCompose *self, guint indent, const char *key);
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhComposeNames, bh_compose_names_clear)

G_END_DECLS
