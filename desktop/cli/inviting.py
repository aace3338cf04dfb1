# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour invite: a sign-in on somebody's own computer, from the code to the approval."""

import time
from argparse import ArgumentParser, Namespace

from desktop.cli.terminal import Output, Terminal, candour_of, sign_in
from desktop.faults import DeskFault
from desktop.filing import Delivery
from desktop.inviting import Request, approve, approve_and_ask, approve_with, ask_to_join, requests
from desktop.inviting import invite as make_invitation
from desktop.people import PersonId, School
from desktop.phrases import PASSPHRASE_WORDS
from desktop.session import Session
from storage.errors import KnownError
from storage.slots import calibrate


def add_invite(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour invite`."""
    does = parser.add_subparsers(dest="does", required=True)
    make = does.add_parser(
        "make", parents=[common], help="make a code for somebody who cannot sign in yet, or yourself"
    )
    make.add_argument("somebody", help="an id or a whole name")
    does.add_parser("requests", parents=[common], help="who has asked with a code of yours")
    approved = does.add_parser("approve", parents=[common], help="let somebody in who has asked with the right code")
    approved.add_argument("somebody", help="an id or a whole name")
    approved.add_argument(
        "--with", dest="officer", metavar="OFFICER", help="a second officer, for one who reads reports"
    )
    accept = does.add_parser("accept", parents=[common], help="make your own sign-in on this computer, with your code")
    accept.add_argument("somebody", help="who you are: an id or your whole name")


def invite(arguments: Namespace, terminal: Terminal) -> Output:
    """Invite somebody, see who has asked, let them in, or accept an invitation."""
    match arguments.does:
        case "make":
            return _make(arguments, terminal)
        case "requests":
            return _requests(arguments, terminal)
        case "approve":
            return _approve(arguments, terminal)
        case _:
            return _accept(arguments, terminal)


def _make(arguments: Namespace, terminal: Terminal) -> Output:
    person = candour_of(arguments).person(arguments.somebody)
    session = _session(arguments, terminal)
    try:
        made = make_invitation(session, person)
        name = session.machine.school.people[person].name
        is_own = person == session.me
    finally:
        session.close()
    what_to_do = "Type this at your other computer" if is_own else f"Give this to {name} by hand"
    data = {"id": person, "name": name, "code": made.code, "until": made.until.isoformat()}
    return Output(data, [f"{what_to_do}; it holds until {made.until.isoformat()}: {made.code}"])


def _requests(arguments: Namespace, terminal: Terminal) -> Output:
    session = _session(arguments, terminal)
    try:
        found, school = requests(session), session.machine.school
    finally:
        session.close()
    data = [_asked(request, school) for request in found]
    return Output(data, [f"{each['name']}: {each['answer']}" for each in data])


def _approve(arguments: Namespace, terminal: Terminal) -> Output:
    candour = candour_of(arguments)
    person = candour.person(arguments.somebody)
    session = _session(arguments, terminal)
    try:
        request = next((each for each in reversed(requests(session)) if each.person == person), None)
        if request is None:
            raise KnownError(DeskFault.NOBODY_ASKED)
        asked = _let_in(session, request, arguments, terminal)
        school = session.machine.school
    finally:
        session.close()
    name, waits_for = school.people[person].name, sorted(school.people[each].name for each in asked)
    lines = [f"{name} can sign in on their computer."]
    if waits_for:
        lines = [f"Sent to be signed by one of these too (candour school approve): {', '.join(waits_for)}."]
    return Output({"id": person, "name": name, "waits_for": waits_for}, lines)


def _accept(arguments: Namespace, terminal: Terminal) -> Output:
    candour = candour_of(arguments)
    person = candour.person(arguments.somebody)
    code = terminal.secret("Code of your invitation")
    terminal.tell(f"Choose a passphrase: {PASSPHRASE_WORDS} unrelated words are easy to remember.")
    chosen = terminal.new_passphrase("New passphrase")
    delivery = ask_to_join(candour, person, code, chosen, calibrate(time.perf_counter))
    data = {"id": person, "name": candour.school.people[person].name, "sent": delivery is Delivery.SENT}
    return Output(data, ["Asked. You can sign in here once it is approved, where the code was made."])


def _let_in(session: Session, request: Request, arguments: Namespace, terminal: Terminal) -> frozenset[PersonId]:
    """Let somebody in. Returns who is asked to sign it, where it waits for that."""
    if arguments.officer is None and request.person == session.me:
        return approve_and_ask(session, request.eid).asked
    if arguments.officer is None:
        approve(session, request.eid)
        return frozenset()
    officer = candour_of(arguments).person(arguments.officer)
    name = session.machine.school.people[officer].name
    approve_with(session, request.eid, officer, terminal.secret(f"Passphrase of {name}"))
    return frozenset()


def _session(arguments: Namespace, terminal: Terminal) -> Session:
    session = sign_in(candour_of(arguments), arguments, terminal)
    session.sync()
    return session


def _asked(request: Request, school: School) -> dict[str, object]:
    return {
        "id": request.person,
        "name": school.people[request.person].name,
        "answer": request.answer.value,
        "needs_second": request.needs_second,
    }
