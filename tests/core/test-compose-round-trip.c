/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What our Compose files say is read back, and what others say is written back. */
#include <string.h>

#include "export/bh-output.h"
#include "import/bh-import.h"

/* Each comes back as the very same document. */
static const char *const commands[] = {
  "--add-host a:1.2.3.4 --add-host b=::1",
  "--annotation a=b",
  "--blkio-weight 300 --blkio-weight-device /dev/sda:400",
  "--cap-add NET_ADMIN --cap-drop ALL",
  "--cgroup-parent x",
  "--cgroupns private",
  "--cpu-count 2 --cpu-percent 50",
  "--cpu-period 50000 --cpu-quota 25000",
  "--cpu-rt-period 1000 --cpu-rt-runtime 500",
  "--cpu-shares 512",
  "--cpus 1.5 --cpuset-cpus 0-3",
  "--device /dev/fuse --device /dev/a:/dev/b:r",
  "--device vendor.com/class=a --device vendor.com/class=b",
  "--device-cgroup-rule 'c 42:* rmw'",
  "--device-read-bps /dev/sda:1mb --device-write-bps /dev/sda:1048576",
  "--device-read-iops /dev/sda:100 --device-write-iops /dev/sda:200",
  "--dns 1.1.1.1 --dns-search example.com --dns-option timeout:1",
  "--hostname h --domainname d",
  "--entrypoint /bin/sh",
  "--entrypoint ''",
  "--env A=1 --env 'B=b c' --env C= --env 'D=$x' --env \"E=${F:-g}\" --env \"G=a\\\"'\\\\b\"",
  "--env A --env B=1",
  "--env A=yes --env B=1.10 --env C=0x10 --env D=null --env E=~ --env F=2001-01-01 --env G=1_000",
  "--env 'A=two\nlines' --env 'B= x ' --env 'C=#x' --env 'D=한국어'",
  "--env-file a.env --env-file /b.env",
  "--expose 80 --expose 90/udp",
  "--gpus all",
  "--gpus 2",
  "--gpus '\"device=0,1\",driver=nvidia,\"capabilities=gpu,utility\",options=a=b'",
  "--group-add 1000 --group-add adm",
  "--health-cmd 'curl -f x || exit 1' --health-interval 30s --health-timeout 1m30s "
  "--health-retries 3 --health-start-period 5s --health-start-interval 1s",
  "--init --interactive --tty",
  "--init=false",
  "--ipc shareable",
  "--isolation default",
  "--label a=b --label c --label 'd=e f'",
  "--label-file l",
  "--link a:b --link c",
  "--log-driver json-file --log-opt max-size=10m --log-opt max-file=3",
  "--memory 512m --memory-reservation 256m --memory-swap -1 --memory-swappiness 10",
  "--mount type=bind,source=/a,target=/b,readonly,bind-propagation=rslave",
  "--mount type=bind,source=./a,target=/b,bind-recursive=disabled",
  "--mount 'type=bind,\"source=/a,\"\"b\",target=/b'",
  "--mount type=volume,source=data,target=/d,volume-nocopy=true,volume-subpath=s",
  "--mount "
  "type=volume,source=nfs,target=/d,volume-driver=local,volume-opt=type=nfs,volume-label=a=b",
  "--mount type=volume,target=/d",
  "--mount type=tmpfs,target=/t,tmpfs-size=64m,tmpfs-mode=1770",
  "--mount type=image,source=nginx,target=/i,image-subpath=s",
  "--name web",
  "--network host",
  "--network none",
  "--network bridge",
  "--network container:x",
  "--network default",
  "--network front --network-alias a --network-alias b --ip 10.0.0.2 --ip6 fd00::2 "
  "--link-local-ip 169.254.1.1 --mac-address 02:42:ac:11:00:02",
  "--network front --network back",
  "--network front --network name=back,alias=a,ip=10.0.0.2",
  "--network name=front,driver-opt=a=b,gw-priority=1",
  "--network Front",
  "--no-healthcheck",
  "--oom-kill-disable --oom-score-adj -500",
  "--pid host --uts host --userns host",
  "--pids-limit 100",
  "--platform linux/arm64",
  "--read-only --privileged",
  "--publish 80 --publish 8080:80 --publish 127.0.0.1:81:81/udp --publish 9000-9001:9000-9001",
  "--publish '[::1]:80:80' --publish \"${P:-80}:80\"",
  "--pull always",
  "--restart on-failure:3",
  "--runtime runsc",
  "--security-opt no-new-privileges --security-opt seccomp=unconfined",
  "--shm-size 1g",
  "--stop-signal SIGINT --stop-timeout 90",
  "--storage-opt size=1G",
  "--sysctl net.core.somaxconn=1024",
  "--tmpfs /run --tmpfs /tmp:size=64m,mode=1777",
  "--ulimit nofile=1024:2048 --ulimit nproc=5",
  "--user 1000:1000",
  "--volume ./a:/a --volume ~/b:/b:ro --volume /c:/c:z --volume data:/d --volume /e --volume ..:/f",
  "--volume \"${A}:/a\" --volume \"${B:-./b}/c:/c\"",
  "--volumes-from a --volumes-from b:ro",
  "--workdir /srv",
};

/* What Compose cannot say in a way that gives it back. */
static const char *const one_way[] = {
  /* said at the top level */ "volume-driver",
};

static BhState *
read_one (BhImport *import, GError *error, const char *text)
{
  if (import == NULL)
    g_error ("%s\n%s", text, error->message);
  g_assert_cmpuint (import->states->len, ==, 1);
  return import->states->pdata[0];
}

static void
check_same (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhImport) import = bh_import_command (command, -1, &error);
  const BhState *state = read_one (import, error, command);
  g_autoptr (BhOutput) output = bh_export_compose (state, BH_EXPORT_DEFAULT);
  g_autoptr (BhImport) again = bh_import_text (output->text->str, -1, &error);
  const BhState *read = read_one (again, error, output->text->str);

  if (!bh_state_equal (state, read))
    {
      g_autoptr (BhOutput) got = bh_export_run_oneline (read, BH_EXPORT_DEFAULT);

      g_test_message ("%s\n%s%s", command, output->text->str, got->text->str);
      g_test_fail ();
    }
  g_assert_cmpuint (again->notes->len, ==, 0);
}

static void
test_commands (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *command = g_strdup_printf ("docker run %s i", commands[i]);

      check_same (command);
    }
  check_same ("docker run i a 'b c' '' '$d' \"${E}\" -f 'it'\"'\"'s' '#g'");
  check_same ("docker run \"${I:-nginx}:${V}\"");
}

/* A new option of the table needs a row here. */
static void
test_all_options (void)
{
  guint n;
  const BhOption *options = bh_option_table (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *word = g_strconcat ("--", options[i].name, NULL);
      gboolean found = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (commands); j++)
        found = found || strstr (commands[j], word) != NULL;
      for (guint j = 0; j < G_N_ELEMENTS (one_way); j++)
        found = found || g_str_equal (one_way[j], options[i].name);
      if (!found && options[i].compose != NULL)
        g_error ("%s is not among the commands", word);
    }
}

/* What is not in this order comes back in it, and is the same again. */
static const char ordered[] = "version: \"3.8\"\n"
                              "name: shop\n"
                              "services:\n"
                              "  web:\n"
                              "    build:\n"
                              "      context: ./web\n"
                              "      args:\n"
                              "        - A=1\n"
                              "    profiles:\n"
                              "      - a\n"
                              "    depends_on:\n"
                              "      db:\n"
                              "        condition: service_healthy\n"
                              "    entrypoint:\n"
                              "      - /bin/sh\n"
                              "      - \"-c\"\n"
                              "    command:\n"
                              "      - a | b\n"
                              "    stop_grace_period: 1.5s\n"
                              "    ports:\n"
                              "      - target: 80\n"
                              "        published: \"8080\"\n"
                              "        mode: host\n"
                              "      - \"127.0.0.1:81:81\"\n"
                              "    networks:\n"
                              "      front:\n"
                              "        aliases:\n"
                              "          - w\n"
                              "        priority: 10\n"
                              "      back:\n"
                              "    volumes:\n"
                              "      - data:/data\n"
                              "      - nfs:/nfs:ro\n"
                              "      - type: bind\n"
                              "        source: ./c\n"
                              "        target: /c\n"
                              "        bind:\n"
                              "          create_host_path: true\n"
                              "    configs:\n"
                              "      - source: conf\n"
                              "        target: /etc/conf\n"
                              "    secrets:\n"
                              "      - tok\n"
                              "      - env\n"
                              "    env_file:\n"
                              "      - path: ./a.env\n"
                              "        required: false\n"
                              "    deploy:\n"
                              "      restart_policy:\n"
                              "        condition: any\n"
                              "        delay: 5s\n"
                              "      resources:\n"
                              "        reservations:\n"
                              "          devices:\n"
                              "            - capabilities:\n"
                              "                - gpu\n"
                              "              count: all\n"
                              "          cpus: \"0.1\"\n"
                              "      replicas: 2\n"
                              "    healthcheck:\n"
                              "      test:\n"
                              "        - CMD\n"
                              "        - curl\n"
                              "        - it's\n"
                              "      interval: 30s\n"
                              "    x-mine:\n"
                              "      - 1.10\n"
                              "  db:\n"
                              "    image: postgres\n"
                              "    command: ${CMD:-postgres -c x=1}\n"
                              "    network_mode: service:web\n"
                              "    volumes_from:\n"
                              "      - web:ro\n"
                              "    pid: service:web\n"
                              "  log:\n"
                              "    image: logger\n"
                              "    links:\n"
                              "      - db:base\n"
                              "    external_links:\n"
                              "      - other\n"
                              "networks:\n"
                              "  front: {}\n"
                              "  back:\n"
                              "    name: backend\n"
                              "    driver: bridge\n"
                              "  default:\n"
                              "    name: shared\n"
                              "    external: true\n"
                              "volumes:\n"
                              "  data:\n"
                              "  nfs:\n"
                              "    driver_opts:\n"
                              "      type: nfs\n"
                              "      device: \":/x\"\n"
                              "  unused:\n"
                              "configs:\n"
                              "  conf:\n"
                              "    content: |\n"
                              "      server {\n"
                              "\n"
                              "        x;\n"
                              "      }\n"
                              "secrets:\n"
                              "  tok:\n"
                              "    file: ./tok\n"
                              "  env:\n"
                              "    environment: E\n"
                              "x-top:\n"
                              "  a: b\n";

static BhImport *
import (const char *text)
{
  g_autoptr (GError) error = NULL;
  BhImport *read = bh_import_text (text, -1, &error);

  g_assert_no_error (error);
  return read;
}

static char *
export_all (const BhImport *read)
{
  g_autoptr (BhOutput) output = bh_export_compose_all ((BhState *const *) read->states->pdata,
                                                       (const char *const *) read->names->pdata,
                                                       read->states->len, BH_EXPORT_DEFAULT);

  return g_strdup (output->text->str);
}

static void
test_files (void)
{
  g_autoptr (BhImport) read = import (ordered);
  g_autofree char *written = export_all (read);

  g_assert_cmpstr (written, ==, ordered);
}

/* Edits of one service of a file, and what its Compose file says then. */
typedef struct
{
  const char *yaml; /* below services: */
  const char *option;
  const char *value; /* NULL: removed */
  const char *expected;
} EditCase;

static const EditCase edits[] = {
  /* What was not touched is said as before. */
  { "  a:\n    image: i\n    network_mode: service:b\n  b:\n    image: j\n", "read-only", "true",
    "services:\n  a:\n    image: i\n    network_mode: container:b\n    read_only: true\n" },
  { "  a:\n    image: i\n    ports: [{target: 80, published: 8080, mode: host}]\n", "tty", "true",
    "services:\n  a:\n    image: i\n    tty: true\n    ports:\n      - target: 80\n        "
    "published: "
    "8080\n        mode: host\n" },
  { "  a:\n    image: i\n    ports: [{target: 80, published: 8080, mode: host}]\n", "publish",
    "127.0.0.1:8080:80",
    "services:\n  a:\n    image: i\n    ports:\n      - \"127.0.0.1:8080:80\"\n" },
  { "  a:\n    image: i\n    healthcheck: {test: [CMD, a], interval: 5s}\n", "health-cmd", NULL,
    "services:\n  a:\n    image: i\n    healthcheck:\n      interval: 5s\n" },
  { "  a:\n    image: i\n    deploy: {replicas: 2, restart_policy: {condition: any, delay: 1s}}\n",
    "restart", "no",
    "services:\n  a:\n    image: i\n    restart: \"no\"\n    deploy:\n      replicas: 2\n" },
  { "  a:\n    image: i\n    deploy: {replicas: 2}\n", "gpus", "all",
    "services:\n  a:\n    image: i\n    deploy:\n      resources:\n        reservations:\n         "
    " "
    "devices:\n            - capabilities:\n                - gpu\n              count: all\n      "
    "replicas: 2\n" },
  /* The words behind the entrypoint's first are in the command. */
  { "  a:\n    image: i\n    entrypoint: [sh, -c]\n    command: [x]\n", "tty", "true",
    "services:\n  a:\n    image: i\n    entrypoint:\n      - sh\n      - \"-c\"\n    command:\n    "
    "  "
    "- x\n    tty: true\n" },
  { "  a:\n    image: i\n    entrypoint: [sh, -c]\n    command: [x]\n", "entrypoint", "bash",
    "services:\n  a:\n    image: i\n    entrypoint:\n      - bash\n    command:\n      - \"-c\"\n  "
    "    "
    "- x\n" },
  /* What was said of a network goes with it. */
  { "  a:\n    image: i\n    networks: {net: {priority: 5}}\nnetworks: {net: {external: true}}\n",
    "network", "host", "services:\n  a:\n    image: i\n    network_mode: host\n" },
  { "  a:\n    image: i\n    networks: {net: {priority: 5}}\nnetworks: {net: {external: true}}\n",
    "tty", "true",
    "services:\n  a:\n    image: i\n    tty: true\n    networks:\n      net:\n        priority: 5\n"
    "networks:\n  net:\n    external: true\n" },
  /* A service that is not in the file is not named. */
  { "  a:\n    image: i\n    depends_on: [b]\n  b:\n    image: j\n", "tty", "true",
    "services:\n  a:\n    image: i\n    tty: true\n" },
  { "  a:\n    build: .\n", "tty", "true", "services:\n  a:\n    build: .\n    tty: true\n" },
};

static void
test_edits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *text = g_strconcat ("services:\n", edits[i].yaml, NULL);
      g_autoptr (BhImport) read = import (text);
      const BhState *state = read->states->pdata[0];
      g_autoptr (BhState) edited = NULL;
      g_autoptr (BhOutput) output = NULL;

      if (edits[i].value != NULL)
        {
          g_autoptr (BhSetting) setting = bh_setting_new (edits[i].option, edits[i].value);

          edited = bh_state_set (state, setting);
        }
      else
        edited = bh_state_remove_all (state, bh_option_get (edits[i].option));
      output = bh_export_compose (edited, BH_EXPORT_DEFAULT);
      g_assert_cmpstr (output->text->str, ==, edits[i].expected);
    }
}

/* What is left out because its service is not there is told. */
static void
test_notes (void)
{
  g_autoptr (BhImport) read =
      import ("services:\n  a: {image: i, depends_on: [b, c]}\n  b: {image: j}\n  c: {image: k}\n");
  g_autoptr (BhOutput) one = bh_export_compose (read->states->pdata[0], BH_EXPORT_DEFAULT);
  g_autoptr (BhOutput) all =
      bh_export_compose_all ((BhState *const *) read->states->pdata, NULL, 3, BH_EXPORT_DEFAULT);

  g_assert_cmpuint (one->notes->len, ==, 2);
  g_assert_cmpstr (((BhNote *) one->notes->pdata[0])->message, ==,
                   "“depends_on” leaves out the service “b”, which is not in this file.");
  g_assert_cmpuint (all->notes->len, ==, 0);
}

/* Pointing at a setting marks it in the file also where the file's own words are used. */
static void
test_spans (void)
{
  g_autoptr (BhImport) read = import (ordered);
  const BhState *state = read->states->pdata[0];
  g_autoptr (BhOutput) output = bh_export_compose (state, BH_EXPORT_DEFAULT);
  int port = bh_state_find (state, 0, bh_option_get ("publish"));
  int secret = bh_state_find_last (state, bh_option_get ("mount"));
  gsize end = 0;
  guint n_port = 0;

  for (guint i = 0; i < output->spans->len; i++)
    {
      const BhSpan *span = &g_array_index (output->spans, BhSpan, i);
      g_autofree char *words = g_strndup (output->text->str + span->begin, span->end - span->begin);

      g_assert_cmpuint (span->begin, >=, end);
      end = span->end;
      if (span->setting == port)
        g_assert_cmpstr (words, ==,
                         ((const char *[]){ "target: 80", "published: \"8080\"",
                                            "mode: host" })[n_port++]);
      if (span->setting == secret)
        g_assert_cmpstr (words, ==, "- tok");
    }
  g_assert_cmpuint (n_port, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose-round-trip/commands", test_commands);
  g_test_add_func ("/compose-round-trip/all-options", test_all_options);
  g_test_add_func ("/compose-round-trip/files", test_files);
  g_test_add_func ("/compose-round-trip/edits", test_edits);
  g_test_add_func ("/compose-round-trip/notes", test_notes);
  g_test_add_func ("/compose-round-trip/spans", test_spans);
  return g_test_run ();
}
