#!/usr/bin/env python3
# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Completions and the manual page have all that the program has.

  test-generated.py CLI FILE…    TAP; the FILEs are what the build made for bash, zsh, fish and man
"""
import json, os, re, shutil, subprocess, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "oracle"))
import tap

ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}


def output(*words):
    return subprocess.run(words, capture_output=True, text=True, env=ENVIRONMENT, check=True, timeout=30).stdout


def commands_of(cli):
    """{command: {option: whether it takes a value}}, as the program's own help tells."""
    names = re.findall(r"(?m)^  ([a-z]+) ", output(cli, "--help").split("\n\n")[1])
    return {name: {option: bool(metavar) for option, metavar in
                   re.findall(r"(?m)^  --([\w-]+)(?: (\w+))?$", output(cli, name, "--help"))} for name in names}


def bash(path, *words):
    """What bash offers for the last of WORDS."""
    script = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bulkhead_cli; printf "%s\\n" "${COMPREPLY[@]}"'
    return set(output("bash", "-c", script, "bash", path, "bulkhead-cli", *words).split())


def lacking(wanted, got):
    return [f"{word} is missing" for word in sorted(wanted - got)]


def check_bash(path, commands, cli):
    tap.point("bash: commands", lacking(set(commands) | {"--help", "--version"}, bash(path, "")))
    tap.point("bash: the beginning of one", [] if bash(path, "con") == {"convert"} else [str(bash(path, "con"))])
    for name, options in commands.items():
        tap.point(f"bash: options of {name}", lacking({"--" + option for option in options}, bash(path, name, "-")))
    tap.point("bash: levels", lacking({"critical", "info"}, bash(path, "check", "--fail-on", "")))
    tap.point("bash: targets", lacking({"compose", "profile"}, bash(path, "convert", "--to", "")))
    rules = {rule["id"] for rule in json.loads(output(cli, "rules", "--format", "json"))["rules"]}
    tap.point("bash: rules", lacking(rules, bash(path, "rules", "")))
    options = {option["name"] for option in json.loads(output(cli, "options", "--format", "json"))["options"]}
    tap.point("bash: options of docker run", lacking(options, bash(path, "options", "")))
    tap.point("bash: files", [] if os.path.basename(path) in bash_files(path) else ["the file is not offered"])


def bash_files(path):
    script = 'cd "$(dirname "$1")"; source "$1"; COMP_WORDS=(bulkhead-cli check ""); COMP_CWORD=2; _bulkhead_cli; printf "%s\\n" "${COMPREPLY[@]}"'
    return output("bash", "-c", script, "bash", path).split("\n")


def part_of(text, name):
    """What the file for zsh says of one command."""
    return re.search(rf"(?ms)^    {name}\)$(.*?)^      ;;$", text)[1]


def check_zsh(path, text, commands):
    for name, options in commands.items():
        part = part_of(text, name)
        wanted = {f"'--{option}{'=' if takes_value else ''}[" for option, takes_value in options.items()}
        tap.point(f"zsh: {name}", [f"{word} is missing" for word in sorted(wanted) if word not in part] +
                  ([] if f"'{name}:" in text else ["the command is not offered"]))
    if shutil.which("zsh"):
        done = subprocess.run(["zsh", "-n", path], capture_output=True, text=True)
        tap.point("zsh reads it", [done.stderr] if done.returncode or done.stderr else [])
    else:
        tap.note("there is no zsh to read it")


def check_fish(text, commands):
    for name, options in commands.items():
        wanted = {f"'__fish_seen_subcommand_from {name}' -l {option} " for option in options} | {f" -f -a {name} "}
        tap.point(f"fish: {name}", [f"{word} is missing" for word in sorted(wanted) if word not in text])


def check_manual(path, text, commands):
    for name, options in commands.items():
        wanted = {"\\-\\-" + option.replace("-", "\\-") for option in options} | {f'.SS "{name} '}
        tap.point(f"man: {name}", [f"{word} is missing" for word in sorted(wanted) if word not in text])
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-ww", "-man", "-Tutf8", "-k", path], capture_output=True, text=True)
        tap.point("groff has no complaint", [done.stderr] if done.stderr else [])
    else:
        tap.note("there is no groff to read it")


def main(cli, *paths):
    commands = commands_of(cli)
    tap.point("the program has commands", [] if len(commands) >= 6 else [str(commands)])
    for path in paths:
        with open(path, encoding="utf8") as file:
            text = file.read()
        name = os.path.basename(path)
        if name.endswith(".bash"):
            check_bash(path, commands, cli)
        elif name == "_bulkhead-cli":
            check_zsh(path, text, commands)
        elif name.endswith(".fish"):
            check_fish(text, commands)
        else:
            check_manual(path, text, commands)
    tap.finish()


main(*map(os.path.abspath, sys.argv[1:]))
