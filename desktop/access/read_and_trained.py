# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody said that they have read, and the training on record of them: they stand in no case. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from desktop.access.gathered import Passage, Piece
from desktop.access.words import say
from desktop.clocks import date_words, london_day
from desktop.people import PersonId, School
from desktop.policies.confirming import Confirmation
from desktop.training.courses import Offered, offered_courses
from desktop.training.records import TrainingRecord
from desktop.training.register import record_title

EditionOf = Callable[[str], str]
"""The edition of a policy's version by its fingerprint; "" where its text is not here."""


def read_passages(
    person: PersonId, said: Iterable[Confirmation], school: School, edition_of: EditionOf
) -> Iterator[Passage]:
    """One entry with everything that they confirmed; none where there is nothing."""
    titles = {line.policy_id: line.title for line in school.settings.policies}
    titles |= {line.item_id: line.title for line in school.settings.readings}
    lines = [
        say(
            "read",
            each.said.part.value,
            day=date_words(london_day(each.at)),
            title=titles.get(each.said.policy, each.said.policy),
            edition=edition_of(each.said.version) or each.said.version,
        )
        for each in said
        if each.person == person
    ]
    yield from _passage("read", lines)


def trained_passages(person: PersonId, records: Iterable[TrainingRecord], school: School) -> Iterator[Passage]:
    """One entry with all training on record of them, whatever became of it; none where there is nothing."""
    courses = offered_courses(school.settings.vocabularies)
    yield from _passage("trained", [_told(each, courses) for each in records if each.person == person])


def _told(record: TrainingRecord, courses: Mapping[str, Offered]) -> str:
    said = record.said
    parts = (
        say("trained", record.standing.value, day=date_words(record.on), title=record_title(record, courses)),
        *(each for each in (said.provider, said.level, said.evidence, record.reason) if each),
    )
    return " · ".join(parts)


def _passage(name: str, lines: list[str]) -> Iterator[Passage]:
    if lines:
        heading = Piece(key=f"{name}/0", label="", text=say("gathering", name))
        pieces = [Piece(key=f"{name}/{number}", label="", text=line) for number, line in enumerate(lines, start=1)]
        yield Passage(key=name, heading=heading, recorded=date.min, pieces=tuple(pieces))
