/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "value/bh-capability.h"

static const BhSeverity severities[] = {
  [BH_DEVICE_GIVEN] = BH_SEVERITY_INFO,      [BH_DEVICE_DISK] = BH_SEVERITY_CRITICAL,
  [BH_DEVICE_MEMORY] = BH_SEVERITY_CRITICAL, [BH_DEVICE_KERNEL_LOG] = BH_SEVERITY_MEDIUM,
  [BH_DEVICE_ALL] = BH_SEVERITY_CRITICAL,    [BH_DEVICE_POWERFUL] = BH_SEVERITY_HIGH,
  [BH_DEVICE_INPUT] = BH_SEVERITY_HIGH,      [BH_DEVICE_MODEST] = BH_SEVERITY_LOW,
  [BH_DEVICE_NAMED] = BH_SEVERITY_LOW,       [BH_DEVICE_OTHER] = BH_SEVERITY_MEDIUM,
};

#define KIND(kind) (1u << (kind))

static void
add_devices (const BhRule *rule, const BhFacts *facts, BhFindings *findings, guint kinds)
{
  for (guint i = 0; i < facts->devices->len; i++)
    {
      const BhDeviceFact *device = bh_facts_device (facts, i);

      if ((KIND (device->kind) & kinds) != 0)
        bh_findings_add (findings, rule, severities[device->kind], device->host, &device->setting,
                         1);
    }
}

static void
check_disk (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_devices (rule, facts, findings, KIND (BH_DEVICE_DISK));
}

static void
check_memory (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_devices (rule, facts, findings, KIND (BH_DEVICE_MEMORY) | KIND (BH_DEVICE_KERNEL_LOG));
}

static void
check_any (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_devices (rule, facts, findings,
               KIND (BH_DEVICE_ALL) | KIND (BH_DEVICE_POWERFUL) | KIND (BH_DEVICE_INPUT) |
                   KIND (BH_DEVICE_MODEST) | KIND (BH_DEVICE_NAMED) | KIND (BH_DEVICE_OTHER));
}

/* Without MKNOD, nobody inside can make a file for the device that the rule allows. */
static BhSeverity
cgroup_rule_severity (const BhFacts *facts, const char *value)
{
  if (!bh_check_has_capability (facts, BH_CAP_MKNOD))
    return BH_SEVERITY_MEDIUM;
  return *value == 'c' ? BH_SEVERITY_HIGH : BH_SEVERITY_CRITICAL;
}

static void
check_cgroup_rule (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, "device-cgroup-rule"); i >= 0;
       i = bh_check_find (facts, i + 1, "device-cgroup-rule"))
    {
      const char *value = bh_check_value (facts, i)->str;

      bh_findings_add (findings, rule, cgroup_rule_severity (facts, value), value, &i, 1);
    }
}

static void
check_gpu (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  static const char *const all[] = { "all", "-1", "count=all", "count=-1", NULL };
  int setting = bh_check_find_last (facts, "gpus");

  if (setting >= 0 && g_strv_contains (all, bh_check_value (facts, setting)->str))
    bh_findings_add_one (findings, rule, NULL, setting);
}

const BhRule bh_rules_devices[] = {
  {
      .id = "device-raw-disk",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("A whole disk of the host is handed over"),
      .message = N_ ("The container may read the disk %s block by block."),
      .exposes = N_ ("Below the file system there are no permissions: all files of the disk can be "
                     "read, whoever they belong to, and written if the device may be."),
      .attack =
          N_ ("An intruder opens the disk with a tool such as debugfs and copies the password "
              "hashes and keys of the host. With write access, a new root account is a small "
              "step."),
      .legitimate =
          N_ ("For partitioning and rescue tools. For data, mount the folder instead; even "
              "“:r” lets everything be read."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.18", "NIST SP 800-190 4.5.5", NULL },
      .check = check_disk,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not hand it over"),
                   .breaks = N_ ("The program no longer finds the disk; mount the folder with the "
                                 "data."),
                   .apply = bh_fix_remove } },
      .bad = "--device /dev/sda:/dev/sda:r alpine",
      .good = "--device /dev/snd:/dev/snd alpine",
  },
  {
      .id = "device-memory",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The memory of the host is handed over"),
      .message = N_ ("The container may open %s of the host."),
      .exposes =
          N_ ("/dev/mem, /dev/kmem and /dev/port are the memory and the hardware ports of the "
              "whole computer. /dev/kmsg is the log of its kernel."),
      .attack = N_ ("An intruder reads passwords of other programs from the memory, or changes the "
                    "kernel while it runs."),
      .legitimate =
          N_ ("For tools that read the firmware's tables; run those on the host. /dev/kmsg "
              "is asked for by the kubelet and by log collectors."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.18", "mem(4)", NULL },
      .check = check_memory,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not hand it over"),
                   .breaks = N_ ("The program cannot read memory, ports or the kernel's log."),
                   .apply = bh_fix_remove } },
      .bad = "--device /dev/mem alpine",
      .good = "--device /dev/zero alpine",
  },
  {
      .id = "device-any",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("A device of the host is handed over"),
      .message = N_ ("The container may use the device %s."),
      .exposes =
          N_ ("The program talks to a driver in the host's kernel directly. What it can do "
              "depends on the device: /dev/input tells every key that is pressed, /dev/bus/usb "
              "reaches all that is plugged in, a sound card includes the microphone."),
      .attack = N_ ("An intruder uses the device as the program may: to listen, to watch, to type. "
                    "A flaw in its driver is a way into the kernel."),
      .legitimate =
          N_ ("When the program needs the hardware. Hand over the single node and not its "
              "folder, with “:rw” at its end if it need not make nodes itself."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.18",
                                           "Docker docs: docker container run, device", NULL },
      .check = check_any,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not hand it over"),
                   .breaks = N_ ("The program no longer finds the device."),
                   .apply = bh_fix_remove } },
      .bad = "--device /dev/bus/usb alpine",
      .good = "--device /dev/null alpine",
  },
  {
      .id = "device-cgroup-rule",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The list of allowed devices is opened"),
      .message = N_ ("“%s” allows devices of the host that nobody named."),
      .exposes =
          N_ ("The rule lets the container open every device of that kind. “b” are disks, “a” "
              "is everything, a star is any number."),
      .attack =
          N_ ("With the default right to make device files (MKNOD), root in the container makes "
              "one for the host's disk and reads it below all permissions."),
      .legitimate = N_ ("For devices that come and go, such as USB sticks: then with the number of "
                        "that kind of device, and no star in its place. --device is narrower."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.18",
                                 "Docker docs: docker container run, device-cgroup-rule", NULL },
      .check = check_cgroup_rule,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Remove the rule"),
                   .breaks = N_ ("The program can only open devices that are named with --device."),
                   .apply = bh_fix_remove } },
      .bad = "--device-cgroup-rule 'b *:* rwm' alpine",
      .good = "--device /dev/null alpine",
  },
  {
      .id = "gpu",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("All graphics cards are handed over"),
      .message = N_ ("The container may use every GPU of this computer."),
      .exposes = N_ ("The program talks to a large driver in the host's kernel, and may see what "
                     "others compute on the same cards."),
      .attack =
          N_ ("A flaw in the driver, or in the toolkit that prepares such containers, has been "
              "a way out of the container before."),
      .legitimate =
          N_ ("For machine learning and video. Hand over as many cards as are needed, and "
              "keep driver and toolkit up to date."),
      .references = (const char *const[]){ "CVE-2024-0132", "CVE-2025-23266",
                                           "Docker docs: GPU access", NULL },
      .check = check_gpu,
      .fixes = { { .id = "one",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Hand over one card only"),
                   .breaks = N_ ("Programs that use several cards get slower or fail."),
                   .apply = bh_fix_set,
                   .parameter = "gpus=1" } },
      .bad = "--gpus all tensorflow/tensorflow:latest-gpu",
      .good = "--gpus 1 tensorflow/tensorflow:latest-gpu",
  },
};
const guint bh_n_rules_devices = G_N_ELEMENTS (bh_rules_devices);
