# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour find: one search over policies, help, contacts and the glossary; without a sign-in, a school or a network."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

import msgspec

from desktop.cli.terminal import Output, Terminal, candour_of
from desktop.helping.finding import Found
from desktop.searching.guessing import Guess
from desktop.searching.telling import guesses_told


def add_find(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour find`."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="the beginnings of words")


def find_anything(arguments: Namespace, _terminal: Terminal) -> Output:
    """Find what has words beginning with these, the best first. Words that were guessed are told."""
    from desktop.helping.searching import read_index

    answer = read_index(candour_of(arguments)).index.find(" ".join(arguments.words))
    data = {"instead": instead_of(answer.guesses), "found": [_said(each) for each in answer.found]}
    told = guesses_told(answer.guesses)
    return Output(data, [*filter(None, [told]), *map(_line, answer.found)])


def instead_of(guesses: Iterable[Guess]) -> dict[str, list[str]]:
    """Words that stand nowhere, each with those that were looked for in its place."""
    return {guess.typed: list(guess.nearest) for guess in guesses}


def _said(found: Found) -> dict[str, object]:
    entry: dict[str, object] = msgspec.to_builtins(found.entry)
    return {**entry, "excerpt": found.excerpt, "marks": [list(span) for span in found.marks]}


def _line(found: Found) -> str:
    entry = found.entry
    within = f" ({entry.within})" if entry.within else ""
    return f"{entry.source} {entry.id}: {entry.title}{within}\n    {found.excerpt}"
