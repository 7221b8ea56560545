# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""app.py BUILD_FOLDER: start and memory of the app, as ratios to an empty window of libadwaita."""
import os
import subprocess
import sys
import tempfile
import time

ROUNDS = 15


def measure(program, home):
    """Microseconds to the first frame, those of them at work, and KiB."""
    environ = {**os.environ, "BENCH_START": str(time.monotonic_ns() // 1000), "GSETTINGS_BACKEND": "memory",
               "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home, "XDG_STATE_HOME": home}
    out = subprocess.run([program], env=environ, capture_output=True, check=True, timeout=60).stdout
    return [int(number) for number in out.split()]


def main():
    programs = {name: f"{sys.argv[1]}/tests/bench/{name}" for name in ("empty-window", "bench-start")}
    results = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as home:
        for _ in range(ROUNDS):  # in turn, so that the machine's mood falls on both
            for name, program in programs.items():
                results[name].append(measure(program, home))
    for index, unit, what in ((0, 1000, "first frame of the app"), (1, 1000, "work until then"),
                              (2, 1024, "resident memory of the app")):
        empty, app = (min(result[index] for result in results[name]) for name in programs)
        print(f"{what}: {app / empty:.2f} times an empty window ({app / unit:.0f}, {empty / unit:.0f})")


main()
