# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom to turn to, with no vault, no network and no sign-in: contacts outside, and "Who do I tell?" (F64, SCR-048).

Pure tables (resources/contacts). Where the school's directory cannot be read, the contacts outside are still there.
"""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.clocks import date_words
from desktop.people import Contact, Person, PersonId, Role, School
from desktop.routing import RouteRequest, readers_in_full, route
from desktop.services import Candour
from storage.errors import KnownError

STALE_DAYS = 365
"""A contact that nobody has verified for so long is said to be old (F64)."""

_NOBODY = PersonId("f" * 32)


class OutsideContact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody whom anybody in England may turn to, and where and when that was checked."""

    id: str
    purpose: str
    name: str
    phone: str
    source: str
    checked_on: date


class FinderRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer: for whom and what it holds, who is told, where it is written down, and who can help outside."""

    about: tuple[str, ...]
    what: str
    words: str
    roles: tuple[Role, ...] = ()
    route: str = ""
    form: str = ""
    outside: tuple[str, ...] = ()


class Finder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The two questions, as values with their words, and the answers."""

    about: dict[str, str]
    what: dict[str, str]
    rows: tuple[FinderRow, ...]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to tell: a sentence, people at school, a form to write it down in, and contacts outside."""

    words: str
    people: tuple[Person, ...]
    form: str
    outside: tuple[Contact, ...]


def outside_contacts(school: School | None) -> tuple[Contact, ...]:
    """The contacts outside: the school's own first, then those that hold for everybody."""
    own = school.settings.contacts if school is not None else ()
    return (*own, *(_as_contact(each) for each in _outside().values()))


def is_stale(contact: Contact, today: date) -> bool:
    """Say whether a contact was verified once, and not for a year."""
    return contact.verified_on is not None and (today - contact.verified_on).days > STALE_DAYS


def verified_words(contact: Contact, today: date) -> str:
    """When a school last checked its contact, as a sentence; nothing where nobody noted it."""
    if contact.verified_on is None:
        return ""
    said = words()["stale" if is_stale(contact, today) else "verified"]
    return said.format(day=date_words(contact.verified_on))


def whom_to_tell(about: str, what: str, school: School | None, today: date) -> Told:
    """Find whom to tell. Takes an id of each question. Without a school, those who can help outside are named."""
    row = next(row for row in finder().rows if about in row.about and row.what == what)
    people = _people(row, about, school, today) if school is not None else ()
    general = tuple(_as_contact(_outside()[name]) for name in row.outside)
    own = school.settings.contacts if school is not None and what != "danger" else ()
    return Told(words=row.words, people=people, form=row.form, outside=(*own, *general))


def readable_school(candour: Candour) -> School | None:
    """The school, or None where this computer has none, or its directory cannot be read."""
    try:
        return candour.school if candour.has_school else None
    except KnownError:
        return None


@cache
def finder() -> Finder:
    """The table that we ship."""
    return msgspec.convert(tomllib.loads(resources.text("contacts/finder.toml")), Finder)


@cache
def words() -> Mapping[str, str]:
    """The fixed texts about contacts (resources/contacts/words.toml)."""
    return msgspec.toml.decode(resources.text("contacts/words.toml"), type=dict[str, str])


def _people(row: FinderRow, about: str, school: School, today: date) -> tuple[Person, ...]:
    """Those at school who are there today and whom it is not about: by the rules, else by their offices."""
    concerned = school.holders(Role(about), today) if about in set(Role) else ()
    if row.route:
        subject = concerned[:1] or (_NOBODY,)
        request = RouteRequest(kind=row.route, concerned=subject)
        listed = school if concerned else _with_nobody(school)
        reached = () if route(request, listed, today).outside else readers_in_full(request, listed, today)
    else:
        reached = tuple(holder for role in row.roles for holder in school.holders(role, today))
    there = (person for person in dict.fromkeys(reached) if school.absence(person, today) is None)
    return tuple(school.people[person] for person in there if person not in concerned and person in school.people)


def _with_nobody(school: School) -> School:
    nobody = Person(person_id=_NOBODY, name="")
    return msgspec.structs.replace(school, people={**school.people, _NOBODY: nobody})


@cache
def _outside() -> Mapping[str, OutsideContact]:
    listed: Sequence[object] = tomllib.loads(resources.text("contacts/outside.toml"))["contacts"]
    return {each.id: each for each in msgspec.convert(listed, tuple[OutsideContact, ...])}


def _as_contact(outside: OutsideContact) -> Contact:
    return Contact(purpose=outside.purpose, name=outside.name, phone=outside.phone)
