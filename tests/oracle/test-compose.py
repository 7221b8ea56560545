#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Compose file of a command makes the real Compose ask for the same container as the client does for the command.

  test-compose.py BULKHEAD-CLI EXPORT-COMMANDS
"""
import json
import re
import subprocess
import sys

import jsonschema
import yaml

import tap
from cases import option_cases
from client import HOME, Client, missing
from compose import PROJECT, Compose, Unavailable
from containers import asked_for, differences, plain
from corpus import TESTS, commands, each
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
# Commands of the corpus whose container is another one, and why.
EXCEPTIONS = {
    "42ed94fb0f": "a Windows path, of which a POSIX shell drops the backslashes: they are kept, and told of",
}
# Options that only the client hears of and that a file can say.
SCHEMA = jsonschema.Draft7Validator(json.loads((TESTS / "schema" / "compose-spec.json").read_text(encoding="utf8")))
KEYS = {"pull": "pull_policy"}
# What to put in the place of a variable: a path, a name or a number, whichever the client takes.
VALUES = ["/value", "value", "7"]
COMMAND = re.compile(r"\$\(|`")
PWD = ("$PWD", "${PWD}", "$(pwd)", "`pwd`")
VARIABLE = re.compile(r"\$\{?([A-Za-z_]\w*)", re.A)


def export(texts):
    """What each of the commands is in Compose."""
    done = subprocess.run([sys.argv[2], "compose"], input="".join(json.dumps(text) + "\n" for text in texts),
                          capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


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
        labels = {key: text for key, text in volume["Labels"].items() if not key.startswith("com.docker.compose.")}
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


def judge(clients, compose, text, output):
    """What the real Compose does otherwise, and what was lost without a word."""
    if "error" in output:
        return [output["error"]]
    noted = {note.get("option") for note in output["notes"]}
    sources = set(Words(text).expansions) - set(PWD)
    lost = " ".join(note["message"] for note in output["notes"] if note["kind"] == "lost")
    left = {source for source in sources if source in lost}
    run, words, variables = ask_client(clients, text, left)
    if not run.create:
        return [text, run.said]
    answer = compose.create(output["text"], variables)
    if answer.refusal:
        return [text, output["text"], answer.refusal]
    service, = answer.containers
    problems = [f"the schema: {error.message}" for error in SCHEMA.iter_errors(yaml.safe_load(output["text"]))]
    problems += compare(run.create, answer, service, noted)
    written = yaml.safe_load(output["text"])["services"][service]
    problems += [f"nobody says that {source} is not run" for source in sources - left if COMMAND.match(source)]
    problems += [f"--{name}={value} is lost without a word" for name, value in clients[0].aside(words)
                 if name not in noted and KEYS.get(name) not in written and value != "false"]
    return [text, output["text"], *problems] if problems else []


def main():
    if missing():
        tap.skip_all(missing())
    names, texts = zip(*[(entry["id"], entry["command"]) for entry in commands() if entry["rc"] == 0],
                       *[(command, command) for _, command in option_cases()])
    outputs = export(texts)
    try:
        with Client() as linux, Client("windows") as windows, Compose() as compose:
            found = each(lambda pair: judge([linux, windows], compose, *pair), list(zip(texts, outputs)))
    except Unavailable as reason:
        tap.skip_all(str(reason))
    for name, problems in zip(names, found):
        if name in EXCEPTIONS:
            tap.note(f"{name} comes out otherwise: {EXCEPTIONS[name]}")
            problems = [] if problems else ["it comes out the same by now: no exception is needed"]
        tap.point(name, problems)
    tap.finish()


main()
