# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is open in a case, as items for the board: everything once, with who sees to it and by when (F22, F25; OVS-031).

Pure. An item holds no passing of time: whether it is late is worked out when it is shown (desktop.board).
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

import msgspec

from desktop.cases.actions import Action
from desktop.cases.case import Case, Missing, Phase, latest_assessment
from desktop.cases.clocks import Clocks
from desktop.cases.entry import CaseEntry
from desktop.cases.limits import Limit, decided_by, running
from desktop.cases.meaning import Meaning
from desktop.cases.reporter import is_further_words
from desktop.cases.second import second_people
from desktop.clocks import end_of_day, london_day
from desktop.declarations import ties
from desktop.people import PersonId
from desktop.retention.awaiting import awaiting
from desktop.sharing.standing import kept_back


class ItemKind(StrEnum):
    """What is open: a limit that runs, something to be done, or what a case lacks before it closes."""

    DECISION = "decision"
    BREACH = "breach"
    ACCESS = "access"
    COMPLAINT = "complaint"
    LADO = "lado"
    ENQUIRY = "enquiry"
    FEEDBACK = "feedback"
    REVIEW = "review"
    RENEWAL = "renewal"
    ACTION = "action"
    REPLY = "reply"
    SIGN_OFF = "sign_off"
    SHARING = "sharing"
    DISPOSAL = "disposal"
    CLOSING = "closing"
    DUTY = "duty"
    POLICY_REVIEW = "policy_review"
    TRAINING = "training"


class Item(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One open thing, or an action that has ended. Moments are aware UTC; `due` is None where nothing sets a time.

    `eid` names the action or the reply, `what` is the action in its author's words, or the duty or course that it is;
    `missing` is what a case lacks that has no item of its own. `since` is from when it has been open.
    """

    kind: ItemKind
    since: datetime
    due: datetime | None = None
    owner: PersonId | None = None
    eid: str = ""
    what: str = ""
    monitor: PersonId | None = None
    moves: int = 0
    reason: str = ""
    missing: tuple[Missing, ...] = ()
    ended_at: datetime | None = None
    is_dropped: bool = False
    has_evidence: bool = False

    @property
    def item_id(self) -> str:
        """Its name among the items of its case."""
        return f"{self.kind}-{self.eid}" if self.eid else self.kind.value


_LIMITS = {limit: ItemKind(limit.value) for limit in Limit}
_COVERS = {
    ItemKind.DECISION: frozenset(Missing) - {Missing.LADO, Missing.SIGN_OFF, Missing.ACTIONS},
    ItemKind.BREACH: frozenset({Missing.DECISION, Missing.FINAL_DECISION}),
    ItemKind.ACCESS: frozenset({Missing.DECISION}),
    ItemKind.COMPLAINT: frozenset({Missing.DECISION}),
    ItemKind.LADO: frozenset({Missing.LADO}),
    ItemKind.ENQUIRY: frozenset({Missing.FINAL_DECISION}),
    ItemKind.FEEDBACK: frozenset({Missing.FEEDBACK}),
    ItemKind.ACTION: frozenset({Missing.ACTIONS}),
    ItemKind.SIGN_OFF: frozenset({Missing.SIGN_OFF}),
}
"""What a case lacks and another item stands for, so that nothing stands on the board twice. What follows a decision is
not waited for before there is one."""

_SILENT = frozenset({"access", "export", "file_copy", "grant"})


def open_items(case: Case, clocks: Clocks, meaning: Meaning) -> tuple[Item, ...]:
    """Everything that is open in a case, each once."""
    limits = tuple(_limits(case, clocks, meaning))
    found = [*limits, *_undated_decision(case, limits), *_actions(case), *_replies(case)]
    found += [*_sign_off(case), *_renewal(case), *_sharing(case), *_disposal(case)]
    covered = frozenset().union(*(_COVERS.get(item.kind, frozenset()) for item in found))
    left = tuple(each for each in case.missing if each not in covered)
    if left and case.report:
        since = case.decision.believed_at if case.decision else case.report.believed_at
        found.append(Item(kind=ItemKind.CLOSING, since=since, owner=case.lead, missing=left))
    return tuple(found)


def ended_actions(case: Case) -> tuple[Item, ...]:
    """The actions that were done or dropped."""
    return tuple(_action(action) for action in case.actions if not action.is_open)


def follows(case: Case) -> str:
    """The reference of the declaration that this one takes the place of; empty for none."""
    return case.report.text("former_reference").strip().upper() if case.report else ""


def _limits(case: Case, clocks: Clocks, meaning: Meaning) -> Iterator[Item]:
    for limit, due in running(case, clocks, meaning).items():
        owner = _limit_owner(case, limit)
        yield Item(kind=_LIMITS[limit], since=due.start.at, due=due.due, owner=owner)


def _limit_owner(case: Case, limit: Limit) -> PersonId | None:
    if limit is Limit.LADO:
        latest = latest_assessment(case)
        named = latest.text("lado_contact") if latest else ""
        return PersonId(named) if named else case.decider
    return case.lead if limit in {Limit.ENQUIRY, Limit.FEEDBACK} else case.decider


def _undated_decision(case: Case, limits: Iterable[Item]) -> Iterator[Item]:
    """A decision that neither law nor guidance gives a time; the outcome of a complaint that was acknowledged."""
    kind = _LIMITS[decided_by(case)]
    if case.phase is Phase.TO_DECIDE and case.report and all(item.kind is not kind for item in limits):
        yield Item(kind=kind, since=case.report.believed_at, owner=case.decider)


def _actions(case: Case) -> Iterator[Item]:
    return (_action(action) for action in case.actions if action.is_open)


def _action(action: Action) -> Item:
    return Item(
        kind=ItemKind.ACTION,
        since=action.set_at,
        due=end_of_day(action.due_day) if action.due_day else None,
        owner=action.owner,
        eid=action.eid,
        what=action.what,
        monitor=action.monitor,
        moves=action.moved,
        reason=action.moves[-1].reason if action.moves else "",
        ended_at=action.ended_at,
        is_dropped=action.state == "dropped",
        has_evidence=bool(action.evidence),
    )


def _sign_off(case: Case) -> Iterator[Item]:
    waiting = case.sign_off
    decided = case.entry(waiting.eid) if waiting else None
    if waiting is not None and decided is not None:
        owner = next(iter(second_people(case)), None)
        yield Item(kind=ItemKind.SIGN_OFF, since=decided.believed_at, owner=owner, eid=waiting.eid)


def _replies(case: Case) -> Iterator[Item]:
    """What the reporter has said, and no reader has done anything since: the first of it."""
    waiting: CaseEntry | None = None
    for entry in case.entries:
        if is_further_words(entry, case.report):
            waiting = waiting or entry
        elif entry.eid not in case.uncounted and entry.kind not in _SILENT:
            waiting = None
    if waiting is not None:
        yield Item(kind=ItemKind.REPLY, since=waiting.believed_at, owner=case.lead, eid=waiting.eid)


def _sharing(case: Case) -> Iterator[Item]:
    """A decision not to share is looked at again by whoever took it (requirements.md F29)."""
    for entry in kept_back(case):
        review = entry.day("review_on")
        if review is not None:
            due = end_of_day(review)
            yield Item(kind=ItemKind.SHARING, since=entry.believed_at, due=due, owner=entry.author, eid=entry.eid)


def _disposal(case: Case) -> Iterator[Item]:
    """That a record is destroyed waits for a second signature (requirements.md F54)."""
    waiting = awaiting(case)
    if waiting is not None:
        since, owner = waiting.proposal.believed_at, next(iter(waiting.people), None)
        yield Item(kind=ItemKind.DISPOSAL, since=since, owner=owner, eid=waiting.proposal.eid)


def _renewal(case: Case) -> Iterator[Item]:
    """A tie is declared again in each school year: until it ends, or another declaration takes its place."""
    report = case.report
    if report is None or report.form != ties.FORM:
        return
    if ties.is_renewed(report.values):
        due = end_of_day(ties.renew_by(london_day(report.believed_at)))
        yield Item(kind=ItemKind.RENEWAL, since=report.believed_at, due=due, owner=report.author)
