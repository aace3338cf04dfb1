# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Handing cases over to somebody new in an office: which ones, which only by choice, and which never.

Open cases are proposed, closed ones picked one by one, and never one that the new reader is in (architecture.md,
decision 7; security.md 3.11). Each case is handed over whole, in the sight of all who read it, one after the other:
what was interrupted is gone on with where it stopped.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum

import msgspec

from desktop.cases.acting import act
from desktop.cases.case import Case, Phase
from desktop.cases.deciders import Desk
from desktop.cases.readership import ADDING, HANDED_OVER
from desktop.cases.refusals import Refusal
from desktop.cases.rows import CaseRow
from desktop.cases.rules import refusal
from desktop.faults import DeskFault
from desktop.people import PersonId
from desktop.routing import shipped_table
from desktop.routing.matching import mentions
from desktop.session import Session
from storage.errors import KnownError

Progress = Callable[[int, int], None]
_CHOSEN_BY_THE_REPORTER = frozenset({"not_to", "chosen_reader"})


class Fate(StrEnum):
    """What a handover does with a case. Why a case is not for somebody is never said: that would be telling."""

    PROPOSED = "proposed"
    BY_CHOICE = "by_choice"
    TO_CONFIRM = "to_confirm"
    NOT_FOR_THEM = "not_for_them"
    READS_IT = "reads_it"


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A case that somebody could hand over, as their inbox shows it, and what a handover would do with it."""

    row: CaseRow
    fate: Fate


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """What a handover did: the cases that are whole with the new reader's seals, and those that were left alone."""

    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def fate(case: Case, new: PersonId, desk: Desk) -> Fate:
    """Say what handing a case over to somebody comes to. Pure."""
    refused = refusal(case, HANDED_OVER, _with(new), desk)
    if refused is Refusal.SHARED_ALREADY:
        return Fate.READS_IT
    if refused is not None or case.report is None or _is_in(case, new):
        return Fate.NOT_FOR_THEM
    if _needs_a_look(case, new, desk):
        return Fate.TO_CONFIRM
    return Fate.BY_CHOICE if case.phase in {Phase.CLOSED, Phase.NOTED} else Fate.PROPOSED


def readable(session: Session, new: PersonId) -> tuple[str, ...]:
    """Name the cases that could be looked through for a handover.

    Raises KnownError(HANDED_TO_NOBODY) where the new reader has no sign-in, or is the one who asks.
    """
    _check(session, new)
    return tuple(session.entries.cases())


def look_through(session: Session, new: PersonId, ids: Iterable[str]) -> tuple[Offer, ...]:
    """Say of each of these cases that this person reads what a handover would do with it."""
    who = _desk(session)
    cases = ((case_id, session.case(case_id)) for case_id in ids)
    return tuple(
        Offer(row=session.row(case_id), fate=fate(case, new, who))
        for case_id, case in cases
        if case.reads(session.me) and case.case_id == case_id
    )


def in_order(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Put offers in order: what is proposed first, and within each fate the oldest."""
    return tuple(sorted(offers, key=lambda offer: (list(Fate).index(offer.fate), offer.row.filed_at)))


def hand_over(session: Session, new: PersonId, picked: Mapping[str, bool], reason: str, progress: Progress) -> Handed:
    """Hand over the cases that were picked, each with whether its mention of the new reader was looked at.

    What may not be handed over is left alone. `progress` may raise to stop between two cases. Raises AnswersError;
    KnownError(HANDED_TO_NOBODY, DISK_*, VAULT_*).
    """
    _check(session, new)
    done: list[str] = []
    left: list[str] = []
    for number, (case_id, is_confirmed) in enumerate(picked.items()):
        progress(number, len(picked))
        is_done = _hand_over(session, new, case_id, reason, is_confirmed=is_confirmed)
        (done if is_done else left).append(case_id)
    progress(len(picked), len(picked))
    return Handed(done=tuple(done), left=tuple(left))


def _hand_over(session: Session, new: PersonId, case_id: str, reason: str, *, is_confirmed: bool) -> bool:
    case = session.case(case_id)
    found = fate(case, new, _desk(session))
    if found is Fate.READS_IT:
        session.hand_on(case_id)  # what an earlier attempt may have left unfinished
        return True
    if found is Fate.NOT_FOR_THEM or (found is Fate.TO_CONFIRM and not is_confirmed):
        return False
    act(session, case_id, HANDED_OVER, {**_with(new), "reason": reason})
    return True


def _desk(session: Session) -> Desk:
    """Who hands over; which earlier cases they have looked at has no say in it."""
    machine = session.machine
    return Desk(me=session.me, school=machine.school, today=machine.today(), meaning=session.meaning)


def _check(session: Session, new: PersonId) -> None:
    if new == session.me or not session.machine.state.active_keys(new):
        raise KnownError(DeskFault.HANDED_TO_NOBODY)


def _with(new: PersonId) -> dict[str, object]:
    return {"with": [{"person": new}]}


def _is_in(case: Case, new: PersonId) -> bool:
    """Say whether the report is theirs or names them: as concerned, as a witness, as somebody who was there."""
    report = case.report
    named = (value for name, value in (report.values if report else {}).items() if name not in _CHOSEN_BY_THE_REPORTER)
    return case.reporter == new or any(new == text for value in named for text in _texts(value))


def _needs_a_look(case: Case, new: PersonId, desk: Desk) -> bool:
    """Say whether what was written may speak of them, or the reporter asked that they do not read it."""
    said = (entry.values for entry in case.entries if entry.kind not in ADDING)
    texts = {text for values in said for value in values.values() for text in _texts(value)}
    person = desk.school.people.get(new)
    return new in texts or person is None or mentions(texts, person, shipped_table().matching)


def _texts(value: object) -> Iterator[str]:
    """Every text in an answer, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, Collection):
        for inner in value:
            yield from _texts(inner)
