#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an empty form to a Compose file, which the command line reads as the same container."""
import os
import subprocess

from driver import wait
from journey import run

COMPOSE = """services:
  web:
    image: nginx:1.27
    container_name: web
"""

COMMAND = ("docker run --name web --publish 127.0.0.1:8080:80 --publish 127.0.0.1:8443:443 "
           "--volume ./html:/usr/share/nginx/html:ro --env API_TOKEN=s3cret-t0ken-0123456789 --pid host "
           "--cpus 1.5 --memory 512m nginx:1.27")


def cli(session, *argv, text):
    return subprocess.run([session.prefix / "bin/bulkhead-cli", *argv, "-"], input=text, encoding="utf-8",
                          env={**os.environ, "LANGUAGE": "C"}, capture_output=True, check=True).stdout


def fill(app, name, text, index=0):
    field = wait(f"text “{name}”", lambda: list(app.root.walk("text", name))[index])
    field.set_text(text)


def add(app, button, rows):
    """One more row of a list, by its button."""
    app.find("push button", button).press()
    wait(f"row {rows} of {button}", lambda: len(list(app.root.walk("push button", app.session.text("Remove")))) == rows)


def choose(app, name, choice):
    box = app.find("combo box", name)
    box.press()
    box.find("label", choice).press()


def from_empty(session):
    """From empty to a Compose file that the command line reads back"""
    _ = session.text

    def show(section):
        app.find("list", _("Sections")).find("list item", _(section)).press()
        app.find("list item", _(section), state="selected")

    with session.start() as app:
        app.find("push button", _("Empty Form")).press()
        fill(app, _("Image"), "nginx:1.27")
        fill(app, _("Name"), "web")

        show("Ports")
        add(app, _("_Add Port").replace("_", ""), 1)
        add(app, _("_Add Port").replace("_", ""), 2)
        fill(app, _("On this computer"), "8443", 1)
        fill(app, _("In the container"), "443", 1)

        show("Files")
        add(app, _("Add _Folder").replace("_", ""), 1)
        fill(app, _("On this computer"), "./html")
        fill(app, _("In the container"), "/usr/share/nginx/html")

        show("Variables")
        add(app, _("Add _Variable").replace("_", ""), 1)
        fill(app, _("Name"), "API_TOKEN")
        fill(app, _("Value"), "s3cret-t0ken-0123456789")

        show("Network")
        choose(app, _("Network mode"), _("Host"))
        choose(app, _("Network mode"), _("Bridge"))

        show("Processes")
        choose(app, _("Process list"), _("Host"))

        show("CPU and memory")
        fill(app, _("Most CPUs"), "1.5")
        fill(app, _("Most memory"), "512")

        app.find("push button", "Compose").press()
        app.find("push button", "Compose", state="pressed")
        app.find("push button", _("Copy")).press()
        compose = wait("the Compose file in the clipboard", lambda: session.clipboard)
        assert compose.startswith(COMPOSE), compose
        back = cli(session, "convert", "--to", "run-oneline", text=compose).strip()
        assert back == COMMAND, f"{compose}\n{back}"


run(from_empty)
