# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour export: case files, chronologies, registers, audits and what is open, written where the command says."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from desktop.chronology.page import a_year_before
from desktop.cli import auditing, registers
from desktop.cli.dates import day
from desktop.cli.governors import add_governors, governors
from desktop.cli.opening import add_open, open_sealed
from desktop.cli.terminal import Output, Terminal, candour_of, sign_in
from desktop.exports.choices import CasePart, Named, Recipient, left_out, usual
from desktop.exports.order import Format, Order, Protection, in_order
from desktop.services import Candour
from desktop.session import Session

if TYPE_CHECKING:
    from desktop.exports.saving import Saved

_ALL = "nothing"


def add_export(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour export`."""
    what = parser.add_subparsers(dest="what", required=True)
    case = what.add_parser("case", parents=[common], help="one case as a case file, or several as a bundle")
    case.add_argument("reference", nargs="+")
    _add_words(case)
    _add_leaving(case, [part.value for part in CasePart])
    case.add_argument("--files-looked-at", action="store_true", help="somebody has looked at each attached file")
    chronology = what.add_parser("chronology", parents=[common], help="a person's chronology")
    chronology.add_argument("somebody", help="an id or a whole name")
    chronology.add_argument("--on", type=day, metavar="DAY", help="as it stood at the end of that day")
    _add_words(chronology)
    _add_leaving(chronology, [CasePart.ACCESS_LOG.value])
    reference = what.add_parser("reference", parents=[common], help="what may stand in a reference about somebody")
    reference.add_argument("somebody", help="an id or a whole name")
    _add_words(reference)
    register = what.add_parser("register", parents=[common], help="a register, as far as this person sees it")
    registers.add_choice(register)
    _add_words(register)
    audit = what.add_parser("audit", parents=[common], help="who did what, without any content of a record")
    auditing.add_choice(audit)
    _add_words(audit)
    _add_words(what.add_parser("actions", parents=[common], help="everything that is open"))
    _add_words(what.add_parser("readings", parents=[common], help="who has read what"))
    _add_words(what.add_parser("training", parents=[common], help="who was trained in what"))
    inspection = what.add_parser("inspection", parents=[common], help="the inspection pack, without names")
    inspection.add_argument("--from", dest="first", type=day, metavar="DAY", help="its first day; a year ago if none")
    inspection.add_argument("--to", dest="last", type=day, metavar="DAY", help="its last day; today if none")
    _add_words(inspection)
    add_open(what.add_parser("open", parents=[common], help="open a file that was sealed to this person"))
    add_governors(what.add_parser("governors", parents=[common], help="the report to governors as a PDF"))


def _add_words(parser: ArgumentParser) -> None:
    parser.add_argument("--out", required=True, metavar="FILE", help="the file to write, or a folder")
    parser.add_argument("--purpose", required=True, help="what it is for: it stands on the cover and in the record")
    parser.add_argument("--recipient", required=True, help="who it is for, by name and organisation")
    parser.add_argument("--for", dest="kind", choices=[each.value for each in Recipient], default=Recipient.OTHER.value)
    parser.add_argument("--file-format", dest="formats", action="append", choices=[each.value for each in Format])
    parser.add_argument("--bundle", action="store_true", help="in one file with a manifest and the attached files")
    opens = parser.add_mutually_exclusive_group()
    opens.add_argument("--protect", action="store_true", help="with a password, which is asked for")
    opens.add_argument("--seal-to", metavar="SOMEBODY", help="for one member alone, who opens it in Candour")


def _add_leaving(parser: ArgumentParser, parts: list[str]) -> None:
    parser.add_argument(
        "--leave-out",
        action="append",
        choices=[*parts, *(name.value for name in Named), _ALL],
        help="instead of what is usual for them; “nothing” leaves nothing out",
    )
    parser.add_argument("--why", default="", help="why more is left out than is usual")
    parser.set_defaults(files_looked_at=False)
    parser.add_argument("--restriction-lifted", default="", metavar="HOW", help="how a reporting restriction has ended")


def export(arguments: Namespace, terminal: Terminal) -> Output:
    """Save something. The export itself becomes an entry, in the case, in each case that is in it, or apart."""
    candour = candour_of(arguments)
    make = _APART.get(arguments.what) or _made(candour, arguments, terminal)
    session = sign_in(candour, arguments, terminal)
    try:
        session.sync()
        return make(session, arguments)
    finally:
        session.close()


def _made(candour: Candour, arguments: Namespace, terminal: Terminal) -> Callable[[Session, Namespace], Output]:
    """What saves a copy, once everything that the command says has been understood."""
    save, order = _WHAT[arguments.what](candour, arguments), _order(candour, arguments)

    def made(session: Session, arguments: Namespace) -> Output:
        wanted = msgspec.structs.replace(order, password=file_password(terminal)) if arguments.protect else order
        return _said(save(session, Path(arguments.out), wanted))

    return made


Save = Callable[[Session, Path, Order], "Saved"]


def _case(_candour: Candour, arguments: Namespace) -> Save:
    def save(session: Session, out: Path, order: Order) -> "Saved":
        from desktop.exports.cases import export_cases

        found = [session.find(reference) for reference in arguments.reference]
        return export_cases(session, found, out, order)

    return save


def _chronology(candour: Candour, arguments: Namespace) -> Save:
    somebody = candour.person(arguments.somebody)

    def save(session: Session, out: Path, order: Order) -> "Saved":
        from desktop.exports.people import export_chronology

        return export_chronology(session, somebody, out, order, on=arguments.on)

    return save


def _reference(candour: Candour, arguments: Namespace) -> Save:
    somebody = candour.person(arguments.somebody)

    def save(session: Session, out: Path, order: Order) -> "Saved":
        from desktop.exports.references import export_reference

        return export_reference(session, somebody, out, order)

    return save


def _register(_candour: Candour, arguments: Namespace) -> Save:
    def save(session: Session, out: Path, order: Order) -> "Saved":
        from desktop.exports.lists import export_register

        return export_register(session, registers.wanted_of(arguments), out, order)

    return save


def _audit(candour: Candour, arguments: Namespace) -> Save:
    def save(session: Session, out: Path, order: Order) -> "Saved":
        from desktop.exports.lists import export_audit

        return export_audit(session, auditing.asked_of(candour, session, arguments), out, order)

    return save


def _actions(_candour: Candour, _arguments: Namespace) -> Save:
    def save(session: Session, out: Path, order: Order) -> "Saved":
        from desktop.exports.lists import export_actions

        return export_actions(session, out, order)

    return save


def _readings(_candour: Candour, _arguments: Namespace) -> Save:
    def save(session: Session, out: Path, order: Order) -> "Saved":
        from desktop.exports.staff_lists import export_readings

        return export_readings(session, out, order)

    return save


def _training(_candour: Candour, _arguments: Namespace) -> Save:
    def save(session: Session, out: Path, order: Order) -> "Saved":
        from desktop.exports.staff_lists import export_training

        return export_training(session, out, order)

    return save


def _inspection(_candour: Candour, arguments: Namespace) -> Save:
    def save(session: Session, out: Path, order: Order) -> "Saved":
        from desktop.exports.inspecting import export_inspection

        last = arguments.last or session.machine.today()
        return export_inspection(session, out, order, (arguments.first or a_year_before(last), last))

    return save


_APART: dict[str, Callable[[Session, Namespace], Output]] = {"governors": governors, "open": open_sealed}
_WHAT: dict[str, Callable[[Candour, Namespace], Save]] = {
    "case": _case,
    "chronology": _chronology,
    "reference": _reference,
    "register": _register,
    "audit": _audit,
    "actions": _actions,
    "readings": _readings,
    "training": _training,
    "inspection": _inspection,
}


def _order(candour: Candour, arguments: Namespace) -> Order:
    order = Order(
        kind=Recipient(arguments.kind),
        recipient=arguments.recipient,
        purpose=arguments.purpose,
        formats=in_order(Format(each) for each in arguments.formats or ()),
        is_bundle=arguments.bundle,
        sealed_to=candour.person(arguments.seal_to) if arguments.seal_to else None,
    )
    return _leaving(order, arguments) if "leave_out" in arguments else order


def _leaving(order: Order, arguments: Namespace) -> Order:
    if arguments.leave_out is None:
        leaves_out = usual(order.kind)
    else:
        leaves_out = left_out(order.kind, frozenset(arguments.leave_out) - {_ALL}, arguments.why)
    return msgspec.structs.replace(
        order, leaves_out=leaves_out, lifted=arguments.restriction_lifted, files_looked_at=arguments.files_looked_at
    )


def file_password(terminal: Terminal) -> str:
    """Ask for the password of a file; nothing typed takes five words, which are told once."""
    from desktop.exports.protecting import suggested

    password = terminal.new_passphrase("A password for the file, or nothing for five words")
    if not password:
        password = suggested()
        terminal.tell(f"The file opens with: {password}")
    return password


def _said(saved: "Saved") -> Output:
    data = {
        "file": str(saved.path),
        "pages": saved.pages,
        "sha256": saved.sha256,
        "protection": saved.protection.value,
        "files": [each.name for each in saved.files],
    }
    pages = f", {saved.pages} pages" if saved.pages else ""
    lines = [f"Saved {saved.path}{pages}."]
    if len(saved.files) > 1:
        lines += [f"  {each.name}: {each.size:,} bytes" for each in saved.files]
    lines.append(_OPENS[saved.protection])
    return Output(data, lines)


_OPENS = {
    Protection.NONE: "Whoever has it can open it. Delete it when it has been handed on.",
    Protection.PASSWORD: "It opens with its password only. Tell that by another way than you send the file.",
    Protection.SEALED: "One person alone can open it, signed in to Candour: candour export open.",
}
