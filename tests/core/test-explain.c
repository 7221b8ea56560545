/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "explain/bh-explanation.h"
#include "option/bh-option.h"

/* An option, its value, and what has to be said of its parts, a line each. */
typedef struct
{
  const char *option;
  const char *value;
  const char *text;
} Case;

static const Case cases[] = {
  { "publish", "127.0.0.1:8080:80",
    "127.0.0.1 – only programs on this computer can reach it\n"
    "8080 – the port of this computer\n"
    "80 – the port that the program in the container listens on" },
  { "publish", "127.0.0.2::80/udp",
    "127.0.0.2 – only programs on this computer can reach it\n"
    "no port of this computer is given: a random one is taken\n"
    "80 – the port that the program in the container listens on\n"
    "udp – single packets, as name servers, games and calls use them" },
  { "publish", "[::]:80:80",
    ":: – every network that this computer is on can reach it, by IPv6\n"
    "80 – the port of this computer\n"
    "80 – the port that the program in the container listens on" },
  /* Measured: the client drops host_ip. */
  { "publish", "published=8080,target=80,host_ip=127.0.0.1",
    "the client ignores the address in this form: every network that this computer is on can "
    "reach it\n"
    "8080 – the port of this computer\n"
    "80 – the port that the program in the container listens on" },
  { "publish", "8000-8001:80-81",
    "no address is given: every network that this computer is on can reach it\n"
    "8000-8001 – the ports of this computer, one for each of the container's\n"
    "80-81 – the ports that the program in the container listens on" },
  { "volume", "data:/d:ro",
    "data – a volume: storage that the engine keeps under this name, also when the container is "
    "gone\n"
    "/d – where the container finds it\n"
    "ro – read-only: the container cannot change it" },
  { "volume", "/srv:/d",
    "/srv – the folder or file of this computer\n"
    "/d – where the container finds it\n"
    "nothing says read-only: the container can change it" },
  { "mount", "type=bind,source=/a,target=/b,readonly",
    "bind – a folder or file of this computer\n"
    "/a – what is mounted: a path of this computer, or a volume's name\n"
    "/b – where the container finds it\n"
    "readonly – read-only: the container cannot change it" },
  { "env", "PGPASSWORD=x",
    "PGPASSWORD – the variable's name\n"
    "x – its value: whoever may ask the engine can read it, and it stays in your shell's "
    "history" },
  { "network", "container:db",
    "container:db – the network of that container: both are one computer to others, and reach "
    "each other on 127.0.0.1" },
  { "network", "name=host",
    "host – no network of its own: the container uses all interfaces of "
    "this computer, and reaches what listens on 127.0.0.1 here" },
  { "user", "1000",
    "1000 – the user by number; on files of this computer it is whoever has that number here\n"
    "no group is given: the group is that of root" },
  { "user", "www:0", "www – the user by name, as the image knows it\n0 – the group of root" },
  { "cap-add", "cap_sys_time", "cap_sys_time – set the clock of the host" },
  { "pids-limit", "-1", "-1 – no limit" },
  { "memory", "512m", "512m – 512.0\302\240MiB, that is 536870912 bytes" },
  { "restart", "on-failure:5",
    "on-failure – when it ends with an error\n5 – so many times at most" },
  { "device", "/dev/a:/dev/b:r",
    "/dev/a – the device of this computer\n/dev/b – where the container finds it\n"
    "r – what the container may do: r reads, w writes, m makes device files" },
  { "detach", "true", "" },
  { "read-only", "false", "false – switched off" },
};

static void
test_values (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhSetting) setting = bh_setting_new (cases[i].option, cases[i].value);
      g_autoptr (BhExplanation) explanation = bh_setting_explain (setting);
      g_autofree char *text = bh_explanation_dup_text (explanation);

      g_assert_cmpstr (explanation->summary, ==, setting->option->summary);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_image (void)
{
  g_autoptr (BhText) image = bh_text_new ("ghcr.io/a/b");
  g_autoptr (BhExplanation) explanation = bh_image_explain (image);
  g_autofree char *text = bh_explanation_dup_text (explanation);

  g_assert_cmpstr (text, ==,
                   "ghcr.io – the registry that it is fetched from\n"
                   "a/b – its name there\n"
                   "no version is given: whatever was called the latest when it was fetched");
}

static void
test_expansion (void)
{
  g_auto (BhTextBuilder) builder = { 0 };
  g_autoptr (BhSetting) setting = NULL;
  g_autoptr (BhExplanation) explanation = NULL;
  g_autofree char *text = NULL;

  bh_text_builder_init (&builder);
  bh_text_builder_append_expansion (&builder, BH_EXPANSION_PARAMETER, "$PWD", -1, FALSE);
  bh_text_builder_append (&builder, "/data:/data:ro", -1);
  setting = bh_setting_new_take (bh_option_get ("volume"), bh_text_builder_end (&builder), NULL);
  explanation = bh_setting_explain (setting);
  text = bh_explanation_dup_text (explanation);
  g_assert_nonnull (g_strrstr (text, "$PWD – your shell puts in the folder that you are in"));
}

/* Whatever is typed, on the way to a value that is right: parts are parts of it. */
static void
test_anything (void)
{
  static const char *const values[] = {
    "",        ":",  "::", ":::", "=",       ",",     "a",        "/",
    "a:",      ":a", "a=", "=a",  ",=,:",    "\"a,",  "type=,=",  "127.0.0.1",
    "é:é:é/é", "-1", "0",  "9e9", "a:b:c:d", "name=", "name=,a=", "@:/@"
  };
  guint n_options;
  const BhOption *options = bh_option_table (&n_options);

  for (guint i = 0; i < n_options; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_autoptr (BhSetting) setting =
            bh_setting_new_take (&options[i], bh_text_new (values[j]), NULL);
        g_autoptr (BhExplanation) explanation = bh_setting_explain (setting);

        for (guint p = 0; p < explanation->parts->len; p++)
          {
            const BhExplainedPart *part = &g_array_index (explanation->parts, BhExplainedPart, p);

            g_assert_cmpuint (part->range.begin, <=, part->range.end);
            g_assert_cmpuint (part->range.end, <=, setting->value->len);
            g_assert_cmpstr (part->text, !=, "");
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/values", test_values);
  g_test_add_func ("/explain/image", test_image);
  g_test_add_func ("/explain/expansion", test_expansion);
  g_test_add_func ("/explain/anything", test_anything);
  return g_test_run ();
}
