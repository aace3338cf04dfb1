# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The actions of a case, each with every date it had, and what became of it (F25; OVS-013, OVS-014, OVS-064).

How an action stands is never typed: it is what its entries say, and what the day makes of that (desktop.board.colour).
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum

import msgspec

from desktop.cases.entry import CaseEntry
from desktop.people import PersonId

ACTION = "action"
UPDATE = "action_update"


class ActionKind(StrEnum):
    """Whether an action mends something at once, or for good (OVS-015)."""

    IMMEDIATE = "immediate"
    PERMANENT = "permanent"


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """A date that was moved: to which day (ISO, as signed), and why."""

    to: str
    reason: str


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """Something to be done, with every date it had and what became of it.

    Days are ISO texts, as they were signed; `due_day` is the last of them as a day, where it is one. `monitor` checks
    that it was done; `partner` is the action that does for good what this one does at once, or the other way round.
    `ended_at` is when it was said to be done or dropped, `evidence` what shows it.
    """

    eid: str
    what: str
    owner: PersonId | None
    set_at: datetime
    due: str
    due_day: date | None
    state: str
    monitor: PersonId | None = None
    kind: str = ""
    partner: str = ""
    moves: tuple[Move, ...] = ()
    evidence: str = ""
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Say whether it is still to be done."""
        return self.state == "open"

    @property
    def moved(self) -> int:
        """How often its date was moved."""
        return len(self.moves)


def read_actions(entries: Iterable[CaseEntry]) -> tuple[Action, ...]:
    """Read the actions and what became of each from the entries that count, in order."""
    actions: dict[str, Action] = {}
    for entry in entries:
        if entry.kind == ACTION:
            actions[entry.eid] = _set(entry)
        elif entry.kind == UPDATE and (action := actions.get(entry.text("action"))):
            actions[action.eid] = _updated(action, entry)
    return tuple(actions.values())


def comes_too_late(actions: Iterable[Action], values: Mapping[str, object]) -> bool:
    """Say whether a new action, as answered, would do at once what another one has done for good before (OVS-080)."""
    other = next((each for each in actions if each.eid == values.get("partner")), None)
    kind, due = values.get("action_kind"), str(values.get("due", ""))
    if other is None or not due:
        return False
    if kind == ActionKind.IMMEDIATE and other.kind == ActionKind.PERMANENT:
        return due > other.due
    return kind == ActionKind.PERMANENT and other.kind == ActionKind.IMMEDIATE and due < other.due


def _set(entry: CaseEntry) -> Action:
    return Action(
        eid=entry.eid,
        what=entry.text("what"),
        owner=_person(entry, "owner"),
        set_at=entry.believed_at,
        due=entry.text("due"),
        due_day=entry.day("due"),
        state="open",
        monitor=_person(entry, "monitor"),
        kind=entry.text("action_kind"),
        partner=entry.text("partner"),
    )


def _updated(action: Action, update: CaseEntry) -> Action:
    state = update.text("state")
    if state == "moved":
        move = Move(to=update.text("due"), reason=update.text("reason"))
        return msgspec.structs.replace(action, due=move.to, due_day=update.day("due"), moves=(*action.moves, move))
    ended = update.believed_at if state else action.ended_at
    return msgspec.structs.replace(
        action, state=state or action.state, evidence=update.text("evidence"), ended_at=ended
    )


def _person(entry: CaseEntry, name: str) -> PersonId | None:
    said = entry.text(name)
    return PersonId(said) if said else None
