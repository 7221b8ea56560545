#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What nobody would accept is marked and explained where it was typed, and nothing of it is lost."""
from driver import wait
from journey import run

# A section, the field in it, what is typed, and the words that it becomes.
WRONG = (
    ("Image and command", "Image", "UPPER case", "'UPPER case'"),
    ("Image and command", "Name", "not a name", "--name 'not a name'"),
    ("Processes", "Most processes", "many", "--pids-limit many"),
    ("CPU and memory", "Most CPUs", "fast", "--cpus fast"),
    ("CPU and memory", "Most memory", "lots", "--memory lots"),
    ("Restart, health and logs", "Time between checks", "now and then", "--health-interval 'now and then'"),
)


def is_marked(app, name):
    field = app.look("text", name)
    return field is not None and field.has("invalid") and field.description


def typed_wrong(session):
    """A wrong value in each kind of field is marked, explained and kept"""
    _ = session.text
    session.settings["long-options"] = "true"
    with session.start() as app:
        app.find("text", _("Command")).set_text("docker run -p 8080:80 -e A=b nginx")
        app.find("push button", _("Look at It")).press()
        for section, name, typed, words in WRONG:
            app.find("list", _("Sections")).find("list item", _(section)).press()
            app.find("text", _(name)).set_text(typed)
            wait(f"{name} to be marked", lambda n=name: is_marked(app, _(n)))
            wait(f"{words} in the output", lambda w=words: w in app.find("text", _("Output")).text)
            assert app.find("text", _(name)).text == typed
        # In a list the entry is marked and its row explained.
        app.find("list", _("Sections")).find("list item", _("Ports")).press()
        app.find("text", _("In the container")).set_text("eighty")
        wait("the port to be marked", lambda: app.look("text", _("In the container"), state="invalid"))
        assert "eighty" in app.find("list item", _("Port") + ": --publish 8080:eighty").description
        wait("the port in the output", lambda: "8080:eighty" in app.find("text", _("Output")).text)
        # The sections say so too, and whatever was typed first is still there.
        refused = app.find("list", _("Sections")).find("list item", _("Image and command"))
        assert _("Something here would be refused") in refused.description, refused.description
        refused.press()
        assert app.find("text", _("Image")).text == "UPPER case"


run(typed_wrong)
