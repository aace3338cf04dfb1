# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everybody else in what was gathered is found, and the person themselves is not (practice.md R53; F55)."""

from typing import Any

import msgspec
import pytest

from desktop.access.gathered import Record
from desktop.access.third_parties import Item, Part, find_others
from tests.desktop.access.making_up import DAY, gathered, record
from tests.desktop.cases.building import DSL, SCHOOL, TA


def found(*records: Record) -> dict[str, Item]:
    return {item.name: item for item in find_others(gathered(*records), SCHOOL, DAY)}


def in_text(text: str, **changed: Any) -> dict[str, Item]:
    return found(record("A concern was reported", text, **changed))


def test_whoever_reported_is_found_wherever_their_name_stands() -> None:
    items = in_text("Beth saw it. Beth Carver told me, and Mrs Carver is sure.", reporter=TA)
    assert (items["Beth Carver"].part, len(items["Beth Carver"].places)) == (Part.REPORTER, 3)


def test_a_name_that_a_walk_up_gave_is_the_reporters() -> None:
    named = in_text("Jon Finch told us.", reporter_claims="Jon Finch, parent", names=("Jon Finch",))
    assert named["Jon Finch"].part is Part.REPORTER


def test_whoever_wrote_or_decided_something_is_told_apart_from_other_colleagues() -> None:
    items = in_text("Priya Nair asked Joe Lindqvist.", authors=frozenset({DSL}))
    assert (items["Priya Nair"].part, items["Joe Lindqvist"].part) == (Part.HANDLER, Part.COLLEAGUE)


def test_a_childs_initials_are_found_as_they_were_typed_and_written_otherwise() -> None:
    items = in_text("He kept L.M. in. LM was alone.", children=("L.M.",))
    assert [(item.part, len(item.places)) for item in items.values()] == [(Part.CHILD, 2)]


@pytest.mark.parametrize("text", ["He sat beside K.B. at lunch.", "Rang K.B. at home", "and K. B. cried", "KB cried"])
def test_initials_of_a_child_whom_nobody_typed_as_one_are_found(text: str) -> None:
    (item,) = in_text(text).values()
    assert item.part is Part.CHILD


@pytest.mark.parametrize(
    "text", ["i saw carver go in", "mrs carver was there", "beth told me", "MRS CARVER SAW IT", "elizabeth said so"]
)
def test_a_colleague_is_found_without_capital_letters(text: str) -> None:
    assert list(in_text(text)) == ["Beth Carver"]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Mistry rang",
        "mrs mistry rang",
        "Mrs M. rang",
        "Mr. de Souza rang",
        "we asked Dr Abel Osborne",
        "he told Anil Chaudhry so",
        "Kai Brown cried",
        "then Niamh O’Neill came",
        "with Élodie McDonald",
        "Jamie S was crying",
    ],
)
def test_somebody_who_is_not_listed_is_found_by_how_names_are_written(text: str) -> None:
    (item,) = in_text(text).values()
    assert item.part is Part.OTHER


def test_somebody_who_is_not_listed_is_found_again_by_a_part_of_their_name() -> None:
    (item,) = in_text("He shouted at kai brown. Kai Brown’s mum rang, then Kai ran off.").values()
    assert (item.name, len(item.places)) == ("Kai Brown", 3)


def test_a_family_name_that_a_colleague_bears_too_hides_nobody() -> None:
    assert {"Kelly Carver", "Anna Mills", "Tim Mills"} <= {
        *in_text("Beth Carver said that Kelly Carver rang, and Anna Mills with Tim Mills.")
    }


@pytest.mark.parametrize("way", ["07700 900123", "+44 7700 900123", "beth.c@example.org", "SK14 2QT"])
def test_a_way_to_reach_somebody_is_found(way: str) -> None:
    (item,) = in_text(f"reach me at {way} please").values()
    assert (item.part, item.name) == (Part.CONTACT, way)


def test_a_job_that_one_person_has_names_them() -> None:
    assert "Rhiannon Pryce" in in_text("The SENCO saw it too.")


def test_the_person_themselves_is_nobody_else() -> None:
    assert in_text("Tom Ashby, Year 4 teacher, said that Tom was sorry.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "This was in March. The march of time.",
        "On Monday the Year R children went to Block B. Last Friday I did PE with SLT.",
        "ALL OF IT WAS HIS JOB",
    ],
)
def test_what_only_sounds_like_a_name_is_left_alone(text: str) -> None:
    assert in_text(text) == {}


def test_a_name_that_is_an_everyday_word_needs_its_capital_letter() -> None:
    changed = msgspec.structs.replace(SCHOOL.people[TA], aliases=("Kit Carver",))
    school = msgspec.structs.replace(SCHOOL, people={**SCHOOL.people, TA: changed})
    found = [find_others(gathered(record("x", text)), school, DAY) for text in ("the first aid kit", "I told Kit")]
    assert [len(each) for each in found] == [0, 1]


def test_what_a_walk_up_said_of_themselves_is_the_reporters_in_that_record_alone() -> None:
    said = record("A concern was reported", "Parent of a Year 4 child", reporter_words=("Parent of a Year 4 child",))
    other = record("A note", "He met a parent of a Year 4 child.", number=2)
    (item,) = found(said, other).values()
    assert (item.part, [place.key for place in item.places]) == (Part.REPORTER, ["record-1/e/1"])
