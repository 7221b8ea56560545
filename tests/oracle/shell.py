# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a command line as a POSIX shell reads them, but that expansions stay as they are written.

Not our own lexer a second time: it knows only one simple command, which is what every line here has to be.
"""
import re

NAME = re.compile(r"\$(?:[A-Za-z_]\w*|[0-9@*#?$!-])", re.A)
TILDE = re.compile(r"~[\w.-]*(?=[/:\s]|$)", re.A)      # at a colon as bash does
OPERATORS = "|&;<>()\n"


class NotSimple(Exception):
    """The line needs a shell: it is more than one simple command."""


class Words:
    """words: the list; expansions: what stands in them for a shell to expand, in order.

    With EXPAND, what it makes of the source of an expansion is in the words instead.
    """

    def __init__(self, line, expand=str):
        self.words, self.expansions, self.expand = [], [], expand
        self.line, self.at, self.word = line.rstrip("\n"), 0, None
        while self.at < len(self.line):
            self.step()
        self.end_word()

    def end_word(self):
        if self.word is not None:
            self.words.append(self.word)
        self.word = None

    def put(self, text, width):
        self.word = (self.word or "") + text
        self.at += width

    def step(self):
        here = self.line[self.at]
        following = self.line[self.at + 1:self.at + 2]
        if here == "\\" and following == "\n":
            self.at += 2
        elif here == "\\":
            self.put(following, 2)
        elif here in " \t":
            self.end_word()
            self.at += 1
        elif here == "#" and self.word is None:
            self.at = len(self.line)
        elif here in OPERATORS:
            raise NotSimple(f"{here!r} at {self.at}")
        elif here == "'":
            end = self.find("'", self.at + 1)
            self.put(self.line[self.at + 1:end], end + 1 - self.at)
        elif here == '"':
            self.put("", 1)
            self.step_quoted()
        elif self.word is None and TILDE.match(self.line, self.at):
            tilde = TILDE.match(self.line, self.at)[0]
            self.expansions.append(tilde)
            self.put(self.expand(tilde), len(tilde))
        elif not self.step_expansion():
            self.put(here, 1)

    def step_quoted(self):
        while True:
            here = self.line[self.at:self.at + 1]
            following = self.line[self.at + 1:self.at + 2]
            if not here:
                raise NotSimple("a quote that does not end")
            if here == '"':
                self.at += 1
                return
            if here == "\\" and following and following in '$`"\\\n':
                self.put(following.strip("\n"), 2)
            elif not self.step_expansion():
                self.put(here, 1)

    def find(self, what, start):
        end = self.line.find(what, start)
        if end < 0:
            raise NotSimple(f"{what} that does not come")
        return end

    def step_expansion(self):
        """Whether an expansion stands here; then it is taken."""
        rest = self.line[self.at:]
        if rest.startswith("`"):
            end = self.find("`", self.at + 1) + 1
        elif rest.startswith(("$(", "${")):
            end = self.closing(self.at + 1)
        elif NAME.match(rest):
            end = self.at + NAME.match(rest).end()
        else:
            return False
        source = self.line[self.at:end]
        if source.startswith("`#"):           # a comment, as some READMEs write it
            self.at = end
            return True
        self.expansions.append(source)
        self.put(self.expand(source), len(source))
        return True

    def closing(self, opening):
        """The index after what closes the parenthesis or brace at OPENING."""
        pair = {"(": "()", "{": "{}"}[self.line[opening]]
        depth = 0
        for at in range(opening, len(self.line)):
            depth += {pair[0]: 1, pair[1]: -1}.get(self.line[at], 0)
            if depth == 0:
                return at + 1
        raise NotSimple(f"{pair[0]} that does not close")
