# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is believed about whom a report means, whatever anybody sent; and that nobody named reads what comes after."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.people import PersonId
from tests.desktop.cases.building import (
    CHAIR,
    COOK,
    DEPUTY,
    DSL,
    HEAD,
    SUPPLY,
    TEACHER,
    case_of,
    eid,
    entry,
    report,
    share,
)

WORDS = "Tall, blue van"
PEOPLE = (HEAD, DSL, DEPUTY, CHAIR, TEACHER, SUPPLY)
UNLISTED = {"about_description": WORDS, "what_happened": "He shouted.", "risk_now": "no"}


def said(number: int, author: PersonId, person: PersonId, kind: str = "identification") -> CaseEntry:
    """Somebody says who it is, or is not."""
    return entry(number, kind, author, {"described": WORDS, "person": person, "reason": "They said so."})


def carried_on(number: int, author: PersonId, person: PersonId, *readers: PersonId) -> CaseEntry:
    """The case goes on among these, with who it is."""
    values = {"described": WORDS, "person": person, "reason": "They said so."}
    data = {"readers": [[each, "head"] for each in readers]}
    return entry(number, "continuation", author, values, form="identification", data=data)


def reading(case: Case) -> list[PersonId]:
    """Who reads it."""
    return [reader.person_id for reader in case.readers]


def test_whoever_decides_is_believed() -> None:
    case = case_of(report(UNLISTED), said(2, HEAD, TEACHER))
    assert case.concerned() == {TEACHER}


def test_a_reader_who_does_not_decide_is_not_believed() -> None:
    case = case_of(report(UNLISTED), said(2, DSL, TEACHER))
    assert case.concerned() == frozenset()


def test_somebody_who_does_not_read_it_is_not_believed() -> None:
    assert case_of(report(UNLISTED), said(2, CHAIR, TEACHER)).concerned() == frozenset()


def test_who_was_let_in_for_this_one_case_ends_nobodys_reading() -> None:
    case = case_of(report(UNLISTED), share(2, DEPUTY), said(3, DEPUTY, HEAD))
    assert reading(case) == [DSL, HEAD, DEPUTY]


def test_a_reader_by_office_ends_what_another_reads_about_themselves() -> None:
    case = case_of(report(UNLISTED), carried_on(2, DSL, HEAD, DSL))
    assert (reading(case), case.ground, case.decider) == ([DSL], eid(2), CHAIR)


def test_nobody_else_is_left_out_by_it() -> None:
    case = case_of(report(UNLISTED), share(2, CHAIR), carried_on(3, DSL, HEAD, DSL))
    assert reading(case) == [DSL, CHAIR]


def test_a_report_about_somebody_listed_can_be_turned_on_nobody_else() -> None:
    assert case_of(report(), said(2, HEAD, COOK)).concerned() == {TEACHER}


def test_who_was_named_cannot_take_it_back() -> None:
    case = case_of(report(UNLISTED), carried_on(2, DSL, HEAD, DSL), said(3, HEAD, HEAD, "not_them"))
    assert case.concerned() == {HEAD}


def test_the_last_word_counts() -> None:
    case = case_of(report(UNLISTED), said(2, HEAD, TEACHER), said(3, HEAD, TEACHER, "not_them"), said(4, HEAD, SUPPLY))
    assert case.concerned() == {SUPPLY}


def test_a_described_sender_of_a_self_report_can_be_found_on_the_list() -> None:
    own = report({"what_happened": "I lost my temper."}, form="self_report", author=None, claims="Tom Ashby, PE")
    found = entry(2, "identification", HEAD, {"described": "Tom Ashby, PE", "person": TEACHER, "reason": "He is."})
    assert case_of(own, found).concerned() == {TEACHER}


@st.composite
def histories(draw: st.DrawFn) -> tuple[CaseEntry, ...]:
    """A report about somebody described, and anything that anybody could have sent after it, in any order of seeing."""
    entries = [report(UNLISTED)]
    people = st.sampled_from(PEOPLE)
    for number in range(2, draw(st.integers(3, 9))):
        author, other = draw(people), draw(people)
        follows = tuple(eid(at) for at in draw(st.sets(st.integers(1, number - 1), min_size=1, max_size=3)))
        made = {
            "note": entry(number, "note", author, {"text": "x"}),
            "share": share(number, other, author),
            "handover": entry(number, "handover", author, {"with": [{"person": other}], "reason": "x"}),
            "recusal": entry(number, "recusal", author),
            "identification": said(number, author, other),
            "not_them": said(number, author, other, "not_them"),
            "continuation": carried_on(number, author, other, *draw(st.sets(people, max_size=4))),
        }
        chosen = made[draw(st.sampled_from(sorted(made)))]
        entries.append(msgspec.structs.replace(chosen, parents=follows))
    return tuple(draw(st.permutations(entries)))


@given(histories())
def test_nobody_who_is_named_reads_or_decides_what_comes_after(history: tuple[CaseEntry, ...]) -> None:
    case = case_of(*history)
    named = {person for person, _ in case.identities.known.values()}
    assert named <= case.concerned()
    assert named.isdisjoint(reading(case))
    assert named.isdisjoint(case.deciders)


@given(histories())
def test_whose_reading_has_ended_is_never_let_in_again(history: tuple[CaseEntry, ...]) -> None:
    case = case_of(*history)
    assert case.identities.left.keys().isdisjoint(reading(case))


@given(histories())
def test_the_order_in_which_entries_arrive_changes_nothing(history: tuple[CaseEntry, ...]) -> None:
    assert case_of(*history) == case_of(*reversed(history))
