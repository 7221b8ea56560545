/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"
#include "rule/bh-known-image.h"
#include "run/bh-state.h"
#include "value/bh-network.h"

G_BEGIN_DECLS

/* In causes: nobody set it. Same value as BH_NO_SETTING. */
#define BH_NOBODY (-2)

typedef enum
{
  BH_NAMESPACE_PRIVATE, /* the wall is there */
  BH_NAMESPACE_HOST,
  BH_NAMESPACE_CONTAINER,
  BH_NAMESPACE_SHAREABLE, /* ipc only */
} BhNamespace;

/* A namespace and the setting that chose it (BH_NOBODY: the default). */
typedef struct
{
  BhNamespace mode;
  int setting;
} BhNamespaceFact;

/* Something that is on, and the setting that counts; BH_NOBODY when nothing was said. */
typedef struct
{
  gboolean on;
  int setting;
} BhFlagFact;

typedef struct
{
  int setting;
  const char *address; /* "" when none is given */
  gboolean all_addresses;
  gboolean loopback;
  gboolean address_ignored; /* host_ip in the long form, which the client drops */
  guint host_first;         /* 0: a random port */
  guint host_last;
  guint container_first; /* 0: not known (an expansion) */
  guint container_last;
  const char *protocol;      /* lower case, "tcp" when none is given */
  gboolean delicate;         /* data or control of a machine is behind it */
  gboolean data_store;       /* data is */
  const char *delicate_name; /* (nullable): whose, where only one program uses the port */
} BhPortFact;

typedef enum
{
  BH_MOUNT_BIND,
  BH_MOUNT_VOLUME,
  BH_MOUNT_ANONYMOUS,
  BH_MOUNT_TMPFS,
  BH_MOUNT_OTHER,
} BhMountType;

/* What a host path of a bind mount is. */
typedef enum
{
  BH_PATH_ORDINARY,
  BH_PATH_ROOT,
  BH_PATH_ENGINE_SOCKET,        /* docker.sock, podman.sock, containerd.sock, crio.sock */
  BH_PATH_ENGINE_SOCKET_PARENT, /* /run, /var/run … but not / */
  BH_PATH_PROC,
  BH_PATH_SYS,
  BH_PATH_DEV,
  BH_PATH_SYSTEM_CRITICAL, /* /etc /root /boot /usr /lib* /bin /sbin /var/lib/docker … */
  BH_PATH_SYSTEM,          /* /var /opt /srv /snap /home … */
  BH_PATH_SYSTEM_HARMLESS, /* /etc/localtime, /etc/ssl/certs … */
  BH_PATH_SECRETS,         /* ~/.ssh, ~/.aws, /etc/shadow, *.pem … */
  BH_PATH_HOME,            /* a home folder itself */
  BH_PATH_DESKTOP,         /* X11, D-Bus, Wayland, PulseAudio sockets */
  BH_PATH_SSH_AGENT,
} BhPathClass;

typedef struct
{
  int setting;
  BhMountType type;
  const char *source; /* normalised where literal; "" when there is none */
  const char *target;
  gboolean source_expands;
  gboolean readonly;
  BhPathClass path_class;  /* for binds */
  const char *propagation; /* "" when none is given */
  gboolean relabels;       /* :z or :Z */
  gboolean from_mount;     /* --mount rather than -v or --tmpfs */
  gboolean has_size;       /* tmpfs */
  gboolean exec;           /* tmpfs */
} BhMountFact;

typedef struct
{
  int setting;
  const char *name;
  const char *value;     /* NULL: inherited from the shell; expansions as written */
  gboolean expands;      /* the value holds expansions */
  gboolean names_secret; /* it is called like one */
  gboolean secret;       /* and holds one, or a value that looks like one */
} BhVariableFact;

/* What a device of the host is. */
typedef enum
{
  BH_DEVICE_GIVEN, /* each container has it anyway: /dev/null … */
  BH_DEVICE_DISK,
  BH_DEVICE_MEMORY, /* /dev/mem, /dev/port … */
  BH_DEVICE_KERNEL_LOG,
  BH_DEVICE_ALL,      /* /dev itself */
  BH_DEVICE_POWERFUL, /* kvm, tun, fuse, vfio, USB */
  BH_DEVICE_INPUT,    /* keyboards, mice, and what pretends to be one */
  BH_DEVICE_MODEST,   /* sound, video, graphics, serial lines */
  BH_DEVICE_NAMED,    /* "vendor.com/class=name": no path */
  BH_DEVICE_OTHER,
} BhDeviceKind;

typedef struct
{
  int setting;
  BhDeviceKind kind;
  const char *host;
  const char *permissions; /* "rwm" when none are given */
} BhDeviceFact;

/**
 * BhFacts:
 *
 * A typed sheet about one state, computed once; rules and paths read it and never strings. Defaults
 * and "the last one wins" are resolved here. `setting` fields are indices of the state's settings.
 * The strings live as long as the facts.
 */
struct _BhFacts
{
  const BhState *state;
  GStringChunk *strings;

  BhFlagFact privileged;
  guint64 capabilities;       /* what root in the container holds, as a mask of BhCapability bits */
  guint64 capabilities_usual; /* what the engine gives to a container that says nothing */
  guint64 capabilities_added; /* by --cap-add, ALL expanded */
  guint64 capabilities_dropped; /* by --cap-drop, ALL expanded */
  int add_all;                  /* setting of --cap-add ALL, or BH_NOBODY */
  int drop_all;
  int added_by[64]; /* for each capability, the --cap-add that named it, or BH_NOBODY */

  BhFlagFact no_new_privileges; /* on only when really on */
  BhFlagFact seccomp_unconfined;
  BhFlagFact seccomp_custom;
  BhFlagFact apparmor_unconfined;
  BhFlagFact selinux_disabled;
  BhFlagFact selinux_identity; /* another SELinux user or role */
  BhFlagFact systempaths_unconfined;
  BhFlagFact writable_cgroups;
  BhFlagFact read_only_root;
  BhFlagFact init;
  BhFlagFact detach;
  BhFlagFact restart; /* on: by itself, when it ends */

  int user_setting;      /* BH_NOBODY: the image's */
  gboolean user_root;    /* given and root */
  gboolean user_unknown; /* not given, or an expansion */
  gint64 uid;            /* -1: a name, not given, or an expansion */
  gint64 gid;            /* -1 likewise; 0 when a uid is given without a group */
  gboolean user_has_group;
  const char *user; /* as written, "" when not given */

  BhNamespaceFact pid;
  BhNamespaceFact ipc;
  BhNamespaceFact uts;
  BhNamespaceFact userns;
  BhNamespaceFact cgroupns;

  BhNetworkMode network;
  int network_setting;
  const char *network_name; /* of a user network or container */

  GArray *ports; /* of BhPortFact */
  BhFlagFact publish_all;
  GArray *mounts;         /* of BhMountFact: -v, --mount, --tmpfs */
  GArray *variables;      /* of BhVariableFact, in order; of a name given twice only the last */
  GArray *devices;        /* of BhDeviceFact */
  int device_cgroup_rule; /* first setting, or BH_NOBODY */
  int volumes_from;
  int group_add;

  BhFlagFact memory; /* on: limited */
  guint64 memory_bytes;
  BhFlagFact memory_swap;   /* on: given */
  gint64 memory_swap_bytes; /* -1 unlimited */
  BhFlagFact cpus;          /* on: limited by --cpus or --cpu-quota */
  BhFlagFact pids;          /* on: limited */
  BhFlagFact oom_kill_disable;
  gint oom_score_adj;
  int oom_score_adj_setting;

  const char *image;               /* as written, "" when none */
  const char *image_host;          /* the registry, "" for Docker Hub */
  const char *image_path;          /* "nginx", "grafana/grafana"; without "library/" */
  const char *image_name;          /* last path component without tag or digest: "nginx" */
  const char *image_tag;           /* "" when none */
  const BhKnownImage *known_image; /* (nullable) */
  gboolean image_digest;
  gboolean image_expands;
};

BhFacts *bh_facts_new (const BhState *state);
void bh_facts_free (BhFacts *self);

#define bh_facts_port(facts, i) (&g_array_index ((facts)->ports, BhPortFact, i))
#define bh_facts_mount(facts, i) (&g_array_index ((facts)->mounts, BhMountFact, i))
#define bh_facts_variable(facts, i) (&g_array_index ((facts)->variables, BhVariableFact, i))
#define bh_facts_device(facts, i) (&g_array_index ((facts)->devices, BhDeviceFact, i))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhFacts, bh_facts_free)

G_END_DECLS
