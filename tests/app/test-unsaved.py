#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not saved survives; what is saved is in the file."""
import json
import os
import stat

from driver import wait
from journey import run


def drafts(session):
    return list((session.home / "state" / "bulkhead" / "drafts").glob("*.draft"))


def change_name(app, name):
    app.find("text", app.session.text("Name")).set_text(name)


def is_named(app, name):
    entry = app.look("text", app.session.text("Name"))
    return entry is not None and entry.text == name


def choose(app, name):
    """Goes to the item of the menu that is open. Only GTK knows where the screen's edge put that."""
    name = name.split("(")[0]

    def is_reached():
        focus = app.focus
        if focus is not None and focus.name.split("(")[0] == name:
            return True
        app.session.keys("Down")
        return False
    wait(f"menu item “{name}”", is_reached)
    app.session.keys("Return")


def killed(session):
    """A killed app goes on where it was, and what it kept is for its owner's eyes"""
    _ = session.text
    file = session.home / "command.sh"
    file.write_text("docker run -d --name web -e TOKEN=abc nginx:1.27\n", encoding="utf-8")
    app = session.start(str(file))
    with app:
        change_name(app, "shop")
        wait("a draft with the change",
             lambda: any("shop" in path.read_text(encoding="utf-8") for path in drafts(session)))
        app.kill()
        app.close = lambda: None
    draft, = drafts(session)
    assert stat.S_IMODE(os.stat(draft).st_mode) == 0o600, oct(os.stat(draft).st_mode)
    half = draft.with_name(".half-written")
    half.write_text("secret", encoding="utf-8")
    with session.start() as again:
        wait("the name as it was", lambda: is_named(again, "shop"))
        assert not half.exists()
        # Closing keeps it as well: the next start has it once more.
    assert len(drafts(session)) == 1
    with session.start() as again:
        wait("the name as it was", lambda: is_named(again, "shop"))
        again.find("push button", _("Main Menu")).press()
        choose(again, _("_Start Over").replace("_", ""))
        again.find("text", _("Command"))
    assert not drafts(session), "a draft of nothing is left"


def saved(session):
    """A profile is opened, changed and saved to its file, and nothing else is kept"""
    file = session.home / "web.bulkhead.json"
    profile = {"format": "bulkhead-profile", "version": 1, "image": "nginx:1.27", "of mine": [1, 2],
               "settings": [{"option": "name", "value": "web"}]}
    file.write_text(json.dumps(profile), encoding="utf-8")
    with session.start(str(file)) as app:
        change_name(app, "shop")
        wait("a draft with the change",
             lambda: any("shop" in path.read_text(encoding="utf-8") for path in drafts(session)))
        session.keys("ctrl+s")
        wait("the file with the change", lambda: "shop" in file.read_text(encoding="utf-8"))
        wait("no draft", lambda: not drafts(session))
    read = json.loads(file.read_text(encoding="utf-8"))
    assert read["settings"] == [{"option": "name", "value": "shop"}], read
    assert read["of mine"] == [1, 2], read
    assert not drafts(session)


run(killed, saved)
