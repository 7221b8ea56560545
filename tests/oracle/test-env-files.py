#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""With --read-env-files, the container has the variables and labels that the client reads from the same files.

  test-env-files.py BULKHEAD-CLI
"""
import os
import subprocess
import sys

import tap
from client import Client, missing
from shell import Words

# Contents of a file; whether both read or refuse it is what is compared.
ENVIRONMENT = [
    b"", b"A=1", b"A=1\n\n\nB=2\n", b"A=1\r\nB=2\r", b"\xef\xbb\xbfA=1", b"A=1\n\xef\xbb\xbfB=2", b" \t\x0b A=1",
    "\u0085A=1\n\u00a0B=1\n\u3000C=1\n\u2028D=1\n\u200bE=1\n\u180eF=1".encode(), b"A\tB=1", b"A B=1", "A\u00a0B=1".encode(),
    b"=1", b"  =1", b"A ", b"A= x ", b"# c\n  # d\nA#=1 # e", b"\xff=1", b"A=\xff", b"A=1\nA=2\nB=3\nA=4", b"export A=1",
    "\u00e9=\uac12".encode(), b"A=\"q\" 'r' $B `c` \\n", b"A\rB=1", b"A=1\rB=2", b"A=a=b", b"1A=x\nA-B=y\nA.B=z",
    b"A=" + b"x" * 65533, b"A=" + b"x" * 65534, b"B=1\nA=" + b"x" * 65533 + b"\n", b"B=1\nA=" + b"x" * 65534 + b"\n",
]  # fmt: skip
LABELS = [b"a=1\nb\n c=d e\n", b"a=1\n =x", b"x y=z", b"a=1\na=2", b"a\n#b\n"]
# Several files and settings in one command: the order in which the client takes them.
COMMANDS = [
    ["-e", "A=0", "--env-file", "one", "-e", "Z=1", "--env-file", "two"],
    ["--env-file", "two", "--env-file", "one"],
    ["--label-file", "one", "-l", "A=9", "--env-file", "two", "-l", "Q"],
]
FILES = {"one": b"A=1\nB=2\n", "two": b"A=3\nC=4\n"}


def last_ones(variables):
    """{name: value} as the engine has them."""
    return dict(variable.partition("=")[::2] for variable in variables or [])


def asked(verdict):
    body = verdict.create["body"]
    return last_ones(body.get("Env")), body.get("Labels") or {}


def judge(client, words):
    wanted = client.run([*words, "image"])
    done = subprocess.run([os.path.abspath(sys.argv[1]), "convert", "--to", "run-oneline", "--read-env-files", "--",
                           "docker", "run", *words, "image"], capture_output=True, cwd=client.cwd, timeout=60)
    written, said = done.stdout.decode(), done.stderr.decode()     # not as text: a CR stays what it is
    if not wanted.create:
        return [] if done.returncode == 2 and said else [f"the client says {wanted.said}", written[:200]]
    if done.returncode != 0:
        return ["the client takes it", said[:200]]
    got = client.run(Words(written).words[2:])
    if not got.create:
        return [got.said, written[:200]]
    return [] if asked(wanted) == asked(got) else [str(asked(wanted))[:200], str(asked(got))[:200]]


def put(client, name, content):
    with open(os.path.join(client.cwd, name), "wb") as file:
        file.write(content)


def main():
    if missing():
        tap.skip_all(missing())
    with Client() as client:
        for option, contents in ("--env-file", ENVIRONMENT), ("--label-file", LABELS):
            for content in contents:
                put(client, "file", content)
                tap.point(f"{option} {content[:60]!r} {len(content)}", judge(client, [option, "file"]))
        for name, content in FILES.items():
            put(client, name, content)
        for words in COMMANDS:
            tap.point(" ".join(words), judge(client, words))
        tap.point("a file that is not there", judge(client, ["--env-file", "nosuch"]))
    tap.finish()


main()
