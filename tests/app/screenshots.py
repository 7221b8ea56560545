#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py PREFIX FOLDER: pictures of the app in both languages and styles, wide and narrow."""
import subprocess
import sys
from pathlib import Path

from driver import Session, wait

FRAME = 5  # pixels that GTK draws around a window where nobody composes them
WIDE = (1280, 800)
NARROW = (400, 760)

CARELESS = """docker run -d --name web -p 8080:80 -e DB_PASSWORD=hunter2 \\
  -v /var/run/docker.sock:/var/run/docker.sock -v "$PWD/html":/usr/share/nginx/html \\
  --memory 512m --restart unless-stopped nginx:1.27"""


def start(session, app):
    """The page that the app starts with."""
    app.find("text", session.text("Command"))


def paste(session, app):
    _ = session.text
    app.find("text", _("Command")).set_text(CARELESS)
    app.find("push button", _("Look at It")).press()
    app.find("text", _("Output"))


def form(session, app):
    """Ports, with what they expose."""
    _ = session.text
    paste(session, app)
    show_section(session, app, "Ports")
    app.find("list", _("Published ports"))


def warnings(session, app):
    """A warning, told in full."""
    _ = session.text
    paste(session, app)
    if app.look("push button", _("Sections")) is not None:
        session.keys("F9")
    app.find("filler", _("Warnings")).find("list item", _("The engine's socket is mounted")).press()
    app.find("label", _("How it is used")).scroll_to()


def show_section(session, app, section):
    _ = session.text
    back = app.look("push button", _("Sections"))
    if back is not None:  # the window is narrow
        back.press()
    app.find("list", _("Sections")).find("list item", _(section)).press()


# The scene by style: one is for what is set, one for what it exposes.
SHOTS = [("start-light-en", "en", "light", WIDE, start)] + [
    (f"{shape}-{style}-{language}", language, style, size, scene)
    for shape, size in (("wide", WIDE), ("narrow", NARROW))
    for style, scene in (("light", form), ("dark", warnings))
    for language in ("en", "ko")
]


def picture(session, path):
    """The screen without the frame, when two pictures in a row are the same."""
    last = [None]

    def take():
        shot = subprocess.run(["convert", "x:root", "-shave", f"{FRAME}x{FRAME}", "ppm:-"],
                              env=session.environ, capture_output=True, check=True).stdout
        same = shot == last[0]
        last[0] = shot
        return same

    wait("a picture that stands still", take)
    subprocess.run(["convert", "ppm:-", path], input=last[0], check=True)
    subprocess.run(["pngquant", "--strip", "--speed", "1", "--force", "--output", path, path], check=True)


def shoot(prefix, folder, name, language, style, size, scene):
    width, height = (pixels + 2 * FRAME for pixels in size)
    with Session(prefix, language, f"{width}x{height}") as session:
        session.gtk_settings.update({"gtk-decoration-layout": ":close", "gtk-cursor-blink": "0"})
        with session.start(ADW_DEBUG_COLOR_SCHEME=f"prefer-{style}") as app:
            scene(session, app)
            session.run("xdotool", "mousemove", str(width), str(height))
            picture(session, folder / f"{name}.png")


def main():
    prefix, folder, *wanted = sys.argv[1:]
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, *shot in SHOTS:
        if not wanted or name in wanted:
            shoot(prefix, folder, name, *shot)
            print(folder / f"{name}.png")


main()
