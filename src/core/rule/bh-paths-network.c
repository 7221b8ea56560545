/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways that lead through networks. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"
#include "value/bh-capability.h"

#define SHARES_HOST_NETWORK                                                                        \
  {                                                                                                \
    .holds = bh_step_network, .value = BH_NETWORK_HOST,                                            \
    .sentence = N_ ("The container shares the network interfaces of this computer.")               \
  }

const BhPath bh_paths_network[] = {
  { .id = "path-net-admin",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Into the control of this computer's network"),
    .steps = { SHARES_HOST_NETWORK,
               { .holds = bh_step_capability,
                 .value = BH_CAP_NET_ADMIN,
                 .sentence = N_ ("With NET_ADMIN, it may change them.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root inside changes addresses, routes and the firewall of the "
                                 "host."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder leads traffic of this computer elsewhere, opens its firewall, or "
                "cuts it off."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.10", "capabilities(7)", NULL },
    .part_of_privileged = TRUE,
    .bad = "--network host --cap-add NET_ADMIN x",
    .good = "--cap-add NET_ADMIN x" },
  { .id = "path-net-loopback",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("To services that were meant for this computer only"),
    .steps = { { .holds = bh_step_network,
                 .value = BH_NETWORK_HOST,
                 .sentence =
                     N_ ("The container shares the host's network, and 127.0.0.1 with it.") },
               { .sentence = N_ ("Databases, development servers and agents of the host listen "
                                 "there, often without a password, since nobody else should get "
                                 "there.") } },
    .gain = N_ ("The intruder talks to them as if from a program of the host."),
    .references =
        (const char *const[]){ "CIS Docker Benchmark 5.10", "OWASP Docker Security rule 5",
                               "Docker docs: Host network driver", NULL },
    .bad = "--network host x",
    .good = "--network app x" },
  { .id = "path-net-sniff",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Listening to this computer's network"),
    .steps = { SHARES_HOST_NETWORK,
               { .holds = bh_step_capability,
                 .value = BH_CAP_NET_RAW,
                 .sentence = N_ ("It has NET_RAW, one of the capabilities that every container "
                                 "gets."),
                 .rule = "cap-net-raw-kept" },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root inside opens the interfaces for reading and writing."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder reads what passes through them, and pretends to be a neighbour."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.10", "packet(7)", NULL },
    .bad = "--network host x",
    .good = "--network host --cap-drop NET_RAW x" },
  { .id = "path-bridge-mitm",
    .severity = BH_SEVERITY_MEDIUM,
    .title = N_ ("Between two neighbours on the default network"),
    .steps = { { .holds = bh_step_network,
                 .value = BH_NETWORK_DEFAULT_BRIDGE,
                 .sentence = N_ ("The container is on the default network."),
                 .rule = "network-default-bridge" },
               { .holds = bh_step_links,
                 .sentence = N_ ("Others are there too, as the link tells, and all of their ports "
                                 "are open to it.") },
               { .holds = bh_step_capability,
                 .value = BH_CAP_NET_RAW,
                 .sentence = N_ ("With NET_RAW, packets with any sender can be sent."),
                 .rule = "cap-net-raw-kept" },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root inside claims the address of a neighbour."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder reads and changes what two other containers tell each other."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.30", "packet(7)",
                                         "Docker docs: Bridge network driver", NULL },
    .part_of_privileged = TRUE,
    .bad = "--link db:db x",
    .good = "--link db:db --network app x" },
  { .id = "path-metadata",
    .severity = BH_SEVERITY_MEDIUM,
    .title = N_ ("To the keys of a machine in the cloud"),
    .steps = { SHARES_HOST_NETWORK,
               { .sentence = N_ ("In a cloud, 169.254.169.254 gives every machine the keys of its "
                                 "role. It can be limited to the machine itself, which the "
                                 "container now is.") } },
    .gain = N_ ("The intruder has the rights of the machine's role in that cloud."),
    .references = (const char *const[]){ "AWS docs: Configure the instance metadata options",
                                         "NIST SP 800-190 4.4.2", NULL },
    .bad = "--network host x",
    .good = "--network none x" },
  { .id = "path-net-shim",
    .severity = BH_SEVERITY_LOW,
    .title = N_ ("Through the engine's helper, on old engines"),
    .steps = { { .holds = bh_step_network,
                 .value = BH_NETWORK_HOST,
                 .sentence = N_ ("The container shares the host's network, and its sockets without "
                                 "a file with it.") },
               { .sentence = N_ ("Before containerd 1.3.9 and 1.4.3, of 2020, the process that "
                                 "looks after each container listened at one.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root inside gives it orders."),
                 .rule = "user-root" } },
    .gain = N_ ("On such an engine, the intruder is root on this computer."),
    .references = (const char *const[]){ "CVE-2020-15257", NULL },
    .bad = "--network host x",
    .good = "--network host -u 10001:10001 x" },
};
const guint bh_n_paths_network = G_N_ELEMENTS (bh_paths_network);
