/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule-cases.h"

#define BIND "mount-bind-rw"

static const RuleCase cases[] = {
  { "-v /srv/site/pages:/p i", BIND, BH_SEVERITY_LOW, "/srv/site/pages" },
  { "-v $PWD:/p i", BIND, BH_SEVERITY_LOW, NULL },
  { "-v ./pages:/p:z i", BIND, BH_SEVERITY_LOW, NULL },
  { "--mount type=bind,src=/srv/site/pages,dst=/p i", BIND, BH_SEVERITY_LOW, NULL },
  { "-v /srv/site/pages:/p:ro i", BIND, SILENT, NULL },
  { "-v /srv/site/pages:/p:z,ro i", BIND, SILENT, NULL },
  { "--mount type=bind,src=/srv/site/pages,dst=/p,ro i", BIND, SILENT, NULL },
  { "-v pages:/p i", BIND, SILENT, NULL },
  { "--tmpfs /p i", BIND, SILENT, NULL },
  { "-v .:/p i", "mount-bind-relative", BH_SEVERITY_INFO, NULL },
  { "-v \"$PWD\"/data:/p i", "mount-bind-relative", BH_SEVERITY_INFO, NULL },
  { "-v $(pwd):/p i", "mount-bind-relative", BH_SEVERITY_INFO, NULL },
  { "-v $DATA:/p i", "mount-bind-relative", SILENT, NULL },
  { "-v /srv/n.conf:/n i", "mount-missing-source", BH_SEVERITY_INFO, NULL },
  { "-v $PWD/n.conf:/n i", "mount-missing-source", BH_SEVERITY_INFO, NULL },
  { "-v /srv/conf.d:/n i", "mount-missing-source", SILENT, NULL },
  { "-v /srv/n.conf:/n:Z i", "mount-missing-source", SILENT, NULL },
  { "--mount type=bind,src=/srv/n.conf,dst=/n i", "mount-missing-source", SILENT, NULL },
  { "-v /srv/a/b:/d:shared i", "mount-propagation-shared", BH_SEVERITY_MEDIUM, NULL },
  { "-v /srv/a/b:/d:ro,rslave i", "mount-propagation-shared", BH_SEVERITY_LOW, NULL },
  { "--cap-add SYS_ADMIN -v /srv/a/b:/d:rshared i", "mount-propagation-shared", BH_SEVERITY_HIGH,
    NULL },
  { "--mount type=bind,src=/srv/a/b,dst=/d,bind-propagation=rshared i", "mount-propagation-shared",
    BH_SEVERITY_MEDIUM, NULL },
  { "-v /srv/a/b:/d:rprivate i", "mount-propagation-shared", SILENT, NULL },
  { "-v /etc:/e:Z i", "mount-selinux-relabel-system", BH_SEVERITY_HIGH, NULL },
  { "-v /home/kim:/e:z i", "mount-selinux-relabel-system", BH_SEVERITY_HIGH, NULL },
  { "-v /srv/a/b:/e:z i", "mount-selinux-relabel-system", SILENT, NULL },
  { "-v files:/etc i", "mount-over-system", BH_SEVERITY_LOW, "/etc" },
  { "-v files:/etc/app i", "mount-over-system", SILENT, NULL },
  { "-v /proc:/proc i", "mount-over-system", SILENT, NULL },
  { "-v /:/host:ro i", "mount-ro-submounts", BH_SEVERITY_MEDIUM, NULL },
  { "-v /:/host i", "mount-ro-submounts", SILENT, NULL },
  { "-v /srv/a/b:/host:ro i", "mount-ro-submounts", SILENT, NULL },
  { "--volumes-from web i", "volumes-from", BH_SEVERITY_MEDIUM, "web" },
  { "--volumes-from web:ro i", "volumes-from", BH_SEVERITY_LOW, NULL },
  { "-v /data i", "volume-anonymous", BH_SEVERITY_LOW, "/data" },
  { "--mount type=volume,dst=/data i", "volume-anonymous", BH_SEVERITY_LOW, NULL },
  { "--rm -v /data i", "volume-anonymous", SILENT, NULL },
  { "-v data:/data i", "volume-anonymous", SILENT, NULL },
  { "-v data i", "volume-anonymous", SILENT, NULL },
  { "-v data i", "volume-typo", BH_SEVERITY_MEDIUM, "data" },
  { "-v a:/data i", "volume-typo", BH_SEVERITY_MEDIUM, NULL },
  { "-v ab:/data i", "volume-typo", SILENT, NULL },
  { "-v $DATA i", "volume-typo", SILENT, NULL },
  { "-v /data i", "volume-typo", SILENT, NULL },
  { "i", "readonly-root-missing", BH_SEVERITY_INFO, NULL },
  { "--read-only=false i", "readonly-root-missing", BH_SEVERITY_INFO, NULL },
  { "--read-only i", "readonly-root-missing", SILENT, NULL },
  { "--read-only --privileged i", "readonly-undone", BH_SEVERITY_MEDIUM, NULL },
  { "--read-only --cap-add all i", "readonly-undone", BH_SEVERITY_MEDIUM, NULL },
  { "--read-only --cap-add cap_sys_admin i", "readonly-undone", BH_SEVERITY_MEDIUM, NULL },
  { "--read-only --cap-add SYS_ADMIN -u 1000:1000 i", "readonly-undone", SILENT, NULL },
  { "--cap-add SYS_ADMIN i", "readonly-undone", SILENT, NULL },
  { "--tmpfs /t:exec i", "tmpfs-exec", BH_SEVERITY_LOW, "/t" },
  { "--tmpfs /t:noexec i", "tmpfs-exec", SILENT, NULL },
  { "--tmpfs /t i", "tmpfs-unlimited", BH_SEVERITY_LOW, "/t" },
  { "--mount type=tmpfs,dst=/t i", "tmpfs-unlimited", BH_SEVERITY_LOW, NULL },
  { "--mount type=tmpfs,dst=/t,tmpfs-size=1m i", "tmpfs-unlimited", SILENT, NULL },
  { "-m 512m --tmpfs /t i", "tmpfs-unlimited", SILENT, NULL },
  { "-v C:/data:C:/data i", "volume-typo", SILENT, NULL },
  { "-v C:/data:/data i", "volume-typo", SILENT, NULL },
  { "-v a:/data:ro i", "volume-typo", BH_SEVERITY_MEDIUM, NULL },
};

static const FixCase fixes[] = {
  { "-v $PWD/a:/p i", BIND, "readonly", "-v $PWD/a:/p:ro i" },
  { "-v /srv/a.conf:/n:ro i", "mount-missing-source", "mount",
    "--mount type=bind,source=/srv/a.conf,target=/n,readonly i" },
  { "-v $PWD/a.conf:/n:rslave i", "mount-missing-source", "mount",
    "--mount type=bind,source=$PWD/a.conf,target=/n,bind-propagation=rslave i" },
  { "-v /srv/a/b:/d:ro,rshared i", "mount-propagation-shared", "private", "-v /srv/a/b:/d:ro i" },
  { "-v /srv/a/b:/d:rshared i", "mount-propagation-shared", "private", "-v /srv/a/b:/d i" },
  { "-v /etc:/e:ro,Z i", "mount-selinux-relabel-system", "keep-labels", "-v /etc:/e:ro i" },
  { "-v /:/h:ro i", "mount-ro-submounts", "top-only",
    "--mount type=bind,source=/,target=/h,readonly,bind-recursive=disabled i" },
  { "-v /var/lib/mysql i", "volume-anonymous", "name", "-v mysql:/var/lib/mysql i" },
  { "-v /d i", "volume-anonymous", "name", "-v data:/d i" },
  { "--mount type=volume,dst=/data i", "volume-anonymous", "name",
    "--mount type=volume,dst=/data,source=data i" },
  { "-v data i", "volume-typo", "named", "-v data:/data i" },
  { "-v a:/data i", "volume-typo", "named", "-v volume-a:/data i" },
  { "-d x", "readonly-root-missing", "read-only",
    "-d --read-only --tmpfs /tmp:size=64m --tmpfs /run:size=64m x" },
  /* What the image is known to write to. */
  { "nginx:1.27", "readonly-root-missing", "read-only",
    "--read-only --tmpfs /var/cache/nginx:size=64m --tmpfs /run:size=64m --tmpfs /tmp:size=64m "
    "nginx:1.27" },
  { "-v sock:/run/postgresql postgres", "readonly-root-missing", "read-only",
    "-v sock:/run/postgresql --read-only --tmpfs /tmp:size=64m postgres" },
  { "--tmpfs /tmp:size=1g x", "readonly-root-missing", "read-only",
    "--tmpfs /tmp:size=1g --tmpfs /run:size=64m --read-only x" },
  { "--read-only --privileged --cap-add ALL --cap-add CHOWN i", "readonly-undone", "drop",
    "--read-only --cap-add CHOWN i" },
  { "--tmpfs /t:exec,size=1m i", "tmpfs-exec", "noexec", "--tmpfs /t:size=1m i" },
  { "--tmpfs /t:exec i", "tmpfs-exec", "noexec", "--tmpfs /t i" },
  { "--mount type=tmpfs,dst=/t i", "tmpfs-unlimited", "size",
    "--mount type=tmpfs,dst=/t,tmpfs-size=64m i" },
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
  g_test_add_func ("/rules/volumes/cases", test_cases);
  g_test_add_func ("/rules/volumes/fixes", test_fixes);
  return g_test_run ();
}
