#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What fixes make of a command, the client still accepts: of the corpus, and of each rule's own example.

  test-harden.py BULKHEAD-CLI
"""
import functools

import bulkhead
import tap
from client import Client, missing
from corpus import commands, each
from shell import Words


def examples():
    """{id: command} of what each rule and each attack path fires on."""
    catalogue = bulkhead.read_json("rules", "--format", "json")
    return {row["id"]: f"docker run {row['bad']}" for kind in ("rules", "paths") for row in catalogue[kind]}


def after_run(words):
    return words[min(words.index(verb) for verb in ("run", "create") if verb in words) + 1:]


def judge(ask, command):
    """What the client says of COMMAND with the safe fixes, and with all of them."""
    for fixes in ([], ["--all"]):
        done = bulkhead.call("harden", "--to", "run-oneline", *fixes, "-", text=command)
        if done.returncode != 0:
            return [command, *done.stderr.splitlines()]
        verdict = ask(tuple(after_run(Words(done.stdout).words)))
        if verdict.create is None:
            return [command, done.stdout, verdict.said]
    return []


def main():
    if missing():
        tap.skip_all(missing())
    rows = {entry["id"]: entry.get("text", entry["command"]) for entry in commands() if entry["rc"] == 0}
    rows |= examples()
    with Client() as client:
        ask = functools.lru_cache(maxsize=None)(client.run)
        found = each(lambda command: judge(ask, command), rows.values())
    for name, problems in zip(rows, found):
        tap.point(name, problems)
    tap.finish()


main()
