#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the real client refuses we refuse, and what it accepts we do not: over a table of values, and real commands.

  test-refusals.py BULKHEAD-CLI
"""
import concurrent.futures
import json
import os
import shlex

import bulkhead
import tap
from client import Client, missing

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(HERE, "..", "corpus", "run-commands.jsonl")

# Real commands that the client refuses for what no command shows.
EXCUSED = {
    "1d0d2c7688": "a command for Podman, whose --userns knows keep-id",
    "792f232754": "the file of --env-file is not there; where it is, the command is fine",
    "9456c533b7": "a long dash for two short ones, which we put right and say so",
}


def read_table():
    """The words of each line, image included."""
    rest = []
    with open(os.path.join(HERE, "refusals.txt"), encoding="utf8") as table:
        for line in table:
            line = line.strip()
            if line == "[options]":
                rest = ["x"]
            elif line == "[images]":
                rest = []
            elif line and not line.startswith("#"):
                yield shlex.split(line) + rest


def read_corpus():
    with open(CORPUS, encoding="utf8") as corpus:
        records = [json.loads(line) for line in corpus]
    return [record for record in records if record["rc"] is not None]


class Report:
    """What bulkhead-cli says of a command, as words or as a text."""

    def __init__(self, words=None, text=None):
        arguments = ["--", "docker", "run", *words] if words is not None else ["-"]
        self.report = bulkhead.read_json("check", "--format", "json", *arguments, text=text)

    def client_problems(self):
        return [problem["message"] for problem in self.report["problems"] if problem["stage"] == "client"]

    def is_refusal(self):
        return self.report is None or bool(self.client_problems())

    def complaints(self):
        return ["it cannot be read"] if self.report is None else self.client_problems()


def check_table(client):
    """Where we and the client differ, a line each, and how many lines it refuses."""
    table = list(read_table())
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        verdicts = list(pool.map(client.run, table))
        reports = list(pool.map(Report, table))
    for words, verdict, report in zip(table, verdicts, reports):
        if verdict.create is None and not report.is_refusal():
            yield f"{shlex.join(words)}: the client says “{verdict.refusal.splitlines()[0]}”, we say nothing"
        if verdict.create is not None and report.is_refusal():
            yield f"{shlex.join(words)}: the client takes it, we say “{report.complaints()[0]}”"
    tap.note(f"{len(table)} lines, {sum(verdict.create is None for verdict in verdicts)} refused by the client")


def check_corpus():
    """The same over the corpus, which holds what the client said."""
    records = read_corpus()
    refused = [record for record in records if record["rc"] != 0]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        reports = dict(zip((record["id"] for record in records),
                           pool.map(lambda record: Report(text=record["command"] + "\n"), records)))
    for record in records:
        report = reports[record["id"]]
        if record["rc"] == 0 and report.is_refusal():
            yield f"{record['id']}: the client takes it, we say “{report.complaints()[0]}”"
        if record["rc"] != 0 and report.is_refusal() == (record["id"] in EXCUSED):
            yield f"{record['id']}: the client says “{record['error']}”; we {'say so, too' if report.is_refusal() else 'say nothing'}"
    tap.note(f"{len(records)} commands, {len(refused)} refused by the client")
    for excused, reason in EXCUSED.items():
        tap.note(f"{excused}: {reason}")


def main():
    if missing():
        tap.skip_all(missing())
    with Client() as client:
        tap.point("values", list(check_table(client)))
    tap.point("real commands", list(check_corpus()))
    tap.finish()


main()
