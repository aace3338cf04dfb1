# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is written like a name, like initials or like a way to reach somebody, whoever they are. Pure.

It errs towards finding: people in a hurry leave out capital letters and full stops, and nobody lists children.
"""

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

import resources
from desktop.naming.known import folded, ordinary
from desktop.patterns.written import titles

NAME, CHILD, CONTACT = "name", "child", "contact"
"""What it is written like: a name, initials, a telephone or an address."""

_PARTICLES = r"(?:(?:de|da|del|della|di|du|van|von|der|den|al|el|ap|ní|ni|bin) ){0,2}"
_TITLED = re.compile(
    rf"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Revd|Rev|Fr|Sister)\.? {_PARTICLES}(?=[^\W\d_a-z])[^\W\d_][\w’'-]*"
    rf"(?: (?=[^\W\d_a-z])[^\W\d_][\w’'-]+)?|(?:mr|mrs|ms|mx|dr)\.? {_PARTICLES}[^\W\d_][\w’'-]*)"
)
_DOTTED = re.compile(r"(?<!\w)(?:(?:[A-Z]\.){1,3}[A-Z](?!\w)\.?|(?:[A-Z]\. ){1,3}[A-Z]\.)")
_BARE = re.compile(r"(?<![\w.’'-])[A-Z]{2,3}(?![\w’'-])")
_MORE_INITIALS = re.compile(r"[A-Z]\. ?[A-Z](?!\w)")
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_LEAST_LETTERS = 3
_WHOSE = ("'s", "’s")
_CONTACTS = (
    re.compile(r"(?<!\w)(?:\+44\s?|0)\d(?:[\s-]?\d){8,10}(?!\d)"),
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)"),
)


class Shape(NamedTuple):
    """A place in a text (characters, the end excluded), and what it is written like."""

    kind: str
    start: int
    end: int


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    before_letter: frozenset[str]
    small: frozenset[str]


def by_shape(text: str) -> Iterator[Shape]:
    """Every such place in a text."""
    for pattern in _CONTACTS:
        yield from (Shape(CONTACT, *match.span()) for match in pattern.finditer(text))
    yield from (Shape(CHILD, *match.span()) for match in _DOTTED.finditer(text))
    yield from (Shape(CHILD, *match.span()) for match in _BARE.finditer(text) if _may_be_initials(match, text))
    titled = [_named(*match.span(), text) for match in _TITLED.finditer(text)]
    yield from titled
    yield from (pair for pair in _pairs(text) if not any(each.start <= pair.start < each.end for each in titled))


def called_later(name: str) -> tuple[str, ...]:
    """By which parts of a name somebody may be called later in a text: "Kai" after "Kai Brown"."""
    parts = (part for part in name.split() if len(part) >= _LEAST_LETTERS and part[0].isupper())
    return tuple(part for part in parts if not {*folded(part)} & (titles() | ordinary().words))


def is_everyday(words: str) -> bool:
    """Say whether part of a name, written without a capital letter, is an everyday word."""
    return words.islower() and set(folded(words)) <= _words().small


def _may_be_initials(match: re.Match[str], text: str) -> bool:
    """Say whether capital letters are no abbreviation that schools write, and no word of a text all in capitals."""
    beside = text[max(match.start() - 12, 0) : match.start()] + text[match.end() : match.end() + 12]
    is_shouted = any(letter.isalpha() for letter in beside) and not any(letter.islower() for letter in beside)
    return match[0] not in ordinary().abbreviations and not is_shouted


def _pairs(text: str) -> Iterator[Shape]:
    """A first and a last name, or a first name and a letter: two words with capitals, one space between them."""
    words = list(_WORD.finditer(text))
    for first, last in itertools.pairwise(words):
        is_beside = text[first.end() : last.start()] == " " and not _MORE_INITIALS.match(text, last.start())
        if is_beside and _is_first(first[0]) and _follows(first[0], last[0]):
            yield _named(first.start(), last.end(), text)


def _is_first(word: str) -> bool:
    return _is_capital(word) and len(word) > 1 and not ordinary().openers & {*folded(word)}


def _follows(first: str, last: str) -> bool:
    if len(last) == 1:
        return last.isupper() and last != "I" and not _words().before_letter & {*folded(first)}
    return _is_capital(last)


def _is_capital(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or any(letter.islower() for letter in word))


def _named(start: int, end: int, text: str) -> Shape:
    """The place of a name without the s of "Kai Brown’s"."""
    return Shape(NAME, start, end - 2 if text[:end].endswith(_WHOSE) else end)


@cache
def _words() -> _Words:
    return msgspec.toml.decode(resources.text("naming/shapes.toml"), type=_Words)
