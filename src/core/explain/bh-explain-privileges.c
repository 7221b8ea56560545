/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Users, capabilities, confinement and devices. */

#include "explain/bh-explain-private.h"

#include "bh-i18n.h"
#include "value/bh-capability.h"

void
bh_explain_capability (BhExplanation *self, const BhOption *option)
{
  BhRange whole = BH_WHOLE (self->value);
  BhCapability capability;

  if (g_ascii_strcasecmp (self->value->str, "ALL") == 0)
    bh_explain (self, whole, _ ("all of them"));
  else if (bh_capability_from_string (self->value->str, self->value->len, &capability))
    bh_explain (self, whole, _ (bh_capability_get_summary (capability)));
}

static const BhMeaning security_options[] = {
  { "no-new-privileges", N_ ("no program in the container can gain rights that it was not started "
                             "with, by sudo for example") },
  { "no-new-privileges:true", N_ ("no program in the container can gain rights that it was not "
                                  "started with, by sudo for example") },
  { "no-new-privileges=true", N_ ("no program in the container can gain rights that it was not "
                                  "started with, by sudo for example") },
  { "no-new-privileges:false", N_ ("programs may gain rights, by sudo for example; that is so "
                                   "anyway") },
  { "no-new-privileges=false", N_ ("programs may gain rights, by sudo for example; that is so "
                                   "anyway") },
  { "seccomp=unconfined", N_ ("takes away the filter that keeps dangerous system calls from the "
                              "kernel") },
  { "seccomp:unconfined", N_ ("takes away the filter that keeps dangerous system calls from the "
                              "kernel") },
  { "seccomp=builtin", N_ ("the engine's own filter of system calls; that is so anyway") },
  { "seccomp=", N_ ("a file that says which system calls are allowed") },
  { "apparmor=unconfined",
    N_ ("takes away the rules of AppArmor, which guard files of the kernel") },
  { "apparmor:unconfined",
    N_ ("takes away the rules of AppArmor, which guard files of the kernel") },
  { "apparmor=", N_ ("a set of AppArmor's rules that is loaded on this computer") },
  { "label=disable", N_ ("SELinux no longer keeps the container away from the host's files") },
  { "label:disable", N_ ("SELinux no longer keeps the container away from the host's files") },
  { "label=type:", N_ ("the type that SELinux decides by") },
  { "label=level:", N_ ("the level that SELinux keeps containers apart by") },
  { "label=user:", N_ ("the user that SELinux decides by") },
  { "label=role:", N_ ("the role that SELinux decides by") },
  { "systempaths=unconfined", N_ ("uncovers files of the kernel that the engine hides or makes "
                                  "read-only") },
  { "writable-cgroups=true", N_ ("lets the container change its own control groups") },
  { NULL, NULL },
};

void
bh_explain_security_opt (BhExplanation *self, const BhOption *option)
{
  bh_explain_word (self, security_options, BH_WHOLE (self->value), NULL);
}

static const BhMeaning users[] = {
  { "0", N_ ("root: in the container, and for files and devices of this computer that it "
             "reaches") },
  { "root", N_ ("root: in the container, and for files and devices of this computer that it "
                "reaches") },
  { NULL, NULL },
};

static const BhMeaning groups[] = {
  { "0", N_ ("the group of root") },
  { "root", N_ ("the group of root") },
  { NULL, NULL },
};

static gboolean
is_number (const BhText *value, BhRange range)
{
  for (guint i = range.begin; i < range.end; i++)
    if (!g_ascii_isdigit (value->str[i]))
      return FALSE;
  return range.end > range.begin;
}

void
bh_explain_user (BhExplanation *self, const BhOption *option)
{
  guint colon = bh_text_find (self->value, 0, G_MAXUINT, ':');
  BhRange user = { 0, colon };
  BhRange group = { MIN (colon + 1, self->value->len), self->value->len };

  if (bh_text_range_expands (self->value, user))
    bh_explain (self, user, _ ("the user"));
  else
    bh_explain_word (self, users, user,
                     is_number (self->value, user)
                         ? _ ("the user by number; on files of this computer it is whoever has "
                              "that number here")
                         : _ ("the user by name, as the image knows it"));
  if (group.end > group.begin)
    bh_explain_word (self, groups, group, _ ("the group"));
  else if (is_number (self->value, user))
    bh_explain (self, group, _ ("no group is given: the group is that of root"));
}

void
bh_explain_device (BhExplanation *self, const BhOption *option)
{
  guint first = bh_text_find (self->value, 0, G_MAXUINT, ':');
  guint second = bh_text_find (self->value, MIN (first + 1, self->value->len), G_MAXUINT, ':');
  BhRange middle = { MIN (first + 1, self->value->len), second };
  BhRange last = { MIN (second + 1, self->value->len), self->value->len };
  const char *rights = _ ("what the container may do: r reads, w writes, m makes device files");

  bh_explain_written (self, (BhRange){ 0, first }, _ ("the device of this computer"));
  if (self->value->str[middle.begin] == '/')
    bh_explain_written (self, middle, _ ("where the container finds it"));
  else
    bh_explain_written (self, middle, rights);
  bh_explain_written (self, last, rights);
}
