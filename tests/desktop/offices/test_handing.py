# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever comes into an office holds what was sent to it before, and whoever left one gets nothing new."""

from pathlib import Path

import msgspec
import pytest

from desktop.auditing.deeds import Deed
from desktop.auditing.reading import read_audit
from desktop.cases.rows import POLICY_CONFIRMED, TRAINING
from desktop.duties.acting import say_done
from desktop.duties.calendar import DutyState
from desktop.founding import publish
from desktop.governors.issuing import SavedReport, issue, issued_reports, prepare, read_ground, report_content
from desktop.governors.periods import offered
from desktop.governors.report import Asked
from desktop.offices import handing
from desktop.people import Role
from desktop.policies.confirming import Confirmed, confirm, confirm_by_name, confirmations
from desktop.registers.line import REGISTER_EXPORT
from desktop.retention.kinds import DISPOSAL
from desktop.soundness import check
from desktop.training.acting import all_training, answer_training, record_training
from desktop.training.records import Answer, Standing
from storage.charter import PeopleData, PersonFact
from tests.desktop.cases.test_acting import roles_end
from tests.desktop.desks import Desks, content, forge
from tests.desktop.duties.test_acting import TERM, set_terms, state
from tests.desktop.registers.offices import appoint
from tests.desktop.training.test_acting import said
from tests.school import Member

READ = Confirmed(policy="code", version="ab" * 32)


def grants(desks: Desks, by: Member) -> int:
    kid = desks.of(by).vault.kid
    return sum(each.entry.author_kid == kid for each in desks.of(by).entries.of_kind("grant"))


def confirmed(desks: Desks, member: Member) -> list[str]:
    """Who has confirmed something, as far as somebody holds it."""
    return sorted(each.person or each.claims for each in confirmations(desks.of(member)))


def leaves(desks: Desks, member: Member) -> None:
    """The head says that yesterday was somebody's last day."""
    fact = PersonFact(id=member.person_id, profile={"name": member.name, "job": member.job, "end": "2026-03-01"})
    publish(desks.candour.machine, "people", PeopleData(set=(fact,)), [desks.of(desks.school.head).vault.keys.signing])


def managed_by(desks: Desks, manager: Member, *members: Member) -> None:
    """The head says who somebody's manager is."""
    facts = tuple(
        PersonFact(id=each.person_id, profile={"name": each.name, "job": each.job, "manager": manager.person_id})
        for each in members
    )
    publish(desks.candour.machine, "people", PeopleData(set=facts), [desks.of(desks.school.head).vault.keys.signing])


def issued(desks: Desks, by: Member, folder: Path) -> SavedReport:
    """Somebody issues a report to governors."""
    ground = read_ground(desks.of(by))
    return issue(desks.of(by), prepare(ground, Asked(period=offered(ground.today, ground.staff)[0][1])), folder)


def test_a_new_head_is_handed_what_others_have_read(desks: Desks) -> None:
    school = desks.school
    confirm(desks.of(school.ta), READ)
    desks.sync(school.head)
    assert confirmed(desks, school.teacher) == []
    appoint(desks, Role.HEAD, school.teacher)
    desks.sync(school.head, school.teacher)
    assert confirmed(desks, school.teacher) == [school.ta.person_id]
    assert check(desks.of(school.teacher)).is_sound


def test_one_reader_hands_it_on_and_once(desks: Desks) -> None:
    school = desks.school
    confirm(desks.of(school.ta), READ)
    desks.sync(school.head, school.dsl)
    appoint(desks, Role.HEAD, school.teacher)
    for _ in range(2):
        desks.sync(school.head, school.dsl, school.ta, school.teacher)
    assert [grants(desks, each) for each in (school.head, school.dsl, school.ta)] == [1, 0, 0]


def test_its_author_hands_it_on_where_that_reader_has_not_signed_for_it(desks: Desks) -> None:
    school = desks.school
    confirm(desks.of(school.ta), READ)
    appoint(desks, Role.HEAD, school.teacher)
    desks.sync(school.ta, school.teacher)
    assert confirmed(desks, school.teacher) == [school.ta.person_id]


def test_what_a_leaver_and_somebody_without_a_sign_in_confirmed_is_handed_on(desks: Desks) -> None:
    school = desks.school
    confirm(desks.of(school.ta), READ)
    confirm_by_name(desks.candour.machine, "Sam Pole", READ)
    desks.sync(school.head)
    leaves(desks, school.ta)
    appoint(desks, Role.HEAD, school.teacher)
    desks.sync(school.head, school.teacher)
    assert confirmed(desks, school.teacher) == sorted([school.ta.person_id, "Sam Pole"])


def test_what_all_who_were_sent_it_have_left_behind_comes_from_whoever_holds_it(desks: Desks) -> None:
    school = desks.school
    confirm_by_name(desks.candour.machine, "Sam Pole", READ)
    desks.sync(school.head)
    appoint(desks, Role.HEAD, school.teacher)
    for role, member in (("dsl", school.dsl), ("deputy_head", school.dsl), ("head", school.head)):
        roles_end(desks, role, member)
    desks.sync(school.head, school.teacher)
    assert confirmed(desks, school.teacher) == ["Sam Pole"]


def test_whoever_lost_the_office_gets_nothing_new(desks: Desks) -> None:
    school = desks.school
    appoint(desks, Role.HEAD, school.teacher)
    roles_end(desks, "head", school.teacher)
    confirm(desks.of(school.ta), READ)
    desks.sync(school.head, school.ta, school.head, school.teacher)
    assert confirmed(desks, school.teacher) == []


def test_training_comes_with_what_became_of_it(desks: Desks) -> None:
    school = desks.school
    kept = record_training(desks.of(school.ta), said(school.ta))
    desks.sync(school.head)
    answer_training(desks.of(school.head), kept.entry.eid, Answer.AGREED)
    appoint(desks, Role.DSL, school.teacher)
    desks.sync(school.head, school.ta, school.teacher)
    assert [each.standing for each in all_training(desks.of(school.teacher))] == [Standing.AGREED]


def test_a_duty_that_was_done_is_done_for_a_new_chair(desks: Desks) -> None:
    set_terms(desks)
    say_done(desks.of(desks.school.head), "guidance", TERM)
    appoint(desks, Role.CHAIR, desks.school.vice_chair)
    desks.sync(desks.school.head)
    assert state(desks, desks.school.vice_chair) is DutyState.DONE


def test_a_new_head_counts_the_reports_that_were_issued_before_and_can_open_them(desks: Desks, tmp_path: Path) -> None:
    saved = issued(desks, desks.school.head, tmp_path)
    appoint(desks, Role.HEAD, desks.school.deputy)
    desks.sync(desks.school.head, desks.school.deputy)
    new = desks.of(desks.school.deputy)
    [report] = issued_reports(new)
    assert report_content(new, report) == saved.path.read_bytes()
    assert [each.period for each in read_ground(new).earlier] == [report.manifest.period]


def test_the_supplement_of_the_chair_goes_to_no_head(desks: Desks, tmp_path: Path) -> None:
    issued(desks, desks.school.chair, tmp_path)
    for role in (Role.HEAD, Role.VICE_CHAIR):
        appoint(desks, role, {Role.HEAD: desks.school.deputy, Role.VICE_CHAIR: desks.school.teacher}[role])
    desks.sync(desks.school.chair, desks.school.vice_chair, desks.school.deputy, desks.school.teacher)
    assert [len(issued_reports(desks.of(each))) for each in (desks.school.deputy, desks.school.teacher)] == [0, 1]


def test_what_was_exported_before_stands_in_the_audit_of_a_new_head(desks: Desks) -> None:
    school = desks.school
    said = content(desks, REGISTER_EXPORT, {"register": "actions", "purpose": "The board"})
    desks.of(school.head).write(said, (school.chair.person_id,))
    appoint(desks, Role.HEAD, school.deputy)
    desks.sync(school.head, school.deputy)
    assert [line.deed for line in read_audit(desks.of(school.deputy)).lines] == [Deed.EXPORTED]


def test_what_is_proposed_to_be_destroyed_is_handed_to_nobody(desks: Desks) -> None:
    school = desks.school
    confirm(desks.of(school.ta), READ)
    desks.sync(school.head, school.dsl)
    [kept] = desks.of(school.dsl).entries.of_kind(POLICY_CONFIRMED)
    proposal = {"entries": [kept.entry.eid], "record_class": "confirmation", "due": "2026-03-12", "edition": "1"}
    told = (school.head.person_id, school.ta.person_id)
    desks.of(school.dsl).write(content(desks, DISPOSAL, {}, **proposal, readers=list(told)), told)
    desks.sync(school.head, school.ta)
    appoint(desks, Role.HEAD, school.teacher)
    desks.sync(school.head, school.dsl, school.ta, school.teacher)
    assert confirmed(desks, school.teacher) == []


def test_so_many_at_once_and_the_rest_when_those_have_come(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing, "ON_THE_WAY", 2)
    school = desks.school
    for number in range(5):
        confirm(desks.of(school.ta), msgspec.structs.replace(READ, policy=f"policy-{number}"))
    desks.sync(school.head)
    appoint(desks, Role.HEAD, school.teacher)
    held = []
    for _ in range(3):
        desks.sync(school.head, school.head)
        held.append(grants(desks, school.head))
        desks.sync(school.teacher, school.head)
    assert (held, len(confirmed(desks, school.teacher))) == ([2, 4, 5], 5)


def test_whoever_leaves_no_receipts_is_handed_theirs_all_the_same(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing, "ON_THE_WAY", 1)
    school = desks.school
    for member in (school.ta, school.supply):
        record_training(desks.of(school.head), said(member))
    managed_by(desks, school.teacher, school.ta, school.supply)
    desks.sync(school.head, school.head, school.teacher)
    assert len(all_training(desks.of(school.teacher))) == 2


def test_what_was_handed_on_is_read_as_strictly_as_what_was_sent(desks: Desks) -> None:
    school = desks.school
    forge(desks, school.ta, (school.head,), content(desks, TRAINING, said(school.teacher)))
    desks.sync(school.head)
    appoint(desks, Role.DSL, school.teacher)
    desks.sync(school.head, school.teacher)
    teacher = desks.of(school.teacher)
    assert (len(teacher.entries.of_kind(TRAINING)), all_training(teacher)) == (1, ())
