/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/bh-output.h"

G_BEGIN_DECLS

/* One service being written. */
typedef struct
{
  const BhState *state;
  BhOutput *output;
  GString *out;        /* the text of OUTPUT */
  GPtrArray *networks; /* names that the top level declares, of char */
  GPtrArray *volumes;
} BhCompose;

#define BH_COMPOSE_KEY_INDENT 4
#define BH_COMPOSE_ITEM_INDENT 6

/* `KEY:` on a line of its own, INDENT columns in. */
void bh_compose_open (BhCompose *self, guint indent, const char *key);
/* `KEY: value`; SETTING is what it comes from. */
void
bh_compose_pair (BhCompose *self, guint indent, const char *key, const char *value, int setting);
/* The same with VALUE as it is: a number, true or false. */
void bh_compose_raw_pair (BhCompose *self,
                          guint indent,
                          const char *key,
                          const char *value,
                          int setting);
/* `- value` */
void bh_compose_item (BhCompose *self, guint indent, const char *value, int setting);

/* (transfer full): TEXT for Compose: $ doubled where it is literal, ${NAME} where the shell would
 * expand. What Compose cannot expand becomes a note. */
char *bh_compose_dup_text (BhCompose *self, const BhText *text, int setting);
char *bh_compose_dup_range (BhCompose *self, const BhText *text, BhRange range, int setting);

void bh_compose_note (BhCompose *self, BhNoteKind kind, int setting, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

void bh_compose_write_ports (BhCompose *self);
void bh_compose_write_volumes (BhCompose *self);
void bh_compose_write_networks (BhCompose *self);
void bh_compose_write_environment (BhCompose *self);
void bh_compose_write_healthcheck (BhCompose *self);
void bh_compose_write_logging (BhCompose *self);
void bh_compose_write_ulimits (BhCompose *self);
void bh_compose_write_gpus (BhCompose *self);
void bh_compose_write_blkio (BhCompose *self);
void bh_compose_write_volumes_from (BhCompose *self);
void bh_compose_write_stop (BhCompose *self);
void bh_compose_write_entrypoint (BhCompose *self);
void bh_compose_write_command (BhCompose *self);
void bh_compose_write_image (BhCompose *self);

G_END_DECLS
