# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A register as rows: how each declaration stands on a day, and which rows are wanted. Pure.

Sources: ux.md R8; requirements.md F03 and F04; practice.md 3.5 (interests are looked at again each school year).
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from desktop.cases.tracks import Tracks, Verdict
from desktop.declarations.gifts import year_of
from desktop.declarations.permissions import has_expired
from desktop.declarations.ties import NIL
from desktop.registers.declared import Declared, Register
from desktop.routing import Part
from desktop.sharing.weighing import DISCLOSURE


class State(StrEnum):
    """How a declaration stands: first those of anything, then those of ties.

    Of a line nobody can say whether it waits or was only noted: it is declared. A gift
    of an old log is old: what became of it stands in the words of that log alone.
    """

    OLD = "old"
    DECLARED = "declared"
    WAITING = "waiting"
    NOTED = "noted"
    APPROVED = "approved"
    TURNED_DOWN = "turned_down"
    DECIDED = "decided"
    CURRENT = "current"
    DUE = "due"
    EXPIRED = "expired"
    ENDED = "ended"
    REPLACED = "replaced"
    NOTHING = "nothing"
    SHARED = "shared"
    KEPT_BACK = "kept_back"
    LOOK_AGAIN = "look_again"


STATES = {
    Register.GIFTS: (
        State.WAITING,
        State.NOTED,
        State.APPROVED,
        State.TURNED_DOWN,
        State.DECIDED,
        State.DECLARED,
        State.OLD,
    ),
    Register.TIES: (State.WAITING, State.CURRENT, State.DUE, State.ENDED, State.REPLACED, State.NOTHING),
    Register.PERMISSIONS: (State.WAITING, State.CURRENT, State.EXPIRED, State.TURNED_DOWN),
    Register.NOTICES: (State.WAITING, State.DECIDED),
    Register.SHARED: (State.SHARED, State.KEPT_BACK, State.LOOK_AGAIN),
    Register.BREACHES: (State.WAITING, State.DECIDED, State.DECLARED),
}
"""The states that the rows of a register can have, in the order in which they are offered."""

_BY_VERDICT = {Verdict.APPROVED: State.APPROVED, Verdict.TURNED_DOWN: State.TURNED_DOWN}
_ENDED = "ended"


class Filed(msgspec.Struct, frozen=True, kw_only=True):
    """A declaration in its register, with the case and the reference by which it is found.

    `number` tells the rows of one case from each other.
    """

    case_id: str
    reference: str
    declared: Declared
    number: int = 0


class RegisterRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row: a declaration, how it stands, and its school year (named by the calendar year in which it begins)."""

    case_id: str
    reference: str
    declared: Declared
    state: State
    year: int
    number: int = 0

    @property
    def row_id(self) -> str:
        """Its name among the rows of its register: the case, where that has no more than one."""
        return f"{self.case_id} {self.number}" if self.number else self.case_id


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows are wanted: of one school year, in one state, with these words in them. Nothing chosen wants all."""

    year: int | None = None
    state: State | None = None
    words: str = ""


Spoken = Callable[[RegisterRow], Iterable[str]]
"""What a row says in words: what a search looks through."""


def register_rows(
    filed: Iterable[Filed], followed: Collection[str], today: date, tracks: Tracks
) -> tuple[RegisterRow, ...]:
    """Say how each declaration stands on a day, the newest first. `followed`: what others took the place of."""
    rows = (
        RegisterRow(
            case_id=each.case_id,
            reference=each.reference,
            declared=each.declared,
            state=_state(each, followed, today, tracks),
            year=year_of(each.declared.on),
            number=each.number,
        )
        for each in filed
    )
    return tuple(sorted(rows, key=lambda row: (-row.declared.on.toordinal(), row.case_id, -row.number)))


def chosen_rows(rows: Sequence[RegisterRow], chosen: Chosen, spoken: Spoken) -> tuple[RegisterRow, ...]:
    """The rows that are wanted, in their order."""
    sought = _fold(chosen.words).split()
    return tuple(
        row
        for row in rows
        if (chosen.year is None or row.year == chosen.year)
        and (chosen.state is None or row.state is chosen.state)
        and (not sought or _holds(" ".join(spoken(row)), sought))
    )


def _state(filed: Filed, followed: Collection[str], today: date, tracks: Tracks) -> State:
    declared = filed.declared
    match declared.register:
        case Register.GIFTS:
            return _gift_state(declared, tracks)
        case Register.TIES:
            return _tie_state(filed, followed, today)
        case Register.PERMISSIONS:
            return _permission_state(declared, today, tracks)
        case Register.NOTICES:
            return State.WAITING if declared.is_open else State.DECIDED
        case Register.SHARED:
            return _shared_state(declared, today)
        case Register.BREACHES:
            return _breach_state(declared)


def _breach_state(declared: Declared) -> State:
    if declared.part is not Part.FULL:
        return State.DECLARED
    return State.WAITING if declared.is_open else State.DECIDED


def _gift_state(declared: Declared, tracks: Tracks) -> State:
    if declared.is_imported:
        return State.OLD
    if declared.decided_on is None:
        undecided = State.WAITING if declared.part is Part.FULL else State.DECLARED
        return State.NOTED if declared.is_noted else undecided
    verdict = tracks.of(declared.form).verdict(declared.outcome)
    return _BY_VERDICT[verdict] if verdict else State.DECIDED


def _permission_state(declared: Declared, today: date, tracks: Tracks) -> State:
    if declared.decided_on is None:
        return State.WAITING
    if tracks.of(declared.form).verdict(declared.outcome) is Verdict.TURNED_DOWN:
        return State.TURNED_DOWN
    return State.EXPIRED if has_expired(declared.until, today) else State.CURRENT


def _shared_state(declared: Declared, today: date) -> State:
    if declared.form == DISCLOSURE:
        return State.SHARED
    is_due = declared.review_on is not None and declared.review_on <= today
    return State.LOOK_AGAIN if is_due else State.KEPT_BACK


def _tie_state(filed: Filed, followed: Collection[str], today: date) -> State:
    """A declaration that another one follows counts no more; one of an earlier school year is to be renewed."""
    declared = filed.declared
    holds = {
        State.NOTHING: declared.text("tie") == NIL,
        State.REPLACED: filed.reference in followed,
        State.ENDED: declared.text("state") == _ENDED or "" < declared.text("ends_on") < today.isoformat(),
        State.WAITING: declared.is_open and declared.decided_on is None,
        State.DUE: is_due(declared, today),
    }
    return next((state for state, is_so in holds.items() if is_so), State.CURRENT)


def is_due(declared: Declared, today: date) -> bool:
    """Say whether a tie is to be looked at again: a new school year has begun, or the day that was set has come."""
    return year_of(declared.on) < year_of(today) or (declared.review_on is not None and declared.review_on <= today)


def _holds(words: str, sought: Sequence[str]) -> bool:
    folded = _fold(words)
    return all(word in folded for word in sought)


def _fold(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
