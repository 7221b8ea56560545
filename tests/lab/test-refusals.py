#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a real engine refuses when it makes or starts a container we refuse, and nothing else.

  test-refusals.py BULKHEAD-CLI
"""
import concurrent.futures
import os
import shlex
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "oracle"))

import bulkhead  # noqa: E402
import tap  # noqa: E402
from engine import IMAGE, Engine, EngineError, missing  # noqa: E402

# The release whose stages the core knows; others refuse some things earlier or later.
RELEASE = "20.10."
HERE = os.path.dirname(os.path.abspath(__file__))
STAGES = ("client", "create", "start")
FINE = "nothing"


def read_table(folder):
    with open(os.path.join(HERE, "refusals.txt"), encoding="utf8") as table:
        return [shlex.split(line.replace("{lab}", folder)) for line in table if line.strip() and not line.startswith("#")]


def prepare(engine):
    for words in (("network", "create", "net"), ("network", "create", "other"), ("volume", "create", "vol"),
                  ("run", "--detach", "--name", "donor", "--ipc", "shareable", "--volume", "vol:/v", IMAGE, "sleep", "1000")):
        done = engine.docker(*words)
        if done.returncode != 0:
            raise EngineError(f"{shlex.join(words)}: {done.stderr}")


def first_line(text):
    return next((line for line in text.splitlines() if not line.startswith("WARNING")), "")


def ask_engine(engine, words):
    """(who refuses, with what words)"""
    made = engine.docker("create", *words, IMAGE, "true")
    if made.returncode != 0:
        return ("create" if "Error response from daemon" in made.stderr else "client"), first_line(made.stderr)
    name = made.stdout.split()[-1]
    started = engine.docker("start", name)
    engine.docker("rm", "--force", "--volumes", name)
    return (FINE, "") if started.returncode == 0 else ("start", first_line(started.stderr))


def ask_bulkhead(words):
    """(who refuses, with what words, whether something depends on the engine)"""
    report = bulkhead.read_json("check", "--format", "json", "--", "docker", "create", *words, IMAGE, "true")
    if report is None:
        return "client", "it cannot be read", False
    problems = sorted((problem for problem in report["problems"] if problem["stage"] in STAGES),
                      key=lambda problem: STAGES.index(problem["stage"]))
    sure = [problem for problem in problems if not problem["depends"]]
    return (sure[0]["stage"] if sure else FINE), "; ".join(problem["message"] for problem in problems), len(sure) < len(problems)


def compare(table, verdicts, by_stage):
    """What differs; if not BY_STAGE, only between a refusal and none."""
    for words, (theirs, message) in zip(table, verdicts):
        ours, said, depends = ask_bulkhead(words)
        agree = ours == theirs if by_stage else (ours == FINE) == (theirs == FINE)
        if not agree and not depends:
            yield f"{shlex.join(words)}: the engine refuses at {theirs}, we at {ours}: “{message}” “{said}”"


def ask_all():
    """The engine's version, the lines, and its verdict on each."""
    with Engine() as engine:
        prepare(engine)
        table = read_table(engine.folder)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            verdicts = list(pool.map(lambda words: ask_engine(engine, words), table))
        return engine.info()["ServerVersion"], table, verdicts


def main():
    if missing():
        tap.skip_all(missing())
    try:
        version, table, verdicts = ask_all()
    except EngineError as error:
        tap.skip_all(str(error))
    tap.point("values and conflicts", list(compare(table, verdicts, version.startswith(RELEASE))))
    counts = [sum(stage == theirs for theirs, _ in verdicts) for stage in (*STAGES, FINE)]
    tap.note(f"engine {version}: of {len(table)} lines {counts[1]} are refused at create, {counts[2]} at start, {counts[3]} not")
    tap.point("the engine refuses some at each stage", [] if min(counts[1:]) > 20 else [f"it refuses {counts}"])
    tap.finish()


main()
