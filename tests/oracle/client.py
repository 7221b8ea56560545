# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The judge: what would the real `docker` ask an engine to create for these words?"""
import dataclasses
import functools
import json
import os
import pty
import re
import shutil
import subprocess
import tempfile

import fake_engine

# Files that commands name: without them the client refuses, for a reason that no command can show.
FILES = {"env.txt": "", "variables.txt": "A=1\nB=\"x\" # y\nC=$A\n", "labels.txt": "a=b\n", "watchtower-notifications.env": "", "default.json": "{}", "profile.json": "{}"}
# Options that the engine never hears of, or not alone, so that no request can tell whether they were kept.
ASIDE = {"attach", "detach", "detach-keys", "disable-content-trust", "pull", "quiet", "sig-proxy"}
HELP = re.compile(r"^ +(?:-(\w), )?(?: *)--([\w-]+)(?: ([\w-]+))?(?:  .*)?$", re.M)
HOME = "/home/somebody"
# What these hold is in no order.
UNORDERED = {"Binds", "BlkioDeviceReadBps", "BlkioDeviceWriteBps", "BlkioDeviceReadIOps", "BlkioDeviceWriteIOps",
             "BlkioWeightDevice", "CapAdd", "CapDrop", "DeviceCgroupRules", "DeviceRequests", "Devices", "ExtraHosts",
             "Links", "Mounts",
             "SecurityOpt", "Ulimits", "VolumesFrom"}


@dataclasses.dataclass
class Verdict:
    """Either the request that the client sent, or what it said instead."""
    create: dict = None
    refusal: str = ""

    @property
    def said(self):
        """The first line of a refusal."""
        return self.refusal.splitlines()[0] if self.refusal else ""


def normal(value, key=""):
    """A request with its lists sorted where their order says nothing."""
    if isinstance(value, dict):
        return {name: normal(member, name) for name, member in value.items()}
    if isinstance(value, list) and key == "Env":      # the last of a name wins
        return sorted(value, key=lambda variable: variable.split("=", 1)[0])
    if isinstance(value, list) and key in UNORDERED:
        return sorted(value, key=lambda item: json.dumps(item, sort_keys=True))
    return value


def differences(one, other, path=""):
    """What differs between two requests, a line each."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [line for name in sorted(one.keys() | other.keys())
                for line in differences(one.get(name), other.get(name), f"{path}.{name}")]
    return [] if one == other else [f"{path[1:]}: {json.dumps(one)} became {json.dumps(other)}"]


def missing():
    """Why the tests that need the client cannot run; empty if they can."""
    return "" if shutil.which("docker") else "there is no docker client on PATH"


class Client:
    """with Client() as client: client.run(["-p", "80", "nginx"]). Several threads may ask.

    SYSTEM is what the engine runs on: the client refuses some options where that is not Windows.
    """

    def __init__(self, system="linux"):
        self.system = system

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="bulkhead-oracle-")
        self.engine = fake_engine.FakeEngine(self.folder.name, self.system).__enter__()
        self.master, self.terminal = pty.openpty()        # -it wants one
        self.cwd = os.path.join(self.folder.name, "cwd")
        os.mkdir(self.cwd)
        for name, text in FILES.items():
            with open(os.path.join(self.cwd, name), "w", encoding="utf8") as file:
                file.write(text)
        return self

    def __exit__(self, *_):
        self.engine.__exit__()
        os.close(self.master)
        os.close(self.terminal)
        self.folder.cleanup()

    def ask(self, words):
        """The finished process of `docker WORDS…`."""
        private = {"PATH": os.environ["PATH"], "HOME": HOME, "DOCKER_CONFIG": self.folder.name,
                   "DOCKER_HOST": self.engine.host, "DOCKER_CLI_HINTS": "false",
                   "DOCKER_CONTENT_TRUST_SERVER": "https://127.0.0.1:1"}
        return subprocess.run(["docker", *words], stdin=self.terminal, capture_output=True, text=True, errors="replace",
                              env=private, cwd=self.cwd, timeout=60)

    @functools.cached_property
    def takes_value(self):
        """{option as it is written: whether it takes a value} of what the client's help lists."""
        rows = HELP.findall(self.ask(["run", "--help"]).stdout)
        return ({"--" + name: bool(word) for _, name, word in rows} |
                {"-" + letter: bool(word) for letter, _, word in rows if letter} |
                {"--net": True, "--net-alias": True, "--dns-opt": True})

    def options(self, words):
        """The options before the image, as (name, value); a switch that stands alone is "true"."""
        rest = list(words)
        while rest and rest[0].startswith("-") and rest[0] not in ("-", "--"):
            word = rest.pop(0)
            name, equals, value = word.partition("=")
            if not word.startswith("--") and not self.takes_value.get(word[:2]) and word[2:3] not in ("", "="):
                rest.insert(0, "-" + word[2:])                     # -it
                name, equals, value = word[:2], "", ""
            elif not word.startswith("--"):
                name, equals, value = word[:2], word[2:], word[2:].removeprefix("=")
            if not equals:
                value = rest.pop(0) if self.takes_value.get(name) and rest else "true"
            yield name, value

    def aside(self, words):
        """What WORDS say to the client alone, in the order given."""
        letters = {"-a": "--attach", "-d": "--detach", "-q": "--quiet"}
        named = ((letters.get(name, name)[2:], value) for name, value in self.options(words))
        return [(name, value) for name, value in named if name in ASIDE]

    def version(self):
        return re.search(r"[0-9.]+", self.ask(["--version"]).stdout)[0].rstrip(".")

    def run(self, words):
        """The verdict on `docker run WORDS…`."""
        said = self.ask(["run", *words]).stderr.replace(self.cwd, "$CWD").replace(self.folder.name, "$CWD/..")
        recorded = re.search(re.escape(fake_engine.RECORD) + r"(\{.*\})", said)
        if recorded:
            return Verdict(create=normal(json.loads(recorded[1])))
        return Verdict(refusal=said.strip() or "it said nothing")
