# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A line goes from the registers of those who see no more, once two people's records have let go of the whole."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cases.entry import CaseEntry
from desktop.founding import publish
from desktop.people import Role
from desktop.registers.declared import Register
from desktop.registers.line import LINE
from desktop.registers.reading import read_register
from desktop.retention.acting import hold, propose
from desktop.retention.kinds import DISPOSAL, DONE
from desktop.session import Session
from desktop.soundness import Trouble, check
from storage.charter import RoleData
from tests.desktop.desks import Desks, KeyRing, content, envelopes, forge, opened_by, tables
from tests.desktop.registers.offices import appoint
from tests.desktop.registers.test_lines import GIFT, KEEP
from tests.desktop.retention.conftest import Over
from tests.desktop.retention.records import signed, waited
from tests.school import Hands, SmallSchool

GIVER = "Hallowsmith"


@pytest.fixture(scope="module")
def declared(
    founded_school: SmallSchool, key_ring: KeyRing, tmp_path_factory: pytest.TempPathFactory
) -> tuple[SmallSchool, str]:
    """A gift that was decided six years ago, of which the business manager has the lines."""
    school, hands = founded_school.copied_to(tmp_path_factory.mktemp("lines") / "home"), Hands()
    with contextlib.closing(Desks(school, school.open(hands), hands, key_ring)) as desks:
        appoint(desks, Role.BUSINESS_MANAGER, school.teacher)
        case = desks.of(school.ta).file("gift", {**GIFT, "giver": GIVER}).case_id
        desks.act(school.head, case, "gift_decision", KEEP)
        desks.sync()
        desks.sync()
    return school, case


@pytest.fixture
def over(declared: tuple[SmallSchool, str], key_ring: KeyRing, tmp_path: Path) -> Iterator[Over]:
    """A copy of that school, six years later."""
    school, hands = declared[0].copied_to(tmp_path / "home"), Hands()
    hands.forward(days=6 * 366)
    with contextlib.closing(Desks(school, school.open(hands), hands, key_ring)) as desks:
        yield Over(desks, declared[1])


def manager(over: Over) -> Session:
    return over.desks.of(over.desks.school.teacher)


def names_giver(session: Session) -> bool:
    return GIVER in repr(tables(session))


def test_it_goes_from_the_register_of_whoever_sees_lines_only(over: Over) -> None:
    assert names_giver(manager(over))
    signed(over.desks, over.case)
    waited(over.desks)
    over.desks.sync()
    assert not names_giver(manager(over))
    assert read_register(manager(over), Register.GIFTS) == ()
    assert check(manager(over)).troubles == ()
    assert manager(over).gaps() == []


def test_it_goes_from_the_vault_that_sent_it_too_and_nothing_seems_to_have_come_late(over: Over) -> None:
    signed(over.desks, over.case)
    waited(over.desks)
    head = over.desks.of(over.desks.school.head)
    assert not names_giver(head)
    assert LINE not in {entry.kind for entry in over.desks.case(over.desks.school.head, over.case).entries}
    assert check(head).troubles == ()


def test_its_sealed_copies_leave_the_exchange(over: Over) -> None:
    held = {entry.eid for entry in manager(over).case(over.case).lines}
    signed(over.desks, over.case)
    waited(over.desks)
    over.desks.sync()
    left = {entry.eid for each in envelopes(over.desks.school) if (entry := opened_by(manager(over), each))}
    assert held
    assert left
    assert left.isdisjoint(held)


def test_a_hold_keeps_the_line_as_it_keeps_the_record(over: Over) -> None:
    signed(over.desks, over.case)
    hold(over.desks.of(over.desks.school.dsl), over.case, {"basis": "court", "reason": "Claim 12/2026"})
    waited(over.desks)
    over.desks.sync()
    assert names_giver(manager(over))


def said(over: Over) -> list[CaseEntry]:
    return [entry for entry in manager(over).case(over.case).entries if entry.kind == DONE]


def test_one_persons_word_is_not_enough(over: Over) -> None:
    desks, school = over.desks, over.desks.school
    proposed = propose(desks.of(school.dsl), over.case)
    done = content(desks, DONE, {}, case=over.case, of=proposed.eid)
    forge(desks, school.head, (school.teacher,), done)
    desks.sync()
    assert len(said(over)) == 1
    assert names_giver(manager(over))


def test_whoever_declared_it_is_none_of_the_two(over: Over) -> None:
    desks, school = over.desks, over.desks.school
    proposed = propose(desks.of(school.dsl), over.case)
    signers = [desks.of(each).vault.keys.signing for each in (school.head, school.chair, school.ta)]
    publish(desks.candour.machine, "role", RoleData(role="deputy_head", person=school.ta.person_id), signers)
    for member in (school.head, school.ta):
        forge(desks, member, (school.teacher,), content(desks, DONE, {}, case=over.case, of=proposed.eid))
    desks.sync()
    assert len(said(over)) == 2
    assert names_giver(manager(over))


def test_whoever_sees_a_line_only_is_not_told_what_was_proposed(over: Over) -> None:
    signed(over.desks, over.case)
    waited(over.desks)
    over.desks.sync()
    kinds = {stored.entry.body.kind for stored in manager(over).entries.everything()}
    assert DISPOSAL not in kinds


def test_one_who_takes_out_a_line_by_themselves_is_found_out(over: Over) -> None:
    session = manager(over)
    session.vault.database.execute(
        "INSERT INTO stubs SELECT eid, case_id, kind, author, at, chain, seq, prev, received_at, granted_by, eid"
        " FROM entries WHERE kind = 'line'"
    )
    session.vault.database.execute("DELETE FROM entries WHERE kind = 'line'")
    session.project_everything()
    assert Trouble.UNSIGNED_STUB in check(session).troubles
