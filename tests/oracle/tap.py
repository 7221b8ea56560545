# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Test points, in the protocol that Meson reads."""
import os
import sys

count = 0
failed = 0


def point(name, problems=()):
    """A test that passes if it has no PROBLEMS (a line or several each)."""
    global count, failed
    count += 1
    failed += bool(problems)
    print(f"{'not ok' if problems else 'ok'} {count} - {' '.join(name.replace('#', '').split())}")
    for problem in problems:
        for line in str(problem).splitlines():
            print("#   " + line)


def note(text):
    print("# " + text)


def skip_all(reason):
    """Nothing can be tested here. Where everything has to be there, that is a failure."""
    if os.environ.get("BULKHEAD_CI"):
        point(reason, ["BULKHEAD_CI is set: nothing may be skipped"])
        finish()
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def finish():
    print(f"1..{count}")
    sys.exit(1 if failed else 0)
