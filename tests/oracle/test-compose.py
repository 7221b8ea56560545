#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Compose file of a command makes the real Compose ask for the same container as the client does for the command.

  test-compose.py BULKHEAD-CLI EXPORT-COMMANDS
"""
import json
import re
import sys

import jsonschema
import yaml

import tap
from cases import option_cases
from client import Client, missing
from compose import Compose, Unavailable
from corpus import TESTS, commands, each
from judge import PWD, ask_client, compare, export, unexpanded
from shell import Words

# Commands of the corpus whose container is another one, and why.
EXCEPTIONS = {
    "42ed94fb0f": "a Windows path, of which a POSIX shell drops the backslashes: they are kept, and told of",
}
SCHEMA = jsonschema.Draft7Validator(json.loads((TESTS / "schema" / "compose-spec.json").read_text(encoding="utf8")))
# Options that only the client hears of and that a file can say.
KEYS = {"pull": "pull_policy"}
USUAL = {"sig-proxy": "true", "disable-content-trust": "true"}
COMMAND = re.compile(r"\$\(|`")


def judge(clients, compose, text, output):
    """What the real Compose does otherwise, and what was lost without a word."""
    if "error" in output:
        return [output["error"]]
    noted = {note.get("option") for note in output["notes"]}
    left = unexpanded(text, output["notes"])
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
    problems += [f"nobody says that {source} is not run" for source in set(Words(text).expansions) - left - set(PWD)
                 if COMMAND.match(source)]
    problems += [f"--{name}={value} is lost without a word" for name, value in clients[0].aside(words)
                 if name not in noted and KEYS.get(name) not in written and value != USUAL.get(name, "false")]
    return [text, output["text"], *problems] if problems else []


def main():
    if missing():
        tap.skip_all(missing())
    names, texts = zip(*[(entry["id"], entry["command"]) for entry in commands() if entry["rc"] == 0],
                       *[(command, command) for _, command in option_cases()])
    outputs = export(sys.argv[2], texts)
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
