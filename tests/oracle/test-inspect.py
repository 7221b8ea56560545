#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What docker inspect says of a container becomes a command for which the client asks for the same container.

  test-inspect.py BULKHEAD-CLI

The container is the one that the client asks for, in the words in which an engine would tell it back. A real engine is
asked in tests/lab.
"""
import copy
import functools
import json
import shlex

import bulkhead
import tap
from client import Client, differences, missing
from corpus import commands, each
from shell import Words

# For each option at least one, those which few commands have.
OWN = """
--annotation a=b --annotation 'c=d e'
-a stdin -a stdout
-i -a stdin
-it
--blkio-weight 300 --blkio-weight-device /dev/vda:200
--cap-add NET_ADMIN --cap-add CAP_SYS_TIME --cap-drop ALL
--cgroup-parent /x
--cpu-period 50000 --cpu-quota 25000 --cpu-rt-period 1000 --cpu-rt-runtime 900
--cpus 1.5
--cpus .333
--cpuset-cpus 0-1 --cpuset-mems 0 --cpu-shares 5
--device /dev/null:/dev/x:rw --device /dev/zero --device vendor.com/class=dev --device-cgroup-rule 'c 1:3 rwm'
--device-read-bps /dev/vda:1mb --device-write-iops /dev/vda:100 --device-write-bps /dev/vda:2m --device-read-iops /dev/vda:7
--dns 1.1.1.1 --dns-option ndots:2 --dns-search x.org --add-host a:1.2.3.4 --add-host b:host-gateway --add-host c=::1
--domainname x.org --hostname h
--entrypoint /bin/ls
--entrypoint ''
-e A=1 -e B= -e 'C=a "b" $c'
--expose 99 --expose 100-102/udp --expose 7/sctp
--gpus all
--gpus 2
--gpus '"device=0,1","capabilities=utility,compute",driver=nvidia,"options=a=b,c=d"'
--group-add 100 --group-add audio -u 1000:1000 -w /work
--health-cmd 'curl -f x' --health-interval 30s --health-retries 3 --health-start-period 1m30s --health-timeout 500ms --health-start-interval 1h0m5s
--no-healthcheck
--health-timeout 1ms --health-interval 1.5s
--init
--init=false
--ipc host
--ipc shareable
--pid host --uts host --userns host --cgroupns host
--kernel-memory 20m
-l a=b -l c -l 'd=e=f g'
--link a --link b:c
--log-driver syslog --log-opt syslog-address=udp://127.0.0.1:514 --log-opt tag=x
--log-opt max-size=10m
-m 512m --memory-swap 1g --memory-reservation 256m --memory-swappiness 0
-m 512m --memory-swap -1
-m 1000000000
--mac-address 02:42:ac:11:00:98
--mount type=bind,source=/tmp,target=/x,readonly,bind-propagation=rslave
--mount type=bind,source=/a,target=/b,bind-recursive=disabled --mount type=bind,source=/a,target=/c,readonly,bind-recursive=writable
--mount type=bind,source=/a,target=/b,readonly,bind-recursive=readonly,bind-propagation=rprivate,consistency=cached
--mount type=volume,source=vol,target=/v,volume-nocopy,volume-label=a=b,volume-driver=local,volume-opt=type=tmpfs,volume-opt=device=x
--mount '"type=bind","source=/a,b""c","target=/d e"'
--mount type=volume,source=vol,target=/y,volume-subpath=z --mount type=image,source=x,target=/z,image-subpath=s
--mount type=tmpfs,target=/t,tmpfs-size=64m,tmpfs-mode=1770
--name some_name
--network mynet --network-alias x --network-alias y --ip 10.9.0.6 --ip6 fd00::5 --link-local-ip 169.254.1.1 --link a:b
--network mynet --mac-address 02:42:ac:11:00:99
--network name=mynet,alias=z,driver-opt=a=b
--network NetA --network-alias Foo
--network neta --network name=netb,alias=x,ip=10.0.0.1,link-local-ip=169.254.1.1,driver-opt=a=b,gw-priority=3
--network host
--network none
--network container:x
--oom-kill-disable -m 100m --oom-score-adj -500
--pids-limit 100
-p 8080:80 -p 127.0.0.1::81 -p 53:53/udp -p 9000-9005:90-95 -p [::1]:7:7 -p 88 -p 5000-5009:5000 -p 0.0.0.0:1:1 -p 2:1
-P --privileged --read-only
--restart on-failure:3
--restart always
--rm
--runtime nvidia
--security-opt no-new-privileges --security-opt apparmor=unconfined --security-opt label=level:s0:c1,c2
--security-opt systempaths=unconfined
--security-opt seccomp=unconfined
--shm-size 128m --stop-signal SIGINT --stop-timeout 0
--storage-opt size=10G
--sysctl net.core.somaxconn=1024 --sysctl kernel.msgmax=1
--tmpfs /run --tmpfs /tmp:size=64m,noexec
--ulimit nofile=1024:2048 --ulimit core=-1 --ulimit nproc=5
-v /tmp:/x -v /tmp:/y:ro,z -v vol:/z -v /anon -v vol3:/w:nocopy --volumes-from a --volumes-from b:ro --volume-driver x
"""

# What an engine puts there when nobody says anything, so that nobody has to say it.
NEUTRAL = {"NetworkMode": {"bridge": "default"}, "IpcMode": {"private": ""}, "Runtime": {"runc": ""}}


def inspect_of(request):
    """What docker inspect would say of the container that REQUEST asks for, as far as it can be asked for."""
    body = copy.deepcopy(request["body"])
    host = body.pop("HostConfig")
    networks = (body.pop("NetworkingConfig", None) or {}).get("EndpointsConfig") or {}
    if host["NetworkMode"].startswith("container:"):
        networks = {}
    networks = {"bridge" if name == "default" else name: endpoint for name, endpoint in networks.items()}
    host["OomKillDisable"] = host.get("OomKillDisable") or None       # of control groups in version 2
    if host.get("Links") and host["NetworkMode"] != "default":
        host["Links"] = None
    return [{"Id": "f" * 64, "Name": "/" + request["query"].get("name", "") if request["query"].get("name") else "",
             "State": {"Running": False}, "Image": "sha256:0", "Config": body, "HostConfig": host,
             "NetworkSettings": {"Networks": networks}}]


def plain(request):
    """A request without what says the same in two ways."""
    request = copy.deepcopy(request)
    request["query"].pop("platform", None)         # docker inspect does not tell
    body, host = request["body"], request["body"]["HostConfig"]
    for name, words in NEUTRAL.items():
        host[name] = words.get(host.get(name), host.get(name))
    if host["LogConfig"]["Type"] == "json-file":
        host["LogConfig"]["Type"] = ""
    if host["RestartPolicy"]["Name"] == "no":
        host["RestartPolicy"]["Name"] = ""
    for name in "CapAdd", "CapDrop":
        host[name] = sorted(word.removeprefix("CAP_") for word in host.get(name) or [])
    if host.get("Privileged") or "host" in (host.get("PidMode"), host.get("IpcMode")):
        host["SecurityOpt"] = [word for word in host.get("SecurityOpt") or [] if word != "label=disable"] or None
    if host.get("MemorySwap") == 2 * host.get("Memory", 0):
        host["MemorySwap"] = 0
    if host.get("ShmSize") == 64 << 20:
        host["ShmSize"] = 0
    if (host.get("PidsLimit") or 0) <= 0:
        host["PidsLimit"] = None
    for bindings in (host.get("PortBindings") or {}).values():
        bindings.sort(key=json.dumps)
    host["ContainerIDFile"] = ""
    host["ConsoleSize"] = None
    host["OomKillDisable"] = host.get("OomKillDisable") or None
    words = [word for word in body.get("Entrypoint") or [] if word] + (body.get("Cmd") or [])
    body["Entrypoint"], body["Cmd"] = None, words
    for mount in host.get("Mounts") or []:
        for name in [name for name, value in mount.items() if value in ({}, None)]:
            del mount[name]
    networks = body["NetworkingConfig"]["EndpointsConfig"]
    networks = {"bridge" if name == "default" else name: {key: asked for key, asked in (endpoint or {}).items() if asked}
                for name, endpoint in networks.items()}
    body["NetworkingConfig"] = {name: asked for name, asked in networks.items() if asked or name != "bridge"}
    return request


def judge(ask, words):
    """What differs; None if Bulkhead finds that an engine would refuse these words whatever they come from."""
    wanted = ask(tuple(words))
    if not wanted.create:
        return [wanted.said]
    create = json.loads(json.dumps(wanted.create).replace("$CWD", "/home/me"))
    text = json.dumps(inspect_of(create), indent=4)
    done = bulkhead.call("convert", "--to", "run-oneline", "-", text=text)
    if done.returncode != 0:
        same = bulkhead.call("convert", "--to", "run-oneline", "--", "docker", "run", *words)
        return [done.stderr, text] if same.returncode == 0 else None
    written = Words(done.stdout).words
    got = ask(tuple(written[2:]))
    if not got.create:
        return [done.stdout, got.said]
    lines = differences(plain(create), plain(got.create))
    return [done.stdout, *lines] if lines else []


def expanded(line):
    """The words after run or create, with something that could be a path in the place of each expansion."""
    words = line.words[min(line.words.index(verb) for verb in ("run", "create") if verb in line.words) + 1:]
    for expansion in sorted(line.expansions, key=len, reverse=True):
        words = [word.replace(expansion, "/home/me") for word in words]
    return words


def main():
    if missing():
        tap.skip_all(missing())
    own = [shlex.split(line) + ["image", *(["ls", "-l"] if "''" in line else [])] for line in OWN.strip().split("\n")]
    corpus = []
    for entry in commands():
        if entry["rc"] == 0:
            corpus.append(expanded(Words(entry["command"])))
    with Client() as client:
        ask = functools.lru_cache(maxsize=None)(client.run)
        found = each(lambda words: judge(ask, words), own + corpus)
    for words, problems in zip(own + corpus, found):
        if problems is None:
            tap.note(f"refused in any case: {shlex.join(words)}".replace("\n", " "))
        else:
            tap.point(shlex.join(words)[:120].replace("\n", " "), problems)
    refused = found.count(None)
    tap.point("hardly any command is refused in any case", [f"{refused} are"] if refused > 0.01 * len(found) else [])
    tap.finish()


main()
