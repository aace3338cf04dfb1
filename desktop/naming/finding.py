# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds in a text what names somebody. Pure: the same text and the same people give the same places.

It errs towards finding: an ordinary word that is also a name counts inside a sentence with a capital letter. It cannot
know who is told by a story alone; whoever issues a text still reads it once as the people who are in it would.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop.importing.names import loose_key
from desktop.naming.known import SLIP_LETTERS, Known, Phrase, What, ordinary
from desktop.patterns.written import is_slip
from desktop.people import PersonId

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\.? ?){1,3}[A-Z](?!\w)\.?")
_SENTENCE_END = '.!?:\n“"'
_POSSESSIVE = "s"
_APOSTROPHES = ("'", "’")


@dataclass(frozen=True, slots=True)
class Found:
    """One place in a text (characters, the end excluded), what stands there, and whose it is where they are listed."""

    start: int
    end: int
    what: What
    who: PersonId | None
    words: str


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str
    is_capital: bool
    begins_sentence: bool
    has_apostrophe: bool

    @property
    def readings(self) -> tuple[str, ...]:
        """The word itself, and without the s of "Ashby’s", or of "Ashbys" inside a sentence."""
        may_be_whose = self.has_apostrophe or (self.is_capital and not self.begins_sentence)
        if may_be_whose and self.word.endswith(_POSSESSIVE):
            return self.word, self.word.removesuffix(_POSSESSIVE)
        return (self.word,)


def find(text: str, known: Known) -> tuple[Found, ...]:
    """Find everything in a text that names somebody, from its beginning to its end, none inside another."""
    places = sorted([*_phrases(text, known), *_by_initials(text, known)], key=lambda each: (each.start, -each.end))
    kept: list[Found] = []
    for place in places:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return tuple(kept)


def replaced(text: str, places: Iterable[Found], words: Mapping[What, str]) -> str:
    """The text with other words in these places."""
    parts, at = [], 0
    for place in places:
        parts += [text[at : place.start], words[place.what]]
        at = place.end
    return "".join([*parts, text[at:]])


def initials_in(text: str) -> tuple[str, ...]:
    """Whatever stands in a text like somebody's initials, whoever they are."""
    found = (match.group() for match in _INITIALS.finditer(text))
    return tuple(letters for letters in found if letters not in ordinary().abbreviations)


def _phrases(text: str, known: Known) -> Iterator[Found]:
    tokens = _tokens(text)
    at = 0
    while at < len(tokens):
        phrase = _phrase_at(tokens, at, known)
        if phrase is None:
            at += 1
            continue
        first, last = tokens[at], tokens[at + len(phrase.words) - 1]
        if not phrase.is_free:
            yield Found(first.start, last.end, phrase.what, phrase.who, text[first.start : last.end])
        at += len(phrase.words)


def _phrase_at(tokens: list[_Token], at: int, known: Known) -> Phrase | None:
    token = tokens[at]
    for reading in token.readings:
        for phrase in known.phrases.get(reading, ()):
            if _stands(phrase, tokens, at):
                return phrase
    return _slip(token, known)


def _stands(phrase: Phrase, tokens: list[_Token], at: int) -> bool:
    here = tokens[at : at + len(phrase.words)]
    if len(here) < len(phrase.words) or not all(
        word in token.readings for word, token in zip(phrase.words, here, strict=True)
    ):
        return False
    if phrase.needs_capital:
        return here[0].is_capital
    is_ordinary = len(here) == 1 and (phrase.words[0] in ordinary().words or phrase.words[0] in ordinary().openers)
    return not is_ordinary or (here[0].is_capital and not here[0].begins_sentence)


def _slip(token: _Token, known: Known) -> Phrase | None:
    """A name with one slip of the pen, where the word is written like a name."""
    is_ordinary = token.word in ordinary().words | ordinary().capitals
    if len(token.word) < SLIP_LETTERS or not token.is_capital or token.begins_sentence or is_ordinary:
        return None
    near = next((phrase for last, phrase in known.for_slips.items() if is_slip(token.word, last)), None)
    return Phrase((token.word,), near.what, near.who) if near else None


def _by_initials(text: str, known: Known) -> Iterator[Found]:
    for match in _INITIALS.finditer(text):
        letters = "".join(letter for letter in match.group() if letter.isalpha())
        phrase = known.initials.get(letters)
        if phrase is not None and match.group() not in ordinary().abbreviations:
            yield Found(match.start(), match.end(), phrase.what, phrase.who, match.group())


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    begins = True
    before = 0
    for match in _WORD.finditer(text):
        between, raw = text[before : match.start()], match.group()
        begins = begins if not found else any(sign in between for sign in _SENTENCE_END)
        found += [
            _Token(match.start(), match.end(), word, raw[:1].isupper(), begins, raw[-2:-1] in _APOSTROPHES)
            for word in loose_key(raw).split()
        ]
        before = match.end()
    return found
