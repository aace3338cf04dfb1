# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looks through everything that is typed into a report for what names somebody; while it does, none is issued. Pure.

Names, other names, initials, what one person alone has (a job, a class, a room), and children's initials on record
(practice.md section 4, h; requirements.md F16, F46).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.cases.rows import CaseRow
from desktop.forms import fill
from desktop.governors.report import Asked, Ground
from desktop.governors.words import words
from desktop.naming.finding import find
from desktop.naming.known import Known, What, known_in
from desktop.people import School

_LIKE_A_NAME = re.compile(r"(?:[^\W\d_][\w’'-]*\.? ){1,3}[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Named:
    """A place in one of the typed texts (`field` of Asked, characters, the end excluded), and what it tells."""

    field: str
    start: int
    end: int
    sentence: str


def known_to(ground: Ground) -> Known:
    """Everything that names anybody in this school or in these records."""
    children = {each for row in ground.rows if row.counted for each in row.counted.children}
    return known_in(ground.school, ground.today, children=children, further=_further(ground.rows))


def names_in(asked: Asked, known: Known, school: School) -> tuple[Named, ...]:
    """Everything in the typed texts that names somebody. A summary drafted from figures alone can name nobody."""
    texts: Mapping[str, str] = {
        "summary": asked.summary or "",
        "actions": asked.actions,
        "commentary": asked.commentary,
        "recipient": asked.recipient,
    }
    return tuple(
        Named(field, each.start, each.end, _sentence(field, each.words, each.what, _name(school, each.who)))
        for field, text in texts.items()
        for each in find(text, known)
        if not (field == "recipient" and each.what is What.JOB)
    )


def without_place(text: str, named: Named) -> str:
    """A text with one place taken out, and no gap left."""
    return " ".join(part.strip(" ") for part in (text[: named.start], text[named.end :]) if part.strip(" "))


def _further(rows: Iterable[CaseRow]) -> frozenset[str]:
    """People who gave their name and are not listed. What is not written like a name, such as "a parent", is none."""
    given = (row.reporter for row in rows if row.counted and row.reporter)
    return frozenset(name for name in given if _LIKE_A_NAME.fullmatch(name))


def _name(school: School, who: object) -> str:
    return next((person.name for person in school.people.values() if person.person_id == who), "")


def _sentence(field: str, said: str, what: What, who: str) -> str:
    shapes = words().check
    is_own = what in {What.JOB, What.PLACE}
    unlisted = "found_child" if what is What.CHILD else "found_somebody"
    shape = ("found_job" if is_own else "found") if who else unlisted
    return fill(shapes[shape], {"words": said, "field": shapes[field], "who": who})
