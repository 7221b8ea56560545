#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py LOGDIR: count the test cases of the last `meson test`, name the failed ones.

Meson's own summary counts programs. Here each TAP test point counts; a program without TAP is one
case, and so is a crash, a time-out or a missing test point that no failed point accounts for.
"""

import json
import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

FAILED = {"FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS"}
SKIPPED = {"SKIP"}


def tap_cases(logs):
    """The test points of each TAP program, as {program: [(name, outcome)]}."""
    cases = {}
    # Meson puts what tests print into the file as it is; control characters are not allowed in XML.
    text = (logs / "testlog.junit.xml").read_text(encoding="utf-8", errors="replace")
    for suite in xml.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "?", text)):
        # TAP programs are "project.program"; the rest share one suite, named after the project.
        _, dot, program = suite.get("name").partition(".")
        if dot:
            cases[program] = [(case.get("name"), outcome_of(case)) for case in suite.iter("testcase")]
    return cases


def outcome_of(case):
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    return "skipped" if case.find("skipped") is not None else "passed"


def main():
    logs = Path(sys.argv[1])
    count = {"passed": 0, "failed": 0, "skipped": 0}
    if (logs / "testlog.json").exists():
        points = tap_cases(logs)
        for line in (logs / "testlog.json").read_text(encoding="utf-8").splitlines():
            test = json.loads(line)
            name, result = test["name"], test["result"]
            cases = list(points.get(name, []))
            bad = result in FAILED
            if bad and all(outcome != "failed" for _, outcome in cases):
                cases.append((f"({result.lower()})", "failed"))
            elif not cases:
                cases.append(("", "skipped" if result in SKIPPED else "passed"))
            for case, outcome in cases:
                count[outcome] += 1
                if outcome == "failed":
                    print(f"failed: {name} {case}".rstrip())
    print(f"{count['passed']} passed, {count['failed']} failed, {count['skipped']} skipped")
    return 1 if count["failed"] or not sum(count.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
