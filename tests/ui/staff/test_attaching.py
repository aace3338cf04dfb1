# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Files that are added to a form: chosen, seen, taken out, sent, and never lost without a word."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desktop.attaching.held import read_file
from desktop.forms.flow import CHECK, Flow
from tests.desktop.attaching.pictures import SECRET, jpeg, pixels
from tests.ui.staff.scenes import concern_what
from tests.ui.staff.stage import K, Stage
from tests.ui.walkers import accessible_name
from ui.forms.attach_block import AttachBlock
from ui.staff.check_page import CheckPage
from ui.staff.form_desk import FormDesk
from ui.widgets.banner import Banner
from ui.widgets.check_list import CheckBox
from ui.widgets.labels import PlainLabel


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "from the gate.jpg"
    path.write_bytes(jpeg())
    return path


def desk(stage: Stage) -> FormDesk:
    return stage.side.findChildren(FormDesk)[0]


def block(stage: Stage) -> AttachBlock:
    return stage.side.findChildren(AttachBlock)[0]


def add(stage: Stage, *paths: Path) -> AttachBlock:
    concern_what(stage)
    found = block(stage)
    found.add([str(path) for path in paths])
    stage.settle()
    return found


def words(found: AttachBlock) -> str:
    return " | ".join(label.words for label in found.findChildren(PlainLabel) if label.isVisible())


def refused(found: AttachBlock) -> str:
    banners = [banner for banner in found.findChildren(Banner) if banner.isVisible()]
    return " ".join(label.words for banner in banners for label in banner.findChildren(PlainLabel))


def at_check(stage: Stage) -> None:
    """Go past the questions that are not about files."""
    desk(stage).filling.typed["risk_now"] = "no"
    desk(stage)._show(Flow(at=CHECK))
    stage.settle()


def send(stage: Stage) -> None:
    at_check(stage)
    stage.choose("Lock and send")
    stage.settle()


def received(stage: Stage) -> bytes:
    """What the safeguarding lead has of the one file of the one report."""

    def read() -> bytes:
        session = stage.school.sign_in(stage.candour, stage.school.dsl)
        try:
            session.sync()
            (case_id,) = session.entries.cases()
            return read_file(session, case_id, 1)
        finally:
            session.close()

    return stage.do(read)


def test_the_button_asks_which_files(stage: Stage) -> None:
    concern_what(stage)
    stage.choose("Add a photo or file (optional)")
    dialogs = stage.side.findChildren(QFileDialog)
    assert [dialog.fileMode() for dialog in dialogs] == [QFileDialog.FileMode.ExistingFiles]
    dialogs[0].reject()


def test_what_was_added_is_listed_with_its_size(stage: Stage, photo: Path) -> None:
    assert "from the gate.jpg | Picture, 931 bytes." in words(add(stage, photo))


def test_the_warning_names_whom_to_tell(stage: Stage, photo: Path) -> None:
    assert "Don’t photograph a child" in words(add(stage, photo))
    assert f"Tell {stage.school.dsl.name} what you saw instead." in words(block(stage))


def test_it_can_be_taken_out_again_by_keyboard(stage: Stage, photo: Path) -> None:
    found = add(stage, photo)
    stage.choose("Remove from the gate.jpg")
    assert desk(stage).filling.files == []
    assert "from the gate" not in words(found)
    assert accessible_name(stage.focus) == "Add a photo or file (optional)"


def test_a_liar_is_refused_in_a_sentence_and_everything_else_stays(stage: Stage, photo: Path) -> None:
    liar = photo.with_name("holiday.jpg")
    liar.write_bytes(b"MZ\x90\0")
    found = add(stage, photo, liar)
    assert refused(found).startswith("That file is a program.")
    assert [file.name for file in desk(stage).filling.files] == ["from the gate.jpg"]
    assert desk(stage).filling.typed["what_happened"]


def test_one_too_many_is_refused(stage: Stage, photo: Path) -> None:
    found = add(stage, *[photo] * 6)
    assert len(desk(stage).filling.files) == 5
    assert "more than 5 files" in refused(found)
    assert not found.button.is_busy


def test_the_check_page_lists_them_and_leads_back(stage: Stage, photo: Path) -> None:
    add(stage, photo)
    at_check(stage)
    page = stage.side.findChildren(CheckPage)[0]
    assert "from the gate.jpg (931 bytes)" in [label.words for label in page.findChildren(PlainLabel)]
    stage.choose("Change the files")
    assert accessible_name(stage.focus) == "Add a photo or file (optional)"


@pytest.mark.parametrize("keeps", [False, True])
def test_where_a_photo_was_taken_goes_only_when_asked(stage: Stage, photo: Path, keeps: bool) -> None:
    found = add(stage, photo)
    if keeps:
        (box,) = found.findChildren(CheckBox)
        stage.tab_to(box.text())
        stage.press(K.Key_Space)
    send(stage)
    assert (SECRET in received(stage)) == keeps
    assert pixels(received(stage)) == pixels(jpeg())


def test_files_are_said_not_to_be_kept_with_a_draft(stage: Stage, photo: Path) -> None:
    assert "Files are not kept with a draft. If you finish later, add them again." in words(add(stage, photo))


def test_leaving_lets_them_go(stage: Stage, photo: Path) -> None:
    add(stage, photo)
    filling = desk(stage).filling
    desk(stage).clear()
    assert filling.files == []
