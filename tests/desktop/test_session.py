# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody signed in: what their vault keeps, sends and takes in, and what they are warned of."""

import os
import shutil
from dataclasses import replace

import pytest

from desktop.cases.acting import open_case
from desktop.cases.case import Phase
from desktop.cases.rows import Group, Shelf
from desktop.directory import next_statement
from desktop.faults import DeskFault
from desktop.filing import Delivery
from desktop.founding import admit, publish
from desktop.opening import open_session
from desktop.phrases import reference
from desktop.services import Candour, open_candour
from desktop.synced import Alarm
from storage.charter import PeopleData, PersonFact, RoleData, SettingsData
from storage.database import open_database
from storage.directory_store import statement_file
from storage.errors import Fault, KnownError
from storage.exchange import lay_out
from storage.slots import FLOOR
from storage.statements import write_statement
from storage.vault import DATABASE, Vault, create_vault
from tests.desktop.desks import (
    LOW_LEVEL,
    Desks,
    concern,
    content,
    envelopes,
    forge,
    put_back,
    spool_of,
    tables,
    take_away,
)
from tests.school import Member

DERIVED = ("views", "view_tags")


def settings_change(desks: Desks, **settings: object) -> None:
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.head, desks.school.chair))
    publish(desks.candour.machine, "settings", SettingsData(set=settings), signers)


# Signing in


def test_a_passphrase_opens_a_persons_own_vault(small_candour: Candour, desks: Desks) -> None:
    session = small_candour.sign_in(desks.school.ta.person_id, desks.school.ta.passphrase)
    try:
        assert session.me == desks.school.ta.person_id
    finally:
        session.close()


@pytest.mark.parametrize("member", ["ta", "supply"])
def test_a_wrong_passphrase_sounds_the_same_with_a_vault_and_without(desks: Desks, member: str) -> None:
    person: Member = getattr(desks.school, member)
    with pytest.raises(KnownError) as raised:
        desks.candour.sign_in(person.person_id, "wreath tutor buckle mosaic")
    assert (raised.value.code, raised.value.parameters) == (Fault.WRONG_PASSPHRASE, {})


def test_a_vault_of_another_school_is_refused_and_closed(desks: Desks) -> None:
    folder = desks.candour.machine.home.vaults / "stranger"
    vault = create_vault(folder, person=desks.school.ta.person_id, passphrase=b"a stranger in the vaults", cost=FLOOR)
    vault.belong_to("ff" * 32)
    with pytest.raises(KnownError) as raised:
        open_session(desks.candour.machine, vault, desks.candour.meaning)
    assert raised.value.code is Fault.SCHOOL_REFUSED
    with pytest.raises(Exception, match="closed"):
        vault.meta("person")


@pytest.mark.parametrize(("member", "reviews"), [("dsl", True), ("vice_chair", True), ("ta", False)])
def test_only_people_with_a_role_have_an_inbox(desks: Desks, member: str, reviews: bool) -> None:
    assert desks.of(getattr(desks.school, member)).is_reviewer is reviews


# One's own copy


def test_what_somebody_sends_is_in_their_vault_at_once(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    session = desks.of(desks.school.ta)
    assert (session.shelf(Shelf.MINE), session.row(case).about) == ([case], ("Tom Ashby",))


def test_what_somebody_sent_is_there_when_they_sign_in_again(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.leave(desks.school.ta)
    assert desks.of(desks.school.ta).case(case).report is not None


def test_a_chain_goes_on_for_the_same_readers_and_begins_for_others(desks: Desks) -> None:
    about = (desks.school.teacher, desks.school.head, desks.school.teacher)
    cases = [desks.concern(desks.school.ta, each) for each in about]
    bodies = [desks.of(desks.school.ta).entries.of_case(case)[0].entry.body for case in cases]
    assert [body.seq for body in bodies] == [1, 1, 2]
    assert (bodies[0].chain == bodies[2].chain, bodies[0].chain == bodies[1].chain) == (True, False)
    assert bodies[2].prev == cases[0]


def test_whoever_reads_one_chain_sees_no_gap_of_another(desks: Desks) -> None:
    for about in (desks.school.teacher, desks.school.head, desks.school.dsl, desks.school.teacher):
        desks.concern(desks.school.ta, about)
    desks.hands.forward(days=2)
    desks.sync()
    assert [desks.of(each).gaps() for each in desks.school.members if each.passphrase] == [[]] * 7


def test_a_lost_envelope_is_a_gap_with_its_author(desks: Desks) -> None:
    cases = [desks.concern(desks.school.ta, desks.school.teacher) for _ in range(2)]
    first = desks.of(desks.school.ta).vault.database.value("SELECT name FROM outbox WHERE eid = ?", (cases[0],))
    (desks.school.exchange / "in" / str(first)).unlink()
    shutil.rmtree(desks.candour.machine.home.spool)
    desks.sync(desks.school.dsl)
    desks.hands.forward(hours=1)
    (gap,) = desks.of(desks.school.dsl).gaps()
    assert (gap[0], gap[1].missing) == (desks.school.ta.person_id, (1,))


# Sending until it is received


def test_what_could_not_leave_goes_with_the_next_look(desks: Desks) -> None:
    take_away(desks.school)
    filed = desks.of(desks.school.ta).file("concern", {"about": desks.school.teacher.person_id, **concern()})
    assert filed.delivery is Delivery.WAITING
    put_back(desks.school)
    assert len(desks.sync(desks.school.ta)[desks.school.ta.name].offered.delivered) == 1
    assert desks.case(desks.school.dsl, filed.case_id).report is not None


def test_a_lost_exchange_is_filled_again_from_vaults_and_spool(desks: Desks) -> None:
    member = desks.concern(desks.school.ta, desks.school.teacher)
    walk_up = desks.candour.file_walk_up(
        "concern", {"about": desks.school.teacher.person_id, "name_choice": "leave_off", **concern()}
    )
    shutil.rmtree(desks.school.exchange)
    lay_out(desks.school.exchange)
    desks.sync(desks.school.ta)
    for case in (member, walk_up.case_id):
        assert desks.case(desks.school.dsl, case).report is not None


def test_a_member_fills_a_spool_again_that_was_tidied_away(desks: Desks) -> None:
    take_away(desks.school)
    case = desks.concern(desks.school.ta, desks.school.teacher)
    shutil.rmtree(desks.candour.machine.home.spool)
    put_back(desks.school)
    desks.sync(desks.school.ta)
    assert desks.case(desks.school.dsl, case).report is not None


def test_a_second_look_does_nothing(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    desks.sync()
    before = {each.name: tables(desks.of(each)) for each in desks.school.members if each.passphrase}
    lying = sorted(path.name for path in desks.school.exchange.rglob("*"))
    again = desks.sync()
    assert {each.name: tables(desks.of(each)) for each in desks.school.members if each.passphrase} == before
    assert sorted(path.name for path in desks.school.exchange.rglob("*")) == lying
    assert not any(synced.ingested.new or synced.received for synced in again.values())


def test_a_receipt_names_who_received_it(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync(desks.school.dsl)
    assert desks.sync(desks.school.ta)[desks.school.ta.name].received == (case,)
    receipts = dict(desks.of(desks.school.ta).receipts(case))
    received = {person for person, receipt in receipts.items() if receipt.received_at}
    assert received == {desks.school.dsl.person_id}
    assert {*receipts} == {desks.school.dsl.person_id, desks.school.head.person_id}


def test_a_forged_receipt_is_none(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    tokens = desks.of(desks.school.ta).vault.database.rows("SELECT token FROM expected WHERE eid = ?", (case,))
    for (token,) in tokens:
        (desks.school.exchange / "ack" / str(token)).write_bytes(b"\0" * 121)
    assert desks.sync(desks.school.ta)[desks.school.ta.name].received == ()


def test_whoever_holds_no_role_leaves_no_sign_of_having_looked(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync(desks.school.teacher, desks.school.ta)
    assert [*(desks.school.exchange / "ack").iterdir(), *(desks.school.exchange / "hb").iterdir()] == []


def test_every_reader_leaves_as_many_tokens_whether_it_was_for_them_or_not(desks: Desks) -> None:
    for about in (desks.school.teacher, desks.school.head):
        desks.concern(desks.school.ta, about)
    before = 0
    for member in (desks.school.dsl, desks.school.head, desks.school.chair, desks.school.vice_chair):
        desks.sync(member)
        now = len([*(desks.school.exchange / "ack").iterdir()])
        assert now - before == 2
        before = now


# Reading


def test_all_readers_come_to_see_the_same(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.act(desks.school.dsl, case, "triage", LOW_LEVEL)
    desks.act(desks.school.head, case, "decision", LOW_LEVEL)
    one, other = (desks.case(each, case) for each in (desks.school.dsl, desks.school.head))
    assert [entry.eid for entry in one.entries] == [entry.eid for entry in other.entries]
    assert (one.phase, one.missing) == (other.phase, other.missing)


def test_two_decisions_that_did_not_see_each_other_are_both_shown_to_both(desks: Desks) -> None:
    school = desks.school
    settings_change(desks, dsl_may_decide_low_level=True)
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    unplugged = take_away(school)
    made = {desks.act(each, case, "decision", LOW_LEVEL) for each in (school.dsl, school.head)}
    assert unplugged.exists()
    put_back(school)
    desks.sync()
    for each in (school.dsl, school.head):
        seen = desks.case(each, case)
        assert {entry.eid for entry in seen.of_kind("decision")} == made
        assert seen.uncounted == frozenset()
    one, other = (desks.case(each, case).decision for each in (school.dsl, school.head))
    assert one is not None
    assert other is not None
    assert one.eid == other.eid


def test_the_next_entry_brings_two_ends_together(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    take_away(school)
    ends = {desks.act(each, case, "note", {"text": "I rang her."}) for each in (school.dsl, school.head)}
    put_back(school)
    desks.sync()
    eid = desks.act(school.dsl, case, "note", {"text": "Both of us rang."})
    note = desks.case(school.dsl, case).entry(eid)
    assert note is not None
    assert {*note.parents} == ends


@pytest.mark.parametrize(
    ("member", "shelf", "group"),
    [
        ("dsl", Shelf.NEEDS_YOU, Group.TO_DECIDE),
        ("head", Shelf.NEEDS_YOU, Group.TO_DECIDE),
        ("ta", Shelf.MINE, Group.OTHER),
    ],
)
def test_a_concern_stands_where_its_reader_looks(desks: Desks, member: str, shelf: Shelf, group: Group) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    session = desks.of(getattr(desks.school, member))
    assert ([case], group) == (session.shelf(shelf), session.row(case).group)


@pytest.mark.parametrize("member", ["chair", "vice_chair", "deputy", "teacher"])
def test_whoever_does_not_read_it_has_it_on_no_shelf(desks: Desks, member: str) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    session = desks.of(getattr(desks.school, member))
    assert [session.shelf(shelf) for shelf in Shelf] == [[] for _ in Shelf]


def test_a_concern_about_the_head_stands_with_the_chair_alone(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.head)
    desks.sync()
    assert desks.of(desks.school.chair).shelf(Shelf.NEEDS_YOU) == [case]
    assert desks.of(desks.school.head).shelf(Shelf.NEEDS_YOU) == desks.of(desks.school.dsl).shelf(Shelf.NEEDS_YOU) == []


def test_an_answer_does_not_bring_what_one_sent_into_an_inbox(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.act(desks.school.dsl, case, "question", {"text": "When was it?"})
    desks.sync()
    assert desks.of(desks.school.ta).shelf(Shelf.MINE) == [case]


def test_a_forged_decision_of_the_reporter_changes_nothing(desks: Desks) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.sync()
    before = desks.of(school.dsl).row(case)
    said = content(desks, "decision", LOW_LEVEL, case=case, parents=(case,))
    forged = forge(desks, school.ta, (school.dsl, school.head), said).entry.eid
    after = desks.case(school.dsl, case)
    assert after.uncounted == {forged}
    assert (after.decision, after.phase) == (None, Phase.TO_DECIDE)
    assert (before.shelf, before.decide_by) == (
        desks.of(school.dsl).row(case).shelf,
        desks.of(school.dsl).row(case).decide_by,
    )


def test_a_report_that_makes_its_author_the_decider_gives_them_no_say(desks: Desks) -> None:
    school = desks.school
    readers = [[school.ta.person_id, "head"], [school.dsl.person_id, "dsl"], [school.head.person_id, "head"]]
    said: dict[str, object] = {"about": school.teacher.person_id, **concern()}
    report = content(desks, "report", said, readers=readers, decider=school.ta.person_id, form="concern")
    case = forge(desks, school.ta, (school.dsl, school.head, school.ta), report).entry.eid
    decided = content(desks, "decision", LOW_LEVEL, case=case, parents=(case,))
    forge(desks, school.ta, (school.dsl, school.head), decided)
    seen = desks.case(school.head, case)
    assert (seen.reads(school.ta.person_id), seen.decider, seen.decision) == (False, None, None)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    assert desks.case(school.dsl, case).decision is not None


def test_a_report_that_names_a_directory_that_is_not_there_yet_is_judged_by_todays(desks: Desks) -> None:
    school = desks.school
    readers = [[school.ta.person_id, "head"], [school.dsl.person_id, "dsl"]]
    said: dict[str, object] = {"about": school.teacher.person_id, **concern()}
    plain = content(desks, "report", said, readers=readers, decider=school.ta.person_id, form="concern")
    far = replace(plain, directory=(60_000, "ab" * 32))
    case = forge(desks, school.ta, (school.dsl, school.ta), far).entry.eid
    assert not desks.case(school.dsl, case).reads(school.ta.person_id)


@pytest.mark.parametrize("answers", [{"risk_now": []}, {"about": {}}, {"categories": {"x": 1}}, {"what_happened": 7}])
def test_a_report_of_nonsense_does_not_stop_the_next_one(desks: Desks, answers: dict[str, object]) -> None:
    school = desks.school
    said = content(desks, "report", answers, readers=[[[]], 7, [school.dsl.person_id, []]], decider=[], form="concern")
    forge(desks, school.ta, (school.dsl, school.head), said)
    case = desks.concern(school.deputy, school.teacher)
    assert desks.case(school.dsl, case).report is not None


# Finding


def test_a_case_is_found_by_its_reference_however_it_is_typed(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    session = desks.of(desks.school.ta)
    for typed in (reference(case), reference(case).lower(), reference(case).replace("-", " "), f" {case} ", case[:12]):
        assert session.find(typed) == case


@pytest.mark.parametrize(
    "typed", ["", "0000-0000", "zzzz-zzzz", "U-U-U-U-U-U-U-U", "ffffffffff", "%", "é" * 8, "0" * 64]
)
def test_what_is_not_there_is_not_found(desks: Desks, typed: str) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    with pytest.raises(KnownError) as raised:
        desks.of(desks.school.ta).find(typed)
    assert raised.value.code is DeskFault.NO_SUCH_CASE


def test_what_is_there_for_others_sounds_like_what_is_not_there(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    for look in (
        desks.of(desks.school.teacher).find,
        desks.of(desks.school.teacher).case,
        desks.of(desks.school.teacher).row,
    ):
        with pytest.raises(KnownError) as raised:
            look(case)
        assert raised.value.code is DeskFault.NO_SUCH_CASE


# Rows


def test_rows_made_again_are_the_same(desks: Desks) -> None:
    for about in (desks.school.teacher, desks.school.supply, None):
        desks.act(desks.school.dsl, desks.concern(desks.school.ta, about), "note", {"text": "…"})
    session = desks.of(desks.school.dsl)
    before = {name: rows for name, rows in tables(session).items() if name in DERIVED}
    session.project_everything()
    assert {name: rows for name, rows in tables(session).items() if name in DERIVED} == before


def test_rows_follow_a_change_of_the_directory(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    signer = (desks.of(desks.school.head).vault.keys.signing,)
    renamed = PersonFact(id=desks.school.teacher.person_id, profile={"name": "Tom Ashby-Lee"})
    publish(desks.candour.machine, "people", PeopleData(set=(renamed,)), signer)
    desks.sync(desks.school.dsl)
    assert desks.of(desks.school.dsl).row(case).about == ("Tom Ashby-Lee",)


def test_rows_follow_a_change_that_came_while_nobody_was_signed_in(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    desks.leave(desks.school.dsl)
    settings_change(desks, decision_hours=48)
    session = desks.of(desks.school.dsl)
    due = session.row(case).decide_by
    assert due is not None
    assert (due - session.row(case).filed_at).total_seconds() == 48 * 3600


def test_the_clocks_follow_a_change_of_the_settings(desks: Desks) -> None:
    session = desks.of(desks.school.dsl)
    settings_change(desks, decision_hours=48)
    session.sync()
    assert session.clocks.rules["decision"].hours == 48


# The exchange out of reach


def test_an_exchange_out_of_reach_is_said_and_nothing_is_lost(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    take_away(desks.school)
    desks.act(desks.school.dsl, case, "note", {"text": "I rang her."})
    assert not desks.of(desks.school.dsl).sync().is_reachable
    assert len(spool_of(desks.school).names()) == 2
    put_back(desks.school)
    desks.sync()
    assert len(desks.case(desks.school.head, case).of_kind("note")) == 1


def test_work_goes_on_without_the_exchange(desks: Desks) -> None:
    case = desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync()
    take_away(desks.school)
    assert open_case(desks.of(desks.school.dsl), case).reads(desks.school.dsl.person_id)


# Alarms (security.md 3.2, 3.7, T20)


def test_a_day_without_oddities_raises_no_alarm(desks: Desks) -> None:
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.hands.forward(days=2)
    assert {synced.alarms for synced in desks.sync().values()} == {()}


def test_an_older_copy_of_a_vault_put_back_is_noticed(desks: Desks) -> None:
    school = desks.school
    desks.sync(school.dsl)
    desks.leave(school.dsl)
    folder = desks.candour.machine.home.vault(school.dsl.person_id)
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    desks.hands.forward(days=2)
    desks.sync(school.dsl)
    desks.leave(school.dsl)
    shutil.rmtree(folder)
    kept.rename(folder)
    assert Alarm.OLDER_VAULT in desks.sync(school.dsl)[school.dsl.name].alarms


def test_an_older_copy_leaves_no_heartbeat_that_would_hide_it(desks: Desks) -> None:
    school = desks.school
    test_an_older_copy_of_a_vault_put_back_is_noticed(desks)
    desks.hands.forward(days=2)
    assert Alarm.OLDER_VAULT in desks.sync(school.dsl)[school.dsl.name].alarms


def test_a_clock_a_month_behind_another_reader_s_is_noticed(desks: Desks) -> None:
    school = desks.school
    desks.sync(school.head)
    assert Alarm.CLOCK_BEHIND not in desks.sync(school.dsl)[school.dsl.name].alarms
    desks.hands.forward(days=-30)
    assert Alarm.CLOCK_BEHIND in desks.sync(school.dsl)[school.dsl.name].alarms


@pytest.mark.parametrize(("stamped_days_ago", "is_told"), [(0, False), (30, True)])
def test_a_clock_a_month_ahead_of_the_folder_s_and_of_everybody_s_is_noticed(
    desks: Desks, stamped_days_ago: int, is_told: bool
) -> None:
    school = desks.school
    desks.sync(school.head)
    desks.hands.forward(days=30)
    desks.sync(school.dsl)
    stamp = desks.hands.at.timestamp() - stamped_days_ago * 86_400
    for heartbeat in (school.exchange / "hb").iterdir():
        os.utime(heartbeat, (stamp, stamp))
    assert (Alarm.CLOCK_AHEAD in desks.sync(school.dsl)[school.dsl.name].alarms) == is_told


def test_a_directory_rolled_back_on_this_machine_is_noticed(desks: Desks) -> None:
    school = desks.school
    settings_change(desks, decision_hours=48)
    desks.sync(school.dsl)
    desks.leave(school.dsl)
    newest = max(desks.candour.machine.home.directory.iterdir())
    newest.unlink()
    (school.exchange / "directory" / newest.name).unlink()
    fresh = open_candour(school.home, desks.hands)
    folder = fresh.machine.home.vault(school.dsl.person_id)
    vault = Vault(folder, open_database(folder / DATABASE, desks.ring.key(school.dsl)))
    session = open_session(fresh.machine, vault, fresh.meaning)
    try:
        assert Alarm.DIRECTORY_ROLLED_BACK in session.sync().alarms
    finally:
        session.close()


def test_a_forked_directory_is_noticed_and_the_first_one_stays(desks: Desks) -> None:
    school, machine = desks.school, desks.candour.machine
    before = machine.state
    settings_change(desks, decision_hours=48)
    signers = tuple(desks.of(each).vault.keys.signing for each in (school.dsl, school.vice_chair))
    rival = next_statement(before, "settings", SettingsData(set={"decision_hours": 1}), signers, machine.now())
    (school.exchange / "directory" / statement_file(rival)).write_bytes(write_statement(rival))
    assert Alarm.DIRECTORY_FORK in desks.sync(school.ta)[school.ta.name].alarms
    assert desks.candour.school.settings.decision_hours == 48


def test_a_new_statement_is_counted_and_is_no_alarm(desks: Desks) -> None:
    elsewhere = desks.school.copied_to(desks.school.home.with_name("elsewhere"))
    other = elsewhere.open(desks.hands)
    place = other.machine.home.place()
    other.machine.home.settle(
        type(place)(school=place.school, n=place.n, head=place.head, exchange=str(desks.school.exchange))
    )
    settings_change(desks, decision_hours=48)
    session = desks.ring.open(other, desks.school.ta)
    try:
        synced = session.sync()
    finally:
        session.close()
    assert (synced.new_statements, synced.alarms) == (1, ())


# One more vault of the same person


def test_a_second_vault_of_a_reader_gets_their_own_entries_too(desks: Desks) -> None:
    school, machine = desks.school, desks.candour.machine
    folder = machine.home.vaults / "second"
    second = create_vault(folder, person=school.dsl.person_id, passphrase=b"the lead at her other desk", cost=FLOOR)
    admit(machine, second, [desks.of(each).vault.keys.signing for each in (school.dsl, school.head)])
    session = open_session(machine, second, desks.candour.meaning)
    try:
        case = desks.concern(school.ta, school.teacher)
        note = desks.act(school.dsl, case, "note", {"text": "I rang her."})
        session.sync()
        assert session.case(case).entry(note) is not None
    finally:
        session.close()


def test_a_role_that_ends_takes_the_inbox_with_it(desks: Desks) -> None:
    signers = tuple(desks.of(each).vault.keys.signing for each in (desks.school.head, desks.school.chair))
    data = RoleData(role="deputy_dsl", person=desks.school.deputy.person_id, ends=True)
    publish(desks.candour.machine, "role", data, signers)
    assert not desks.of(desks.school.deputy).is_reviewer


def test_what_somebody_files_alone_stays_off_the_exchange(desks: Desks) -> None:
    desks.concern(desks.school.head, desks.school.dsl)
    assert envelopes(desks.school) == []


def test_a_list_that_no_other_reader_confirmed_for_long_is_told(desks: Desks) -> None:
    desks.hands.forward(days=30)
    lead = desks.of(desks.school.dsl)
    assert lead.sync().days_unconfirmed is not None
    desks.sync(desks.school.head)
    assert lead.sync().days_unconfirmed is None
