# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour contacts: whom to turn to, without a sign-in, a school or a network."""

from argparse import ArgumentParser, Namespace

import msgspec

from desktop.cli.terminal import Output, Terminal, candour_of
from desktop.contacting import Told, finder, is_stale, outside_contacts, readable_school, whom_to_tell
from desktop.people import Contact


def add_contacts(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour contacts`."""
    parser.add_argument("--about", choices=list(finder().about), help="whom it is about")
    parser.add_argument("--what", choices=list(finder().what), default="conduct", help="what it is")


def contacts(arguments: Namespace, _terminal: Terminal) -> Output:
    """List the contacts outside; or say whom to tell about somebody."""
    candour = candour_of(arguments)
    school, today = readable_school(candour), candour.machine.today()
    if arguments.about is None:
        listed = outside_contacts(school)
        data = [{**_said(each), "is_old": is_stale(each, today)} for each in listed]
        return Output(data, [_line(each) for each in listed])
    told = whom_to_tell(arguments.about, arguments.what, school, today)
    return Output(_told(told), [told.words, *(_person(told)), *(_line(each) for each in told.outside)])


def _told(told: Told) -> dict[str, object]:
    return {
        "words": told.words,
        "people": [{"id": each.person_id, "name": each.name, "job": each.job} for each in told.people],
        "form": told.form,
        "outside": [_said(each) for each in told.outside],
    }


def _person(told: Told) -> list[str]:
    return [", ".join(part for part in (each.name, each.job, each.room, each.phone) if part) for each in told.people]


def _said(contact: Contact) -> dict[str, object]:
    data: dict[str, object] = msgspec.to_builtins(contact)
    return data


def _line(contact: Contact) -> str:
    return f"{contact.name}: {contact.phone or contact.link}  ({contact.purpose})"
