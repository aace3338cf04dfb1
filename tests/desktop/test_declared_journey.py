# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A declaration over real vaults: who gets what of it, and what never reaches whom."""

from desktop.cases.rows import Shelf
from desktop.cases.worked_out import worked_out
from desktop.sent import SentState, sent_by
from tests.desktop.desks import Desks

REASON = "They are about to bid for the kitchen."
GIFT: dict[str, object] = {"direction": "offered", "what_happened": "A hamper.", "worth": 4_000, "giver": "Hall"}
TIE: dict[str, object] = {"tie": "friend", "state": "current"}
WEIGHED = {"trust": "no", "perception": "no", "operations": "no", "loyalty": "no"}


def test_the_leads_own_gift_is_decided_without_the_lead(desks: Desks) -> None:
    school = desks.school
    case = desks.of(school.dsl).file("gift", dict(GIFT)).case_id
    desks.act(school.head, case, "note", {"text": "Ask the bursar first."})
    desks.act(school.head, case, "gift_decision", {"outcome": "return", "rationale": REASON})
    held = desks.case(school.dsl, case)
    assert {entry.kind for entry in held.entries} == {"report", "gift_decision"}
    assert not held.reads(school.dsl.person_id)
    assert case in desks.of(school.dsl).shelf(Shelf.MINE)


def test_whoever_declared_it_reads_the_decision_and_nothing_else(desks: Desks) -> None:
    school = desks.school
    case = desks.of(school.ta).file("gift", dict(GIFT)).case_id
    desks.act(school.dsl, case, "note", {"text": "The third from them this year."})
    desks.act(school.head, case, "gift_decision", {"outcome": "return", "rationale": REASON})
    session = desks.of(school.ta)
    session.sync()
    [item] = sent_by(session)
    assert item.state is SentState.DECIDED
    assert REASON in item.replies[0].words
    assert all(entry.kind in {"report", "gift_decision"} for entry in session.case(case).entries)


def test_the_other_party_of_a_tie_gets_nothing_of_it(desks: Desks) -> None:
    school = desks.school
    other = {"other_party": [{"person": school.dsl.person_id}]}
    case = desks.of(school.ta).file("relationship", {**TIE, **other}).case_id
    said = {**WEIGHED, "outcome": "nothing_needed", "rationale": "They do not work on the same cases."}
    desks.act(school.head, case, "tie_decision", said)
    assert not desks.reads(school.dsl, case)
    assert case not in desks.of(school.dsl).entries.cases()


def test_a_tie_to_the_head_is_unreadable_to_the_head(desks: Desks) -> None:
    school = desks.school
    other = {"other_party": [{"person": school.head.person_id}]}
    case = desks.of(school.ta).file("relationship", {**TIE, **other}).case_id
    assert not desks.reads(school.head, case)
    assert desks.reads(school.chair, case)


def test_a_running_total_grows_with_what_arrives(desks: Desks) -> None:
    school = desks.school
    *_, last = [desks.of(school.ta).file("gift", dict(GIFT)).case_id for _ in range(3)]
    head = desks.of(school.head)
    head.sync()
    words = " ".join(row.value for row in worked_out(head, head.case(last)))
    assert "3 since 1 September 2025, as far as you can open it, this one included: £120." in words
