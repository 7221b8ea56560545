/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bh-types.h"

G_BEGIN_DECLS

/**
 * BhCapability: the Linux capabilities with the kernel's numbers (linux/capability.h).
 */
typedef enum
{
  BH_CAP_CHOWN = 0,
  BH_CAP_DAC_OVERRIDE,
  BH_CAP_DAC_READ_SEARCH,
  BH_CAP_FOWNER,
  BH_CAP_FSETID,
  BH_CAP_KILL,
  BH_CAP_SETGID,
  BH_CAP_SETUID,
  BH_CAP_SETPCAP,
  BH_CAP_LINUX_IMMUTABLE,
  BH_CAP_NET_BIND_SERVICE,
  BH_CAP_NET_BROADCAST,
  BH_CAP_NET_ADMIN,
  BH_CAP_NET_RAW,
  BH_CAP_IPC_LOCK,
  BH_CAP_IPC_OWNER,
  BH_CAP_SYS_MODULE,
  BH_CAP_SYS_RAWIO,
  BH_CAP_SYS_CHROOT,
  BH_CAP_SYS_PTRACE,
  BH_CAP_SYS_PACCT,
  BH_CAP_SYS_ADMIN,
  BH_CAP_SYS_BOOT,
  BH_CAP_SYS_NICE,
  BH_CAP_SYS_RESOURCE,
  BH_CAP_SYS_TIME,
  BH_CAP_SYS_TTY_CONFIG,
  BH_CAP_MKNOD,
  BH_CAP_LEASE,
  BH_CAP_AUDIT_WRITE,
  BH_CAP_AUDIT_CONTROL,
  BH_CAP_SETFCAP,
  BH_CAP_MAC_OVERRIDE,
  BH_CAP_MAC_ADMIN,
  BH_CAP_SYSLOG,
  BH_CAP_WAKE_ALARM,
  BH_CAP_BLOCK_SUSPEND,
  BH_CAP_AUDIT_READ,
  BH_CAP_PERFMON,
  BH_CAP_BPF,
  BH_CAP_CHECKPOINT_RESTORE,
} BhCapability;
#define BH_N_CAPABILITIES (BH_CAP_CHECKPOINT_RESTORE + 1)

#define BH_CAP_BIT(cap) (G_GUINT64_CONSTANT (1) << (cap))
#define BH_CAP_ALL_MASK (BH_CAP_BIT (BH_N_CAPABILITIES) - 1)

/* The fourteen that Docker gives to a container (moby: DefaultCapabilities). */
#define BH_CAP_DEFAULT_MASK G_GUINT64_CONSTANT (0xa80425fb)

/* "NET_ADMIN", without CAP_. */
const char *bh_capability_to_string (BhCapability capability);
/* Any case, with or without CAP_; not ALL. */
gboolean bh_capability_from_string (const char *name, gsize len, BhCapability *ret_capability);
/* N_(), one sentence for a learner: what it allows. Translate with _(). */
const char *bh_capability_get_summary (BhCapability capability);

G_END_DECLS
