# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The app, driven from outside: found as a screen reader finds things, used by mouse and keyboard.

    with Session(prefix, "ko") as session, session.start() as app:
        app.find("push button", session.text("Empty Form")).press()

A session is an X server with a window manager, a session bus and a home of its own; an app is one
process in it. Nothing here sleeps and hopes: what is asked for is looked for until it is there or
time is up.

AT-SPI is spoken directly: the whole tree is one answer on the bus, where libatspi asks a question
for each of its leaves.
"""
import contextlib
import gettext
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

SETTINGS_PATH = "io/github/bulkhead/Bulkhead"
PATIENCE = float(os.environ.get("BULKHEAD_PATIENCE", "30"))  # seconds
PAUSE = 0.02

ROOT = "/org/a11y/atspi/accessible/root"
WINDOW = 1  # coordinates within the window
ROLES = {int(value): value.value_nick.replace("-", " ") for value in Atspi.Role.__enum_values__.values()}
STATES = {int(value): value.value_nick for value in Atspi.StateType.__enum_values__.values()}


class Timeout(AssertionError):
    pass


def wait(what, condition, patience=None):
    """Until CONDITION is true, and returns what it is. What has gone meanwhile is looked for again."""
    end = time.monotonic() + (patience or PATIENCE)
    while True:
        with contextlib.suppress(GLib.Error, subprocess.SubprocessError):
            result = condition()
            if result:
                return result
        if time.monotonic() > end:
            raise Timeout(f"not in time: {what}")
        time.sleep(PAUSE)


class Bus:
    def __init__(self, address):
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, name, path, interface, method, signature=None, *values):
        arguments = GLib.Variant(signature, values) if signature else None
        return self.connection.call_sync(name, path, interface, method, arguments, None,
                                         Gio.DBusCallFlags.NONE, 20000, None).unpack()


class Session:
    """An environment of its own. LANGUAGE is "en" or one that PREFIX/share/locale has."""

    def __init__(self, prefix, language="en", screen="1280x900"):
        self.prefix = Path(prefix)
        self.language = language
        self.screen = screen
        self.processes = []
        self.home = None
        self.apps = []
        self.accessibility = None  # the bus
        # Of the app and of GTK, written before an app starts.
        self.settings = {"window-maximized": "true"}
        self.gtk_settings = {"gtk-enable-animations": "0", "gtk-font-name": "Cantarell 11"}
        catalogue = gettext.translation("bulkhead", self.prefix / "share/locale", [language], fallback=True)
        self.text = catalogue.gettext
        self.ntext = catalogue.ngettext

    def __enter__(self):
        self.home = Path(tempfile.mkdtemp(prefix="bulkhead-journey-"))
        try:
            self.environ = self.make_environment()
            self.environ["DISPLAY"] = ":" + self.spawn_telling(
                ["Xvfb", "-displayfd", "{fd}", "-screen", "0", self.screen + "x24", "-noreset",
                 "-nolisten", "tcp"])
            self.environ["DBUS_SESSION_BUS_ADDRESS"] = self.spawn_telling(
                ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={fd}"])
            self.manage_windows()
            bus = Bus(self.environ["DBUS_SESSION_BUS_ADDRESS"])
            self.accessibility = Bus(*bus.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_exc):
        for app in self.apps:
            app.kill()
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def make_environment(self):
        environ = {key: value for key, value in os.environ.items()
                   if key in ("PATH", "TMPDIR") or key.endswith("SAN_OPTIONS")}
        for key in ("CONFIG", "DATA", "CACHE", "STATE", "RUNTIME"):
            folder = self.home / key.lower()
            folder.mkdir(mode=0o700)
            environ[f"XDG_{key}_{'DIR' if key == 'RUNTIME' else 'HOME'}"] = str(folder)
        environ.update({
            "HOME": str(self.home),
            "XDG_DATA_DIRS": f"{self.prefix}/share:/usr/local/share:/usr/share",
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": self.language,
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GSETTINGS_BACKEND": "keyfile",
            "GIO_USE_VFS": "local",
            "G_DEBUG": "fatal-criticals",
        })
        return environ

    def spawn(self, argv, **kwargs):
        process = subprocess.Popen(argv, env=self.environ, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, **kwargs)
        self.processes.append(process)
        return process

    def spawn_telling(self, argv):
        """Starts a server that writes one line about itself to {fd}, and returns the line."""
        read, write = os.pipe()
        self.spawn([word.replace("{fd}", str(write)) for word in argv], pass_fds=[write],
                   stdin=subprocess.DEVNULL)
        os.close(write)
        with open(read, encoding="utf-8") as pipe:
            line = pipe.readline().strip()
        if not line:
            raise RuntimeError(f"{argv[0]} does not start")
        return line

    def manage_windows(self):
        """Without somebody to manage them, windows get neither focus nor are they maximized."""
        rules = self.home / "rc.xml"
        rules.write_text('<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>'
                         '<application class="*"><decor>no</decor></application>'
                         "</applications></openbox_config>", encoding="utf-8")
        self.spawn(["openbox", "--sm-disable", "--config-file", rules], stdin=subprocess.DEVNULL)
        wait("the window manager",
             lambda: "(WINDOW)" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))

    def run(self, *argv, text=None, timeout=20):
        return subprocess.run(argv, env=self.environ, input=text, timeout=timeout, check=True,
                              capture_output=True, encoding="utf-8").stdout

    def start(self, *args, **environ):
        self.write_settings()
        self.apps.append(App(self, args, environ))
        return self.apps[-1]

    def write_settings(self):
        self.write_keys("glib-2.0/settings/keyfile", SETTINGS_PATH, self.settings)
        self.write_keys("gtk-4.0/settings.ini", "Settings", self.gtk_settings)

    def write_keys(self, name, group, keys):
        path = self.home / "config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join([f"[{group}]\n", *(f"{key}={value}\n" for key, value in keys.items())]),
                        encoding="utf-8")

    @property
    def clipboard(self):
        """What it holds; None when nothing is there."""
        try:
            return self.run("xclip", "-selection", "clipboard", "-o", timeout=5)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return None

    def copy(self, text):
        """xclip stays and serves the text until somebody else copies something."""
        process = self.spawn(["xclip", "-selection", "clipboard", "-quiet"], stdin=subprocess.PIPE)
        process.stdin.write(text.encode())
        process.stdin.close()
        wait("the text in the clipboard", lambda: self.clipboard == text)

    def keys(self, *keys):
        self.run("xdotool", "key", "--clearmodifiers", "--delay", "20", *keys)

    def type(self, text):
        """ASCII only."""
        self.run("xdotool", "type", "--clearmodifiers", "--delay", "12", "--", text)

    def click(self, x, y, button=1):
        self.run("xdotool", "mousemove", str(x), str(y), "click", str(button))


class App:
    """One process. It has to end by itself, without having written a word to standard error."""

    def __init__(self, session, args, environ):
        self.session = session
        self.output = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")
        self.process = subprocess.Popen([session.prefix / "bin/bulkhead", *args],
                                        env={**session.environ, **environ}, stdin=subprocess.DEVNULL,
                                        stdout=self.output, stderr=self.output)
        self.bus_name = None

    def __enter__(self):
        self.bus_name = wait("the app on the accessibility bus", self.find_bus_name)
        wait("an active window", lambda: self.window)
        return self

    def __exit__(self, kind, *_exc):
        if kind is None:
            self.close()
            return
        with contextlib.suppress(GLib.Error):
            self.root.dump()
        print("# the app says:", self.said(), flush=True)

    def find_bus_name(self):
        self.check()
        bus = self.session.accessibility
        children, = bus.call("org.a11y.atspi.Registry", ROOT, "org.a11y.atspi.Accessible", "GetChildren")
        for name, _path in children:
            process, = bus.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                "GetConnectionUnixProcessID", "(s)", name)
            if process == self.process.pid:
                return name
        return None

    def call(self, path, interface, method, signature=None, *values):
        return self.session.accessibility.call(self.bus_name, path, "org.a11y.atspi." + interface, method,
                                               signature, *values)

    def said(self):
        self.output.seek(0)
        return self.output.read()

    def check(self):
        """Fails as soon as the app has complained or ended."""
        said = self.said()
        if said:
            raise AssertionError(f"the app says: {said}")
        if self.process.poll() is not None:
            raise AssertionError(f"the app has ended with status {self.process.returncode}")

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        """Ends it as a person would."""
        self.check()
        self.session.keys("ctrl+q")
        wait("the end of the app", lambda: self.process.poll() is not None)
        said = self.said()
        if said or self.process.returncode:
            raise AssertionError(f"the app ends with status {self.process.returncode}, and says: {said}")

    @property
    def root(self):
        """All that there is now. A node says what was the case when it was asked for."""
        def look():
            self.check()
            nodes = self.known_nodes()
            if all([self.knows_children(node, nodes) for node in nodes.values()]):
                return nodes[ROOT]
            return None
        return wait("a tree that stands still", look)

    def known_nodes(self):
        """What GTK has been asked for before, in one answer."""
        items, = self.call("/org/a11y/atspi/cache", "Cache", "GetItems")
        nodes = {item[0][1]: Node(self, item) for item in items}
        for node in nodes.values():
            node.parent = nodes.get(node.parent_path)
            if node.parent is not None:
                node.parent.children.append(node)
        for node in nodes.values():
            node.children.sort(key=lambda child: child.index)
        return nodes

    def knows_children(self, node, nodes):
        """Whether all are known. Those that are there no longer are forgotten."""
        shown = [child for child in node.children if child.has("visible")]
        is_stack = any(child.name == "GtkStackPage" for child in shown)
        if len(shown) == node.n_children and not is_stack:
            return True
        children = [path for _, path in self.call(node.path, "Accessible", "GetChildren")[0]]
        if all(path in nodes for path in children):
            node.children = [nodes[path] for path in children]
            return True
        self.make_known(node.path, nodes)
        return False

    def make_known(self, path, nodes):
        for _, child in self.call(path, "Accessible", "GetChildren")[0]:
            if child not in nodes:
                self.make_known(child, nodes)

    @property
    def windows(self):
        return self.root.children

    @property
    def window(self):
        """The active one; None while there is none."""
        return next((window for window in self.windows if window.has("active")), None)

    @property
    def focus(self):
        """What has the keyboard; None while nothing has."""
        return self.look(state="focused")

    def look(self, role=None, name=None, **kwargs):
        """The first that is shown, or None."""
        self.check()
        return self.root.look(role, name, **kwargs)

    def find(self, role=None, name=None, patience=None, **kwargs):
        """The same, and waits for it."""
        return wait(f"{role} “{name}” {kwargs or ''}", lambda: self.look(role, name, **kwargs), patience)

    def wait_gone(self, role=None, name=None, **kwargs):
        wait(f"no more {role} “{name}” {kwargs or ''}", lambda: self.look(role, name, **kwargs) is None)


class Node:
    """A thing as assistive technology sees it."""

    def __init__(self, app, item):
        (_, self.path), _, (_, self.parent_path), self.index, self.n_children, _, self.name, role, self.description, bits = item
        self.app = app
        self.role = ROLES[role]
        self.states = {STATES[i] for i in range(64) if bits[i // 32] >> i % 32 & 1}
        self.parent = None
        self.children = []

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    def has(self, state):
        return state in self.states

    def again(self):
        """The same thing as it is now; None when it has gone."""
        return next((node for node in self.app.root.everything() if node == self), None)

    def everything(self):
        for child in self.children:
            yield child
            yield from child.everything()

    def walk(self, role=None, name=None, state=None):
        """What is below it and shown, and is of that ROLE, NAME and STATE, in reading order."""
        for child in self.children:
            if not child.has("visible"):
                continue
            if ((role is None or child.role == role) and (name is None or child.name == name)
                    and (state is None or child.has(state))):
                yield child
            yield from child.walk(role, name, state)

    def look(self, role=None, name=None, state=None):
        return next(self.walk(role, name, state), None)

    def find(self, role=None, name=None, patience=None, **kwargs):
        """Waits for it."""
        def look():
            self.app.check()
            again = self.again()
            return again.look(role, name, **kwargs) if again is not None else None
        return wait(f"{role} “{name}” {kwargs or ''} in {self.role} “{self.name}”", look, patience)

    def ancestors(self):
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def dump(self, depth=0):
        print(f"# {'  ' * depth}{self.role} “{self.name}”"
              + (f" ({self.description})" if self.description else "")
              + f" {' '.join(sorted(self.states))}", flush=True)
        for child in self.children:
            child.dump(depth + 1)

    # Text

    def count_characters(self):
        return self.app.session.accessibility.call(
            self.app.bus_name, self.path, "org.freedesktop.DBus.Properties", "Get", "(ss)",
            "org.a11y.atspi.Text", "CharacterCount")[0]

    @property
    def text(self):
        return self.app.call(self.path, "Text", "GetText", "(ii)", 0, self.count_characters())[0]

    def set_text(self, text):
        """As dictation software does; the keyboard is Session.type()."""
        if not self.app.call(self.path, "EditableText", "SetTextContents", "(s)", text)[0]:
            raise AssertionError(f"{self.role} “{self.name}” takes no text")

    # Place and mouse

    @property
    def extents(self):
        """Left, top, width, height within the window, now."""
        return self.app.call(self.path, "Component", "GetExtents", "(u)", WINDOW)[0]

    @property
    def center(self):
        x, y, width, height = self.extents
        return x + width // 2, y + height // 2

    def scroll_to(self):
        """Turns the wheel until its middle is in view."""
        pane = next((node for node in self.ancestors() if node.role == "scroll pane"), None)
        if pane is None:
            return
        pane.scroll_to()
        wheel = pane.on_screen(*pane.center)
        for _ in range(300):
            _, top, _, height = pane.extents
            before = self.center[1]
            # The border between panes can be taken hold of from a few pixels away.
            if top + 16 <= before <= top + height - 16:
                return
            self.app.session.click(*wheel, button=5 if before > top else 4)
            try:
                wait("the scrolled pane", lambda: self.center[1] != before, 3)
            except Timeout:
                break
        raise AssertionError(f"{self.role} “{self.name}” cannot be scrolled to")

    def on_screen(self, x, y):
        """Windows fill the screen or are centred dialogs; the frame around them is even."""
        toplevel = [self, *self.ancestors()][-2]
        _, _, width, height = toplevel.extents
        geometry = dict(line.split("=") for line in self.app.session.run(
            "xdotool", "getactivewindow", "getwindowgeometry", "--shell").split())
        return (int(geometry["X"]) + (int(geometry["WIDTH"]) - width) // 2 + x,
                int(geometry["Y"]) + (int(geometry["HEIGHT"]) - height) // 2 + y)

    def press(self):
        """Clicks on its middle, as soon as it can be."""
        wait(f"a sensitive {self.role} “{self.name}”", lambda: self.again().has("sensitive"))
        self.scroll_to()
        self.app.session.click(*self.on_screen(*self.center))
        return self
