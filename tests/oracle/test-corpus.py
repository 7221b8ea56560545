#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the corpus, read and written again: the client asks for the same container.

  test-corpus.py BULKHEAD-CLI
"""
import functools

import bulkhead
import tap
from client import Client, differences, missing
from corpus import commands, each
from shell import Words

FORMS = [("run",), ("run", "--short"), ("run-oneline",), ("run-oneline", "--short")]

# Commands that the client accepts and that do not come out the same, and why.
EXCEPTIONS = {
    "42ed94fb0f": "a Windows path, of which a POSIX shell drops the backslashes: they are kept, and told of",
    "6d034ed97a": "a quoted text over several lines, which the corpus joined to one",
    "6d042d1d39": "a quoted text over several lines, which the corpus joined to one",
}

# Commands that the client refuses and that we take, and why.
TAKEN = {
    "9456c533b7": "a typographic dash, which is read as two hyphens, and told of",
    "1d0d2c7688": "podman's --userns, of which docker's client knows nothing",
    "792f232754": "a file that is not there, which only the client's computer can tell",
}


def after_run(words):
    """(the words up to `run` or `create`, those after it); `container` before it says nothing."""
    at = min(words.index(verb) for verb in ("run", "create") if verb in words) + 1
    return [word for word in words[:at] if word != "container"], words[at:]


def judge(ask, client, entry):
    """What the client would do otherwise after we read and wrote ENTRY."""
    original = Words(entry["command"])
    start, words = after_run(original.words)
    wanted = ask(tuple(words))
    for form in FORMS:
        done = bulkhead.call("convert", "--to", *form, "-", text=entry.get("text", entry["command"]))
        if done.returncode != 0:
            return [f"{' '.join(form)}: {done.stderr}"]
        written = Words(done.stdout)
        new_start, new_words = after_run(written.words)
        got = ask(tuple(new_words))
        lines = differences(wanted.create, got.create) if got.create else [got.said]
        if new_start != start:
            lines.append(f"it begins with {new_start}, not {start}")
        if sorted(written.expansions) != sorted(original.expansions):
            lines.append(f"the shell expands {written.expansions}, not {original.expansions}")
        if client.aside(new_words) != client.aside(words):
            lines.append(f"the client is told {client.aside(new_words)}, not {client.aside(words)}")
        if lines:
            return [entry["command"], done.stdout, *lines]
    return []


def judge_refused(entry):
    """What the client refuses, we refuse with a reason."""
    done = bulkhead.call("convert", "--to", "run", "-", text=entry["command"])
    if done.returncode == 2 and done.stderr and not done.stdout:
        return []
    return [entry["command"], "the client says: " + entry["error"], done.stderr, done.stdout]


def report(entry, name, problems, exceptions):
    if entry["id"] in exceptions:
        tap.note(f"{entry['id']}: {exceptions[entry['id']]}")
        problems = [] if problems else ["no exception is needed any more"]
    tap.point(name, problems)


def main():
    if missing():
        tap.skip_all(missing())
    accepted = [entry for entry in commands() if entry["rc"] == 0]
    refused = [entry for entry in commands() if entry["rc"] not in (0, None)]
    with Client() as client:
        ask = functools.lru_cache(maxsize=None)(client.run)
        found = each(lambda entry: judge(ask, client, entry), accepted)
    for entry, problems in zip(accepted, found):
        report(entry, entry["id"], problems, EXCEPTIONS)
    for entry, problems in zip(refused, each(judge_refused, refused)):
        report(entry, entry["id"] + ", refused", problems, TAKEN)
    tap.finish()


main()
