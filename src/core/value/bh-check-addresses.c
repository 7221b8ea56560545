/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-checks.h"

#include <arpa/inet.h>
#include <string.h>

#include "bh-i18n.h"

gboolean
bh_is_address (const char *str)
{
  guint8 bytes[16];

  return inet_pton (strchr (str, ':') != NULL ? AF_INET6 : AF_INET, str, bytes) == 1;
}

/* What refuses the text that is no address, and whether one family only will do. */
static const struct
{
  const char *option;
  BhStage stage;
  char family; /* '4', '6', or 0 for either */
  gboolean may_be_empty;
} addresses[] = {
  { "dns", BH_STAGE_CLIENT, 0, FALSE },
  { "ip", BH_STAGE_CREATE, '4', TRUE },
  { "ip6", BH_STAGE_CREATE, '6', TRUE },
  { "link-local-ip", BH_STAGE_START, 0, FALSE },
};

static void
check_loopback_server (const BhChecked *checked)
{
  const char *str = checked->value->str;

  if (g_str_has_prefix (str, "127.") || g_str_equal (str, "::1"))
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_SILENT,
                      _ ("In the container “%s” is the container itself, where no name server "
                         "answers. Write an address that it can reach."));
}

void
bh_check_address (const BhChecked *checked)
{
  g_autofree char *str = g_strstrip (g_strdup (checked->value->str));
  char family = strchr (str, ':') != NULL ? '6' : '4';
  guint i = 0;

  while (!g_str_equal (addresses[i].option, checked->option->name))
    i++;
  if (*str == '\0' && addresses[i].may_be_empty)
    return;
  if (!bh_is_address (str))
    bh_checked_quote (checked, BH_WHOLE (checked->value), addresses[i].stage,
                      _ ("“%s” is not an IP address. Write one such as 192.0.2.1 or 2001:db8::1."));
  else if (addresses[i].family == '4' && family == '6')
    bh_checked_quote (checked, BH_WHOLE (checked->value), addresses[i].stage,
                      _ ("“%s” is an IPv6 address, which --ip6 takes; --ip takes IPv4."));
  else if (addresses[i].family == '6' && family == '4')
    bh_checked_quote (checked, BH_WHOLE (checked->value), addresses[i].stage,
                      _ ("“%s” is an IPv4 address, which --ip takes; --ip6 takes IPv6."));
  else if (g_str_equal (checked->option->name, "dns"))
    check_loopback_server (checked);
}

static gboolean
is_hex (const char *str, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if (!g_ascii_isxdigit (str[i]))
      return FALSE;
  return len > 0;
}

/* Groups of DIGITS hexadecimal digits with SEPARATOR between, 6, 8 or 20 bytes of them. */
static gboolean
is_grouped_hex (const char *str, char separator, gsize digits)
{
  gsize len = strlen (str);
  gsize n_groups = (len + 1) / (digits + 1);
  gsize n_bytes = n_groups * digits / 2;

  if (len != n_groups * (digits + 1) - 1 || (n_bytes != 6 && n_bytes != 8 && n_bytes != 20))
    return FALSE;
  for (gsize i = 0; i < n_groups; i++)
    {
      const char *group = str + i * (digits + 1);

      if (!is_hex (group, digits) || (i + 1 < n_groups && group[digits] != separator))
        return FALSE;
    }
  return TRUE;
}

gboolean
bh_is_mac_address (const char *str)
{
  return is_grouped_hex (str, ':', 2) || is_grouped_hex (str, '-', 2) ||
         is_grouped_hex (str, '.', 4);
}

void
bh_check_mac_address (const BhChecked *checked)
{
  g_autofree char *str = g_strstrip (g_strdup (checked->value->str));

  if (checked->value->len > 0 && !bh_is_mac_address (str))
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_CLIENT,
                      _ ("“%s” is not a hardware address. Write six bytes such as "
                         "02:42:ac:11:00:02."));
}

void
bh_check_host_entry (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint equals = bh_text_find (value, 0, G_MAXUINT, '=');
  guint split = equals < value->len ? equals : bh_text_find (value, 0, G_MAXUINT, ':');
  BhRange address = { MIN (split + 1, value->len), value->len };
  g_autofree char *str = bh_text_dup_range (value, address);
  gsize len = strlen (str);

  if (split == value->len || split == 0)
    {
      bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                        _ ("“%s” needs a name, a colon and an address, such as db:192.0.2.1."));
      return;
    }
  if (g_str_equal (str, "host-gateway"))
    return;
  if (len > 2 && str[0] == '[' && str[len - 1] == ']')
    {
      str[len - 1] = '\0';
      memmove (str, str + 1, len - 1);
    }
  if (!bh_is_address (g_strstrip (str)))
    bh_checked_quote (checked, address, BH_STAGE_CLIENT,
                      _ ("“%s” is not an IP address. Names are not taken here, except "
                         "host-gateway for the host itself."));
}

/* The longest that the kernel takes (HOST_NAME_MAX). */
#define MAX_HOST_NAME 64

void
bh_check_hostname (const BhChecked *checked)
{
  if (checked->value->len > MAX_HOST_NAME)
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_START,
                      _ ("“%s” is too long for the kernel: 64 characters are the most."));
}

/* Letters, digits and inner dashes. */
static gboolean
is_domain_label (const char *str, gsize len)
{
  for (gsize i = 0; i < len; i++)
    if (!g_ascii_isalnum (str[i]) && str[i] != '-')
      return FALSE;
  return len > 0 && str[0] != '-' && str[len - 1] != '-';
}

static gboolean
is_domain (const char *str)
{
  gsize len = strlen (str);
  gboolean letter = FALSE;

  if (g_str_equal (str, "."))
    return TRUE;
  if (len > 0 && str[len - 1] == '.')
    len--;
  for (const char *end = str + len;;)
    {
      const char *dot = memchr (str, '.', (gsize) (end - str));
      const char *label_end = dot != NULL ? dot : end;

      if (!is_domain_label (str, (gsize) (label_end - str)))
        return FALSE;
      for (; str < label_end; str++)
        letter |= g_ascii_isalpha (*str);
      if (dot == NULL)
        return letter;
      str = dot + 1;
    }
}

void
bh_check_domain (const BhChecked *checked)
{
  g_autofree char *str = g_strstrip (g_strdup (checked->value->str));

  if (!is_domain (str))
    bh_checked_quote (checked, BH_WHOLE (checked->value), BH_STAGE_CLIENT,
                      _ ("“%s” is not a domain. Write one such as example.com, or a dot for "
                         "none."));
}

void
bh_check_link (const BhChecked *checked)
{
  const BhText *value = checked->value;
  guint first = bh_text_find (value, 0, G_MAXUINT, ':');

  if (first == 0 && value->len > 0)
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CREATE,
                      _ ("In “%s” the name of the container is missing before the colon."));
  else if (value->len == 0 || bh_text_find (value, first + 1, G_MAXUINT, ':') < value->len)
    bh_checked_quote (checked, BH_WHOLE (value), BH_STAGE_CLIENT,
                      _ ("“%s” is not a link. Write CONTAINER or CONTAINER:ALIAS."));
}
