# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour contacts: whom to turn to, without a sign-in, a school or a network."""

from argparse import ArgumentParser, Namespace

import msgspec

from desktop.changing.contacts import checked_contact
from desktop.cli.changing import make, together
from desktop.cli.terminal import Output, Terminal, candour_of
from desktop.contacting import is_stale, outside_contacts, readable_school, verified_words
from desktop.people import Contact
from desktop.services import Candour
from desktop.whom_to_tell import Asked, Told, finder, whom_to_tell


def add_contacts(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour contacts`."""
    does = parser.add_subparsers(dest="does")
    checked = does.add_parser("checked", parents=[common], help="I made sure of it today; two officers sign it")
    checked.add_argument("purpose", help="what the contact is for, as it is listed")
    checked.add_argument("--site", default="", help="the site that it is for")
    together(checked)
    parser.add_argument("--about", choices=list(finder().about), help="whom it is about")
    parser.add_argument("--what", choices=list(finder().what), default="conduct", help="what it is")
    parser.add_argument("--site", default="", help="of a school with several sites, the one where you are")


def contacts(arguments: Namespace, terminal: Terminal) -> Output:
    """List the contacts outside; say whom to tell about somebody, or that one was checked."""
    candour = candour_of(arguments)
    if arguments.does == "checked":
        return _check(candour, arguments, terminal)
    school, today = readable_school(candour), candour.machine.today()
    if arguments.about is None:
        listed = outside_contacts(school, arguments.site)
        data = [{**_said(each), "is_old": is_stale(each, today)} for each in listed]
        return Output(data, [" ".join((_line(each), verified_words(each, today))).rstrip() for each in listed])
    asked = Asked(about=arguments.about, what=arguments.what, site=arguments.site)
    told = whom_to_tell(asked, school, today)
    return Output(_told(told), [told.words, *(_person(told)), *(_line(each) for each in told.outside)])


def _check(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    listed, person = candour.school.settings.contacts, candour.person(arguments.person or "")
    said = checked_contact(listed, arguments.purpose, arguments.site, person, candour.machine.today())
    return make(candour, arguments, terminal, [said])


def _told(told: Told) -> dict[str, object]:
    return {
        "words": told.words,
        "people": [{"id": each.person_id, "name": each.name, "job": each.job} for each in told.people],
        "first": told.first,
        "form": told.form,
        "outside": [_said(each) for each in told.outside],
    }


def _person(told: Told) -> list[str]:
    return [", ".join(part for part in (each.name, each.job, each.room, each.phone) if part) for each in told.people]


def _said(contact: Contact) -> dict[str, object]:
    data: dict[str, object] = msgspec.to_builtins(msgspec.structs.asdict(contact))
    return data


def _line(contact: Contact) -> str:
    purpose = ", ".join(filter(None, (contact.purpose, contact.site)))
    return f"{contact.name}: {contact.phone or contact.link}  ({purpose})"
