#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/conversion.md must say what is so: what becomes of each option, and how others fare.

  test-conversion-page.py CLI EXPORT-COMMANDS PAGE             TAP, one test
  test-conversion-page.py --update CLI EXPORT-COMMANDS PAGE    writes the page
"""
import collections, difflib, json, os, pathlib, re, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent
TARGETS = ["run", "run-oneline", "profile", "compose"]

# Where Compose has what the table of options has elsewhere.
KEYS = {"mac-address": "networks.mac_address", "volume-driver": "driver"}

HEAD = """<!--
SPDX-FileCopyrightText: Bulkhead contributors
SPDX-License-Identifier: GPL-3.0-or-later

Made by tests/conversion/test-conversion-page.py --update.
-->

# Conversion

What becomes of each option of `docker run` in each target, from the {n} examples in
[options.txt](../tests/conversion/options.txt). *Exact* means the same container: the real client, given what
was written, asks the engine for it in the same words; for Compose, the real Compose 2.26 does (tests/oracle).
Whatever is not exact is told of beside the output, and on standard error by `bulkhead-cli convert`.

Compose itself adds labels, names the container after project and service unless it has a name, and puts it
on a network of the project unless it is on another one.

## Options

| option | run, run-oneline | profile | Compose |
| --- | --- | --- | --- |
"""

SIDE = """
## Side by side

Sixty commands to Compose and back: thirty that are hard to read right
([commands.txt](../tests/conversion/commands.txt)), then every 33rd of the real ones that the client accepts
([tests/corpus](../tests/corpus/README.md)). The way back begins with the Compose file that Bulkhead wrote.
The client 28.2 and Compose 2.26 judge (tests/oracle/test-side-by-side.py):

- *same*: the same container
- *told*: the same but for what it says that it cannot say
- *differs*: another container, without a word
- *refused*: the client, a shell or Compose refuses what was written
- *failed*: nothing was written

| | same | told | differs | refused | failed |
| --- | ---: | ---: | ---: | ---: | ---: |
"""

COMMANDS = """
What goes wrong, or has to be told:

| command | to Compose: composerize 1.7.6 | Bulkhead | back: decomposerize 1.4.4 | Bulkhead |
| --- | --- | --- | --- | --- |
"""

COLUMNS = [("composerize", "composerize, to Compose"), ("bulkhead", "Bulkhead, to Compose"),
           ("decomposerize", "decomposerize, to a command"), ("bulkhead back", "Bulkhead, to a command")]


def call(program, *arguments, text=""):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    return subprocess.run([program, *arguments], input=text, capture_output=True, text=True, env=environment, timeout=60,
                          check=True).stdout


def read_cases():
    """[(option, words)]"""
    lines = (HERE / "options.txt").read_text(encoding="utf8").splitlines()
    return [tuple(line.split(maxsplit=1)) for line in lines if not line.startswith("#")]


def export(exporter, target, cases):
    """[the output of each case]"""
    lines = "".join(json.dumps(f"docker run {words} nginx") + "\n" for _, words in cases)
    return [json.loads(line) for line in call(exporter, target, text=lines).splitlines()]


def cell(text, width=1000):
    text = " ".join(text.split())
    text = text if len(text) <= width else text[: width - 1] + "…"
    return text.replace("|", "\\|")


def code(text, width=1000):
    """As code that no backquote ends."""
    fence = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    return cell(f"{fence}{space}{text if len(text) <= width else text[: width - 1] + '…'}{space}{fence}")


def remarks(option, outputs):
    """[(kind, message, words of the cases)] of what is told of OPTION; names in a message do not count."""
    found = {}
    for words, output in outputs:
        for note in output["notes"]:
            if note.get("option") == option:
                mask = re.sub("“.*?”", "“…”", note["message"])
                found.setdefault(mask, (note["kind"], note["message"].rstrip("."), {}))[2][words] = True
    return [(kind, message, list(cases)) for kind, message, cases in found.values()]


def describe(option, outputs):
    """What becomes of OPTION in one target."""
    key = code(KEYS.get(option["name"]) or option["compose"] or "")
    telling = [words for words, _ in outputs if not words.endswith(("=false", "=0")) or option["name"] == "sig-proxy"]
    said = remarks(option["name"], outputs)
    if not outputs:
        return "says nothing of a container"
    if len(said) == 1 and said[0][2] == telling:
        return f"impossible: {cell(said[0][1])}" if said[0][0] == "lost" else f"changed: {key}. {cell(said[0][1])}"
    text = f"exact: {key}" if key != "``" else "exact: nothing to say"
    words = {"lost": "impossible", "changed": "changed"}
    return "; ".join([text, *(f"{code(cases[0])} {words[kind]}: {cell(message)}" for kind, message, cases in said)])


def round_trip(outputs):
    """Exact if all are read back as they were, and nothing has to be told."""
    wrong = [words for words, output in outputs if not output["same"] or output["notes"]]
    return "not exact: " + ", ".join(code(words) for words in wrong) if wrong else "exact" if outputs else "–"


def options_table(cli, exporter, cases):
    written = {target: export(exporter, target, cases) for target in TARGETS}
    text = ""
    for option in json.loads(call(cli, "options", "--format", "json"))["options"]:
        mine = {target: [(words, output) for (name, words), output in zip(cases, written[target]) if name == option["name"]]
                for target in TARGETS}
        run = round_trip(mine["run"] + mine["run-oneline"])
        text += f"| `--{option['name']}` | {run} | {round_trip(mine['profile'])} | {describe(option, mine['compose'])} |\n"
    return text


def side_by_side():
    rows = json.loads((HERE / "side-by-side.json").read_text(encoding="utf8"))
    text = SIDE
    for column, title in COLUMNS:
        count = collections.Counter(row[column][0] for row in rows)
        numbers = " | ".join(str(count[verdict]) for verdict in ("same", "told", "differs", "refused", "failed"))
        text += f"| {title} | {numbers} |\n"
    text += COMMANDS
    for row in rows:
        if all(row[column][0] == "same" for column, _ in COLUMNS):
            continue
        cells = [f"{verdict}: {code(why, 90)}" if why else verdict for verdict, why in (row[column] for column, _ in COLUMNS)]
        text += f"| {code(row['command'], 160)} | {' | '.join(cells)} |\n"
    return text


def main():
    update = sys.argv[1] == "--update"
    cli, exporter, path = sys.argv[2 if update else 1:]
    cases = read_cases()
    new = HEAD.format(n=len(cases)) + options_table(cli, exporter, cases) + side_by_side()
    if update:
        pathlib.Path(path).write_text(new, encoding="utf8")
        return
    old = pathlib.Path(path).read_text(encoding="utf8")
    print("1..1")
    print("ok 1 - docs/conversion.md" if old == new else "not ok 1 - docs/conversion.md")
    if old != new:
        for line in difflib.unified_diff(old.splitlines(), new.splitlines(), "docs/conversion.md", "now", n=0, lineterm=""):
            print("#", line)
        print("# tests/conversion/test-conversion-page.py --update writes it anew")


main()
