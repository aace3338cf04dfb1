# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour wording: words to think about in a text; without a sign-in or a school. Nothing is kept or changed."""

from argparse import ArgumentParser, Namespace

import msgspec

from desktop.cli.terminal import Output, Terminal, read_text
from desktop.wording.checking import Remark, Whose, guide, remarks


def add_wording(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour wording`."""
    parser.add_argument("file", help="a text file")
    parser.add_argument("--staff", action="store_true", help="only what is noted on the staff’s forms")


def wording(arguments: Namespace, _terminal: Terminal) -> Output:
    """Say what there is to think about, with the line on which it stands."""
    text = read_text(arguments.file)
    found = remarks(text, Whose.STAFF if arguments.staff else Whose.REVIEWER)
    listed = [{**msgspec.to_builtins(each), "line": _line(text, each)} for each in found]
    data = {"remarks": listed, "edition": guide().edition, "source": guide().source}
    lines = [
        f"{_line(text, each)}: instead of “{each.words}” you could say: {each.instead}. {each.why}" for each in found
    ]
    return Output(data, lines or ["Nothing to think about."])


def _line(text: str, remark: Remark) -> int:
    return text.count("\n", 0, remark.start) + 1
