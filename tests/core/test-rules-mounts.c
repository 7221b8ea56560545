/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

#define SOCKET "mount-docker-socket"
#define RW "mount-system-rw"
#define RO "mount-system-ro"
#define HOME "mount-home-secrets"
#define BIND "mount-bind-rw"

static const RuleCase cases[] = {
  { "-v /var/run/docker.sock:/var/run/docker.sock i", SOCKET, BH_SEVERITY_CRITICAL, NULL },
  { "-v /var/run/docker.sock:/s:ro i", SOCKET, BH_SEVERITY_CRITICAL, NULL },
  { "-v //var/run/docker.sock:/s i", SOCKET, BH_SEVERITY_CRITICAL, NULL },
  { "-v /run/./podman/podman.sock:/s i", SOCKET, BH_SEVERITY_CRITICAL, NULL },
  { "-v /run/containerd/containerd.sock:/s i", SOCKET, BH_SEVERITY_CRITICAL, NULL },
  { "-v /run/user/1000/docker.sock:/s i", SOCKET, BH_SEVERITY_CRITICAL, NULL },
  { "-v $XDG_RUNTIME_DIR/docker.sock:/s i", SOCKET, BH_SEVERITY_CRITICAL, NULL },
  { "-v /var/run:/var/run:ro i", SOCKET, BH_SEVERITY_CRITICAL, NULL },
  { "--mount type=bind,src=/run,dst=/run i", SOCKET, BH_SEVERITY_CRITICAL, NULL },
  { "-v docker.sock:/s i", SOCKET, SILENT, NULL },
  { "-v /srv/docker.socks:/s i", SOCKET, SILENT, NULL },
  { "-v /var/run/docker.sock i", SOCKET, SILENT, NULL },
  { "-v /:/host i", "mount-root", BH_SEVERITY_CRITICAL, "/" },
  { "-v /etc/..:/host i", "mount-root", BH_SEVERITY_CRITICAL, NULL },
  { "-v //:/host:ro i", "mount-root", BH_SEVERITY_HIGH, NULL },
  { "-v /:/host i", BIND, SILENT, NULL },
  { "-v /etc:/e i", RW, BH_SEVERITY_CRITICAL, "/etc" },
  { "-v /etc/:/e i", RW, BH_SEVERITY_CRITICAL, NULL },
  { "-v /usr/local/bin:/b i", RW, BH_SEVERITY_CRITICAL, NULL },
  { "-v /etc/cron.d:/c i", RW, BH_SEVERITY_CRITICAL, NULL },
  { "-v /root:/r i", RW, BH_SEVERITY_CRITICAL, NULL },
  { "-v /var/lib/docker:/d i", RW, BH_SEVERITY_CRITICAL, NULL },
  { "-v /etc/nginx:/n i", RW, BH_SEVERITY_HIGH, NULL },
  { "-v /var:/v i", RW, BH_SEVERITY_CRITICAL, NULL },
  { "-v /etc:/e:ro i", RW, SILENT, NULL },
  { "-v /srv/app/data:/d i", RW, SILENT, NULL },
  { "-v /opt/app/data:/d i", RW, SILENT, NULL },
  { "-v /etc/localtime:/etc/localtime:ro i", RO, SILENT, NULL },
  { "-v /etc/localtime:/etc/localtime i", RW, SILENT, NULL },
  { "-v /etc:/e:ro i", RO, BH_SEVERITY_HIGH, NULL },
  { "-v /var/lib/docker:/d:ro i", RO, BH_SEVERITY_HIGH, NULL },
  { "-v /etc/nginx:/n:ro i", RO, BH_SEVERITY_LOW, NULL },
  { "-v /usr:/u:ro i", RO, BH_SEVERITY_MEDIUM, NULL },
  { "-v /proc:/p i", "mount-proc", BH_SEVERITY_CRITICAL, NULL },
  { "-v /proc/sys:/p i", "mount-proc", BH_SEVERITY_CRITICAL, NULL },
  { "-v /proc:/p:ro i", "mount-proc", BH_SEVERITY_HIGH, NULL },
  { "-v /sys:/s i", "mount-sys", BH_SEVERITY_CRITICAL, NULL },
  { "-v /sys/fs/cgroup:/sys/fs/cgroup:ro i", "mount-sys", BH_SEVERITY_LOW, NULL },
  { "-v /dev:/dev i", "mount-dev", BH_SEVERITY_MEDIUM, NULL },
  { "--privileged -v /dev:/dev i", "mount-dev", BH_SEVERITY_HIGH, NULL },
  { "-v /dev/null:/etc/motd i", "mount-dev", SILENT, NULL },
  { "-v ~/.ssh:/k i", HOME, BH_SEVERITY_CRITICAL, NULL },
  { "-v $HOME:/h i", HOME, BH_SEVERITY_CRITICAL, NULL },
  { "-v /home/kim:/h i", HOME, BH_SEVERITY_CRITICAL, NULL },
  { "-v /home/kim/.aws:/k i", HOME, BH_SEVERITY_HIGH, NULL },
  { "-v ~/.ssh/id_rsa:/k:ro i", HOME, BH_SEVERITY_HIGH, NULL },
  { "-v /srv/tls/server.pem:/k:ro i", HOME, BH_SEVERITY_INFO, NULL },
  { "-v /srv/tls/server.pem:/k i", HOME, BH_SEVERITY_LOW, NULL },
  { "-v /etc/letsencrypt:/l i", HOME, BH_SEVERITY_HIGH, NULL },
  { "-v /etc/passwd:/p i", RW, BH_SEVERITY_CRITICAL, NULL },
  { "-v /etc/passwd:/p:ro i", RO, SILENT, NULL },
  { "-v ~/project:/p i", HOME, SILENT, NULL },
  { "-v $SSH_AUTH_SOCK:/agent i", "mount-ssh-agent", BH_SEVERITY_MEDIUM, NULL },
  { "-v /tmp/.X11-unix:/tmp/.X11-unix:ro i", "mount-x11", BH_SEVERITY_HIGH, NULL },
  { "-v /run/user/1000/bus:/b i", "mount-dbus", BH_SEVERITY_HIGH, NULL },
  { "-v $XDG_RUNTIME_DIR/wayland-0:/w i", "mount-wayland", BH_SEVERITY_MEDIUM, NULL },
  { "-v $XDG_RUNTIME_DIR/wayland-0:/w i", "mount-x11", SILENT, NULL },
  { "-v $XDG_RUNTIME_DIR/pulse/native:/p i", "mount-pulse", BH_SEVERITY_MEDIUM, NULL },
};

static const FixCase fixes[] = {
  { "--rm -v /var/run/docker.sock:/s i", SOCKET, "remove", "--rm i" },
  { "-v /etc:/e i", RW, "readonly", "-v /etc:/e:ro i" },
  { "-v /etc:/e:rw,z i", RW, "readonly", "-v /etc:/e:z,ro i" },
  { "--mount type=bind,src=/etc,dst=/e i", RW, "readonly",
    "--mount type=bind,src=/etc,dst=/e,readonly i" },
  { "--mount type=bind,src=/etc,dst=/e,readonly=false i", RW, "readonly",
    "--mount type=bind,src=/etc,dst=/e,readonly i" },
};

static void
test_cases (void)
{
  rule_case_check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_fixes (void)
{
  fix_case_check_all (fixes, G_N_ELEMENTS (fixes));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/mounts/cases", test_cases);
  g_test_add_func ("/rules/mounts/fixes", test_fixes);
  return g_test_run ();
}
