# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour school propose, proposals, approve, refuse; candour settings: what two people sign together."""

from argparse import ArgumentParser, Namespace
from contextlib import closing

import msgspec

from desktop.changing.change import Said
from desktop.changing.making import approve, propose_again, settle, turn_down
from desktop.changing.proposals import Proposal, Stage
from desktop.changing.setting import change_settings, read_value, shown_settings
from desktop.changing.telling import names, tell_day, tell_effects, value_words
from desktop.cli.changing import Subparsers, made_output, make, signing_here, together
from desktop.cli.listing import add_vocabulary, vocabulary
from desktop.cli.terminal import Output, Terminal, candour_of, read_answers, sign_in
from desktop.faults import DeskFault
from desktop.people import School
from desktop.questions.proposed import tell_in_full
from desktop.services import Candour
from storage.charter import AbsenceData, ConflictData, PeopleData, RevokeData, RoleData, SettingsData
from storage.errors import KnownError

_SHAPES: dict[str, type[Said]] = {
    "role": RoleData,
    "absence": AbsenceData,
    "conflict": ConflictData,
    "settings": SettingsData,
    "people": PeopleData,
    "revoke": RevokeData,
}


class _Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One change in a file."""

    type: str
    data: dict[str, object]


class _Changes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Changes that belong together."""

    changes: tuple[_Change, ...]


def add_proposals(does: Subparsers, common: ArgumentParser) -> None:
    """The words of these commands, among those of `candour school`."""
    propose = does.add_parser("propose", parents=[common], help="propose changes that belong together")
    propose.add_argument("file", help="JSON: {changes: [{type, data}, …]}; - for standard input")
    together(propose)
    does.add_parser("proposals", parents=[common], help="what waits for signatures, and what became of the others")
    agree = does.add_parser("approve", parents=[common], help="sign somebody's proposal")
    agree.add_argument("proposal", help="its id, or the beginning of it")
    together(agree)
    refuse = does.add_parser("refuse", parents=[common], help="turn a proposal down, or take one's own back")
    refuse.add_argument("proposal", help="its id, or the beginning of it")
    refuse.add_argument("--reason", default="", help="for those who asked")
    again = does.add_parser("propose-again", parents=[common], help="make a proposal anew that was overtaken")
    again.add_argument("proposal", help="its id, or the beginning of it")


def change_school(arguments: Namespace, terminal: Terminal) -> Output:
    """Do one of these commands."""
    candour = candour_of(arguments)
    if arguments.does == "propose":
        return make(candour, arguments, terminal, _read(read_answers(arguments.file, terminal)))
    with closing(sign_in(candour, arguments, terminal)) as session:
        session.sync()
        match arguments.does:
            case "approve":
                here = signing_here(candour, arguments, terminal)
                return made_output(candour, approve(session, arguments.proposal, here))
            case "propose-again":
                return made_output(candour, propose_again(session, arguments.proposal))
            case "refuse":
                turn_down(session, arguments.proposal, arguments.reason)
                return Output({"refused": arguments.proposal}, ["Turned down. Nothing was changed."])
            case _:
                proposals = settle(session)
                lines = [line for each in proposals for line in _lines(each, candour)]
                return Output([_data(each, candour) for each in proposals], lines)


def add_settings(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour settings`."""
    does = parser.add_subparsers(dest="does")
    change = does.add_parser("set", parents=[common], help="change a setting; two officers sign it together")
    change.add_argument("name")
    change.add_argument("value", help="as candour settings --format json shows it, or words")
    together(change)
    add_vocabulary(does, common)


def settings(arguments: Namespace, terminal: Terminal) -> Output:
    """Show the settings, or change one."""
    candour = candour_of(arguments)
    if arguments.does == "vocabulary":
        return vocabulary(candour, arguments, terminal)
    if arguments.does == "set":
        value = read_value(arguments.name, arguments.value)
        return make(candour, arguments, terminal, [change_settings({arguments.name: value})])
    shown = shown_settings(candour.school.settings)
    return Output(shown, [f"{name:30} {value_words(value)}" for name, value in shown.items()])


def _read(value: dict[str, object]) -> list[Said]:
    try:
        changes = msgspec.convert(value, _Changes).changes
        said = [msgspec.convert(each.data, _SHAPES[each.type]) for each in changes]
    except (KeyError, msgspec.ValidationError):
        raise KnownError(DeskFault.CHANGE_UNREADABLE) from None
    if not said:
        raise KnownError(DeskFault.CHANGE_UNREADABLE)
    return [change_settings(each.set) if isinstance(each, SettingsData) else each for each in said]


def _lines(proposal: Proposal, candour: Candour) -> list[str]:
    school = candour.school
    data = _data(proposal, candour)
    signed = f"signed by {names(school, proposal.signed)}"
    asked = (proposal.may | proposal.must) - proposal.signed
    waiting = f"; waits for {names(school, asked)}" if proposal.stage is Stage.WAITING else ""
    told = [*_list(data["says"]), *_list(data["effects"])]
    return [f"{proposal.eid[:12]}  {proposal.stage.value}, {signed}{waiting}", *(f"    {line}" for line in told)]


def _data(proposal: Proposal, candour: Candour) -> dict[str, object]:
    school = candour.school
    effects = tell_effects(proposal.effects, school) if proposal.stage is Stage.WAITING else ()
    return {
        "id": proposal.eid,
        "stage": proposal.stage.value,
        "proposed_by": _name(school, proposal.proposer),
        "says": [line for said in proposal.said for line in tell_in_full(said, candour.machine)],
        "effects": [*effects, *tell_day(proposal.applies_on, candour.machine.today())],
        "signed": sorted(_name(school, each) for each in proposal.signed),
        "asked": sorted(_name(school, each) for each in proposal.may | proposal.must),
        "reason": proposal.reason,
    }


def _name(school: School, person: str) -> str:
    return names(school, [person])


def _list(value: object) -> list[str]:
    return value if isinstance(value, list) else []
