/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways that lead through devices of the host. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"

const BhPath bh_paths_devices[] = {
  { .id = "path-disk-device",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Below all permissions to the host's files"),
    .steps = { { .holds = bh_step_device_or_rule,
                 .value = BH_CLASS (BH_DEVICE_DISK) | BH_CLASS (BH_DEVICE_ALL),
                 .sentence = N_ ("A disk of this computer can be opened in the container.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root inside reads it block by block, with a tool for file "
                                 "systems: no permission of any file counts."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder reads every file on that disk and, if it may be written, changes "
                "them."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.18", "debugfs(8)", NULL },
    .part_of_privileged = TRUE,
    .bad = "--device /dev/sda:/dev/sda:r x",
    .good = "--device /dev/snd x" },
  { .id = "path-dev-bind-rule",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Through the host's /dev to its devices"),
    .steps = { { .holds = bh_step_bind,
                 .value = BH_CLASS (BH_PATH_DEV),
                 .sentence = N_ ("Files for all devices of this computer are in the container.") },
               { .holds = bh_step_setting,
                 .value = BH_FACT (device_cgroup_rule),
                 .sentence = N_ ("The list that would still refuse to open them has been "
                                 "widened.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root inside opens the disk, or the keyboard."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder has every device that the rule covers."),
    .references =
        (const char *const[]){ "CIS Docker Benchmark 5.18",
                               "Docker docs: docker container run, device-cgroup-rule", NULL },
    .part_of_privileged = TRUE,
    .bad = "-v /dev:/dev --device-cgroup-rule 'c *:* rmw' x",
    .good = "-v /dev:/dev x" },
  { .id = "path-device-input",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Along with every key that you press"),
    .steps = { { .holds = bh_step_device,
                 .value = BH_CLASS (BH_DEVICE_INPUT),
                 .sentence = N_ ("The container has the keyboard or another input device.") },
               { .sentence = N_ ("Such a device reports to everybody who opens it, and may take "
                                 "false key strokes.") } },
    .gain = N_ ("The intruder reads what you type, passwords too, or types in your place."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.18", NULL },
    .part_of_privileged = TRUE,
    .bad = "--device /dev/input/event3 x",
    .good = "--device /dev/ttyUSB0 x" },
  { .id = "path-session",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Along with your session"),
    .steps = { { .holds = bh_step_screen_socket,
                 .sentence = N_ ("The container is connected to your screen or to the bus by which "
                                 "the programs of your session talk.") },
               { .sentence = N_ ("There, all programs trust each other.") } },
    .gain = N_ ("The intruder reads your key strokes and windows, or has your programs start "
                "others, with your rights."),
    .references = (const char *const[]){ "Xsecurity(7)", "D-Bus specification: message bus", NULL },
    .bad = "-v /tmp/.X11-unix:/tmp/.X11-unix x",
    .good = "-v /run/user/1000/wayland-0:/run/wayland-0 x" },
};
const guint bh_n_paths_devices = G_N_ELEMENTS (bh_paths_devices);
