# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The judged: bulkhead-cli, as its first argument names it."""
import json
import subprocess
import sys


def call(*arguments, text=None):
    """The finished process of `bulkhead-cli ARGUMENTS…`."""
    return subprocess.run([sys.argv[1], *arguments], input=text, capture_output=True, text=True, errors="replace", timeout=60)


def read_json(*arguments, text=None):
    """What it prints as JSON; None if it takes the input for wrong without more to say."""
    done = call(*arguments, text=text)
    return json.loads(done.stdout) if done.stdout else None
