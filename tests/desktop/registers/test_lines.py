# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may see one line of a declaration gets that line and can open nothing else of it."""

from dataclasses import replace

import msgspec
import pytest

from desktop.cases.rows import Shelf
from desktop.people import Role
from desktop.registers.declared import Register
from desktop.registers.line import LINE, Line
from desktop.registers.reading import read_register
from desktop.registers.telling import Telling
from desktop.routing import Part
from desktop.soundness import check
from tests.desktop.desks import Desks, content, envelopes, forge, opened_by
from tests.desktop.registers.offices import appoint
from tests.school import Member

SECRET = "He cried when he gave it to me."
GIFT: dict[str, object] = {
    "direction": "offered",
    "kind": "gift",
    "what_happened": SECRET,
    "worth": 4_000,
    "giver": "Hall",
    "permission": "not_yet",
    "late_reason": SECRET,
    "did": "accepted",
}
KEEP = {"outcome": "keep", "rationale": SECRET}


@pytest.fixture
def manager(desks: Desks) -> Member:
    """The business manager."""
    appoint(desks, Role.BUSINESS_MANAGER, desks.school.teacher)
    return desks.school.teacher


def lines(desks: Desks, member: Member) -> tuple[Line, ...]:
    """The lines that somebody holds, after everybody has looked at the exchange."""
    desks.sync()
    desks.sync()
    session = desks.of(member)
    held = (session.case(case).line for case in session.of_form(LINE))
    return tuple(line for line in held if line is not None)


def test_the_business_manager_gets_the_line_of_a_gift_and_can_open_nothing_else(desks: Desks, manager: Member) -> None:
    case = desks.of(desks.school.ta).file("gift", dict(GIFT)).case_id
    [line] = lines(desks, manager)
    assert line.of == case
    assert line.answers == {"direction": "offered", "kind": "gift", "worth": 4_000, "giver": "Hall", "did": "accepted"}
    assert line.who == desks.school.ta.person_id
    opened = [entry for each in envelopes(desks.school) if (entry := opened_by(desks.of(manager), each))]
    assert [entry.body.kind for entry in opened] == [LINE]
    assert SECRET not in repr(opened)


def test_a_line_is_in_no_inbox_and_brings_no_case(desks: Desks, manager: Member) -> None:
    case = desks.of(desks.school.ta).file("gift", dict(GIFT)).case_id
    desks.sync()
    session = desks.of(manager)
    assert not session.case(case).reads(session.me)
    assert all(case not in session.shelf(shelf) for shelf in Shelf if shelf is not Shelf.ELSEWHERE)
    assert session.about(desks.school.ta.person_id) == []
    assert check(session).is_sound


def test_the_decision_comes_as_a_line_that_says_what_and_not_why(desks: Desks, manager: Member) -> None:
    case = desks.of(desks.school.ta).file("gift", dict(GIFT)).case_id
    desks.act(desks.school.head, case, "gift_decision", KEEP)
    [line] = lines(desks, manager)
    assert (line.outcome, line.decided_on) == ("keep", "2026-03-12")
    assert SECRET not in repr(line)


def test_a_line_is_sent_once(desks: Desks, manager: Member) -> None:
    case = desks.of(desks.school.ta).file("gift", dict(GIFT)).case_id
    desks.act(desks.school.head, case, "gift_decision", KEEP)
    lines(desks, manager)
    before = len(envelopes(desks.school))
    lines(desks, manager)
    assert len(envelopes(desks.school)) == before


def test_the_readers_of_the_whole_record_see_no_line_in_it(desks: Desks, manager: Member) -> None:
    case = desks.of(desks.school.ta).file("gift", dict(GIFT)).case_id
    desks.act(desks.school.head, case, "gift_decision", KEEP)
    desks.sync()
    desks.act(desks.school.head, case, "note", {"text": "Thanked them."})
    for member in (desks.school.head, desks.school.dsl):
        held = desks.case(member, case)
        assert LINE not in {entry.kind for entry in held.entries}
        assert check(desks.of(member)).is_sound


def test_who_comes_into_the_office_later_gets_the_lines_that_went_before(desks: Desks) -> None:
    desks.of(desks.school.ta).file("gift", dict(GIFT))
    desks.sync()
    appoint(desks, Role.BUSINESS_MANAGER, desks.school.teacher)
    assert len(lines(desks, desks.school.teacher)) == 1


def test_the_business_managers_own_gift_gives_them_no_line(desks: Desks, manager: Member) -> None:
    desks.of(manager).file("gift", dict(GIFT))
    assert lines(desks, manager) == ()


def test_a_walk_ups_gift_has_its_line_too(desks: Desks, manager: Member) -> None:
    desks.candour.file_walk_up("gift", {**GIFT, "your_name": "Jo Hall", "your_job": "Coach"})
    [line] = lines(desks, manager)
    assert (line.who, line.claims) == ("", "Jo Hall, Coach")


def test_the_lead_gets_a_line_of_a_tie_between_colleagues_without_its_kind(desks: Desks) -> None:
    school = desks.school
    tie = {"tie": "partner", "state": "current", "other_party": [{"person": school.teacher.person_id}]}
    desks.of(school.ta).file("relationship", {**tie, "what_happened": SECRET})
    [line] = lines(desks, school.dsl)
    assert line.answers == {"other_party": school.teacher.person_id, "state": "current"}
    assert lines(desks, school.teacher) == ()


def test_nobody_is_believed_about_somebody_elses_gift(desks: Desks, manager: Member) -> None:
    school = desks.school
    case = desks.of(school.ta).file("gift", dict(GIFT)).case_id
    [line] = lines(desks, manager)
    false = {**msgspec.to_builtins(line), "answers": {"worth": 1}, "outcome": "keep", "decided_on": "2026-03-12"}
    forge(desks, school.deputy, (manager,), replace(content(desks, LINE, {}, case=case), data=false))
    assert lines(desks, manager) == (line,)


@pytest.mark.parametrize(
    "wrong",
    [{"answers": {"worth": "x" * 201}}, {"answers": {"worth": -1}}, {"more": "x"}, {"part": "all"}, {"of": "12"}],
)
def test_what_is_out_of_form_or_bounds_is_no_line(desks: Desks, manager: Member, wrong: dict[str, object]) -> None:
    school = desks.school
    said = {
        "of": "ab" * 32,
        "kind": "gift",
        "part": Part.LINE.value,
        "of_form": "gift",
        "on": "2026-03-12",
        "who": school.ta.person_id,
    }
    forge(desks, school.ta, (manager,), replace(content(desks, LINE, {}, case="ab" * 32), data={**said, **wrong}))
    assert lines(desks, manager) == ()


def test_the_chair_of_a_panel_hears_yes_and_not_what_the_tie_is(desks: Desks) -> None:
    school = desks.school
    tie = {"tie": "applicant", "relation": "in_law", "other_name": "R. Quayle", "what_happened": SECRET}
    desks.of(school.ta).file("relationship", {**tie, "panel_chair": school.teacher.person_id})
    [line] = lines(desks, school.teacher)
    assert (line.part, line.answers) == (Part.YES_NO, {"other_name": "R. Quayle", "stands": "yes"})


BREACH: dict[str, object] = {
    "kind": "lost_device",
    "what_happened": SECRET,
    "device": "Laptop 17",
    "is_encrypted": "yes",
    "was_locked": "not_sure",
    "noticed": "2026-03-11",
    "data": ["contact"],
    "seen_by": SECRET,
    "is_contained": "no",
}


def breach(by: Member) -> dict[str, object]:
    """What somebody lost: where nobody is named, it could be about the IT lead, who then gets no part of it (R19)."""
    return {**BREACH, "caused_by": [{"person": by.person_id}]}


@pytest.fixture
def technician(desks: Desks) -> Member:
    """The IT lead."""
    appoint(desks, Role.IT_LEAD, desks.school.teacher)
    return desks.school.teacher


def test_the_it_lead_gets_the_technical_part_of_lost_data_and_can_open_nothing_else(
    desks: Desks, technician: Member
) -> None:
    desks.of(desks.school.ta).file("breach", breach(desks.school.supply))
    [line] = lines(desks, technician)
    kept = ("kind", "device", "is_encrypted", "was_locked", "noticed", "is_contained")
    assert (line.part, line.answers) == (Part.TECHNICAL, {name: BREACH[name] for name in kept})
    opened = [entry for each in envelopes(desks.school) if (entry := opened_by(desks.of(technician), each))]
    assert [entry.body.kind for entry in opened] == [LINE]
    assert SECRET not in repr(opened)


def test_the_it_lead_gets_no_part_of_what_is_about_them(desks: Desks, technician: Member) -> None:
    desks.of(desks.school.ta).file("breach", breach(technician))
    desks.of(desks.school.ta).file("breach", dict(BREACH))
    assert lines(desks, technician) == ()


def test_what_a_walk_up_says_of_lost_data_reaches_the_it_lead_without_a_name(desks: Desks, technician: Member) -> None:
    desks.candour.file_walk_up("breach", breach(desks.school.supply))
    [line] = lines(desks, technician)
    assert (line.who, line.claims) == ("", "")


def test_lost_data_stands_in_its_register_whole_for_the_head_and_as_a_line_for_the_it_lead(
    desks: Desks, technician: Member
) -> None:
    desks.of(desks.school.ta).file("breach", breach(desks.school.supply))
    lines(desks, technician)
    told = {}
    for member in (desks.school.head, technician, desks.school.dsl):
        session = desks.of(member)
        rows = read_register(session, Register.BREACHES)
        told[member.name] = [Telling(session.meaning.forms, session.machine.school).cells(row)[2:7] for row in rows]
    assert told[desks.school.head.name] == [("Lost or stolen device", "Laptop 17", "encrypted", "No", "To decide")]
    assert told[technician.name] == [("Lost or stolen device", "Laptop 17", "encrypted", "No", "Declared, line only")]
    assert told[desks.school.dsl.name] == []
