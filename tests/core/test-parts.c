/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "value/bh-parts.h"

typedef struct
{
  const char *option;
  const char *value;
  const char *parts[BH_MAX_PARTS];
} Row;

static const Row rows[] = {
  { "label", "team=blue", { "team", "blue", "" } },
  { "label", "team", { "team", "", "" } },
  { "label", "team=", { "team", "", "" } },
  { "label", "query=a=b", { "query", "a=b", "" } },
  { "log-opt", "max-size=10m", { "max-size", "10m", "" } },
  { "sysctl", "net.core.somaxconn=1024", { "net.core.somaxconn", "1024", "" } },
  { "add-host", "db:10.0.0.2", { "db", "10.0.0.2", "" } },
  { "add-host", "db=10.0.0.2", { "db", "10.0.0.2", "" } },
  { "add-host", "db=::1", { "db", "::1", "" } },
  { "add-host", "db:[::1]", { "db", "[::1]", "" } },
  { "ulimit", "nofile=1024:2048", { "nofile", "1024", "2048" } },
  { "ulimit", "nofile=1024", { "nofile", "1024", "" } },
  { "ulimit", "nofile", { "nofile", "", "" } },
  { "device", "/dev/fuse", { "/dev/fuse", "", "" } },
  { "device", "/dev/sda:/dev/xvda", { "/dev/sda", "/dev/xvda", "" } },
  { "device", "/dev/sda:r", { "/dev/sda", "", "r" } },
  { "device", "/dev/sda:/dev/xvda:rwm", { "/dev/sda", "/dev/xvda", "rwm" } },
  { "device", "vendor.com/class=name", { "vendor.com/class=name", "", "" } },
  { "device-read-bps", "/dev/sda:1mb", { "/dev/sda", "1mb", "" } },
  { "device-read-iops", "/dev/sda:100", { "/dev/sda", "100", "" } },
  { "label", "", { "", "", "" } },
};

static void
test_read (void)
{
  g_test_summary ("each part is where the client looks for it");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BhText) value = bh_text_new (rows[i].value);
      BhRange parts[BH_MAX_PARTS];

      bh_parts_read (bh_option_get (rows[i].option)->kind, value, parts);
      for (guint p = 0; p < BH_MAX_PARTS; p++)
        {
          g_autofree char *got = bh_text_dup_range (value, parts[p]);

          g_assert_cmpstr (got, ==, rows[i].parts[p]);
        }
    }
}

static BhText *
change_part (BhKind kind, const BhText *value, guint which, const char *str)
{
  BhRange ranges[BH_MAX_PARTS];
  BhText *parts[BH_MAX_PARTS];
  BhText *written;

  bh_parts_read (kind, value, ranges);
  for (guint p = 0; p < BH_MAX_PARTS; p++)
    parts[p] = p == which ? bh_text_new (str) : bh_text_sub (value, ranges[p]);
  written = bh_parts_write (kind, value, parts);
  for (guint p = 0; p < BH_MAX_PARTS; p++)
    bh_text_unref (parts[p]);
  return written;
}

static void
test_round_trip (void)
{
  g_test_summary ("writing the parts that were read gives the same value");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BhText) value = bh_text_new (rows[i].value);
      g_autoptr (BhText) written =
          change_part (bh_option_get (rows[i].option)->kind, value, BH_MAX_PARTS, "");

      g_assert_cmpstr (written->str, ==, rows[i].value);
    }
}

static void
test_change (void)
{
  static const struct
  {
    const char *option;
    const char *value;
    guint which;
    const char *str;
    const char *expected;
  } changes[] = {
    { "label", "team=blue", 1, "", "team=" },
    { "label", "team", 1, "red", "team=red" },
    { "label", "team=blue", 0, "", "=blue" },
    { "ulimit", "nofile=1024", 2, "2048", "nofile=1024:2048" },
    { "ulimit", "nofile=1024:2048", 2, "", "nofile=1024" },
    { "ulimit", "nofile=1024", 1, "", "nofile=" },
    { "device", "/dev/sda", 2, "r", "/dev/sda:r" },
    { "device", "/dev/sda:/dev/a:r", 1, "", "/dev/sda:r" },
    { "device", "/dev/sda:/dev/a", 1, "", "/dev/sda" },
    { "add-host", "db=10.0.0.2", 1, "::1", "db=::1" },
    { "add-host", "db", 1, "10.0.0.2", "db:10.0.0.2" },
  };

  g_test_summary ("a part that changes leaves the others and the separators alone");
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (BhText) value = bh_text_new (changes[i].value);
      g_autoptr (BhText) written = change_part (bh_option_get (changes[i].option)->kind, value,
                                                changes[i].which, changes[i].str);

      g_assert_cmpstr (written->str, ==, changes[i].expected);
    }
}

static void
test_expansions (void)
{
  g_auto (BhTextBuilder) builder = { 0 };
  g_autoptr (BhText) value = NULL;
  g_autoptr (BhText) written = NULL;

  g_test_summary ("what the shell expands is neither split nor lost");
  bh_text_builder_init (&builder);
  bh_text_builder_append (&builder, "owner=", -1);
  bh_text_builder_append_expansion (&builder, BH_EXPANSION_PARAMETER, "${A:=x}", 7, FALSE);
  value = bh_text_builder_end (&builder);
  written = change_part (BH_KIND_LABEL, value, 0, "boss");

  g_assert_cmpstr (written->str, ==, "boss=${A:=x}");
  g_assert_cmpuint (written->n_expansions, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parts/read", test_read);
  g_test_add_func ("/parts/round-trip", test_round_trip);
  g_test_add_func ("/parts/change", test_change);
  g_test_add_func ("/parts/expansions", test_expansions);
  return g_test_run ();
}
