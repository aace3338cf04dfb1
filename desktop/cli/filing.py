# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour forms, route, file: what can be said, who would read it, and saying it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from desktop.cli import attaching
from desktop.cli.people_words import name_of, readers_as_data, route_as_data
from desktop.cli.terminal import Output, Terminal, candour_of, read_answers, sign_in, signing_in
from desktop.declarations.following import following
from desktop.faults import DeskFault
from desktop.filing import Filed
from desktop.forms import FormKind, describe
from desktop.people import School
from desktop.reader_names import as_called
from desktop.routing import Part, Reader
from desktop.services import Candour
from storage.errors import KnownError


def add_forms(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour forms`."""
    parser.add_argument("form", nargs="?", help="one form, or a reviewer's act, with its fields")


def forms(arguments: Namespace, _terminal: Terminal) -> Output:
    """Describe the forms, or one of them."""
    candour = candour_of(arguments)
    if arguments.form:
        spec = candour.form(arguments.form)
        return Output(describe(spec), [f"{field.name:28} {field.type}" for _, field in spec.fields()])
    filing = [spec for spec in candour.forms.values() if spec.kind is FormKind.FILING]
    return Output([describe(spec) for spec in filing], [f"{spec.form_id:16} {spec.title}" for spec in filing])


def add_route(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour route`."""
    parser.add_argument("form")
    parser.add_argument("--about", action="append", default=[], metavar="PERSON", help="a person concerned; repeatable")
    parser.add_argument("--about-description", default="", help="words for somebody who is not listed")
    parser.add_argument("--could-be-someone-in-charge", action="store_true")
    parser.add_argument(
        "--not-to", action="append", default=[], metavar="PERSON", help="leave a reader out; repeatable"
    )
    parser.add_argument("--answers", metavar="FILE", help="further answers as JSON; - for standard input")


def route(arguments: Namespace, terminal: Terminal) -> Output:
    """Say who may read a form, and why, without filing anything."""
    candour = candour_of(arguments)
    values = read_answers(arguments.answers, terminal) if arguments.answers else {}
    values |= _about(candour, arguments)
    reporter = signing_in(candour, arguments) if arguments.person else None
    chosen = candour.route(arguments.form, values, reporter)
    data = route_as_data(as_called(candour.school, candour.machine.today()), chosen)
    return Output(data, [f"{chosen.rule} ({chosen.column.value})", *(str(line) for line in _list(data["explanation"]))])


def add_file(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour file`."""
    parser.add_argument("form")
    parser.add_argument("--answers", required=True, metavar="FILE", help="the answers as JSON; - for standard input")
    attaching.add_words(parser)
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--name", help="a walk-up who gives this name, which nobody checks")
    who.add_argument("--anonymous", action="store_true", help="a walk-up who gives no name")


def file(arguments: Namespace, terminal: Terminal) -> Output:
    """File a form: as the person signed in, as a walk-up under a name, or anonymously."""
    candour = candour_of(arguments)
    values = read_answers(arguments.answers, terminal)
    files = attaching.files(candour, arguments, arguments.form)
    if arguments.name or arguments.anonymous:
        given = values | _name(candour, arguments)
        return filed_output(candour, candour.file_walk_up(arguments.form, given, files), given)
    session = sign_in(candour, arguments, terminal)
    try:
        candour.form(arguments.form)
        return filed_output(candour, session.file(arguments.form, values, files), values)
    finally:
        session.close()


def add_redirect(_parser: ArgumentParser, _common: ArgumentParser) -> None:
    """`candour redirect` has no words of its own."""


def redirect(arguments: Namespace, _terminal: Terminal) -> Output:
    """Keep that somebody with a worry about a child was turned to the child-protection route, and the day."""
    candour = candour_of(arguments)
    candour.note_redirect()
    return Output({"day": candour.machine.today().isoformat()}, ["Noted: the day, and nothing else."])


def filed_output(candour: Candour, filed: Filed, values: Mapping[str, object]) -> Output:
    """What is told of something that has just been filed."""
    school = as_called(candour.school, candour.machine.today())
    at = filed.at.date().isoformat() if filed.is_day_only else filed.at.isoformat(timespec="seconds")
    data: dict[str, object] = {
        "reference": filed.reference,
        "filed_at": at,
        "readers": readers_as_data(school, _openers(filed)),
        "rule": filed.route.rule,
        "return_phrase": filed.phrase,
        "state": filed.delivery.value,
    }
    if leads_to := following(filed.form, values, filed.reference):
        data["next"] = {"form": leads_to.form, "answers": dict(leads_to.typed)}
    lines = [
        f"Reference {filed.reference}, {filed.delivery.value} {at}",
        f"Can be opened by: {_names(school, filed)}",
        *([f"Return phrase: {filed.phrase}"] if filed.phrase else []),
    ]
    return Output(data, lines)


def _about(candour: Candour, arguments: Namespace) -> dict[str, object]:
    people = [candour.person(typed) for typed in arguments.about]
    values: dict[str, object] = {"about": people[0]} if people else {}
    if people[1:]:
        values["also_about"] = [{"person": person} for person in people[1:]]
    if arguments.about_description:
        values["about_description"] = arguments.about_description
    if arguments.could_be_someone_in_charge:
        values["could_be_someone_in_charge"] = "yes"
    if arguments.not_to:
        values["not_to"] = [{"person": candour.person(typed)} for typed in arguments.not_to]
    return values


def _name(candour: Candour, arguments: Namespace) -> dict[str, object]:
    """The answers by which a walk-up gives a name, or leaves it off, where the form asks."""
    names = {field.name for _, field in candour.form(arguments.form).fields()}
    if arguments.anonymous:
        if "name_choice" not in names:
            raise KnownError(DeskFault.NAME_NEEDED)
        return {"name_choice": "leave_off"}
    name, _, job = arguments.name.partition(",")
    given: dict[str, object] = {"your_name": name.strip(), "your_job": job.strip()}
    choice: dict[str, object] = {"name_choice": "give"} if "name_choice" in names else {}
    return choice | {key: value for key, value in given.items() if value}


def _names(school: School, filed: Filed) -> str:
    return ", ".join(name_of(school, reader.person_id) for reader in _openers(filed))


def _openers(filed: Filed) -> tuple[Reader, ...]:
    """Those to whom it was sealed: a part of it, such as a line in a register, is sealed to nobody yet."""
    return tuple(reader for reader in filed.route.readers if reader.part is Part.FULL)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
