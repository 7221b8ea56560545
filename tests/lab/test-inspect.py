#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Containers of a real engine, inspected, read as commands and made again: docker inspect says the same of both.

  test-inspect.py BULKHEAD-CLI
"""
import concurrent.futures
import json
import os
import shlex
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "oracle"))

import bulkhead  # noqa: E402
import tap  # noqa: E402
from engine import IMAGE, Engine, EngineError, missing  # noqa: E402
from shell import Words  # noqa: E402

DOCKERFILE = f"""
FROM {IMAGE}
ENV PATH=/app:/bin LANG=C EMPTY=
WORKDIR /app
USER 1000:1000
EXPOSE 80/tcp 53/udp
VOLUME /data
LABEL org.example.version=1 maintainer=me
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=5s --retries=2 CMD true
ENTRYPOINT ["/bin/sh", "-c"]
CMD ["sleep 1000"]
"""
# Words after `docker create`; what comes after ` -- ` is the command.
CASES = """
--add-host a=1.2.3.4 --add-host b:host-gateway
-a stdin -a stdout
-i
-it
-i -a stdin
--cap-add NET_ADMIN --cap-add cap_sys_time --cap-drop ALL
--cgroup-parent /foo
--cgroupns private
--cgroupns host
--cpu-period 50000 --cpu-quota 25000
--cpu-shares 512 --cpus 0.333
--cpus 1.5
--cpuset-cpus 0 --cpuset-mems 0
--device /dev/null:/dev/xnull:rw --device /dev/zero
--device-cgroup-rule 'c 1:3 rwm'
--device-read-bps /dev/zero:1mb --device-write-iops /dev/zero:100 --device-write-bps /dev/zero:2m --device-read-iops /dev/zero:7
--dns 1.1.1.1 --dns-option ndots:2 --dns-search example.com
--domainname ex.com --hostname h
--entrypoint /bin/ls
--entrypoint /bin/sh
--entrypoint '' -- ls
-- ls -l 'a b'
-e A=1 -e B= -e NOTSET -e 'C=a b"c' -e 'D=$x `y`'
-e LANG=D -e NEW=1
--expose 99 --expose 100-102/udp --expose 80
--gpus all
--gpus 'device=0,"capabilities=utility,compute"'
--gpus 2
--group-add 100 --group-add audio
--health-cmd 'test -f x' --health-interval 30s --health-retries 3 --health-start-period 1m30s --health-timeout 500ms
--health-retries 5
--health-interval 10s
--no-healthcheck
--init
--init=false
--network mynet --ip 10.9.0.5
--network mynet --network-alias x --network-alias Y --link-local-ip 169.254.1.1 --hostname foo
--network name=mynet,alias=z,driver-opt=a=b
--network mynet --link donor:al
--link donor:alias --link donor
--network host
--network none
--network bridge
--network container:donor
--ipc host
--ipc shareable
--ipc none
--ipc container:donor
--kernel-memory 20m
-l a=b -l c -l 'd=e f' -l maintainer=you
--log-driver syslog --log-opt syslog-address=udp://127.0.0.1:514
--log-opt max-size=10m --log-opt max-file=3
--log-driver none
-m 512m --memory-swap 1g --memory-reservation 256m --memory-swappiness 10
-m 512m
-m 100m --memory-swap -1
--oom-kill-disable -m 100m
--oom-score-adj -500
--mount type=bind,source=/tmp,target=/x,readonly,bind-propagation=rslave
--mount type=bind,source=/tmp,target=/x,bind-recursive=disabled
--mount type=volume,source=vol,target=/v,volume-nocopy,volume-label=a=b,volume-driver=local
--mount type=volume,target=/v
--mount type=tmpfs,target=/t,tmpfs-size=64m,tmpfs-mode=1770 --mount type=tmpfs,target=/u
--mount '"type=bind","source=/tmp","target=/x,y ""z"'
-v /tmp:/x -v /tmp:/y:ro,z -v vol2:/z -v /anon -v vol3:/w:nocopy -v vol4:/data
--pid host
--pid container:donor
--pids-limit 100
--privileged
-p 8080:80 -p 127.0.0.1::81 -p 53:53/udp -p 9000-9003:90-93 -p [::1]:7:7 -p 88 -p 5000-5009:5000
-P
--read-only
--restart always
--restart on-failure:3
--rm
--security-opt no-new-privileges --security-opt label=level:s0:c1,c2
--security-opt seccomp=unconfined
--security-opt seccomp=seccomp.json
--security-opt systempaths=unconfined
--shm-size 128m
--stop-signal SIGINT --stop-timeout 30
--stop-signal SIGTERM
--sysctl net.core.somaxconn=1024 --sysctl kernel.msgmax=1
--tmpfs /run --tmpfs /tmp:size=64m,noexec
--ulimit nofile=1024:2048 --ulimit core=-1 --ulimit nproc=5
-u 0 -w /
--userns host
--uts host
--volume-driver local -v vol4:/x
--volumes-from donor --volumes-from donor:ro
--runtime runc
"""
# The same with `docker run`: what the engine adds when a container runs.
RUNNING = """
-d
-d -i
-d --network mynet --network-alias x --ip 10.9.0.7 -m 64m
-d --network container:donor --pid container:donor
-d -p 127.0.0.1::80 --cap-drop ALL --security-opt no-new-privileges --read-only --tmpfs /tmp
"""
# What differs between any two containers.
OWN = ("Id", "Name", "Created", "LogPath", "ResolvConfPath", "HostnamePath", "HostsPath", "State", "ExecIDs")
UNORDERED = ("Binds", "Links", "Ulimits", "SecurityOpt")


def normal(container):
    """What docker inspect says of a container, without what is its own and with lists in one order."""
    host, config = container["HostConfig"], container["Config"]
    if container["Id"].startswith(config["Hostname"]):
        config["Hostname"] = "its own id"
    for name in OWN:
        container.pop(name, None)
    for name in UNORDERED:
        host[name] = sorted(host[name] or [], key=json.dumps)
    if host["NetworkMode"] == "bridge":
        host["NetworkMode"] = "default"
    host["Links"] = [link.split("/")[1] + link.split("/")[-1] for link in host["Links"]]   # between them, the name
    config["Env"] = sorted(config["Env"] or [])
    config["Labels"] = config["Labels"] or {}
    # An option takes one word of an entrypoint; the program that is run has the same words.
    config["Entrypoint"], config["Cmd"] = None, (config["Entrypoint"] or []) + (config["Cmd"] or [])
    for mount in container["Mounts"]:
        if mount["Type"] == "volume" and len(mount["Name"]) == 64:
            mount["Name"] = mount["Source"] = "without a name"
    container["Mounts"].sort(key=json.dumps)
    networks = container["NetworkSettings"]["Networks"]
    container["NetworkSettings"] = {name: {key: network[key] for key in ("IPAMConfig", "Links", "DriverOpts")}
                                    for name, network in networks.items()}
    return container


def differences(one, other, path=""):
    if isinstance(one, dict) and isinstance(other, dict):
        return [line for name in sorted(one.keys() | other.keys())
                for line in differences(one.get(name), other.get(name), f"{path}.{name}")]
    return [] if one == other else [f"{path[1:]}: {json.dumps(one)} became {json.dumps(other)}"]


def inspect(engine, *names):
    return json.loads(engine.docker("inspect", *names).stdout)


def make(engine, verb, words):
    """What docker inspect says of the container that VERB WORDS makes; it is gone afterwards. Or the refusal."""
    made = engine.docker(verb, *words)
    if made.returncode != 0:
        return None, made.stderr
    name = made.stdout.split()[-1]
    container = inspect(engine, name)[0]
    engine.docker("rm", "--force", "--volumes", name)
    return container, ""


def judge(engine, verb, words, images):
    """What differs when the container is made again; IMAGES: what goes to Bulkhead beside the container."""
    original, refusal = make(engine, verb, words)
    if not original:
        return [refusal]
    done = bulkhead.call("convert", "--to", "run-oneline", "-", text=json.dumps([original, *images], indent=4))
    if done.returncode != 0:
        return [done.stderr]
    again, refusal = make(engine, verb, Words(done.stdout).words[2:])
    if not again:
        return [done.stdout, refusal]
    lines = differences(normal(original), normal(again))
    return [done.stdout, *lines] if lines else []


def prepare(engine):
    for words, data in ((("network", "create", "--subnet", "10.9.0.0/16", "mynet"), None),
                        (("build", "--quiet", "--tag", "app", "-"), DOCKERFILE.encode()),
                        (("run", "--detach", "--name", "donor", "--ipc", "shareable", "--volume", "/shared", IMAGE, "sleep", "1000"),
                         None)):
        done = engine.docker(*words, data=data)
        if done.returncode != 0:
            raise EngineError(f"{shlex.join(words)}: {done.stderr}")
    # Where the client looks for the file that the command names: see the note on seccomp profiles.
    with open(engine.path("seccomp.json"), "w", encoding="utf8") as file:
        file.write('{"defaultAction": "SCMP_ACT_ALLOW"}\n')


def lines_of(table):
    for line in table.strip().splitlines():
        options, _, command = line.partition(" -- ") if not line.startswith("-- ") else ("", "", line[3:])
        yield shlex.split(options), shlex.split(command)


def judge_all(engine, image, known):
    """All cases; where the image says something itself, also without what it says."""
    cases = []
    for options, command in lines_of(CASES):
        words = [*options, image, *(command or (["true"] if image == IMAGE else []))]
        cases += [(words, known)] if image == IMAGE else [(words, known), (words, [])]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda case: judge(engine, "create", *case), cases))
    for (words, images), problems in zip(cases, found):
        tap.point(f"create {shlex.join(words)}{'' if images else ', the image unknown'}", problems)


def main():
    if missing():
        tap.skip_all(missing())
    try:
        with Engine() as engine:
            prepare(engine)
            for image in IMAGE, "app":
                known = inspect(engine, image)
                judge_all(engine, image, known)
                for options, _ in lines_of(RUNNING):
                    words = [*options, image, *(["sleep", "1000"] if image == IMAGE else [])]
                    tap.point(f"run {shlex.join(words)}", judge(engine, "run", words, known))
    except EngineError as error:
        tap.skip_all(f"no engine can run here: {error}")
    tap.finish()


main()
