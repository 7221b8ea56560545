#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sixty commands, converted by us and by others, judged by the real client and the real Compose.

  test-side-by-side.py BULKHEAD-CLI EXPORT-COMMANDS            tests/conversion/side-by-side.json says how it goes
  test-side-by-side.py --update BULKHEAD-CLI EXPORT-COMMANDS   writes it

Half of the commands are those of tests/conversion/commands.txt, the others every 33rd that the client accepts of
tests/corpus. composerize and decomposerize are fetched with npm into the user's cache. Way back: the Compose file
that we write of a command, made a command again.
"""
import json
import os
import re
import shutil
import subprocess
import sys

update = sys.argv[1] == "--update" and bool(sys.argv.pop(1))

import bulkhead
import tap
from client import Client, missing
from compose import Compose, Unavailable, cache
from containers import differences, plain
from corpus import TESTS, commands, each
from judge import Shell, after_run, ask_client, compare, export, forget, unexpanded
from shell import NotSimple, Words

VERSIONS = {"composerize": "1.7.6", "decomposerize": "1.4.4"}
RECORD = TESTS / "conversion" / "side-by-side.json"
SAME, TOLD, DIFFERS, REFUSED, FAILED = "same", "told", "differs", "refused", "failed"


def texts():
    hard = (TESTS / "conversion" / "commands.txt").read_text(encoding="utf8").splitlines()
    real = [entry["command"] for entry in commands() if entry["rc"] == 0]
    return [line for line in hard if not line.startswith("#")] + real[::33][:30]


def fetch():
    """The folder with the others."""
    folder = cache() / "-".join(["converters", *VERSIONS.values()])
    if not (folder / "node_modules").exists():
        if not shutil.which("npm"):
            raise Unavailable("npm, which fetches the others, is not here")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}', encoding="utf8")
        wanted = [f"{name}@{version}" for name, version in VERSIONS.items()]
        done = subprocess.run(["npm", "install", "--silent", "--prefix", folder, *wanted], capture_output=True, text=True)
        if done.returncode != 0:
            shutil.rmtree(folder / "node_modules", ignore_errors=True)
            raise Unavailable("npm cannot fetch the others: " + (done.stderr or done.stdout))
    return folder


def ask_theirs(folder, tool, texts):
    done = subprocess.run(["node", TESTS / "conversion" / "theirs.mjs", folder], check=True, capture_output=True, text=True,
                          input=json.dumps([{"tool": tool, "text": text} for text in texts]))
    return json.loads(done.stdout)


def first_line(text):
    lines = [line for line in text.splitlines() if line.strip() and "level=warning" not in line]
    return re.sub(r"/tmp/[\w./-]+", "…", lines[-1].strip()) if lines else ""


def weigh(found, told):
    """[verdict, why] of differences FOUND, and of those that are left without what was TOLD."""
    if not found:
        return [SAME, ""]
    return [DIFFERS, sorted(told)[0]] if told else [TOLD, ""]


def judge_file(compose, run, variables, text, noted):
    """Of a Compose file: does it ask for the container of RUN?"""
    answer = compose.create(text, variables)
    if answer.refusal:
        return [REFUSED, first_line(answer.refusal)]
    if len(answer.containers) != 1:
        return [DIFFERS, f"{len(answer.containers)} containers"]
    service, = answer.containers
    return weigh(list(compare(run, answer, service, ())), list(compare(run, answer, service, noted)))


def judge_command(client, run, shell, text, noted):
    """Of a command: does it ask for the container of RUN? Docker networks and volumes may be made before it."""
    lines = re.split(r"\n(?=docker )", text.strip())
    command = next((line for line in lines if re.match(r"docker (run|create) ", line)), "")
    try:
        verdict = client.run(after_run(Words(command, shell.expand).words))
    except (NotSimple, ValueError) as error:
        return [REFUSED, f"a shell reads something else: {error}"]
    if not verdict.create:
        return [REFUSED, verdict.said]
    wanted, got = plain(run), plain(verdict.create)
    for container in wanted, got:                     # made before it; and what no file says
        for member in "Volumes", "AttachStdin", "AttachStdout", "AttachStderr", "StdinOnce":
            container.pop(member, None)
    say = lambda rows: [f"{' '.join(path)}: {json.dumps(one)} became {json.dumps(other)}" for path, one, other in rows]
    return weigh(say(differences(wanted, got)), say(differences(forget(wanted, noted), forget(got, noted))))


def ignored(text):
    """The options that composerize says it ignores."""
    return set(re.findall(r"^# --([\w-]+)", text, re.M))


def judge(client, compose, text, ours, theirs, back):
    noted = {note.get("option") for note in ours["notes"]}
    left = unexpanded(text, ours["notes"])
    run, _, variables = ask_client([client], text, left)
    shell = Shell(client.cwd, next(iter(variables.values()), ""), left)
    again = bulkhead.call("convert", "--to", "run-oneline", "-", text=ours["text"])
    row = {"command": text, "bulkhead": judge_file(compose, run.create, variables, ours["text"], noted),
           "composerize": [FAILED, first_line(theirs["error"])] if "error" in theirs else
                          judge_file(compose, run.create, variables, theirs["text"], ignored(theirs["text"])),
           "bulkhead back": [FAILED, first_line(again.stderr)] if again.returncode else
                            judge_command(client, run.create, shell, again.stdout, noted),
           "decomposerize": [FAILED, first_line(back["error"])] if "error" in back else
                            judge_command(client, run.create, shell, back["text"], noted)}
    for ours_alone in "bulkhead", "bulkhead back":
        if left and row[ours_alone][0] == SAME:
            row[ours_alone][0] = TOLD
    return row


def report(rows):
    text = json.dumps(rows, indent=1, ensure_ascii=False) + "\n"
    if update:
        RECORD.write_text(text, encoding="utf8")
        return
    recorded = json.loads(RECORD.read_text(encoding="utf8"))
    tap.point("as many commands as recorded", [] if len(rows) == len(recorded) else [f"{len(rows)}, not {len(recorded)}"])
    for row, before in zip(rows, recorded):
        tap.point(row["command"], [f"{name}: {before.get(name)} became {row[name]}" for name in row if row[name] != before.get(name)])
        if row["bulkhead"][0] in (DIFFERS, REFUSED, FAILED):
            tap.point(row["command"] + ", in Compose", [row["bulkhead"]])
    tap.finish()


def main():
    if missing():
        tap.skip_all(missing())
    ours = export(sys.argv[2], texts())
    try:
        folder = fetch()
        theirs = ask_theirs(folder, "composerize", texts())
        back = ask_theirs(folder, "decomposerize", [output["text"] for output in ours])
        with Client() as client, Compose() as compose:
            rows = each(lambda row: judge(client, compose, *row), list(zip(texts(), ours, theirs, back)))
    except Unavailable as reason:
        tap.skip_all(str(reason))
    report(rows)


main()
