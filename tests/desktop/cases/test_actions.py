# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Actions: every date they had, what shows that they were done, and the two halves of one (F25; OVS-013, OVS-080)."""

import pytest

from desktop.cases.actions import Action
from desktop.cases.entry import CaseEntry
from desktop.cases.refusals import Refusal
from desktop.cases.rules import refusal
from tests.desktop.cases.building import DSL, HEAD, case_of, desk, eid, entry, report


def action(number: int, due: str, kind: str = "", **values: object) -> CaseEntry:
    said = {"what": "Lock the door.", "owner": HEAD, "due": due, "action_kind": kind, **values}
    return entry(number, "action", DSL, said)


def update(number: int, of: int, state: str, **values: object) -> CaseEntry:
    return entry(number, "action_update", HEAD, {"action": eid(of), "state": state, **values})


def read(*entries: CaseEntry) -> Action:
    (found,) = case_of(report(), *entries).actions
    return found


def test_what_was_done_says_when_and_what_shows_it() -> None:
    done = update(3, 2, "done", what_happened="It is locked.", evidence="A photo of the lock.")
    found = read(action(2, "2026-03-20"), done)
    assert (found.state, found.evidence, found.ended_at) == ("done", "A photo of the lock.", done.at)


def test_a_day_that_cannot_be_read_is_kept_as_written_and_is_no_day() -> None:
    found = read(action(2, "9999-12-31"))
    assert (found.due, found.due_day) == ("9999-12-31", None)


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        (("permanent", "2026-03-20"), ("immediate", "2026-03-21"), True),
        (("permanent", "2026-03-20"), ("immediate", "2026-03-20"), False),
        (("immediate", "2026-03-20"), ("permanent", "2026-03-19"), True),
        (("immediate", "2026-03-20"), ("permanent", "2026-03-20"), False),
        (("immediate", "2026-03-20"), ("immediate", "2026-03-21"), False),
    ],
)
def test_what_is_done_at_once_is_never_due_after_what_is_done_for_good(
    first: tuple[str, str], second: tuple[str, str], refused: bool
) -> None:
    case = case_of(report(), action(2, first[1], first[0]))
    said = {"what": "x", "due": second[1], "action_kind": second[0], "partner": eid(2)}
    found = refusal(case, "action", said, desk(DSL))
    assert found is (Refusal.AT_ONCE_TOO_LATE if refused else None)
