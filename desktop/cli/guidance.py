# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour guidance: the guidance that people are asked to have read, who has read which part, and what is asked."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date

import msgspec

from desktop.cli.changing import make, together
from desktop.cli.dates import day
from desktop.cli.terminal import Output, Terminal, candour_of, sign_in
from desktop.clocks import london_day
from desktop.faults import DeskFault
from desktop.offices.coming import still_coming
from desktop.people import PolicyLine, ReadingLine
from desktop.policies.asking import asked_for, no_longer_asked
from desktop.policies.chasing import chased
from desktop.policies.confirming import Confirmed, Part, confirm, confirm_by_name, confirmations
from desktop.policies.guidance import newer_edition, part_for
from desktop.policies.reading_list import where_words
from desktop.policies.reading_rules import part_words
from desktop.policies.register import by_name_only
from desktop.services import Candour
from desktop.session import Session
from storage.errors import KnownError

_BEGINS = "guidance:"


def add_guidance(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour guidance`."""
    does = parser.add_subparsers(dest="does", required=True)
    does.add_parser("list", parents=[common], help="what people are asked to have read")
    ask = does.add_parser("ask", parents=[common], help="ask people to say that they have read an edition")
    ask.add_argument("item", help="kcsie, or a word of your own for something else")
    ask.add_argument("--edition", required=True, help="as it is printed, such as “September 2026”")
    ask.add_argument("--confirm-by", type=day, required=True, metavar="DAY")
    ask.add_argument("--title", default="", help="what it is called, if Candour does not know it")
    ask.add_argument("--where", default="", help="where it is found")
    together(ask)
    drop = does.add_parser("drop", parents=[common], help="ask for it no longer")
    drop.add_argument("item")
    together(drop)
    said = does.add_parser("confirm", parents=[common], help="say that you have read it")
    said.add_argument("item")
    said.add_argument(
        "--part",
        choices=[each.value for each in Part if each is not Part.SHORT],
        help="else the part that you are asked for",
    )
    said.add_argument("--name", metavar="NAME", help="without a sign-in, under a name")
    does.add_parser("register", parents=[common], help="who has read it").add_argument("item")


def guidance(arguments: Namespace, terminal: Terminal) -> Output:
    """List it, ask for it, ask no longer, say that one has read it, or who has."""
    does: Mapping[str, Callable[[Candour, Namespace, Terminal], Output]] = {
        "list": _listed,
        "ask": _asked,
        "drop": _dropped,
        "confirm": _confirmed,
        "register": _register,
    }
    return does[arguments.does](candour_of(arguments), arguments, terminal)


def register_of(session: Session, line: PolicyLine | ReadingLine) -> Output:
    """Who has confirmed something that is to be read, as far as whoever is signed in is sent that."""
    said, people = confirmations(session), session.machine.school.people
    found = chased(session.machine, session.me, line, said)
    named = by_name_only(line.policy_id if isinstance(line, PolicyLine) else line.item_id, said)
    coming = still_coming(session)
    data = {
        "confirmed": found.figures.confirmed,
        "of": found.figures.of,
        "elsewhere": found.elsewhere,
        "coming": coming,
        "rows": msgspec.to_builtins(found.rows),
        "by_name": [{"name": each.claims, "on": london_day(each.at).isoformat()} for each in named],
    }
    lines = [f"{people[row.person_id].name}  {row.reading.value}  {row.on or ''}".rstrip() for row in found.rows]
    if found.elsewhere:
        lines.append(f"{found.elsewhere} more are asked, whose confirmations go to others.")
    lines += [coming] if coming else []
    return Output(data, [f"{found.figures.confirmed} of {found.figures.of} have confirmed.", *lines])


def _listed(candour: Candour, _arguments: Namespace, _terminal: Terminal) -> Output:
    today = candour.machine.today()
    data = [{**msgspec.to_builtins(line), **_further(line, today)} for line in candour.school.settings.readings]
    lines = [f"{each['item_id']}  {each['title']}, {each['edition']}  by {each['confirm_by']}" for each in data]
    return Output(data, lines or ["Nobody is asked to have read any guidance."])


def _further(line: ReadingLine, today: date) -> dict[str, str | None]:
    newer = newer_edition(line, today)
    return {"where": where_words(line), "newer": newer.edition if newer else None}


def _asked(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    line = ReadingLine(
        item_id=_item(arguments),
        title=arguments.title.strip(),
        edition=arguments.edition.strip(),
        confirm_by=arguments.confirm_by,
        where=arguments.where.strip(),
    )
    return make(candour, arguments, terminal, [asked_for(candour.school, line)])


def _dropped(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    return make(candour, arguments, terminal, [no_longer_asked(candour.school, _item(arguments))])


def _confirmed(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    line = _line(candour, arguments)
    if arguments.name:
        said = Confirmed(policy=line.item_id, version=line.edition, part=Part(arguments.part or Part.WHOLE))
        confirm_by_name(candour.machine, arguments.name, said)
    else:
        with closing(sign_in(candour, arguments, terminal)) as session:
            part = Part(arguments.part) if arguments.part else _part(session, line)
            said = Confirmed(policy=line.item_id, version=line.edition, part=part)
            confirm(session, said)
    told = f"On record: {line.title}, {line.edition}, {part_words(said.part)}."
    return Output(msgspec.to_builtins(said), [told])


def _part(session: Session, line: ReadingLine) -> Part:
    school = session.machine.school
    roles = school.roles_of(session.me, session.machine.today())
    return part_for(line.item_id, school.people[session.me], roles) or Part.WHOLE


def _register(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    line = _line(candour, arguments)
    with closing(sign_in(candour, arguments, terminal)) as session:
        session.sync()
        return register_of(session, line)


def _item(arguments: Namespace) -> str:
    return _BEGINS + str(arguments.item).removeprefix(_BEGINS)


def _line(candour: Candour, arguments: Namespace) -> ReadingLine:
    item = _item(arguments)
    line = next((each for each in candour.school.settings.readings if each.item_id == item), None)
    if line is None:
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    return line
