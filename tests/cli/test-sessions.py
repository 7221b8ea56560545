#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions with bulkhead-cli must go exactly as they are written down.

  test-sessions.py CLI FILE…             TAP, one test a command
  test-sessions.py --update CLI FILE…    writes down how they go now

A FILE holds commands after `$ `, each followed by what it prints, its standard error with `! ` before each
line, and `? N` where the exit status is not 0. Of a Markdown file the ```console blocks are read.
"""
import os, re, subprocess, sys, tempfile

BLOCK = re.compile(r"(?m)^```console\n(.*?)^```$", re.S)


def run(cli, command, folder):
    path = os.path.dirname(os.path.abspath(cli)) + os.pathsep + os.environ["PATH"]
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "LANGUAGE": "C", "NO_COLOR": "1"}
    # README says ./run cli; that is the same program.
    shell = command.replace("./run cli ", "bulkhead-cli ")
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, env=environment, cwd=folder, timeout=20)
    text = done.stdout
    if text and not text.endswith("\n"):
        text += "\\\n"
    text += "".join(f"! {line}\n" for line in done.stderr.splitlines())
    if done.returncode:
        text += f"? {done.returncode}\n"
    return text


def sessions(text):
    """[(command, what follows it)] of a session's text."""
    parts = re.split(r"(?m)^\$ (.*)\n", text)
    return list(zip(parts[1::2], parts[2::2]))


def replay(cli, text, folder):
    return "".join(f"$ {command}\n{run(cli, command, folder)}" for command, _ in sessions(text))


def update(cli, path, folder):
    with open(path, encoding="utf8") as f:
        text = f.read()
    if path.endswith(".md"):
        new = BLOCK.sub(lambda m: "```console\n" + replay(cli, m[1], folder) + "```", text)
    else:
        head = text.split("$ ", 1)[0]
        new = head + replay(cli, text, folder)
    with open(path, "w", encoding="utf8") as f:
        f.write(new)


def check(cli, path, folder, number):
    with open(path, encoding="utf8") as f:
        text = f.read()
    if path.endswith(".md"):
        text = "".join(m[1] for m in BLOCK.finditer(text))
    for command, expected in sessions(text):
        number += 1
        got = run(cli, command, folder)
        print(f"{'ok' if got == expected else 'not ok'} {number} - {os.path.basename(path)}: {command}")
        if got != expected:
            for line in (*("expected: " + l for l in expected.splitlines()), *("got:      " + l for l in got.splitlines())):
                print("# " + line)
    return number


def main(args):
    updating = args[:1] == ["--update"]
    cli, *paths = args[1:] if updating else args
    number = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            if updating:
                update(cli, path, folder)
            else:
                number = check(cli, path, folder, number)
    if not updating:
        print(f"1..{number}")


main(sys.argv[1:])
