# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records that won't open are read and not changed by one byte; those that do open are never opened so (ux.md Y5)."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.cases.acting import ActRefusedError, act
from desktop.cases.inbox import read_inbox
from desktop.cases.page import Part, open_page
from desktop.cases.refusals import Refusal
from desktop.cases.rows import Shelf
from desktop.changing.making import settle
from desktop.reading_only import details, open_to_read
from desktop.session import Session
from storage.errors import Fault, KnownError
from tests.desktop.desks import Desks, concern
from tests.desktop.wont_open import damage, make_newer
from tests.storage.school import refusing

Break = Callable[[Session], Path]


def damaged(session: Session) -> Path:
    return damage(session, "arrivals")


@pytest.fixture(params=[damaged, make_newer], ids=["damaged", "newer"])
def broken(request: pytest.FixtureRequest, desks: Desks) -> Iterator[tuple[Desks, Session, Path]]:
    """The safeguarding lead's records, with a case in them, as they can still be opened."""
    dsl = desks.school.dsl
    desks.concern(desks.school.ta, desks.school.teacher)
    desks.sync(dsl)
    path = request.param(desks._open.pop(dsl.person_id))
    with closing(open_to_read(desks.candour, dsl.person_id, dsl.passphrase)) as session:
        yield desks, session, path


def case_of(session: Session) -> str:
    return session.shelf(Shelf.NEEDS_YOU)[0]


def test_they_do_not_open_as_usual(broken: tuple[Desks, Session, Path]) -> None:
    desks, session, _ = broken
    session.close()
    dsl = desks.school.dsl
    with refusing(Fault.VAULT_DAMAGED, Fault.VAULT_TOO_NEW):
        desks.candour.sign_in(dsl.person_id, dsl.passphrase)


def test_what_is_in_them_is_read(broken: tuple[Desks, Session, Path]) -> None:
    _, session, _ = broken
    page = open_page(session, case_of(session))
    assert page.words == concern()["what_happened"]
    assert page.part is Part.READS


def test_no_byte_of_them_changes(broken: tuple[Desks, Session, Path]) -> None:
    _, session, path = broken
    before, there = path.read_bytes(), sorted(path.parent.iterdir())
    open_page(session, case_of(session))
    read_inbox(session, Shelf.NEEDS_YOU)
    settle(session)
    session.sync()
    with refusing(Fault.VAULT_READ_ONLY):
        session.vault.set_meta("note", b"x")
    session.close()
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == (before, there)


def test_nothing_is_filed_with_a_name_or_without(broken: tuple[Desks, Session, Path]) -> None:
    desks, session, _ = broken
    before = len(list((desks.school.exchange / "in").iterdir()))
    for values in (concern(), {**concern(), "give_name": "no"}):
        with refusing(Fault.VAULT_READ_ONLY):
            session.file("concern", {"about": desks.school.teacher.person_id, **values})
    assert len(list((desks.school.exchange / "in").iterdir())) == before


def test_nothing_is_recorded(broken: tuple[Desks, Session, Path]) -> None:
    _, session, _ = broken
    with pytest.raises(ActRefusedError) as refused:
        act(session, case_of(session), "note", {"note_kind": "note", "text": "A note."})
    assert refused.value.why is Refusal.READ_ONLY


def test_the_details_say_what_is_wrong_and_name_nobody(broken: tuple[Desks, Session, Path]) -> None:
    desks, _, _ = broken
    told = details(desks.candour, desks.school.dsl.person_id, KnownError(Fault.VAULT_DAMAGED))
    assert "Fault: vault_damaged" in told
    for private in (desks.school.dsl.name, desks.school.dsl.person_id, str(desks.school.home), "Hollowbrook"):
        assert private not in told


def test_records_that_open_are_opened_as_usual(desks: Desks) -> None:
    dsl = desks.school.dsl
    with closing(open_to_read(desks.candour, dsl.person_id, dsl.passphrase)) as session:
        assert not session.is_read_only


def test_a_wrong_passphrase_reads_nothing(desks: Desks) -> None:
    dsl = desks.school.dsl
    damaged(desks.of(dsl))
    desks._open.pop(dsl.person_id)
    with refusing(Fault.WRONG_PASSPHRASE):
        open_to_read(desks.candour, dsl.person_id, "not the right one at all")


def test_without_the_first_page_nothing_can_be_read(desks: Desks) -> None:
    dsl = desks.school.dsl
    path = damaged(desks.of(dsl))
    desks._open.pop(dsl.person_id)
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
    with refusing(Fault.VAULT_DAMAGED):
        open_to_read(desks.candour, dsl.person_id, dsl.passphrase)
