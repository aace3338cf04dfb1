# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case file of something declared says what was decided, and nothing of the harm threshold."""

from collections.abc import Mapping

from tests.desktop.cases.building import entry
from tests.desktop.documents.cases import HEAD, report
from tests.desktop.documents.printing import filed

GIFT: Mapping[str, object] = {
    "direction": "offered",
    "kind": "gift",
    "what_happened": "A watch from a leaver’s family.",
    "worth": 6_050,
}
BREACH: Mapping[str, object] = {
    "what_happened": "A laptop is gone.",
    "noticed": "2026-03-11",
    "noticed_at": {"at": "09:30"},
}


def test_the_decision_on_a_gift_is_in_the_summary_with_its_reason() -> None:
    said = {"outcome": "return", "rationale": "They are about to bid for the kitchen."}
    words = filed(report(GIFT, form="gift"), entry(2, "gift_decision", HEAD, said)).tree.words
    assert "Return it with thanks" in words
    assert "They are about to bid for the kitchen." in words
    assert "£60.50" in words


def test_no_harm_threshold_and_no_time_limit_is_made_up_for_a_gift() -> None:
    words = filed(report(GIFT, form="gift")).tree.words
    assert "The harm threshold" not in words
    assert "Neither law nor guidance sets a time for a record of this kind." in words


def test_the_time_for_the_regulator_is_counted_from_when_somebody_found_out() -> None:
    told = {"outcome": "told", "closed": "no", "rationale": "Nine had opened it.", "regulator_on": "2026-03-12"}
    words = filed(report(BREACH, form="breach"), entry(2, "breach_decision", HEAD, told)).tree.words
    assert "Whether the regulator is told, within 72 hours" in words
    assert "Saturday 14 March 2026, 09:30" in words
    assert "became aware of it" in words
    assert "In time" in words
