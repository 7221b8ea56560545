/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

static const RuleCase capabilities[] = {
  { "--cap-add SYS_ADMIN i", "cap-sys-admin", BH_SEVERITY_CRITICAL, "SYS_ADMIN" },
  { "--cap-add=sys_admin i", "cap-sys-admin", BH_SEVERITY_CRITICAL, "SYS_ADMIN" },
  { "--cap-add=CAP_SYS_ADMIN i", "cap-sys-admin", BH_SEVERITY_CRITICAL, "SYS_ADMIN" },
  { "--cap-drop ALL --cap-add SYS_ADMIN i", "cap-sys-admin", BH_SEVERITY_CRITICAL, NULL },
  { "--cap-add SYS_ADMIN --cap-drop SYS_ADMIN i", "cap-sys-admin", BH_SEVERITY_CRITICAL, NULL },
  { "--cap-drop SYS_ADMIN i", "cap-sys-admin", SILENT, NULL },
  { "--cap-add SYS_ADMINISTRATOR i", "cap-sys-admin", SILENT, NULL },
  { "i --cap-add SYS_ADMIN", "cap-sys-admin", SILENT, NULL },
  /* Told once, by what says the most. */
  { "--cap-add ALL --cap-add SYS_ADMIN i", "cap-sys-admin", SILENT, NULL },
  { "--cap-add ALL --cap-add SYS_ADMIN i", "cap-add-all", BH_SEVERITY_CRITICAL, NULL },
  { "--privileged --cap-add SYS_ADMIN i", "cap-sys-admin", SILENT, NULL },
  { "--privileged --cap-add ALL i", "cap-add-all", SILENT, NULL },
  /* Another user, and no way back to root. */
  { "--cap-add SYS_ADMIN -u 10001:10001 i", "cap-sys-admin", BH_SEVERITY_CRITICAL, NULL },
  { "--cap-add SYS_ADMIN -u 10001:10001 --security-opt no-new-privileges i", "cap-sys-admin",
    BH_SEVERITY_LOW, NULL },
  /* Worse where another wall is gone. */
  { "--cap-add SYS_PTRACE i", "cap-sys-ptrace", BH_SEVERITY_MEDIUM, NULL },
  { "--cap-add SYS_PTRACE --pid host i", "cap-sys-ptrace", BH_SEVERITY_CRITICAL, NULL },
  { "--cap-add SYS_PTRACE --pid container:x i", "cap-sys-ptrace", BH_SEVERITY_MEDIUM, NULL },
  { "--cap-add NET_ADMIN i", "cap-net-admin", BH_SEVERITY_MEDIUM, NULL },
  { "--cap-add NET_ADMIN --net host i", "cap-net-admin", BH_SEVERITY_HIGH, NULL },
  { "--cap-add SYS_BOOT i", "cap-sys-boot", BH_SEVERITY_LOW, NULL },
  { "--cap-add SYS_BOOT --security-opt seccomp=unconfined i", "cap-sys-boot", BH_SEVERITY_HIGH,
    NULL },
  { "--cap-add LINUX_IMMUTABLE -v /srv/a:/a:ro i", "cap-linux-immutable", BH_SEVERITY_LOW, NULL },
  { "--cap-add LINUX_IMMUTABLE -v /srv/a:/a i", "cap-linux-immutable", BH_SEVERITY_MEDIUM, NULL },
  { "--cap-add LEASE i", "cap-other", BH_SEVERITY_LOW, "LEASE" },
  { "--cap-add NET_RAW i", "cap-other", SILENT, NULL },
  { "--cap-add SYS_NICE i", "cap-other", SILENT, NULL },
};

static const RuleCase usual[] = {
  { "i", "cap-drop-all-missing", BH_SEVERITY_INFO, NULL },
  { "--cap-drop all i", "cap-drop-all-missing", SILENT, NULL },
  { "--cap-drop NET_RAW i", "cap-drop-all-missing", BH_SEVERITY_INFO, NULL },
  { "-u 10001:10001 i", "cap-drop-all-missing", BH_SEVERITY_INFO, NULL },
  { "-u 10001:10001 --security-opt no-new-privileges i", "cap-drop-all-missing", SILENT, NULL },
  { "--privileged i", "cap-drop-all-missing", SILENT, NULL },
  { "i", "cap-net-raw-kept", BH_SEVERITY_INFO, NULL },
  { "--net host i", "cap-net-raw-kept", BH_SEVERITY_MEDIUM, NULL },
  { "--network none i", "cap-net-raw-kept", SILENT, NULL },
  { "--cap-drop ALL i", "cap-net-raw-kept", SILENT, NULL },
  { "--cap-drop ALL --cap-add NET_RAW i", "cap-net-raw-kept", SILENT, NULL },
  { "alpine ping -c 1 db", "cap-net-raw-kept", SILENT, NULL },
  { "alpine echo ping", "cap-net-raw-kept", BH_SEVERITY_INFO, NULL },
  { "--cap-add CHOWN i", "cap-redundant", BH_SEVERITY_INFO, "--cap-add CHOWN" },
  { "--cap-drop ALL --cap-add CHOWN i", "cap-redundant", SILENT, NULL },
  { "--cap-drop ALL --cap-drop NET_RAW i", "cap-redundant", BH_SEVERITY_INFO,
    "--cap-drop NET_RAW" },
  { "--cap-add NET_ADMIN --cap-drop NET_ADMIN i", "cap-redundant", BH_SEVERITY_INFO,
    "--cap-drop NET_ADMIN" },
  { "--cap-drop SYS_ADMIN i", "cap-redundant", BH_SEVERITY_INFO, NULL },
  { "--cap-drop NET_RAW i", "cap-redundant", SILENT, NULL },
  { "--cap-add ALL --cap-drop SYS_ADMIN i", "cap-redundant", SILENT, NULL },
  /* A path tells of that. */
  { "--privileged --cap-drop ALL i", "cap-redundant", SILENT, NULL },
};

static const RuleCase privileged[] = {
  { "--privileged nginx", "privileged", BH_SEVERITY_CRITICAL, NULL },
  { "--privileged=true nginx", "privileged", BH_SEVERITY_CRITICAL, NULL },
  { "--privileged=1 nginx", "privileged", BH_SEVERITY_CRITICAL, NULL },
  { "--privileged=false nginx", "privileged", SILENT, NULL },
  { "--privileged --privileged=false nginx", "privileged", SILENT, NULL },
  { "nginx --privileged", "privileged", SILENT, NULL },
  { "-e privileged=true nginx", "privileged", SILENT, NULL },
  /* What it includes is not told again. */
  { "--privileged --security-opt seccomp=unconfined nginx", "seccomp-unconfined", SILENT, NULL },
  { "--privileged --device /dev/sda nginx", "device-raw-disk", SILENT, NULL },
  { "--privileged --security-opt apparmor=unconfined nginx", "apparmor-unconfined", SILENT, NULL },
  /* What stands beside it is. */
  { "--privileged --pid host nginx", "pid-host", BH_SEVERITY_HIGH, NULL },
  { "--privileged -v /var/run/docker.sock:/s nginx", "mount-docker-socket", BH_SEVERITY_CRITICAL,
    NULL },
};

static const RuleCase users[] = {
  { "i", "user-root", BH_SEVERITY_INFO, NULL },
  { "-u 0 i", "user-root", BH_SEVERITY_MEDIUM, NULL },
  { "--user=root:root i", "user-root", BH_SEVERITY_MEDIUM, NULL },
  { "-u 0:1000 i", "user-root", BH_SEVERITY_MEDIUM, NULL },
  { "-u :1000 i", "user-root", BH_SEVERITY_MEDIUM, NULL },
  { "-u rooter i", "user-root", SILENT, NULL },
  { "-u 1000 i", "user-root", SILENT, NULL },
  { "memcached:1.6", "user-root", SILENT, NULL },
  { "-u root memcached:1.6", "user-root", BH_SEVERITY_MEDIUM, NULL },
  { "quay.io/me/memcached:1.6", "user-root", BH_SEVERITY_INFO, NULL },
  { "-u \"$(id -u):$(id -g)\" i", "user-root", SILENT, NULL },
  { "-u 1000 i", "user-root-group", BH_SEVERITY_LOW, "1000" },
  { "-u 1000: i", "user-root-group", BH_SEVERITY_LOW, "1000:" },
  { "-u 1000:1000 i", "user-root-group", SILENT, NULL },
  { "-u 1000:0 i", "user-root-group", SILENT, NULL },
  { "-u www-data i", "user-root-group", SILENT, NULL },
  { "-u \"$UID\" i", "user-root-group", SILENT, NULL },
  { "-u 0 i", "user-root-group", SILENT, NULL },
  { "-u 999:999 i", "user-low-uid", BH_SEVERITY_INFO, NULL },
  { "-u 10000:10000 i", "user-low-uid", SILENT, NULL },
  { "-u 0 i", "user-low-uid", SILENT, NULL },
  { "-u nobody i", "user-low-uid", SILENT, NULL },
  { "--group-add docker i", "group-add-root-or-docker", BH_SEVERITY_LOW, "docker" },
  { "--group-add \"$(getent group docker | cut -d: -f3)\" i", "group-add-root-or-docker",
    BH_SEVERITY_LOW, NULL },
  { "--group-add 998 -v /var/run/docker.sock:/var/run/docker.sock i", "group-add-root-or-docker",
    BH_SEVERITY_HIGH, "998" },
  { "--group-add 998 i", "group-add-root-or-docker", SILENT, NULL },
  { "--group-add audio --group-add docker-users i", "group-add-root-or-docker", SILENT, NULL },
  { "i", "no-new-privileges-missing", BH_SEVERITY_INFO, NULL },
  { "--security-opt no-new-privileges i", "no-new-privileges-missing", SILENT, NULL },
  { "--security-opt no-new-privileges:true i", "no-new-privileges-missing", SILENT, NULL },
  { "--security-opt no-new-privileges=false i", "no-new-privileges-missing", BH_SEVERITY_INFO,
    NULL },
  { "--security-opt seccomp=builtin i", "no-new-privileges-missing", BH_SEVERITY_INFO, NULL },
};

static const FixCase fixes[] = {
  { "--privileged --cap-add CHOWN i", "privileged", "remove", "--cap-add CHOWN i" },
  { "--cap-add ALL --cap-add CAP_SYS_ADMIN i", "cap-add-all", "remove",
    "--cap-add CAP_SYS_ADMIN i" },
  { "--cap-add SYS_TIME --cap-add cap_sys_time --cap-add KILL i", "cap-sys-time", "drop",
    "--cap-add KILL i" },
  { "--cap-drop NET_RAW i", "cap-drop-all-missing", "none", "--cap-drop ALL i" },
  { "--cap-drop chown --cap-add FOWNER i", "cap-drop-all-missing", "few",
    "--cap-add FOWNER --cap-add DAC_OVERRIDE --cap-add SETGID --cap-add SETUID --cap-drop ALL i" },
  { "i", "cap-net-raw-kept", "drop", "--cap-drop NET_RAW i" },
  { "--cap-add NET_ADMIN --cap-drop NET_ADMIN i", "cap-redundant", "remove",
    "--cap-add NET_ADMIN i" },
  { "-u root i", "user-root", "unprivileged", "-u 10001:10001 i" },
  /* What the image is known to need. */
  { "docker.io/library/postgres:17", "user-root", "image-user",
    "-u postgres docker.io/library/postgres:17" },
  { "postgres", "user-root", "unprivileged", "postgres" },
  { "nginx", "user-root", "image-user", "nginx" },
  { "ghcr.io/me/postgres", "user-root", "image-user", "ghcr.io/me/postgres" },
  { "redis:8", "cap-drop-all-missing", "few",
    "--cap-drop ALL --cap-add CHOWN --cap-add DAC_OVERRIDE --cap-add SETGID --cap-add SETPCAP "
    "--cap-add SETUID redis:8" },
  { "memcached", "cap-drop-all-missing", "few", "--cap-drop ALL memcached" },
  { "-u 1000 i", "user-root-group", "same-group", "-u 1000:1000 i" },
  { "-u 1000: i", "user-root-group", "same-group", "-u 1000:1000 i" },
  { "--group-add docker --group-add video i", "group-add-root-or-docker", "remove",
    "--group-add video i" },
  { "--security-opt no-new-privileges:false --security-opt seccomp=builtin i",
    "no-new-privileges-missing", "add",
    "--security-opt seccomp=builtin --security-opt no-new-privileges i" },
};

static void
test_capabilities (void)
{
  rule_case_check_all (capabilities, G_N_ELEMENTS (capabilities));
}

static void
test_usual (void)
{
  rule_case_check_all (usual, G_N_ELEMENTS (usual));
}

static void
test_privileged (void)
{
  rule_case_check_all (privileged, G_N_ELEMENTS (privileged));
}

static void
test_users (void)
{
  rule_case_check_all (users, G_N_ELEMENTS (users));
}

static void
test_fixes (void)
{
  fix_case_check_all (fixes, G_N_ELEMENTS (fixes));
}

/* Podman gives fewer, and says nothing of NET_RAW. */
static void
test_podman (void)
{
  g_autoptr (BhImport) import = bh_import_command ("podman run alpine", -1, NULL);
  g_autoptr (BhReport) report = bh_report_new (g_ptr_array_index (import->states, 0));

  g_assert_null (rule_case_find (report, "cap-net-raw-kept"));
  g_assert_nonnull (rule_case_find (report, "cap-drop-all-missing"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/privileges/capabilities", test_capabilities);
  g_test_add_func ("/rules/privileges/usual", test_usual);
  g_test_add_func ("/rules/privileges/privileged", test_privileged);
  g_test_add_func ("/rules/privileges/users", test_users);
  g_test_add_func ("/rules/privileges/fixes", test_fixes);
  g_test_add_func ("/rules/privileges/podman", test_podman);
  return g_test_run ();
}
