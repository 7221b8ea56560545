/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rule/bh-facts-private.h"

#include <string.h>

#include "value/bh-capability.h"

static gboolean
is_all (const BhText *value)
{
  return g_ascii_strcasecmp (value->str, "ALL") == 0;
}

void
bh_gather_cap_add (BhFacts *facts, const BhText *value, int setting)
{
  BhCapability capability;

  if (is_all (value))
    {
      facts->add_all = setting;
      facts->capabilities_added = BH_CAP_ALL_MASK;
    }
  else if (bh_capability_from_string (value->str, value->len, &capability))
    {
      facts->capabilities_added |= BH_CAP_BIT (capability);
      facts->added_by[capability] = setting;
    }
}

void
bh_gather_cap_drop (BhFacts *facts, const BhText *value, int setting)
{
  BhCapability capability;

  if (is_all (value))
    {
      facts->drop_all = setting;
      facts->capabilities_dropped = BH_CAP_ALL_MASK;
    }
  else if (bh_capability_from_string (value->str, value->len, &capability))
    facts->capabilities_dropped |= BH_CAP_BIT (capability);
}

/* Podman (containers.conf) leaves out three of Docker's fourteen. */
static guint64
default_capabilities (BhEngine engine)
{
  const guint64 left_out =
      BH_CAP_BIT (BH_CAP_NET_RAW) | BH_CAP_BIT (BH_CAP_MKNOD) | BH_CAP_BIT (BH_CAP_AUDIT_WRITE);

  return engine == BH_ENGINE_PODMAN ? BH_CAP_DEFAULT_MASK & ~left_out : BH_CAP_DEFAULT_MASK;
}

/* As moby's oci/caps.TweakCapabilities: ALL in either list turns the other one into a list of
 * exceptions. */
void
bh_facts_settle_capabilities (BhFacts *facts)
{
  guint64 named = 0;

  facts->capabilities_usual = default_capabilities (facts->state->engine);
  for (guint i = 0; i < BH_N_CAPABILITIES; i++)
    if (facts->added_by[i] != BH_NOBODY)
      named |= BH_CAP_BIT (i);
  if (facts->privileged.on)
    facts->capabilities = BH_CAP_ALL_MASK;
  else if (facts->add_all != BH_NOBODY)
    facts->capabilities = facts->drop_all != BH_NOBODY
                              ? BH_CAP_ALL_MASK
                              : BH_CAP_ALL_MASK & ~facts->capabilities_dropped;
  else if (facts->drop_all != BH_NOBODY)
    facts->capabilities = named;
  else
    facts->capabilities = (facts->capabilities_usual & ~facts->capabilities_dropped) | named;
}

/* The key of "key=value" or the old "key:value", and where the value begins. */
static gsize
key_length (const char *str)
{
  return strcspn (str, "=:");
}

static void
gather_no_new_privileges (BhFacts *facts, const char *text, int setting)
{
  facts->no_new_privileges = (BhFlagFact){ !g_str_equal (text, "false"), setting };
}

static void
gather_seccomp (BhFacts *facts, const char *text, int setting)
{
  gboolean unconfined = g_str_equal (text, "unconfined");

  facts->seccomp_unconfined = (BhFlagFact){ unconfined, setting };
  facts->seccomp_custom = (BhFlagFact){ !unconfined && !g_str_equal (text, "builtin"), setting };
}

static void
gather_apparmor (BhFacts *facts, const char *text, int setting)
{
  facts->apparmor_unconfined = (BhFlagFact){ g_str_equal (text, "unconfined"), setting };
}

static void
gather_label (BhFacts *facts, const char *text, int setting)
{
  static const char *const disabling[] = { "disable", "type:spc_t", "type:unconfined_t", NULL };

  if (g_strv_contains (disabling, text))
    facts->selinux_disabled = (BhFlagFact){ TRUE, setting };
  else if (g_str_has_prefix (text, "user:") || g_str_has_prefix (text, "role:"))
    facts->selinux_identity = (BhFlagFact){ TRUE, setting };
}

static void
gather_systempaths (BhFacts *facts, const char *text, int setting)
{
  facts->systempaths_unconfined = (BhFlagFact){ g_str_equal (text, "unconfined"), setting };
}

/* Podman's word for the same. */
static void
gather_unmask (BhFacts *facts, const char *text, int setting)
{
  if (g_ascii_strcasecmp (text, "ALL") == 0 || g_str_has_prefix (text, "/proc"))
    facts->systempaths_unconfined = (BhFlagFact){ TRUE, setting };
}

static void
gather_writable_cgroups (BhFacts *facts, const char *text, int setting)
{
  facts->writable_cgroups = (BhFlagFact){ *text != '\0' && strchr ("1tT", *text) != NULL, setting };
}

static const struct
{
  const char *key;
  void (*gather) (BhFacts *facts, const char *text, int setting);
} security_opts[] = {
  { "apparmor", gather_apparmor },
  { "label", gather_label },
  { "no-new-privileges", gather_no_new_privileges },
  { "seccomp", gather_seccomp },
  { "systempaths", gather_systempaths },
  { "unmask", gather_unmask },
  { "writable-cgroups", gather_writable_cgroups },
};

void
bh_gather_security_opt (BhFacts *facts, const BhText *value, int setting)
{
  gsize len = key_length (value->str);
  BhRange key = { 0, (guint) len };
  const char *text = value->str[len] != '\0' ? value->str + len + 1 : "";

  for (gsize i = 0; i < G_N_ELEMENTS (security_opts); i++)
    if (bh_text_range_equal (value, key, security_opts[i].key))
      security_opts[i].gather (facts, text, setting);
}

/* A number, or -1 for a name. */
static gint64
parse_id (const char *str, gsize len)
{
  gint64 id = 0;

  if (len == 0 || len > 10)
    return -1;
  for (gsize i = 0; i < len; i++)
    {
      if (!g_ascii_isdigit (str[i]))
        return -1;
      id = id * 10 + (str[i] - '0');
    }
  return id;
}

void
bh_gather_user (BhFacts *facts, const BhText *value, int setting)
{
  gsize len = strcspn (value->str, ":");
  const char *group = value->str[len] == ':' ? value->str + len + 1 : "";

  if (value->len == 0)
    return;
  facts->user_setting = setting;
  facts->user = value->str;
  facts->user_unknown = !bh_text_is_literal (value);
  facts->user_has_group = *group != '\0';
  if (facts->user_unknown)
    return;
  facts->uid =
      len == 0 || strncmp (value->str, "root", MAX (len, 4)) == 0 ? 0 : parse_id (value->str, len);
  facts->user_root = facts->uid == 0;
  /* A number without a group has group 0; a name has the groups of the image's passwd file. */
  facts->gid = facts->user_has_group ? parse_id (group, strlen (group)) : facts->uid >= 0 ? 0 : -1;
}
