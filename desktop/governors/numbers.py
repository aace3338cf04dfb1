# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looks for numbers that are typed into a report: its maker confirms each sentence that has one, or takes it out. Pure.

The numbers of a report are chosen so that nobody can be worked out (desktop/disclosure); a typed one is held against
nothing. Which of them tell of records only somebody can say, so all are pointed out but dates and what the report
drafted itself (resources/governors/numbers.toml).
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import shorten
from typing import Annotated

import msgspec

import resources
from desktop.forms import fill
from desktop.governors.report import Asked
from desktop.governors.words import words

_WORD = re.compile(r"£?\d[\d.,:/–-]*\d%?|£?\d%?|[^\W\d_]+(?:[’'][^\W\d_]+)?|[.!?\n]")
_ENDS = frozenset(".!?\n")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[–/-]\d{2,4})?")
_TIME = re.compile(r"\d{1,2}[:.]\d\d")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_NEAR = 2
_SHOWN = 160


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: frozenset[str]
    small: frozenset[str]
    things: frozenset[str]
    after: frozenset[str]
    months: frozenset[str]


@dataclass(frozen=True, slots=True)
class Typed:
    """A number in one of the typed texts (`field` of Asked, characters, the end excluded).

    `passage` is the sentence in which it stands: what its maker confirms.
    """

    field: str
    start: int
    end: int
    passage: str
    sentence: str


class Confirmed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number that the maker of a report typed and said of that it tells nothing of records, and its sentence."""

    field: Annotated[str, msgspec.Meta(pattern="^(summary|actions|commentary)$")]
    number: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    sentence: Annotated[str, msgspec.Meta(max_length=100_000)]


def numbers_in(asked: Asked, draft: str) -> tuple[Typed, ...]:
    """The numbers that nobody has confirmed yet. `draft` is the summary that comes from the figures themselves."""
    return tuple(typed for typed in _typed(asked, draft) if typed.passage not in asked.seen)


def confirmed_in(asked: Asked, draft: str) -> tuple[Confirmed, ...]:
    """The numbers that stand in what was typed, because its maker said that they tell nothing of records."""
    texts = _texts(asked)
    return tuple(
        Confirmed(field=each.field, number=texts[each.field][each.start : each.end], sentence=each.passage)
        for each in _typed(asked, draft)
        if each.passage in asked.seen
    )


def confirmed_words(confirmed: Sequence[Confirmed], who: str) -> str:
    """Which numbers the maker of a report (`who`, "" for an unknown one) answers for."""
    said = words().check
    if not confirmed:
        return said["confirmed_none"]
    numbers = "; ".join(
        fill(
            said["confirmed_number"],
            {"number": each.number, "sentence": shorten(each.sentence, _SHOWN, placeholder="…")},
        )
        for each in confirmed
    )
    return fill(said["confirmed"], {"who": who or said["somebody"], "numbers": numbers})


def _texts(asked: Asked) -> dict[str, str]:
    return {"summary": asked.summary or "", "actions": asked.actions, "commentary": asked.commentary}


def _typed(asked: Asked, draft: str) -> Iterator[Typed]:
    """Every number but those that the report drafted itself."""
    ours = {_plain(passage) for passage in _passages(draft)}
    for field, text in _texts(asked).items():
        yield from (typed for typed in _numbers(field, text) if _plain(typed.passage) not in ours)


def _numbers(field: str, text: str) -> Iterator[Typed]:
    found = list(_WORD.finditer(text))
    said = [match[0].casefold() for match in found]
    starts = [0, *(match.end() for match in found if match[0] in _ENDS), len(text)]
    for place, match in enumerate(found):
        if _is_number(said, place):
            start = max(each for each in starts if each <= match.start())
            end = min(each for each in starts if each > match.start())
            told = fill(words().check["found_number"], {"words": match[0], "field": words().check[field]})
            yield Typed(field, match.start(), match.end(), text[start:end].strip(), told)


def _is_number(said: Sequence[str], place: int) -> bool:
    table, word = _table(), said[place]
    if word in table.small:
        return any(near in table.things for near in said[place + 1 : place + 2 + _NEAR])
    if word in table.words:
        return True
    if not any(letter.isdigit() for letter in word):
        return False
    beside = {*said[max(place - 1, 0) : place], *said[place + 1 : place + 2]}
    is_dated = bool(beside & table.months) and len(word) <= _NEAR
    is_named = place > 0 and said[place - 1] in table.after
    return not (is_dated or is_named or any(shape.fullmatch(word) for shape in (_YEAR, _TIME, _DATE)))


def _passages(text: str) -> Iterator[str]:
    start = 0
    for match in _WORD.finditer(text):
        if match[0] in _ENDS:
            yield text[start : match.end()].strip()
            start = match.end()
    yield text[start:].strip()


def _plain(passage: str) -> str:
    return " ".join(passage.split())


@cache
def _table() -> _Table:
    return msgspec.convert(tomllib.loads(resources.text("governors/numbers.toml")), _Table)
