# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shipped data holds together: every reference resolves, every word is there."""

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec
import pytest

import resources
from desktop.forms import (
    PLACEHOLDERS,
    Condition,
    Field,
    FieldType,
    FormKind,
    FormSpec,
    Note,
    PageAction,
    Tone,
    Vocabulary,
    load_forms,
    load_guidance,
    load_panels,
    load_vocabularies,
)
from desktop.people import WorkerType
from tests.desktop.forms.examples import FORMS

VOCABULARIES = load_vocabularies()
SPECS = list(FORMS.values())
FILINGS = [spec for spec in SPECS if spec.kind is FormKind.FILING]
by_id = pytest.mark.parametrize("spec", SPECS, ids=list(FORMS))


def conditions(spec: FormSpec) -> Iterator[tuple[int, Condition]]:
    """Every condition with the number of fields that stand before it."""
    seen = 0
    for page in spec.pages:
        yield from ((seen, condition) for condition in page.when)
        for field in page.fields:
            yield from ((seen, condition) for condition in (*field.visible_when, *field.required_when))
            seen += 1
        yield from ((seen, condition) for note in (*page.notes, *page.asides) for condition in note.when)


def strings(value: object) -> Iterator[str]:
    """Every text inside a structure."""
    stack = [msgspec.json.decode(msgspec.json.encode(value))]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            stack += item.values()
        elif isinstance(item, list):
            stack += item


def test_the_forms_of_the_first_release_are_there() -> None:
    assert [spec.form_id for spec in FILINGS] == [
        "advice", "breach", "concern", "disqualification", "gift", "permission", "relationship", "secondary_employment",
        "self_report", "sent_on", "wrongdoing",
    ]  # fmt: skip


def test_the_acts_of_a_reviewer_are_there() -> None:
    assert {spec.form_id for spec in SPECS if spec.kind is FormKind.ACT} == {
        "note", "triage", "decision", "action", "action_update", "lado_consultation", "lado_referral", "employer_told",
        "share", "outcome", "feedback", "learning", "question", "correction", "reason_without_advice", "late_reason",
        "review", "sign_off", "disagreement", "exception", "lado_reference", "access", "export", "file_copy",
        "addition", "taking_back", "handover", "recusal", "continuation", "onward", "gift_decision",
        "tie_decision", "consent_decision", "breach_decision", "identification", "not_them",
        "hold", "hold_lifted", "pension_age", "disposal", "disposal_signature", "disposal_done",
        "imported_concern", "imported_gift", "imported_tie", "access_step", "access_answer", "access_pack", "letter",
        "advice_answer", "permission_decision", "arrival",
        "disclosure", "not_shared", "complaint_step", "complaint_answer",
    }  # fmt: skip


@by_id
def test_field_names_are_used_once(spec: FormSpec) -> None:
    names = [field.name for _, field in spec.fields()]
    assert len(names) == len(set(names))


@by_id
def test_conditions_look_back_at_fields_and_values_that_exist(spec: FormSpec) -> None:
    fields = [field for _, field in spec.fields()]
    for seen, condition in conditions(spec):
        before = {field.name: field for field in fields[:seen]}
        for name in condition.fields:
            assert set(condition.values) <= {term.value for term in before[name].choices}


@by_id
def test_conditions_read_only_plain_answers(spec: FormSpec) -> None:
    plain = {FieldType.CHOICE, FieldType.CHOICES, FieldType.YES_NO_UNSURE, FieldType.PERSON}
    assert {spec.field(name).type for _, condition in conditions(spec) for name in condition.fields} <= plain


@by_id
def test_every_word_that_a_form_must_have_is_there(spec: FormSpec) -> None:
    assert all([spec.title, spec.button, spec.headline])
    assert all(page.title for page in spec.pages)
    assert all(field.label and field.summary for _, field in spec.fields())
    assert all(term.label.strip() for _, field in spec.fields() for term in field.choices)
    assert all(text.strip() for page in spec.pages for note in (*page.notes, *page.asides) for text in note.words)


@by_id
def test_choices_are_offered_where_they_are_needed(spec: FormSpec) -> None:
    choosing = {FieldType.CHOICE, FieldType.CHOICES, FieldType.YES_NO_UNSURE, FieldType.CHILDREN, FieldType.TIME_BAND}
    assert all(field.choices for _, field in spec.fields() if field.type in choosing)


@by_id
def test_a_form_knows_only_its_placeholders(spec: FormSpec) -> None:
    drawn = msgspec.structs.replace(spec, words=FORMS["access"].words, headline="")
    told = {"label", "expected", "limit", "over", "least", "place", "number", "choices", "part", "key", "what", "at"}
    spoken = {"date", "from", "to"}
    found = {name for text in strings(drawn) for name in re.findall(r"{(\w*)}", text)}
    assert found <= PLACEHOLDERS | told | spoken


@by_id
def test_errors_of_a_field_are_errors_that_exist(spec: FormSpec) -> None:
    assert all(set(field.errors) <= set(spec.words.errors) for _, field in spec.fields())


@by_id
def test_every_icon_exists(spec: FormSpec) -> None:
    notes: list[Note] = [note for page in spec.pages for note in (*page.notes, *page.asides)]
    icons = {spec.icon, *(note.icon for note in notes), *(panel.icon for panel in spec.panels)} - {""}
    assert all(resources.path(f"icons/{icon}.svg").is_file() for icon in icons)


@by_id
def test_fields_of_one_fold_stand_together(spec: FormSpec) -> None:
    for page in spec.pages:
        runs = [fold for fold, _ in groupby(field.fold for field in page.fields) if fold and fold != "Add why"]
        assert len(runs) == len(set(runs))


@by_id
def test_detours_lead_somewhere(spec: FormSpec) -> None:
    pages = {page.page_id for page in spec.pages if page.action is PageAction.REDIRECT_CHILD}
    for page in spec.pages:
        for detour in page.detours:
            assert detour.page in pages or detour.form in FORMS


@by_id
def test_what_is_opened_or_switched_to_exists(spec: FormSpec) -> None:
    for _, field in spec.fields():
        assert all(spec.field(name) for name in (field.skip.asks if field.skip else ()))
        assert field.own_name is None or field.own_name.switch_to in FORMS


@pytest.mark.parametrize("spec", FILINGS, ids=lambda spec: spec.form_id)
def test_danger_and_confidentiality_stand_before_every_filing_form(spec: FormSpec) -> None:
    assert [panel.panel_id for panel in spec.panels[:2]] == ["danger", "confidentiality"]
    assert spec.panels[0].tone is Tone.DANGER


def test_the_danger_panel_says_999_without_any_contact() -> None:
    danger = load_panels()["danger/1"]
    assert "999" in danger.words
    assert "999" in danger.away


def test_every_filing_form_is_read_back_before_it_is_sent() -> None:
    assert all(spec.check for spec in FILINGS)


def test_whoever_says_that_a_child_is_at_risk_is_sent_to_somebody_first() -> None:
    asking = [spec for spec in FILINGS if any(field.name == "risk_now" for _, field in spec.fields())]
    assert {"concern", "self_report", "wrongdoing"} <= {spec.form_id for spec in asking}
    assert all(spec.page("emergency").action is PageAction.SPEAK_FIRST for spec in asking)


def test_a_concern_asks_six_questions_and_a_self_report_four() -> None:
    assert (len(FORMS["concern"].questions), len(FORMS["self_report"].questions)) == (6, 4)


def test_own_wrongdoing_asks_nothing_about_the_household() -> None:
    asked = " ".join(field.label + field.hint for _, field in FORMS["wrongdoing"].fields()).casefold()
    assert not any(word in asked for word in ("household", "live with", "at home", "partner", "disqualif"))


def test_the_childcare_rules_are_asked_about_the_person_alone() -> None:
    spec = FORMS["disqualification"]
    asked = " ".join(field.label + field.hint for _, field in spec.fields()).casefold()
    assert not any(word in asked for word in ("household", "live with", "at home", "partner", "family"))
    assert "only_relevant" in {panel.panel_id for panel in spec.panels}


@pytest.mark.parametrize("tier", ["1", "2", "3"])
def test_each_tier_of_the_code_is_offered(tier: str) -> None:
    assert any(term.group == tier for term in FORMS["relationship"].field("relation").offered)


@pytest.mark.parametrize("form", ["concern", "triage"])
def test_the_kinds_that_are_always_serious_bring_the_serious_note(form: str) -> None:
    always = {term.value for term in VOCABULARIES["categories"].terms if term.always}
    notes = [
        note for page in FORMS[form].pages for note in page.notes for c in note.when if c.fields == ("categories",)
    ]
    assert [set(note.when[0].values) for note in notes] == [always]


def test_every_category_cites_a_clause_or_says_that_it_is_the_schools() -> None:
    assert all(term.clause for term in VOCABULARIES["categories"].terms)


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=list(VOCABULARIES))
def test_a_vocabulary_has_an_edition_a_source_and_each_value_once(vocabulary: Vocabulary) -> None:
    values = [term.value for term in vocabulary.terms]
    assert vocabulary.edition >= 1
    assert vocabulary.source
    assert len(values) == len(set(values))


def test_the_worker_types_are_those_of_the_directory() -> None:
    assert [term.value for term in VOCABULARIES["worker_types"].terms] == [kind.value for kind in WorkerType]


def test_the_triage_outcomes_are_t0_to_t8_with_the_usual_four_first() -> None:
    terms = VOCABULARIES["triage_outcomes"].terms
    assert {term.value for term in terms} == {f"T{number}" for number in range(9)}
    assert [term.value for term in terms if not term.more] == ["T3", "T1", "T2", "T7"]


def test_every_vocabulary_is_used_or_named_elsewhere() -> None:
    used = {field.vocabulary for spec in SPECS for _, field in spec.fields()}
    assert set(VOCABULARIES) - used == {"worker_types", "limbs"}


def test_each_limb_has_its_guidance_and_its_question() -> None:
    guidance = load_guidance()
    for term in VOCABULARIES["limbs"].terms:
        assert guidance.piece(f"limb_{term.value}").words
        assert FORMS["triage"].field(f"limb_{term.value}").required


def test_guidance_names_its_edition_and_every_piece_its_source() -> None:
    guidance = load_guidance()
    assert guidance.edition
    assert all(piece.words and piece.source for piece in guidance.pieces)


def test_a_form_names_the_editions_of_its_vocabularies() -> None:
    assert FORMS["concern"].editions["everyday"] == VOCABULARIES["everyday"].edition


def test_a_school_may_hand_in_its_own_vocabulary() -> None:
    own = msgspec.structs.replace(VOCABULARIES["everyday"], edition=2)
    assert load_forms({**VOCABULARIES, "everyday": own})["concern"].editions["everyday"] == 2


def test_a_retired_term_keeps_its_label_and_is_not_offered() -> None:
    first, *others = VOCABULARIES["everyday"].terms
    retired = msgspec.structs.replace(first, retired=True)
    own = msgspec.structs.replace(VOCABULARIES["everyday"], terms=(retired, *others))
    field: Field = load_forms({**VOCABULARIES, "everyday": own})["concern"].field("everyday")
    assert field.term(first.value) == retired
    assert retired not in field.offered
