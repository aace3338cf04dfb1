# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changes of the contacts outside a school: one is known by what it is for and its site. Pure."""

from collections.abc import Sequence
from datetime import date

import msgspec

from desktop.changing.setting import change_settings
from desktop.faults import DeskFault
from desktop.people import Contact, PersonId
from storage.charter import SettingsData
from storage.errors import KnownError


def find_contact(contacts: Sequence[Contact], purpose: str, site: str) -> Contact | None:
    """The one for this purpose at this site."""
    return next((each for each in contacts if (each.purpose, each.site) == (purpose, site)), None)


def with_contact(contacts: Sequence[Contact], new: Contact) -> SettingsData:
    """Put one in the place of the one for the same purpose and site, or at the end."""
    before = find_contact(contacts, new.purpose, new.site)
    return _set([new if each is before else each for each in contacts] + ([] if before else [new]))


def without_contact(contacts: Sequence[Contact], purpose: str, site: str) -> SettingsData:
    """Take one away. Raises KnownError(NO_SUCH_CONTACT)."""
    gone = _found(contacts, purpose, site)
    return _set([each for each in contacts if each is not gone])


def checked_contact(contacts: Sequence[Contact], purpose: str, site: str, by: PersonId, on: date) -> SettingsData:
    """Say who made sure of one and when (F64, "I have checked it today"). Raises KnownError(NO_SUCH_CONTACT)."""
    contact = _found(contacts, purpose, site)
    return with_contact(contacts, msgspec.structs.replace(contact, verified_on=on, verified_by=by))


def _found(contacts: Sequence[Contact], purpose: str, site: str) -> Contact:
    found = find_contact(contacts, purpose, site)
    if found is None:
        raise KnownError(DeskFault.NO_SUCH_CONTACT)
    return found


def _set(contacts: Sequence[Contact]) -> SettingsData:
    return change_settings({"contacts": msgspec.to_builtins(list(contacts))})
