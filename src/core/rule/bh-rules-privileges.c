/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of root's power the container gets as a whole. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-capability-checks.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-privilege-fixes.h"
#include "value/bh-capability.h"

static void
check_privileged (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->privileged.on)
    bh_findings_add_one (findings, rule, NULL, facts->privileged.setting);
}

static void
check_add_all (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  g_autoptr (GArray) causes = NULL;

  if (facts->add_all == BH_NOBODY)
    return;
  causes = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = bh_check_find (facts, 0, "cap-add"); i >= 0;
       i = bh_check_find (facts, i + 1, "cap-add"))
    if (g_ascii_strcasecmp (bh_check_value (facts, i)->str, "ALL") == 0)
      g_array_append_val (causes, i);
  bh_findings_add (findings, rule, rule->severity, NULL, (const int *) causes->data, causes->len);
}

/* Who starts as another user and cannot become root has none of them in force. */
static void
check_drop_all (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->drop_all == BH_NOBODY && facts->add_all == BH_NOBODY &&
      !bh_check_capabilities_rest (facts))
    bh_findings_add_one (findings, rule, NULL, BH_NO_SETTING);
}

/* Programs that are there to send such packets. */
static gboolean
needs_raw_packets (const BhState *state)
{
  static const char *const names[] = { "arping",     "dhclient",   "hping3",  "mtr",    "nmap",
                                       "ping",       "ping6",      "tcpdump", "tshark", "udhcpc",
                                       "traceroute", "tracepath6", NULL };

  return state->n_command > 0 && g_strv_contains (names, state->command[0]->str);
}

/* Who adds it means it. */
static void
check_net_raw (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if ((facts->capabilities & BH_CAP_BIT (BH_CAP_NET_RAW)) == 0 || facts->add_all != BH_NOBODY ||
      facts->added_by[BH_CAP_NET_RAW] != BH_NOBODY || facts->network == BH_NETWORK_NONE ||
      bh_check_capabilities_rest (facts) || needs_raw_packets (facts->state))
    return;
  bh_findings_add (findings, rule,
                   facts->network == BH_NETWORK_HOST ? BH_SEVERITY_MEDIUM : rule->severity, NULL,
                   NULL, 0);
}

const BhRule bh_rules_privileges[] = {
  {
      .id = "privileged",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The container has all the rights of the host's root"),
      .message = N_ ("With “--privileged”, whoever is root in the container owns this computer."),
      .exposes =
          N_ ("All capabilities, all devices with the disks among them, no filter of system calls, "
              "no AppArmor, and the kernel's settings writable. --cap-drop and seccomp=builtin "
              "beside it have no effect, and --read-only can be undone."),
      .attack = N_ ("An intruder mounts the host's disk from /dev and adds an account for "
                    "themselves. It takes two commands."),
      .legitimate =
          N_ ("For containers in containers and tools that repair this very computer, if nobody "
              "else's code runs there. A virtual machine or a rootless engine is the honest wall. "
              "Most programs need one device or one capability of it: --device, --cap-add."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.5", "OWASP Docker Security rule 3",
                                 "NIST SP 800-190 4.4.3", "KICS ae5b6871", "Checkov CKV_K8S_16",
                                 "Trivy KSV-0017", "Semgrep privileged-service",
                                 "Kubernetes Pod Security: Baseline",
                                 "Docker docs: docker container run, privileged", NULL },
      .check = check_privileged,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do without it"),
                   .breaks =
                       N_ ("The program may miss one thing that it needs. Its error message "
                           "usually says which; give it that alone, with --device or --cap-add."),
                   .apply = bh_fix_remove_all,
                   .parameter = "privileged" } },
      .bad = "--privileged nginx",
      .good = "--privileged=false nginx",
  },
  {
      .id = "cap-add-all",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The container has every capability"),
      .message = N_ ("With “--cap-add ALL”, root in the container may do what the host's root "
                     "may."),
      .exposes = N_ ("All of the pieces that root's power is cut into: loading code into the "
                     "kernel, mounting, reading any file. Only devices and some files of the "
                     "kernel are still covered, and those covers can be taken off."),
      .attack = N_ ("An intruder takes the easiest of a dozen known ways, such as loading a kernel "
                    "module."),
      .legitimate =
          N_ ("Almost never. Find out which one is needed: start with none and read the errors."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.4", "OWASP Docker Security rule 3",
                                 "KICS ce76b7d0", "Checkov CKV_K8S_25", "Trivy KSV-0022",
                                 "Kubernetes Pod Security: Baseline", "capabilities(7)", NULL },
      .check = check_add_all,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Give it the usual ones only"),
                   .breaks = N_ ("The program may miss one that it needs. Add that one by name."),
                   .apply = bh_fix_remove } },
      .bad = "--cap-add all nginx",
      .good = "--cap-drop all nginx",
  },
  {
      .id = "cap-drop-all-missing",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("Root in the container keeps the usual capabilities"),
      .message = N_ ("The container gets the capabilities that every container gets. Most programs "
                     "need few of them or none."),
      .exposes =
          N_ ("Among the fourteen are going past file permissions, making device files and sending "
              "raw packets. They hold for root in the container."),
      .attack = N_ ("An intruder who is root inside uses them on what is mounted and on "
                    "neighbours, and each of them has helped a flaw in the kernel along before."),
      .legitimate =
          N_ ("They were chosen so that nearly everything works. Images that start as root and "
              "change to another user need CHOWN, SETUID, SETGID and often DAC_OVERRIDE."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.4", "OWASP Docker Security rule 3",
                                 "NIST SP 800-190 4.4.3", "KICS ce76b7d0", "Checkov CKV_K8S_37",
                                 "Trivy KSV-0003", "Trivy KSV-0004", "Trivy KSV-0106",
                                 "Kubernetes Pod Security: Restricted", "capabilities(7)", NULL },
      .check = check_drop_all,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "few",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Keep those that images start with"),
                   .breaks = N_ ("Package managers, sudo, sshd and ping may fail. Most servers "
                                 "start as before."),
                   .apply = bh_fix_drop_all,
                   .parameter = "CHOWN,DAC_OVERRIDE,FOWNER,SETGID,SETUID" },
                 { .id = "none",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Give it none"),
                   .breaks = N_ ("Images that start as root and change to another user fail with "
                                 "“Operation not permitted”."),
                   .apply = bh_fix_drop_all } },
      .bad = "--cap-drop KILL nginx",
      .good = "--cap-drop=ALL --cap-add=CHOWN nginx",
  },
  {
      .id = "cap-net-raw-kept",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The container may pretend to be a neighbour"),
      .message = N_ ("The container keeps NET_RAW, which few programs need."),
      .exposes = N_ ("With it, root in the container writes network packets byte by byte, with any "
                     "sender. Podman does not give it to containers."),
      .attack = N_ ("On a network with other containers, an intruder claims the address of one of "
                    "them and reads or answers what is meant for it."),
      .legitimate = N_ ("For ping in some images, DHCP servers and network scanners."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.4", "Checkov CKV_K8S_28",
                                           "Trivy KSV-0119", "Kubernetes Pod Security: Baseline",
                                           "Podman docs: podman-run, cap-add", "packet(7)", NULL },
      .check = check_net_raw,
      .part_of_privileged = TRUE,
      .fixes = { { .id = "drop",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Take NET_RAW away"),
                   .breaks = N_ ("In some images, ping and traceroute fail; so do DHCP servers and "
                                 "network scanners."),
                   .apply = bh_fix_drop_capability,
                   .parameter = "NET_RAW" } },
      .bad = "--cap-drop MKNOD nginx",
      .good = "--cap-drop net_raw nginx",
  },
};
const guint bh_n_rules_privileges = G_N_ELEMENTS (bh_rules_privileges);
