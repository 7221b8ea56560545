#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a fix leaves is a command that the client takes: each fix of each rule, by itself.

  test-fixes.py BULKHEAD-CLI PRINT-FIXES
"""
import json
import subprocess
import sys

import bulkhead
import tap
from client import Client, missing
from corpus import each
from shell import Words


def after_run(command):
    words = Words(command).words
    return words[words.index("run" if "run" in words else "create") + 1:]


def judge_fix(client, row):
    """One fix on the example of its rule."""
    words, new_words = after_run(row["before"]), after_run(row["after"])
    before, after = client.run(words), client.run(new_words)
    if not before.create:
        return [row["before"], "the client refuses the example: " + before.said]
    if not after.create:
        return [row["before"], row["after"], after.said]
    if after.create == before.create and client.aside(words) == client.aside(new_words):
        return [row["after"], "it asks for the same container as before"]
    return []


def main():
    if missing():
        tap.skip_all(missing())
    printed = subprocess.run(sys.argv[2], capture_output=True, text=True, check=True).stdout
    fixes = [json.loads(line) for line in printed.splitlines()]
    rules = bulkhead.read_json("rules", "--format", "json")["rules"]
    expected = {(rule["id"], fix["id"]) for rule in rules for fix in rule["fixes"]}
    lacking = expected - {(row["rule"], row["fix"]) for row in fixes}
    tap.point("every fix has an example", [f"{rule} {fix} was not tried" for rule, fix in sorted(lacking)])
    with Client() as client:
        idle = [row for row in fixes if row["before"] == row["after"]]
        for row in idle:                              # it is for other commands than the rule's example
            tap.note(f"{row['rule']} {row['fix']} leaves {row['before'].strip()} as it is")
        fixes = [row for row in fixes if row not in idle]
        for row, problems in zip(fixes, each(lambda row: judge_fix(client, row), fixes)):
            tap.point(f"{row['rule']} {row['fix']}", problems)
    tap.finish()


main()
