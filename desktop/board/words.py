# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How the board is said on the command line and on paper. On paper, people are their initials (ux.md R7)."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache

import msgspec

import resources
from desktop.board.board import Line, When
from desktop.board.colour import Why
from desktop.cases.items import ItemKind
from desktop.clocks import london_day, short_date_words
from desktop.clocks.deadlines import last_day_of
from desktop.forms import fill
from desktop.people import PersonId, School

_NAME_SHOWN = 60
_NAME_WORDS = 6
_PARTICLE = 3
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)
_IN_DAYS = timedelta(hours=48)


class SheetWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of the printed list."""

    name: str
    kind: str
    title: str
    about: str
    nothing: str
    heads: tuple[str, ...]


class BoardWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All words."""

    number: str
    foot: str
    nobody: str
    described: str
    what: Mapping[str, str]
    missing: Mapping[str, str]
    when: Mapping[str, str]
    why: Mapping[str, str]
    list: SheetWords
    digest: Mapping[str, str]


@cache
def board_words() -> BoardWords:
    """The words that Candour ships."""
    return msgspec.toml.decode(resources.text("documents/board.toml"), type=BoardWords)


def what_words(line: Line) -> str:
    """Say what is to be done."""
    item, words = line.item, board_words()
    if item.kind is ItemKind.ACTION:
        return item.what
    missing = ", ".join(words.missing[each.value] for each in item.missing)
    return fill(words.what[item.kind.value], {"missing": missing, "what": item.what})


def when_words(when: When) -> str:
    """Say the name of a group."""
    return board_words().when[when.value]


def state_words(line: Line, now: datetime) -> str:
    """Say how an item stands at this (aware) moment."""
    item, words = line.item, board_words().why
    if item.ended_at is not None:
        return fill(words[line.why.value], {"day": short_date_words(london_day(item.ended_at))})
    if line.why in {Why.OVERDUE, Why.OPEN_LONG}:
        return fill(words[line.why.value], {"long": long_words(now - (item.due or item.since))})
    if item.due is None:
        return fill(words["no_time"], {"day": short_date_words(london_day(item.since))})
    day = short_date_words(last_day_of(item.due))
    return fill(words[line.why.value], {"day": day, "count": str(item.moves)})


def long_words(span: timedelta) -> str:
    """Say a span of time roughly: "3 days", "19 hours", "20 minutes"."""
    unit, one = next(((each, word) for each, word, least in _UNITS if span >= least), (_MINUTE, "minute"))
    count = span // unit
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


_UNITS = ((_DAY, "day", _IN_DAYS), (_HOUR, "hour", _HOUR))


def owner_words(person: PersonId | None, school: School) -> str:
    """The name of whoever sees to it."""
    found = school.people.get(person) if person else None
    return found.name if found else board_words().nobody


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = [word for word in name.split() if word[0].isalpha()]
    ends = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0].upper() for word in ends)


def about_words(line: Line) -> str:
    """Whom it is about, in a few words."""
    return ", ".join(name if len(name) <= _NAME_SHOWN else f"{name[:_NAME_SHOWN].rstrip()}…" for name in line.about)


def about_initials(line: Line) -> str:
    """Whom it is about, by initials; of somebody who is described, that they are not named."""
    described = board_words().described
    return ", ".join(dict.fromkeys(initials(name) if _is_name(name) else described for name in line.about))


def _is_name(words: str) -> bool:
    """Say whether words may be a name as it is written: a few, each with a capital or as short as those of “de la”."""
    each = words.split()
    return 0 < len(each) <= _NAME_WORDS and all(word[:1].isupper() or len(word) <= _PARTICLE for word in each)


def without_names(text: str, school: School) -> str:
    """Somebody's words with the names of everybody whom the school lists shortened to initials.

    Names that the school does not list cannot be known, and stay.
    """
    names = _names(school)
    if not names:
        return text
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"\b(?:{pattern})\b", lambda found: initials(found.group()), text)


def _names(school: School) -> set[str]:
    """Whole names, and each word of one that is written with a capital."""
    found: set[str] = set()
    for person in school.people.values():
        whole: Iterable[str] = (person.name, person.known_as, *person.aliases)
        found |= {name for name in whole if name}
        found |= {word for name in whole for word in name.split() if word[:1].isupper() and len(word) > 1}
    return found
