/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* At which addresses of this computer published ports can be reached. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-fixes.h"
#include "rule/bh-port-checks.h"
#include "rule/bh-port-fixes.h"

/* An address that the client drops and that would have made a difference. */
static gboolean
misleads (const BhPortFact *port)
{
  static const char *const all[] = { "", "0.0.0.0", "::", NULL };

  return port->address_ignored && !g_strv_contains (all, port->address);
}

static void
add_open_port (BhFindings *findings,
               const BhRule *rule,
               const BhFacts *facts,
               const BhPortFact *port)
{
  g_autofree char *subject = NULL;

  if (!port->delicate)
    {
      bh_check_add_port (findings, rule, facts,
                         bh_check_port_is_web (port) ? BH_SEVERITY_LOW : rule->severity, port);
      return;
    }
  if (port->delicate_name != NULL)
    subject =
        g_strdup_printf ("%s (%s)", bh_check_port_text (facts, port)->str, port->delicate_name);
  bh_findings_add (findings, rule, BH_SEVERITY_HIGH,
                   subject != NULL ? subject : bh_check_port_text (facts, port)->str,
                   &port->setting, 1);
}

static void
check_all_interfaces (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; bh_check_ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (port->all_addresses && !misleads (port))
        add_open_port (findings, rule, facts, port);
    }
}

static void
check_address_ignored (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; bh_check_ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (misleads (port))
        bh_check_add_port (findings, rule, facts, rule->severity, port);
    }
}

static void
check_loopback (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; bh_check_ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (port->loopback)
        bh_check_add_port (findings, rule, facts, rule->severity, port);
    }
}

static void
check_publish_all (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (bh_check_ports_are_published (facts) && facts->publish_all.on)
    bh_findings_add_one (findings, rule, NULL, facts->publish_all.setting);
}

/* With the host's network, who thought of loopback or has something delicate is worst off. */
static BhSeverity
ignored_severity (const BhRule *rule, const BhFacts *facts, const BhPortFact *port)
{
  if (facts->network == BH_NETWORK_NONE)
    return BH_SEVERITY_LOW;
  return port->loopback || misleads (port) || port->delicate ? BH_SEVERITY_HIGH : rule->severity;
}

static void
check_ignored (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  const gboolean none = facts->network == BH_NETWORK_NONE;

  if (facts->network != BH_NETWORK_HOST && !none)
    return;
  for (guint i = 0; i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);
      const int causes[] = { port->setting, facts->network_setting };

      bh_findings_add (findings, rule, ignored_severity (rule, facts, port),
                       bh_check_port_text (facts, port)->str, causes, 2);
    }
  if (facts->publish_all.on)
    {
      const int causes[] = { facts->publish_all.setting, facts->network_setting };

      bh_findings_add (findings, rule, none ? BH_SEVERITY_LOW : rule->severity, "--publish-all",
                       causes, 2);
    }
}

const BhRule bh_rules_port_addresses[] = {
  {
      .id = "port-all-interfaces",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_PORTS,
      .title = N_ ("A port is open to every network"),
      .message = N_ ("The port in “%s” takes connections from every network that this computer is "
                     "on."),
      .exposes =
          N_ ("Without an address in front, Docker publishes a port on all addresses of this "
              "computer, IPv4 and IPv6. It uses forwarding rules of its own, so a firewall "
              "that filters incoming connections, such as ufw, does not stop them."),
      .attack =
          N_ ("Somebody on the same Wi-Fi or, on a server, anywhere on the internet finds the "
              "open port with a scan and talks to the program directly. A database without a "
              "password is read, changed or deleted this way."),
      .legitimate = N_ ("A public web server on ports 80 and 443 has to be reachable; then check "
                        "that nothing else is. For trying things out, 127.0.0.1 is enough. "
                        "Containers of one network reach each other without any published port."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.14", "OWASP Docker Security rule 5a",
                                 "NIST SP 800-190 4.4.2", "KICS 451d79dc", "Checkov CKV_K8S_26",
                                 "Trivy KSV-0024", "dclint no-unbound-port-interfaces",
                                 "Kubernetes Pod Security: Baseline",
                                 "Docker docs: Packet filtering and firewalls", NULL },
      .check = check_all_interfaces,
      .fixes = { { .id = "loopback",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Publish on this computer only"),
                   .breaks = N_ ("Other computers can no longer connect; programs on this computer "
                                 "and containers of the same network still can."),
                   .apply = bh_fix_port_address,
                   .parameter = "127.0.0.1" },
                 { .id = "unpublish",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not publish the port"),
                   .breaks = N_ ("Only containers of the same network can still connect, not this "
                                 "computer and no others."),
                   .apply = bh_fix_remove } },
      .bad = "-p 8080:80 nginx",
      .good = "-p 127.0.0.1:8080:80 nginx",
  },
  {
      .id = "port-hostip-ignored",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_PORTS,
      .title = N_ ("The address of a published port is ignored"),
      .message = N_ ("“%s” names an address, but docker run drops it: the port is open to every "
                     "network."),
      .exposes = N_ ("From the long form, docker run reads only target, published and protocol. "
                     "host_ip, which Compose does understand, is dropped without a word, and the "
                     "port is open on all addresses of this computer."),
      .attack = N_ ("The service was meant for this computer alone, so it often asks for no "
                    "password. Anybody on the network who scans for open ports finds it and walks "
                    "in."),
      .legitimate = N_ ("Never on purpose: the command does not do what it says. Write the address "
                        "in the short form, ADDRESS:PORT:PORT."),
      .references = (const char *const[]){ "OWASP Docker Security rule 5a",
                                           "Docker docs: docker container run, publish", NULL },
      .check = check_address_ignored,
      .fixes = { { .id = "short-form",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Write it as ADDRESS:PORT:PORT"),
                   .breaks = N_ ("The address counts from now on, so computers that it leaves out "
                                 "can no longer connect."),
                   .apply = bh_fix_port_short_form } },
      .bad = "-p published=8080,target=80,host_ip=127.0.0.1 nginx",
      .good = "-p published=8080,target=80 nginx",
  },
  {
      .id = "port-loopback-neighbour",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PORTS,
      .title = N_ ("Old engines let neighbours reach a local port"),
      .message = N_ ("“%s” is meant for this computer only; engines before version 28 leave a "
                     "detour for neighbours."),
      .exposes = N_ ("On an older engine, a computer on the same network segment can send packets "
                     "straight to the container's own address, around the loopback address."),
      .attack = N_ ("Somebody on the same Wi-Fi adds a route to the container's network through "
                    "this computer and connects to the port inside the container."),
      .legitimate = N_ ("Publishing on 127.0.0.1 is the right choice. Update the engine to version "
                        "28 or newer if strangers share your network."),
      .references = (const char *const[]){ "moby/moby issue 45610", "CVE-2025-54388",
                                           "Docker docs: Packet filtering and firewalls", NULL },
      .check = check_loopback,
      .bad = "-p 127.0.0.1:8080:80 nginx",
      .good = "-p 192.168.1.10:8080:80 nginx",
  },
  {
      .id = "port-publish-all",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_PORTS,
      .title = N_ ("All ports of the image are published"),
      .message = N_ ("Every port that the image names is opened to all networks, on a random port "
                     "of this computer."),
      .exposes = N_ ("The image decides which ports are opened, and a newer version of it may name "
                     "more. Each gets a random port on all addresses of this computer."),
      .attack = N_ ("A port that nobody thought of, for debugging or administration, is open too. "
                    "A scan of this computer finds it."),
      .legitimate = N_ ("For a quick trial on a network that you trust. Otherwise name the ports "
                        "that you need, with 127.0.0.1 in front."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.9",
                                           "Docker docs: Port publishing and mapping", NULL },
      .check = check_publish_all,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not publish all ports"),
                   .breaks = N_ ("Nothing is reachable from outside until you publish the ports "
                                 "that you need one by one."),
                   .apply = bh_fix_remove } },
      .bad = "-P nginx",
      .good = "-P=false nginx",
  },
  {
      .id = "port-ignored",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_PORTS,
      .title = N_ ("Published ports are ignored"),
      .message = N_ ("“%s” has no effect with the network that is chosen."),
      .exposes = N_ ("With the host's network, the program opens its ports on the host itself, on "
                     "the addresses that it chooses, whatever the command says. Without a network, "
                     "nothing is published, and docker does not say so."),
      .attack = N_ ("With --network host, “127.0.0.1:” in a published port protects nothing: most "
                    "programs listen on all addresses, and everybody on the network reaches them."),
      .legitimate = N_ ("Never: one of the two settings is there by mistake. Keep the host's "
                        "network and tell the program where to listen, or drop it and keep the "
                        "published ports."),
      .references = (const char *const[]){ "Docker docs: Host network driver", NULL },
      .check = check_ignored,
      .fixes = { { .id = "remove-ports",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Remove the ports without effect"),
                   .breaks = N_ ("Nothing changes: docker ignores them today."),
                   .apply = bh_fix_remove_ports },
                 { .id = "bridge",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Use a network of Docker's instead"),
                   .breaks = N_ ("Only the published ports are reachable then, and “localhost” "
                                 "inside the container is no longer this computer."),
                   .apply = bh_fix_leave_host_network } },
      .bad = "--network host -p 127.0.0.1:8080:80 nginx",
      .good = "--network bridge -p 127.0.0.1:8080:80 nginx",
  },
};
const guint bh_n_rules_port_addresses = G_N_ELEMENTS (bh_rules_port_addresses);
