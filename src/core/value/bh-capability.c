/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-capability.h"

#include "bh-i18n.h"

/* Names and numbers: linux/capability.h; meanings: capabilities(7), in our words. */
static const struct
{
  const char *name;
  const char *summary;
} capabilities[] = {
  [BH_CAP_CHOWN] = { "CHOWN", N_ ("give files to other users") },
  [BH_CAP_DAC_OVERRIDE] = { "DAC_OVERRIDE",
                            N_ ("read and write files whatever their permissions say") },
  [BH_CAP_DAC_READ_SEARCH] = { "DAC_READ_SEARCH", N_ ("read any file whatever its permissions say, "
                                                      "and open files by their number") },
  [BH_CAP_FOWNER] = { "FOWNER", N_ ("change permissions of files that belong to others") },
  [BH_CAP_FSETID] = { "FSETID", N_ ("keep the set-user-id mark when changing a file") },
  [BH_CAP_KILL] = { "KILL", N_ ("send signals to processes of other users") },
  [BH_CAP_SETGID] = { "SETGID", N_ ("change to any group") },
  [BH_CAP_SETUID] = { "SETUID", N_ ("change to any user") },
  [BH_CAP_SETPCAP] = { "SETPCAP", N_ ("drop capabilities for good, and hand them on") },
  [BH_CAP_LINUX_IMMUTABLE] = { "LINUX_IMMUTABLE",
                               N_ ("mark files as unchangeable, and take the mark away") },
  [BH_CAP_NET_BIND_SERVICE] = { "NET_BIND_SERVICE", N_ ("listen on ports below 1024") },
  [BH_CAP_NET_BROADCAST] = { "NET_BROADCAST",
                             N_ ("send to everyone on a network; the kernel does not use it") },
  [BH_CAP_NET_ADMIN] = { "NET_ADMIN", N_ ("change network interfaces, routes and firewall rules") },
  [BH_CAP_NET_RAW] = { "NET_RAW",
                       N_ ("send and read raw packets, and so pretend to be a neighbour") },
  [BH_CAP_IPC_LOCK] = { "IPC_LOCK", N_ ("keep memory from being swapped out") },
  [BH_CAP_IPC_OWNER] = { "IPC_OWNER", N_ ("use shared memory and queues of other users") },
  [BH_CAP_SYS_MODULE] = { "SYS_MODULE", N_ ("load code into the kernel of the host") },
  [BH_CAP_SYS_RAWIO] = { "SYS_RAWIO", N_ ("talk to the hardware past the kernel") },
  [BH_CAP_SYS_CHROOT] = { "SYS_CHROOT", N_ ("change the root folder of a process") },
  [BH_CAP_SYS_PTRACE] = { "SYS_PTRACE", N_ ("read and change the memory of other processes") },
  [BH_CAP_SYS_PACCT] = { "SYS_PACCT", N_ ("switch the kernel's records of processes on and off") },
  [BH_CAP_SYS_ADMIN] = { "SYS_ADMIN",
                         N_ ("mount file systems and much else: nearly root on the host") },
  [BH_CAP_SYS_BOOT] = { "SYS_BOOT", N_ ("restart the host") },
  [BH_CAP_SYS_NICE] = { "SYS_NICE", N_ ("run ahead of other processes") },
  [BH_CAP_SYS_RESOURCE] = { "SYS_RESOURCE",
                            N_ ("go past limits of files, processes and disk space") },
  [BH_CAP_SYS_TIME] = { "SYS_TIME", N_ ("set the clock of the host") },
  [BH_CAP_SYS_TTY_CONFIG] = { "SYS_TTY_CONFIG", N_ ("hang up and set up terminals of the host") },
  [BH_CAP_MKNOD] = { "MKNOD", N_ ("make device files") },
  [BH_CAP_LEASE] = { "LEASE", N_ ("be told before somebody else opens a file") },
  [BH_CAP_AUDIT_WRITE] = { "AUDIT_WRITE", N_ ("write to the kernel's audit log") },
  [BH_CAP_AUDIT_CONTROL] = { "AUDIT_CONTROL", N_ ("switch the kernel's audit on and off") },
  [BH_CAP_SETFCAP] = { "SETFCAP", N_ ("give capabilities to program files") },
  [BH_CAP_MAC_OVERRIDE] = { "MAC_OVERRIDE", N_ ("go past Smack's access rules") },
  [BH_CAP_MAC_ADMIN] = { "MAC_ADMIN", N_ ("change the access rules of AppArmor or Smack") },
  [BH_CAP_SYSLOG] = { "SYSLOG",
                      N_ ("read the kernel log of the host, with addresses that help attacks") },
  [BH_CAP_WAKE_ALARM] = { "WAKE_ALARM", N_ ("wake the host from sleep") },
  [BH_CAP_BLOCK_SUSPEND] = { "BLOCK_SUSPEND", N_ ("keep the host from sleeping") },
  [BH_CAP_AUDIT_READ] = { "AUDIT_READ", N_ ("read the kernel's audit log") },
  [BH_CAP_PERFMON] = { "PERFMON", N_ ("watch what the whole host executes") },
  [BH_CAP_BPF] = { "BPF", N_ ("load BPF programs into the kernel of the host") },
  [BH_CAP_CHECKPOINT_RESTORE] = { "CHECKPOINT_RESTORE",
                                  N_ ("freeze and restore processes, choosing their numbers") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (capabilities) == BH_N_CAPABILITIES);

const char *
bh_capability_to_string (BhCapability capability)
{
  return capabilities[capability].name;
}

const char *
bh_capability_get_summary (BhCapability capability)
{
  return capabilities[capability].summary;
}

gboolean
bh_capability_from_string (const char *name, gsize len, BhCapability *ret_capability)
{
  if (len > 4 && g_ascii_strncasecmp (name, "CAP_", 4) == 0)
    {
      name += 4;
      len -= 4;
    }
  for (guint i = 0; i < G_N_ELEMENTS (capabilities); i++)
    if (g_ascii_strncasecmp (name, capabilities[i].name, len) == 0 &&
        capabilities[i].name[len] == '\0')
      {
        *ret_capability = i;
        return TRUE;
      }
  return FALSE;
}
