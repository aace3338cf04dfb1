# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Oddities, remarks and changes in words, the same in the window and on the command line; never by colour alone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.clocks import date_words
from desktop.forms import load_vocabularies
from desktop.policies.comparing import Changed, Part
from desktop.policies.draft import Odd
from desktop.policies.files.blocks import Remark

_MONTH = len("2026-11")


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The fixed texts (resources/policies/words.toml); read once."""
    return msgspec.toml.decode(resources.text("policies/words.toml"), type=dict[str, dict[str, str]])


def odd_words(odd: Odd) -> str:
    """What is odd, as a sentence."""
    return words()["oddity"][odd.oddity.value].format(words=odd.words)


def remark_words(remark: Remark, count: int) -> str:
    """What was noticed while reading, as a sentence."""
    return words()["remark"][remark.value].format(count=count)


def written_day(written: str) -> str:
    """A day or a month as the directory and a version have it, in words."""
    if len(written) == _MONTH:
        return date_words(date.fromisoformat(f"{written}-01")).split(" ", 1)[1]
    return date_words(date.fromisoformat(written))


def worker_words(binds: Sequence[str]) -> tuple[str, ...]:
    """Whom something binds, as a sentence has it."""
    labels = worker_types()
    return tuple(labels.get(value, value).lower() for value in binds)


@cache
def worker_types() -> Mapping[str, str]:
    """Everyone whom a policy may bind, by value, with labels; read once: a page asks for each clause."""
    return {term.value: term.label for term in load_vocabularies()["worker_types"].terms}


def change_words(changed: Changed) -> str:
    """What became of a clause, in a word or two."""
    return words()["change"][changed.change.value]


def changed_lines(changed: Changed) -> tuple[str, ...]:
    """The paragraphs that are otherwise, as they were and as they are, a line each."""
    return tuple(
        words()["part"][part.value].format(words="".join(word for word, _ in pieces))
        for part, pieces in changed_paragraphs(changed)
    )


def changed_paragraphs(changed: Changed) -> tuple[tuple[Part, tuple[tuple[str, bool], ...]], ...]:
    """The paragraphs that one version alone has, in pieces, each with whether these words are the change."""
    found = [
        (part, pieces)
        for part in (Part.TAKEN_OUT, Part.PUT_IN)
        for pieces in _paragraphs(changed, part)
        if any(is_changed and word.strip() for word, is_changed in pieces)
    ]
    return tuple(found)


def _paragraphs(changed: Changed, part: Part) -> Iterator[tuple[tuple[str, bool], ...]]:
    """One version's paragraphs, in pieces."""
    pieces: list[tuple[str, bool]] = []
    for span in changed.spans:
        if span.part not in {Part.KEPT, part}:
            continue
        first, *more = span.words.split("\n")
        pieces.append((first, span.part is part))
        for line in more:
            yield tuple(pieces)
            pieces = [(line, span.part is part)]
    yield tuple(pieces)
