# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real commands of tests/corpus, and a way to go through them with all processors."""
import concurrent.futures
import json
import os
import pathlib

TESTS = pathlib.Path(__file__).resolve().parent.parent


def commands():
    """The entries of run-commands.jsonl, as tests/corpus/README.md describes them."""
    with open(TESTS / "corpus" / "run-commands.jsonl", encoding="utf8") as file:
        return [json.loads(line) for line in file]


def each(function, items):
    """[function(item) for item in items], several at a time."""
    with concurrent.futures.ThreadPoolExecutor(2 * (os.cpu_count() or 1)) as pool:
        return list(pool.map(function, items))
