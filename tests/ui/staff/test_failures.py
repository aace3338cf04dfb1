# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was typed survives whatever the world does while it is sent, and "not sent" never looks like "sent"."""

import io
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.founding import publish
from desktop.people import PersonId
from storage.charter import AbsenceData, RevokeData
from tests.ui.staff.stage import STORY, Stage, signing
from ui.staff.check_page import CheckPage
from ui.staff.confirmation_page import ConfirmationPage
from ui.staff.form_desk import FormDesk
from ui.staff.no_room import NoRoom
from ui.widgets.labels import PlainLabel
from ui.widgets.tag import Tag


@pytest.fixture
def mounted() -> Iterator[Callable[..., None]]:
    """Mounts a file system for one test, where that is allowed."""
    places: list[Path] = []

    def mount(place: Path, *options: str) -> None:
        place.mkdir(exist_ok=True)
        done = subprocess.run(["mount", *options, str(place)], check=False, capture_output=True)
        if done.returncode:
            pytest.skip("mounting is not allowed here")
        if not any("remount" in option for option in options):
            places.append(place)

    yield mount
    for place in reversed(places):
        subprocess.run(["umount", str(place)], check=True)


def said(stage: Stage) -> str:
    """All the words on the page, and on its tags."""
    labels = [label.words for label in stage.side.findChildren(PlainLabel) if label.isVisible()]
    return "\n".join([*labels, *(tag.accessibleName() for tag in stage.side.findChildren(Tag) if tag.isVisible())])


def press_send(stage: Stage) -> None:
    stage.choose("Lock and send")


def assert_not_sent(stage: Stage) -> None:
    desk = stage.side._pages[-1]
    assert isinstance(desk, FormDesk), stage.title
    assert desk.filling.typed["what_happened"] == STORY
    assert isinstance(desk._steps.current, CheckPage)
    assert not desk.buttons.primary.is_busy
    assert not any(stage.school.exchange.glob("envelopes/**/*.candour"))


def test_when_the_folder_is_gone_it_is_locked_and_waits(stage: Stage) -> None:
    stage.at_check()
    stage.school.exchange.rename(stage.school.home / "gone")
    press_send(stage)
    assert isinstance(stage.side._pages[-1], ConfirmationPage)
    assert "Your report is locked and waiting to go." in said(stage)
    assert len(stage.candour.machine.spool.names()) == 2  # with its slip


def test_when_the_folder_cannot_be_written_it_is_locked_and_waits(stage: Stage, mounted: Callable[..., None]) -> None:
    stage.at_check()
    exchange = stage.school.exchange
    mounted(exchange, "--bind", str(exchange))
    mounted(exchange, "-o", "remount,bind,ro")
    press_send(stage)
    assert "Your report is locked and waiting to go." in said(stage)


def test_when_the_disk_is_full_every_word_stays_to_be_printed_or_sent_again(
    stage: Stage, mounted: Callable[..., None]
) -> None:
    stage.at_check()
    spool = stage.school.home / "spool"
    mounted(spool, "-t", "tmpfs", "-o", "size=64k", "tmpfs")
    (spool / "filler").write_bytes(bytes(60_000))
    press_send(stage)
    assert_not_sent(stage)
    assert "There’s no room to keep your report on this computer." in said(stage)
    names = f"{stage.school.dsl.name} or {stage.school.head.name}"
    assert f"Don’t close this page. Tell {names} in person, or print it now." in said(stage)
    (box,) = stage.side.findChildren(NoRoom)
    sheet = box._make()
    printed = PdfReader(io.BytesIO(sheet.content)).pages[0].extract_text()
    assert " ".join(STORY.split()) in " ".join(printed.split())
    (spool / "filler").unlink()
    stage.choose("Try again")
    assert "Thank you. Your report has been sent." in said(stage)


def test_when_the_disk_refuses_it_says_so_and_keeps_every_word(stage: Stage) -> None:
    stage.at_check()
    (stage.school.home / "spool").write_text("a file where the folder should be", encoding="utf-8")
    press_send(stage)
    assert_not_sent(stage)
    assert "The disk would not save or read a file." in said(stage)


def publish_absence(stage: Stage, person: PersonId, cover: PersonId) -> None:
    data = AbsenceData(person=person, since="2026-03-01", until="2026-03-20", cover=cover)
    stage.do(lambda: publish(stage.candour.machine, "absence", data, signing(stage, "head", "chair")))


def test_when_others_would_now_read_it_nothing_is_sent_until_it_is_pressed_again(stage: Stage) -> None:
    stage.at_check()
    publish_absence(stage, stage.school.dsl.person_id, stage.school.deputy.person_id)
    press_send(stage)
    assert_not_sent(stage)
    assert "Since you started, who reads this has changed." in said(stage)
    assert "It will now go to Rhiannon and Helen. Press again to send." in said(stage)
    press_send(stage)
    assert isinstance(stage.side._pages[-1], ConfirmationPage)


def test_a_report_that_nobody_could_open_is_refused(stage: Stage) -> None:
    chair = stage.school.chair
    keys = stage.candour.machine.state.keys
    kid = next(kid for kid, record in keys.items() if record.fact.person == chair.person_id)
    signers = signing(stage, "head", "dsl")
    stage.do(lambda: publish(stage.candour.machine, "revoke", RevokeData(kid=kid), signers))
    stage.side.show_start()
    stage.settle()
    stage.at_check(about=stage.school.head.person_id)
    assert "This can’t be sent yet, because nobody is set up to open it." in said(stage)
    press_send(stage)
    assert "nobody who may read it has set up their sign-in" in said(stage)
    assert isinstance(stage.side._pages[-1], FormDesk)


def test_where_nobody_at_school_may_read_it_the_contacts_outside_are_named(stage: Stage) -> None:
    school = stage.school
    others = [{"person": each.person_id} for each in (school.chair, school.vice_chair)]
    stage.at_check(about=school.head.person_id, also_about=others)
    press_send(stage)
    assert "Nobody in the school may receive this." in said(stage)
    assert "01632 960133" in said(stage)
    assert isinstance(stage.side._pages[-1], FormDesk)


def test_a_fault_of_ours_is_told_to_the_shell_and_keeps_every_word(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.at_check()

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(stage.candour, "file_walk_up", broken)
    press_send(stage)
    assert_not_sent(stage)
    assert [type(bug) for bug in stage.bugs] == [ZeroDivisionError]


def test_while_it_is_being_sent_nothing_else_can_be_pressed(stage: Stage) -> None:
    stage.at_check()
    desk = stage.side._pages[-1]
    assert isinstance(desk, FormDesk)
    desk.go_on()
    desk.go_on()
    desk.go_back()
    desk.leave()
    stage.settle()
    assert isinstance(stage.side._pages[-1], ConfirmationPage)
    assert len(stage.candour.machine.spool.names()) == 2  # with its slip


def test_what_was_sent_is_gone_from_the_page(stage: Stage) -> None:
    stage.at_check()
    desk = stage.side._pages[-1]
    assert isinstance(desk, FormDesk)
    typed = desk.filling.typed
    press_send(stage)
    assert typed == {}
