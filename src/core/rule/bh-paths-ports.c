/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways that begin at a published port. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"

const BhPath bh_paths_ports[] = {
  { .id = "path-published-db",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("A data store that anybody may open"),
    .steps = { { .holds = bh_step_data_store_open,
                 .sentence = N_ ("The data store's port is open on every address of this computer, "
                                 "usually past its firewall.") },
               { .holds = bh_step_weak_password,
                 .sentence = N_ ("Its password is missing or is one of those that everybody tries "
                                 "first.") },
               { .sentence = N_ ("Programs that look for such ports find it within hours.") } },
    .gain = N_ ("Whoever finds the port has the data, and with many data stores a way to run "
                "commands."),
    .references = (const char *const[]){ "OWASP Docker Security rule 5a",
                                         "Docker docs: Packet filtering and firewalls", NULL },
    .bad = "-p 5432:5432 -e POSTGRES_PASSWORD=postgres postgres",
    .good = "-p 127.0.0.1:5432:5432 -e POSTGRES_PASSWORD=postgres postgres" },
  { .id = "path-published-open",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("A data store that asks nobody for a password"),
    .steps = { { .holds = bh_step_data_store_open,
                 .sentence = N_ ("The data store's port is open on every address of this computer, "
                                 "usually past its firewall.") },
               { .holds = bh_step_open_image,
                 .sentence = N_ ("This image takes orders from whoever connects, unless it is told "
                                 "otherwise.") },
               { .sentence = N_ ("Programs that look for such ports find it within hours.") } },
    .gain = N_ ("Whoever finds the port has the data, and with many data stores a way to run "
                "commands."),
    .references = (const char *const[]){ "Docker Official Image redis: Security",
                                         "OWASP Docker Security rule 5a", NULL },
    .bad = "-p 6379:6379 redis",
    .good = "-p 6379:6379 redis redis-server --requirepass 7d1XqLs" },
  { .id = "path-ufw-bypass",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Past this computer's firewall to something delicate"),
    .steps = { { .holds = bh_step_delicate_open_port,
                 .sentence = N_ ("A port behind which data or control of a machine is gets "
                                 "published without an address.") },
               { .sentence = N_ ("Docker leads what comes in around the rules of ufw and "
                                 "firewalld: “deny” does not hold for it.") } },
    .gain = N_ ("Everybody who reaches this computer reaches the service, whatever its firewall "
                "says."),
    .references =
        (const char *const[]){ "OWASP Docker Security rule 5a", "CIS Docker Benchmark 5.14",
                               "Docker docs: Packet filtering and firewalls", NULL },
    .bad = "-p 6379:6379 redis",
    .good = "-p 8080:80 nginx" },
  { .id = "path-net-port-ignored",
    .severity = BH_SEVERITY_HIGH,
    .title = N_ ("Open to all, though meant for this computer only"),
    .steps = { { .holds = bh_step_loopback_port,
                 .sentence = N_ ("A port is published at 127.0.0.1, so that only this computer "
                                 "gets there.") },
               { .holds = bh_step_network,
                 .value = BH_NETWORK_HOST,
                 .sentence = N_ ("With the host's network, that is discarded with a warning.") },
               { .sentence = N_ ("The program listens where it likes, mostly at every address of "
                                 "this computer.") } },
    .gain = N_ ("Everybody who reaches this computer reaches the service."),
    .references = (const char *const[]){ "Docker docs: Host network driver", NULL },
    .bad = "--network host -p 127.0.0.1:8080:80 x",
    .good = "-p 127.0.0.1:8080:80 x" },
  { .id = "path-loopback-l2",
    .severity = BH_SEVERITY_LOW,
    .title = N_ ("Around 127.0.0.1 from the next desk, on old engines"),
    .steps = { { .holds = bh_step_delicate_loopback_port,
                 .sentence = N_ ("A port behind which data or control of a machine is gets "
                                 "published at 127.0.0.1.") },
               { .sentence = N_ ("Before engine 28, that opens the container's own address to "
                                 "neighbours: a computer on the same network that adds a route "
                                 "reaches it.") } },
    .gain = N_ ("A neighbour reaches a service that was meant for this computer only."),
    .references = (const char *const[]){ "moby issue 45610", "CVE-2025-54388", NULL },
    .bad = "-p 127.0.0.1:6379:6379 redis",
    .good = "-p 127.0.0.1:8080:80 nginx" },
};
const guint bh_n_paths_ports = G_N_ELEMENTS (bh_paths_ports);
