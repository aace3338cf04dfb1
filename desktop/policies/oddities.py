# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is wrong with a document's own numbers, contents and words: told, never put right by themselves (EXP-047)."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from desktop.policies.draft import Draft, Found, Odd, Oddity
from desktop.policies.numbers import follows, places

_LONE = re.compile(r"(?<![\w.’'&/-])[^\W\d_]{2,} [b-hj-zB-HJ-Z](?= [^\W\d_]{2,})(?!\s*\d)")
_WORD = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(r"\[(?=[^\[\]]*[^\W\d_])(?!sic\])[^\[\]]{2,80}\]|<(?=[^\s<>]+ )[^<>@/]{2,80}>|_{3,}|…{2,}|\.{5,}")
"""A place that a model leaves for its school: “[name of school]”, “<insert name>”, a line of dots or dashes."""


def blanks(text: str) -> tuple[str, ...]:
    """The places of a text that somebody has still to fill in, as they stand in it."""
    return tuple(found[0] for found in _BLANK.finditer(text))


def oddities(found: Found) -> tuple[Odd, ...]:
    """Everything odd, in the order of the clauses, the document's own last."""
    odd = [*_numbers(found.clauses), *_words(found.clauses), *_contents(found)]
    return tuple(sorted(odd, key=lambda one: len(found.clauses) if one.at is None else one.at))


def _numbers(clauses: tuple[Draft, ...]) -> Iterator[Odd]:
    if not any(clause.number for clause in clauses):
        yield Odd(Oddity.NO_NUMBERS, None, "")
    often = Counter(_key(clause) for clause in clauses if clause.number)
    before: tuple[str, tuple[int, ...]] = ("", (0,))
    for at, clause in enumerate(clauses):
        if not clause.number:
            if not clause.heading:
                yield Odd(Oddity.NO_NAME, at, "")
            continue
        here = places(clause.number)
        if often[_key(clause)] > 1:
            yield Odd(Oddity.NUMBER_TWICE, at, clause.label)
        last = before[1] if before[0] == clause.appendix else (0,)
        if here < last:
            yield Odd(Oddity.OUT_OF_ORDER, at, clause.label)
        elif here != last and not follows(last, here):
            yield Odd(Oddity.NUMBER_SKIPPED, at, clause.label)
        before = (clause.appendix, here)


def _key(clause: Draft) -> tuple[str, tuple[int, ...]]:
    return clause.appendix, places(clause.number)


def _words(clauses: tuple[Draft, ...]) -> Iterator[Odd]:
    for at, clause in enumerate(clauses):
        text = " ".join((clause.heading, *clause.paragraphs))
        yield from (Odd(Oddity.BROKEN_WORD, at, broken[0]) for broken in _LONE.finditer(text))
        yield from (Odd(Oddity.MIXED_LETTERS, at, word) for word in _WORD.findall(text) if _is_mixed(word))
        yield from (Odd(Oddity.BLANK, at, words) for words in dict.fromkeys(blanks(text)))
        if not clause.paragraphs and _ends_here(clauses, at):
            yield Odd(Oddity.NO_WORDS, at, clause.label or clause.heading)


def _ends_here(clauses: tuple[Draft, ...], at: int) -> bool:
    """Whether a clause has no part of its own after it."""
    if at + 1 == len(clauses):
        return True
    this, after = clauses[at], clauses[at + 1]
    if not this.number or not after.number:
        return bool(this.number) and after.appendix != this.appendix
    return places(after.number)[: len(places(this.number))] != places(this.number)


def _is_mixed(word: str) -> bool:
    """Letters of two alphabets in one word, or a whole word that only looks Latin."""
    if word.isascii():
        return False
    scripts = {unicodedata.name(letter, "?").split(" ")[0] for letter in word}
    return bool(scripts & {"CYRILLIC", "GREEK"})


def _contents(found: Found) -> Iterator[Odd]:
    if not found.contents:
        return
    tops = {(c.appendix, places(c.number) if c.number else ()): at for at, c in reversed([*enumerate(found.clauses)])}
    told = set()
    for line in found.contents:
        yield from (Odd(Oddity.MIXED_LETTERS, None, word) for word in _WORD.findall(line.title) if _is_mixed(word))
        key = (line.appendix, places(line.number) if line.number else ())
        told.add(key)
        if key not in tops:
            yield Odd(Oddity.NOT_IN_TEXT, None, f"{line.number} {line.title}".strip())
        elif not _alike(line.title, found.clauses[tops[key]].heading):
            yield Odd(Oddity.TITLE_DIFFERS, tops[key], line.title)
    deepest = max(len(key[1]) for key in told)
    for key, at in tops.items():
        if key[1] and len(key[1]) <= deepest and not key[0] and key not in told:
            yield Odd(Oddity.NOT_IN_CONTENTS, at, found.clauses[at].label)


def _alike(one: str, other: str) -> bool:
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())
