# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A vault that was tampered with is not called sound, and one that was not is (security.md 3.10)."""

import os
import shutil
from collections.abc import Mapping

import pytest

from desktop.founding import publish
from desktop.services import Candour
from desktop.session import Session
from desktop.soundness import Soundness, Trouble, check
from storage.charter import PeopleData, PersonFact
from storage.compose import compose_member
from storage.entries import ChainPosition, StoredEntry
from storage.errors import KnownError
from storage.vault import DATABASE
from tests.desktop.desks import LOW_LEVEL, Desks, content, forge
from tests.school import Member


@pytest.fixture
def reviewed(desks: Desks) -> Desks:
    """A school in which two cases were begun and one was triaged and decided."""
    school = desks.school
    case = desks.concern(school.ta, school.teacher)
    desks.concern(school.ta, school.supply)
    desks.act(school.dsl, case, "triage", LOW_LEVEL)
    desks.act(school.head, case, "decision", LOW_LEVEL)
    desks.sync()
    return desks


def found(desks: Desks, member: Member) -> tuple[Trouble, ...]:
    return check(desks.of(member)).troubles


def changed(session: Session, sql: str) -> Soundness:
    """What is found once somebody who has the database's key has changed it."""
    assert session.vault.database.execute(sql) > 0
    return check(session)


def test_a_vault_at_work_is_sound(reviewed: Desks) -> None:
    for member in reviewed.school.members:
        if member.passphrase:
            assert check(reviewed.of(member)).is_sound


def test_everything_is_counted(reviewed: Desks) -> None:
    soundness = check(reviewed.of(reviewed.school.dsl))
    assert (soundness.entries, soundness.cases, soundness.set_aside) == (4, 2, 0)


def test_an_empty_vault_is_sound(desks: Desks) -> None:
    assert check(desks.of(desks.school.vice_chair)) == Soundness(0, 0, (), 0)


def test_a_vault_is_still_sound_when_the_directory_has_moved_on(reviewed: Desks) -> None:
    signer = (reviewed.of(reviewed.school.head).vault.keys.signing,)
    renamed = PersonFact(id=reviewed.school.teacher.person_id, profile={"name": "Tom Ashby-Lee"})
    reviewed.leave(reviewed.school.dsl)
    publish(reviewed.candour.machine, "people", PeopleData(set=(renamed,)), signer)
    assert found(reviewed, reviewed.school.dsl) == ()


def test_a_changed_byte_of_an_entry_is_found(reviewed: Desks) -> None:
    session = reviewed.of(reviewed.school.dsl)
    sql = "UPDATE entries SET body = CAST(replace(CAST(body AS TEXT), 'shouted', 'sh0uted') AS BLOB)"
    soundness = changed(session, sql)
    assert soundness.troubles == (Trouble.ENTRY_REFUSED,)


def test_a_changed_signature_is_found(reviewed: Desks) -> None:
    session = reviewed.of(reviewed.school.dsl)
    assert changed(session, "UPDATE entries SET signature = zeroblob(64)").troubles == (Trouble.ENTRY_REFUSED,)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE views SET row = CAST(replace(CAST(row AS TEXT), 'Tom', 'Tim') AS BLOB)",
        "UPDATE views SET shelf = 'closed'",
        "UPDATE views SET rank = '0'",
        "DELETE FROM views",
        "DELETE FROM view_tags",
        "UPDATE view_tags SET tag = 'about nobody' WHERE tag LIKE 'about %'",
        "INSERT INTO views SELECT 'ff', shelf, rank, row FROM views LIMIT 1",
        "UPDATE parts SET place = 'board 2020-01-01'",
        "DELETE FROM parts",
        "UPDATE entries SET kind = 'note' WHERE kind = 'triage'",
        "UPDATE entries SET at = '2020-01-01'",
        "UPDATE entries SET author = 'ab'",
        "UPDATE entries SET case_id = 'ff' WHERE kind = 'triage'",
    ],
)
def test_a_changed_index_is_found(reviewed: Desks, sql: str) -> None:
    soundness = changed(reviewed.of(reviewed.school.dsl), sql)
    assert Trouble.INDEX_DIFFERS in soundness.troubles


def test_a_changed_index_can_be_made_again(reviewed: Desks) -> None:
    session = reviewed.of(reviewed.school.dsl)
    assert not changed(session, "UPDATE views SET shelf = 'closed'").is_sound
    session.project_everything()
    assert check(session).is_sound


def test_an_entry_taken_out_of_the_middle_is_found(reviewed: Desks) -> None:
    soundness = changed(reviewed.of(reviewed.school.head), "DELETE FROM entries WHERE kind = 'triage'")
    assert Trouble.PARENT_MISSING in soundness.troubles


def test_a_report_taken_out_from_under_its_chain_is_found(reviewed: Desks) -> None:
    session = reviewed.of(reviewed.school.dsl)
    assert session.vault.database.execute("DELETE FROM entries WHERE kind = 'report' AND seq = 1") == 1
    reviewed.hands.forward(hours=1)
    assert Trouble.GAP in check(session).troubles


def test_whoever_was_added_later_does_not_miss_what_they_were_never_sent(reviewed: Desks) -> None:
    school = reviewed.school
    (case, *_) = reviewed.of(school.ta).entries.cases()
    said = {"with": [{"person": school.chair.person_id}], "reason": "She chairs the panel."}
    reviewed.act(school.dsl, case, "share", said)
    reviewed.hands.forward(hours=1)
    reviewed.sync()
    assert found(reviewed, school.chair) == ()


def test_two_entries_of_one_number_are_a_fork(reviewed: Desks) -> None:
    school = reviewed.school
    for words in ("one", "another"):
        said = content(reviewed, "note", {"text": words})
        forge(reviewed, school.ta, (school.chair,), said, ChainPosition("cd" * 16, 1, None))
    reviewed.sync(school.chair)
    assert found(reviewed, school.chair) == (Trouble.FORK,)


def test_an_entry_that_names_another_before_it_breaks_the_chain(reviewed: Desks) -> None:
    school = reviewed.school
    forge(reviewed, school.ta, (school.chair,), content(reviewed, "note", {}), ChainPosition("cd" * 16, 1, None))
    forge(reviewed, school.ta, (school.chair,), content(reviewed, "note", {}), ChainPosition("cd" * 16, 2, "ab" * 32))
    reviewed.sync(school.chair)
    assert found(reviewed, school.chair) == (Trouble.CHAIN_BROKEN,)


def test_a_file_set_aside_is_counted_and_no_fault_of_the_record(reviewed: Desks) -> None:
    (reviewed.school.exchange / "in" / f"{'0' * 32}.cenv").write_bytes(b"not an envelope at all")
    reviewed.hands.forward(hours=1)
    os.utime(reviewed.school.exchange / "in" / f"{'0' * 32}.cenv", (0, 0))
    reviewed.sync(reviewed.school.dsl)
    soundness = check(reviewed.of(reviewed.school.dsl))
    assert (soundness.is_sound, soundness.set_aside) == (True, 1)


def test_an_old_page_put_back_is_found(reviewed: Desks, small_candour: Candour) -> None:
    """SQLCipher accepts a page that it wrote itself, whenever that was."""
    school = reviewed.school
    reviewed.leave(school.dsl)
    database = small_candour.machine.home.vault(school.dsl.person_id) / DATABASE
    old = database.read_bytes()
    (case, *_) = reviewed.of(school.ta).entries.cases()
    reviewed.act(school.dsl, case, "note", {"text": "I rang her."})
    reviewed.leave(school.dsl)
    new, page = database.read_bytes(), 4096
    differing = [at for at in range(0, min(len(old), len(new)), page) if old[at : at + page] != new[at : at + page]]
    told = []
    for at in differing:
        database.write_bytes(new[:at] + old[at : at + page] + new[at + page :])
        told.append(is_told(reviewed, school.dsl))
    # A page that holds only what this machine remembers of files may go back unseen: nothing of the record is in it.
    assert any(told)


def is_told(desks: Desks, member: Member) -> bool:
    """Say whether anything is found, on opening or on checking."""
    try:
        session = desks.of(member)
    except KnownError:
        return True
    try:
        return not check(session).is_sound
    except KnownError:
        return True
    finally:
        desks.leave(member)


def test_a_damaged_page_is_found(reviewed: Desks, small_candour: Candour) -> None:
    school = reviewed.school
    reviewed.leave(school.dsl)
    folder = small_candour.machine.home.vault(school.dsl.person_id)
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    size = (folder / DATABASE).stat().st_size
    for at in range(4096 + 100, size, 4096 * 5):
        data = bytearray((kept / DATABASE).read_bytes())
        data[at] ^= 1
        (folder / DATABASE).write_bytes(data)
        assert is_told(reviewed, school.dsl), at


def test_our_own_entry_that_was_never_chained_is_sound(reviewed: Desks) -> None:
    session = reviewed.of(reviewed.school.dsl)
    said: Mapping[str, object] = {"text": "To myself."}
    audience = reviewed.candour.machine.audience((session.me,), without_kid=session.vault.kid)
    made = compose_member(
        content(reviewed, "note", said), audience, reviewed.candour.machine.state.school, session.vault.keys,
        ChainPosition("ef" * 16, 1, None),
    )  # fmt: skip
    session.entries.add(StoredEntry(made.entry, reviewed.hands.at, frozenset()))
    session.project(made.entry.case)
    assert check(session).is_sound
