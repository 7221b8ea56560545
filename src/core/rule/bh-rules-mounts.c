/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Folders and sockets of the host in the container. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-mount-fixes.h"
#include "value/bh-capability.h"

/* Only binds have a path class other than ordinary. */
static gboolean
is_of_class (const BhMountFact *mount, BhPathClass path_class)
{
  return mount->type == BH_MOUNT_BIND && mount->path_class == path_class;
}

static void
add_mount (BhFindings *findings, const BhRule *rule, BhSeverity severity, const BhMountFact *mount)
{
  bh_findings_add (findings, rule, severity, mount->source, &mount->setting, 1);
}

static void
add_class (BhFindings *findings,
           const BhRule *rule,
           const BhFacts *facts,
           BhPathClass path_class,
           BhSeverity writable,
           BhSeverity readonly)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (is_of_class (mount, path_class))
        add_mount (findings, rule, mount->readonly ? readonly : writable, mount);
    }
}

/* PATH or something below it. */
static gboolean
is_below (const char *source, const char *path)
{
  gsize len = strlen (path);

  return strncmp (source, path, len) == 0 && (source[len] == '\0' || source[len] == '/');
}

static gboolean
is_below_any (const char *source, const char *const *paths)
{
  for (; *paths != NULL; paths++)
    if (is_below (source, *paths))
      return TRUE;
  return FALSE;
}

static void
check_engine_socket (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_class (findings, rule, facts, BH_PATH_ENGINE_SOCKET, BH_SEVERITY_CRITICAL,
             BH_SEVERITY_CRITICAL);
  add_class (findings, rule, facts, BH_PATH_ENGINE_SOCKET_PARENT, BH_SEVERITY_CRITICAL,
             BH_SEVERITY_CRITICAL);
}

static void
check_root (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_class (findings, rule, facts, BH_PATH_ROOT, BH_SEVERITY_CRITICAL, BH_SEVERITY_HIGH);
}

/* Folders whose files the host's root runs or obeys. Others below /etc belong to one service. */
static const char *const commanding[] = {
  "/usr",
  "/bin",
  "/sbin",
  "/boot",
  "/root",
  "/etc/cron.d",
  "/etc/crontab",
  "/etc/passwd",
  "/etc/shadow",
  "/etc/group",
  "/etc/sudoers",
  "/etc/ssh",
  "/etc/pam.d",
  "/etc/systemd",
  "/etc/sudoers.d",
  "/etc/init.d",
  "/etc/profile",
  "/etc/docker",
  "/etc/profile.d",
  "/etc/ld.so.preload",
  "/etc/ld.so.conf",
  "/var/lib/docker",
  "/var/lib/containerd",
  "/var/spool/cron",
  NULL,
};

static BhSeverity
system_severity (const BhMountFact *mount)
{
  if (mount->path_class == BH_PATH_SYSTEM)
    return BH_SEVERITY_HIGH;
  if (is_below (mount->source, "/etc") && !g_str_equal (mount->source, "/etc") &&
      !is_below_any (mount->source, commanding))
    return BH_SEVERITY_HIGH;
  return BH_SEVERITY_CRITICAL;
}

static void
check_system_rw (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (!mount->readonly &&
          (is_of_class (mount, BH_PATH_SYSTEM_CRITICAL) || is_of_class (mount, BH_PATH_SYSTEM)))
        add_mount (findings, rule, system_severity (mount), mount);
    }
}

/* Folders that hold passwords, keys or other containers' data, readable by root inside. */
static const char *const telling[] = { "/etc/ssh", "/root", "/var/lib/docker",
                                       "/var/lib/containerd", NULL };

static BhSeverity
system_readonly_severity (const BhMountFact *mount)
{
  static const char *const whole[] = { "/etc", "/home", "/var", "/var/lib", NULL };

  if (g_strv_contains (whole, mount->source) || is_below_any (mount->source, telling))
    return BH_SEVERITY_HIGH;
  return is_below (mount->source, "/etc") ? BH_SEVERITY_LOW : BH_SEVERITY_MEDIUM;
}

static void
check_system_ro (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (mount->readonly &&
          (is_of_class (mount, BH_PATH_SYSTEM_CRITICAL) || is_of_class (mount, BH_PATH_SYSTEM)))
        add_mount (findings, rule, system_readonly_severity (mount), mount);
    }
}

static void
check_proc (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_class (findings, rule, facts, BH_PATH_PROC, BH_SEVERITY_CRITICAL, BH_SEVERITY_HIGH);
}

static void
check_sys (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_class (findings, rule, facts, BH_PATH_SYS, BH_SEVERITY_CRITICAL, BH_SEVERITY_LOW);
}

/* The device cgroup still refuses most nodes, unless it was opened. */
static BhSeverity
dev_severity (const BhFacts *facts, const BhMountFact *mount)
{
  if (g_str_equal (mount->source, "/dev/log"))
    return BH_SEVERITY_LOW;
  if (facts->privileged.on || facts->device_cgroup_rule >= 0)
    return BH_SEVERITY_HIGH;
  return BH_SEVERITY_MEDIUM;
}

static void
check_dev (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  static const char *const harmless[] = { "/dev/null", "/dev/zero", "/dev/random", "/dev/urandom",
                                          NULL };

  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (is_of_class (mount, BH_PATH_DEV) && !g_strv_contains (harmless, mount->source))
        add_mount (findings, rule, dev_severity (facts, mount), mount);
    }
}

/* A server's own certificate and key, read-only, is how it should be done. */
static BhSeverity
secret_severity (const BhMountFact *mount)
{
  if (g_str_has_suffix (mount->source, ".pem") || g_str_has_suffix (mount->source, ".key"))
    return mount->readonly ? BH_SEVERITY_INFO : BH_SEVERITY_LOW;
  if (mount->readonly)
    return BH_SEVERITY_HIGH;
  if (mount->path_class == BH_PATH_HOME || strstr (mount->source, "/.ssh") != NULL ||
      g_str_equal (mount->source, "/etc/shadow"))
    return BH_SEVERITY_CRITICAL;
  return BH_SEVERITY_HIGH;
}

static void
check_home_secrets (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (is_of_class (mount, BH_PATH_SECRETS) || is_of_class (mount, BH_PATH_HOME))
        add_mount (findings, rule, secret_severity (mount), mount);
    }
}

static void
check_ssh_agent (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  add_class (findings, rule, facts, BH_PATH_SSH_AGENT, BH_SEVERITY_MEDIUM, BH_SEVERITY_MEDIUM);
}

/* The rule's parameter is a piece of the path of its socket. */
static void
check_desktop (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (is_of_class (mount, BH_PATH_DESKTOP) && strstr (mount->source, rule->parameter) != NULL)
        add_mount (findings, rule, rule->severity, mount);
    }
}

/* "dbus" is not in the path of the session's bus: /run/user/1000/bus. */
static void
check_dbus (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (is_of_class (mount, BH_PATH_DESKTOP) &&
          (strstr (mount->source, "dbus") != NULL || g_str_has_suffix (mount->source, "/bus")))
        add_mount (findings, rule, rule->severity, mount);
    }
}

const BhRule bh_rules_mounts[] = {
  {
      .id = "mount-docker-socket",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_MOUNTS,
      .weight = 450,
      .title = N_ ("The engine's socket is mounted"),
      .message = N_ ("Through “%s”, the container can give orders to the container engine."),
      .exposes =
          N_ ("The socket is the remote control of Docker, Podman or containerd. Whoever may "
              "write to it decides what runs on this computer, as root. Mounting it "
              "read-only changes nothing, because a connection is not a write to a file."),
      .attack = N_ ("An intruder asks the engine for a second container that has the whole disk of "
                    "the host mounted, and is root on the host a moment later."),
      .legitimate =
          N_ ("Tools that manage containers need it: Portainer, Traefik, CI runners. Put a "
              "proxy in between that lets only the needed requests through, or use an "
              "engine without root for them."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.32", "OWASP Docker Security rule 1",
                                 "NIST SP 800-190 4.5.5", "KICS d6355c88", "Checkov CKV_K8S_27",
                                 "Trivy KSV-0006", "Semgrep exposing-docker-socket-volume",
                                 "Docker docs: Docker daemon attack surface", NULL },
      .check = check_engine_socket,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount the socket"),
                   .breaks = N_ ("The program can no longer see or manage other containers."),
                   .apply = bh_fix_remove } },
      .bad = "-v /var/run/docker.sock:/var/run/docker.sock:ro portainer/portainer-ce",
      .good = "-v docker.sock:/data portainer/portainer-ce",
  },
  {
      .id = "mount-root",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_MOUNTS,
      .weight = 450,
      .title = N_ ("The host's whole disk is mounted"),
      .message = N_ ("The container sees the whole file system of the host (%s)."),
      .exposes =
          N_ ("Every file of the host is in the container: passwords, keys, programs, the "
              "data of all other containers. Root in the container is root for these files."),
      .attack =
          N_ ("An intruder changes to the mounted folder with chroot and works as root on the "
              "host. Read-only, password hashes and private keys are still there to copy, and "
              "engines before version 25 leave /proc below it writable."),
      .legitimate = N_ ("For backups and monitoring of the host itself, read-only and on an engine "
                        "that you keep up to date. Everything else needs one folder, not all."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "NIST SP 800-190 4.5.5",
                                           "KICS 1c1325ff", "Trivy KSV-0121", "Trivy KSV-0023",
                                           "Kubernetes Pod Security: Baseline", NULL },
      .check = check_root,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount the disk"),
                   .breaks =
                       N_ ("The program no longer sees the host's files; mount the folder that "
                           "it needs."),
                   .apply = bh_fix_remove } },
      .bad = "-v /:/host alpine",
      .good = "-v /srv/site/pages:/host alpine",
  },
  {
      .id = "mount-system-rw",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_MOUNTS,
      .weight = 350,
      .title = N_ ("A system folder of the host can be changed"),
      .message = N_ ("The container may write to the host's system folder “%s”."),
      .exposes =
          N_ ("Programs and settings of the host lie in this folder. The host, often as root, "
              "runs and obeys what the container puts there."),
      .attack =
          N_ ("Root in the container adds a scheduled task below /etc, a key to /root/.ssh or "
              "exchanges a program below /usr. The host runs it as root."),
      .legitimate = N_ ("Hardly ever: programs that install software on the host. Mount the one "
                        "folder that is needed, and read-only where reading is enough."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "NIST SP 800-190 4.5.5",
                                           "KICS 1c1325ff", "Trivy KSV-0121", NULL },
      .check = check_system_rw,
      .fixes = { { .id = "readonly",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Mount it read-only"),
                   .breaks = N_ ("The program can no longer write there."),
                   .apply = bh_fix_mount_readonly },
                 { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount it"),
                   .breaks = N_ ("The program no longer sees the folder."),
                   .apply = bh_fix_remove } },
      .bad = "-v /etc:/host-etc alpine",
      .good = "-v /etc/localtime:/etc/localtime:ro alpine",
  },
  {
      .id = "mount-system-ro",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 60,
      .title = N_ ("A system folder of the host can be read"),
      .message = N_ ("The container may read the host's system folder “%s”."),
      .exposes = N_ ("Settings, versions and accounts of the host can be read, and root in the "
                     "container also reads files that only root may read, such as /etc/shadow."),
      .attack = N_ ("An intruder copies password hashes and private keys to try them elsewhere, or "
                    "learns which programs of the host have known holes."),
      .legitimate = N_ ("For monitoring and backups. Mount the one file or folder that is needed; "
                        "single harmless files such as /etc/localtime are fine."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "NIST SP 800-190 4.5.5",
                                           "Trivy KSV-0121", NULL },
      .check = check_system_ro,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount it"),
                   .breaks = N_ ("The program no longer sees the folder; mount the file that it "
                                 "needs."),
                   .apply = bh_fix_remove } },
      .bad = "-v /etc:/host-etc:ro alpine",
      .good = "-v /etc/ssl/certs:/etc/ssl/certs:ro alpine",
  },
  {
      .id = "mount-proc",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_MOUNTS,
      .weight = 400,
      .title = N_ ("The host's /proc is mounted"),
      .message = N_ ("The container sees the processes and kernel settings of the host through "
                     "“%s”."),
      .exposes = N_ ("/proc lists every process of the host with its arguments, and holds switches "
                     "of the kernel for the whole computer. Read-only, the switches are safe, the "
                     "list is not."),
      .attack = N_ ("With write access, root in the container enters a program of its own in "
                    "core_pattern; the host's kernel runs it as root as soon as any program "
                    "crashes."),
      .legitimate = N_ ("For monitoring of the host, such as Prometheus' node exporter, and then "
                        "read-only."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "Trivy KSV-0121",
                                           "Trivy KSV-0027", "core(5)", NULL },
      .check = check_proc,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount /proc"),
                   .breaks = N_ ("The program sees its own processes only."),
                   .apply = bh_fix_remove } },
      .bad = "-v /proc:/host/proc alpine",
      .good = "-v /procedures:/host/proc alpine",
  },
  {
      .id = "mount-sys",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_MOUNTS,
      .weight = 350,
      .title = N_ ("The host's /sys is mounted"),
      .message = N_ ("The container sees the kernel's devices and switches of the host through "
                     "“%s”."),
      .exposes = N_ ("/sys describes the hardware and holds switches of the kernel for the whole "
                     "computer. Read-only, it tells little that matters."),
      .attack =
          N_ ("With write access, root in the container names a program that the kernel shall "
              "run as root for the next device or control group event, outside of the "
              "container."),
      .legitimate = N_ ("Read-only for monitoring tools such as cAdvisor. Images that run systemd "
                        "ask for /sys/fs/cgroup; read-only is enough for most."),
      .references = (const char *const[]){ "CIS Docker Benchmark 5.6", "Trivy KSV-0121",
                                           "CVE-2022-0492", NULL },
      .check = check_sys,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount /sys"),
                   .breaks = N_ ("The program sees the read-only /sys that every container has."),
                   .apply = bh_fix_remove } },
      .bad = "-v /sys:/sys alpine",
      .good = "-v /system:/sys-backup alpine",
  },
  {
      .id = "mount-dev",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 60,
      .title = N_ ("Devices of the host are mounted as files"),
      .message = N_ ("The container sees the host's devices below “%s”."),
      .exposes =
          N_ ("The device files appear in the container. The engine's list of allowed devices "
              "still refuses to open most of them, so this is one wall instead of two."),
      .attack = N_ ("As soon as that list is opened, by --privileged or --device-cgroup-rule, an "
                    "intruder reads and writes the host's disks."),
      .legitimate = N_ ("When devices come and go while the container runs. For a device that is "
                        "there from the start, --device gives exactly this one."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.18", "CIS Docker Benchmark 5.6", NULL },
      .check = check_dev,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount it"),
                   .breaks = N_ ("The program no longer finds the device; give it with --device."),
                   .apply = bh_fix_remove } },
      .bad = "-v /dev:/dev alpine",
      .good = "-v /dev/null:/etc/motd:ro alpine",
  },
  {
      .id = "mount-home-secrets",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_MOUNTS,
      .weight = 200,
      .title = N_ ("Keys or a home folder are mounted"),
      .message = N_ ("“%s” gives the container files that may hold keys or passwords."),
      .exposes =
          N_ ("Home folders hold SSH keys, cloud and registry passwords, browser profiles and "
              "the history of the shell. All of that can be read in the container."),
      .attack =
          N_ ("An intruder copies the keys and logs in elsewhere as you. With write access, a "
              "line in .bashrc or authorized_keys makes the next login on this computer the "
              "intruder's."),
      .legitimate = N_ ("For development shells that you trust as much as yourself. Mount the one "
                        "project folder, or the one file, read-only; for Git over SSH, an agent "
                        "keeps the key outside."),
      .references = (const char *const[]){ "NIST SP 800-190 4.5.5", "NIST SP 800-190 4.1.4",
                                           "OWASP Docker Security rule 12", NULL },
      .check = check_home_secrets,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not mount it"),
                   .breaks = N_ ("The program no longer finds these files; mount the one that it "
                                 "needs."),
                   .apply = bh_fix_remove } },
      .bad = "-v /home/kim/.ssh:/root/.ssh alpine",
      .good = "-v /home/kim/project:/root/project alpine",
  },
  {
      .id = "mount-ssh-agent",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 60,
      .title = N_ ("Your SSH agent is lent to the container"),
      .message = N_ ("The container may log in to other computers with your keys through “%s”."),
      .exposes = N_ ("The keys themselves stay with the agent, but whoever reaches its socket may "
                     "use them, as often as they like, while the container runs."),
      .attack = N_ ("An intruder in the container logs in to your servers or pushes to your "
                    "repositories in your name."),
      .legitimate = N_ ("For short builds that fetch private code. “ssh-add -c” asks you at each "
                        "use, and a deploy key that may only read one repository does less harm."),
      .references = (const char *const[]){ "NIST SP 800-190 4.1.4", "ssh-agent(1)", NULL },
      .check = check_ssh_agent,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not lend the agent"),
                   .breaks = N_ ("The program can no longer log in to other computers as you."),
                   .apply = bh_fix_remove } },
      .bad = "-v /run/user/1000/keyring/ssh:/agent alpine",
      .good = "-v agent-data:/agent alpine",
  },
  {
      .id = "mount-x11",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_MOUNTS,
      .weight = 150,
      .title = N_ ("The container is connected to your screen"),
      .message = N_ ("“%s” connects the container to the X11 screen and keyboard."),
      .exposes = N_ ("X11 has no walls between programs: each sees the windows and key strokes of "
                     "all others and can type in their place."),
      .attack = N_ ("An intruder records passwords as you type them, or types commands into a "
                    "terminal of the host."),
      .legitimate = N_ ("To show the window of a program that you trust. A Wayland socket keeps "
                        "programs apart, and Xephyr gives a screen of its own to old ones."),
      .references = (const char *const[]){ "Xsecurity(7)", "NIST SP 800-190 4.5.5", NULL },
      .check = check_desktop,
      .parameter = "X11-unix",
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not connect the screen"),
                   .breaks = N_ ("The program can show no windows."),
                   .apply = bh_fix_remove } },
      .bad = "-v /tmp/.X11-unix:/tmp/.X11-unix alpine",
      .good = "-v x11-data:/tmp/.X11-unix alpine",
  },
  {
      .id = "mount-dbus",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_MOUNTS,
      .weight = 150,
      .title = N_ ("The container is on the host's D-Bus"),
      .message = N_ ("Through “%s”, the container can ask services of the host for favours."),
      .exposes = N_ ("Over D-Bus, programs start services, change network and power settings, and "
                     "fetch passwords from the keyring of your session."),
      .attack = N_ ("Root in the container counts as root for services of the system bus: systemd "
                    "starts a command on the host if it is asked."),
      .legitimate = N_ ("For tools that manage the host, and for desktop programs. xdg-dbus-proxy "
                        "lets only chosen services through."),
      .references = (const char *const[]){ "NIST SP 800-190 4.5.5", "dbus-daemon(1)", NULL },
      .check = check_dbus,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not connect it to D-Bus"),
                   .breaks = N_ ("The program can no longer talk to services of the host."),
                   .apply = bh_fix_remove } },
      .bad = "-v /run/dbus/system_bus_socket:/run/dbus/system_bus_socket alpine",
      .good = "-v dbus-data:/run/dbus alpine",
  },
  {
      .id = "mount-wayland",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 50,
      .title = N_ ("The container may open windows"),
      .message = N_ ("“%s” connects the container to your Wayland desktop."),
      .exposes = N_ ("The program can show windows and use the clipboard while one of them has the "
                     "focus. Other programs' windows and keys stay hidden, unlike with X11."),
      .attack =
          N_ ("An intruder shows a window that looks like a password prompt, or reads what you "
              "copied."),
      .legitimate =
          N_ ("To run a desktop program in a container. Among the ways to do so it is the "
              "safest."),
      .references =
          (const char *const[]){ "Wayland docs: Wayland Protocol and Model of Operation", NULL },
      .check = check_desktop,
      .parameter = "wayland",
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not connect the desktop"),
                   .breaks = N_ ("The program can show no windows."),
                   .apply = bh_fix_remove } },
      .bad = "-v /run/user/1000/wayland-0:/run/wayland-0 alpine",
      .good = "-v wayland-data:/run/wayland-0 alpine",
  },
  {
      .id = "mount-pulse",
      .severity = BH_SEVERITY_MEDIUM,
      .section = BH_SECTION_MOUNTS,
      .weight = 50,
      .title = N_ ("The container hears the microphone"),
      .message = N_ ("“%s” connects the container to loudspeakers and microphone."),
      .exposes =
          N_ ("The sound server serves recording as well as playing, and it does not ask you "
              "before a program records."),
      .attack = N_ ("An intruder records the room through the microphone, or what other programs "
                    "play."),
      .legitimate = N_ ("For a program that plays sound and that you trust."),
      .references = (const char *const[]){ "PulseAudio docs: Modules", NULL },
      .check = check_desktop,
      .parameter = "pulse",
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not connect the sound"),
                   .breaks = N_ ("The program plays and records nothing."),
                   .apply = bh_fix_remove } },
      .bad = "-v /run/user/1000/pulse/native:/run/pulse alpine",
      .good = "-v pulse-data:/run/pulse alpine",
  },
};
const guint bh_n_rules_mounts = G_N_ELEMENTS (bh_rules_mounts);
