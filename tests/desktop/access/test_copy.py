# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is withheld is in no byte of the copy: no stream, string, font, property or outline (F55; security.md 3.15)."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.access.gathered import Passage, Piece
from desktop.access.listed import directory_record
from desktop.access.third_parties import Part
from desktop.access.weighing import Weighed, weigh
from desktop.access.work import Decision, LeftOut, Verdict, Work
from desktop.documents.access_copy import access_copy
from desktop.people import Absence, ConflictPair
from tests.desktop.access.extracting import forms, hits, in_text, letters
from tests.desktop.access.making_up import DAY, copy_source, gathered, record
from tests.desktop.cases.building import DSL, SCHOOL, TA, TEACHER

STORY = "{name} saw it from the hall. Ask {name}, who knows. He did not mean any harm."
COVERED = Decision(verdict=Verdict.COVER)


def weighed(work: Work, *texts: str, **changed: Any) -> Weighed:
    told = [record(f"{text} A heading", text, number=at, **changed) for at, text in enumerate(texts)]
    return weigh(gathered(*told), work, SCHOOL, DAY)


def all_covered(*texts: str, **changed: Any) -> Weighed:
    """The same with a cover over everybody who was found."""
    first = weighed(Work(), *texts, **changed)
    return weighed(Work(decisions={item.item_id: COVERED for item in first.items}), *texts, **changed)


def printed(of: Weighed) -> bytes:
    return access_copy(copy_source(of)).content


@pytest.fixture(scope="module")
def copy() -> bytes:
    """A copy of two records, of which one holds a name that is covered, an entry and a record that are left out."""
    name = "Żaneta Quillfeather"
    told = (
        record(f"{name} reported a concern", STORY.format(name=name), reporter_claims=name, names=(name,)),
        record("A note", "Our solicitor, Mr Vexley, wrote: settle.", number=2),
    )
    first = weigh(gathered(*told), Work(), SCHOOL, DAY)
    work = Work(decisions={item.item_id: COVERED for item in first.items})
    work = work.leaving_out("record-2", LeftOut(ground="legal", why="Advice of Zebulon Marrow."))
    return printed(weigh(gathered(*told), work, SCHOOL, DAY))


@pytest.mark.parametrize("words", ["Żaneta Quillfeather", "Quillfeather", "Vexley", "solicitor", "Zebulon Marrow"])
def test_what_is_withheld_is_nowhere_in_the_file(copy: bytes, words: str) -> None:
    assert hits(copy, words) == []


@pytest.mark.parametrize("words", ["saw it from the hall", "[someone else]", "reported a concern", "Tom Ashby"])
def test_what_is_given_is_found_by_the_same_search(copy: bytes, words: str) -> None:
    assert hits(copy, words)


def test_a_letter_that_stands_only_in_what_is_withheld_is_in_no_font(copy: bytes) -> None:
    assert "Ż" not in letters(copy)
    assert "h" in letters(copy)


def test_the_search_finds_words_in_every_form() -> None:
    assert all(form for form in forms("Quill"))
    assert in_text("Quillfeather", "Quill-\nfea ther")
    assert in_text("Quill", "lliuQ")


def test_the_properties_name_nobody(copy: bytes) -> None:
    assert hits(copy, "Hollowbrook")  # on the pages, and
    assert b"Hollowbrook" not in copy


NAMES = st.from_regex(
    r"[B-DF-HJ-NP-TV-Z][aeiou][bdfgjkmpvz]{2}[aeiou]x [QXZ][aeiou][bdfgjkmpvz]{2}[aeiou][qxz]", fullmatch=True
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co"]), max_size=60)


@pytest.mark.long
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=NAMES, before=WORDS, after=WORDS)
def test_whatever_stands_around_a_name_it_is_nowhere_in_the_file_long(name: str, before: str, after: str) -> None:
    _is_gone(name, before, after)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=NAMES, before=WORDS, after=WORDS)
def test_whatever_stands_around_a_name_it_is_nowhere_in_the_file(name: str, before: str, after: str) -> None:
    _is_gone(name, before, after)


def _is_gone(name: str, before: str, after: str) -> None:
    of = all_covered(f"{before} {name} {after} {name.upper()}", names=(name,))
    assert Part.OTHER in {item.part for item in of.items}
    content = printed(of)
    assert [hit for part in name.split() for hit in hits(content, part)] == []


def test_what_stands_in_no_case_is_printed_below_the_staff_list() -> None:
    lines = [Piece(key="trained/1", label="", text="Prevent duty, done 2 March 2026")]
    heading = Piece(key="trained/0", label="", text="Training on record")
    trained = Passage(key="trained", heading=heading, recorded=DAY, pieces=tuple(lines))
    listed = directory_record(SCHOOL.people[TEACHER], SCHOOL, (trained,))
    copy = printed(weigh(gathered(listed), Work(), SCHOOL, DAY))
    assert hits(copy, "Training on record")
    assert hits(copy, "Prevent duty")


def test_what_the_directory_has_of_them_outside_their_row_is_told_too() -> None:
    person = msgspec.structs.replace(SCHOOL.people[TEACHER], contact_minutes=1350)
    school = msgspec.structs.replace(
        SCHOOL,
        people={**SCHOOL.people, TEACHER: person},
        absences=(
            Absence(person_id=TEACHER, since=date(2026, 1, 5), until=date(2026, 2, 6), cover=TA),
            Absence(person_id=DSL, since=date(2026, 3, 2), cover=TEACHER),
        ),
        conflicts=(ConflictPair(reader=DSL, about=TEACHER),),
    )
    (passage,) = directory_record(person, school).passages
    told = {piece.label: piece.text for piece in passage.pieces}
    assert told["Hours a week with children"] == "22.5"
    assert told["Away"] == (
        "from 5 January 2026 to 6 February 2026, Beth Carver covered; covered for Priya Nair from 2 March 2026 to today"
    )
    assert told["Is no reader for, or has as no reader"] == "Priya Nair"
