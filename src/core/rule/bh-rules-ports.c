/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-rule-tables.h"

#include "bh-i18n.h"
#include "rule/bh-fixes.h"
#include "rule/bh-port-fixes.h"

/* Ports behind which data or control of a machine is, often without a password. SSH and the
 * engine's own ports have rules of their own. */
static const struct
{
  guint port;
  const char *name; /* NULL: several programs use it */
} delicate_ports[] = {
  { 1433, "SQL Server" }, { 1521, "Oracle" },     { 2379, "etcd" },          { 3306, "MySQL" },
  { 3389, "RDP" },        { 5432, "PostgreSQL" }, { 5601, "Kibana" },        { 5900, "VNC" },
  { 5984, "CouchDB" },    { 6379, "Redis" },      { 7687, "Neo4j" },         { 8086, "InfluxDB" },
  { 9000, NULL },         { 9042, "Cassandra" },  { 9200, "Elasticsearch" }, { 11211, "Memcached" },
  { 15672, "RabbitMQ" },  { 27017, "MongoDB" },
};

/* With the host's network or none at all, nothing is published. */
static gboolean
ports_are_published (const BhFacts *facts)
{
  return facts->network == BH_NETWORK_DEFAULT_BRIDGE || facts->network == BH_NETWORK_USER;
}

/* An address that the client drops and that would have made a difference. */
static gboolean
misleads (const BhPortFact *port)
{
  static const char *const all[] = { "", "0.0.0.0", "::", NULL };

  return port->address_ignored && !g_strv_contains (all, port->address);
}

static const BhText *
port_text (const BhFacts *facts, const BhPortFact *port)
{
  return facts->state->settings[port->setting]->value;
}

static const char *
port_as_written (const BhFacts *facts, const BhPortFact *port)
{
  return port_text (facts, port)->str;
}

static gboolean
port_covers (guint first, guint last, guint number)
{
  return first != 0 && first <= number && number <= last;
}

static void
add_port (BhFindings *findings,
          const BhRule *rule,
          const BhFacts *facts,
          BhSeverity severity,
          const BhPortFact *port)
{
  bh_findings_add (findings, rule, severity, port_as_written (facts, port), &port->setting, 1);
}

static gboolean
is_public_web (const BhPortFact *port)
{
  return port->host_first == port->host_last && (port->host_first == 80 || port->host_first == 443);
}

static gboolean
is_delicate (const BhPortFact *port, const char **ret_name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (delicate_ports); i++)
    {
      guint number = delicate_ports[i].port;

      if (!port_covers (port->container_first, port->container_last, number) &&
          !port_covers (port->host_first, port->host_last, number))
        continue;
      *ret_name = delicate_ports[i].name;
      return TRUE;
    }
  return FALSE;
}

static void
add_open_port (BhFindings *findings,
               const BhRule *rule,
               const BhFacts *facts,
               const BhPortFact *port)
{
  const char *name = NULL;
  g_autofree char *subject = NULL;

  if (!is_delicate (port, &name))
    {
      add_port (findings, rule, facts, is_public_web (port) ? BH_SEVERITY_LOW : rule->severity,
                port);
      return;
    }
  if (name != NULL)
    subject = g_strdup_printf ("%s (%s)", port_as_written (facts, port), name);
  bh_findings_add (findings, rule, BH_SEVERITY_HIGH,
                   subject != NULL ? subject : port_as_written (facts, port), &port->setting, 1);
}

static void
check_all_interfaces (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (port->all_addresses && !misleads (port))
        add_open_port (findings, rule, facts, port);
    }
}

static void
check_address_ignored (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (misleads (port))
        add_port (findings, rule, facts, rule->severity, port);
    }
}

static void
check_loopback (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (port->loopback)
        add_port (findings, rule, facts, rule->severity, port);
    }
}

static void
check_publish_all (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (ports_are_published (facts) && facts->publish_all.on)
    bh_findings_add_one (findings, rule, NULL, facts->publish_all.setting);
}

static void
check_privileged (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);
      gboolean customary = is_public_web (port) || port->host_first == 53;

      if (port->host_first > 0 && port->host_first < 1024)
        add_port (findings, rule, facts, customary ? BH_SEVERITY_INFO : rule->severity, port);
    }
}

static void
check_ssh (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (port_covers (port->container_first, port->container_last, 22))
        add_port (findings, rule, facts, rule->severity, port);
    }
}

/* 2375 is the engine without encryption or password, 2376 with certificates. */
static void
check_docker_api (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (port_covers (port->container_first, port->container_last, 2375) ||
          port_covers (port->host_first, port->host_last, 2375))
        add_port (findings, rule, facts, port->loopback ? BH_SEVERITY_HIGH : rule->severity, port);
      else if (port_covers (port->container_first, port->container_last, 2376) ||
               port_covers (port->host_first, port->host_last, 2376))
        add_port (findings, rule, facts, BH_SEVERITY_MEDIUM, port);
    }
}

static void
check_random (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (port->host_first == 0 && bh_text_is_literal (port_text (facts, port)))
        add_port (findings, rule, facts, rule->severity, port);
    }
}

static void
check_ignored (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  g_autoptr (GArray) causes = NULL;

  if (facts->network != BH_NETWORK_HOST && facts->network != BH_NETWORK_NONE)
    return;
  if (facts->ports->len == 0 && !facts->publish_all.on)
    return;

  causes = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < facts->ports->len; i++)
    g_array_append_val (causes, bh_facts_port (facts, i)->setting);
  if (facts->publish_all.on)
    g_array_append_val (causes, facts->publish_all.setting);
  g_array_append_val (causes, facts->network_setting);
  bh_findings_add (findings, rule, rule->severity,
                   facts->network == BH_NETWORK_HOST ? "host" : "none",
                   (const int *) (gpointer) causes->data, causes->len);
}

/* More than twenty ports at once. */
static void
check_range (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; ports_are_published (facts) && i < facts->ports->len; i++)
    {
      const BhPortFact *port = bh_facts_port (facts, i);

      if (port->container_first != 0 && port->container_last - port->container_first >= 20)
        add_port (findings, rule, facts, rule->severity, port);
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
  for (guint i = 1; ports_are_published (facts) && i < facts->ports->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const BhPortFact *port = bh_facts_port (facts, i);
        int causes[] = { port->setting, bh_facts_port (facts, j)->setting };

        if (!ports_collide (port, bh_facts_port (facts, j)))
          continue;
        bh_findings_add (findings, rule, rule->severity, port_as_written (facts, port), causes, 2);
        break;
      }
}

const BhRule bh_rules_ports[] = {
  {
      .id = "port-all-interfaces",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_PORTS,
      .weight = 60,
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
      .weight = 150,
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
      .weight = 0,
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
      .weight = 60,
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
      .id = "port-privileged",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PORTS,
      .weight = 10,
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
      .weight = 50,
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
      .weight = 350,
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
      .weight = 0,
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
      .id = "port-ignored",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_PORTS,
      .weight = 40,
      .title = N_ ("Published ports are ignored"),
      .message = N_ ("With the network “%s”, docker discards the published ports."),
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
                   .apply = bh_fix_remove_network } },
      .bad = "--network host -p 127.0.0.1:8080:80 nginx",
      .good = "--network bridge -p 127.0.0.1:8080:80 nginx",
  },
  {
      .id = "port-range-wide",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PORTS,
      .weight = 15,
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
      .weight = 10,
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
const guint bh_n_rules_ports = G_N_ELEMENTS (bh_rules_ports);
