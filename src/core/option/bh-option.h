/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/**
 * BhSection: the page of the form where an option is edited; findings are grouped by it too.
 */
typedef enum
{
  BH_SECTION_IMAGE, /* image, command, name, entrypoint, working directory */
  BH_SECTION_PORTS,
  BH_SECTION_NETWORK,
  BH_SECTION_MOUNTS,
  BH_SECTION_ENVIRONMENT,
  BH_SECTION_PROCESSES,  /* pid and the other namespaces, pids limit, init */
  BH_SECTION_RESOURCES,  /* CPU, memory, block I/O, ulimits */
  BH_SECTION_PRIVILEGES, /* user, capabilities, confinement, devices */
  BH_SECTION_LIFECYCLE,  /* restart, health, logging, stop */
  BH_SECTION_OTHER,
} BhSection;
#define BH_N_SECTIONS (BH_SECTION_OTHER + 1)

/* Stable word for JSON ("ports") and translated title ("Ports"). */
const char *bh_section_to_string (BhSection section);
const char *bh_section_get_title (BhSection section);

/**
 * BhKind: the grammar of an option's value. The check of the value, the row that edits it and the
 * word in the client's help follow from it.
 */
typedef enum
{
  BH_KIND_FLAG, /* true or false; never takes the next word */
  BH_KIND_TEXT, /* anything */
  BH_KIND_INTEGER,
  BH_KIND_BYTES,    /* 512m, 1.5g; binary units */
  BH_KIND_CPUS,     /* a rational number of CPUs */
  BH_KIND_CPUSET,   /* 0-3,7 */
  BH_KIND_DURATION, /* 1m30s */
  BH_KIND_PORT,     /* --publish */
  BH_KIND_EXPOSE,   /* --expose */
  BH_KIND_NETWORK,  /* --network */
  BH_KIND_ADDRESS,  /* an IP address */
  BH_KIND_MAC_ADDRESS,
  BH_KIND_HOST_ENTRY, /* --add-host */
  BH_KIND_HOSTNAME,
  BH_KIND_DOMAIN, /* --dns-search */
  BH_KIND_LINK,   /* --link */
  BH_KIND_VOLUME, /* --volume */
  BH_KIND_MOUNT,  /* --mount */
  BH_KIND_TMPFS,  /* --tmpfs */
  BH_KIND_VOLUMES_FROM,
  BH_KIND_ENVIRONMENT, /* NAME=VALUE or NAME */
  BH_KIND_LABEL,       /* key=value or key */
  BH_KIND_KEY_VALUE,   /* key=value: --log-opt, --storage-opt, --annotation */
  BH_KIND_SYSCTL,
  BH_KIND_FILE, /* a file that the client reads or writes */
  BH_KIND_PATH, /* an absolute path in the container */
  BH_KIND_PID_MODE,
  BH_KIND_IPC_MODE,
  BH_KIND_UTS_MODE,
  BH_KIND_USERNS_MODE,
  BH_KIND_CGROUPNS_MODE,
  BH_KIND_CAPABILITY,
  BH_KIND_SECURITY_OPT,
  BH_KIND_USER,
  BH_KIND_DEVICE,
  BH_KIND_DEVICE_RULE,
  BH_KIND_DEVICE_BYTES,  /* --device-read-bps PATH:RATE */
  BH_KIND_DEVICE_NUMBER, /* --device-read-iops, --blkio-weight-device */
  BH_KIND_GPUS,
  BH_KIND_ULIMIT,
  BH_KIND_RESTART,
  BH_KIND_SIGNAL,
  BH_KIND_LOG_DRIVER,
  BH_KIND_PULL,
  BH_KIND_PLATFORM,
  BH_KIND_STREAM, /* --attach */
  BH_KIND_ISOLATION,
  BH_KIND_CONTAINER_NAME,
} BhKind;
#define BH_N_KINDS (BH_KIND_CONTAINER_NAME + 1)
const char *bh_kind_to_string (BhKind kind);

typedef enum
{
  BH_OPTION_NONE = 0,
  BH_OPTION_REPEATS = 1 << 0, /* may be given several times; otherwise the last one wins */
  BH_OPTION_HIDDEN = 1 << 1,  /* works but is not in the client's help */
  BH_OPTION_DEPRECATED = 1 << 2,
  BH_OPTION_WINDOWS = 1 << 3,     /* for Windows containers only */
  BH_OPTION_CLIENT_ONLY = 1 << 4, /* never reaches the engine: --detach, --cidfile, --sig-proxy … */
  BH_OPTION_RUN_ONLY = 1 << 5,    /* `docker create` does not have it */
} BhOptionFlags;

/**
 * BhOption:
 * @name: long name without dashes
 * @short_name: short letter or 0
 * @aliases: further long names that the client takes but does not show (NULL-terminated), or NULL
 * @kind: the grammar of its value
 * @client_type: the type word in the client's help ("list", "string"…), NULL for flags
 * @flags: see #BhOptionFlags
 * @section: where the form shows it
 * @compose: the key of a Compose service that says the same ("ports",
 * "deploy.resources.limits.cpus"), or NULL when Compose cannot say it
 * @default_value: what the engine or client assumes, where it is one fixed text; else NULL
 * @metavar: N_() what to put there ("port"), NULL for flags
 * @summary: N_() what it does, in our words: no capital rules, no full stop at the end
 *
 * One row per option of `docker run`. Rows are static and sorted by name; everything else
 * (parser, form, exporters, completion) derives from them.
 */
struct _BhOption
{
  const char *name;
  char short_name;
  const char *const *aliases;
  BhKind kind;
  const char *client_type;
  BhOptionFlags flags;
  BhSection section;
  const char *compose;
  const char *default_value;
  const char *metavar;
  const char *summary;
};

/* The rows, sorted by name. */
const BhOption *bh_option_table (guint *n_options);
/* By long name or alias of LEN bytes, without dashes; NULL if there is none. */
const BhOption *bh_option_find (const char *name, gsize len);
const BhOption *bh_option_find_short (char letter);
/* By its long name; the name must exist (programmer's error otherwise). For code that knows it. */
const BhOption *bh_option_get (const char *name);
/* Position in the table, for arrays that run beside it. */
guint bh_option_index (const BhOption *option);
gboolean bh_option_takes_value (const BhOption *option);
/* (transfer full) (nullable): what is wrong with the table itself; NULL when nothing is. For the
 * tests. */
char *bh_option_table_check (void);

G_END_DECLS
