# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs journeys: functions that take a Session and go through the app as a person would.

Each has a session of its own in every language, and is a test point.
"""
import subprocess
import sys
import traceback

from tap import finish, point, skip_all

LANGUAGES = ("en", "ko")


def command_line():
    """The prefix that the app is installed in, and the words that tell which journeys to go."""
    return sys.argv[1], sys.argv[2:]


def lacking():
    try:
        import driver  # noqa: F401
    except (ImportError, ValueError) as error:
        return str(error)
    for program in ("Xvfb", "dbus-daemon", "openbox", "xprop", "xdotool", "xclip"):
        if subprocess.run(["which", program], capture_output=True, check=False).returncode:
            return f"{program} is missing"
    return None


def go(journey, prefix, language):
    """What went wrong; nothing if it arrived."""
    import driver
    try:
        with driver.Session(prefix, language) as session:
            journey(session)
    except Exception:  # pylint: disable=broad-except
        return [traceback.format_exc()]
    return []


def run(*journeys, languages=LANGUAGES):
    prefix, wanted = command_line()
    reason = lacking()
    if reason:
        skip_all(reason)
    for journey in journeys:
        for language in languages:
            title = f"{journey.__doc__.splitlines()[0]} ({language})"
            if wanted and not any(word in title for word in wanted):
                continue
            point(title, go(journey, prefix, language))
    finish()
