# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words for somebody unlisted that could mean a reader (sharp case k): fails safe towards exclusion."""

import pytest

from desktop.people import Role, School
from tests.desktop.routing.schools import (
    YESTERDAY,
    appointed,
    asked,
    full_school,
    person_changed,
    readers,
    reasons,
    tie,
)


def _kept_out(text: str, school: School | None = None) -> set[str]:
    answer = asked("concern.money", school=school, described=(text,))
    return {code for code, reason in reasons(answer).items() if reason == "may_be_concerned"}


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh",
        "helen marsh",
        "Mrs Marsh",
        "Marsh, Helen",
        "Hellen Marche",
        "HÉLÈN",
        "I think she is called Helen and teaches French",
        "the headteacher",
        "the head teacher, in her office",
        "the head",
        "head",
        "our principal",
    ],
)
def test_words_that_could_mean_the_head_keep_the_head_out(text: str) -> None:
    assert "H" in _kept_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "?!",
        "a tall man who coaches Year 6 football on Fridays",
        "the head of maths",
        "Mr Smith",
        "a supply teacher",
    ],
)
def test_other_words_keep_nobody_out(text: str) -> None:
    assert _kept_out(text) == set()


@pytest.mark.parametrize("text", ["the chair of governors", "our chair", "Martin"])
def test_words_that_could_mean_the_chair_keep_the_chair_out(text: str) -> None:
    assert "C" in _kept_out(text)


def test_a_known_as_name_counts() -> None:
    assert "H" in _kept_out("Nell", person_changed(full_school(), "H", known_as="Nell"))


def test_an_alias_counts() -> None:
    assert "H" in _kept_out("Ms Featherstone", person_changed(full_school(), "H", aliases=("Helen Featherstone",)))


def test_a_job_that_one_person_holds_counts() -> None:
    assert "H" in _kept_out("runs the orchard club", person_changed(full_school(), "H", job="Orchard club"))


def test_a_job_counts_although_somebody_who_left_held_it_too() -> None:
    school = person_changed(full_school(), "W", job="Orchard club", end=YESTERDAY)
    assert "H" in _kept_out("runs the orchard club", person_changed(school, "H", job="Orchard club"))


@pytest.mark.parametrize(
    ("known_as", "text"),
    [("Al", "al"), ("Tim", "at lunch time"), ("Theresa", "the one"), ("Nell", "when the bell went")],
)
def test_a_short_word_must_be_the_same_and_a_beginning_long_enough(known_as: str, text: str) -> None:
    assert _kept_out(text, person_changed(full_school(), "H", known_as=known_as)) == set()


def test_a_name_of_three_letters_counts() -> None:
    assert "H" in _kept_out("Kim", person_changed(full_school(), "H", known_as="Kim"))


def test_a_whole_name_counts_although_no_word_of_it_is_right() -> None:
    assert "H" in _kept_out("Wyn Prys", person_changed(full_school(), "H", aliases=("Wynne Pryce",)))


def test_every_description_counts() -> None:
    answer = asked("concern.money", described=("", "a tall man", "the head"))
    assert reasons(answer)["H"] == "may_be_concerned"


def test_a_job_that_two_hold_does_not() -> None:
    school = person_changed(person_changed(full_school(), "H", job="Orchard club"), "W", job="Orchard club")
    assert _kept_out("runs the orchard club", school) == set()


def test_whoever_covers_for_the_head_is_the_head_too() -> None:
    assert "SL" in _kept_out("the head", appointed(full_school(), Role.HEAD, "SL"))


def test_somebody_who_has_left_can_still_be_meant_and_keeps_out_whoever_has_a_tie_to_them() -> None:
    school = person_changed(full_school(conflicts=(tie("H", "W"),)), "W", end=YESTERDAY)
    assert readers(asked("concern.money", school=school, described=("Aidan Okafor",))) == {"C"}
