# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that show what each option comes to: those of tests/conversion/options.txt, and what no line can hold."""
from corpus import TESTS

MORE = [("env", "-e A='a\nb\n' -e B='\tb' -e C='\n'"), ("label", "-l a='x\n  y: z\n'"), ("health-cmd", "--health-cmd 'a\nb'"),
        ("entrypoint", "--entrypoint 'a\nb'")]


def option_cases():
    """[(option, command)]"""
    lines = (TESTS / "conversion" / "options.txt").read_text(encoding="utf8").splitlines()
    cases = [line.split(maxsplit=1) for line in lines if not line.startswith("#")]
    return [(option, f"docker run {words} nginx") for option, words in [*cases, *MORE]]
