/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-capability.h"

#define WHOLE(value) ((BhRange){ 0, (value)->len })

void
bh_check_environment (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  if (value->len == 0 || value->str[0] == '=')
    g_ptr_array_add (problems,
                     bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                     _ ("Before the “=” the name is missing. Write NAME=value.")));
}

void
bh_check_capability (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  BhCapability capability;

  if (g_ascii_strcasecmp (value->str, "ALL") != 0 &&
      !bh_capability_from_string (value->str, value->len, &capability))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CREATE,
                                               _ ("“%s” is not a capability. Write one such as "
                                                  "NET_ADMIN, or ALL; for "
                                                  "several give the option several times."),
                                               value->str));
}

/* Values that are one word of a list, or `container:NAME`. */
static const struct
{
  BhKind kind;
  const char *words[7];
  gboolean takes_container;
  BhStage stage;
} modes[] = {
  { BH_KIND_PID_MODE, { "", "host" }, TRUE, BH_STAGE_CLIENT },
  { BH_KIND_IPC_MODE, { "", "none", "private", "shareable", "host" }, TRUE, BH_STAGE_START },
  { BH_KIND_UTS_MODE, { "", "host" }, FALSE, BH_STAGE_CLIENT },
  { BH_KIND_USERNS_MODE, { "", "host" }, FALSE, BH_STAGE_CLIENT },
  { BH_KIND_CGROUPNS_MODE, { "", "host", "private" }, FALSE, BH_STAGE_CLIENT },
  { BH_KIND_PULL, { "", "always", "missing", "never" }, FALSE, BH_STAGE_CLIENT },
  { BH_KIND_STREAM,
    { "stdin", "stdout", "stderr", "STDIN", "STDOUT", "STDERR" },
    FALSE,
    BH_STAGE_CLIENT },
};

void
bh_check_word (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  g_autofree char *list = NULL;
  guint i = 0;

  while (modes[i].kind != option->kind)
    i++;
  if (g_strv_contains (modes[i].words, value->str))
    return;
  if (modes[i].takes_container && g_str_has_prefix (value->str, "container:") &&
      value->len > strlen ("container:"))
    return;
  list = g_strjoinv (", ", (char **) modes[i].words + (*modes[i].words[0] == '\0' ? 1 : 0));
  g_ptr_array_add (problems,
                   bh_problem_new (setting, WHOLE (value), modes[i].stage,
                                   modes[i].takes_container
                                       ? _ ("--%1$s does not know “%2$s”; it takes %3$s or "
                                            "container:NAME.")
                                       : _ ("--%1$s does not know “%2$s”; it takes %3$s."),
                                   option->name, value->str, list));
}

void
bh_check_restart (const BhOption *option, const BhText *value, int setting, GPtrArray *problems)
{
  static const char *const policies[] = {
    "", "no", "always", "unless-stopped", "on-failure", NULL
  };
  g_auto (GStrv) parts = g_strsplit (value->str, ":", 2);
  const char *count = parts[0] != NULL ? parts[1] : NULL;

  if (parts[0] != NULL && !g_strv_contains (policies, parts[0]))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CREATE,
                                               _ ("“%s” is not a restart policy: no, always, "
                                                  "unless-stopped and "
                                                  "on-failure:5 are."),
                                               value->str));
  else if (count != NULL && *count != '\0' && count[strspn (count, "0123456789")] != '\0')
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CLIENT,
                                               _ ("After the colon stands how often to try, a "
                                                  "whole number.")));
  else if (count != NULL && *count != '\0' && !g_str_equal (parts[0], "on-failure"))
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CREATE,
                                               _ ("Only on-failure takes a number of tries.")));
}

void
bh_check_container_name (const BhOption *option,
                         const BhText *value,
                         int setting,
                         GPtrArray *problems)
{
  const char *name = value->str[0] == '/' ? value->str + 1 : value->str;
  gboolean ok = g_ascii_isalnum (*name) && name[1] != '\0';

  for (const char *p = name; ok && *p != '\0'; p++)
    ok = g_ascii_isalnum (*p) || strchr ("_.-", *p) != NULL;
  if (!ok && value->len > 0)
    g_ptr_array_add (problems,
                     bh_problem_new (setting, WHOLE (value), BH_STAGE_CREATE,
                                     _ ("“%s” cannot be a container's name. Use two or more "
                                        "letters, digits, "
                                        "dots, dashes or underscores, a letter or digit first."),
                                     value->str));
}

void
bh_check_absolute_path (const BhOption *option,
                        const BhText *value,
                        int setting,
                        GPtrArray *problems)
{
  if (value->len > 0 && value->str[0] != '/')
    g_ptr_array_add (problems, bh_problem_new (setting, WHOLE (value), BH_STAGE_CREATE,
                                               _ ("“%s” must be a full path in the container, "
                                                  "starting with a slash."),
                                               value->str));
}
