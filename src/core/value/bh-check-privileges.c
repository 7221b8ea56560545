/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-capability.h"
#include "value/bh-number.h"

/* The greatest that the engine takes (opencontainers/runc: maxID). */
#define MAX_ID G_MAXINT32

static void
check_id (const BhChecked *checked, BhRange where)
{
  gint64 id;

  if (bh_integer_parse (checked->value->str + where.begin, where.end - where.begin, &id) &&
      (id < 0 || id > MAX_ID))
    bh_checked_quote (checked, where, BH_STAGE_START,
                      _ ("“%s” is outside: users and groups have numbers from 0 to 2147483647."));
}

void
bh_check_user (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint colon = bh_text_find (value, 0, G_MAXUINT, ':');
  guint second = bh_text_find (value, colon + 1, G_MAXUINT, ':');

  check_id (checked, (BhRange){ 0, colon });
  if (colon == value->len)
    return;
  if (colon + 1 == value->len)
    bh_checked_add (checked, (BhRange){ colon, value->len }, BH_STAGE_SILENT,
                    _ ("Behind the colon the group is missing: it will be 0, root's group."));
  else
    check_id (checked, (BhRange){ colon + 1, second });
  if (second < value->len)
    bh_checked_quote (checked, (BhRange){ second, value->len }, BH_STAGE_SILENT,
                      _ ("“%s” is dropped: there is one user and one group."));
}

/* Kernels before 5.9 do not have these, nor do engines of their time. */
static gboolean
is_recent (BhCapability capability)
{
  return capability == BH_CAP_PERFMON || capability == BH_CAP_BPF ||
         capability == BH_CAP_CHECKPOINT_RESTORE;
}

void
bh_check_capability (const BhChecked *checked)
{
  const BhText *value = checked->value;
  BhCapability capability;

  if (g_ascii_strcasecmp (value->str, "ALL") == 0)
    return;
  if (!bh_capability_from_string (value->str, value->len, &capability))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                      _ ("“%s” is not a capability. Write one such as NET_ADMIN, or ALL; for "
                         "several give the option several times."));
  else if (is_recent (capability))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                      _ ("Older engines and kernels do not know “%s”."))
        ->depends = TRUE;
}

/* Whether the engine takes TEXT for a security option of this name. */
typedef enum
{
  TEXT_ANY,
  TEXT_SWITCH,
  TEXT_LABEL,
  TEXT_PROFILE,
  TEXT_PATHS,
} TextKind;

static const struct
{
  const char *name;
  TextKind text;
  gboolean depends; /* on the engine's version */
} security_options[] = {
  { "apparmor", TEXT_ANY, FALSE },
  { "credentialspec", TEXT_ANY, TRUE },
  { "label", TEXT_LABEL, FALSE },
  { "no-new-privileges", TEXT_SWITCH, FALSE },
  { "seccomp", TEXT_PROFILE, FALSE },
  { "systempaths", TEXT_PATHS, FALSE },
  { "writable-cgroups", TEXT_SWITCH, TRUE },
};

static gboolean
is_switch (const char *text)
{
  static const char *const words[] = { "1", "t", "T",     "true",  "TRUE",  "True", "0",
                                       "f", "F", "false", "FALSE", "False", NULL };

  return g_strv_contains (words, text);
}

/* disable, or a part of an SELinux label. */
static gboolean
is_label (const char *text)
{
  static const char *const parts[] = { "user:", "role:", "type:", "level:", "filetype:" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (text, parts[i]))
      return TRUE;
  return g_str_equal (text, "disable") || g_str_equal (text, "nested");
}

static void
check_security_text (const BhChecked *checked, TextKind kind, BhRange where)
{
  const BhText *value = checked->value;
  const char *text = value->str + where.begin;

  if (kind == TEXT_SWITCH && !is_switch (text))
    bh_checked_quote (checked, where, BH_STAGE_CREATE, _ ("“%s” is neither true nor false."));
  else if (kind == TEXT_LABEL && !is_label (text))
    bh_checked_quote (checked, where, BH_STAGE_CREATE,
                      _ ("An engine with SELinux does not know “%s”: write disable, or "
                         "type:TYPE, for example."))
        ->depends = TRUE;
  else if (kind == TEXT_PROFILE && g_str_equal (text, "default"))
    bh_checked_quote (checked, where, BH_STAGE_CLIENT,
                      _ ("“%s” is taken for a file. The profile that Docker brings is called "
                         "builtin, and is used when nothing is said."))
        ->depends = TRUE;
  else if (kind == TEXT_PROFILE && g_str_equal (text, "builtin"))
    bh_checked_quote (checked, where, BH_STAGE_START,
                      _ ("Only some engines know “%s”, which is what all use when nothing is "
                         "said."))
        ->depends = TRUE;
  else if (kind == TEXT_PATHS && !g_str_equal (value->str, "systempaths=unconfined"))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                      _ ("“%s” is not known: systempaths=unconfined is the only way to write it."));
}

/* Where the name of a security option ends; the text follows one byte behind. */
static guint
find_separator (const BhText *value)
{
  guint equals = bh_text_find (value, 0, G_MAXUINT, '=');
  guint colon = bh_text_find (value, 0, G_MAXUINT, ':');

  return equals < value->len ? equals : colon;
}

void
bh_check_security_opt (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint separator = find_separator (value);
  BhRange name = { 0, separator };
  BhRange text = { MIN (separator + 1, value->len), value->len };
  guint i = 0;

  if (g_str_equal (value->str, "no-new-privileges"))
    return;
  while (i < G_N_ELEMENTS (security_options) &&
         !bh_text_range_equal (value, name, security_options[i].name))
    i++;
  if (text.begin == text.end && !bh_text_range_equal (value, name, "no-new-privileges"))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("“%s” needs a name, an equals sign and a value, such as "
                         "no-new-privileges=true."));
  else if (i == G_N_ELEMENTS (security_options))
    bh_checked_quote (checked, name, BH_STAGE_CREATE,
                      _ ("There is no security option “%s”: no-new-privileges, seccomp, apparmor "
                         "and label are some."));
  else if (security_options[i].depends)
    bh_checked_quote (checked, name, BH_STAGE_CREATE, _ ("Only some engines know “%s”."))->depends =
        TRUE;
  else
    check_security_text (checked, security_options[i].text, text);
}

/* The client's list of what belongs to a container and not to the host. */
static gboolean
is_namespaced (const char *name, gsize len)
{
  static const char *const names[] = { "kernel.msgmax", "kernel.msgmnb",         "kernel.msgmni",
                                       "kernel.sem",    "kernel.shmall",         "kernel.shmmax",
                                       "kernel.shmmni", "kernel.shm_rmid_forced" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == len && strncmp (names[i], name, len) == 0)
      return TRUE;
  return g_str_has_prefix (name, "net.") || g_str_has_prefix (name, "fs.mqueue.");
}

void
bh_check_sysctl (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint equals = bh_text_find (value, 0, G_MAXUINT, '=');

  if (equals == value->len)
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("“%s” needs an equals sign and a value."));
  else if (!is_namespaced (value->str, equals))
    bh_checked_quote (checked, (BhRange){ 0, equals }, BH_STAGE_CLIENT,
                      _ ("“%s” belongs to the whole host and cannot be set for a container; what "
                         "starts with net. or fs.mqueue. can, and some of kernel."));
}
