# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A reader turns out to be whom a report is about: from then on what its reporter adds does not reach them."""

from collections.abc import Callable, Iterator

import pytest

from desktop.adding import add_to_sent
from desktop.cases.onward import left_out, onward_data
from desktop.people import PersonId
from desktop.returning import add_more
from desktop.sent import sent_by
from tests.desktop.cases.building import CHAIR, DSL, HEAD, SCHOOL, TODAY, entry
from tests.desktop.cases.test_identifying import WORDS, identify
from tests.desktop.cases.test_narrowing import keep_away
from tests.desktop.desks import Desks, concern, envelopes, opened_by
from tests.desktop.test_returning import returned, walk_up
from tests.school import Member

MORE = {"text": "He wears a green whistle."}
Add = Callable[[], object]


@pytest.fixture(params=["signed in", "with a phrase"])
def told(request: pytest.FixtureRequest, desks: Desks) -> tuple[str, Add]:
    """A concern about somebody described, and how its reporter adds to it."""
    if request.param == "signed in":
        case = desks.concern(desks.school.ta, about_description=WORDS, could_be_someone_in_charge="no")
        desks.sync()
        return case, lambda: (desks.sync(), add_to_sent(desks.of(desks.school.ta), case, "addition", MORE))
    described = {"about_description": WORDS, "could_be_someone_in_charge": "no", "name_choice": "leave_off"}
    said = {**concern(), **described}
    filed = desks.candour.file_walk_up("concern", said)
    desks.sync()
    return filed.case_id, lambda: add_more(desks.candour.machine, desks.candour.meaning, returned(desks, filed), MORE)


def openers(desks: Desks, add: Add) -> Iterator[Member]:
    """Whose vaults open what is added."""
    before = {*envelopes(desks.school)}
    add()
    for name in {*envelopes(desks.school)} - before:
        yield from (each for each in desks.school.members if each.passphrase and opened_by(desks.of(each), name))


def test_what_is_added_before_reaches_every_reader(desks: Desks, told: tuple[str, Add]) -> None:
    assert {each.name for each in openers(desks, told[1])} >= {desks.school.head.name, desks.school.dsl.name}


def test_what_is_added_afterwards_does_not_reach_who_was_named(desks: Desks, told: tuple[str, Add]) -> None:
    case, add = told
    identify(desks, case, desks.school.dsl)
    reached = {each.name for each in openers(desks, add)}
    assert desks.school.head.name in reached
    assert desks.school.dsl.name not in reached


def test_a_decider_who_was_named_gets_nothing_more_and_who_decides_now_does(
    desks: Desks, told: tuple[str, Add]
) -> None:
    case, add = told
    identify(desks, case, desks.school.head, by=desks.school.dsl)
    reached = {each.name for each in openers(desks, add)}
    assert {desks.school.dsl.name, desks.school.chair.name} <= reached
    assert desks.school.head.name not in reached


def test_the_reporter_reads_of_no_answer_and_of_fewer_readers(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, about_description=WORDS, could_be_someone_in_charge="no")
    desks.sync()
    identify(desks, case, school.dsl)
    (item,) = sent_by(desks.of(school.ta))
    assert item.replies == ()
    assert school.dsl.person_id not in item.readers


def test_a_walk_ups_words_do_not_reach_whom_the_directory_keeps_away(desks: Desks) -> None:
    school = desks.school
    filed = walk_up(desks)
    desks.sync()
    keep_away(desks, school.dsl, school.teacher)
    desks.act(school.head, filed.case_id, "note", {"text": "Looked at."})
    desks.sync()
    assert school.dsl.person_id not in returned(desks, filed).readers


# Who is believed


def left(author: PersonId, to: tuple[PersonId, ...], *without: PersonId) -> frozenset[PersonId]:
    said = entry(2, "onward", author, data=onward_data(without))
    return left_out([said], lambda _entry: (author, *to), SCHOOL, TODAY)


def test_the_head_is_believed() -> None:
    assert left(HEAD, (), DSL) == {DSL}


def test_nobody_below_leaves_others_out_unless_one_of_the_highest_offices_sees_it() -> None:
    assert left(DSL, (), HEAD) == frozenset()
    assert left(DSL, (HEAD,), HEAD) == frozenset()
    assert left(DSL, (CHAIR,), HEAD) == {HEAD}


def test_who_is_left_out_leaves_nobody_out() -> None:
    said = [entry(2, "onward", HEAD, data=onward_data([DSL])), entry(3, "onward", DSL, data=onward_data([HEAD]))]
    assert left_out(said, lambda each: (each.author or DSL, CHAIR), SCHOOL, TODAY) == {DSL}


def test_nonsense_leaves_nobody_out() -> None:
    odd: tuple[object, ...] = (None, "x", [7], {})
    said = [entry(2, "onward", HEAD, data={"without": each}) for each in odd]
    assert left_out(said, lambda _entry: (HEAD,), SCHOOL, TODAY) == frozenset()
