/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-facts-private.h"

#include <string.h>

/* Beginnings of paths; the longer of two that fit stands first. */
static const struct
{
  const char *prefix;
  BhDeviceKind kind;
} kinds[] = {
  { "/dev/sd", BH_DEVICE_DISK },          { "/dev/nvme", BH_DEVICE_DISK },
  { "/dev/vd", BH_DEVICE_DISK },          { "/dev/xvd", BH_DEVICE_DISK },
  { "/dev/hd", BH_DEVICE_DISK },          { "/dev/mmcblk", BH_DEVICE_DISK },
  { "/dev/dm-", BH_DEVICE_DISK },         { "/dev/mapper", BH_DEVICE_DISK },
  { "/dev/md", BH_DEVICE_DISK },          { "/dev/loop", BH_DEVICE_DISK },
  { "/dev/disk", BH_DEVICE_DISK },        { "/dev/mem", BH_DEVICE_MEMORY },
  { "/dev/kmem", BH_DEVICE_MEMORY },      { "/dev/port", BH_DEVICE_MEMORY },
  { "/dev/kmsg", BH_DEVICE_KERNEL_LOG },  { "/dev/kvm", BH_DEVICE_POWERFUL },
  { "/dev/net/tun", BH_DEVICE_POWERFUL }, { "/dev/fuse", BH_DEVICE_POWERFUL },
  { "/dev/vfio", BH_DEVICE_POWERFUL },    { "/dev/bus/usb", BH_DEVICE_POWERFUL },
  { "/dev/input", BH_DEVICE_INPUT },      { "/dev/uinput", BH_DEVICE_INPUT },
  { "/dev/hidraw", BH_DEVICE_INPUT },     { "/dev/dri", BH_DEVICE_MODEST },
  { "/dev/snd", BH_DEVICE_MODEST },       { "/dev/video", BH_DEVICE_MODEST },
  { "/dev/tty", BH_DEVICE_MODEST },       { "/dev/serial", BH_DEVICE_MODEST },
  { "/dev/nvidia", BH_DEVICE_MODEST },    { "/dev/kfd", BH_DEVICE_MODEST },
};

BhDeviceKind
bh_device_classify (const char *host)
{
  static const char *const given[] = { "/dev/full", "/dev/null", "/dev/random", "/dev/urandom",
                                       "/dev/tty",  "/dev/zero", NULL };

  if (*host != '/')
    return BH_DEVICE_NAMED;
  if (g_strv_contains (given, host))
    return BH_DEVICE_GIVEN;
  if (g_str_equal (host, "/dev") || g_str_equal (host, "/dev/"))
    return BH_DEVICE_ALL;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (host, kinds[i].prefix))
      return kinds[i].kind;
  return BH_DEVICE_OTHER;
}

static gboolean
is_permissions (const char *str)
{
  return *str != '\0' && strspn (str, "rwm") == strlen (str);
}

void
bh_gather_device (BhFacts *facts, const BhText *value, int setting)
{
  guint colon = bh_text_find (value, 0, G_MAXUINT, ':');
  guint last = bh_text_rfind (value, 0, G_MAXUINT, ':');
  BhDeviceFact device = { .setting = setting, .permissions = "rwm" };

  device.host = bh_facts_keep_range (facts, value, (BhRange){ 0, colon });
  device.kind = bh_device_classify (device.host);
  if (last != G_MAXUINT && is_permissions (value->str + last + 1))
    device.permissions = value->str + last + 1;
  g_array_append_val (facts->devices, device);
}
