# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be recorded as shared: the table of rules, and what no combination of answers gets past."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.refusals import Refusal
from desktop.forms import Context, load_forms, validate
from desktop.people import School
from desktop.sharing.weighing import not_to_be_shared, sharing_rules
from tests.desktop.sharing.answers import NOT_TO_PARENT, TO_POLICE, Values

WRITTEN = ("solicitor", "advocate", "researcher")
FORMS = load_forms()
SPEC, WITHHELD = FORMS["disclosure"], FORMS["not_shared"]
SCHOOL = School(school_id="ab" * 16, name="Hollowbrook", version=1, version_hash="ab")
CONTEXT = Context(today=date(2026, 3, 12), school=SCHOOL)


def choices(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([term.value for term in SPEC.field(name).choices])


ANSWERS = st.fixed_dictionaries(
    {name: choices(name) for name in ("recipient_type", "identity_check", "basis", "consent", "objected", "channel")},
    optional={name: st.text(max_size=5) for name in ("order", "consent_seen", "objection", "objection_answer")},
)


def test_what_a_careful_person_records_is_recorded() -> None:
    assert not_to_be_shared(TO_POLICE) is None


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"recipient_type": "solicitor"}, Refusal.NEEDS_WRITTEN_CONSENT),
        ({"recipient_type": "researcher", "consent": "refused"}, Refusal.NEEDS_WRITTEN_CONSENT),
        ({"recipient_type": "solicitor", "consent": "given"}, Refusal.CONSENT_NOT_SEEN),
        ({"recipient_type": "solicitor", "consent": "given", "consent_seen": "Signed 1 March"}, None),
        ({"recipient_type": "court", "basis": "court_order"}, Refusal.ORDER_NOT_NAMED),
        ({"recipient_type": "court", "basis": "court_order", "order": "Family Court, ZW26C1, 2 March"}, None),
        ({"recipient_type": "solicitor", "basis": "court_order", "order": "ZW26C1"}, Refusal.NEEDS_WRITTEN_CONSENT),
        ({"basis": "consent"}, Refusal.CONSENT_IS_NO_GROUND),
        ({"objected": "yes", "objection": "He did."}, Refusal.OBJECTION_UNANSWERED),
        ({"objected": "yes", "objection": "He did.", "objection_answer": "Told why."}, None),
        ({"channel": "phone", "identity_check": "document"}, Refusal.PHONE_NOT_CHECKED),
        ({"channel": "phone", "identity_check": "called_back"}, None),
    ],
)
def test_a_rule_holds(answers: Values, why: Refusal | None) -> None:
    assert not_to_be_shared({**TO_POLICE, **answers}) is why


@given(ANSWERS)
def test_nothing_goes_to_a_solicitor_without_consent_that_was_seen(answers: Values) -> None:
    is_seen = answers["consent"] == "given" and str(answers.get("consent_seen", "")).strip()
    if answers["recipient_type"] in WRITTEN and not is_seen:
        assert not_to_be_shared(answers) is not None


@given(ANSWERS)
def test_no_objection_is_passed_over(answers: Values) -> None:
    if answers["objected"] == "yes" and not str(answers.get("objection_answer", "")).strip():
        assert not_to_be_shared(answers) is not None


@given(ANSWERS)
def test_the_police_and_the_local_authority_are_kept_from_nothing_for_who_they_are(answers: Values) -> None:
    """What is refused to them would be refused to anybody: no rule names them (practice.md R48)."""
    for told in ("police", "lado", "social_care", "local_authority"):
        other = not_to_be_shared({**answers, "recipient_type": "health"})
        assert not_to_be_shared({**answers, "recipient_type": told}) is other


@given(ANSWERS)
def test_what_is_refused_is_refused_whatever_else_is_added(answers: Values) -> None:
    why = not_to_be_shared(answers)
    assert not_to_be_shared({**answers, "left_out": "Names.", "reference": "1", "confirmed": "Rang"}) is why


def test_every_rule_has_its_source_and_can_hold() -> None:
    assert all(rule.source for rule in sharing_rules())
    assert len({rule.refusal for rule in sharing_rules()}) == len(sharing_rules())


@pytest.mark.parametrize("name", ["identity_check", "purpose", "basis", "consent", "items", "minimum", "person_told"])
def test_a_disclosure_says_what_has_to_be_said(name: str) -> None:
    without = {
        key: value for key, value in TO_POLICE.items() if key not in {name, "consent_reason", "person_told_why_not"}
    }
    assert name in {finding.field for finding in validate(SPEC, without, CONTEXT).errors}


def test_sharing_without_consent_says_why() -> None:
    without = {key: value for key, value in TO_POLICE.items() if key != "consent_reason"}
    assert [finding.field for finding in validate(SPEC, without, CONTEXT).errors] == ["consent_reason"]


@pytest.mark.parametrize("name", ["reason", "review_on", "considered"])
def test_not_sharing_says_why_and_when_it_is_looked_at_again(name: str) -> None:
    without = {key: value for key, value in NOT_TO_PARENT.items() if key != name}
    assert [finding.field for finding in validate(WITHHELD, without, CONTEXT).errors] == [name]
