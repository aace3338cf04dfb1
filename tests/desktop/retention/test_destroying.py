# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two people have a record destroyed: it goes from readers' vaults and the exchange, and what is left verifies."""

import contextlib
from datetime import date
from pathlib import Path

import msgspec
import pytest

from desktop.backup import back_up, restore
from desktop.cases.acting import ActRefusedError, act, open_case
from desktop.cases.rows import Shelf
from desktop.chronology.page import read_page
from desktop.faults import DeskFault
from desktop.patterns.kept import LOOK
from desktop.retention.acting import hold, lift, propose, sign
from desktop.retention.carrying import waiting_for
from desktop.retention.kinds import DISPOSAL, KEEPING, SIGNATURE
from desktop.services import open_candour
from desktop.soundness import Trouble, check
from storage.entries import ChainPosition
from storage.errors import KnownError
from storage.grants import GRANT
from tests.desktop.desks import Desks, Values, content, forge, opened_by, spool_of, tables
from tests.desktop.retention.conftest import Over
from tests.desktop.retention.records import WORDS, signed, waited
from tests.desktop.test_backup import code_of
from tests.school import Member, SmallSchool

HOLD = {"basis": "court", "reason": "Claim 12/2026"}


def readers(desks: Desks) -> tuple[Member, Member]:
    return desks.school.dsl, desks.school.head


def holds_words(desks: Desks, member: Member) -> bool:
    return "xylophon" in repr(tables(desks.of(member)))


def is_gone(over: Over) -> bool:
    """Say whether it is gone from both readers' vaults; one and not the other is a mistake."""
    held = {holds_words(over.desks, member) for member in readers(over.desks)}
    assert len(held) == 1
    return held == {False}


def test_nothing_goes_while_others_may_object(over: Over) -> None:
    signed(over.desks, over.case)
    over.desks.hands.forward(days=6)
    over.desks.sync()
    assert not is_gone(over)


def test_it_goes_from_the_vaults_of_all_readers(over: Over) -> None:
    signed(over.desks, over.case)
    waited(over.desks)
    assert is_gone(over)
    for member in readers(over.desks):
        assert {entry.kind for entry in over.desks.case(member, over.case).entries} == KEEPING | {GRANT}


def test_it_stands_on_no_shelf_of_the_inbox(over: Over) -> None:
    signed(over.desks, over.case)
    waited(over.desks)
    assert over.desks.of(over.desks.school.dsl).shelf(Shelf.ELSEWHERE) == [over.case]


def test_what_is_left_is_sound_and_lacks_nothing(over: Over) -> None:
    desks, school = over.desks, over.desks.school
    signed(desks, over.case)
    desks.concern(school.ta, school.supply)
    waited(desks)
    desks.hands.forward(days=1)
    for member in readers(desks):
        assert check(desks.of(member)).troubles == ()
        assert desks.of(member).gaps() == []


def test_who_sent_it_keeps_their_own_copy(over: Over) -> None:
    signed(over.desks, over.case)
    waited(over.desks)
    assert WORDS in repr(over.desks.of(over.desks.school.ta).case(over.case).report)


def test_the_sealed_copies_leave_the_exchange(over: Over) -> None:
    head = over.desks.of(over.desks.school.head)
    eids = {entry.eid for entry in head.case(over.case).entries}
    signed(over.desks, over.case)
    waited(over.desks)
    left = [path.read_bytes() for path in (over.desks.school.exchange / "in").iterdir()]
    sessions = [over.desks.of(member) for member in readers(over.desks)]
    found = {entry.eid for data in left for session in sessions if (entry := opened_by(session, data))}
    assert found
    assert found.isdisjoint(eids)


def test_a_sealed_copy_stays_until_all_readers_have_it(over: Over) -> None:
    desks, head = over.desks, over.desks.of(over.desks.school.head)
    propose(desks.of(desks.school.dsl), over.case)
    head.sync()
    disposal = sign(head, over.case)
    open_case(head, over.case)
    desks.hands.forward(days=8)
    head.sync()
    assert waiting_for(head)[disposal.eid] == {desks.school.dsl.person_id}
    desks.sync()
    desks.sync()
    assert waiting_for(head) == {}


def test_a_hold_beats_two_signatures(over: Over) -> None:
    signed(over.desks, over.case)
    hold(over.desks.of(over.desks.school.dsl), over.case, HOLD)
    waited(over.desks)
    assert not is_gone(over)


def test_it_goes_once_the_hold_is_ended_and_others_had_time_to_object_again(over: Over) -> None:
    signed(over.desks, over.case)
    placed = hold(over.desks.of(over.desks.school.dsl), over.case, HOLD)
    waited(over.desks)
    lift(over.desks.of(over.desks.school.head), over.case, placed.entry.eid, "The claim was settled.")
    over.desks.sync()
    assert not is_gone(over)
    waited(over.desks)
    assert is_gone(over)


def test_nothing_goes_when_something_new_came(over: Over) -> None:
    signed(over.desks, over.case)
    over.desks.act(over.desks.school.dsl, over.case, "note", {"text": "His new school rang."})
    waited(over.desks)
    assert not is_gone(over)


def test_what_comes_again_is_refused(over: Over) -> None:
    exchange = over.desks.school.exchange / "in"
    kept = {path.name: path.read_bytes() for path in exchange.iterdir()}
    signed(over.desks, over.case)
    waited(over.desks)
    for name, data in kept.items():
        (exchange / name).write_bytes(data)
    over.desks.hands.forward(hours=1)
    over.desks.sync()
    assert is_gone(over)
    assert check(over.desks.of(over.desks.school.dsl)).is_sound


def test_one_who_takes_out_entries_by_themselves_is_found_out(over: Over) -> None:
    """Stubs without two signatures are no destruction."""
    session = over.desks.of(over.desks.school.dsl)
    database = session.vault.database
    database.execute(
        "INSERT INTO stubs SELECT eid, case_id, kind, author, at, chain, seq, prev, received_at, granted_by, eid"
        " FROM entries WHERE kind = 'triage'"
    )
    database.execute("DELETE FROM entries WHERE kind = 'triage'")
    session.project_everything()
    assert Trouble.UNSIGNED_STUB in check(session).troubles


def test_whoever_proposed_cannot_sign(over: Over) -> None:
    dsl = over.desks.of(over.desks.school.dsl)
    propose(dsl, over.case)
    with pytest.raises(KnownError) as caught:
        sign(dsl, over.case)
    assert caught.value.code is DeskFault.RETENTION_SAME_PERSON


def test_who_sent_it_has_no_part_in_it(over: Over) -> None:
    with pytest.raises(ActRefusedError):
        propose(over.desks.of(over.desks.school.ta), over.case)


def test_what_is_kept_cannot_be_proposed(over: Over) -> None:
    hold(over.desks.of(over.desks.school.dsl), over.case, HOLD)
    with pytest.raises(KnownError) as caught:
        propose(over.desks.of(over.desks.school.dsl), over.case)
    assert caught.value.code is DeskFault.RETENTION_HELD


def test_what_is_open_cannot_be_proposed(over: Over) -> None:
    case = over.desks.concern(over.desks.school.ta, over.desks.school.teacher)
    over.desks.sync()
    with pytest.raises(KnownError) as caught:
        propose(over.desks.of(over.desks.school.dsl), case)
    assert caught.value.code is DeskFault.RETENTION_OPEN


def test_what_somebody_has_asked_for_stays_until_they_are_answered(over: Over) -> None:
    dsl = over.desks.of(over.desks.school.dsl)
    about = over.desks.school.teacher.person_id
    said: Values = {"received_on": "2026-03-12", "came_by": "letter", "what_happened": "Everything."}
    dsl.file("data_request", {"about": about, **said})
    with pytest.raises(KnownError) as caught:
        propose(dsl, over.case)
    assert caught.value.code is DeskFault.RETENTION_HELD


def test_an_older_backup_does_not_bring_it_back(over: Over, tmp_path: Path) -> None:
    desks, dsl = over.desks, over.desks.school.dsl
    code = code_of(desks.of(dsl), dsl)
    made = back_up(desks.of(dsl))
    signed(desks, over.case)
    waited(desks)
    desks.leave(dsl)
    candour = open_candour(tmp_path / "new machine", desks.hands)
    assert restore(candour, made.file, code).synced.destroyed == (over.case,)
    with contextlib.closing(candour.sign_in(dsl.person_id, dsl.passphrase)) as session:
        assert "xylophon" not in repr(tables(session))
        assert check(session).troubles == ()


def test_what_two_people_without_a_part_in_it_sign_destroys_nothing(over: Over) -> None:
    """Whoever reported it knows its id, and can write what they like."""
    desks, school = over.desks, over.desks.school
    proposed = propose(desks.of(school.dsl), over.case)
    desks.sync()
    data = msgspec.to_builtins(proposed.said)
    for_all = (school.dsl, school.head)
    forged = forge(desks, school.ta, for_all, content(desks, DISPOSAL, {}, case=over.case, **data))
    place = ChainPosition("cd" * 16, 1, None)
    for eid in (forged.entry.eid, proposed.eid):
        forge(desks, school.teacher, for_all, content(desks, SIGNATURE, {}, case=over.case, of=eid), place)
        place = ChainPosition("ef" * 16, 1, None)
    waited(desks)
    assert not is_gone(over)


def test_one_person_with_two_keys_is_one_person(over: Over) -> None:
    desks, school = over.desks, over.desks.school
    proposed = propose(desks.of(school.dsl), over.case)
    said = content(desks, SIGNATURE, {}, case=over.case, of=proposed.eid)
    forge(desks, school.dsl, (school.head, school.dsl), said)
    waited(desks)
    assert not is_gone(over)


def test_what_came_late_can_go_too(over: Over) -> None:
    """Somebody who was away for longer than a week added something before they heard of it."""
    desks, school = over.desks, over.desks.school
    propose(desks.of(school.dsl), over.case)
    desks.sync()
    sign(desks.of(school.head), over.case)
    act(desks.of(school.dsl), over.case, "note", {"text": "His new school rang, xylophonically."})
    late = newest(school)
    late.unlink()
    spool_of(school).let_go(late.name)
    desks.hands.forward(days=8)
    desks.of(school.head).sync()
    desks.sync(school.dsl, school.head)  # the lead's vault puts it back
    head = desks.of(school.head)
    assert [entry.kind for entry in head.case(over.case).entries if entry.kind not in KEEPING | {GRANT}] == ["note"]
    assert head.row(over.case).shelf is Shelf.IN_PROGRESS
    propose(head, over.case)
    desks.sync()
    propose(desks.of(school.dsl), over.case)
    desks.sync()
    sign(head, over.case)
    waited(desks)
    waited(desks)
    assert is_gone(over)


def newest(school: SmallSchool) -> Path:
    """The envelope that was left last."""
    return max((school.exchange / "in").iterdir(), key=lambda path: path.stat().st_mtime_ns)


def test_the_page_of_somebody_who_has_left_says_when_their_records_are_due(over: Over) -> None:
    desks = over.desks
    page = read_page(desks.of(desks.school.dsl), desks.school.teacher.person_id)
    assert page.review_on == date(2026, 3, 12)


def test_what_a_look_for_patterns_found_goes_along(over: Over) -> None:
    """It says sentences about records, and names people."""
    head = over.desks.of(over.desks.school.head)
    head.vault.set_meta(LOOK, b"{}")
    signed(over.desks, over.case)
    waited(over.desks)
    assert head.vault.database.value("SELECT 1 FROM meta WHERE name = ?", (LOOK,)) is None
