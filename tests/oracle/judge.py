# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the real Compose makes of a file what the client makes of a command, and what may differ."""
import json
import re
import subprocess

from client import HOME
from compose import PROJECT
from containers import asked_for, differences, plain
from shell import Words

# What Compose makes otherwise whatever the file says: where, and why.
IMPOSED = [
    (r"Labels com\.docker\.compose\..*", "Compose finds its containers by labels"),
    (r"Attach(Stdin|Stdout|Stderr)|StdinOnce", "whether one watches a service is said when it is started"),
    (r"Networks \S+ Links", "Compose says links once more, for the network"),
    (r"Networks \S+ (IPAddress|IPv6Gateway)", "Compose says a fixed address once more, in the wrong place"),
]
# What no Compose file can say, or Compose 2.26 does not understand: where, and the option that must be told of then.
ANNOUNCED = {
    "HostConfig AutoRemove": "rm",
    "HostConfig ContainerIDFile": "cidfile",
    "HostConfig CpuPercent": "cpu-percent",
    "HostConfig CpusetMems": "cpuset-mems",
    "HostConfig DeviceRequests * Count": "gpus",
    "HostConfig DeviceRequests * Options": "gpus",
    "HostConfig IOMaximumBandwidth": "io-maxbandwidth",
    "HostConfig IOMaximumIOps": "io-maxiops",
    "HostConfig KernelMemory": "kernel-memory",
    "HostConfig MemorySwappiness": "memory-swappiness",
    "HostConfig PublishAllPorts": "publish-all",
    "HostConfig VolumeDriver": "volume-driver",
    "Labels a": "label-file",
    "Mounts * BindOptions NonRecursive": "mount",
    "Mounts * BindOptions ReadOnlyForceRecursive": "mount",
    "Networks bridge MacAddress": "mac-address",
    "Networks * DriverOpts": "network",
    "Networks * GwPriority": "network",
    "Volumes": "mount",
}
READ_OTHERWISE = {"B", "C"}               # variables of client.FILES that Compose reads with its own eyes
# What to put in the place of a variable: a path, a name or a number, whichever the client takes.
VALUES = ["/value", "value", "7"]
COMMAND = re.compile(r"\$\(|`")
PWD = ("$PWD", "${PWD}", "$(pwd)", "`pwd`")
VARIABLE = re.compile(r"\$\{?([A-Za-z_]\w*)", re.A)


def export(program, texts):
    """What each of the commands is in Compose: {"text", "notes"} or {"error"}."""
    done = subprocess.run([program, "compose"], input="".join(json.dumps(text) + "\n" for text in texts),
                          capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def unexpanded(text, notes):
    """The expansions of a command that were told to be lost: they stay as they are."""
    lost = " ".join(note["message"] for note in notes if note["kind"] == "lost")
    return {source for source in set(Words(text).expansions) - set(PWD) if source in lost}


def after_run(words):
    return words[min(words.index(verb) for verb in ("run", "create") if verb in words) + 1:]


class Shell:
    """What a shell would put into a command whose variables are all VALUE; what is in LEFT stays."""

    def __init__(self, folder, value, left):
        self.folder, self.value, self.left, self.variables = folder, value, left, {}

    def expand(self, source):
        if source in PWD:
            return self.folder
        if source in ("~", "$HOME", "${HOME}"):
            return HOME
        name = VARIABLE.match(source)
        if not name or source in self.left:
            return source
        self.variables[name[1]] = self.value
        return self.value


def is_imposed(path, wanted, got, service):
    """Whether Compose alone is to blame for a difference."""
    where = " ".join(path)
    if where == "Name":
        return wanted is None and got == f"{PROJECT}-{service}-1"
    if where == "HostConfig NanoCpus":                # it counts in 32-bit floats
        return abs(wanted - got) <= wanted / 2 ** 23
    if path[0] == "Networks" and path[-1] == "Aliases":
        return set(wanted or []) <= set(got or [])
    return any(re.fullmatch(pattern, where) for pattern, _ in IMPOSED)


def drop(value, steps):
    """Takes the member that STEPS lead to out of VALUE; * is every member. What is empty then goes, too."""
    if steps[0] == "*":
        for member in value.values() if isinstance(value, dict) else value:
            drop(member, steps[1:])
    elif isinstance(value, dict) and steps[0] in value:
        if steps[1:]:
            drop(value[steps[0]], steps[1:])
        if not steps[1:] or not value[steps[0]] and steps[1:] != ["*"]:
            del value[steps[0]]


def forget(container, noted):
    """Takes away what was announced."""
    for path, option in ANNOUNCED.items():
        if option in noted:
            drop(container, path.split())
    host = container.get("HostConfig", {})
    if "security-opt" in noted:
        host["SecurityOpt"] = [text for text in host.get("SecurityOpt", []) if text != "seccomp=builtin"]
    if "volumes-from" in noted:
        host["VolumesFrom"] = [name.removesuffix(":ro") for name in host.get("VolumesFrom", [])]
    if "use-api-socket" in noted:
        container["Mounts"] = [mount for mount in container.get("Mounts", []) if mount["Target"] != "/var/run/docker.sock"]
    if "env-file" in noted:
        container["Env"] = [text for text in container.get("Env", []) if text.partition("=")[0] not in READ_OTHERWISE]
    return asked_for({**container, "HostConfig": host})


def described(volumes):
    """What is said of volumes besides their names."""
    for name, volume in volumes.items():
        labels = {key: text for key, text in (volume.get("Labels") or {}).items() if not key.startswith("com.docker.compose.")}
        about = asked_for({**volume, "Labels": labels, "Name": None})
        if about:
            yield name, about


def got_container(answer, service):
    """What Compose asks for, as if the network that it makes for a project were docker's own."""
    container = plain(answer.containers[service])
    networks = container["Networks"]
    if f"{PROJECT}_default" in networks:
        networks["default"] = networks.pop(f"{PROJECT}_default")
    return {**container, "Volumes": dict(described(answer.volumes))}


def compare(run, answer, service, noted):
    """What the container of SERVICE differs in from that of RUN, but for what the options NOTED were told of; a line each."""
    wanted, got = forget(plain(run), noted), forget(got_container(answer, service), noted)
    for path, one, other in differences(wanted, got):
        if not is_imposed(path, one, other, service):
            yield f"{' '.join(path)}: {json.dumps(one)} became {json.dumps(other)}"


def ask_client(clients, text, left):
    """(the client's verdict, its words, the variables) with values that it takes."""
    for client in clients:
        for value in VALUES:
            shell = Shell(client.cwd, value, left)
            words = after_run(Words(text, shell.expand).words)
            verdict = client.run(words)
            if verdict.create:
                return verdict, words, shell.variables
    return verdict, words, {}
