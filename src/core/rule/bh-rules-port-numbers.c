/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which ports are published. */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-fixes.h"
#include "rule/bh-port-checks.h"
#include "rule/bh-port-fixes.h"

static void
check_privileged (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; bh_check_ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);
      gboolean customary = bh_check_port_is_web (port) || port->host_first == 53;

      if (port->host_first > 0 && port->host_first < 1024)
        bh_check_add_port (findings, rule, facts, customary ? BH_SEVERITY_INFO : rule->severity,
                           port);
    }
}

static void
check_ssh (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; bh_check_ports_are_reachable (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (bh_check_port_covers (port->container_first, port->container_last, 22))
        bh_check_add_port (findings, rule, facts, rule->severity, port);
    }
}

/* With the host's network, the address is ignored. */
static gboolean
is_local (const BhFacts *facts, const BhPortFact *port)
{
  return port->loopback && facts->network != BH_NETWORK_HOST;
}

/* 2375 is the engine without encryption or password, 2376 with certificates. */
static void
check_docker_api (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; bh_check_ports_are_reachable (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (bh_check_port_covers (port->container_first, port->container_last, 2375) ||
          bh_check_port_covers (port->host_first, port->host_last, 2375))
        bh_check_add_port (findings, rule, facts,
                           is_local (facts, port) ? BH_SEVERITY_HIGH : rule->severity, port);
      else if (bh_check_port_covers (port->container_first, port->container_last, 2376) ||
               bh_check_port_covers (port->host_first, port->host_last, 2376))
        bh_check_add_port (findings, rule, facts, BH_SEVERITY_MEDIUM, port);
    }
}

static void
check_random (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; bh_check_ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (port->host_first == 0 && bh_text_is_literal (bh_check_port_text (facts, port)))
        bh_check_add_port (findings, rule, facts, rule->severity, port);
    }
}

/* More than twenty ports at once. */
static void
check_range (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; bh_check_ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (port->container_first != 0 && port->container_last - port->container_first >= 20)
        bh_check_add_port (findings, rule, facts, rule->severity, port);
    }
}

/* A range of the host for one port of the container takes whichever is free. */
static gboolean
ports_collide (const BhPortFact *a, const BhPortFact *b)
{
  gboolean fixed = a->host_last - a->host_first == a->container_last - a->container_first &&
                   b->host_last - b->host_first == b->container_last - b->container_first;

  return fixed && a->host_first != 0 && b->host_first != 0 && a->host_first <= b->host_last &&
         b->host_first <= a->host_last && g_str_equal (a->protocol, b->protocol) &&
         (a->all_addresses || b->all_addresses || g_str_equal (a->address, b->address));
}

static void
check_duplicate (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 1; bh_check_ports_are_published (facts) && i < facts->ports->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const BhPortFact *port = bh_facts_port (facts, i);
        int causes[] = { port->setting, bh_facts_port (facts, j)->setting };

        if (!ports_collide (port, bh_facts_port (facts, j)))
          continue;
        bh_findings_add (findings, rule, rule->severity, bh_check_port_text (facts, port)->str,
                         causes, 2);
        break;
      }
}

const BhRule bh_rules_port_numbers[] = {
  {
      .id = "port-privileged",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PORTS,
      .title = N_ ("A system port of the host is taken"),
      .message = N_ ("“%s” takes a port below 1024, which people trust to belong to the system."),
      .exposes =
          N_ ("On most systems only root may open ports below 1024. The engine opens it as "
              "root on behalf of the container, which then answers in the place of a service "
              "of the host."),
      .attack = N_ ("Whoever takes over the program receives logins, mail or requests that were "
                    "meant for the host's own service at that port."),
      .legitimate =
          N_ ("For services that belong there: web servers on 80 and 443, name servers on "
              "53. Otherwise choose a port from 1024 and let a proxy stand in front."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.8", "KICS bc2908f3",
                                           "Trivy KSV-0117", NULL },
      .check = check_privileged,
      .fixes = { { .id = "high-port",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Move it up by 8000"),
                   .breaks = N_ ("Clients have to use the new port: 8080 for 80, for example."),
                   .apply = bh_fix_port_raise } },
      .bad = "-p 127.0.0.1:25:25 mailhog/mailhog",
      .good = "-p 127.0.0.1:2525:25 mailhog/mailhog",
  },
  {
      .id = "port-ssh",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_PORTS,
      .title = N_ ("The container offers SSH"),
      .message = N_ ("“%s” publishes an SSH server inside the container."),
      .exposes = N_ ("An SSH server is one more way in, with keys, passwords and updates of its "
                     "own to look after, and it is reachable from outside."),
      .attack = N_ ("Passwords of SSH servers are guessed day and night. Whoever gets in has a "
                    "shell inside the container, and everything that is mounted there."),
      .legitimate = N_ ("For servers whose job it is, such as a Git server or a jump host. To look "
                        "into a container of your own, “docker exec” needs no SSH."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.7", "Trivy DS-0004", NULL },
      .check = check_ssh,
      .fixes = { { .id = "unpublish",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not publish SSH"),
                   .breaks = N_ ("Logging in over SSH no longer works; “docker exec -it NAME sh” "
                                 "does."),
                   .apply = bh_fix_remove } },
      .bad = "-p 127.0.0.1:2222:22 gitea/gitea",
      .good = "-p 127.0.0.1:2222:80 gitea/gitea",
  },
  {
      .id = "port-docker-api",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_PORTS,
      .title = N_ ("A container engine is reachable over the network"),
      .message = N_ ("“%s” publishes the port of a Docker engine."),
      .exposes = N_ ("Port 2375 is Docker's remote control without password and encryption, 2376 "
                     "the one with certificates. Whoever may use it starts containers as root."),
      .attack = N_ ("Anybody who reaches port 2375 asks the engine for a privileged container, and "
                    "from there owns the machine that the engine runs on. Scanners look for this "
                    "port all the time."),
      .legitimate = N_ ("For an engine of its own inside the container (docker:dind) that other "
                        "containers use: then keep it on their network and publish nothing. From "
                        "afar, use SSH (DOCKER_HOST=ssh://…) or 2376 with certificates."),
      .references = (const char *const[]){ "OWASP Docker Security rule 1",
                                           "Docker docs: Protect the Docker daemon socket", NULL },
      .check = check_docker_api,
      .fixes = { { .id = "unpublish",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not publish the engine"),
                   .breaks = N_ ("Only containers of the same network can use this engine."),
                   .apply = bh_fix_remove } },
      .bad = "-p 2375:2375 docker:dind",
      .good = "-p 127.0.0.1:2374:2374 docker:dind",
  },
  {
      .id = "port-random",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PORTS,
      .title = N_ ("The port on the host is random"),
      .message = N_ ("“%s” names no port of this computer, so that each start chooses another."),
      .exposes =
          N_ ("“docker port NAME” tells which port was chosen. Bookmarks, firewall rules and "
              "other programs cannot rely on it."),
      .attack = N_ ("A random port hides nothing: a scan of all ports takes seconds."),
      .legitimate = N_ ("For tests that run side by side and ask for the port afterwards."),
      .references = (const char *const[]){ "Docker docs: Port publishing and mapping", NULL },
      .check = check_random,
      .fixes = { { .id = "fixed-port",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Choose a fixed port"),
                   .breaks = N_ ("A second container with the same command cannot start while the "
                                 "first one runs."),
                   .apply = bh_fix_port_pin } },
      .bad = "-p 127.0.0.1::80 nginx",
      .good = "-p 127.0.0.1:8080:80 nginx",
  },
  {
      .id = "port-range-wide",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PORTS,
      .title = N_ ("Many ports are published at once"),
      .message = N_ ("“%s” opens more than twenty ports."),
      .exposes = N_ ("Every port of the range is open, whether a program listens now or starts "
                     "listening later. For each of them the engine keeps a helper process."),
      .attack = N_ ("A tool that an intruder starts inside the container only has to choose a port "
                    "of the range to be reachable from outside."),
      .legitimate = N_ ("For protocols that need many ports, such as voice calls (RTP) or passive "
                        "FTP. Most servers can be told to use a smaller range."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.9", NULL },
      .check = check_range,
      .fixes = { { .id = "narrow",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Publish the first ten only"),
                   .breaks = N_ ("Set the program to the same ten ports; what it opens on another "
                                 "one cannot be reached."),
                   .apply = bh_fix_port_narrow,
                   .parameter = "10" } },
      .bad = "-p 127.0.0.1:10000-10099:10000-10099/udp asterisk",
      .good = "-p 127.0.0.1:10000-10009:10000-10009/udp asterisk",
  },
  {
      .id = "port-duplicate",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PORTS,
      .title = N_ ("Two published ports collide"),
      .message =
          N_ ("“%s” asks for a port of this computer that is already taken by this command."),
      .exposes = N_ ("The container is created but cannot start: “port is already allocated”."),
      .attack = N_ ("Nobody gains from it, but a container that fails to start also fails to come "
                    "back after a restart of the computer."),
      .legitimate = N_ ("Never. Give each published port a number of its own."),
      .references = (const char *const[]){ "dclint no-duplicate-exported-ports", NULL },
      .check = check_duplicate,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Remove the second one"),
                   .breaks = N_ ("The port inside the container that only the second one named is "
                                 "not published."),
                   .apply = bh_fix_remove_first_cause } },
      .bad = "-p 127.0.0.1:8080:80 -p 127.0.0.1:8080:81 nginx",
      .good = "-p 127.0.0.1:8080:80 -p 127.0.0.1:8080:80/udp nginx",
  },
};
const guint bh_n_rules_port_numbers = G_N_ELEMENTS (bh_rules_port_numbers);
