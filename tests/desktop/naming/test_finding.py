# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What names somebody is found however it is written, and ordinary words are left alone."""

import re
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.naming.finding import find, replaced
from desktop.naming.known import What, folded, known_in, ordinary
from desktop.people import Appointment, Person, PersonId, Role, School

DAY = date(2026, 3, 12)
TOM, HELEN, WILL, NEW = (PersonId(f"0{number}" * 16) for number in (1, 2, 3, 5))
PEOPLE = (
    Person(
        person_id=TOM,
        name="Thomas Ashby",
        known_as="Tommo",
        aliases=("Thomas O’Brien",),
        job="PE and Year 4 teacher",
        group="Oak Class",
        room="room 3",
        phone="01632 960 123",
    ),
    Person(person_id=HELEN, name="Helen Marsh", job="Headteacher", room="the office"),
    Person(person_id=WILL, name="Will Young", job="Teaching assistant", employer="Bright Supply Ltd"),
    Person(person_id=PersonId("04" * 16), name="Siân Grove-Rees", job="Teaching assistant"),
)
SCHOOL = School(
    school_id="ab" * 16,
    name="Hollowbrook",
    version=1,
    version_hash="ab",
    people={person.person_id: person for person in PEOPLE},
    appointments=(Appointment(role=Role.HEAD, person_id=HELEN),),
)
KNOWN = known_in(SCHOOL, DAY, children=("L.M.", "Jodie Price"), further=("Norman Swale",))


def whats(text: str) -> list[What]:
    return [each.what for each in find(text, KNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        "I saw thomas ashby there.",
        "ASHBY was there.",
        "It was Ashby’s bag.",
        "Then Tommo left.",
        "Then Tommy left.",
        "Thoma left.",
        "They call him O'Brien.",
        "They call him obrien.",
        "It was Mr Ashbey.",
        "It was T.A. again.",
        "It was T A again.",
        "Ask whoever works in Room 3.",
        "Ring 01632 960123 or 01632 960 123.",
        "The Year 4 teacher did it.",
        "Somebody in Oak Class did it.",
    ],
)
def test_it_is_found(text: str) -> None:
    assert TOM in {each.who for each in find(text, KNOWN)}


@pytest.mark.parametrize(
    "text",
    [
        "Will somebody look? The young ones ran to the marsh.",
        "A teaching assistant was in the PE lesson.",
        "The TA saw it.",
        "There were 201 pupils at the hall.",
        "It was in March.",
        "Was this the man?",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert find(text, KNOWN) == ()


def test_the_beginning_of_a_first_name_is_read_as_that_name_where_it_has_a_capital_letter() -> None:
    ordinary_words = "All of them went home at the end of the day. Her bag was there. Call them."
    school = school_with(name="Megan Zebedee")
    assert [finds(school, text) for text in ("Meg told me.", "I told Meg’s class.", "a meg of butter")] == [
        True,
        True,
        False,
    ]
    assert find(ordinary_words, known_in(school_with(name="Callum Allan Herbert"), DAY)) == ()


def test_an_ordinary_word_inside_a_sentence_with_a_capital_letter_is_a_name() -> None:
    assert whats("Then Will ran.") == [What.PART]


def test_an_accent_left_out_hides_nobody() -> None:
    assert whats("It was Sian Grove Rees.") == [What.NAME]


def test_an_office_that_one_person_holds_names_them() -> None:
    assert [each.who for each in find("The headteacher knew.", KNOWN)] == [HELEN]


def test_a_child_is_found_by_initials_and_by_name() -> None:
    assert whats("He took LM out, then L. M. and Jodie.") == [What.CHILD, What.CHILD, What.CHILD]


def test_an_employer_and_somebody_unlisted_are_found() -> None:
    assert whats("Norman Swale rang Bright Supply Ltd.") == [What.NAME, What.EMPLOYER]


def test_somebody_who_may_be_named_is_not_looked_for() -> None:
    known = known_in(SCHOOL, DAY, without=(HELEN,))
    assert find("Helen Marsh, headteacher", known) == ()


def test_a_class_that_two_people_have_says_too_much_as_well() -> None:
    both = {**SCHOOL.people, WILL: Person(person_id=WILL, name="Will Young", group="Oak Class")}
    known = known_in(School(school_id="ab", name="H", version=1, version_hash="", people=both), DAY)
    assert [each.what for each in find("Somebody in Oak class did it.", known)] == [What.PLACE]


def test_the_job_of_somebody_who_may_be_named_is_not_read_as_anothers() -> None:
    deputy = Person(person_id=PersonId("06" * 16), name="Ann Lee", job="Deputy headteacher")
    people = {**SCHOOL.people, deputy.person_id: deputy}
    school = School(school_id="ab", name="H", version=1, version_hash="", people=people)
    known = known_in(school, DAY, without=(deputy.person_id,))
    assert find("Ann Lee, deputy headteacher", known) == ()


def test_somebody_who_left_is_still_looked_for_and_their_job_is_somebody_elses() -> None:
    gone = Person(person_id=PersonId("05" * 16), name="Olga Pratt", job="Headteacher", end=date(2025, 8, 31))
    people = {**SCHOOL.people, gone.person_id: gone}
    known = known_in(School(school_id="ab", name="H", version=1, version_hash="", people=people), DAY)
    assert [each.who for each in find("Olga Pratt was headteacher.", known)] == [gone.person_id, HELEN]


def test_what_was_found_is_replaced_and_nothing_else() -> None:
    text = "Mr Ashby took L.M. to room 3, and shut the door."
    words = dict.fromkeys(What, "[somebody]")
    assert replaced(text, find(text, KNOWN), words) == "Mr [somebody] took [somebody] to [somebody], and shut the door."


@given(st.text(alphabet="abAB .'’\n-TOMASHBYtomashby", max_size=80))
def test_nothing_that_was_replaced_is_found_again(text: str) -> None:
    assert find(replaced(text, find(text, KNOWN), dict.fromkeys(What, " * ")), KNOWN) == ()


@given(st.sampled_from([person.name for person in PEOPLE]), st.text(max_size=20), st.text(max_size=20))
def test_a_whole_name_is_found_wherever_it_stands(name: str, before: str, after: str) -> None:
    assert find(f"{before} {name} {after}", KNOWN)


_ALPHABET = "ABCDEFGHIJKLMNOPRSTUVWYabcdefghijklmnoprstuvwyÀÉÎÖÜßøłçñ'’-"
_TWO_MARKS = re.compile("['’-]{2}")
LETTERS = st.text(alphabet=_ALPHABET, min_size=3, max_size=12).filter(
    lambda word: (
        len(folded(word)) == 1
        and len(folded(word)[0]) > 2
        and folded(word)[0] not in ordinary().words
        and not _TWO_MARKS.search(word)
    )
)
FRAMES = st.sampled_from(["Then {} left.", "I saw {} there.", "It was {}’s turn.", "Ask {}, please.", "({})", "{}"])


def school_with(**said: object) -> School:
    """The school with one more person, who has this."""
    person = msgspec.structs.replace(Person(person_id=NEW, name="Quentin Zebedee", job="Teacher"), **said)
    return msgspec.structs.replace(SCHOOL, people={**SCHOOL.people, NEW: person})


def finds(school: School, text: str) -> bool:
    return NEW in {each.who for each in find(text, known_in(school, DAY))}


@given(LETTERS, LETTERS, FRAMES)
def test_an_alias_is_found_in_any_sentence(first: str, last: str, frame: str) -> None:
    alias = f"{first} {last}"
    assert finds(school_with(aliases=(alias,)), frame.format(alias))


@given(LETTERS, FRAMES)
def test_what_somebody_is_known_as_is_found_beside_their_last_name(known_as: str, frame: str) -> None:
    assert finds(school_with(known_as=known_as), frame.format(f"{known_as} Zebedee"))


@given(st.sampled_from("QXZ"), st.sampled_from("JKVWXYZ"), st.sampled_from(["{}{}", "{}.{}.", "{} {}", "{}. {}."]))
def test_initials_are_found_however_they_are_written(first: str, last: str, shape: str) -> None:
    school = school_with(name=f"{first}uentin {last}ebedee")
    assert finds(school, f"Then {shape.format(first, last)} left.")


@given(LETTERS, FRAMES)
def test_a_job_that_one_person_alone_has_names_them_and_one_that_two_have_nobody(word: str, frame: str) -> None:
    title = f"{word} coordinator"
    text = frame.format(f"the {title}")
    alone = school_with(job=title)
    assert finds(alone, text)
    second = Person(person_id=PersonId("06" * 16), name="Xavier Yelland", job=title)
    shared = msgspec.structs.replace(alone, people={**alone.people, second.person_id: second})
    assert not finds(shared, text)


@given(LETTERS, FRAMES)
def test_a_job_whose_other_holder_has_left_names_whoever_is_still_here(word: str, frame: str) -> None:
    title = f"{word} coordinator"
    gone = Person(person_id=PersonId("06" * 16), name="Xavier Yelland", job=title, end=date(2026, 1, 1))
    alone = school_with(job=title)
    school = msgspec.structs.replace(alone, people={**alone.people, gone.person_id: gone})
    assert finds(school, frame.format(f"the {title}"))
