# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a citation means in a school's own policies: its id, what the school says, or what was typed; never a guess."""

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.meaning import shipped_meaning
from desktop.forms import load_vocabularies
from desktop.forms.lists import editable
from desktop.forms.spec import FormSpec, Term
from desktop.patterns.cited import of_kinds
from desktop.patterns.signs import Kind
from desktop.people import ClauseLink, PolicyLine
from desktop.policies.citing import Because, Citation, InCode, meant
from desktop.policies.library import Kept
from desktop.policies.reasons import cites, of_answers, of_field, of_form, of_term
from desktop.policies.taking_in import model_clauses
from desktop.policies.version import Clause, Version

MODEL = (
    Clause(clause_id="m1", number="5.5.4", heading="Gifts"),
    Clause(clause_id="m2", number="5.7", heading="Dress"),
)
GIFTS = Citation(words="5.5.4", what="Declare a gift", key="gift_kinds/gift")
FORMS = shipped_meaning().forms


def kept(*clauses: Clause, policy: str = "code", is_here: bool = True) -> Kept:
    """A policy in force."""
    version = Version(policy_id=policy, title="Code", edition="One", clauses=clauses) if is_here else None
    return Kept(line=PolicyLine(policy_id=policy, title="Code", versions=("aa",)), fingerprint="aa", version=version)


def ids(citation: Citation, policies: Sequence[Kept], *links: ClauseLink) -> list[str] | Because | None:
    """The clauses that it means, or why there is none."""
    found = meant(citation, policies, links, MODEL)
    return [each.clause.clause_id for each in found.clauses] or found.because


def test_the_same_id_is_the_clause_whatever_number_it_has() -> None:
    assert ids(GIFTS, [kept(Clause(clause_id="m1", number="12"))]) == ["m1"]


def test_the_same_number_is_not_the_clause() -> None:
    assert ids(GIFTS, [kept(Clause(clause_id="x", number="5.5.4"))]) is Because.NO_CLAUSE


def test_a_school_says_which_of_its_clauses_is_meant() -> None:
    policies = [kept(Clause(clause_id="x", number="9"), MODEL[0])]
    assert ids(GIFTS, policies, ClauseLink(cites="5.5.4", policy="code", clause="x")) == ["x"]


def test_what_is_said_of_one_word_goes_before_what_is_said_of_its_clause() -> None:
    links = (
        ClauseLink(cites="5.5.4", policy="code", clause="m1"),
        ClauseLink(cites="gift_kinds/gift", policy="code", clause="y"),
    )
    assert ids(GIFTS, [kept(MODEL[0], Clause(clause_id="y"))], *links) == ["y"]


def test_a_link_to_a_clause_that_is_gone_leads_nowhere() -> None:
    assert ids(GIFTS, [kept(MODEL[0])], ClauseLink(cites="5.5.4", policy="code", clause="x")) is Because.NO_CLAUSE


def test_a_school_says_that_a_word_is_its_own() -> None:
    assert ids(GIFTS, [kept(MODEL[0])], ClauseLink(cites="gift_kinds/gift")) is Because.OWN


def test_a_word_of_the_schools_own_rests_on_no_clause_until_it_is_linked() -> None:
    own = Citation(words="", what="Left the gate open", key="categories/own_1")
    policies = [kept(Clause(clause_id="x"))]
    assert ids(own, policies) is Because.OWN
    assert ids(own, policies, ClauseLink(cites="categories/own_1", policy="code", clause="x")) == ["x"]


def test_without_a_policy_nothing_is_cited() -> None:
    assert ids(GIFTS, []) is Because.NO_POLICY


def test_a_text_that_has_not_come_may_hold_the_clause() -> None:
    assert ids(GIFTS, [kept(is_here=False)]) is Because.NOT_HERE


def test_a_number_that_somebody_typed_is_the_documents_own() -> None:
    policies = [kept(Clause(clause_id="x", number="6.2", appendix="1"))]
    assert ids(Citation(words="a1 6.2", is_typed=True), policies) == ["x"]


def test_a_typed_number_that_stands_twice_is_both_of_them() -> None:
    twice = kept(Clause(clause_id="x", number="2.1"), Clause(clause_id="y", number="2.1"))
    assert ids(Citation(words="2.1", is_typed=True), [twice]) == ["x", "y"]


def test_typed_words_that_are_no_number_lead_nowhere() -> None:
    assert ids(Citation(words="the bit on phones", is_typed=True), [kept(*MODEL)]) is Because.NO_NUMBER


def test_a_typed_number_goes_past_what_the_school_says_of_the_models() -> None:
    policies = [kept(Clause(clause_id="x", number="5.5.4"), Clause(clause_id="y"))]
    link = ClauseLink(cites="5.5.4", policy="code", clause="y")
    assert ids(Citation(words="5.5.4", is_typed=True), policies, link) == ["x"]


def test_the_first_policy_that_has_the_clause_is_shown() -> None:
    found = meant(GIFTS, [kept(MODEL[1]), kept(MODEL[0], policy="b"), kept(MODEL[0], policy="c")], (), MODEL).clauses
    assert [each.policy_id for each in found] == ["b"]


CLAUSES = st.lists(
    st.builds(
        Clause, clause_id=st.sampled_from(["m1", "m2", "x", "y"]), number=st.sampled_from(["5.5.4", "5.7", "1", ""])
    ),
    max_size=5,
)
LINKS = st.lists(
    st.builds(
        ClauseLink,
        cites=st.sampled_from(["5.5.4", "gift_kinds/gift", "5.7"]),
        policy=st.sampled_from(["code", "other", ""]),
        clause=st.sampled_from(["m1", "x", ""]),
    ),
    max_size=3,
)


@given(clauses=CLAUSES, links=LINKS, typed=st.booleans())
def test_a_clause_is_shown_only_by_its_id_its_number_or_the_schools_word(
    clauses: list[Clause], links: list[ClauseLink], typed: bool
) -> None:
    citation = msgspec.structs.replace(GIFTS, is_typed=typed)
    found = meant(citation, [kept(*clauses)], links, MODEL)
    assert (not found.clauses) == (found.because is not None)
    said = {link.clause for link in links if link.cites in (GIFTS.words, GIFTS.key)}
    for each in found.clauses:
        assert _is_meant(each, said, typed=typed)


def _is_meant(found: InCode, said: set[str], *, typed: bool) -> bool:
    return found.clause.label == GIFTS.words if typed else found.clause.clause_id in {"m1", *said}


LABELS = {clause.label for clause in model_clauses()}


@pytest.mark.parametrize("spec", FORMS.values(), ids=list(FORMS))
def test_every_form_cites_clauses_that_the_model_code_has(spec: FormSpec) -> None:
    assert {each.words for each in of_form(spec)} <= LABELS


@pytest.mark.parametrize("name", ["categories", "everyday", "self_reasons", "concern_kinds", "advice_areas"])
def test_every_reason_cites_a_clause_of_the_model_code_or_is_the_schools_own(name: str) -> None:
    for term in load_vocabularies()[name].terms:
        found = of_term(name, term)
        assert found, term.value
        assert {each.words for each in found} <= {*LABELS, ""}


def test_no_word_of_any_list_cites_what_the_model_code_has_not() -> None:
    terms = [(name, term) for name, each in load_vocabularies().items() for term in each.terms]
    assert {each.words for name, term in terms for each in of_term(name, term)} <= {*LABELS, ""}


def test_every_kind_of_pattern_cites_clauses_that_the_model_code_has() -> None:
    assert all(of_kinds([kind]) for kind in Kind)
    assert {each.words for each in of_kinds(Kind)} <= LABELS


def test_an_answer_cites_what_its_words_rest_on_and_the_number_that_was_typed() -> None:
    triage = FORMS["triage"]
    found = of_answers(triage, {"categories": ["shouting", "viewing_account"], "code_clause": "5.1,  A1 6.2"})
    assert [(each.words, each.what) for each in found if not each.is_typed] == [
        ("5.1.4", "Shouting"),
        ("A1 7", "Viewing a pupil’s account"),
    ]
    assert [each.words for each in found if each.is_typed] == ["5.1", "A1 6.2"]


def test_what_was_never_offered_cites_nothing() -> None:
    field = FORMS["triage"].field("categories")
    assert of_field(field, ["no such word", 3]) == ()
    assert of_field(field, {"odd": 1}) == ()


def test_only_questions_whose_words_are_reasons_can_cite() -> None:
    asked = {field.name for _, field in FORMS["concern"].fields() if cites(field)}
    assert "how_known" not in asked
    assert {"everyday", "categories"} <= asked


def test_a_schools_own_word_cites_only_in_a_list_of_reasons() -> None:
    own = Term(value="own_1", label="The parents’ association", clause=editable().own_clause)
    assert of_term("givers", own) == ()
    assert [each.key for each in of_term("categories", own)] == ["categories/own_1"]


def test_the_words_for_the_schools_own_are_those_of_the_lists() -> None:
    own = [term for term in load_vocabularies()["categories"].terms if term.clause == editable().own_clause]
    assert of_term("categories", own[0])[0].words == ""
