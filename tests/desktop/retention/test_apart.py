# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands in no record is destroyed at the end of its time: training, confirmations, duties done."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.board.board import read_board
from desktop.cases.items import ItemKind
from desktop.cases.rows import Shelf
from desktop.faults import DeskFault
from desktop.policies.confirming import Confirmed, confirm, confirm_by_name, confirmations
from desktop.retention.apart.reading import proposals_apart
from desktop.retention.everything import find_kept, hold, lift, propose, read_kept, sign
from desktop.retention.kinds import DISPOSAL, SIGNATURE
from desktop.retention.listing import KeptRecord, Standing
from desktop.session import Session
from desktop.soundness import check
from desktop.training.acting import all_training, answer_training, record_training
from desktop.training.records import Answer
from storage.errors import KnownError
from tests.desktop.desks import Desks, KeyRing, content, envelopes, forge, opened_by, tables
from tests.desktop.retention.records import gone, waited
from tests.school import Hands, SmallSchool

PROVIDER = "Quillfeather Training"
YEARS = 6
HOLD = {"basis": "court", "reason": "Claim 12/2026"}


def trained(member_id: str, by: Session, provider: str = PROVIDER) -> None:
    said = {"person": member_id, "course": "safeguarding", "on": "2026-03-02", "refresh": "usual"}
    record_training(by, {**said, "provider": provider})


@pytest.fixture(scope="module")
def left(founded_school: SmallSchool, key_ring: KeyRing, tmp_path_factory: pytest.TempPathFactory) -> SmallSchool:
    """A school where the teacher was trained, has confirmed something, and has left."""
    school, hands = founded_school.copied_to(tmp_path_factory.mktemp("apart") / "home"), Hands()
    with contextlib.closing(Desks(school, school.open(hands), hands, key_ring)) as desks:
        trained(school.teacher.person_id, desks.of(school.head))
        trained(school.ta.person_id, desks.of(school.head), "Another")
        trained(school.teacher.person_id, desks.of(school.teacher))
        confirm(desks.of(school.teacher), Confirmed(policy="code", version="ab" * 32))
        desks.sync()
        own = next(each for each in all_training(desks.of(school.head)) if each.author == school.teacher.person_id)
        answer_training(desks.of(school.head), own.eid, Answer.AGREED)
        desks.sync()
        gone(desks, school.teacher)
    return school


@pytest.fixture
def desks(left: SmallSchool, key_ring: KeyRing, tmp_path: Path) -> Iterator[Desks]:
    """A copy of that school, six years later."""
    school, hands = left.copied_to(tmp_path / "home"), Hands()
    hands.forward(days=YEARS * 366)
    with contextlib.closing(Desks(school, school.open(hands), hands, key_ring)) as desks:
        yield desks


def sheaf(desks: Desks, record_class: str) -> str:
    return f"{record_class}/{desks.school.teacher.person_id}"


def kept(session: Session) -> dict[str, KeptRecord]:
    return {record.rule.class_id.value: record for record in read_kept(session) if record.apart}


def signed(desks: Desks, record_class: str = "training") -> str:
    """The lead proposes it, and the head signs."""
    proposed = propose(desks.of(desks.school.dsl), sheaf(desks, record_class))
    desks.sync()
    sign(desks.of(desks.school.head), proposed)
    desks.sync()
    return proposed


def test_what_is_over_is_listed_with_whose_and_how_much_and_nothing_else_is_proposed(desks: Desks) -> None:
    with pytest.raises(KnownError) as refused:
        propose(desks.of(desks.school.dsl), f"training/{desks.school.ta.person_id}")
    assert refused.value.code is DeskFault.RETENTION_NOT_DUE
    found = kept(desks.of(desks.school.dsl))
    assert {name: (each.standing, each.apart, each.about) for name, each in found.items()} == {
        "training": (Standing.DUE, 3, ("Tom Ashby",)),
        "confirmation": (Standing.DUE, 1, ("Tom Ashby",)),
    }
    assert any("2 March 2026" in each or "12 March 2026" in each for each in found["training"].holding)


@dataclass(frozen=True, slots=True)
class Gone:
    """The school once the teacher's training is destroyed: which entries went, and by which proposal."""

    desks: Desks
    entries: frozenset[str]
    proposal: str


@pytest.fixture(scope="module")
def destroyed(left: SmallSchool, key_ring: KeyRing, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gone]:
    school, hands = left.copied_to(tmp_path_factory.mktemp("gone") / "home"), Hands()
    hands.forward(days=YEARS * 366)
    with contextlib.closing(Desks(school, school.open(hands), hands, key_ring)) as desks:
        theirs = (each for each in all_training(desks.of(school.head)) if each.person == school.teacher.person_id)
        entries = frozenset(each.eid for each in theirs)
        proposal = signed(desks)
        waited(desks)
        desks.sync(school.head)
        yield Gone(desks, entries, proposal)


def test_it_is_destroyed_with_its_answers_and_nobody_elses(destroyed: Gone) -> None:
    desks, school = destroyed.desks, destroyed.desks.school
    for member in (school.head, school.dsl):
        assert {each.person for each in all_training(desks.of(member))} == {school.ta.person_id}
        assert PROVIDER not in repr(tables(desks.of(member)))
        assert check(desks.of(member)).troubles == ()
        assert desks.of(member).gaps() == []


def test_its_sealed_copies_leave_the_exchange_and_the_teacher_keeps_theirs(destroyed: Gone) -> None:
    head, teacher = (destroyed.desks.of(each) for each in (destroyed.desks.school.head, destroyed.desks.school.teacher))
    left = {entry.eid for each in envelopes(destroyed.desks.school) if (entry := opened_by(head, each))}
    assert left.isdisjoint(destroyed.entries)
    assert destroyed.entries <= {each.eid for each in all_training(teacher)}


def test_whom_it_is_about_is_not_told(destroyed: Gone) -> None:
    teacher = destroyed.desks.of(destroyed.desks.school.teacher)
    assert {stored.entry.body.kind for stored in teacher.entries.everything()}.isdisjoint({DISPOSAL, SIGNATURE})


def test_it_stays_destroyed_and_is_told_as_that(destroyed: Gone) -> None:
    desks, school = destroyed.desks, destroyed.desks.school
    record = next(each for each in read_kept(desks.of(school.head)) if each.case_id == destroyed.proposal)
    assert record.standing is Standing.DESTROYED
    assert record.done_by >= {school.head.person_id, school.dsl.person_id}
    assert desks.of(school.head).row(destroyed.proposal).shelf is Shelf.ELSEWHERE
    with pytest.raises(KnownError) as refused:
        propose(desks.of(school.dsl), sheaf(desks, "training"))
    assert refused.value.code is DeskFault.RETENTION_NOTHING


def test_a_hold_of_another_reader_keeps_it_until_it_is_lifted(desks: Desks) -> None:
    head, dsl = desks.of(desks.school.head), desks.of(desks.school.dsl)
    proposed = signed(desks)
    desks.hands.forward(days=6)
    desks.sync()
    assert len(all_training(head)) == 3
    hold(dsl, proposed, HOLD)
    waited(desks)
    record = kept(head)["training"]
    assert (record.standing, len(all_training(head))) == (Standing.HELD, 3)
    assert head.row(proposed).shelf is Shelf.ELSEWHERE
    lift(head, proposed, record.holds[0].eid, "Settled.")
    waited(desks)
    assert {each.person for each in all_training(head)} == {desks.school.ta.person_id}


def test_a_record_about_them_that_is_kept_keeps_it_too(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    hold(desks.of(school.head), case, HOLD)
    desks.sync()
    with pytest.raises(KnownError) as refused:
        propose(desks.of(school.head), sheaf(desks, "training"))
    assert refused.value.code is DeskFault.RETENTION_HELD


def test_nobody_signs_their_own_proposal_which_stands_on_the_board_of_whoever_can_sign(desks: Desks) -> None:
    proposed = propose(desks.of(desks.school.dsl), sheaf(desks, "training"))
    with pytest.raises(KnownError) as refused:
        sign(desks.of(desks.school.dsl), proposed)
    assert refused.value.code is DeskFault.RETENTION_SAME_PERSON
    with pytest.raises(KnownError) as refused:
        propose(desks.of(desks.school.teacher), sheaf(desks, "training"))
    assert refused.value.code is DeskFault.RETENTION_NOT_YOURS
    desks.sync(desks.school.head)
    lines = read_board(desks.of(desks.school.head)).open
    line = next(each for each in lines if each.item.kind is ItemKind.DISPOSAL)
    assert (line.item.owner, line.about) == (desks.school.head.person_id, ("Tom Ashby",))


def test_two_signatures_destroy_no_report_whatever_they_name(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    said = {
        "entries": [case],
        "record_class": "training",
        "due": "2026-03-12",
        "edition": "x",
        "readers": sorted((school.head.person_id, school.chair.person_id)),
    }
    forge(desks, school.head, (school.dsl, school.chair), content(desks, DISPOSAL, {}, **said))
    desks.sync()
    (proposed,) = proposals_apart(desks.of(school.dsl))
    forge(desks, school.chair, (school.dsl, school.head), content(desks, SIGNATURE, {}, case=proposed, of=proposed))
    waited(desks)
    assert desks.of(school.dsl).case(case).report is not None
    assert check(desks.of(school.dsl)).troubles == ()


def test_a_name_that_nobody_checked_is_over_after_ten_years(desks: Desks) -> None:
    confirm_by_name(desks.candour.machine, "Sam Supply", Confirmed(policy="code", version="ab" * 32))
    desks.sync()
    head = desks.of(desks.school.head)
    assert "confirmation/nobody" not in {each.case_id for each in read_kept(head)}
    desks.hands.forward(days=10 * 366)
    proposed = propose(desks.of(desks.school.dsl), find_kept(head, "confirmation/nobody"))
    desks.sync()
    sign(head, proposed)
    waited(desks)
    assert [each for each in confirmations(head) if each.claims] == []
