#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our table of options against the client's own help.

  test-options.py BULKHEAD-CLI
"""
import bulkhead
import tap
from client import HELP, Client, missing

# The release that the table describes; another one may have more options, or fewer.
RELEASE = "28.2"


def help_of(client, command):
    """{long name: (letter, type word)} of what `docker COMMAND --help` lists. A switch has no type word."""
    text = client.ask([command, "--help"]).stdout
    return {name: (letter or "", word or "") for letter, name, word in HELP.findall(text)}


def compare(ours, theirs, complete):
    """What differs, both ways; with COMPLETE also which options one of them lacks."""
    for name in sorted(ours.keys() & theirs.keys()):
        if ours[name] != theirs[name]:
            yield f"--{name}: letter and type are {theirs[name]} for the client, {ours[name]} for us"
    if complete:
        yield from (f"--{name} is missing in our table" for name in sorted(theirs.keys() - ours.keys()))
        yield from (f"--{name} is in our table only" for name in sorted(ours.keys() - theirs.keys()))


def is_known(client, word):
    return "unknown" not in client.run([word, "x"]).refusal


def main():
    if missing():
        tap.skip_all(missing())
    options = bulkhead.read_json("options", "--format", "json")["options"]
    # The engine runs Linux, so the help leaves out what is for Windows only.
    shown = [option for option in options if not option["hidden"] and option["platform"] == "any"]
    with Client() as client:
        version = client.version()
        complete = version.startswith(RELEASE + ".")
        if not complete:
            tap.note(f"the client is {version}, the table describes {RELEASE}: missing options do not count")
        for command, skipped in ("run", ()), ("create", ("run_only",)):
            ours = {option["name"]: (option["short"] or "", option["client_type"]) for option in shown
                    if not any(option[flag] for flag in skipped)}
            tap.point(f"docker {command} --help", list(compare(ours, help_of(client, command), complete)))
        if complete:
            hidden = ["--" + option["name"] for option in options if option["hidden"]]
            windows = ["--" + option["name"] for option in options if option["platform"] != "any"]
            aliases = ["--" + alias for option in options for alias in option["aliases"]]
            for name in hidden + windows + aliases:
                tap.point(f"{name}, which no help shows", [] if is_known(client, name) else ["the client does not know it"])
    tap.finish()


main()
