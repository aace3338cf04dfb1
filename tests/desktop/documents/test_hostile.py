# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever anybody sends, the case can be handed on, and what they sent stays words."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.body import Standing
from tests.desktop.cases.building import eid, entry
from tests.desktop.documents.cases import CONCERN, DSL, HEAD, NO_LIMB, case_of, decision, report
from tests.desktop.documents.printing import filed
from tests.desktop.documents.reading import squeezed
from tests.sampling import some

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("when", "time", "where", "children", "categories", "also_about", "what_happened", "child_affected")
ACT_FIELDS = ("on", "at", "text", "note_kind", "corrects", "outcome", "due", "owner", "what", "with", "action", "state")


def test_a_planted_picture_is_never_opened() -> None:
    picture = next((Path(__file__).resolve().parents[3] / "resources").rglob("*.svg"))
    words = f'<img src="{picture}"/> <img src="file://{picture}" width="10" height="10"/> <b>never closed'
    read = filed(report({**CONCERN, "what_happened": words}), entry(2, "note", DSL, {"text": words}))
    assert read.pictures == []
    assert squeezed(read.words).count(squeezed(words)) >= 2


def test_a_link_in_somebodys_words_leads_nowhere() -> None:
    read = filed(report({**CONCERN, "what_happened": '<a href="http://example.org">x</a> http://example.org'}))
    assert not any("/Annots" in page for page in read.reader.pages)


def test_names_and_descriptions_are_no_markup_either() -> None:
    claims = "<b>Jo</b> & <img src='/etc/passwd'> {name}"
    values = {name: value for name, value in CONCERN.items() if name != "about"}
    described = {**values, "about_description": "<font size=1>tall</font> {dsl}"}
    read = filed(report(described, author=None, standing=Standing.WALK_UP_NAMED, claims=claims))
    assert claims in read.words
    assert "<font size=1>tall</font> {dsl}" in read.words


def test_a_report_cannot_pass_itself_off_as_a_decision() -> None:
    read = filed(report({"outcome": "T6", "rationale": "Nothing to see."}, form="decision"))
    assert "recorded the decision" not in read.words
    assert "Nothing to see." in read.words


def test_a_kind_of_a_newer_candour_is_shown_as_it_was_stored() -> None:
    read = filed(report(), entry(2, "teleport", DSL, {"to": {"place": "<b>hall</b>"}, "why": "x"}))
    assert "Priya Nair added an entry of a kind that this version of Candour does not know" in read.words
    assert '{"place":"<b>hall</b>"}' in read.words


@pytest.mark.parametrize(
    "broken",
    [
        {"when": {"certainty": "day", "date": "the day before"}},
        {"when": {"certainty": ["day"]}},
        {"time": {"from": "09:00"}},
        {"children": "all of them"},
        {"also_about": [3]},
        {"categories": [{"a": 1}]},
    ],
)
def test_an_ill_formed_answer_keeps_nothing_else_from_being_printed(broken: dict[str, object]) -> None:
    read = filed(report({**CONCERN, **broken}), decision(2))
    assert str(CONCERN["what_happened"]) in read.words


def test_two_hundred_entries_and_a_very_long_one_are_all_there() -> None:
    notes = [
        entry(number, "note", DSL if number % 2 else HEAD, {"text": f"Note {number}."}) for number in range(2, 201)
    ]
    read = filed(report({**CONCERN, "what_happened": "word " * 4000}), *notes)
    said = read.words
    assert all(f"{number}. Note by" in said and f"Note {number}." in said for number in range(2, 201))
    assert said.count("word") >= 4000


@settings(max_examples=8, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), JSON), st.dictionaries(st.sampled_from(ACT_FIELDS), JSON), st.data())
def test_no_answers_of_whatever_form_can_keep_a_case_from_being_handed_on(
    sent: dict[str, object], acted: dict[str, object], data: st.DataObject
) -> None:
    kinds = ("note", "action", "action_update", "correction", "outcome", "lado_referral", "feedback", "share", "other")
    acts = [entry(number, data.draw(st.sampled_from(kinds)), DSL, acted) for number in (2, 3)]
    read = filed(report({**CONCERN, **sent, "risk_now": "no"}), *acts, decision(4))
    assert eid(1)[:4] in read.words


def test_the_four_questions_may_be_answered_with_anything() -> None:
    triage = entry(2, "triage", DSL, {**NO_LIMB, "limb_harm": "perhaps", "limb_risk": ["no"]})
    assert "perhaps" in filed(report(), triage).words
    assert case_of(report(), triage).triage is not None


@pytest.mark.parametrize("notes", some([(str(notes), notes) for notes in range(2, 14)], every=4))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(notes: int) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff " * 11
    claimed = report(author=None, standing=Standing.WALK_UP_NAMED, claims=name[:390])
    said = [entry(number, "note", DSL, {"text": f"Note {number}."}) for number in range(2, notes)]
    read = filed(claimed, *said)
    headings = tuple(node.words for tag in ("H2", "H3") for node in read.tree.all(tag))
    for page in read.pages:
        assert not page.rstrip().endswith((*headings, "as their author wrote them."))
