# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real engine for the lab, which knows of no other engine and none of it.

It has folders, a socket, control groups and a network namespace of its own, changes no firewall rule, and is gone
with everything that it made when the test ends. Root is needed for that.
"""
import contextlib
import glob
import io
import json
import os
import shutil
import signal
import subprocess
import tarfile
import tempfile
import time

# Where `./run deps lab` unpacks Debian's packages: an installed one would start a service.
UNPACKED = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "bulkhead", "engine")
FOLDERS = [os.path.join(UNPACKED, "usr", "bin"), os.path.join(UNPACKED, "usr", "sbin")]
PATH = os.pathsep.join([*FOLDERS, os.environ["PATH"]])
PROGRAMS = ("dockerd", "containerd", "containerd-shim-runc-v2", "runc", "unshare", "nsenter")
# The programs of the image, all of them busybox. It has to be one that needs no libraries.
BUSYBOX = "/bin/busybox"
COMMANDS = ("sh", "cat", "echo", "env", "false", "grep", "id", "ip", "kill", "ls", "mkdir", "mount", "nc", "ps", "sleep",
            "sysctl", "test", "touch", "true", "umount", "wc", "wget")
IMAGE = "lab"


def missing():
    """Why there can be no engine here; empty if there can."""
    if os.geteuid() != 0:
        return "an engine of one's own takes root"
    if not shutil.which("docker"):
        return "there is no docker client on PATH"
    for program in PROGRAMS:
        if not shutil.which(program, path=PATH):
            return f"there is no {program}: ./run deps lab brings it"
    if not os.path.exists(BUSYBOX):
        return f"there is no {BUSYBOX}, of which the image is made: ./run deps lab brings it"
    return ""


def image_archive():
    """The bytes of a tar archive: busybox, and the files that name users and groups."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for folder in ("bin", "dev", "etc", "proc", "sys", "tmp"):
            entry = tarfile.TarInfo(folder)
            entry.type, entry.mode = tarfile.DIRTYPE, 0o755
            archive.addfile(entry)
        archive.add(os.path.realpath(BUSYBOX), "bin/busybox")
        for command in COMMANDS:
            link = tarfile.TarInfo(f"bin/{command}")
            link.type, link.linkname = tarfile.SYMTYPE, "busybox"
            archive.addfile(link)
        for name, text in ("etc/passwd", "root:x:0:0::/:/bin/sh\nworker:x:1000:1000::/:/bin/sh\n"), \
                          ("etc/group", "root:x:0:\nworker:x:1000:\n"):
            entry = tarfile.TarInfo(name)
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
    return data.getvalue()


class EngineError(Exception):
    """No engine can run here, which says nothing about what is tested."""


class Engine:
    """with Engine() as engine: engine.docker("run", "lab", "true")"""

    def __enter__(self):
        # Short: the name of a socket may have 107 bytes.
        self.folder = tempfile.mkdtemp(prefix="bh-lab-")
        self.host = "unix://" + self.path("engine.sock")
        self.processes = []
        try:
            self.start()
            done = self.docker("import", "-", IMAGE, data=image_archive())
            if done.returncode != 0:
                raise EngineError(done.stderr)
        except BaseException:
            self.__exit__()
            raise
        return self

    def path(self, name):
        return os.path.join(self.folder, name)

    def launch(self, name, *words):
        with open(self.path(name + ".log"), "wb") as log:
            self.processes.append(subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                                   env={**os.environ, "PATH": PATH}))

    def start(self):
        with open(self.path("containerd.toml"), "w", encoding="utf8") as file:
            file.write('version = 2\ndisabled_plugins = ["io.containerd.grpc.v1.cri"]\n')
        with open(self.path("daemon.json"), "w", encoding="utf8") as file:
            file.write("{}")                            # not the one in /etc
        # `unshare` and `sh` become containerd, in a network namespace with a loopback of its own.
        self.launch("containerd", "unshare", "--net", "--", "sh", "-c", BUSYBOX + ' ip link set lo up; exec containerd "$@"',
                    "containerd", "--config", self.path("containerd.toml"), "--root", self.path("c-root"),
                    "--state", self.path("c-state"), "--address", self.path("c.sock"))
        self.wait("containerd", lambda: os.path.exists(self.path("c.sock")))
        self.launch("dockerd", "nsenter", f"--net=/proc/{self.processes[0].pid}/ns/net", "--", "dockerd",
                    "--config-file", self.path("daemon.json"), "--data-root", self.path("data"),
                    "--exec-root", self.path("exec"), "--pidfile", self.path("engine.pid"), "--host", self.host,
                    "--containerd", self.path("c.sock"), "--storage-driver", "vfs", "--iptables=false", "--ip6tables=false",
                    "--cgroup-parent", "/" + os.path.basename(self.folder))
        self.wait("dockerd", lambda: self.docker("version").returncode == 0)

    def wait(self, name, is_ready):
        end = time.monotonic() + 30
        while not is_ready():
            if self.processes[-1].poll() is not None or time.monotonic() > end:
                with open(self.path(name + ".log"), encoding="utf8", errors="replace") as log:
                    raise EngineError(f"{name} does not start: " + "".join(log.readlines()[-5:]))
            time.sleep(0.1)

    def __exit__(self, *_):
        if self.processes[1:]:
            self.remove_containers()
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(20)
            process.kill()
            process.wait()
        self.unmount()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.remove_cgroups()

    def remove_containers(self):
        ids = self.docker("ps", "--all", "--quiet", "--no-trunc").stdout.split()
        if ids:
            self.docker("rm", "--force", "--volumes", *ids)

    def unmount(self):
        """What the engine left mounted below our folder, the innermost first."""
        with open("/proc/self/mounts", encoding="utf8") as mounts:
            points = [line.split()[1] for line in mounts]
        for point in reversed(points):
            if point.startswith(self.folder + "/"):
                subprocess.run(["umount", "--lazy", point], stderr=subprocess.DEVNULL, check=False)

    def remove_cgroups(self):
        """The empty control groups of our name, one for each controller."""
        name = os.path.basename(self.folder)
        for parent in glob.glob("/sys/fs/cgroup/" + name) + glob.glob("/sys/fs/cgroup/*/" + name):
            for folder, _, _ in os.walk(parent, topdown=False):
                with contextlib.suppress(OSError):
                    os.rmdir(folder)

    def docker(self, *words, data=None):
        """The finished process of `docker WORDS…`."""
        private = {"PATH": os.environ["PATH"], "HOME": self.folder, "DOCKER_CONFIG": self.folder, "DOCKER_HOST": self.host,
                   "DOCKER_CLI_HINTS": "false"}
        done = subprocess.run(["docker", *words], input=data, stdin=None if data else subprocess.DEVNULL,
                              capture_output=True, env=private, cwd=self.folder, timeout=120)
        done.stdout, done.stderr = (text.decode(errors="replace") for text in (done.stdout, done.stderr))
        return done

    def info(self):
        return json.loads(self.docker("info", "--format", "{{json .}}").stdout)
