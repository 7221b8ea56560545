/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The services of a Compose file as commands that go together. */
#include "export/bh-output.h"
#include "import/bh-import.h"

static const struct
{
  const char *text;
  const char *expected;
} cases[] = {
  /* Those first that others need; one network for all, on which they find one another. */
  { "services:\n"
    "  web: {image: nginx, depends_on: [api], ports: [\"80:80\"]}\n"
    "  api: {image: api, depends_on: {db: {condition: service_started}}, container_name: the-api}\n"
    "  db: {image: postgres}\n",
    "docker network create app_default\n"
    "docker run --detach --name db --network app_default postgres\n"
    "docker run --detach --name the-api --network app_default --network-alias api api\n"
    "docker run --detach --name web --publish 80:80 --network app_default nginx\n" },
  { "name: shop\n"
    "services:\n"
    "  a: {image: i, networks: [default]}\n"
    "  b: {image: j, network_mode: host}\n"
    "networks:\n"
    "  default: {driver: macvlan, driver_opts: {parent: eth0}, internal: true, attachable: false,\n"
    "    enable_ipv6: true, labels: [l=m], ipam: {driver: default, options: {o: p}, config: "
    "[{subnet: "
    "10.0.0.0/24,\n"
    "    ip_range: 10.0.0.0/25, gateway: 10.0.0.1, aux_addresses: {h: 10.0.0.3}}]}}\n",
    "docker network create --driver macvlan --opt parent=eth0 --internal --ipv6 --label l=m "
    "--ipam-driver default --ipam-opt o=p --subnet 10.0.0.0/24 --ip-range 10.0.0.0/25 --gateway "
    "10.0.0.1 --aux-address h=10.0.0.3 shop_default\n"
    "docker run --detach --name a --network shop_default i\n"
    "docker run --detach --name b --network host j\n" },
  /* Networks of their own; what is there already is not made. */
  { "services:\n"
    "  a: {image: i, networks: [front, back, there]}\n"
    "  b: {image: j, networks: [back]}\n"
    "networks:\n"
    "  front:\n"
    "  back: {name: \"${NAME:-back end}\", driver: bridge}\n"
    "  there: {external: true}\n",
    "docker network create front\n"
    "docker network create --driver bridge \"${NAME:-back end}\"\n"
    "docker run --detach --name a --network front --network \"${NAME:-back end}\" --network there "
    "i\n"
    "docker run --detach --name b --network \"${NAME:-back end}\" j\n" },
  /* The engine makes volumes by itself, unless they are made of something that only --mount can
   * say.
   */
  { "services:\n"
    "  a: {image: i, volumes: [\"plain:/p\", \"nfs:/n:ro\", \"odd:/o:z\", \"ext:/e\"]}\n"
    "volumes:\n"
    "  plain:\n"
    "  nfs: {driver_opts: {type: nfs, device: \":/x\"}}\n"
    "  odd: {driver: local, labels: {a: 1}}\n"
    "  ext: {external: true}\n",
    "docker volume create --driver local --label a=1 odd\n"
    "docker run --volume plain:/p --mount "
    "type=volume,source=nfs,target=/n,readonly,volume-opt=type=nfs,volume-opt=device=:/x --volume "
    "odd:/o:z --volume ext:/e i\n" },
  /* By itself a service needs no name, but its network. */
  { "services: {a: {image: i, networks: [n1]}}\nnetworks: {n1: }\n",
    "docker network create n1\ndocker run --network n1 i\n" },
  /* What names a container comes after it. */
  { "services:\n"
    "  a: {image: i, volumes_from: [b]}\n"
    "  b: {image: j, pid: \"service:c\"}\n"
    "  c: {image: k, links: [d]}\n"
    "  d: {image: l}\n",
    "docker network create app_default\n"
    "docker run --detach --name d --network app_default l\n"
    "docker run --detach --name c --link d:d --network app_default k\n"
    "docker run --detach --name b --pid container:c --network app_default j\n"
    "docker run --detach --name a --volumes-from b --network app_default i\n" },
  /* A circle, which Compose refuses, comes out somehow. */
  { "services:\n  a: {image: i, depends_on: [b]}\n  b: {image: j, depends_on: [a]}\n",
    "docker network create app_default\n"
    "docker run --detach --name b --network app_default j\n"
    "docker run --detach --name a --network app_default i\n" },
  /* Commands are left alone. */
  { "docker run --link b a\ndocker run --name b c\n",
    "docker run --link b a\ndocker run --name b c\n" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BhImport) import = bh_import_text (cases[i].text, -1, &error);
      g_autoptr (BhOutput) output = NULL;

      g_assert_no_error (error);
      output = bh_export_run_oneline_all ((BhState *const *) import->states->pdata,
                                          import->names != NULL
                                              ? (const char *const *) import->names->pdata
                                              : NULL,
                                          import->states->len, BH_EXPORT_DEFAULT);
      g_assert_cmpstr (output->text->str, ==, cases[i].expected);
    }
}

/* What a command does not do of what the file says, and what the others do. */
static void
test_notes (void)
{
  static const char text[] = "services:\n"
                             "  a:\n"
                             "    build: .\n"
                             "    depends_on: {b: {condition: service_healthy}}\n"
                             "    healthcheck: {test: [CMD, x]}\n"
                             "    networks: [n1]\n"
                             "    env_file: e\n"
                             "  b: {image: i, network_mode: \"service:c\"}\n"
                             "  c: {image: j}\n"
                             "networks: {n1: }\n";
  static const char *const of_a[] = {
    "docker run builds no image: build this one first, with “docker build --tag …”.",
    "The health check runs through a shell here, which it did not before.",
    "In files of variables Compose takes off quotes and replaces $NAME; docker leaves them.",
    "Compose starts the service “b” first.",
    "The network “n1” has to exist already, which Compose would see to.",
  };
  static const char *const of_b[] = {
    "The container of the service “c” has to be there, under the name that this command has for "
    "it.",
  };
  static const char *const of_c[] = {
    "Compose puts the service on a network of its file, docker run on the bridge of all "
    "containers: "
    "give --network to keep it apart.",
  };
  static const char *const of_all[] = {
    "docker run builds no image: build this one first, with “docker build --tag …”.",
    "The health check runs through a shell here, which it did not before.",
    "In files of variables Compose takes off quotes and replaces $NAME; docker leaves them.",
    "Compose waits until the service “b” is ready or done; these commands do not.",
  };
  static const struct
  {
    const char *const *messages;
    guint n;
  } rows[] = {
    { of_a, G_N_ELEMENTS (of_a) },
    { of_b, G_N_ELEMENTS (of_b) },
    { of_c, G_N_ELEMENTS (of_c) },
    { of_all, G_N_ELEMENTS (of_all) },
  };
  g_autoptr (BhImport) import = bh_import_text (text, -1, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BhOutput) output =
          i < 3 ? bh_export_run (import->states->pdata[i], BH_EXPORT_DEFAULT)
                : bh_export_run_all ((BhState *const *) import->states->pdata,
                                     (const char *const *) import->names->pdata, 3,
                                     BH_EXPORT_DEFAULT);

      g_assert_cmpuint (output->notes->len, ==, rows[i].n);
      for (guint j = 0; j < rows[i].n; j++)
        g_assert_cmpstr (((BhNote *) output->notes->pdata[j])->message, ==, rows[i].messages[j]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-all/cases", test_cases);
  g_test_add_func ("/run-all/notes", test_notes);
  return g_test_run ();
}
