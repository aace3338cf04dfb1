# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Who do I tell?” in three questions at most, to somebody with a name who is there today (F64, SCR-048).

Pure. Never whom it is about, nor whoever asks; formal cover stands in for who is away; where nobody is left at school,
the LADO is named. The questions and answers are a table (resources/contacts/finder.toml).
"""

import tomllib
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.contacting import at_site, general_contact
from desktop.importing.names import loose_key
from desktop.people import Contact, Person, PersonId, Role, School
from desktop.routing import RouteRequest, readers_in_full, route

_NOBODY = PersonId("f" * 32)


class FinderRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer: for whom and what it holds, who is told, where it is written down, and who can help outside.

    `route` is the kind of record whose readers are told. `roles` are told where it is no record, or where the rules
    cannot know whom it is about; the first of `else_roles` who is there where none of them is.
    """

    about: tuple[str, ...]
    what: str
    words: str
    roles: tuple[Role, ...] = ()
    else_roles: tuple[Role, ...] = ()
    route: str = ""
    form: str = ""
    outside: tuple[str, ...] = ()
    own_contacts: bool = True


class Finder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first two questions as values with their words, and the answers; the third is the site, where there are some.

    `nobody` is said where nobody at school is left; `lado` are words by which a school's own contact is the LADO.
    """

    about: dict[str, str]
    what: dict[str, str]
    nobody: str
    lado: tuple[str, ...]
    rows: tuple[FinderRow, ...]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The answers to the questions, and who asks, where that is known."""

    about: str
    what: str
    site: str = ""
    me: PersonId | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to tell: a sentence, people at school, a form to write it down in, and contacts outside, the best first."""

    words: str
    people: tuple[Person, ...]
    form: str
    outside: tuple[Contact, ...]

    @property
    def first(self) -> str:
        """The name of whom to tell first."""
        return (*(each.name for each in self.people), *(each.name for each in self.outside))[0]


def whom_to_tell(asked: Asked, school: School | None, today: date) -> Told:
    """Find whom to tell. Without a school, those who can help outside are named."""
    row = next(row for row in finder().rows if asked.about in row.about and row.what == asked.what)
    people = _people(row, asked, school, today) if school is not None else ()
    own = at_site(school.settings.contacts, asked.site) if school is not None and row.own_contacts else ()
    outside = (*sorted(own, key=lambda each: not _is_lado(each)), *(general_contact(name) for name in row.outside))
    words = row.words if people or school is None else f"{finder().nobody} {row.words}"
    return Told(words=words, people=people, form=row.form, outside=outside)


@cache
def finder() -> Finder:
    """The table that we ship."""
    return msgspec.convert(tomllib.loads(resources.text("contacts/finder.toml")), Finder)


def _people(row: FinderRow, asked: Asked, school: School, today: date) -> tuple[Person, ...]:
    """Those at school who are there today and whom it is not about, those of the site first."""
    concerned = _concerned(asked, school, today)
    apart = {*concerned, *([asked.me] if asked.me else [])}
    by_rules = row.route and (asked.about != "me" or concerned)
    if by_rules:
        reached = _there(readers_about(row.route, concerned, asked.me, school, today), apart, school, today)
    else:
        reached = _there(_holders(row.roles, school, today), apart, school, today)
    found = tuple(reached) or tuple(_there(_holders(row.else_roles, school, today), apart, school, today))[:1]
    return tuple(
        sorted((school.people[each] for each in found), key=lambda each: bool(asked.site) and each.site != asked.site)
    )


def _concerned(asked: Asked, school: School, today: date) -> tuple[PersonId, ...]:
    if asked.about == "me":
        return (asked.me,) if asked.me else ()
    return school.holders(Role(asked.about), today) if asked.about in set(Role) else ()


def readers_about(
    kind: str, concerned: tuple[PersonId, ...], me: PersonId | None, school: School, today: date
) -> tuple[PersonId, ...]:
    """Who would read a record of this kind about these people, or about somebody without an office, by the rules.

    Nobody where they lead outside.
    """
    request = RouteRequest(kind=kind, concerned=concerned or (_NOBODY,), reporter=me)
    listed = school if concerned else _with_nobody(school)
    return () if route(request, listed, today).outside else readers_in_full(request, listed, today)


def _holders(roles: Iterable[Role], school: School, today: date) -> Iterator[PersonId]:
    """Who holds these offices; for each who is away, whoever covers for them."""
    for holder in school.holding(roles, today):
        absence = school.absence(holder, today)
        if absence is None:
            yield holder
        elif absence.cover is not None:
            yield absence.cover


def _there(people: Iterable[PersonId], apart: Collection[PersonId], school: School, today: date) -> Iterator[PersonId]:
    """Those of these who are here today, each once."""
    for person in dict.fromkeys(people):
        is_here = person in school.people and not school.has_left(person, today)
        if is_here and person not in apart and school.absence(person, today) is None:
            yield person


def _with_nobody(school: School) -> School:
    nobody = Person(person_id=_NOBODY, name="")
    return msgspec.structs.replace(school, people={**school.people, _NOBODY: nobody})


def _is_lado(contact: Contact) -> bool:
    said = loose_key(f"{contact.purpose} {contact.name}")
    return any(word in said for word in finder().lado)
