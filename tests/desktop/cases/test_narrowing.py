# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A conflict that appears after a report was filed: the reader is left behind and learns nothing of it (3.6, F20)."""

import contextlib
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.adding import add_to_sent
from desktop.cases.acting import ActRefusedError, desk, open_case
from desktop.cases.deciders import may_decide
from desktop.cases.page import read_page
from desktop.cases.refusals import Refusal
from desktop.cases.rows import Shelf
from desktop.founding import publish
from desktop.soundness import check
from storage.charter import ConflictData
from tests.desktop.cases.building import CASE, CHAIR, DSL, HEAD, TEACHER, case_of, entry, report, school_with, share
from tests.desktop.cases.test_acting import NOTE, refused
from tests.desktop.cases.test_handing import held
from tests.desktop.desks import LOW_LEVEL, Desks, KeyRing, seen_by
from tests.desktop.test_leaving_no_trace import desks_in
from tests.school import Member, SmallSchool


@pytest.fixture
def case(desks: Desks) -> str:
    """A concern about the teacher that both of its readers hold."""
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    return case


def keep_away(desks: Desks, reader: Member, about: Member, *, ends: bool = False) -> None:
    """The directory says from now on that this reader is not for this person, or no longer."""
    tie = ConflictData(reader=reader.person_id, about=about.person_id, ends=ends)
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.head, desks.school.chair))
    publish(desks.candour.machine, "conflict", tie, signers)


def kept_away(desks: Desks, case: str) -> None:
    """The head, who would decide, is kept away; the lead goes on, and the chair comes in to decide."""
    keep_away(desks, desks.school.head, desks.school.teacher)
    desks.act(desks.school.dsl, case, "note", NOTE)


def test_nothing_new_is_sealed_to_who_is_kept_away(desks: Desks, case: str) -> None:
    before = held(desks, desks.school.head, case)
    kept_away(desks, case)
    desks.act(desks.school.dsl, case, "note", NOTE)
    desks.sync()
    assert held(desks, desks.school.head, case) == before


def test_the_narrower_readers_see_one_story(desks: Desks, case: str) -> None:
    school = desks.school
    kept_away(desks, case)
    note = desks.act(school.dsl, case, "note", NOTE)
    for member in (school.dsl, school.chair):
        found = desks.case(member, case)
        assert {"report", "continuation", "handover"} <= {each.kind for each in found.entries}
        assert found.entry(note) is not None
        assert found.uncounted == frozenset()
        assert [each.person_id for each in found.readers] == [school.dsl.person_id, school.chair.person_id]


def test_it_stands_once_in_an_inbox(desks: Desks, case: str) -> None:
    kept_away(desks, case)
    desks.sync()
    for member in (desks.school.dsl, desks.school.chair):
        session = desks.of(member)
        assert [each for shelf in Shelf for each in session.shelf(shelf)] == [case]


def test_what_comes_after_stands_in_a_case_of_its_own(desks: Desks, case: str) -> None:
    kept_away(desks, case)
    note = desks.act(desks.school.dsl, case, "note", NOTE)
    dsl = desks.of(desks.school.dsl)
    assert dsl.entries.held(note).entry.case == dsl.case(case).ground != case
    assert dsl.case(dsl.case(case).ground) == dsl.case(case)


def test_whoever_decides_then_is_let_in(desks: Desks, case: str) -> None:
    school = desks.school
    kept_away(desks, case)
    found = desks.case(school.chair, case)
    assert may_decide(found, desk(desks.of(school.chair), found))
    desks.act(school.chair, case, "decision", LOW_LEVEL)
    assert desks.case(school.dsl, case).decision is not None


def test_who_is_kept_away_cannot_decide(desks: Desks, case: str) -> None:
    keep_away(desks, desks.school.head, desks.school.teacher)
    assert refused(desks, desks.school.head, case, "decision", LOW_LEVEL) is Refusal.DECLARED_TIE


def test_it_goes_on_only_once(desks: Desks, case: str) -> None:
    kept_away(desks, case)
    for member in (desks.school.dsl, desks.school.chair, desks.school.dsl):
        desks.act(member, case, "note", NOTE)
    assert len(desks.case(desks.school.dsl, case).of_kind("continuation")) == 1


def test_a_tie_that_ends_lets_nobody_back_in(desks: Desks, case: str) -> None:
    kept_away(desks, case)
    before = held(desks, desks.school.head, case)
    keep_away(desks, desks.school.head, desks.school.teacher, ends=True)
    desks.act(desks.school.dsl, case, "note", NOTE)
    desks.sync()
    assert held(desks, desks.school.head, case) == before


def test_an_answer_still_reaches_the_reporter(desks: Desks, case: str) -> None:
    kept_away(desks, case)
    question = desks.act(desks.school.dsl, case, "question", {"text": "Which day was it?"})
    assert desks.case(desks.school.ta, case).entry(question) is not None


def test_what_the_reporter_adds_no_longer_goes_to_who_is_kept_away(desks: Desks, case: str) -> None:
    kept_away(desks, case)
    before = held(desks, desks.school.head, case)
    added = add_to_sent(desks.of(desks.school.ta), case, "addition", {"text": "It was on Monday."}).entry.eid
    desks.sync()
    assert held(desks, desks.school.head, case) == before
    assert desks.case(desks.school.dsl, case).entry(added) is not None


def test_every_vault_stays_sound(desks: Desks, case: str) -> None:
    kept_away(desks, case)
    desks.act(desks.school.dsl, case, "note", NOTE)
    desks.sync()
    for member in (desks.school.head, desks.school.dsl, desks.school.chair):
        desks.of(member).project_everything()
        assert check(desks.of(member)).troubles == ()


# Nobody is left behind without the directory


def test_a_reader_whom_nothing_keeps_away_is_not_left_behind() -> None:
    alone = entry(2, "continuation", DSL, data={"readers": [[DSL, "dsl"]]})
    case = case_of(report(), alone)
    assert (case.ground, case.reads(HEAD)) == (CASE, True)


def test_only_who_is_kept_away_is_left_behind() -> None:
    school = school_with(ties=((HEAD, TEACHER),))
    alone = entry(3, "continuation", DSL, data={"readers": [[DSL, "dsl"]]})
    case = case_of(report(), share(2, CHAIR), alone, school=school)
    assert [reader.person_id for reader in case.readers] == [DSL, CHAIR]


def test_somebody_who_does_not_read_it_carries_nothing_on() -> None:
    school = school_with(ties=((HEAD, TEACHER),))
    case = case_of(report(), entry(2, "continuation", CHAIR, data={"readers": [[CHAIR, "chair"]]}), school=school)
    assert case.ground == CASE


# Non-interference


ACTS = st.lists(
    st.sampled_from(("note", "triage", "question", "look", "handover", "stand aside")), min_size=1, max_size=4
)


@settings(max_examples=3, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
@given(later=ACTS)
def test_who_is_left_behind_sees_the_same_with_and_without_what_comes_later(
    later: list[str], tmp_path_factory: pytest.TempPathFactory, founded_school: SmallSchool, key_ring: KeyRing
) -> None:
    root: Path = tmp_path_factory.mktemp("narrowing") / "school"
    desks = desks_in(root, founded_school, key_ring)
    try:
        school = desks.school
        case = desks.concern(school.ta, school.teacher)
        desks.act(school.head, case, "note", NOTE)
        keep_away(desks, school.head, school.teacher)
        desks.sync()
        desks.sync()  # receipts for what came last
        before = (seen_by(desks.of(school.head), school.members), read_page(desks.of(school.head), case))
        kept_away_acts(desks, case, later)
        desks.sync()
        assert (seen_by(desks.of(school.head), school.members), read_page(desks.of(school.head), case)) == before
    finally:
        desks.close()
        shutil.rmtree(root)


def kept_away_acts(desks: Desks, case: str, later: list[str]) -> None:
    """What the readers who are left do, as far as the rules let them."""
    school = desks.school
    desks.act(school.dsl, case, "note", NOTE)
    to_deputy = {"with": [{"person": school.deputy.person_id}], "reason": "She is new."}
    for what in later:
        if what == "look":
            open_case(desks.of(school.dsl), case)
        elif what == "handover":
            try_to(desks, school.dsl, case, "handover", to_deputy)
        elif what == "stand aside":
            try_to(desks, school.chair, case, "recusal", {})
        else:
            values = {"note": NOTE, "triage": LOW_LEVEL, "question": {"text": "Which day?"}}[what]
            try_to(desks, school.dsl, case, what, values)


def try_to(desks: Desks, by: Member, case: str, kind: str, values: Mapping[str, object]) -> None:
    with contextlib.suppress(ActRefusedError):
        desks.act(by, case, kind, values)
