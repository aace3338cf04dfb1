# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sites of a school, and at which of them a place is. Pure.

A place says its site by naming it first: "Lower site: Hall", "Lower site, by the gate", "Lower site". Nothing else is
taken to: which hall is meant by "Hall" is never guessed.
"""

import re
from collections.abc import Iterator

from desktop.importing.names import loose_key
from desktop.people import School

_ENDS_THE_SITE = re.compile("[:,]")


def sites(school: School) -> tuple[str, ...]:
    """The sites of a school, in the order of the alphabet; none where it has only one."""
    there = sorted(set(_named(school)), key=str.casefold)
    return tuple(there) if len(there) > 1 else ()


def site_of_place(place: str, school: School) -> str:
    """The site that these words name before anything else, as the school writes it; "" where they name none."""
    begins = loose_key(_ENDS_THE_SITE.split(place, maxsplit=1)[0])
    if not begins:
        return ""
    return next((site for site in dict.fromkeys(_named(school)) if loose_key(site) == begins), "")


def _named(school: School) -> Iterator[str]:
    for person in school.people.values():
        yield from filter(None, (person.site, *person.other_sites))
    yield from (contact.site for contact in school.settings.contacts if contact.site)
