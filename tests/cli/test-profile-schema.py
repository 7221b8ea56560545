#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles keep to the schema in docs/, and reader and schema refuse the same.

  test-profile-schema.py CLI SCHEMA CORPUS    TAP
"""
import copy, json, os, re, subprocess, sys

import jsonschema

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "oracle"))
import tap

STEP = 12  # every twelfth command of the corpus: each is a process
GOOD = {
    "format": "bulkhead-profile",
    "version": 1,
    "engine": "podman",
    "verb": "create",
    "prefix": ["sudo"],
    "globals": ["--remote"],
    "settings": [
        {"option": "publish", "value": "80:80", "comment": "front door"},
        {"option": "rm"},
        {"option": "env", "value": ["A=", {"parameter": "$A", "splits": True}]},
        {"unknown": "--bogus"},
    ],
    "image": "nginx",
    "command": ["sh", [{"command": "$(id)"}]],
    "accepted": [{"rule": "a", "subject": "", "reason": "b", "until": 1}],
}
# What is put in the place of the value at a path, and whether that is still a profile.
EDITS = [
    ("", [GOOD], True), ("", [], False), ("", "x", False), ("", [GOOD, 1], False),
    ("/format", "x", False), ("/format", None, False), ("/version", 2, False), ("/version", "1", False),
    ("/version", 0, False), ("/engine", "rkt", False), ("/engine", 1, False), ("/verb", "exec", False),
    ("/prefix", "sudo", False), ("/prefix", [], True), ("/prefix/0", 1, False), ("/globals", {}, False),
    ("/settings", {}, False), ("/settings", [], True), ("/settings/0", "publish", False), ("/settings/0", {}, False),
    ("/settings/0/option", 1, False), ("/settings/0/option", "--publish", False), ("/settings/0/option", "", False),
    ("/settings/0/option", "later-option", True), ("/settings/0/value", 80, False), ("/settings/0/value", None, False),
    ("/settings/0/value", ["80", ":80"], True), ("/settings/0/value", [["80"]], False), ("/settings/0/comment", {"a": [1]}, True),
    ("/settings/0/unknown", "--bogus", False), ("/settings/1/value", True, False), ("/settings/1/value", "0", True),
    ("/settings/2/value/1", {}, False), ("/settings/2/value/1", {"splits": True}, False),
    ("/settings/2/value/1", {"parameter": 1}, False), ("/settings/2/value/1", {"parameter": "$A", "x": 1}, False),
    ("/settings/2/value/1", {"parameter": "$A", "command": "$(a)"}, False),
    ("/settings/2/value/1/splits", "yes", False), ("/settings/3/unknown", 1, False), ("/image", 1, False),
    ("/image", None, False), ("/command", "sh", False), ("/command/0", {}, False), ("/accepted", {}, False),
    ("/accepted/0", "a", False), ("/accepted/0", {"rule": "a", "subject": ""}, False), ("/accepted/0/rule", 1, False),
    ("/accepted/0/reason", None, False), ("/service", "web", True), ("/service", 1, False), ("/later", {"a": 1}, True),
]  # fmt: skip


def edited(path, value):
    profile = copy.deepcopy(GOOD)
    if not path:
        return value
    *parents, last = path.strip("/").split("/")
    at = profile
    for name in parents:
        at = at[int(name) if isinstance(at, list) else name]
    at[int(last) if isinstance(at, list) else last] = value
    return profile


def convert(cli, arguments, text):
    return subprocess.run([cli, "convert", "--to", "profile", *arguments], input=text, capture_output=True, text=True)


def check(right, name):
    tap.point(name, [] if right else ["it is the other way round"])


def main(cli, schema_path, corpus_path):
    with open(schema_path, encoding="utf8") as f:
        schema = json.load(f)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path, value, right in [("/verb", "create", True), *EDITS]:
        profile = edited(path, value)
        done = convert(cli, ["--from", "profile", "-"], json.dumps(profile))
        check(validator.is_valid(profile) == right, f"schema, {path} = {json.dumps(value)[:40]}")
        check((done.returncode == 0) == right, f"reader, {path} = {json.dumps(value)[:40]}")
        if right:
            check(validator.is_valid(json.loads(done.stdout)), f"written again, {path}")
        else:
            check(re.match(r"bulkhead-cli: line \d+, column \d+: .", done.stderr), f"says where, {path}")
    with open(corpus_path, encoding="utf8") as f:
        commands = [json.loads(line)["command"] for line in f]
    read = 0
    for command in commands[::STEP]:
        done = convert(cli, ["-"], command)
        if done.returncode == 0:
            read += 1
            check(validator.is_valid(json.loads(done.stdout)), command.splitlines()[0][:60])
    check(read > 50, "most commands of the corpus are read")
    tap.finish()


main(*sys.argv[1:])
