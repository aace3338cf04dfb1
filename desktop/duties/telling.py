# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Duties in words, the same everywhere (resources/casework/duty_words.toml)."""

from collections.abc import Mapping
from functools import cache

import msgspec

import resources
from desktop.clocks import london_day, short_date_words
from desktop.duties.calendar import DutyLine
from desktop.people import School


def duty_words(line: DutyLine) -> str:
    """What is to be done, and for which term."""
    if line.occurrence is None:
        return _words()["what"]["review"].format(title=line.title)
    term = line.occurrence.term
    return _words()["what"]["duty"].format(title=line.title, term=term_words(term.season.value, term.year))


def term_words(season: str, year: int) -> str:
    """A term of a school year: "autumn term 2026/27"."""
    return _words()["term"][season].format(year=year, next=(year + 1) % 100)


def state_words(line: DutyLine, school: School) -> str:
    """How it stands: by whom it was done and when, or by when it is to be."""
    state, done = line.state.value, line.done
    if done is None:
        return _words()["state"][state].format(day=short_date_words(line.due))
    author = school.people.get(done.author)
    day = short_date_words(london_day(done.at))
    return _words()["state"][state].format(day=day, name=author.name if author else "")


def evidence_words(what: str, **values: object) -> str:
    """One sentence of what the records show."""
    return _words()["evidence"][what].format(**values)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return msgspec.toml.decode(resources.text("casework/duty_words.toml"), type=dict[str, dict[str, str]])
