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
    yield "contact_hours", "" if person.contact_hours is None else f"{person.contact_hours:g}"
    yield "start", date_words(person.start) if person.start else ""
    yield "end", date_words(person.end) if person.end else ""
    held = [_role(each) for each in school.appointments if each.person_id == person.person_id]
    yield "roles", "; ".join(held)
    yield "absences", "; ".join(_spans(person, school))
    yield "apart", "; ".join(dict.fromkeys(_apart(person, school)))


def _spans(person: Person, school: School) -> Iterator[str]:
    """When they were away, and who covered for them; and whom they covered."""
    for away in school.absences:
        cover = school.people.get(away.cover) if away.cover else None
        if away.person_id == person.person_id:
            shape, other = ("covered", cover.name) if cover else ("away", "")
        elif away.cover == person.person_id and away.person_id in school.people:
            shape, other = "covering", school.people[away.person_id].name
        else:
            continue
        since, until = _ends(away.since, away.until)
        yield say("directory", shape, since=since, until=until, other=other)


def _apart(person: Person, school: School) -> Iterator[str]:
    """From whom the directory keeps them, either way round: never why."""
    for pair in school.conflicts:
        if pair.reader == person.person_id:
            about = school.people.get(pair.about) if pair.about else None
            yield about.name if about else pair.about_employer
        elif pair.about == person.person_id and pair.reader in school.people:
            yield school.people[pair.reader].name


def _role(held: Appointment) -> str:
    since, until = _ends(held.since, held.until)
    return say("directory", "role_line", role=role_words(held.role.value), since=since, until=until)


def _ends(since: date | None, until: date | None) -> tuple[str, str]:
    begin = date_words(since) if since else say("directory", "open_begin")
    return begin, date_words(until) if until else say("directory", "open_end")
