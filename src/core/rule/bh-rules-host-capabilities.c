/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Capabilities with which root in the container reaches past its walls. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-capability-checks.h"
#include "rule/bh-fixes.h"
#include "value/bh-capability.h"

#define DROP(words)                                                                                \
  {                                                                                                \
    .id = "drop", .effect = BH_EFFECT_REVIEW, .title = N_ ("Do not give it"), .breaks = words,     \
    .apply = bh_fix_remove                                                                         \
  }

const BhRule bh_rules_host_capabilities[] = {
  {
      BH_CAPABILITY_RULE (BH_CAP_SYS_ADMIN),
      .id = "cap-sys-admin",
      .severity = BH_SEVERITY_CRITICAL,
      .title = N_ ("The container may mount file systems"),
      .message = N_ ("With %s, root in the container is nearly root on this computer."),
      .exposes =
          N_ ("The kernel asks for this capability in hundreds of places: to mount, to enter other "
              "namespaces, to set up control groups. Much of that reaches past the container."),
      .attack = N_ ("An intruder mounts the kernel's settings writable and names a program that "
                    "the host runs at the next crash, or uses the release agent of a control "
                    "group. Both run it as root, outside the container."),
      .legitimate =
          N_ ("For programs that mount: FUSE file systems, image builders, containers in "
              "containers. Often the host can mount the folder and hand it over instead."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.4",
                                           "OWASP Docker Security rule "
                                           "3",
                                           "Checkov CKV_K8S_39", "Trivy KSV-0005",
                                           "Kubernetes Pod Security: Baseline", "capabilities(7)",
                                           "CVE-2022-0492", NULL },
      .fixes = { DROP (N_ ("The program can no longer mount anything, nor enter other "
                           "namespaces.")) },
      .bad = "--cap-add SYS_ADMIN alpine",
      .good = "--cap-drop SYS_ADMIN alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_SYS_MODULE),
      .id = "cap-sys-module",
      .severity = BH_SEVERITY_CRITICAL,
      .title = N_ ("The container may load kernel modules"),
      .message = N_ ("With %s, root in the container may load code into this computer's kernel."),
      .exposes = N_ ("There is one kernel for the host and all containers. Code in it stands above "
                     "every wall."),
      .attack = N_ ("An intruder builds a module for the running kernel, loads it, and has the "
                    "whole computer, unseen by every program on it."),
      .legitimate = N_ ("VPN and storage containers ask for it to load a driver. Load the module "
                        "on the host instead, once: “modprobe wireguard”."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.4", "Trivy KSV-0120",
                                 "Kubernetes Pod Security: Baseline", "capabilities(7)", NULL },
      .fixes = { DROP (N_ ("Modules that the program needs have to be loaded on the host "
                           "beforehand.")) },
      .bad = "--cap-add cap_sys_module alpine",
      .good = "--device /dev/net/tun alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_SYS_RAWIO),
      .id = "cap-sys-rawio",
      .severity = BH_SEVERITY_CRITICAL,
      .title = N_ ("The container may talk to the hardware"),
      .message = N_ ("With %s, root in the container reaches hardware past the kernel."),
      .exposes = N_ ("Input and output ports of the processor, and commands to disks that the "
                     "kernel otherwise refuses."),
      .attack = N_ ("An intruder drives the disk controller directly, or sends a disk the commands "
                    "that erase it or change its firmware."),
      .legitimate = N_ ("To read the health of disks (smartctl) or to drive old hardware. Run that "
                        "on the host."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.4", "Trivy KSV-0022",
                                 "Kubernetes Pod Security: Baseline", "capabilities(7)", NULL },
      .fixes = { DROP (N_ ("Tools that talk to hardware directly fail.")) },
      .bad = "--cap-add SYS_RAWIO alpine",
      .good = "--cap-add NET_RAW alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_DAC_READ_SEARCH),
      .id = "cap-dac-read-search",
      .severity = BH_SEVERITY_CRITICAL,
      .title = N_ ("The container may read any file of the host"),
      .message =
          N_ ("With %s, root in the container opens files of this computer by their number."),
      .exposes = N_ ("Every container has some files from the host's disk, such as /etc/hosts. By "
                     "way of one, all other files on that disk can be opened, mounted or not."),
      .attack = N_ ("An intruder tries numbers until /etc/shadow or a private key opens. The "
                    "program that does it has been public since 2014 under the name of “shocker”."),
      .legitimate = N_ ("For backups that shall read everybody's files. Mount the folder read-only "
                        "and run as root without this capability, or as the user who owns it."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.4", "Trivy KSV-0022",
                                           "Kubernetes Pod Security: Baseline",
                                           "open_by_handle_at(2)", "capabilities(7)", NULL },
      .fixes = { DROP (N_ ("Files whose permissions keep the user out can no longer be read.")) },
      .bad = "--cap-add DAC_READ_SEARCH alpine",
      .good = "--cap-add DAC_OVERRIDE alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_BPF),
      .id = "cap-bpf",
      .severity = BH_SEVERITY_HIGH,
      .title = N_ ("The container may load BPF programs"),
      .message = N_ ("With %s, root in the container may load small programs into the kernel."),
      .exposes = N_ ("The kernel checks such programs before it runs them. Flaws in that check "
                     "have given away the whole kernel more than once."),
      .attack = N_ ("An intruder loads a program that deceives the check, and writes to the "
                    "kernel's memory."),
      .legitimate = N_ ("For tools that observe the network or the kernel. They see the whole "
                        "computer by design; run them on the host or on a machine of your own."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.4", "Trivy KSV-0022",
                                 "Kubernetes Pod Security: Baseline", "capabilities(7)", NULL },
      .fixes = { DROP (N_ ("Tools that observe with BPF no longer start.")) },
      .bad = "--cap-add BPF alpine",
      .good = "--cap-drop BPF alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_SYS_TIME),
      .id = "cap-sys-time",
      .severity = BH_SEVERITY_HIGH,
      .title = N_ ("The container may set the host's clock"),
      .message = N_ ("With %s, the container sets the clock of this computer and of all others in "
                     "it."),
      .exposes = N_ ("There is one clock for the host and all containers. Certificates, one-time "
                     "passwords, logs and backups go by it."),
      .attack = N_ ("An intruder turns the clock back until an expired certificate counts again, "
                    "or forward until everybody's has expired."),
      .legitimate = N_ ("For a time server that keeps this clock right (chrony, ntpd). The host "
                        "has a program for that already."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.4", "Trivy KSV-0022",
                                 "Kubernetes Pod Security: Baseline", "capabilities(7)", NULL },
      .fixes = { DROP (N_ ("The program can no longer set the clock. It can still serve the "
                           "time.")) },
      .bad = "--cap-add SYS_TIME alpine",
      .good = "-e TZ=Asia/Seoul alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_SYS_PTRACE),
      .id = "cap-sys-ptrace",
      .severity = BH_SEVERITY_MEDIUM,
      .title = N_ ("The container may look into processes of other users"),
      .message = N_ ("With %s, root in the container reads and changes the memory of every process "
                     "that it sees."),
      .exposes = N_ ("Alone, it reaches the processes of this container, whoever they belong to. "
                     "With --pid host it reaches every process of this computer, and its files."),
      .attack = N_ ("An intruder reads keys and passwords out of another program's memory, or has "
                    "that program run code in its own name."),
      .legitimate = N_ ("For debuggers and profilers. To debug a program of the same user, none is "
                        "needed since Docker 19.03 on kernels from 4.8 on."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.4", "Trivy KSV-0022",
                                           "Kubernetes Pod Security: Baseline", "ptrace(2)",
                                           "capabilities(7)", NULL },
      .fixes = { DROP (N_ ("Debuggers and profilers see processes of their own user only.")) },
      .bad = "--cap-add SYS_PTRACE alpine",
      .good = "--cap-drop SYS_PTRACE alpine",
  },
  {
      BH_CAPABILITY_RULE (BH_CAP_NET_ADMIN),
      .id = "cap-net-admin",
      .severity = BH_SEVERITY_MEDIUM,
      .title = N_ ("The container may change its network"),
      .message = N_ ("With %s, root in the container changes interfaces, routes and firewall "
                     "rules."),
      .exposes = N_ ("With a network of its own, it is that network: another address, traffic of "
                     "neighbours, and parts of the kernel that were rarely meant for strangers. "
                     "With --network host it is this computer's network."),
      .attack = N_ ("An intruder takes the address of a neighbour and reads what is meant for it, "
                    "or attacks the kernel's firewall code, where flaws turn up every year."),
      .legitimate = N_ ("For VPNs, firewalls and tools that shape traffic; then with a network of "
                        "their own and nothing else in the container."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.4", "Trivy KSV-0022",
                                 "Kubernetes Pod Security: Baseline", "capabilities(7)", NULL },
      .fixes = { DROP (N_ ("VPNs no longer connect; firewall rules and routes can no longer be "
                           "set.")) },
      .bad = "--cap-add=NET_ADMIN --device /dev/net/tun qmcgaw/gluetun:v3",
      .good = "--cap-add NET_BIND_SERVICE alpine",
  },
};
const guint bh_n_rules_host_capabilities = G_N_ELEMENTS (bh_rules_host_capabilities);
