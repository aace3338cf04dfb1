# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A draft holds what is on record, and a blank for everything else."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.letters.drafting import FACT, blanks, draft
from desktop.letters.facts import Source, facts_of
from desktop.letters.naming import names_not_wanted, without_names
from desktop.letters.templates import letter_words, templates
from tests.desktop.desks import LADO, LOW_LEVEL, Desks
from tests.desktop.letters.conftest import SourceFor

REFERRAL, NO_NAMES = templates()["lado_referral"], templates()["no_names"]


def line(text: str, label: str) -> str:
    return next(each.removeprefix(f"{label}: ") for each in text.splitlines() if each.startswith(f"{label}: "))


def test_what_is_on_record_stands_in_the_draft(desks: Desks, source_of: SourceFor) -> None:
    text = draft(REFERRAL, source_of(desks.school.dsl))
    stands = {
        "Name": "Tom Ashby",
        "Job": "PE and Year 4 teacher",
        "On record": "One. L.M., Year 4",
        "When it happened": "Tuesday 10 March 2026",
        "Reported by": "Beth Carver, Teaching assistant",
        "Referred by": "Priya Nair, Deputy headteacher and designated safeguarding lead",
    }
    assert {label: line(text, label) for label in stands} == stands


def test_what_is_not_on_record_is_a_blank(desks: Desks, source_of: SourceFor) -> None:
    text = draft(REFERRAL, source_of(desks.school.dsl))
    labels = ["Date of birth", "Home address", "Parents or carers", "Does the adult know"]
    assert [len(blanks(line(text, label))) for label in labels] == [1, 1, 1, 1]


def test_a_line_that_may_be_left_out_is_left_out_with_its_label(desks: Desks, source_of: SourceFor) -> None:
    text = draft(REFERRAL, source_of(desks.school.dsl))
    assert "Also known as" not in text
    assert "Words that were said" not in text


def test_what_others_wrote_is_quoted_line_by_line(desks: Desks, source_of: SourceFor) -> None:
    text = draft(REFERRAL, source_of(desks.school.dsl))
    assert "> In the hall Tom Ashby held L.M. by the arm.\n> # He said “hush”." in text


def test_what_was_done_and_told_since_stands_in_it(desks: Desks, case_id: str, source_of: SourceFor) -> None:
    desks.act(desks.school.dsl, case_id, "lado_referral", {**LADO, "person_knows": "no", "reference": "N/1"})
    text = draft(REFERRAL, source_of(desks.school.dsl))
    assert line(text, "Does the adult know") == "No"
    assert line(text, "Your reference") == "N/1"
    assert "- 12 March 2026: Priya Nair referred this to the LADO" in text


def test_other_concerns_are_those_that_the_writer_can_open(desks: Desks, source_of: SourceFor) -> None:
    source = source_of(desks.school.dsl)
    assert "None that Priya Nair can open" in draft(REFERRAL, source)
    desks.concern(desks.school.head, desks.school.teacher, what_happened="He left the gate open after the club.")
    assert "Concern about an adult. “He left the gate open after the club.” Not decided yet." in draft(
        REFERRAL, source_of(desks.school.dsl)
    )


def test_other_work_that_they_declared_stands_in_a_referral(desks: Desks, source_of: SourceFor) -> None:
    school = desks.school
    said: dict[str, object] = {"employer": "Northmere Swim Club", "what_happened": "Coaching on Saturdays."}
    desks.of(school.teacher).file("secondary_employment", said)
    assert line(draft(REFERRAL, source_of(school.head)), "Other work that they declared") == "Northmere Swim Club"


def test_of_several_people_none_is_taken_for_the_one(desks: Desks, source_of: SourceFor) -> None:
    school = desks.school
    also = [{"person": school.supply.person_id}]
    case = desks.concern(school.ta, school.teacher, also_about=also)
    source = msgspec.structs.replace(source_of(school.head), case=desks.case(school.head, case))
    assert facts_of(source)["person"] == "Tom Ashby; Joe Lindqvist (more than one adult)"
    assert "job" not in facts_of(source)
    chosen = msgspec.structs.replace(source, about=school.supply.person_id)
    assert facts_of(chosen)["job"] == "Supply teacher"


def test_nobody_can_be_written_about_whom_the_case_is_not_about(desks: Desks, source_of: SourceFor) -> None:
    source = msgspec.structs.replace(source_of(desks.school.dsl), about=desks.school.chair.person_id)
    assert source.person is None


def test_a_question_without_names_has_none(desks: Desks, source_of: SourceFor) -> None:
    source = source_of(desks.school.dsl)
    text = draft(NO_NAMES, source)
    assert "> In the hall the adult held a child by the arm." in text
    assert names_not_wanted(NO_NAMES, text, source) == ()


def test_feedback_says_nothing_of_what_came_of_it(desks: Desks, case_id: str, source_of: SourceFor) -> None:
    desks.act(desks.school.dsl, case_id, "triage", LOW_LEVEL)
    desks.act(
        desks.school.head,
        case_id,
        "decision",
        {**LOW_LEVEL, "rationale": "A zebra crossed the yard, and nobody was hurt by it."},
    )
    text = draft(templates()["feedback"], source_of(desks.school.head))
    assert "Dear Beth Carver" in text
    assert "Low-level" not in text
    assert "zebra" not in text
    assert "Ashby" not in text


@pytest.fixture
def source(desks: Desks, source_of: SourceFor) -> Source:
    return source_of(desks.school.dsl)


@given(
    template=st.sampled_from(list(templates().values())),
    values=st.dictionaries(
        st.sampled_from(["what_happened", "exact_words", "when", "where", "children", "risk_now", "others_present"]),
        st.one_of(
            st.text(max_size=30), st.lists(st.integers(), max_size=2), st.dictionaries(st.just("kind"), st.text())
        ),
    ),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_was_answered_a_draft_is_facts_and_blanks(
    source: Source, template: object, values: dict[str, object]
) -> None:
    """An entry may hold what no form would let through: a draft comes of it all the same."""
    assert source.case.report is not None
    report = msgspec.structs.replace(source.case.report, values={"about": source.case.report.values["about"], **values})
    odd = msgspec.structs.replace(source, case=msgspec.structs.replace(source.case, report=report))
    chosen = next(each for each in templates().values() if each is template)
    text, facts = draft(chosen, odd), facts_of(odd)
    wanted = {name for name, optional in FACT.findall(chosen.text) if not optional}
    lacking = {letter_words().blanks[name] for name in wanted - facts.keys() - {"neutral_account"}}
    assert lacking <= set(blanks(text))


@pytest.mark.parametrize("title", ["Mrs ", "mrs ", "Ms. ", ""])
def test_a_title_goes_with_its_name(source: Source, title: str) -> None:
    assert without_names(f"He rang {title}Carver.", source) == "He rang another adult."


def test_what_is_made_without_names_has_none_of_people_whom_nobody_listed_either(source: Source) -> None:
    text = "He shouted at kai brown. Kai Brown’s mum Kelly Brown rang Mrs C on 07700 900123. Kai and JS cried in PE."
    assert without_names(text, source) == (
        "He shouted at somebody. somebody’s mum somebody rang somebody on a number or address. "
        "somebody and a child cried in PE."
    )


@given(words=st.text(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_what_is_made_without_names_names_nobody(source: Source, words: str) -> None:
    text = without_names(f"{words} Tom Ashby and Helen Marsh, L.M. {words}", source)
    assert names_not_wanted(NO_NAMES, text, source) == ()
