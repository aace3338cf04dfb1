# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Permissions: what has to be ticked, until when they hold, and how they stand in their register (F36)."""

from datetime import timedelta

import pytest

from desktop.cases.refusals import Refusal
from desktop.cases.rules import refusal
from desktop.declarations.permissions import lacking
from desktop.forms import load_vocabularies
from desktop.registers.declared import Register
from desktop.registers.listing import State
from desktop.registers.reading import read_register
from desktop.sent import sent_by
from tests.desktop.cases.building import HEAD, case_of, desk, report
from tests.desktop.desks import Desks

DEVICE = {"kind": "bring_device", "what_happened": "My tablet.", "ends_on": "2026-04-30"}
TICKED = ["protected", "no_data", "no_pictures"]
YES = {"outcome": "permitted", "ends_on": "2026-04-30"}


def refused(asked: dict[str, object], said: dict[str, object]) -> Refusal | None:
    """Why the head may not record this decision."""
    return refusal(case_of(report(asked, form="permission")), "permission_decision", said, desk(HEAD))


@pytest.mark.parametrize("missing", TICKED)
def test_nothing_is_permitted_while_a_condition_is_not_ticked(missing: str) -> None:
    ticked = [each for each in TICKED if each != missing]
    assert refused({**DEVICE, "conditions": ticked}, dict(YES)) is Refusal.CONDITIONS_NOT_MET
    assert refused({**DEVICE, "conditions": ticked}, {"outcome": "not_permitted", "rationale": "Not yet."}) is None


def test_with_everything_ticked_it_is_permitted_until_the_day_that_was_asked_for_and_no_longer() -> None:
    asked: dict[str, object] = {**DEVICE, "conditions": TICKED}
    assert refused(asked, dict(YES)) is None
    assert refused(asked, {**YES, "ends_on": "2026-04-01"}) is None
    assert refused(asked, {**YES, "ends_on": "2026-05-01"}) is Refusal.LONGER_THAN_ASKED


def test_every_kind_says_what_has_to_be_ticked_by_words_that_can_be_ticked() -> None:
    vocabularies = load_vocabularies()
    offered = {term.value for term in vocabularies["permission_conditions"].terms}
    for kind in (term.value for term in vocabularies["permission_kinds"].terms):
        assert set(lacking({"kind": kind})) <= offered
        assert lacking({"kind": kind, "conditions": list(offered)}) == ()
    assert lacking({"kind": "urgent_call"}) == ()


def test_it_stands_in_its_register_and_expires_by_itself(desks: Desks) -> None:
    school, today = desks.school, desks.candour.machine.today()
    until = (today + timedelta(days=4)).isoformat()
    said: dict[str, object] = {"kind": "urgent_call", "what_happened": "The ward may ring.", "ends_on": until}
    case = desks.of(school.ta).file("permission", said).case_id
    head = desks.of(school.head)
    head.sync()
    assert [row.state for row in read_register(head, Register.PERMISSIONS)] == [State.WAITING]
    desks.act(school.head, case, "permission_decision", {"outcome": "permitted", "ends_on": until})
    assert [row.state for row in read_register(head, Register.PERMISSIONS)] == [State.CURRENT]
    desks.sync(school.ta)
    assert sent_by(desks.of(school.ta))[0].until == today + timedelta(days=4)
    desks.hands.forward(days=5)
    assert [row.state for row in read_register(head, Register.PERMISSIONS)] == [State.EXPIRED]
