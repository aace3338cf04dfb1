# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour handover: cases go to somebody new in an office, without the window."""

from argparse import ArgumentParser, Namespace

from desktop.cases.handover import Fate, Offer, hand_over, in_order, look_through, readable
from desktop.cli.people_words import name_of
from desktop.cli.reviewing import show_progress, signed_in
from desktop.cli.terminal import FAILED, Output, Terminal
from desktop.faults import DeskFault, KnownError
from desktop.people import PersonId
from desktop.services import Candour
from desktop.session import Session

_AT_ONCE = 100
_REASON = "They have taken on the work of the office."


def add_handover(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour handover`."""
    parser.add_argument("--to", required=True, metavar="SOMEBODY", help="who takes the cases on: an id or a whole name")
    parser.add_argument("--cases", nargs="+", metavar="REFERENCE", help="just these; else all that are open")
    parser.add_argument(
        "--confirm", nargs="+", default=[], metavar="REFERENCE", help="these too, though their words may speak of them"
    )
    parser.add_argument("--reason", default=_REASON, metavar="WORDS", help="why they need them")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and change nothing")


def handover(arguments: Namespace, terminal: Terminal) -> Output:
    """Hand cases over, or say what would become of each."""

    def handed(candour: Candour, session: Session) -> Output:
        new = candour.person(arguments.to)
        named = {session.find(each) for each in (*(arguments.cases or ()), *arguments.confirm)}
        confirmed = {session.find(each) for each in arguments.confirm}
        found = _look(session, new, terminal)
        references = {offer.row.case_id: offer.row.reference for offer in found}
        if not named <= references.keys():
            raise KnownError(DeskFault.NO_SUCH_CASE)
        picked = _picked(found, named, is_all=arguments.cases is None)
        done: tuple[str, ...] = ()
        left: tuple[str, ...] = ()
        if not arguments.dry_run:
            ticked = {case_id: case_id in confirmed for case_id in picked}
            result = hand_over(
                session, new, ticked, arguments.reason, lambda at, total: show_progress(terminal, at, total)
            )
            done, left = result.done, result.left
        data = {
            "to": {"id": new, "name": name_of(candour.school, new)},
            "dry_run": arguments.dry_run,
            "handed": [references[case_id] for case_id in done],
            "left": [references[case_id] for case_id in left],
            "cases": [{"reference": offer.row.reference, "fate": offer.fate.value} for offer in found],
        }
        lines = [f"{offer.row.reference}  {offer.fate.value}" for offer in found]
        lines += [] if arguments.dry_run else [f"{len(done)} handed over, {len(left)} left alone"]
        return Output(data, lines, code=FAILED if named.intersection(left) else 0)

    return signed_in(arguments, terminal, handed)


def _look(session: Session, new: PersonId, terminal: Terminal) -> tuple[Offer, ...]:
    found: list[Offer] = []
    ids = readable(session, new)
    for start in range(0, len(ids), _AT_ONCE):
        show_progress(terminal, start, len(ids))
        found += look_through(session, new, ids[start : start + _AT_ONCE])
    return in_order(found)


def _picked(found: tuple[Offer, ...], named: set[str], *, is_all: bool) -> list[str]:
    """The cases to hand over: those named, and all that are proposed where none is."""
    return [
        offer.row.case_id for offer in found if offer.row.case_id in named or (is_all and offer.fate is Fate.PROPOSED)
    ]
