/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bh-i18n.h"
#include "option/bh-option.h"

static const struct
{
  const char *word;
  const char *title;
} sections[] = {
  [BH_SECTION_IMAGE] = { "image", N_ ("Image and command") },
  [BH_SECTION_PORTS] = { "ports", N_ ("Ports") },
  [BH_SECTION_NETWORK] = { "network", N_ ("Network") },
  [BH_SECTION_MOUNTS] = { "mounts", N_ ("Files") },
  [BH_SECTION_ENVIRONMENT] = { "environment", N_ ("Variables") },
  [BH_SECTION_PROCESSES] = { "processes", N_ ("Processes") },
  [BH_SECTION_RESOURCES] = { "resources", N_ ("CPU and memory") },
  [BH_SECTION_PRIVILEGES] = { "privileges", N_ ("Privileges") },
  [BH_SECTION_LIFECYCLE] = { "lifecycle", N_ ("Restart, health and logs") },
  [BH_SECTION_OTHER] = { "other", N_ ("Other options") },
};

static const char *const kinds[] = {
  [BH_KIND_FLAG] = "flag",
  [BH_KIND_TEXT] = "text",
  [BH_KIND_INTEGER] = "integer",
  [BH_KIND_BYTES] = "bytes",
  [BH_KIND_CPUS] = "cpus",
  [BH_KIND_CPUSET] = "cpuset",
  [BH_KIND_DURATION] = "duration",
  [BH_KIND_PORT] = "port",
  [BH_KIND_EXPOSE] = "expose",
  [BH_KIND_NETWORK] = "network",
  [BH_KIND_ADDRESS] = "address",
  [BH_KIND_MAC_ADDRESS] = "mac-address",
  [BH_KIND_HOST_ENTRY] = "host-entry",
  [BH_KIND_HOSTNAME] = "hostname",
  [BH_KIND_DOMAIN] = "domain",
  [BH_KIND_LINK] = "link",
  [BH_KIND_VOLUME] = "volume",
  [BH_KIND_MOUNT] = "mount",
  [BH_KIND_TMPFS] = "tmpfs",
  [BH_KIND_VOLUMES_FROM] = "volumes-from",
  [BH_KIND_ENVIRONMENT] = "environment",
  [BH_KIND_LABEL] = "label",
  [BH_KIND_KEY_VALUE] = "key-value",
  [BH_KIND_SYSCTL] = "sysctl",
  [BH_KIND_FILE] = "file",
  [BH_KIND_PATH] = "path",
  [BH_KIND_PID_MODE] = "pid-mode",
  [BH_KIND_IPC_MODE] = "ipc-mode",
  [BH_KIND_UTS_MODE] = "uts-mode",
  [BH_KIND_USERNS_MODE] = "userns-mode",
  [BH_KIND_CGROUPNS_MODE] = "cgroupns-mode",
  [BH_KIND_CAPABILITY] = "capability",
  [BH_KIND_SECURITY_OPT] = "security-opt",
  [BH_KIND_USER] = "user",
  [BH_KIND_DEVICE] = "device",
  [BH_KIND_DEVICE_RULE] = "device-rule",
  [BH_KIND_DEVICE_BYTES] = "device-bytes",
  [BH_KIND_DEVICE_NUMBER] = "device-number",
  [BH_KIND_GPUS] = "gpus",
  [BH_KIND_ULIMIT] = "ulimit",
  [BH_KIND_RESTART] = "restart",
  [BH_KIND_SIGNAL] = "signal",
  [BH_KIND_LOG_DRIVER] = "log-driver",
  [BH_KIND_PULL] = "pull",
  [BH_KIND_PLATFORM] = "platform",
  [BH_KIND_STREAM] = "stream",
  [BH_KIND_ISOLATION] = "isolation",
  [BH_KIND_CONTAINER_NAME] = "container-name",
};

G_STATIC_ASSERT (G_N_ELEMENTS (sections) == BH_N_SECTIONS);
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == BH_N_KINDS);

const char *
bh_section_to_string (BhSection section)
{
  return sections[section].word;
}

const char *
bh_section_get_title (BhSection section)
{
  return _ (sections[section].title);
}

const char *
bh_kind_to_string (BhKind kind)
{
  return kinds[kind];
}
