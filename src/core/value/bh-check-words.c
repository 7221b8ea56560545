/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <string.h>

#include "bh-i18n.h"
#include "value/bh-number.h"

/* Values that are one word of a list, or `container:NAME`. */
static const struct
{
  BhKind kind;
  const char *words[6];
  gboolean takes_container;
  gboolean any_case;
  BhStage stage;
} modes[] = {
  { BH_KIND_PID_MODE, { "", "host" }, TRUE, FALSE, BH_STAGE_CLIENT },
  { BH_KIND_IPC_MODE, { "", "none", "private", "shareable", "host" }, TRUE, FALSE, BH_STAGE_START },
  { BH_KIND_UTS_MODE, { "", "host" }, FALSE, FALSE, BH_STAGE_CLIENT },
  { BH_KIND_USERNS_MODE, { "", "host" }, FALSE, FALSE, BH_STAGE_CLIENT },
  { BH_KIND_CGROUPNS_MODE, { "", "host", "private" }, FALSE, FALSE, BH_STAGE_CLIENT },
  { BH_KIND_PULL, { "", "always", "missing", "never" }, FALSE, FALSE, BH_STAGE_CLIENT },
  { BH_KIND_STREAM, { "stdin", "stdout", "stderr" }, FALSE, TRUE, BH_STAGE_CLIENT },
  { BH_KIND_ISOLATION, { "", "default" }, FALSE, TRUE, BH_STAGE_CREATE },
};

static gboolean
is_one_of (const char *str, const char *const *words, gboolean any_case)
{
  for (guint i = 0; words[i] != NULL; i++)
    if ((any_case ? g_ascii_strcasecmp : strcmp) (str, words[i]) == 0)
      return TRUE;
  return FALSE;
}

void
bh_check_word (const BhChecked *checked)
{
  const BhText *value = checked->value;
  g_autofree char *list = NULL;
  guint i = 0;

  while (modes[i].kind != checked->option->kind)
    i++;
  if (is_one_of (value->str, modes[i].words, modes[i].any_case))
    return;
  if (modes[i].takes_container && g_str_has_prefix (value->str, "container:") &&
      value->len > strlen ("container:"))
    return;
  list = g_strjoinv (", ", (char **) modes[i].words + (*modes[i].words[0] == '\0' ? 1 : 0));
  bh_checked_add (checked, BH_WHOLE (value), modes[i].stage,
                  modes[i].takes_container
                      ? _ ("--%1$s does not know “%2$s”; it takes %3$s or container:NAME.")
                      : _ ("--%1$s does not know “%2$s”; it takes %3$s."),
                  checked->option->name, value->str, list);
}

void
bh_check_flag (const BhChecked *checked)
{
  static const char *const words[] = { "true", "false", "1", "t",     "T",     "TRUE", "True",
                                       "0",    "f",     "F", "FALSE", "False", NULL };

  if (!is_one_of (checked->value->str, words, FALSE))
    bh_checked_add (checked, BH_WHOLE (checked->value), BH_STAGE_CLIENT,
                    _ ("--%1$s is either on or off: write true or false, not “%2$s”."),
                    checked->option->name, checked->value->str);
}

static gboolean
is_restart_policy (const char *policy)
{
  static const char *const policies[] = {
    "", "no", "always", "unless-stopped", "on-failure", NULL
  };

  return g_strv_contains (policies, policy);
}

void
bh_check_restart (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint colon = bh_text_find (value, 0, G_MAXUINT, ':');
  BhRange count = { MIN (colon + 1, value->len), value->len };
  g_autofree char *policy = bh_text_dup_range (value, (BhRange){ 0, colon });
  gboolean is_counted = count.begin < count.end;
  gint64 tries = 0;

  if (colon == 0 && value->len > 0)
    bh_checked_add (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                    _ ("Before the colon the policy is missing, such as on-failure:5."));
  else if (is_counted && !bh_integer_parse (value->str + count.begin, -1, &tries))
    bh_checked_quote (checked, count, BH_STAGE_CLIENT,
                      _ ("Behind the colon stands how often to try, a whole number, not “%s”."));
  else if (!is_restart_policy (policy))
    bh_checked_quote (checked, (BhRange){ 0, colon }, BH_STAGE_CREATE,
                      _ ("“%s” is not a restart policy: no, always, unless-stopped and "
                         "on-failure:5 are."));
  else if (tries != 0 && !g_str_equal (policy, "on-failure"))
    bh_checked_add (checked, count, BH_STAGE_CREATE,
                    _ ("Only on-failure takes a number of tries."));
  else if (tries < 0)
    bh_checked_quote (checked, count, BH_STAGE_CREATE,
                      _ ("“%s” tries are less than none. Write how often to try at most."));
}

/* The names without SIG; of the real-time ones each side has its numbers. */
static gboolean
is_signal_name (const char *name)
{
  static const char *const names[] = {
    "ABRT",   "ALRM",  "BUS",  "CHLD", "CLD",   "CONT",  "FPE",  "HUP",  "ILL",  "INT",
    "IO",     "IOT",   "KILL", "PIPE", "POLL",  "PROF",  "PWR",  "QUIT", "SEGV", "STKFLT",
    "STOP",   "SYS",   "TERM", "TRAP", "TSTP",  "TTIN",  "TTOU", "URG",  "USR1", "USR2",
    "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX", NULL
  };
  gint64 offset;

  if (g_strv_contains (names, name))
    return TRUE;
  if (g_str_has_prefix (name, "RTMIN+") && bh_integer_parse (name + 6, -1, &offset))
    return offset >= 1 && offset <= 15;
  if (g_str_has_prefix (name, "RTMAX-") && bh_integer_parse (name + 6, -1, &offset))
    return offset >= 1 && offset <= 14;
  return FALSE;
}

void
bh_check_signal (const BhChecked *checked)
{
  const BhText *value = checked->value;
  g_autofree char *upper = g_ascii_strup (value->str, -1);
  const char *name = g_str_has_prefix (upper, "SIG") ? upper + 3 : upper;
  gint64 number;
  gboolean is_number = bh_integer_parse (value->str, -1, &number);

  if (value->len == 0)
    return;
  if (is_number ? number == 0 : !is_signal_name (name))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                      _ ("“%s” is not a signal. Write its name, such as TERM or SIGINT."));
  else if (is_number && (number < 1 || number > 64))
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_SILENT,
                      _ ("There is no signal %s, so that stopping the container does not reach the "
                         "program. Signals are numbered from 1 to 64."));
}

/* The drivers that an engine brings; plugins may add others. */
void
bh_check_log_driver (const BhChecked *checked)
{
  static const char *const drivers[] = { "",       "awslogs",  "etwlogs",   "fluentd", "gcplogs",
                                         "gelf",   "journald", "json-file", "local",   "none",
                                         "splunk", "syslog",   NULL };

  if (!is_one_of (checked->value->str, drivers, FALSE))
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_CREATE,
                      _ ("“%s” is no log driver that Docker brings, such as json-file, local or "
                         "journald. It works only if a plugin of this name is installed."))
        ->depends = TRUE;
}
