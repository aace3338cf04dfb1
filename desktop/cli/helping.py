# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour help: the pages of help, without a sign-in, a school or a network; `candour find` searches in them."""

from argparse import ArgumentParser, Namespace

import msgspec

from desktop.cli.terminal import Output, Terminal
from desktop.helping.pages import HelpPage, Part, help_page, help_pages


def add_help(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour help`."""
    parser.add_argument("page", nargs="?", metavar="PAGE", help="the name of a page; without one, all are listed")


def help_about(arguments: Namespace, _terminal: Terminal) -> Output:
    """List the pages, or show one."""
    if arguments.page is None:
        listed = [{"id": name, "title": page.title} for name, page in help_pages().items()]
        return Output(listed, [f"{each['id']}: {each['title']}" for each in listed])
    page = help_page(arguments.page)
    return Output({"id": arguments.page, **msgspec.to_builtins(page)}, _lines(page))


def _lines(page: HelpPage) -> list[str]:
    lines = [page.title]
    for part in page.part:
        lines += ["", *_part(part)]
    pictures = (f"{number}. {picture.words}" for number, picture in enumerate(page.picture, start=1))
    return [*lines, *(line for words in pictures for line in ("", words)), "", f"See also: {', '.join(page.next)}"]


def _part(part: Part) -> list[str]:
    steps = (f"{number}. {step}" for number, step in enumerate(part.steps, start=1))
    return [*([part.title] if part.title else []), *part.text, *steps]
