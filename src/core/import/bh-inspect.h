/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/bh-import.h"
#include "import/bh-json.h"

G_BEGIN_DECLS

/**
 * BhInspect:
 * @json: the text
 * @container: what `docker inspect` says of the container
 * @image: (nullable): what it says of its image; without it everything that may be the image's is
 *   kept, so that the command makes the same container with more words
 * @names: (element-type utf8 utf8): the name of each container in the text, by its id
 * @builder: the command
 * @notes: (element-type BhNote): where to add notes
 * @error: (nullable): where to put an error
 *
 * One container being read. Functions return FALSE when the error is set.
 */
typedef struct
{
  BhJson *json;
  JsonObject *container;
  JsonObject *image;
  GHashTable *names;
  BhStateBuilder builder;
  GPtrArray *notes;
  GError **error;
} BhInspect;

/* The member at a path such as "HostConfig.LogConfig.Type", or NULL; a member that is null is as
 * good as none. */
JsonNode *bh_inspect_find (JsonObject *object, const char *path);

/* NULL and TRUE when there is no such member; what is of another kind is an error. */
gboolean
bh_inspect_string (BhInspect *self, JsonObject *object, const char *path, const char **ret_string);
gboolean bh_inspect_int (BhInspect *self, JsonObject *object, const char *path, gint64 *ret_value);
gboolean
bh_inspect_flag (BhInspect *self, JsonObject *object, const char *path, gboolean *ret_flag);
gboolean
bh_inspect_array (BhInspect *self, JsonObject *object, const char *path, JsonArray **ret_array);
gboolean
bh_inspect_object (BhInspect *self, JsonObject *object, const char *path, JsonObject **ret_object);
/* The string of NODE, NULL with an error if it is none. */
const char *bh_inspect_text (BhInspect *self, JsonNode *node);
JsonObject *bh_inspect_map (BhInspect *self, JsonNode *node);

/* Adds an option that was read from NODE. VALUE is copied. */
void bh_inspect_add (BhInspect *self, const char *option, const char *value, JsonNode *node);
void bh_inspect_note (BhInspect *self, BhNoteKind kind, JsonNode *node, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* The groups of options, in the order of the command. */
gboolean bh_inspect_read_start (BhInspect *self); /* detach, attach, interactive, name, hostname */
gboolean bh_inspect_read_network (BhInspect *self); /* networks and links */
gboolean bh_inspect_read_ports (BhInspect *self);   /* publish, expose */
gboolean bh_inspect_read_mounts (BhInspect *self);  /* volume, mount, tmpfs */
gboolean bh_inspect_read_table (BhInspect *self);   /* all that is one member, one option */
gboolean bh_inspect_read_devices (BhInspect *self); /* device, gpus */
gboolean bh_inspect_read_health (BhInspect *self);
gboolean bh_inspect_read_command (BhInspect *self); /* entrypoint, image and command */

/* "512m", "1m30s", "1.5": as the client reads them. (transfer full) */
char *bh_inspect_print_bytes (gint64 bytes);
char *bh_inspect_print_duration (gint64 nanoseconds);
char *bh_inspect_print_cpus (gint64 nano_cpus);
/* Appends a field of a comma-separated value: "key=value". */
void bh_inspect_append_field (GString *to, const char *key, const char *value);

gboolean bh_inspect_recognises (const char *text, gsize len);

G_END_DECLS
