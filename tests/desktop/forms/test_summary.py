# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading answers back: picture 03's rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.forms import SummaryRow, fill, reach, summary
from desktop.people import Person, PersonId
from tests.desktop.forms.examples import BETH, CONCERN, FORMS, SCHOOL, SIGNED_IN, TOM, check, concern, kept


def rows(**answers: object) -> dict[str, SummaryRow]:
    return {row.label: row for row in summary(CONCERN, kept(concern(**answers)), SCHOOL)}


def said(label: str, **answers: object) -> str:
    return rows(**answers)[label].value


def test_the_person_is_named_with_their_job() -> None:
    assert said("About") == "Tom Ashby, Year 4 teacher"


def test_the_day_and_the_time_make_one_row() -> None:
    assert said("When", when="10/3", time="after_school") == "Tuesday 10 March 2026, after school"


def test_the_children_and_how_they_seemed_make_one_row() -> None:
    told = {"children": [{"initials": "L.M.", "year": "4"}], "child_seemed": "Did not seem upset."}
    assert said("Children", child_affected="yes", **told) == "One. L.M., Year 4. Did not seem upset."


def test_kinds_are_joined_as_in_a_sentence() -> None:
    assert said("What it’s about", everyday=["lift", "time_alone"]) == "Time alone with a child; a lift in a car"


def test_the_name_and_its_wish_make_one_row() -> None:
    told = {"name_choice": "give", "your_name": "Beth Collier", "keep_from": "Please don’t tell Tom it was me."}
    assert said("Your name", **told) == "Given: Beth Collier. Please don’t tell Tom it was me."


def test_a_full_stop_is_not_said_twice() -> None:
    told = {"about": None, "about_description": "Tall man.", "about_connection": "supply"}
    assert said("About", **told) == "Tall man. Supply"


def test_a_name_that_was_not_asked_for_has_no_row() -> None:
    given = {"what_happened": "I gave a child a lift."}
    found = summary(FORMS["self_report"], kept(check("self_report", given, SIGNED_IN)), SCHOOL)
    assert "Your name" not in [row.label for row in found]


def test_an_open_question_without_an_answer_says_so() -> None:
    row = rows()["Where"]
    assert (row.value, row.is_given) == ("Not given", False)


def test_a_folded_question_without_an_answer_has_no_row() -> None:
    assert "Also about" not in rows()


def test_a_row_says_what_its_link_changes_and_where() -> None:
    row = rows()["When"]
    assert (row.change, row.page, row.fields) == ("Change when it happened", "when_where", ("when", "time"))


def test_a_row_with_a_childs_details_is_sensitive() -> None:
    found = rows(child_affected="yes", children=[{"initials": "L.M."}])
    assert found["Children"].is_sensitive
    assert not found["Where"].is_sensitive


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ({"certainty": "about", "date": "10/3"}, "Around 10 March 2026"),
        ({"certainty": "range", "from": "1/3", "to": "2/3"}, "Between 1 March 2026 and 2 March 2026"),
        ({"certainty": "repeated", "from": "1/3"}, "More than once, from 1 March 2026"),
        ({"certainty": "repeated"}, "More than once"),
        ({"certainty": "unknown", "words": "a Tuesday"}, "Not sure of the date, a Tuesday"),
    ],
)
def test_how_sure_a_day_is_is_said(when: object, words: str) -> None:
    assert said("When", when=when) == words


@pytest.mark.parametrize(
    ("time", "words"), [("3pm", "at 15:00"), ({"from": "3pm", "to": "15:10"}, "from 15:00 to 15:10")]
)
def test_an_exact_time_is_said(time: object, words: str) -> None:
    assert said("When", time=time) == words


def test_somebody_unlisted_is_said_as_described() -> None:
    known = {"description": "Tall man", "connection": "supply", "could_be_someone_in_charge": "not_sure"}
    assert said("Also about", also_about=[BETH, known]) == (
        "Beth Collier; Tall man (supply) May or may not be someone in charge."
    )


def test_a_place_may_have_a_kind_and_words() -> None:
    where = {"kind": "playground", "words": "by the sheds"}
    assert said("Where", where=where) == "Playground or field: by the sheds"


def test_someone_who_is_no_longer_listed_is_said_to_be_so() -> None:
    found = summary(CONCERN, {"about": "f" * 32}, SCHOOL)
    assert found[0].value == "Someone who is no longer listed"


def test_a_value_of_another_edition_is_shown_as_stored() -> None:
    found = {row.label: row.value for row in summary(CONCERN, {"everyday": ["drones"]}, SCHOOL)}
    assert found["What it’s about"] == "drones"


def test_an_answer_that_this_version_does_not_ask_for_is_still_shown() -> None:
    found = summary(CONCERN, {"about": TOM, "about_height": "tall", "drones": [1]}, SCHOOL)
    assert [(row.label, row.value, row.is_sensitive) for row in found[-2:]] == [
        ("about_height", "tall", True),
        ("drones", "[1]", True),
    ]


def test_an_act_is_read_back_in_the_same_way() -> None:
    given = {"what": "Ask the LADO", "owner": TOM, "due": "tomorrow"}
    found = summary(FORMS["action"], kept(check("action", given, SIGNED_IN)), SCHOOL)
    assert [row.value for row in found if row.is_given] == [
        "Ask the LADO",
        "Tom Ashby, Year 4 teacher",
        "Friday 13 March 2026",
    ]


def test_words_are_filled_once_and_never_inside_one_another() -> None:
    assert fill("{dsl} and {head}, {unknown} {", {"dsl": "{head}", "head": "H"}) == "{head} and H, {unknown} {"


def test_where_a_person_is_found_comes_with_its_joining_marks() -> None:
    assert reach("dsl", SCHOOL.people[TOM]) == {
        "dsl": "Tom Ashby",
        "dsl_in": " (room 7, extension 204)",
        "dsl_at": ": room 7, extension 204",
    }


def test_a_whole_telephone_number_is_no_extension() -> None:
    person = Person(person_id=PersonId("c" * 32), name="Ada", phone="01632960000")
    assert reach("head", person)["head_at"] == ": 01632960000"


def test_a_person_without_a_place_leaves_no_marks() -> None:
    assert reach("dsl", SCHOOL.people[BETH]) == {"dsl": "Beth Collier", "dsl_in": "", "dsl_at": ""}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_ANY_ANSWERS = st.dictionaries(st.sampled_from([field.name for _, field in CONCERN.fields()]), _JSON)


@given(_ANY_ANSWERS)
def test_stored_answers_of_any_shape_can_be_told(answers: dict[str, object]) -> None:
    # Written by another edition, or by somebody who followed no form at all: the case must still open, with all of it.
    told = {name for row in summary(CONCERN, answers, SCHOOL) for name in row.fields}
    assert set(answers) <= told


def test_a_person_who_calls_themselves_by_a_small_word_keeps_their_capital() -> None:
    told = {"name_choice": "give", "your_name": "Beth Collier", "your_job": "Midday supervisor"}
    assert said("Your name", **told) == "Given: Beth Collier, Midday supervisor"
