# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the chair sees first: only what came since, what no head reads, and when to look again."""

from datetime import date
from pathlib import Path

import msgspec

from desktop.governors.issuing import issue
from desktop.governors.periods import next_term
from desktop.overseeing.landing import lands_here, read_landing, whom_to_ring
from desktop.overseeing.visits import Visits
from desktop.people import Appointment, Role, SchoolTerm
from tests.desktop.cli.running import machine_of
from tests.desktop.desks import Desks
from tests.desktop.governors.test_issuing import made

MARCH = date(2026, 3, 12)


def test_a_second_look_on_a_day_is_the_same_visit() -> None:
    visits = Visits(last=date(2025, 10, 9)).on(MARCH)
    assert visits.on(MARCH) == visits == Visits(last=MARCH, before=date(2025, 10, 9))


def test_the_chair_lands_here_and_the_head_and_the_lead_do_not(desks: Desks) -> None:
    school, today = desks.candour.school, desks.candour.machine.today()
    lands = [
        lands_here(school, each.person_id, today) for each in (desks.school.chair, desks.school.head, desks.school.dsl)
    ]
    assert lands == [True, False, False]


def test_what_came_since_the_last_visit_is_new_and_what_came_before_is_not(desks: Desks) -> None:
    school = desks.school
    chair = desks.of(school.chair)
    first = desks.concern(school.ta, school.head)
    chair.sync()
    assert read_landing(chair).before is None
    desks.hands.forward(days=150)
    second = desks.concern(school.ta, school.head)
    chair.sync()
    landing = read_landing(chair)
    assert landing.before == MARCH
    assert {each.row.case_id: each.is_new for each in landing.sent} == {first: False, second: True}


def test_what_no_head_reads_is_told_from_what_the_head_reads_too(desks: Desks) -> None:
    school = desks.school
    about_head = desks.concern(school.ta, school.head)
    about_lead = desks.concern(school.ta, school.dsl)
    chair = desks.of(school.chair)
    chair.sync()
    ours = {each.row.case_id: each.is_ours for each in read_landing(chair).sent}
    assert ours[about_head]
    assert not ours.get(about_lead, False)


def test_nothing_sent_is_nothing_on_the_page(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    chair = desks.of(desks.school.chair)
    chair.sync()
    assert read_landing(chair).sent == ()


def test_a_report_that_was_issued_stands_there(desks: Desks, tmp_path: Path) -> None:
    head, chair = desks.of(desks.school.head), desks.of(desks.school.chair)
    saved = issue(head, made(head), tmp_path)
    chair.sync()
    assert [each.manifest.sha256 for each in read_landing(chair).reports] == [saved.sha256]


def test_the_next_check_is_when_the_next_term_begins(desks: Desks) -> None:
    settings = desks.candour.school.settings
    assert next_term(MARCH, settings).month == 4
    assert next_term(date(2026, 12, 31), settings) == date(2027, 1, 1)
    own = msgspec.structs.replace(settings, terms=(SchoolTerm(first=date(2026, 4, 20), last=date(2026, 7, 21)),))
    assert next_term(MARCH, own) == date(2026, 4, 20)


def test_the_command_says_the_same(desks: Desks) -> None:
    school = desks.school
    desks.concern(school.ta, school.head)
    desks.close()
    said = machine_of(school).json("since", member=school.chair).data
    assert [(each["new"], each["no_head_reads"]) for each in said["sent"]] == [(False, True)]
    assert said["before"] is None


def test_the_clerk_is_rung_before_the_authority(desks: Desks) -> None:
    school, clerk = desks.candour.school, desks.school.ta.person_id
    people = {**school.people, clerk: msgspec.structs.replace(school.people[clerk], phone="219")}
    near = msgspec.structs.replace(
        school, people=people, appointments=(*school.appointments, Appointment(role=Role.CLERK, person_id=clerk))
    )
    rung = [whom_to_ring(each, MARCH) for each in (near, school)]
    assert [each.phone for each in rung if each] == ["219", "01632 960114"]
