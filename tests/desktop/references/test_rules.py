# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may stand in a reference about somebody (practice.md R29, R42; requirements.md F41)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.case import Phase
from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import shipped_meaning
from desktop.forms.library import load_vocabularies
from desktop.references.rules import Facts, facts_of, judged, shipped_rules
from tests.desktop.cases.building import DSL, HEAD, case_of, decision, entry, report, signed, triage

OUTCOMES = [term.value for term in load_vocabularies()["triage_outcomes"].terms]
FINDINGS = ["", *(term.value for term in load_vocabularies()["allegation_findings"].terms)]


def rule(**facts: Any) -> str:
    (found,) = judged([Facts(**({"reference": "A", "form": "concern", "phase": Phase.CLOSED} | facts))]).values()
    return found.rule_id


def test_what_met_the_threshold_and_was_substantiated_is_told() -> None:
    assert rule(outcome="T1", finding="substantiated", met_threshold=True) == "substantiated"


@pytest.mark.parametrize("finding", ["malicious", "false", "unfounded", "unsubstantiated"])
def test_what_was_not_borne_out_is_left_out_by_that_rule(finding: str) -> None:
    assert rule(outcome="T1", finding=finding, met_threshold=True) == "not_borne_out"


@pytest.mark.parametrize(
    ("facts", "by"),
    [
        ({"outcome": "T3"}, "low_level"),
        ({"outcome": "T3", "finding": "substantiated"}, "low_level"),
        ({"outcome": "T2", "finding": "substantiated"}, "left_to_the_school"),
        ({"outcome": "T4"}, "conduct"),
        ({"outcome": "T6"}, "no_concern"),
        ({"outcome": "T8"}, "no_concern"),
        ({"outcome": "T1", "met_threshold": True}, "no_finding"),
        ({"phase": Phase.TO_DECIDE}, "open"),
        ({"form": "gift"}, "no_matter"),
        ({"form": "imported_concern"}, "old_log"),
    ],
)
def test_everything_else_is_left_out_by_a_rule_of_its_own(facts: dict[str, Any], by: str) -> None:
    assert rule(**facts) == by


def test_low_level_concerns_that_belong_to_a_substantiated_matter_are_told_with_it() -> None:
    matter = Facts(
        reference="B", form="concern", phase=Phase.CLOSED, outcome="T1", finding="substantiated", met_threshold=True
    )
    same = Facts(reference="A", form="concern", phase=Phase.CLOSED, outcome="T8", same_as="B")
    assert [each.rule_id for each in judged([same, matter]).values()] == ["group", "substantiated"]


@given(
    outcome=st.sampled_from(["", *OUTCOMES]),
    finding=st.sampled_from(FINDINGS),
    phase=st.sampled_from(Phase),
    met=st.booleans(),
)
def test_nothing_alone_is_told_but_what_met_the_threshold_and_was_substantiated(
    outcome: str, finding: str, phase: Phase, met: bool
) -> None:
    facts = Facts(reference="A", form="concern", phase=phase, outcome=outcome, finding=finding, met_threshold=met)
    assert judged([facts])["A"].included is (met and finding == "substantiated")


def test_the_last_finding_counts() -> None:
    found = [
        entry(number, "outcome", HEAD, {"finding": each}) for number, each in ((3, "unfounded"), (4, "substantiated"))
    ]
    facts = facts_of(case_of(report(), decision(2, "T1", limb_harm="yes"), *found), shipped_meaning())
    assert (facts.outcome, facts.finding, facts.met_threshold) == ("T1", "substantiated", True)


@pytest.mark.parametrize(
    ("entries", "met"),
    [
        ((triage(2, "T1"), decision(3, "T3")), False),
        ((decision(2, "T1"), decision(3, "T3")), True),
        ((decision(2, "T1"), decision(3, "T3"), signed(4, 3, DSL)), False),
        ((decision(2, "T3"), decision(3, "T1", limb_harm="yes")), True),
    ],
    ids=["a preparer's view", "lowered alone", "lowered by two", "raised"],
)
def test_the_decision_that_stands_says_whether_the_threshold_was_met(entries: tuple[CaseEntry, ...], met: bool) -> None:
    assert facts_of(case_of(report(), *entries), shipped_meaning()).met_threshold is met


def test_every_rule_says_itself_and_names_its_source() -> None:
    assert all(each.says.endswith(".") and each.source for each in shipped_rules().rules)
    assert shipped_rules().rules[-1].included is False
