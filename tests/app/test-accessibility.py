#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets on every page of the window has a name that a person would say."""
import re

from journey import run

COMMAND = """docker run -d -it --name web --label team=web -p 8080:80 -p 127.0.0.1:53:53/udp \
--network host -v /var/run/docker.sock:/var/run/docker.sock -v data:/data --tmpfs /tmp \
-e DB_PASSWORD=hunter2 -e MODE=production --env-file .env --pid host --ipc container:db \
--memory 512m --cpus 1.5 --privileged --cap-add SYS_ADMIN --cap-drop ALL --device /dev/sda \
--security-opt seccomp=unconfined --restart on-failure:5 --dns 1.1.1.1 --memory 2x nginx:latest sleep 1"""

# The parts that GTK and libadwaita give the focus, or a picture, and no name, and that nothing
# outside of them can name: what stands around them says it.
INNER = {
    ("image", "GtkImage"),  # the arrow of an expander, the pen of an entry
    ("filler", "GtkListItemWidget"),  # the chosen item within the button of a drop-down
}
TYPE_NAME = re.compile(r"^(Gtk|Adw|Bh)[A-Z]\w+$")
CONTAINERS = ("scroll pane", "panel", "filler", "scroll bar")


def in_popup(node):
    """The rows that a drop-down shows have no names; what is in them is read instead."""
    return node.role == "list item" and any(above.role == "combo box" for above in node.ancestors())


def complaint(node):
    """What is wrong with the name; None if nothing is."""
    if (node.role, node.name) in INNER or in_popup(node):
        return None
    if node.role in CONTAINERS and not TYPE_NAME.match(node.name) or not node.has("focusable") and node.role != "image":
        return None
    if not node.name.strip():
        return "has no name"
    if TYPE_NAME.match(node.name):
        return "goes by the name of its type"
    words = node.name.split()
    half = len(words) // 2
    if words[:half] == words[half:]:
        return "says its name twice"
    return None


def audit(app, page):
    problems = []
    for node in app.window.walk():
        wrong = complaint(node)
        if wrong:
            problems.append(f"{page}: {node.role} “{node.name}” {wrong} (in {path(node)})")
    return problems


def path(node):
    return ", ".join(f"{above.role} “{above.name}”" for above in node.ancestors() if above.name)


def every_page(session):
    """Everything that can have the focus has a name of its own"""
    _ = session.text
    with session.start() as app:
        problems = audit(app, "start")
        app.find("text", _("Command")).set_text(COMMAND)
        app.find("push button", _("Look at It")).press()
        sections = app.find("list", _("Sections"))
        assert len(sections.children) == 10
        for row in sections.children:
            row.press()
            app.find("list item", row.name, state="selected")
            problems += audit(app, row.name)
        warnings = app.find("list", _("Critical"))
        warnings.find("list item").press()
        app.find("label", _("What is exposed"))
        problems += audit(app, "an open warning")
    assert not problems, "\n".join(sorted(set(problems)))


run(every_page)
