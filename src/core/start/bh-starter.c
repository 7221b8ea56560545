/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "start/bh-starter.h"

#include "bh-i18n.h"
#include "import/bh-import.h"

/* What all of them have: no way to gain rights, an end to what they may take, and logs that stay
 * small. */
#define WALLS " --read-only --cap-drop ALL --security-opt no-new-privileges"
#define LOGS " --log-driver local"

static const BhStarter starters[] = {
  {
      .id = "web-server",
      .icon = "web",
      .title = N_ ("Web server"),
      .summary = N_ ("Shows a folder of yours in the browser of this computer"),
      .story = N_ ("Only this computer can reach it, it can only read the folder, and it runs as a "
                   "user without rights. Put your folder in the place of html, and make its "
                   "network first: docker network "
                   "create web-net."),
      .command = "docker run -d --name web -p 127.0.0.1:8080:8080 "
                 "-v \"$PWD/html\":/usr/share/nginx/html:ro --user 101:101 --tmpfs /tmp:size=64m "
                 "--network web-net -m 256m --memory-swap 256m --cpus 1 --pids-limit 100 "
                 "--restart on-failure:5 --health-cmd 'curl -fsS http://127.0.0.1:8080/' "
                 "--init" WALLS LOGS " nginxinc/nginx-unprivileged:1.27",
  },
  {
      .id = "database",
      .icon = "database",
      .title = N_ ("Database"),
      .summary = N_ ("PostgreSQL for other containers, with a password that is not in the command"),
      .story = N_ ("No port is published: containers on the network app-net reach it as db. The "
                   "password is read from a file, and the data is in a volume that outlives the "
                   "container. Make the network first: docker network create app-net."),
      .command = "docker run -d --name db --network app-net "
                 "-e POSTGRES_PASSWORD_FILE=/run/secrets/db-password "
                 "-v \"$PWD/db-password.txt\":/run/secrets/db-password:ro "
                 "-v db-data:/var/lib/postgresql/data --user 999:999 --shm-size 128m "
                 "--tmpfs /tmp:size=64m --tmpfs /var/run/postgresql:size=1m "
                 "-m 1g --memory-swap 1g --cpus 2 --pids-limit 200 --stop-timeout 60 "
                 "--restart on-failure:5 --health-cmd 'pg_isready -U postgres'" WALLS LOGS
                 " postgres:17.2",
  },
  {
      .id = "public-web-server",
      .icon = "public",
      .title = N_ ("Public web server"),
      .summary = N_ ("Answers the whole internet on ports 80 and 443, with certificates"),
      .story = N_ ("It has to be reachable, so its ports are open to all. Everything else is shut: "
                   "it may bind low ports and nothing more, and writes to its two volumes only."),
      .command = "docker run -d --name front -p 80:80 -p 443:443 -p 443:443/udp "
                 "-v \"$PWD/Caddyfile\":/etc/caddy/Caddyfile:ro -v caddy-data:/data "
                 "-v caddy-config:/config --cap-add NET_BIND_SERVICE --network front-net "
                 "-m 512m --memory-swap 512m --cpus 2 --pids-limit 200 "
                 "--restart on-failure:5 --health-cmd 'wget -qO- http://127.0.0.1:2019/config/'"
                 " --init" WALLS LOGS " caddy:2.8",
  },
  {
      .id = "background-worker",
      .icon = "worker",
      .title = N_ ("Background worker"),
      .summary = N_ ("Works off a queue; nobody connects to it"),
      .story = N_ ("No port is published. The program and its files are read-only, and it ends "
                   "after five failures in a row instead of trying for ever."),
      .command = "docker run -d --name worker --network app-net -v \"$PWD\":/app:ro -w /app "
                 "--user 10001:10001 --tmpfs /tmp:size=64m -m 512m --memory-swap 512m --cpus 1 "
                 "--pids-limit 100 --restart on-failure:5 --init" WALLS LOGS
                 " python:3.13.1-slim python worker.py",
  },
  {
      .id = "one-off-job",
      .icon = "job",
      .title = N_ ("One-off job"),
      .summary = N_ ("Reads one folder, writes to another, and is gone"),
      .story = N_ ("It has no network at all, cannot change what it reads, and the files that it "
                   "leaves belong to you rather than to root."),
      .command = "docker run --rm --network none -v \"$PWD/in\":/in:ro -v \"$PWD/out\":/out "
                 "--user \"$(id -u):$(id -g)\" --tmpfs /tmp:size=64m -m 512m --memory-swap 512m "
                 "--cpus 1 --pids-limit 100 --init" WALLS LOGS
                 " debian:12.8-slim sh -c 'sort /in/* > /out/sorted.txt'",
  },
  {
      .id = "development-shell",
      .icon = "shell",
      .title = N_ ("Development shell"),
      .summary = N_ ("A terminal with the tools of a project, without installing them here"),
      .story = N_ ("It sees the folder that you are in and nothing else of yours, and works as "
                   "you, so that files stay yours. What it serves on port 3000 is for this "
                   "computer only."),
      .command = "docker run --rm -it -v \"$PWD\":/work -w /work --user \"$(id -u):$(id -g)\" "
                 "-e HOME=/tmp -p 127.0.0.1:3000:3000 --tmpfs /tmp:size=512m,exec "
                 "--network dev-net -m 2g --memory-swap 2g --cpus 2 --pids-limit 500 "
                 "--init" WALLS LOGS " node:22.12-slim bash",
  },
  {
      .id = "gpu-job",
      .icon = "gpu",
      .title = N_ ("GPU job"),
      .summary = N_ ("Computes on a graphics card, offline"),
      .story = N_ ("It gets one card rather than all, needs no rights for it, and has no network: "
                   "what it computes on cannot leave through it."),
      .command = "docker run --rm --gpus 1 --network none -v \"$PWD/model\":/model:ro "
                 "-v \"$PWD/out\":/out --user \"$(id -u):$(id -g)\" --tmpfs /tmp:size=1g "
                 "--shm-size 1g -m 8g --memory-swap 8g --cpus 4 --pids-limit 500 --init" WALLS LOGS
                 " pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime python /model/run.py",
  },
};

const BhStarter *
bh_starter_table (guint *n_starters)
{
  *n_starters = G_N_ELEMENTS (starters);
  return starters;
}

const BhStarter *
bh_starter_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (starters); i++)
    if (g_str_equal (starters[i].id, id))
      return &starters[i];
  return NULL;
}

BhState *
bh_starter_make_state (const BhStarter *self)
{
  g_autoptr (BhImport) import = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  import = bh_import_command (self->command, -1, NULL);
  return bh_state_ref (g_ptr_array_index (import->states, 0));
}
