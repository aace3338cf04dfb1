# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour demo, tour, school, people: making a school, looking around in one, joining one, and who works in it."""

import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

import msgspec

from desktop.cli.changing import add_changes, change_people
from desktop.cli.columns import add_columns, chosen_columns
from desktop.cli.proposing import add_proposals, change_school
from desktop.cli.terminal import (
    DONE,
    FAILED,
    Output,
    Terminal,
    candour_of,
    home_of,
    read_answers,
    read_file,
    read_text,
    sign_in,
)
from desktop.clocks import SystemClock
from desktop.demo.card import DemoCard, demo_card
from desktop.demo.making import make_demo
from desktop.directory import Plan
from desktop.faults import DeskFault, explain_fault
from desktop.founding import enrolment_code, found_school, import_people, join_school, make_sign_in, new_person_id
from desktop.importing.refusals import sentence
from desktop.importing.staff import Fate, RowReport
from desktop.moving import move_to
from desktop.people import Appointment, Person, PersonId, Role, Settings
from desktop.phrases import PASSPHRASE_WORDS, fingerprint
from desktop.readmitting import make_another_sign_in
from desktop.services import Candour
from storage.errors import KnownError
from storage.files import disk_faults
from storage.keys import SigningSecret
from storage.slots import calibrate


class _PlannedPerson(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person in the plan of a new school. Whoever holds a role and signs the founding needs a passphrase."""

    name: str
    job: str = ""
    roles: tuple[Role, ...] = ()
    room: str = ""
    phone: str = ""


class _Plan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The plan of a new school, as JSON."""

    name: str
    people: tuple[_PlannedPerson, ...]
    settings: Settings = Settings()


def add_demo(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour demo`."""
    parser.add_argument("--open", action="store_true", help="open the window when it is made")


def demo(arguments: Namespace, terminal: Terminal) -> Output:
    """Make the demonstration school, or find the one that is there; and open the window on it, where that is asked."""
    home, card = _demo(arguments, terminal)
    data = {"school": card.school, "home": str(home), **_without_school(card)}
    if arguments.open:
        return Output(data, (), window=("--home", str(home)))
    lines = [f"{person.name:34} {person.passphrase}" for person in card.people]
    return Output(data, [*lines, f"{'A return phrase, to come back with':34} {card.return_phrase}"])


def add_tour(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour tour`."""
    parser.add_argument("--out", metavar="FOLDER", required=True, help="where the pictures and case files go")


def tour(arguments: Namespace, terminal: Terminal) -> Output:
    """Walk through a copy of the demonstration school offscreen, and leave pictures of each step."""
    out = Path(arguments.out).absolute()
    with disk_faults():
        out.mkdir(parents=True, exist_ok=True)
    home, _ = _demo(arguments, terminal)
    return Output({"out": str(out)}, [str(out)], window=("--home", str(home), "--tour", str(out)))


def _demo(arguments: Namespace, terminal: Terminal) -> tuple[Path, DemoCard]:
    """Where the demonstration is, and its card; it is made when it is not there."""
    home = home_of(arguments)
    if not arguments.home:
        home = home / "demonstration"
    if demo_card(home) is None:
        terminal.tell("Making the demonstration school (once; about a minute) …")
    return home, make_demo(home, SystemClock())


def add_school(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour school`."""
    does = parser.add_subparsers(dest="does", required=True)
    create = does.add_parser("create", parents=[common], help="found a school on this computer")
    create.add_argument("plan", help="JSON: name, people with their roles, settings; - for standard input")
    create.add_argument("--exchange", metavar="FOLDER", help="the shared folder (default: one beside the home)")
    create.add_argument("--passphrases", metavar="FILE", help="one a line, for each person with a role, in order")
    join = does.add_parser("join", parents=[common], help="join the school of a shared folder, with its enrolment code")
    join.add_argument("code")
    join.add_argument("--exchange", metavar="FOLDER", required=True)
    move = does.add_parser("move", parents=[common], help="use another shared folder from now on")
    move.add_argument("--exchange", metavar="FOLDER", required=True)
    does.add_parser("status", parents=[common], help="say which school this is and how it stands")
    add_proposals(does, common)


def school(arguments: Namespace, terminal: Terminal) -> Output:
    """Found, join or look at the school of this machine."""
    if arguments.does == "create":
        return _create(arguments, terminal)
    candour = candour_of(arguments)
    if arguments.does == "join":
        words = join_school(candour, Path(arguments.exchange).resolve(), arguments.code)
        data = {"school": candour.school.name, "fingerprint": words, "version": candour.school.version}
        return Output(data, [f"Joined {candour.school.name}. Compare with the poster: {words}"])
    if arguments.does == "move":
        folder = str(Path(arguments.exchange).resolve())
        copied = move_to(candour.machine, Path(folder))
        return Output({"exchange": folder, "copied": copied}, [f"Now at {folder}; {copied} files were copied there."])
    if arguments.does == "status":
        return _status(arguments)
    return change_school(arguments, terminal)


def add_people(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour people`."""
    does = parser.add_subparsers(dest="does", required=True)
    imported = does.add_parser(
        "import", parents=[common], help="list people from a CSV file of the school's own system"
    )
    imported.add_argument("file")
    imported.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
    add_columns(imported)
    admitted = does.add_parser("admit", parents=[common], help="make somebody's first sign-in on this computer")
    admitted.add_argument("somebody", help="an id or a whole name; they choose their passphrase")
    admitted.add_argument("--again", action="store_true", help="in place of one that they have lost, which ends")
    admitted.add_argument("--with", dest="second", metavar="OFFICER", help="a second officer, for an office")
    does.add_parser("list", parents=[common], help="who is listed, with ids and roles")
    add_changes(does, common)


def people(arguments: Namespace, terminal: Terminal) -> Output:
    """Import a staff list, show the one there is, or make somebody's sign-in."""
    match arguments.does:
        case "list":
            return _list_people(arguments)
        case "admit":
            return _admit(arguments, terminal)
        case "import":
            return _import_people(arguments, terminal)
        case _:
            return change_people(arguments, terminal)


def _admit(arguments: Namespace, terminal: Terminal) -> Output:
    candour = candour_of(arguments)
    person = candour.person(arguments.somebody)
    name = candour.school.people[person].name
    session = sign_in(candour, arguments, terminal)
    try:
        session.sync()
        others = _second_officer(candour, arguments, terminal)
        chosen = terminal.new_passphrase(f"New passphrase of {name}")
        cost = calibrate(time.perf_counter)
        if arguments.again:
            make_another_sign_in(session, person, chosen, cost, others)
        else:
            make_sign_in(session, person, chosen, cost)
    finally:
        session.close()
    return Output({"id": person, "name": name}, [f"{name} can sign in on this computer."])


def _second_officer(candour: Candour, arguments: Namespace, terminal: Terminal) -> tuple[SigningSecret, ...]:
    """The key of a second officer who signs at this computer, where one was named."""
    if arguments.second is None:
        return ()
    session = candour.sign_in(candour.person(arguments.second), terminal.secret("Passphrase of the second officer"))
    try:
        return (session.vault.keys.signing,)
    finally:
        session.close()


def _list_people(arguments: Namespace) -> Output:
    candour = candour_of(arguments)
    today, school = candour.machine.today(), candour.school
    listed = sorted(school.people.values(), key=lambda person: person.name)
    rows = [
        {
            "id": each.person_id,
            "name": each.name,
            "job": each.job,
            "roles": sorted(school.roles_of(each.person_id, today)),
            "contact_hours": each.contact_hours,
        }
        for each in listed
    ]
    return Output(rows, [f"{each.person_id}  {each.name}, {each.job}" for each in listed])


def _import_people(arguments: Namespace, terminal: Terminal) -> Output:
    candour = candour_of(arguments)
    content = read_file(arguments.file)
    session = sign_in(candour, arguments, terminal)
    try:
        session.sync()
        report = import_people(session, content, chosen_columns(arguments), dry_run=arguments.dry_run)
    finally:
        session.close()
    refused = report.with_fate(Fate.REFUSED)
    counts = {fate.value: len(report.with_fate(fate)) for fate in Fate}
    data = {
        "dry_run": arguments.dry_run,
        **counts,
        "unread_columns": list(report.unread_columns),
        "rows": [_fate(row) for row in report.rows],
    }
    lines = [", ".join(f"{count} {fate}" for fate, count in counts.items())]
    lines += [sentence(row.row, refusal) for row in refused for refusal in row.refusals]
    nothing_taken = bool(refused) and len(refused) == len(report.rows)
    return Output(data, lines, code=FAILED if nothing_taken else DONE)


def _create(arguments: Namespace, terminal: Terminal) -> Output:
    candour = candour_of(arguments)
    try:
        planned = msgspec.convert(read_answers(arguments.plan, terminal), _Plan)
    except msgspec.ValidationError:
        raise KnownError(DeskFault.PLAN_UNREADABLE) from None
    people = {new_person_id(): each for each in planned.people}
    plan = Plan(
        name=planned.name,
        people=tuple(
            Person(person_id=pid, name=each.name, job=each.job, room=each.room, phone=each.phone)
            for pid, each in people.items()
        ),
        appointments=tuple(
            Appointment(role=role, person_id=pid, order=order)
            for order, (pid, each) in enumerate(people.items())
            for role in each.roles
        ),
        settings=planned.settings,
    )
    founders = {pid: each for pid, each in people.items() if each.roles}
    phrases = _passphrases(arguments, terminal, founders)
    home = home_of(arguments).resolve()
    exchange = Path(arguments.exchange).resolve() if arguments.exchange else home / "exchange"
    founded = found_school(candour, plan, phrases, exchange, calibrate(time.perf_counter))
    data = {
        "school": plan.name,
        "school_id": founded.school_id,
        "fingerprint": founded.fingerprint,
        "enrolment_code": founded.enrolment_code,
        "paper_key": founded.paper_key,
        "people": [
            {"id": pid, "name": each.name, "roles": [role.value for role in each.roles]} for pid, each in people.items()
        ],
    }
    lines = [
        f"{plan.name} is founded. Its words, for the poster: {founded.fingerprint}",
        f"Enrolment code for other computers: {founded.enrolment_code}",
        "Print this key twice and lock it away in two places. It is shown once and kept nowhere:",
        founded.paper_key,
    ]
    return Output(data, lines)


def _passphrases(
    arguments: Namespace, terminal: Terminal, founders: dict[PersonId, _PlannedPerson]
) -> dict[PersonId, str]:
    """One passphrase for each founder: from a file, a line each, or asked for one after the other."""
    if arguments.passphrases:
        lines = read_text(arguments.passphrases).splitlines()
        if len(lines) < len(founders):
            raise KnownError(DeskFault.PASSPHRASES_MISSING, needed=len(founders))
        return dict(zip(founders, lines, strict=False))
    if arguments.passphrase_file is not None:
        raise KnownError(DeskFault.PASSPHRASE_FOR_ONE)
    terminal.tell(f"Choose a passphrase for each: {PASSPHRASE_WORDS} unrelated words are easy to remember.")
    return {pid: terminal.new_passphrase(each.name) for pid, each in founders.items()}


def _status(arguments: Namespace) -> Output:
    candour = candour_of(arguments)
    machine = candour.machine
    news = machine.refresh()
    school, today = candour.school, machine.today()
    data = {
        "school": school.name,
        "fingerprint": fingerprint(school.school_id),
        "version": school.version,
        "enrolment_code": enrolment_code(machine),
        "exchange": machine.home.place().exchange,
        "reachable": news.is_reachable,
        "fault": news.fault,
        "forked_at": list(news.forks),
        "in_spool": len(machine.spool.names()),
        "people": len(school.people),
        "readers": [
            {"role": role.value, "id": person, "name": school.people[person].name, "ready": _is_ready(candour, person)}
            for role in Role
            for person in school.holders(role, today)
        ],
    }
    why = explain_fault(KnownError(news.fault)).sentence if news.fault else ""
    lines = [
        f"{school.name}: {data['fingerprint']}",
        f"Directory version {school.version}; {data['in_spool']} kept until received.",
        why or "The shared folder can be reached.",
    ]
    return Output(data, lines, code=FAILED if news.forks else 0)


def _is_ready(candour: Candour, person: PersonId) -> bool:
    """Say whether something can be sealed to this person yet."""
    return bool(candour.machine.state.active_keys(person))


def _fate(row: RowReport) -> dict[str, object]:
    return {
        "row": row.row,
        "fate": row.fate.value,
        "person": {"id": row.person.person_id, "name": row.person.name} if row.person else None,
        "changes": [msgspec.to_builtins(change) for change in row.changes],
        "roles_proposed": [role.value for role in row.roles],
        "refused": [sentence(row.row, refusal) for refusal in row.refusals],
    }


def _without_school(card: DemoCard) -> dict[str, object]:
    data: dict[str, object] = msgspec.to_builtins(card)
    return {name: value for name, value in data.items() if name != "school"}
