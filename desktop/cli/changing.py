# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour people roles, appoint, end, away, back, conflict, leave, revoke: who holds which role, and who is away.

What one person may change holds at once; anything else becomes a proposal, which others sign (`candour school`).
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import date
from typing import Any

import msgspec

from desktop.changing.change import Said
from desktop.changing.key_review import keys_of, signed_by_key
from desktop.changing.leaving import could_read, leaving_list, leaving_on, leaving_steps, wipe
from desktop.changing.making import Made, break_glass, make_change
from desktop.changing.telling import names, role_words
from desktop.cli.terminal import FAILED, Output, Terminal, candour_of, first_line, read_text, sign_in
from desktop.faults import DeskFault
from desktop.people import PersonId, Role
from desktop.services import Candour
from storage.charter import AbsenceData, ConflictData, RevokeData, RoleData
from storage.errors import KnownError

Subparsers = Any
"""What argparse makes of a command's own commands: its class is its own, and takes any words."""


def add_changes(does: Subparsers, common: ArgumentParser) -> None:
    """The words of these commands, among those of `candour people`."""
    does.add_parser("roles", parents=[common], help="who holds which role, who is away, who is not for whom, and keys")
    appoint = _on_person(does, common, "appoint", "appoint somebody to a role")
    appoint.add_argument("role", choices=[role.value for role in Role])
    appoint.add_argument("--order", type=int, default=0, help="which of several: 0 for the first, 1 for the next")
    _days(appoint)
    together(appoint)
    appoint.add_argument("--paper-key", metavar="FILE", help="with the school's paper key alone: officers only")
    end = _on_person(does, common, "end", "end somebody's role")
    end.add_argument("role", type=Role)
    together(end)
    away = _on_person(does, common, "away", "mark somebody away, with whoever stands in")
    away.add_argument("--cover", metavar="PERSON")
    _days(away)
    together(away)
    together(_on_person(does, common, "back", "mark somebody back"))
    conflict = _on_person(does, common, "conflict", "keep a reader away from a person, never saying why")
    about = conflict.add_mutually_exclusive_group(required=True)
    about.add_argument("--about", metavar="PERSON")
    about.add_argument("--employer", metavar="NAME", help="everybody of this employer")
    conflict.add_argument("--until", type=_day, metavar="DAY")
    conflict.add_argument("--end", action="store_true", dest="ends", help="they need not be kept away any more")
    together(conflict)
    _add_leaving(does, common)


def _add_leaving(does: Subparsers, common: ArgumentParser) -> None:
    leave = _on_person(does, common, "leave", "what is to be done when somebody leaves, and their last day")
    leave.add_argument("--on", type=_day, metavar="DAY", help="list this as their last day")
    leave.add_argument("--stays", action="store_true", help="they don't leave after all")
    leave.add_argument("--wipe", action="store_true", help="destroy one's own vault on this computer, for good")
    together(leave)
    together(_on_person(does, common, "revoke", "stop trusting somebody's keys", key=True))
    signed = _on_person(does, common, "signed", "what somebody's keys have signed, for review", key=True)
    signed.add_argument("--since", type=_day, metavar="DAY", help="by when it came to this vault")


def change_people(arguments: Namespace, terminal: Terminal) -> Output:
    """Do one of these commands."""
    candour = candour_of(arguments)
    match arguments.does:
        case "roles":
            return _roles(candour)
        case "leave":
            return _leave(candour, arguments, terminal)
        case "signed":
            return _signed(candour, arguments, terminal)
        case "appoint" if arguments.paper_key:
            break_glass(candour.machine, first_line(read_text(arguments.paper_key)), _role(candour, arguments))
            return made_output(candour, Made())
        case _:
            said = _SAID[arguments.does](candour, arguments)
            return make(candour, arguments, terminal, said)


def make(candour: Candour, arguments: Namespace, terminal: Terminal, said: Sequence[Said]) -> Output:
    """Sign in, look at the exchange, and change the directory, with those who sign at this computer too."""
    with closing(sign_in(candour, arguments, terminal)) as session:
        session.sync()
        return made_output(candour, make_change(session, said, signing_here(candour, arguments, terminal)))


def signing_here(candour: Candour, arguments: Namespace, terminal: Terminal) -> Mapping[PersonId, str]:
    """Those who sign at this computer too, each asked for their own passphrase."""
    people = [candour.person(typed) for typed in arguments.also or ()]
    return {each: terminal.secret(f"Passphrase of {candour.school.people[each].name}") for each in people}


def together(parser: ArgumentParser) -> None:
    """The word with which others sign at this computer."""
    parser.add_argument("--also", metavar="PERSON", action="append", help="who signs at this computer too; repeatable")


def made_output(candour: Candour, made: Made) -> Output:
    """Say whether a change holds, or who is asked to sign it."""
    asked = sorted(candour.school.people[each].name for each in made.asked)
    data = {"published": made.is_published, "proposal": made.proposal, "asked": asked}
    if made.is_published:
        return Output(data, ["This holds now."])
    line = f"Proposed as {(made.proposal or '')[:12]}. Nothing holds yet; asked to sign: {', '.join(asked)}."
    return Output(data, [line])


def _role(candour: Candour, arguments: Namespace) -> RoleData:
    person = candour.person(arguments.somebody)
    if arguments.does == "end":
        return RoleData(role=arguments.role, person=person, ends=True)
    since, until = _span(arguments)
    return RoleData(role=arguments.role, person=person, order=arguments.order, since=since, until=until)


def _one_role(candour: Candour, arguments: Namespace) -> list[Said]:
    return [_role(candour, arguments)]


def _away(candour: Candour, arguments: Namespace) -> list[Said]:
    cover = candour.person(arguments.cover) if arguments.cover else None
    since, until = _span(arguments)
    return [AbsenceData(person=candour.person(arguments.somebody), since=since, until=until, cover=cover)]


def _back(candour: Candour, arguments: Namespace) -> list[Said]:
    return [AbsenceData(person=candour.person(arguments.somebody), back=True)]


def _conflict(candour: Candour, arguments: Namespace) -> list[Said]:
    about = candour.person(arguments.about) if arguments.about else None
    until = arguments.until.isoformat() if arguments.until else None
    reader, employer = candour.person(arguments.somebody), arguments.employer or ""
    return [ConflictData(reader=reader, about=about, employer=employer, until=until, ends=arguments.ends)]


def _revoke(candour: Candour, arguments: Namespace) -> list[Said]:
    keys = candour.machine.state.keys
    trusted = [kid for kid in _keys(candour, arguments.somebody) if keys[kid].revoked is None]
    if not trusted:
        raise KnownError(DeskFault.KEY_NOT_TRUSTED)
    return [RevokeData(kid=kid) for kid in trusted]


def _keys(candour: Candour, typed: str) -> list[str]:
    """A key by the beginning of its id; or every key of a person, trusted or not."""
    keys = candour.machine.state.keys
    found = [kid for kid in keys if len(typed) >= _KID_LETTERS and kid.startswith(typed.lower())]
    if not found:
        return list(keys_of(candour.machine.state, candour.person(typed)))
    return sorted(found)


def _signed(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    with closing(sign_in(candour, arguments, terminal)) as session:
        session.sync()
        keys = _keys(candour, arguments.somebody)
        signed = [each for kid in keys for each in signed_by_key(session, kid, arguments.since)]
    lines = [
        f"{each.reference}  {each.kind:20} came {each.received_at:%Y-%m-%d}{', after the key' if each.is_late else ''}"
        for each in signed
    ]
    return Output([msgspec.to_builtins(each) for each in signed], lines)


_KID_LETTERS = 8
_SAID: Mapping[str, Callable[[Candour, Namespace], list[Said]]] = {
    "appoint": _one_role,
    "end": _one_role,
    "away": _away,
    "back": _back,
    "conflict": _conflict,
    "revoke": _revoke,
}


def _leave(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    person = candour.person(arguments.somebody)
    if arguments.wipe:
        return _wipe(candour, arguments, terminal, person)
    if arguments.on or arguments.stays:
        return make(candour, arguments, terminal, [leaving_on(candour.school, person, arguments.on)])
    if arguments.person:
        with closing(sign_in(candour, arguments, terminal)) as session:
            session.sync()
            steps = leaving_list(session, person)
    else:
        steps = leaving_steps(candour.machine.state, candour.school, person)
    lines = [f"{'done' if step.is_done else 'to do':6} {step.sentence}" for step in steps]
    return Output([msgspec.to_builtins(step) for step in steps], lines)


def _wipe(candour: Candour, arguments: Namespace, terminal: Terminal, person: PersonId) -> Output:
    """Only whoever leaves can open their vault, to say what it held; it is asked for once more by their name."""
    session = sign_in(candour, arguments, terminal)
    try:
        if session.me != person:
            raise KnownError(DeskFault.NOT_YOURS_TO_SIGN)
        session.sync()
        told = could_read(session)
        wipe(session)
    finally:
        session.close()
    return Output({"wiped": person, "told": told}, [told, "Their vault on this computer is destroyed."])


def _roles(candour: Candour) -> Output:
    machine = candour.machine
    reachable = machine.refresh().is_reachable
    school, state = candour.school, machine.state
    data = {
        "roles": [msgspec.to_builtins(each) for each in school.appointments],
        "absences": [msgspec.to_builtins(each) for each in school.absences],
        "conflicts": [msgspec.to_builtins(each) for each in school.conflicts],
        "keys": [
            {"kid": kid, "person": record.fact.person, "trusted": record.revoked is None}
            for kid, record in sorted(state.keys.items())
        ],
    }
    lines = [
        f"{role_words(each.role.value):34} {names(school, [each.person_id])}{_from_to(each.since, each.until)}"
        for each in school.appointments
    ]
    lines += [f"away: {names(school, [each.person_id])}{_from_to(each.since, each.until)}" for each in school.absences]
    return Output(data, lines, code=0 if reachable else FAILED)


def _from_to(since: date | None, until: date | None) -> str:
    return "".join(f" {word} {day.isoformat()}" for word, day in (("from", since), ("until", until)) if day)


def _on_person(does: Subparsers, common: ArgumentParser, name: str, words: str, *, key: bool = False) -> ArgumentParser:
    parser: ArgumentParser = does.add_parser(name, parents=[common], help=words)
    parser.add_argument("somebody", help="an id or a whole name" + (", or a key's id" if key else ""))
    return parser


def _days(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="since", type=_day, metavar="DAY", help="the first day, as 2026-09-01")
    parser.add_argument("--until", type=_day, metavar="DAY", help="the last day")


def _day(typed: str) -> date:
    return date.fromisoformat(typed)


def _span(arguments: Namespace) -> tuple[str | None, str | None]:
    since, until = arguments.since, arguments.until
    return since.isoformat() if since else None, until.isoformat() if until else None
