/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sockets that take orders, and what belongs to the person at the computer. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-fixes.h"
#include "rule/bh-mount-checks.h"

static void
check_engine_socket (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_mount_class (findings, rule, facts, BH_PATH_ENGINE_SOCKET, BH_SEVERITY_CRITICAL,
                        BH_SEVERITY_CRITICAL);
  bh_check_mount_class (findings, rule, facts, BH_PATH_ENGINE_SOCKET_PARENT, BH_SEVERITY_CRITICAL,
                        BH_SEVERITY_CRITICAL);
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

      if (bh_check_mount_is_of_class (mount, BH_PATH_SECRETS) ||
          bh_check_mount_is_of_class (mount, BH_PATH_HOME))
        bh_check_add_mount (findings, rule, secret_severity (mount), mount);
    }
}

static void
check_ssh_agent (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  bh_check_mount_class (findings, rule, facts, BH_PATH_SSH_AGENT, BH_SEVERITY_MEDIUM,
                        BH_SEVERITY_MEDIUM);
}

/* The rule's parameter is a piece of the path of its socket. */
static void
check_desktop (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (bh_check_mount_is_of_class (mount, BH_PATH_DESKTOP) &&
          strstr (mount->source, rule->parameter) != NULL)
        bh_check_add_mount (findings, rule, rule->severity, mount);
    }
}

/* "dbus" is not in the path of the session's bus: /run/user/1000/bus. */
static void
check_dbus (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (bh_check_mount_is_of_class (mount, BH_PATH_DESKTOP) &&
          (strstr (mount->source, "dbus") != NULL || g_str_has_suffix (mount->source, "/bus")))
        bh_check_add_mount (findings, rule, rule->severity, mount);
    }
}

const BhRule bh_rules_personal_mounts[] = {
  {
      .id = "mount-docker-socket",
      .severity = BH_SEVERITY_CRITICAL,
      .section = BH_SECTION_MOUNTS,
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
      .id = "mount-home-secrets",
      .severity = BH_SEVERITY_HIGH,
      .section = BH_SECTION_MOUNTS,
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
const guint bh_n_rules_personal_mounts = G_N_ELEMENTS (bh_rules_personal_mounts);
