#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A careless command goes in, a careful one comes out: by mouse, and by keyboard alone."""
from contextlib import suppress

from driver import Timeout, wait
from journey import run

CARELESS = ("docker run -d --name web -p 8080:80 -v /var/run/docker.sock:/var/run/docker.sock "
            "-v \"$PWD/html\":/usr/share/nginx/html:ro nginx:1.27")
CAREFUL = """docker run \\
  -d \\
  --name web \\
  -p 127.0.0.1:8080:80 \\
  -v "$PWD/html:/usr/share/nginx/html:ro" \\
  nginx:1.27"""

SOCKET = "The engine's socket is mounted"
PORT = "A port is open to every network"


def by_mouse(session):
    """Paste, see the warnings, fix one by its button and one in the form, copy"""
    _ = session.text
    with session.start() as app:
        session.copy(CARELESS)
        app.find("text", _("Command"), state="focused")
        session.keys("ctrl+v")
        app.find("push button", _("Look at It")).press()

        warnings = app.find("filler", _("Warnings"))
        row = warnings.find("list item", _(SOCKET))
        warnings.find("list item", _(PORT))
        row.press()
        warnings.find("push button", _("Apply: %s") % _("Do not mount the socket")).press()
        app.wait_gone("list item", _(SOCKET))

        app.find("list item", _("Ports")).press()
        reach = app.find("combo box", _("Who can connect"))
        reach.press()
        reach.find("label", _("Only from this computer")).press()
        app.wait_gone("list item", _(PORT))

        app.find("push button", _("Copy")).press()
        wait("the careful command in the clipboard", lambda: session.clipboard not in (None, CARELESS))
        assert session.clipboard == CAREFUL, session.clipboard
        app.find("label", _("Copied"))


def tab_to(session, app, role, name, key="Tab"):
    """Presses a key until the focus is there."""
    for _ in range(80):
        focus = app.focus
        if focus is not None and focus.role == role and focus.name == name:
            return focus
        session.keys(key)
        # libadwaita does not tell where it is while it is in one of its entry rows.
        with suppress(Timeout):
            wait("the focus to move", lambda b=focus: app.focus not in (None, b), 1)
    raise AssertionError(f"{key} does not lead to {role} “{name}”")


def by_keyboard(session):
    """The same without a mouse"""
    _ = session.text
    with session.start() as app:
        session.copy(CARELESS)
        app.find("text", _("Command"), state="focused")
        session.keys("ctrl+v")
        app.find("push button", _("Look at It"), state="sensitive")
        session.keys("ctrl+Return")
        app.find("list item", _(SOCKET))

        session.keys("ctrl+Next")  # the next section
        reach = app.find("combo box", _("Who can connect"))
        tab_to(session, app, "push button", _("Who can connect"))
        session.keys("space")
        reach.find("label", _("Only from this computer"))
        session.keys("Home", "Return")
        app.wait_gone("list item", _(PORT))

        tab_to(session, app, "list item", _(SOCKET))
        session.keys("Return")
        fix = _("Apply: %s") % _("Do not mount the socket")
        app.find("push button", fix)
        tab_to(session, app, "push button", fix)
        session.keys("Return")
        app.wait_gone("list item", _(SOCKET))

        session.keys("ctrl+shift+c")
        wait("the careful command in the clipboard", lambda: session.clipboard not in (None, CARELESS))
        assert session.clipboard == CAREFUL, session.clipboard


run(by_mouse, by_keyboard)
