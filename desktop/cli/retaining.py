# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour retention: what is due and why, keeping a record, and destroying one by two people."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date

import msgspec

from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal
from desktop.retention.acting import say_pension_age
from desktop.retention.copies import copies_beside
from desktop.retention.disposal import Early
from desktop.retention.every_kind import every_kind
from desktop.retention.everything import find_kept, hold, lift, propose, read_kept, read_one, sign
from desktop.retention.listing import KeptRecord
from desktop.retention.rules import RecordClass, rules_of
from desktop.retention.telling import reach_words, reason_words, standing_words, words
from desktop.services import Candour
from desktop.session import Session

Act = Callable[[Candour, Session, str, Namespace], str | None]


def add_retention(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour retention`."""
    commands = parser.add_subparsers(dest="retention", required=True)
    commands.add_parser("due", parents=[common], help="what is due, kept, proposed or destroyed, and why")
    commands.add_parser(
        "rules", parents=[common], help="how long each class of records is kept, and what stays for good"
    )
    held = _command(commands.add_parser("hold", parents=[common], help="keep a record whatever its time"))
    held.add_argument("--basis", required=True, choices=[*words()["basis"]])
    held.add_argument("--reason", required=True, metavar="WORDS", help="a reference, who asked, and when")
    held.add_argument("--until", type=date.fromisoformat, metavar="DATE", help="when to look at it again")
    lifted = _command(commands.add_parser("lift", parents=[common], help="end that"))
    lifted.add_argument("--hold", required=True, metavar="ID", help="which one: the beginning of its id")
    lifted.add_argument("--reason", required=True, metavar="WORDS")
    pension = _command(commands.add_parser("pension", parents=[common], help="when somebody reaches pension age"))
    pension.add_argument("--who", required=True, metavar="NAME")
    pension.add_argument("--on", required=True, type=date.fromisoformat, metavar="DATE")
    proposed = _command(commands.add_parser("propose", parents=[common], help="propose that a record is destroyed"))
    proposed.add_argument("--early", choices=[each.value for each in Early], help="before its time, and why")
    proposed.add_argument("--reason", default="", metavar="WORDS", help="which order, or where the right record stands")
    _command(commands.add_parser("sign", parents=[common], help="sign it as the second person"))


def retention(arguments: Namespace, terminal: Terminal) -> Output:
    """List, or record one act."""

    def done(candour: Candour, session: Session) -> Output:
        if arguments.retention == "rules":
            return _rules(candour)
        if arguments.retention == "due":
            found = read_kept(session)
            return Output([_data(each) for each in found], [line for each in found for line in _lines(each)])
        kept_id = find_kept(session, arguments.reference)
        kept_id = _ACTS[arguments.retention](candour, session, kept_id, arguments) or kept_id
        record = read_one(session, kept_id)
        if record is None:
            return Output(None, [])
        said: tuple[str, ...] = ()
        if arguments.retention in {"propose", "sign"}:
            said = reach_words(record, candour.school, candour.machine.today(), copies_beside(session))
        return Output({**_data(record), "reach": list(said)}, [*_lines(record), *said])

    return signed_in(arguments, terminal, done)


def _rules(candour: Candour) -> Output:
    classes = rules_of(candour.school.settings.kept_years).classes
    stays = every_kind().stays
    data = {
        "classes": [{**_plain(each), "terms": [_plain(term) for term in each.terms]} for each in classes],
        "stays": [_plain(each) for each in stays],
    }
    told = [line for each in classes for line in _rule_lines(each)]
    told += [line for each in stays for line in (each.title, f"    {words()['stays']['head']} {each.because}")]
    return Output(data, told)


def _rule_lines(rule: RecordClass) -> list[str]:
    kept = words()["source"]["check" if rule.must_check else "read"].format(source=rule.source)
    years = " · ".join(f"{term.years} {words()['from'][term.origin]}" for term in rule.terms)
    return [rule.title, f"    {rule.because}", f"    {years}", f"    {kept}"]


def _plain(value: object) -> dict[str, object]:
    built: dict[str, object] = msgspec.to_builtins(value)
    return built


def _command(parser: ArgumentParser) -> ArgumentParser:
    parser.add_argument("reference")
    return parser


def _hold(_candour: Candour, session: Session, case_id: str, said: Namespace) -> None:
    until = {"until": said.until.isoformat()} if said.until else {}
    hold(session, case_id, {"basis": said.basis, "reason": said.reason, **until})


def _lift(_candour: Candour, session: Session, case_id: str, said: Namespace) -> None:
    lift(session, case_id, said.hold, said.reason)


def _pension(candour: Candour, session: Session, case_id: str, said: Namespace) -> None:
    say_pension_age(session, case_id, candour.person(said.who), said.on.isoformat())


def _propose(_candour: Candour, session: Session, case_id: str, said: Namespace) -> str:
    return propose(session, case_id, {"early": said.early, "reason": said.reason} if said.early else None)


def _sign(_candour: Candour, session: Session, case_id: str, _said: Namespace) -> None:
    sign(session, case_id)


_ACTS: dict[str, Act] = {"hold": _hold, "lift": _lift, "pension": _pension, "propose": _propose, "sign": _sign}


def _data(record: KeptRecord) -> dict[str, object]:
    disposal = record.disposal
    return {
        "reference": record.reference,
        "standing": record.standing.value,
        "about": list(record.about),
        "class": record.rule.class_id.value,
        "due": record.due.day.isoformat() if record.due and record.due.day else None,
        "unknown": [each.value for each in record.due.unknown] if record.due else [],
        "why": list(reason_words(record)),
        "source": record.rule.source,
        "apart": record.apart,
        "holding": list(record.holding),
        "holds": [
            {"id": each.eid, "by": each.author, "basis": each.basis, "until": _day(each.until)} for each in record.holds
        ],
        "disposal": None
        if disposal is None
        else {
            "proposed_by": disposal.proposer,
            "signed_by": disposal.signer,
            "on": _day(disposal.on),
            "stage": disposal.stage.value,
            "bar": disposal.bar.value if disposal.bar else None,
            "early": disposal.early.value if disposal.early else None,
            "done_by": sorted(record.done_by),
        },
    }


def _lines(record: KeptRecord) -> list[str]:
    about = ", ".join(record.about) or "-"
    head = f"{record.reference}  {standing_words(record)}: {record.rule.title}, {about}"
    held = [
        f"    {words()['basis'].get(each.basis, each.basis)}: {each.reason} ({each.eid[:8]})" for each in record.holds
    ]
    holding = [f"      {each}" for each in record.holding]
    return [head, *holding, *(f"    {each}" for each in reason_words(record)), *held]


def _day(day: date | None) -> str | None:
    return msgspec.to_builtins(day) if day else None
