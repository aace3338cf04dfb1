# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever comes in: the validator never fails, and what it calls clean is clean for good."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.forms import Context, Field, FieldType, FormSpec, concerned, describe, summary, validate, visible
from desktop.people import PersonId
from tests.desktop.forms.examples import BETH, FORMS, SCHOOL, SIGNED_IN, TOM, WALK_UP

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = sorted({field.name for spec in FORMS.values() for _, field in spec.fields()})
SPECS = st.sampled_from(list(FORMS.values()))
CONTEXTS = st.sampled_from([SIGNED_IN, WALK_UP])
TEXTS = st.text(min_size=1, max_size=60)
DAYS = st.sampled_from(["today", "yesterday", "10/3", "last Tuesday", "2026-03-01", "2026-03-12", "20 March"])
PEOPLE = st.sampled_from([TOM, BETH])


def likely(field: Field, people: st.SearchStrategy[PersonId] = PEOPLE) -> st.SearchStrategy[object]:
    """Answers of the kind that the field asks for, about these people."""
    terms = [term.value for term in field.choices]
    one = st.sampled_from(terms or ["yes", "no", "not_sure"])
    described = st.fixed_dictionaries({}, optional={"description": TEXTS, "connection": one})
    days = dict.fromkeys(("date", "from", "to"), DAYS)
    kinds: dict[FieldType, st.SearchStrategy[object]] = {
        FieldType.TEXT: TEXTS,
        FieldType.LONG_TEXT: TEXTS.map(lambda text: text * 3),
        FieldType.CHOICE: one,
        FieldType.CHOICES: st.lists(one, max_size=3),
        FieldType.YES_NO_UNSURE: one | st.booleans(),
        FieldType.PERSON: people,
        FieldType.PEOPLE: st.lists(people | described, max_size=2),
        FieldType.CHILDREN: st.lists(st.fixed_dictionaries({}, optional={"initials": TEXTS, "year": one}), max_size=2),
        FieldType.DATE_CERTAINTY: DAYS | st.fixed_dictionaries({"certainty": one}, optional={**days, "words": TEXTS}),
        FieldType.TIME_BAND: one | st.sampled_from(["15:20", "3pm"]),
        FieldType.PLACE: one | TEXTS | st.fixed_dictionaries({}, optional={"kind": one, "words": TEXTS}),
        FieldType.TICK: st.booleans(),
        FieldType.MONEY: st.integers(min_value=0, max_value=10**6),
        FieldType.DATE: DAYS,
    }
    return kinds[field.type]


@st.composite
def filled(
    draw: st.DrawFn, specs: st.SearchStrategy[FormSpec] = SPECS, people: st.SearchStrategy[PersonId] = PEOPLE
) -> tuple[FormSpec, dict[str, object]]:
    """A form, and answers to the questions that it shows one after the other."""
    spec = draw(specs)
    answers: dict[str, object] = {}
    for _, field in spec.fields():
        if field.name in visible(spec, answers).fields and (field.required or draw(st.booleans())):
            answers[field.name] = draw(likely(field, people))
    return spec, answers


@settings(max_examples=120, deadline=None)
@given(SPECS, st.dictionaries(st.sampled_from(NAMES) | st.text(st.characters(), max_size=5), JSON), CONTEXTS)
def test_the_validator_never_fails(spec: FormSpec, answers: dict[str, object], context: Context) -> None:
    report = validate(spec, answers, context)
    assert (report.answers is None) is bool(report.errors)
    assert all(finding.message for finding in report.findings)
    assert concerned(spec, answers).could_be_in_charge in (True, False)


@settings(max_examples=60, deadline=None)
@given(filled(), CONTEXTS)
def test_clean_answers_come_back_the_same(form: tuple[FormSpec, dict[str, object]], context: Context) -> None:
    spec, given_answers = form
    report = validate(spec, given_answers, context)
    if report.answers is None:
        return
    values = dict(report.answers.values)
    again = validate(spec, json.loads(json.dumps(values)), context)
    assert again.answers
    assert again.answers.values == values


@settings(max_examples=60, deadline=None)
@given(filled())
def test_clean_answers_can_be_read_back(form: tuple[FormSpec, dict[str, object]]) -> None:
    spec, given_answers = form
    report = validate(spec, given_answers, WALK_UP)
    if report.answers:
        rows = summary(spec, report.answers.values, SCHOOL)
        assert all(row.label and row.value and row.change for row in rows)
        assert set(concerned(spec, report.answers.values).listed) <= {TOM, BETH}


@given(SPECS)
def test_every_form_can_be_described_as_json(spec: FormSpec) -> None:
    assert json.loads(json.dumps(describe(spec)))["form"] == spec.form_id
