/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who the program is, and whom it can become. */

#include "rule/bh-rule-tables.h"

#include <string.h>

#include "bh-i18n.h"
#include "rule/bh-checks.h"
#include "rule/bh-fixes.h"
#include "rule/bh-privilege-fixes.h"

/* Accounts of people and services have lower numbers. */
#define FIRST_UNUSED_ID 10000

static gboolean
starts_as_user (const BhFacts *facts)
{
  return facts->known_image != NULL && facts->known_image->sets_user;
}

static void
check_root (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->user_root)
    bh_findings_add (findings, rule, BH_SEVERITY_MEDIUM, NULL, &facts->user_setting, 1);
  else if (facts->user_setting == BH_NOBODY && !starts_as_user (facts))
    bh_findings_add_one (findings, rule, NULL, BH_NO_SETTING);
}

static void
check_root_group (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->uid > 0 && facts->gid == 0 && !facts->user_has_group)
    bh_findings_add_one (findings, rule, facts->user, facts->user_setting);
}

static void
check_low_uid (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (facts->uid > 0 && facts->uid < FIRST_UNUSED_ID)
    bh_findings_add_one (findings, rule, facts->user, facts->user_setting);
}

static gboolean
reaches_engine (const BhFacts *facts)
{
  for (guint i = 0; i < facts->mounts->len; i++)
    {
      const BhMountFact *mount = bh_facts_mount (facts, i);

      if (mount->type == BH_MOUNT_BIND &&
          (mount->path_class == BH_PATH_ENGINE_SOCKET ||
           mount->path_class == BH_PATH_ENGINE_SOCKET_PARENT || mount->path_class == BH_PATH_ROOT))
        return TRUE;
    }
  return FALSE;
}

/* Groups that own what only root should write; "docker" also inside `$(getent group docker …)`. */
static gboolean
is_powerful_group (const BhText *value)
{
  static const char *const names[] = { "0", "root", "docker", "disk", "kmem", "shadow", NULL };

  return g_strv_contains (names, value->str) ||
         (!bh_text_is_literal (value) && strstr (value->str, "docker") != NULL);
}

/* With the socket there, whatever group is added is the one that may write to it. */
static void
check_group (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  const gboolean engine = facts->group_add != BH_NOBODY && reaches_engine (facts);

  if (facts->group_add == BH_NOBODY)
    return;
  for (int i = bh_check_find (facts, 0, "group-add"); i >= 0;
       i = bh_check_find (facts, i + 1, "group-add"))
    {
      const BhText *value = bh_check_value (facts, i);

      if (engine || is_powerful_group (value))
        bh_findings_add (findings, rule, engine ? BH_SEVERITY_HIGH : rule->severity, value->str, &i,
                         1);
    }
}

static void
check_no_new_privileges (const BhRule *rule, const BhFacts *facts, BhFindings *findings)
{
  if (!facts->no_new_privileges.on)
    bh_findings_add_one (findings, rule, NULL, facts->no_new_privileges.setting);
}

const BhRule bh_rules_users[] = {
  {
      .id = "user-root",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The program may run as root"),
      .message = N_ ("The program is root, unless the image says otherwise and nothing here "
                     "overrides that."),
      .exposes =
          N_ ("Without user namespaces, root in the container is the same user as root on this "
              "computer. Walls stand between them, but whatever gets through a wall is root."),
      .attack = N_ ("An intruder changes the files of the image, leaves files that belong to root "
                    "in mounted folders, and starts any attempt to get out as root."),
      .legitimate =
          N_ ("Many images start as root only to prepare and then change to a user of their own "
              "(postgres, redis, mysql), or name one themselves. “docker top NAME” shows who a "
              "program really runs as."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 4.1", "OWASP Docker Security rule 2",
                                 "NIST SP 800-190 4.1.2", "Checkov CKV_K8S_23",
                                 "Checkov CKV_K8S_29", "Trivy KSV-0012", "Trivy KSV-0105",
                                 "Trivy DS-0002", "Kubernetes Pod Security: Restricted", NULL },
      .check = check_root,
      .fixes = { { .id = "image-user",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Run it as the image's own user from the start"),
                   .breaks = N_ ("Folders of the host that it writes to have to belong to that "
                                 "user. Volumes that Docker makes do already."),
                   .apply = bh_fix_image_user },
                 { .id = "unprivileged",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Run it as a user that nobody else is"),
                   .breaks = N_ ("The program can only write where everybody may or where that "
                                 "user owns the folder. Images that prepare as root fail."),
                   .apply = bh_fix_unprivileged_user,
                   .parameter = "10001:10001" } },
      .bad = "-u root alpine:3.20",
      .good = "--user 10001:10001 nginx",
  },
  {
      .id = "user-root-group",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The program is in the group of root"),
      .message = N_ ("“%s” names no group, so that the program gets group 0."),
      .exposes = N_ ("Files that root's group may read or write are open to it, in the container "
                     "and in mounted folders."),
      .attack = N_ ("An intruder reads files that were meant for administrators only, or changes "
                    "those of them that the group may write."),
      .legitimate = N_ ("Images made for OpenShift expect group 0: there, the user is any number."),
      .references = (const char *const[]){ "Trivy KSV-0116", "Trivy KSV-0021",
                                           "Docker docs: docker container run, user", NULL },
      .check = check_root_group,
      .fixes = { { .id = "same-group",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Give it the group of the same number"),
                   .breaks = N_ ("Files that only group 0 may use can no longer be opened."),
                   .apply = bh_fix_user_group } },
      .bad = "--user 10001 nginx",
      .good = "--user nginx nginx",
  },
  {
      .id = "user-low-uid",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The user may be somebody on the host"),
      .message = N_ ("“%s” may be the number of an account of this computer."),
      .exposes = N_ ("User numbers mean the same inside and outside. 1000 is usually the first "
                     "person who got an account here, lower ones are services."),
      .attack = N_ ("An intruder who gets to files or processes of the host has the rights of "
                    "that account there."),
      .legitimate = N_ ("When the program shall write files that belong to you: then it has to be "
                        "your number."),
      .references =
          (const char *const[]){ "Checkov CKV_K8S_40", "Trivy KSV-0020", "Trivy KSV-0021", NULL },
      .check = check_low_uid,
      .fixes = { { .id = "unused",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Take a number that nobody has"),
                   .breaks = N_ ("Folders and volumes that belong to the old number can no longer "
                                 "be written."),
                   .apply = bh_fix_set,
                   .parameter = "user=10001:10001" } },
      .bad = "--user 1000:1000 nginx",
      .good = "--user 65534:65534 nginx",
  },
  {
      .id = "group-add-root-or-docker",
      .severity = BH_SEVERITY_LOW,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("The program is put into a powerful group"),
      .message = N_ ("The group “%s” may open what other users may not."),
      .exposes = N_ ("Groups such as docker, disk and root own the engine's socket, the disks and "
                     "root's files. Being in one can be as good as being root."),
      .attack = N_ ("An intruder writes to the engine's socket, though the program is not root, "
                    "and asks for a container that owns this computer."),
      .legitimate = N_ ("For the one device or socket that the program exists for, if no narrower "
                        "group owns it."),
      .references = (const char *const[]){ "OWASP Docker Security rule 1",
                                           "Docker docs: Docker daemon attack surface", NULL },
      .check = check_group,
      .fixes = { { .id = "remove",
                   .effect = BH_EFFECT_REVIEW,
                   .title = N_ ("Do not add the group"),
                   .breaks = N_ ("The program can no longer open what only that group may."),
                   .apply = bh_fix_remove } },
      .bad = "--user 10001:10001 --group-add docker nginx",
      .good = "--user 10001:10001 --group-add video nginx",
  },
  {
      .id = "no-new-privileges-missing",
      .severity = BH_SEVERITY_INFO,
      .section = BH_SECTION_PRIVILEGES,
      .title = N_ ("Programs can gain more rights than they started with"),
      .message = N_ ("Nothing keeps a user in the container from becoming root there."),
      .exposes = N_ ("Files with the set-user-id mark, such as su, run as their owner: root, "
                     "mostly. The image or a mounted folder may hold some."),
      .attack = N_ ("An intruder in a program without rights uses a flaw in such a file and is "
                    "root in the container."),
      .legitimate = N_ ("For images whose programs use sudo or su on purpose."),
      .references =
          (const char *const[]){ "CIS Docker Benchmark 5.26", "OWASP Docker Security rule 4",
                                 "KICS 27fcc7d6", "KICS 610e266e", "Checkov CKV_K8S_20",
                                 "Checkov CKV_K8S_30", "Trivy KSV-0001", "Trivy KSV-0118",
                                 "Semgrep no-new-privileges", "Kubernetes Pod Security: Restricted",
                                 NULL },
      .check = check_no_new_privileges,
      .fixes = { { .id = "add",
                   .effect = BH_EFFECT_SAFE,
                   .title = N_ ("Let nobody gain rights"),
                   .breaks = N_ ("sudo and su in the container fail, and ping in some images."),
                   .apply = bh_fix_no_new_privileges } },
      .bad = "--security-opt no-new-privileges:false nginx",
      .good = "--security-opt=no-new-privileges=true nginx",
  },
};
const guint bh_n_rules_users = G_N_ELEMENTS (bh_rules_users);
