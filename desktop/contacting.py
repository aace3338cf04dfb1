# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Contacts outside the school, with no vault, no network and no sign-in, and how long ago each was checked (EXP-023).

Where the school's directory cannot be read, those that hold for everybody are still there (resources/contacts).
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.clocks import date_words
from desktop.people import Contact, School
from desktop.services import Candour
from storage.errors import KnownError

STALE_DAYS = 365
"""A contact that nobody has verified for so long is said to be old (F64)."""


class OutsideContact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody whom anybody in England may turn to, and where and when that was checked."""

    id: str
    purpose: str
    name: str
    phone: str
    source: str
    checked_on: date


def outside_contacts(school: School | None, site: str = "") -> tuple[Contact, ...]:
    """The contacts outside: the school's own first, of one site where one is named, then those for everybody."""
    own = at_site(school.settings.contacts, site) if school is not None else ()
    return (*own, *(_as_contact(each) for each in _outside().values()))


def general_contact(name: str) -> Contact:
    """One that holds for everybody, by its id."""
    return _as_contact(_outside()[name])


def at_site(contacts: Iterable[Contact], site: str) -> tuple[Contact, ...]:
    """Those of a site and those of all, the site's own first; every one where no site is named."""
    there = (each for each in contacts if not site or each.site in {"", site})
    return tuple(sorted(there, key=lambda each: bool(site) and each.site != site))


def is_stale(contact: Contact, today: date) -> bool:
    """Say whether a contact was verified once, and not for a year."""
    return contact.verified_on is not None and (today - contact.verified_on).days > STALE_DAYS


def unverified(school: School, today: date) -> tuple[Contact, ...]:
    """The school's own contacts of which nobody has made sure for a year, or ever."""
    return tuple(each for each in school.settings.contacts if each.verified_on is None or is_stale(each, today))


def verified_words(contact: Contact, today: date) -> str:
    """When a school last checked its contact, as a sentence; nothing where nobody noted it."""
    if contact.verified_on is None:
        return ""
    said = words()["stale" if is_stale(contact, today) else "verified"]
    return said.format(day=date_words(contact.verified_on))


def readable_school(candour: Candour) -> School | None:
    """The school, or None where this computer has none, or its directory cannot be read."""
    try:
        return candour.school if candour.has_school else None
    except KnownError:
        return None


@cache
def words() -> Mapping[str, str]:
    """The fixed texts about contacts (resources/contacts/words.toml)."""
    return msgspec.toml.decode(resources.text("contacts/words.toml"), type=dict[str, str])


@cache
def _outside() -> Mapping[str, OutsideContact]:
    listed: Sequence[object] = tomllib.loads(resources.text("contacts/outside.toml"))["contacts"]
    return {each.id: each for each in msgspec.convert(listed, tuple[OutsideContact, ...])}


def _as_contact(outside: OutsideContact) -> Contact:
    return Contact(purpose=outside.purpose, name=outside.name, phone=outside.phone)
