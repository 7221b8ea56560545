#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/rules.md must say what is so: the rules, how often each fires on real commands, what they cover.

  test-rules-page.py CLI CORPUS.jsonl PAGE             TAP, one test
  test-rules-page.py --update CLI CORPUS.jsonl PAGE    writes the page
"""
import collections, difflib, json, os, subprocess, sys

HEAD = """<!--
SPDX-FileCopyrightText: Bulkhead contributors
SPDX-License-Identifier: GPL-3.0-or-later

Made by tests/cli/test-rules-page.py --update.
-->

# Rules

What Bulkhead warns of, how often it does, and which checks of others that covers.
`bulkhead-cli rules ID` tells all about one rule.

How often: in how many of {n} commands from real documentation, most of it of Docker's official images
([tests/corpus](../tests/corpus/README.md)), those that the Docker client accepts. A rule that fires on most
of them is a note (“info”), not a warning: it says what these commands have in common.

| rule | usually | fires | says |
| --- | --- | ---: | --- |
"""

PATHS = """
# Attack paths

Settings that are worse together than alone. A path needs at least one setting that somebody wrote.

| path | how bad | fires | leads |
| --- | --- | ---: | --- |
"""

COVERAGE = """
# What others check

The checks of each catalogue that are about how a container is run; those about the host, the engine or
how an image is built are left out. A check counts as covered if a rule names it among its sources.

"""


def ask(cli, *arguments, text=""):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    done = subprocess.run([cli, *arguments], input=text, capture_output=True, text=True, env=environment, timeout=20)
    return json.loads(done.stdout)


def commands(corpus):
    with open(corpus, encoding="utf8") as f:
        return [line["command"] for line in map(json.loads, f) if line["rc"] == 0]


def count(cli, texts):
    """How many of the commands each rule and each path fires on."""
    rules, paths = collections.Counter(), collections.Counter()
    for text in texts:
        report = ask(cli, "check", "--format", "json", "-", text=text)
        rules.update({finding["rule"] for finding in report["findings"]})
        paths.update({path["path"] for path in report["paths"]})
    return rules, paths


def coverage(catalogue):
    covered = [check for check in catalogue["checks"] if check["rules"]]
    text = f"## {catalogue['name']}: {len(covered)} of {len(catalogue['checks'])}\n\n{catalogue['version']}\n\n"
    text += "| check | rules |\n| --- | --- |\n"
    for check in catalogue["checks"]:
        rules = ", ".join(f"`{rule}`" for rule in check["rules"]) or f"none: {check['reason']}"
        text += f"| {check['check']} | {rules} |\n"
    return text


def page(cli, corpus):
    texts = commands(corpus)
    rules, paths = count(cli, texts)
    catalogue = ask(cli, "rules", "--format", "json")
    text = HEAD.format(n=len(texts))
    for rule in catalogue["rules"]:
        text += f"| `{rule['id']}` | {rule['severity']} | {rules[rule['id']]} | {rule['title']} |\n"
    text += PATHS
    for path in catalogue["paths"]:
        text += f"| `{path['id']}` | {path['severity']} | {paths[path['id']]} | {path['title']} |\n"
    text += COVERAGE
    text += "\n".join(coverage(c) for c in ask(cli, "rules", "--coverage", "--format", "json")["catalogues"])
    return text


def main():
    update = sys.argv[1] == "--update"
    cli, corpus, path = sys.argv[2 if update else 1 :]
    new = page(cli, corpus)
    if update:
        with open(path, "w", encoding="utf8") as f:
            f.write(new)
        return
    with open(path, encoding="utf8") as f:
        old = f.read()
    print("1..1")
    print("ok 1 - docs/rules.md" if old == new else "not ok 1 - docs/rules.md")
    if old != new:
        for line in difflib.unified_diff(old.splitlines(), new.splitlines(), "docs/rules.md", "now", n=0, lineterm=""):
            print("#", line)
        print("# tests/cli/test-rules-page.py --update writes it anew")


main()
