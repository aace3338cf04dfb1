# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the school's own list says of somebody, as a record among the others. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date

from desktop.access.gathered import Passage, Piece, Record, Why
from desktop.access.words import say
from desktop.changing.telling import role_words
from desktop.clocks import date_words
from desktop.people import Appointment, Person, School

KEY = "directory"
"""The key of this record: it is no case."""


def directory_record(person: Person, school: School, further: Iterable[Passage] = ()) -> Record:
    """Everything that the directory has of a person, and what else is kept of them outside any case."""
    told = [(name, text) for name, text in _told(person, school) if text]
    pieces = [Piece(key=f"{KEY}/{name}", label=say("directory", name), text=text) for name, text in told]
    heading = Piece(key=f"{KEY}/0", label="", text=say("gathering", "directory"))
    passage = Passage(key=KEY, heading=heading, recorded=date.min, pieces=tuple(pieces))
    return Record(key=KEY, reference="", title=heading.text, day=None, why=Why.DIRECTORY, passages=(passage, *further))


def _told(person: Person, school: School) -> Iterator[tuple[str, str]]:
    manager = school.people.get(person.manager) if person.manager else None
    yield "name", person.name
    yield "known_as", person.known_as
    yield "aliases", ", ".join(person.aliases)
    yield "job", person.job
    yield "group", person.group
    yield "worker_type", say("worker_types", person.worker_type.value)
    yield "employer", person.employer
    yield "site", person.site
    yield "other_sites", ", ".join(person.other_sites)
    yield "manager", manager.name if manager else ""
    yield "room", person.room
    yield "phone", person.phone
    yield "start", date_words(person.start) if person.start else ""
    yield "end", date_words(person.end) if person.end else ""
    held = [_role(each) for each in school.appointments if each.person_id == person.person_id]
    yield "roles", "; ".join(held)


def _role(held: Appointment) -> str:
    since = date_words(held.since) if held.since else say("directory", "open_begin")
    until = date_words(held.until) if held.until else say("directory", "open_end")
    return say("directory", "role_line", role=role_words(held.role.value), since=since, until=until)
