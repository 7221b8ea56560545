# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The other judge: what does the real Compose ask an engine to create for a file?

Debian 12 has no Compose of the present generation; Debian 13's runs on it. Its package is fetched by apt,
which checks its signature, and unpacked into the user's cache; nothing is installed.
"""
import dataclasses
import json
import os
import pathlib
import queue
import re
import shutil
import subprocess
import tempfile
import urllib.parse

import yaml

import fake_engine
from client import FILES, HOME, normal

RELEASE = "trixie"
PROGRAM = "usr/libexec/docker/cli-plugins/docker-compose"
KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
PROJECT = "project"


class Unavailable(Exception):
    """Why there is no Compose to ask."""


def cache():
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return pathlib.Path(base, "bulkhead")


def find_mirror():
    """Where this system has Debian from."""
    targets = subprocess.run(["apt-get", "indextargets", "--format", "$(LABEL) $(REPO_URI)", "Created-By: Packages"],
                             capture_output=True, text=True, check=True).stdout
    mirrors = [line.split()[1] for line in targets.splitlines() if line.startswith("Debian ")]
    if not mirrors:
        raise Unavailable(f"Compose comes from Debian {RELEASE}, and this system has nothing from Debian")
    return mirrors[0]


def call_apt(folder, *arguments):
    """apt-get that knows nothing but Debian's RELEASE, with all its files in FOLDER."""
    for name in "lists/partial", "archives/partial", "state":
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "sources").write_text(f"deb [signed-by={KEYS}] {find_mirror()} {RELEASE} main\n", encoding="utf8")
    options = {"Dir::State": folder / "state", "Dir::State::lists": folder / "lists", "Dir::State::status": os.devnull,
               "Dir::Cache": folder, "Dir::Etc::sourcelist": folder / "sources", "Dir::Etc::sourceparts": os.devnull,
               "APT::Sandbox::User": "", "Acquire::Languages": "none", "Acquire::http::Timeout": 30}
    words = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
    subprocess.run(["apt-get", "-qq", *words, *arguments], cwd=folder, check=True, capture_output=True, text=True)


def fetch(target):
    """Unpacks the package as TARGET, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as name:
        folder = pathlib.Path(name)
        call_apt(folder, "update")
        call_apt(folder, "download", "docker-compose")
        package, = folder.glob("docker-compose_*.deb")
        subprocess.run(["dpkg-deb", "-x", package, folder / "unpacked"], check=True)
        try:
            os.rename(folder / "unpacked", target)
        except OSError:
            if not (target / PROGRAM).exists():         # somebody else was quicker
                raise


def find_program():
    """The path of Compose, which is fetched if need be."""
    target = cache() / f"docker-compose-{RELEASE}"
    if not (target / PROGRAM).exists():
        if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
            raise Unavailable("Compose is fetched with apt-get and dpkg-deb, which are not here")
        try:
            fetch(target)
        except subprocess.CalledProcessError as error:
            raise Unavailable(f"Compose cannot be fetched from Debian {RELEASE}: {error.stderr}") from error
    return str(target / PROGRAM)


class Handler(fake_engine.Handler):
    """An engine with every image, the networks in server.external, and whatever Compose makes, which is remembered."""

    def handle_request(self):
        path, query, body = self.read_request()
        kind, _, rest = path.lstrip("/").partition("/")
        name, _, verb = rest.rpartition("/") if kind == "images" else rest.partition("/")
        answer = getattr(self, "answer_" + kind, None)
        if path == "/_ping":
            self.answer(200, b"OK")
        elif answer:
            answer(urllib.parse.unquote(name), verb, query, json.loads(body or b"{}"))
        else:
            self.answer(404, {"message": "this engine knows nothing of " + path})

    do_GET = do_POST = do_HEAD = do_PUT = do_DELETE = handle_request

    def answer_version(self, *_):
        self.answer(200, {"ApiVersion": fake_engine.API, "MinAPIVersion": "1.24", "Version": "28.2.2", "Os": "linux"})

    def answer_info(self, *_):
        self.answer(200, {"OSType": "linux", "Architecture": "x86_64", "ServerVersion": "28.2.2"})

    def answer_images(self, name, *_):
        system, architecture = (self.server.platforms.get(name, "linux/amd64").split("/") + ["amd64"])[:2]
        self.answer(200, {"Id": "sha256:" + "1" * 64, "RepoTags": [name], "Os": system, "Architecture": architecture,
                          "Config": {}})

    def answer_containers(self, name, verb, query, body):
        if name == "create":
            service = body["Labels"]["com.docker.compose.service"]
            self.server.containers[service] = {"query": query, "body": body}
            self.answer(201, {"Id": service.encode().hex().ljust(64, "0"), "Warnings": []})
        elif name == "json":
            self.answer(200, [])
        elif verb == "json":
            self.answer(200, {"Id": name, "Name": "/x", "Config": {"Labels": {}}, "State": {"Status": "created"},
                              "HostConfig": {"NetworkMode": "default"}, "NetworkSettings": {"Networks": {}}, "Mounts": []})
        else:
            self.answer(200, {})

    def answer_networks(self, name, verb, _, body):
        known = self.server.networks
        if name == "create":
            known[body["Name"]] = body
            self.answer(201, {"Id": body["Name"]})
        elif not name:
            self.answer(200, [self.network(name) for name in known])
        elif verb or name in known:
            self.answer(200, self.network(name))
        else:
            self.answer(404, {"message": f"network {name} not found"})

    def network(self, name):
        return {"Id": name, "Name": name, "Driver": "bridge", "Scope": "local",
                "Labels": self.server.networks.get(name, {}).get("Labels") or {}}

    def answer_volumes(self, name, _, __, body):
        known = self.server.volumes
        if name == "create":
            known[body["Name"]] = body
            self.answer(201, {"Name": body["Name"], "Driver": "local", "Labels": body.get("Labels")})
        elif not name:
            self.answer(200, {"Volumes": []})
        elif name in known:
            self.answer(200, {"Name": name, "Driver": "local", "Labels": known[name].get("Labels")})
        else:
            self.answer(404, {"message": f"get {name}: no such volume"})


class Engine(fake_engine.FakeEngine):
    handler = Handler

    def forget(self, model):
        """Begins anew, with what the file MODEL takes for granted."""
        def external(kind):
            return [(thing or {}).get("name", key) for key, thing in (model.get(kind) or {}).items() if (thing or {}).get("external")]

        self.server.networks = {name: {} for name in [*external("networks"), "bridge", "host", "none"]}
        self.server.volumes = {name: {} for name in external("volumes")}
        self.server.containers = {}
        self.server.platforms = {service["image"]: service["platform"] for service in model["services"].values()
                                 if "image" in service and "platform" in service}


@dataclasses.dataclass
class Answer:
    """What Compose asked for, by service, volume and network; or what it said instead."""
    containers: dict = dataclasses.field(default_factory=dict)
    networks: dict = dataclasses.field(default_factory=dict)
    volumes: dict = dataclasses.field(default_factory=dict)
    refusal: str = ""


class Compose:
    """with Compose() as compose: compose.create(text). Several threads may ask."""

    def __enter__(self):
        self.program = find_program()
        self.folder = tempfile.TemporaryDirectory(prefix="bulkhead-compose-")
        self.free = queue.SimpleQueue()
        self.engines = []
        return self

    def __exit__(self, *_):
        for engine in self.engines:
            engine.__exit__()
        self.folder.cleanup()

    def take_engine(self):
        try:
            return self.free.get_nowait()
        except queue.Empty:
            base = tempfile.mkdtemp(dir=self.folder.name)
            engine = Engine(base).__enter__()
            engine.folder = os.path.join(base, PROJECT)
            os.mkdir(engine.folder)
            for name, text in FILES.items():
                pathlib.Path(engine.folder, name).write_text(text, encoding="utf8")
            self.engines.append(engine)
            return engine

    def call(self, engine, text, variables, *arguments):
        """The finished process of Compose on a file with this TEXT."""
        private = {**variables, "PATH": os.environ["PATH"], "HOME": HOME, "DOCKER_CONFIG": engine.folder,
                   "DOCKER_HOST": engine.host, "PWD": engine.folder}
        pathlib.Path(engine.folder, "compose.yaml").write_text(text, encoding="utf8", newline="")
        always = ["--ansi", "never", "--progress", "quiet", "--project-name", PROJECT]
        return subprocess.run([self.program, *always, *arguments], capture_output=True, text=True, errors="replace",
                              env=private, cwd=engine.folder, timeout=60)

    def create(self, text, variables=()):
        """The Answer to `compose create` on a file with this TEXT, with VARIABLES to put in. Its folder is called $CWD."""
        engine, variables = self.take_engine(), dict(variables)
        try:
            engine.forget(yaml.safe_load(text))
            done = self.call(engine, text, variables, "create", "--no-build", "--pull", "never")
            if done.returncode != 0:
                return Answer(refusal=done.stderr.replace(engine.folder, "$CWD").strip() or "it said nothing")
            seen = {"containers": engine.server.containers, "networks": engine.server.networks, "volumes": engine.server.volumes}
            text = json.dumps(seen).replace(engine.folder, "$CWD").replace(os.path.dirname(engine.folder), "$CWD/..")
            if "DOCKER_HOST" in variables:            # a file may use it, but Compose needs ours
                text = text.replace("unix://$CWD/../engine", variables["DOCKER_HOST"])
            return Answer(**normal(json.loads(text)))
        finally:
            self.free.put(engine)
