# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one validator: what it keeps, what it refuses and in which words."""

import json

import msgspec
import pytest

from desktop.forms import Context, FieldType, Severity, validate
from desktop.people import WorkerType
from tests.desktop.forms.examples import (
    BETH,
    CONCERN,
    FORMS,
    LEAST,
    SCHOOL,
    SIGNED_IN,
    TODAY,
    TOM,
    check,
    codes,
    concern,
    kept,
)

NO_LIMBS = {f"limb_{limb}": "no" for limb in ("harm", "offence", "risk", "suitability")}
REASON = "A single lift, told openly, with a parent’s knowledge."
TRIAGE = {**NO_LIMBS, "history_viewed": True, "outcome": "T3", "rationale": REASON}


def test_the_least_concern_is_enough() -> None:
    assert kept(concern()) == LEAST


def test_a_concern_without_a_person_is_enough() -> None:
    assert kept(concern(about=None)) == {"what_happened": "He drove a pupil home.", "risk_now": "no"}


def test_an_empty_concern_lacks_what_happened_and_the_risk() -> None:
    assert codes(check("concern", {})) == [("what_happened", "required"), ("risk_now", "required")]


def test_a_missing_answer_is_said_in_the_fields_own_words() -> None:
    first, *_ = check("concern", {}).findings
    assert first.message == "Write a few words about what happened"
    assert (first.page, first.severity) == ("what", Severity.ERROR)


@pytest.mark.parametrize("risk", ["yes", "not_sure"])
def test_a_concern_with_a_child_at_risk_is_taken_too(risk: str) -> None:
    assert kept(concern(risk_now=risk))["risk_now"] == risk


def test_a_report_with_an_error_holds_no_answers() -> None:
    assert concern(risk_now="perhaps").answers is None


def test_clean_answers_name_the_texts_that_were_shown() -> None:
    answers = concern().answers
    assert answers
    assert answers.panels == ("danger/1", "confidentiality/1", "truth/1")


def test_the_words_that_telling_is_no_admission_are_in_the_signed_content() -> None:
    answers = check("wrongdoing", {"what_happened": "I was arrested."}, SIGNED_IN).answers
    assert answers
    assert answers.signed_words["not_admission/1"].startswith("Telling us about something is not the same as saying")


def test_denying_it_never_keeps_a_disclosure_back() -> None:
    given = {"what_happened": "I was arrested.", "my_position": "deny"}
    assert kept(check("wrongdoing", given, SIGNED_IN)) == given


@pytest.mark.parametrize("form", ["self_report", "wrongdoing"])
def test_a_walk_up_says_who_they_are_when_it_is_about_themselves(form: str) -> None:
    report = check(form, {"what_happened": "I gave a child a lift."})
    assert codes(report) == [("your_name", "required"), ("your_job", "required")]


@pytest.mark.parametrize("form", ["self_report", "wrongdoing"])
def test_who_is_signed_in_is_not_asked_for_a_name(form: str) -> None:
    report = check(form, {"what_happened": "I gave a child a lift.", "your_name": "Somebody Else"}, SIGNED_IN)
    assert codes(report) == [("your_name", "not_asked")]


def test_an_unknown_key_is_refused_by_name() -> None:
    report = concern(whathappened="x")
    assert codes(report) == [("whathappened", "unknown_key")]
    assert "“whathappened”" in report.findings[0].message


def test_a_strange_key_is_shown_harmlessly() -> None:
    report = concern(**{"\ud800\x07" + "k" * 100: 1})
    assert report.findings[0].field == "??" + "k" * 58


def test_an_answer_to_a_question_that_is_not_asked_is_refused_by_name() -> None:
    report = concern(about_description="tall")
    assert codes(report) == [("about_description", "not_asked")]
    assert "about_description" in report.findings[0].message


@pytest.mark.parametrize("nothing", [None, "", "  ", [], {}, False])
def test_no_answer_to_a_question_that_is_not_asked_is_no_matter(nothing: object) -> None:
    assert kept(concern(about_description=nothing)) == LEAST


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("what_happened", 7, "wrong_type"),
        ("what_happened", "\ud800", "broken_character"),
        ("what_happened", "a\x07b", "control_character"),
        ("what_happened", "a\rb", "control_character"),
        ("what_happened", "x" * 20_001, "too_long"),
        ("about", "f" * 32, "unknown_person"),
        ("about", ["x"], "wrong_type"),
        ("risk_now", "perhaps", "not_offered"),
        ("risk_now", 1, "wrong_type"),
        ("everyday", ["touch", "nonsense"], "not_offered"),
        ("everyday", {"touch": True}, "wrong_type"),
        ("about_employer", "two\nlines", "one_line"),
        ("also_about", ["f" * 32], "unknown_person"),
        ("also_about", [{"person": TOM, "description": "tall"}], "two_answers"),
        ("also_about", [{"height": "tall"}], "unknown_part"),
        ("also_about", [{"could_be_someone_in_charge": "perhaps"}], "not_offered"),
        ("also_about", [TOM] * 11, "too_many"),
        ("not_to", [{"description": "tall"}], "unknown_person"),
        ("when", "2027-03-10", "future"),
        ("when", "the other day", "not_a_date"),
        ("when", {"certainty": "range", "from": "1/3"}, "half_a_range"),
        ("when", {"certainty": "range", "from": "2/3", "to": "1/3"}, "backwards"),
        ("when", {"certainty": "unknown", "date": "1/3"}, "unknown_part"),
        ("when", {"certainty": "surely", "date": "1/3"}, "not_offered"),
        ("when", 20260310, "wrong_type"),
        ("time", "3.70", "not_a_time"),
        ("time", {"from": "15:20", "to": "15:10"}, "backwards"),
        ("time", {"at": "15:20", "band": "after_school"}, "two_answers"),
        ("where", {"kind": "the moon"}, "not_offered"),
        ("noticed", "13/3/2026", "future"),
    ],
)
def test_what_cannot_be_kept_is_refused(name: str, value: object, code: str) -> None:
    assert codes(concern(**{name: value})) == [(name, code)]


@pytest.mark.parametrize(
    ("name", "value", "result"),
    [
        ("what_happened", "  He said:\n\t“hop in”  ", "He said:\n\t“hop in”"),
        ("what_happened", "cafe\u0301", "café"),
        ("what_happened", "a\r\nb", "a\nb"),
        ("what_happened", "<b>\u202ehop\u202c</b>", "<b>\u202ehop\u202c</b>"),
        ("what_happened", "x" * 20_000, "x" * 20_000),
        ("risk_now", False, "no"),
        ("everyday", ["lift", "touch", "lift"], ["touch", "lift"]),
        ("everyday", "lift", ["lift"]),
        ("also_about", [TOM, {"person": TOM}, BETH], [{"person": TOM}, {"person": BETH}]),
        (
            "also_about",
            [{"description": "tall", "connection": "supply", "could_be_someone_in_charge": False}],
            [{"description": "tall", "connection": "supply", "could_be_someone_in_charge": "no"}],
        ),
        ("when", "last Tuesday", {"certainty": "day", "date": "2026-03-10"}),
        ("when", {"date": "10/3"}, {"certainty": "day", "date": "2026-03-10"}),
        ("when", {"certainty": "about", "date": "10/3"}, {"certainty": "about", "date": "2026-03-10"}),
        ("when", {"words": "a Tuesday"}, {"certainty": "unknown", "words": "a Tuesday"}),
        (
            "when",
            {"certainty": "range", "from": "1/3", "to": "2/3"},
            {"certainty": "range", "from": "2026-03-01", "to": "2026-03-02"},
        ),
        ("when", {"certainty": "repeated", "from": "1/3"}, {"certainty": "repeated", "from": "2026-03-01"}),
        ("time", "After school", {"band": "after_school"}),
        ("time", "3.20 pm", {"at": "15:20"}),
        ("time", {"from": "3pm", "to": "15:10"}, {"from": "15:00", "to": "15:10"}),
        ("time", {"from": "3pm", "to": "3pm"}, {"from": "15:00", "to": "15:00"}),
        ("where", "Staff room", {"kind": "staff_room"}),
        ("where", "by the bike sheds", {"words": "by the bike sheds"}),
        ("where", {"kind": "playground", "words": "sheds"}, {"kind": "playground", "words": "sheds"}),
        ("noticed", "yesterday", "2026-03-11"),
    ],
)
def test_what_can_be_kept_is_kept_in_one_form(name: str, value: object, result: object) -> None:
    assert kept(concern(**{name: value}))[name] == result


@pytest.mark.parametrize(
    ("name", "value"),
    [("when", {"certainty": "day", "date": ""}), ("time", {}), ("also_about", [{"description": " "}]), ("where", {})],
)
def test_an_empty_compound_answer_is_none(name: str, value: object) -> None:
    assert kept(concern(**{name: value})) == LEAST


def test_the_summary_line_adds_the_way_out() -> None:
    finding = concern(when="2027-03-10").findings[0]
    assert finding.message == "Choose a date that has already passed"
    assert finding.summary == "Choose a date that has already passed, or tick “I’m not sure of the date”"


def test_the_time_has_its_words_and_its_way_out() -> None:
    finding = concern(time="3.70").findings[0]
    assert finding.message == "Write the time like 15:20 or 3.20 pm"
    assert finding.summary == "Write the time like 15:20 or 3.20 pm, or choose an estimate"


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    assert concern(what_happened="x" * 21_240).findings[0].message == (
        "This is 1,240 characters too long. There is room for 20,000"
    )


def test_a_report_larger_than_an_entry_is_refused_before_it_is_sealed() -> None:
    many = ("what_happened", "exact_words", "opinion", "others_present", "already_told")
    long = dict.fromkeys(many, "é" * 20_000)
    assert codes(concern(**long)) == [("", "too_much")]


def test_findings_are_found_by_page() -> None:
    report = concern(when="soon", about="nobody")
    assert [finding.field for finding in report.on("when_where")] == ["when"]


def with_children(*children: object) -> dict[str, object]:
    return {"child_affected": "yes", "children": list(children)}


def test_children_are_initials_and_year() -> None:
    children = [{"initials": "L.M.", "year": "4"}, {"initials": "", "year": ""}]
    assert kept(concern(**with_children(*children)))["children"] == [{"initials": "L.M.", "year": "4"}]


@pytest.mark.parametrize("initials", ["L.M.", "LM", "lm", "J-P.K.", "O’B", "LMNO"])
def test_initials_are_taken_without_a_word(initials: str) -> None:
    assert concern(**with_children({"initials": initials})).findings == ()


@pytest.mark.parametrize("initials", ["Liam", "Liam M", "MORRISON"])
def test_a_childs_name_is_pointed_out_and_does_not_block(initials: str) -> None:
    report = concern(**with_children({"initials": initials}))
    assert [(finding.code, finding.severity) for finding in report.findings] == [
        ("looks_like_a_name", Severity.WARNING)
    ]
    assert report.answers


def test_triage_needs_four_limbs_the_history_an_outcome_and_a_reason() -> None:
    wanting = {field for field, _ in codes(check("triage", {}))}
    assert wanting == {*NO_LIMBS, "history_viewed", "outcome", "rationale"}


def test_a_triage_of_four_noes_needs_no_more() -> None:
    assert kept(check("triage", TRIAGE)) == TRIAGE


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_a_limb_that_is_not_no_needs_its_why(answer: str) -> None:
    assert codes(check("triage", {**TRIAGE, "limb_risk": answer})) == [("limb_risk_why", "required")]


def test_a_reason_is_at_least_forty_characters() -> None:
    report = check("triage", {**TRIAGE, "rationale": "x" * 39})
    assert report.findings[0].message == "Add a little more: what tipped it?"
    assert check("triage", {**TRIAGE, "rationale": "x" * 40}).answers


def test_an_unticked_box_is_no_tick() -> None:
    assert codes(check("triage", {**TRIAGE, "history_viewed": False})) == [("history_viewed", "required")]


@pytest.mark.parametrize(
    ("outcome", "fields"),
    [
        ("T0", {"danger_called"}),
        ("T1", {"lado_contact"}),
        ("T2", {"lado_reference"}),
        ("T3", set()),
        ("T4", {"procedure"}),
        ("T5", {"goes_to", "goes_why"}),
        ("T6", set()),
        ("T7", {"more_needed", "more_by"}),
        ("T8", {"same_as"}),
    ],
)
def test_each_triage_outcome_asks_for_its_own_fields(outcome: str, fields: set[str]) -> None:
    assert {field for field, _ in codes(check("triage", {**TRIAGE, "outcome": outcome}))} == fields


def test_a_decision_that_differs_from_the_triage_says_why() -> None:
    assert codes(check("decision", {**TRIAGE, "agrees": "differ"})) == [("differs_because", "required")]


@pytest.mark.parametrize(("concerned", "is_offered"), [(WorkerType.EMPLOYEE, True), (WorkerType.VOLUNTEER, False)])
def test_an_employees_procedure_is_not_offered_for_a_volunteer(concerned: WorkerType, is_offered: bool) -> None:
    given = {"outcomes": ["disciplinary"], "reason": "r", "reference": "none given", "person_told": "no"}
    context = Context(today=TODAY, school=SCHOOL, concerned=concerned)
    report = check("outcome", {**given, "person_told_why_not": "on leave"}, context)
    assert (report.answers is not None) is is_offered


def test_an_outcome_with_changed_duties_needs_an_owner_and_a_day() -> None:
    given = {"outcomes": ["changed_duties"], "reason": "r", "person_told": "yes", "person_told_on": "today"}
    assert codes(check("outcome", given)) == [("owner", "required"), ("on", "required")]


def test_an_action_cannot_be_due_in_the_past() -> None:
    given = {"what": "Ask the LADO", "owner": TOM, "due": "2026-03-11"}
    assert codes(check("action", given)) == [("due", "past")]
    assert kept(check("action", {**given, "due": "tomorrow"}))["due"] == "2026-03-13"


def test_saying_that_an_agency_was_not_told_needs_a_reason() -> None:
    assert codes(check("employer_told", {"told": "no"})) == [("reason", "required")]


def test_an_opening_has_no_fields() -> None:
    assert kept(check("access", {})) == {}


@pytest.mark.parametrize(
    ("amount", "pence"),
    [("£12.50", 1250), ("12.5", 1250), ("1,200", 120_000), ("0", 0), (1250, 1250), (0, 0)],
)
def test_money_is_kept_in_whole_pence(amount: object, pence: int) -> None:
    assert money(amount) == pence


@pytest.mark.parametrize("amount", ["12.505", "-1", "1e9", "nan", "ten", -1, 10**12])
def test_what_is_no_amount_is_refused(amount: object) -> None:
    assert money(amount) == "not_an_amount"


@pytest.mark.parametrize("amount", [True, 12.5, []])
def test_money_is_a_whole_number_or_a_text(amount: object) -> None:
    assert money(amount) in ("wrong_type", None)


def money(amount: object) -> object:
    """Ask one form's field for an amount instead, until a form of its own does."""
    act = FORMS["question"]
    field = msgspec.structs.replace(act.field("text"), type=FieldType.MONEY, required=False)
    page = msgspec.structs.replace(act.pages[0], fields=(field,))
    report = validate(msgspec.structs.replace(act, pages=(page,)), {"text": amount}, SIGNED_IN)
    return report.answers.values.get("text") if report.answers else report.findings[0].code


def test_clean_answers_are_plain_json() -> None:
    answers = kept(concern(when="last Tuesday", time="3pm", where="Hall", everyday=["lift"], also_about=[BETH]))
    assert json.loads(json.dumps(answers)) == answers


def test_checking_looks_only_at_what_it_is_given() -> None:
    given = dict(LEAST)
    validate(CONCERN, given, SIGNED_IN)
    assert given == LEAST
