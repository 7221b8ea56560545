/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/bh-import.h"
#include "value/bh-problem.h"

/* What client and engine say of settings that do not go together, from the real ones. */
typedef enum
{
  CLIENT = BH_STAGE_CLIENT,
  CREATE = BH_STAGE_CREATE,
  START = BH_STAGE_START,
  SILENT = BH_STAGE_SILENT,
  FINE, /* nobody says anything */
} Verdict;

/* The setting at fault and the other one, counted from 0; -1 where there is no other. */
static const struct
{
  const char *words;
  Verdict verdict;
  int setting;
  int other;
  gboolean depends;
} rows[] = {
  /* A network that belongs to another container. */
  { "--network container:y -p 80:80", CREATE, 1, 0 },
  { "-P --network container:y", CREATE, 0, 1 },
  { "-P=false --network container:y", FINE },
  { "--network container:y --expose 80", CREATE, 1, 0 },
  { "--network container:y --hostname h", CREATE, 1, 0 },
  { "--network container:y --hostname ''", FINE },
  { "--network container:y --dns 1.1.1.1", CREATE, 1, 0 },
  { "--network container:y --add-host a:1.1.1.1", CREATE, 1, 0 },
  { "--network container:y --link z", CREATE, 1, 0 },
  { "--network container:y --mac-address 92:d0:c6:0a:29:33", CREATE, 1, 0, TRUE },
  { "--network container:$Y -p 80:80", CREATE, 1, 0 },
  { "--network $NET -p 80:80", FINE },
  { "--network net -p 80:80 --hostname h --dns 1.1.1.1", FINE },

  /* The host's network, and none. */
  { "--network host -p 80:80", SILENT, 1, 0 },
  { "--network host -P", SILENT, 1, 0 },
  { "--network name=HOST -p 80:80", SILENT, 1, 0 },
  { "--network none -p 80:80", SILENT, 1, 0 },
  { "--network host --link z", CREATE, 1, 0 },
  { "--network host --hostname h --dns 1.1.1.1 --add-host a:1.1.1.1", FINE },
  { "--network host --sysctl net.ipv4.ip_forward=1", START, 1, 0 },
  { "--network net --sysctl net.ipv4.ip_forward=1", FINE },
  { "--network host --sysctl kernel.msgmax=1", FINE },
  { "--ipc host --sysctl kernel.shmmax=1", START, 1, 0 },
  { "--ipc host --sysctl fs.mqueue.msg_max=1", START, 1, 0 },
  { "--ipc host --shm-size 1g", SILENT, 1, 0 },
  { "--ipc container:y --shm-size 1g", SILENT, 1, 0 },
  { "--ipc private --shm-size 1g", FINE },
  { "--uts host --hostname h", CREATE, 1, 0 },
  { "--uts host --domainname d", START, 1, 0 },

  /* What takes a network of one's own. */
  { "--network-alias a", CLIENT, 0, -1 },
  { "--network bridge --network-alias a", CLIENT, 1, 0 },
  { "--network net --network-alias a", FINE },
  { "--network $NET --network-alias a", FINE },
  { "--network name=bridge,alias=a", CLIENT, 0, -1 },
  { "--network name=net,alias=a", FINE },
  { "--ip 192.0.2.1", START, 0, -1 },
  { "--network bridge --ip6 2001:db8::1", START, 1, 0 },
  { "--network net --ip 192.0.2.1", FINE },

  /* Several networks. */
  { "--network net --network other", CREATE, 1, 0, TRUE },
  { "--network net --network host", CLIENT, 1, 0 },
  { "--network container:y --network net", CLIENT, 1, 0 },
  { "--network host --network none", CREATE, 1, 0 },
  { "--network host --network host", CLIENT, 1, 0 },
  { "--network net --network name=net", CLIENT, 1, 0 },
  { "--network $ONE --network host", FINE },
  { "--network name=net,alias=a --network-alias b", CLIENT, 1, 0 },
  { "--network name=net,ip=192.0.2.1 --ip 192.0.2.2", CLIENT, 1, 0 },
  { "--network name=net --ip 192.0.2.2", FINE },

  /* Lifecycle. */
  { "--rm --restart always", CLIENT, 1, 0 },
  { "--restart on-failure:5 --rm", CLIENT, 0, 1 },
  { "--rm --restart no", FINE },
  { "--rm --restart ''", FINE },
  { "--rm=false --restart always", FINE },
  { "--rm --restart $POLICY", FINE },
  { "-d -a stdout", CLIENT, 1, 0 },
  { "-a stdout -a stderr", FINE },
  { "--no-healthcheck --health-cmd true", CLIENT, 1, 0 },
  { "--no-healthcheck --health-cmd ''", FINE },
  { "--no-healthcheck --health-interval 5s", CLIENT, 1, 0 },
  { "--no-healthcheck --health-interval 0s", FINE },
  { "--no-healthcheck=false --health-retries 3", FINE },
  { "--log-driver none --log-opt max-size=1m", CLIENT, 1, 0 },
  { "--log-driver json-file --log-opt bogus=1", CREATE, 1, 0 },
  { "--log-driver json-file --log-opt tag=x --log-opt max-size=1m", FINE },
  { "--log-driver local --log-opt tag=x", CREATE, 1, 0 },
  { "--log-opt bogus=1", FINE },

  /* Resources. */
  { "--cpus 1 --cpu-quota 50000", CREATE, 1, 0 },
  { "--cpu-period 50000 --cpus 1", CREATE, 0, 1 },
  { "--cpus 1 --cpu-shares 512", FINE },
  { "--cpus 0 --cpu-quota 50000", FINE },
  { "--memory 1g --memory-swap 512m", CREATE, 1, 0 },
  { "--memory 1g --memory-swap 1g", FINE },
  { "--memory 1g --memory-swap -1", FINE },
  { "--memory-swap 1g", CREATE, 0, -1 },
  { "--memory 0 --memory-swap 1g", CREATE, 1, 0 },
  { "--memory-swap -1", FINE },
  { "--memory $M --memory-swap 1g", FINE },
  { "--memory 1g --memory-reservation 2g", CREATE, 1, 0 },
  { "--memory-reservation 2g", FINE },

  /* One place, two mounts. */
  { "-v /a:/d -v /b:/d", CREATE, 1, 0 },
  { "-v /a:/d -v vol:/d/", CREATE, 1, 0 },
  { "-v /a:/d -v /b:/x/../d", CREATE, 1, 0 },
  { "-v /a:/d -v /b://d", CREATE, 1, 0 },
  { "-v /a:/d -v /a:/d", FINE },
  { "-v /a:/d -v /d", FINE },
  { "-v /a:/d --tmpfs /d", CREATE, 1, 0 },
  { "--mount src=vol,dst=/d --mount src=vol,dst=/d", CREATE, 1, 0 },
  { "--tmpfs /d --tmpfs /d:size=1m", SILENT, 1, 0 },
  { "--mount src=vol,dst=/d --tmpfs /d", SILENT, 1, 0 },
  { "-v \"$A\":/d -v \"$B\":/d", CREATE, 1, 0 },
  { "-v /a:\"$D\" -v /b:\"$D\"", FINE },
  { "-v /a:/d -v /a:/dd", FINE },

  /* One port, two programs. */
  { "-p 80:80 -p 80:81", START, 1, 0 },
  { "-p 80:80 -p 80:80", START, 1, 0 },
  { "-p 80:80 -p 80:80/udp", FINE },
  { "-p 80:80/TCP -p 127.0.0.1:80:81", START, 1, 0 },
  { "-p 127.0.0.1:80:80 -p 127.0.0.2:80:80", FINE },
  { "-p 127.0.0.1:80:80 -p 0.0.0.0:80:80", START, 1, 0 },
  { "-p 0.0.0.0:80:80 -p '[::]:80:80'", FINE },
  { "-p '[::1]:80:80' -p 80:80", START, 1, 0 },
  { "-p 8000-8010:8000-8010 -p 8005:80", START, 1, 0 },
  { "-p 8005:80 -p 8000-8010:8000-8010", START, 1, 0 },
  { "-p 8000-8004:8000-8004 -p 8005:80", FINE },
  { "-p 8000-8010:80 -p 8000:80", FINE },
  { "-p 80 -p 80", FINE },
  { "-p $P:80 -p $P:81", FINE },

  /* What is said again. */
  { "--name one --name two", SILENT, 0, 1 },
  { "--name one --name one", FINE },
  { "-m 1g -m 2g", SILENT, 0, 1 },
  { "-e A=1 -e B=2 -e A=3", SILENT, 0, 2 },
  { "-e A=1 -e A=1", FINE },
  { "-e A -e AB", FINE },
  { "-l a=1 -l a=2", SILENT, 0, 1 },
  { "-e A=1 -l A=2", FINE },
};

/* (transfer full): what is wrong with `docker run WORDS x`. */
static GPtrArray *
check (const char *words)
{
  g_autofree char *command = g_strdup_printf ("docker run %s x", words);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (command, -1, &error);

  g_assert_no_error (error);
  return bh_state_check (g_ptr_array_index (import->states, 0));
}

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) problems = check (rows[i].words);
      const BhProblem *problem;

      g_test_message ("%s", rows[i].words);
      g_assert_cmpuint (problems->len, ==, rows[i].verdict == FINE ? 0 : 1);
      if (rows[i].verdict == FINE)
        continue;
      problem = g_ptr_array_index (problems, 0);
      g_assert_cmpint (problem->stage, ==, rows[i].verdict);
      g_assert_cmpint (problem->setting, ==, rows[i].setting);
      g_assert_cmpint (problem->other, ==, rows[i].other);
      g_assert_cmpint (problem->depends, ==, rows[i].depends);
    }
}

/* Each of a list is told, and all in the order of the settings. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) problems =
      check ("-p 80:80 -m lots --network container:y -p x -p 81:81 --rm --restart always");
  const int settings[] = { 0, 1, 3, 3, 4, 6 };

  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (settings));
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((BhProblem *) g_ptr_array_index (problems, i))->setting, ==, settings[i]);
}

/* N settings such as FORMAT says, each with its number. */
static BhState *
make_many (const char *option, const char *format, guint n)
{
  g_auto (BhStateBuilder) builder = { 0 };

  bh_state_builder_init (&builder);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = g_strdup_printf (format, i / 60000 + 1, i % 60000 + 1);

      bh_state_builder_add_setting (&builder, bh_setting_new (option, value));
    }
  bh_state_builder_set_image (&builder, bh_text_new ("x"), NULL);
  return bh_state_builder_end (&builder);
}

/* Time grows with the settings, not with their square: that would take minutes. */
static void
test_many (void)
{
  static const struct
  {
    const char *option;
    const char *format;
    gboolean fine;
  } many[] = {
    { "publish", "10.0.0.%u:%u:80", TRUE }, { "publish", "10.0.%u.0:1-65535:1-65535", FALSE },
    { "volume", "/srv:/%u/%u", TRUE },      { "env", "A%u_%u=1", TRUE },
    { "label", "same=%u-%u", FALSE },       { "name", "name%u.%u", FALSE },
    { "network", "net%u.%u", FALSE },
  };
  const guint n = 200000;

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      g_autoptr (BhState) state = make_many (many[i].option, many[i].format, n);
      g_autoptr (GPtrArray) problems = NULL;

      g_test_timer_start ();
      problems = bh_state_check (state);
      g_test_message ("%s: %u problems, %.2f s", many[i].format, problems->len,
                      g_test_timer_elapsed ());
      if (many[i].fine)
        g_assert_cmpuint (problems->len, ==, 0);
      else
        g_assert_cmpuint (problems->len, >=, n - 10);
      g_assert_cmpfloat (g_test_timer_elapsed (), <, 20);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflicts/pairs", test_pairs);
  g_test_add_func ("/conflicts/order", test_order);
  g_test_add_func ("/conflicts/many", test_many);
  return g_test_run ();
}
