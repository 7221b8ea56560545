/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"

static void
check_host (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->network == BH_NETWORK_HOST)
    bh_findings_add_one (findings, rule, NULL, facts->network_setting);
}

static void
check_container (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->network == BH_NETWORK_CONTAINER)
    bh_findings_add_one (findings, rule, facts->network_name, facts->network_setting);
}

/* Podman without root has no bridge that containers share by default. */
static void
check_default_bridge (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->network == BH_NETWORK_DEFAULT_BRIDGE && facts->state->engine == BH_ENGINE_DOCKER)
    bh_findings_add_one (findings, rule, NULL, facts->network_setting);
}

/* In a network by name, a link is an alias and copies nothing. */
static void
check_link (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->network == BH_NETWORK_DEFAULT_BRIDGE)
    bh_check_option (rule, facts, findings);
}

static void
check_host_gateway (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (int i = bh_check_find (facts, 0, "add-host"); i >= 0;
       i = bh_check_find (facts, i + 1, "add-host"))
    {
      const char *value = bh_check_value (facts, i)->str;

      if (g_str_has_suffix (value, ":host-gateway") || g_str_has_suffix (value, "=host-gateway"))
        bh_findings_add_one (findings, rule, value, i);
    }
}

const BhRule bh_rules_network[] = {
  {
      .id = "network-host",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_NETWORK,
      .title = N_ ("The container uses the host's network"),
      .message = N_ ("The container has no network of its own: it shares all of this computer's."),
      .exposes = N_ ("The program sees every network card of this computer, and reaches services "
                     "that listen on “localhost” because nobody else was meant to. Ports that it "
                     "opens are open on the computer itself."),
      .attack = N_ ("An intruder in the container talks to databases, development servers and "
                    "administration pages on 127.0.0.1, which often ask for no password. With the "
                    "default rights of root it is possible to listen in on the traffic, too."),
      .legitimate = N_ ("For very high packet rates, for discovery by multicast, or for telephony "
                        "with many changing ports. Then run as another user than root and drop all "
                        "capabilities, because this setting takes a wall away and adds none."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.10", "OWASP Docker Security rule 5",
                                 "NIST SP 800-190 4.4.2", "KICS 071a71ff", "Checkov CKV_K8S_19",
                                 "Trivy KSV-0009", "Kubernetes Pod Security: Baseline",
                                 "CVE-2020-15257", "Docker docs: Host network driver", NULL },
      .check = check_host,
      .fixes = { { .id = "bridge",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use a network of Docker's instead"),
                   .breaks =
                       N_ ("Publish the ports that shall be reachable; “localhost” inside the "
                           "container is no longer this computer."),
                   .apply = bh_fix_remove_all,
                   .parameter = "network" } },
      .bad = "--network host nginx",
      .good = "--network none nginx",
  },
  {
      .id = "network-container",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_NETWORK,
      .title = N_ ("The network of another container is shared"),
      .message = N_ ("The container shares the network of “%s”, its ports and its localhost."),
      .exposes = N_ ("Both containers have one address and one localhost. What one of them offers "
                     "to itself only, the other reaches too."),
      .attack = N_ ("An intruder in one of the containers uses what the other one keeps on "
                    "127.0.0.1, such as an administration page, or takes a port that the other "
                    "needs."),
      .legitimate = N_ ("For a helper that belongs to the other container: a VPN, a proxy, or a "
                        "tool to find a fault."),
      .references = (const char *const[]){ "Docker docs: Networking overview", NULL },
      .check = check_container,
      .fixes = { { .id = "own-network",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use a network called “app”"),
                   .breaks = N_ ("The network has to exist: run “docker network create app” once. "
                                 "The two containers no longer reach each other on localhost."),
                   .apply = bh_fix_set,
                   .parameter = "network=app" } },
      .bad = "--network container:vpn nginx",
      .good = "--network vpn nginx",
  },
  {
      .id = "network-default-bridge",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_NETWORK,
      .title = N_ ("The container is on the default network"),
      .message = N_ ("The container is on Docker's default network, together with every other "
                     "container that names none."),
      .exposes = N_ ("Containers on the default network reach all ports of each other, those that "
                     "are not published too."),
      .attack = N_ ("An intruder in any of these containers connects to the database or the cache "
                    "of another one directly, and can pretend to be its neighbour on the network."),
      .legitimate =
          N_ ("When it is the only container on this computer. A network of its own costs "
              "one command and also lets containers find each other by name."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.30", "OWASP Docker Security rule 5",
                                 "NIST SP 800-190 4.4.2", "KICS ce14a68b",
                                 "Docker docs: Bridge network driver", NULL },
      .check = check_default_bridge,
      .fixes = { { .id = "own-network",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use a network called “app”"),
                   .breaks = N_ ("The network has to exist: run “docker network create app” once. "
                                 "Containers that shall reach this one must be on it as well."),
                   .apply = bh_fix_set,
                   .parameter = "network=app" } },
      .bad = "nginx",
      .good = "--network app nginx",
  },
  {
      .id = "link-legacy",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_NETWORK,
      .title = N_ ("A link copies the other container's environment"),
      .message = N_ ("The link “%s” copies all environment variables of the other container into "
                     "this one."),
      .exposes = N_ ("On the default network, a link makes a variable here of each variable there: "
                     "passwords of a database included."),
      .attack =
          N_ ("An intruder in this container prints its environment and reads the other "
              "container's root password, although this one was only given a weaker account."),
      .legitimate = N_ ("Links are kept for old set-ups only. On a network of your own, containers "
                        "find each other by name and copy nothing."),
      .references = (const char *const[]){ "Docker docs: Legacy container links", NULL },
      .check = check_link,
      .parameter = "link",
      .fixes = { { .id = "own-network",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use a network called “app”"),
                   .breaks = N_ ("Run “docker network create app” once and put the other container "
                                 "on it too. Programs that read the copied variables need the host "
                                 "name instead."),
                   .apply = bh_fix_set,
                   .parameter = "network=app" } },
      .bad = "--link db:db adminer",
      .good = "--network app --link db:db adminer",
  },
  {
      .id = "add-host",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_NETWORK,
      .title = N_ ("The container knows the way to the host"),
      .message = N_ ("“%s” gives this computer a name inside the container."),
      .exposes = N_ ("The program can address services of this computer that listen on Docker's "
                     "bridge or on all addresses. Services on 127.0.0.1 stay out of reach."),
      .attack =
          N_ ("An intruder tries the ports of this computer from inside, where a firewall may "
              "let more through than from outside."),
      .legitimate = N_ ("When the container needs a service of this computer. It is much narrower "
                        "than the host's network; let that service listen on Docker's bridge only "
                        "and ask for a password."),
      .references = (const char *const[]){ "Trivy KSV-0007",
                                           "Docker docs: docker container run, add-host", NULL },
      .check = check_host_gateway,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Remove the entry"),
                   .breaks = N_ ("The program no longer finds this computer by that name."),
                   .apply = bh_fix_remove } },
      .bad = "--add-host host.docker.internal:host-gateway nginx",
      .good = "--add-host db.example.com:192.0.2.7 nginx",
  },
  {
      .id = "dns-custom",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_NETWORK,
      .title = N_ ("Names are looked up elsewhere"),
      .message = N_ ("The name server %s answers for this container instead of the host's."),
      .exposes = N_ ("Whoever runs that name server learns which names the container asks for and "
                     "decides where they lead."),
      .attack = N_ ("A name server that lies sends the program to a stranger's machine. Checking "
                    "certificates (TLS) is what protects it then."),
      .legitimate = N_ ("For an internal name server, or to filter what a container may look up."),
      .references = (const char *const[]){ "Docker docs: DNS services", NULL },
      .check = bh_check_option,
      .parameter = "dns",
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use the host's name server"),
                   .breaks = N_ ("Names that only the other server knows are not found."),
                   .apply = bh_fix_remove } },
      .bad = "--dns 9.9.9.9 nginx",
      .good = "--dns-option ndots:1 nginx",
  },
  {
      .id = "hostname-mac-fixed",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_NETWORK,
      .title = N_ ("The network address of the device is fixed"),
      .message = N_ ("The container always has the address %s, on every computer where it runs."),
      .exposes =
          N_ ("Docker gives each container a MAC address that no other one has. Two with the "
              "same one on a network lose each other's traffic."),
      .attack = N_ ("An intruder on the same network who takes the address as well gets what is "
                    "meant for the container."),
      .legitimate = N_ ("For licences and DHCP servers that go by the address."),
      .references = (const char *const[]){ "Docker docs: docker container run, mac-address", NULL },
      .check = bh_check_option,
      .parameter = "mac-address",
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Let Docker choose one"),
                   .breaks = N_ ("Licences and DHCP servers no longer know the container."),
                   .apply = bh_fix_remove_all,
                   .parameter = "mac-address" } },
      .bad = "--mac-address 02:42:ac:11:00:02 nginx",
      .good = "--hostname web nginx",
  },
};
const guint bh_n_rules_network = G_N_ELEMENTS (bh_rules_network);
