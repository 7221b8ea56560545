/* SPDX-FileCopyrightText: Bulkhead contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways that lead through the container engine, which is root on the host. */

#include "rule/bh-path-tables.h"

#include "bh-i18n.h"
#include "rule/bh-path-steps.h"

#define SOCKET BH_CLASS (BH_PATH_ENGINE_SOCKET)
#define SOCKET_PARENT (BH_CLASS (BH_PATH_ENGINE_SOCKET_PARENT) | BH_CLASS (BH_PATH_ROOT))

const BhPath bh_paths_engine[] = {
  { .id = "path-socket",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Through the engine's socket to root on this computer"),
    .steps = { { .holds = bh_step_bind,
                 .value = SOCKET,
                 .sentence = N_ ("The engine's socket is in the container. Mounted read-only, it "
                                 "still takes orders.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root in the container may write to it."),
                 .rule = "user-root" },
               { .sentence = N_ ("An intruder asks the engine for a second container, a privileged "
                                 "one with the whole disk mounted.") } },
    .gain = N_ ("In that one, the intruder is root on this computer."),
    .references =
        (const char *const[]){ "CIS Docker Benchmark 5.32", "OWASP Docker Security rule 1",
                               "Docker docs: Docker daemon attack surface", NULL },
    .bad = "-v /var/run/docker.sock:/var/run/docker.sock:ro x",
    .good = "-v /srv/docker:/srv/docker x" },
  { .id = "path-group-docker",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("By its group to root on this computer"),
    .steps = { { .holds = bh_step_is_not_root,
                 .sentence = N_ ("The program does not run as root.") },
               { .holds = bh_step_setting,
                 .value = BH_FACT (group_add),
                 .sentence = N_ ("It is put into a group that may write to the engine's socket.") },
               { .holds = bh_step_bind,
                 .value = SOCKET | SOCKET_PARENT,
                 .sentence = N_ ("The socket can be reached in the container.") },
               { .sentence = N_ ("An intruder asks the engine for a second container, with the "
                                 "whole disk mounted.") } },
    .gain = N_ ("In that one, the intruder is root on this computer: the other user was no wall."),
    .references = (const char *const[]){ "OWASP Docker Security rule 1",
                                         "Docker docs: Docker daemon attack surface", NULL },
    .bad = "-u 1000:1000 --group-add 998 -v /var/run/docker.sock:/var/run/docker.sock x",
    .good = "-u 1000:1000 -v /var/run/docker.sock:/var/run/docker.sock x" },
  { .id = "path-socket-parent",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Through a folder that holds the engine's socket"),
    .steps = { { .holds = bh_step_bind,
                 .value = SOCKET_PARENT,
                 .sentence =
                     N_ ("A mounted folder contains the engine's socket, and keeps doing so "
                         "when the engine restarts.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root in the container may write to it, though the mount may be "
                                 "read-only."),
                 .rule = "user-root" },
               { .sentence = N_ ("An intruder asks the engine for a second container, with the "
                                 "whole disk mounted and writable.") } },
    .gain = N_ ("In that one, the intruder is root on this computer."),
    .references =
        (const char *const[]){ "CIS Docker Benchmark 5.32", "OWASP Docker Security rule 1", NULL },
    .bad = "-v /var/run:/host/run:ro x",
    .good = "-v /var/run/postgresql:/var/run/postgresql x" },
  { .id = "path-socket-tcp",
    .severity = BH_SEVERITY_CRITICAL,
    .title = N_ ("Over the network to a container engine"),
    .steps = { { .holds = bh_step_engine_address,
                 .sentence = N_ ("A variable tells the program where an engine takes orders over "
                                 "the network, without a certificate.") },
               { .sentence = N_ ("An intruder reads it, or finds the open port, and asks that "
                                 "engine for a container with its whole disk mounted.") } },
    .gain = N_ ("The intruder is root on the computer of that engine, and so is whoever else "
                "reaches the port."),
    .references = (const char *const[]){ "OWASP Docker Security rule 1",
                                         "Docker docs: Protect the Docker daemon socket", NULL },
    .bad = "-e DOCKER_HOST=tcp://host.docker.internal:2375 x",
    .good = "-e DOCKER_HOST=tcp://docker:2376 -e DOCKER_TLS_VERIFY=1 x" },
  { .id = "path-socket-inherit",
    .severity = BH_SEVERITY_MEDIUM,
    .title = N_ ("With another container's mounts comes its socket"),
    .steps = { { .holds = bh_step_setting,
                 .value = BH_FACT (volumes_from),
                 .sentence = N_ ("The container gets every mount of another one, whatever they "
                                 "are.") },
               { .sentence = N_ ("If the engine's socket is among them, it is here too.") },
               { .holds = bh_step_may_be_root,
                 .sentence = N_ ("Root in the container may write to it."),
                 .rule = "user-root" } },
    .gain = N_ ("The intruder has what the other container has: with the socket, root on this "
                "computer."),
    .references = (const char *const[]){ "CIS Docker Benchmark 5.32",
                                         "Docker docs: docker container run, volumes-from", NULL },
    .bad = "--volumes-from portainer x",
    .good = "-v portainer:/data x" },
};
const guint bh_n_paths_engine = G_N_ELEMENTS (bh_paths_engine);
