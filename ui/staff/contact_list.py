# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom to turn to, inside the school and outside it, each with where they are or how to ring them."""

from collections.abc import Collection, Sequence
from datetime import date

import msgspec
from PySide6.QtWidgets import QWidget

from desktop.contacting import is_stale, outside_contacts, verified_words
from desktop.forms import reach
from desktop.people import Contact, PersonId, Role, School
from ui.staff.here import Here
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.card import Line
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")


class Way(msgspec.Struct, frozen=True):
    """One way: who, what for, and how; `checked` says when the number was verified, `is_old` that it was long ago."""

    name: str
    purpose: str
    how: str
    checked: str = ""
    is_old: bool = False


class ContactList(QWidget):
    """The ways below each other, with a line between them."""

    def __init__(self, theme: ThemeSource, ways: Sequence[Way]) -> None:
        super().__init__()
        column = Column(theme)
        for number, way in enumerate(ways):
            if number:
                column.add(Line(theme))
            column.add(_way(theme, way))
        self.setLayout(column)


def people_ways(here: Here, roles: Sequence[Role], apart_from: Collection[PersonId] = ()) -> list[Way]:
    """The holders of these roles who are there today, each once, with where they are."""
    today = here.today()
    found: dict[str, Way] = {}
    for role in roles:
        for holder in here.school.holders(role, today):
            person = here.school.people.get(holder)
            if person is not None and holder not in apart_from and here.school.absence(holder, today) is None:
                found.setdefault(holder, Way(person.name, person.job, reach("_", person)["__at"].removeprefix(": ")))
    return list(found.values())


def outside_ways(here: Here) -> list[Way]:
    """The contacts outside the school, and 999, which needs no settings."""
    ways = [contact_way(contact, here.today()) for contact in here.school.settings.contacts]
    return [*ways, Way(say(Staff.EMERGENCY), say(Staff.EMERGENCY_WHEN), say(Staff.EMERGENCY_NUMBER))]


def all_ways(school: School | None, today: date) -> list[Way]:
    """Everybody outside whom anybody may turn to; also where the school's own list cannot be read."""
    return [contact_way(contact, today) for contact in outside_contacts(school)]


def contact_way(contact: Contact, today: date) -> Way:
    """A contact as a way, with the site that it is for."""
    how = " · ".join(part for part in (contact.phone, contact.hours, contact.link) if part)
    purpose = say(Staff.AT_SITE, purpose=contact.purpose, site=contact.site) if contact.site else contact.purpose
    return Way(contact.name, purpose, how, verified_words(contact, today), is_stale(contact, today))


def _way(theme: ThemeSource, way: Way) -> QWidget:
    holder = QWidget()
    purpose = [PlainLabel(theme, way.purpose, _SMALL, wrap=True)] if way.purpose else []
    colour = "status.warn.text" if way.is_old else "text.secondary"
    checked = [PlainLabel(theme, way.checked, TextStyle("small", colour), wrap=True)] if way.checked else []
    who = Column(theme, PlainLabel(theme, way.name, "label", wrap=True), *purpose, *checked)
    left = QWidget()
    left.setLayout(who)
    how = PlainLabel(theme, way.how, TextStyle("bodyStaff", weight=600), wrap=True)
    holder.setLayout(Row(theme, Growing(left, 3), Growing(how, 2), gap=4, margins=(0, 2, 0, 2)))
    return holder
