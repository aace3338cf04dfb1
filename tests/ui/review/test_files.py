# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a record: listed, saved, shown when asked and only what may be shown."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from desktop.attaching.adding import read_attached
from desktop.attaching.kinds import JPEG, PNG
from desktop.cases.page import open_page, read_page
from tests.desktop.attaching.pictures import ON_ITS_SIDE, jpeg
from tests.desktop.desks import Desks, concern
from tests.ui.review.conftest import Review
from tests.ui.review.driving import Driver
from tests.ui.walkers import accessible_name
from ui.forms.attach_block import AttachBlock
from ui.review.act_form import ActForm
from ui.review.files_view import FileRow
from ui.review.picture import LONGEST_SIDE, PictureView, read_picture

Key = Qt.Key


def filed(desks: Desks, **files: bytes) -> None:
    school = desks.school
    values = {"about": school.teacher.person_id, **concern()}
    attached = [read_attached(name, data) for name, data in files.items()]
    desks.of(school.ta).file("concern", values, attached)


def rows(driver: Driver) -> list[FileRow]:
    driver.press(driver.rows, Key.Key_Return)
    return driver.side.inbox.detail.findChildren(FileRow)


def pictures(row: FileRow) -> list[str]:
    return [accessible_name(view) for view in row.findChildren(PictureView)]


def test_each_file_is_listed_and_nothing_is_shown_by_itself(review: Review, desks: Desks) -> None:
    filed(desks, gate=jpeg(), note=b"A note.")
    driver = review(desks.school.dsl)
    photo, note = rows(driver)
    assert "Files sent with it | gate.jpg | Picture, 931 bytes | note.txt | Text, 7 bytes" in driver.words
    assert pictures(photo) == []
    assert (photo.show_button.isVisible(), note.show_button.isVisible()) == (True, False)
    assert accessible_name(photo.save_button) == "Save a copy of gate.jpg"


def test_a_picture_is_shown_when_asked_and_put_away_again(review: Review, desks: Desks) -> None:
    filed(desks, gate=jpeg())
    driver = review(desks.school.dsl)
    (photo,) = rows(driver)
    driver.press(photo.show_button, Key.Key_Space)
    assert pictures(photo) == ["Picture: gate.jpg"]
    assert photo.show_button.text() == "Hide picture"
    driver.press(photo.show_button, Key.Key_Space)
    assert pictures(photo) == []


def test_a_copy_is_saved_for_its_reader(review: Review, desks: Desks, tmp_path: Path) -> None:
    filed(desks, gate=jpeg())
    driver = review(desks.school.dsl)
    (photo,) = rows(driver)
    photo.save(str(tmp_path / "copy.exe"))
    driver.settle()
    assert (tmp_path / "copy.jpg").read_bytes() == jpeg()
    assert "Saved as copy.jpg. Anybody who can use that folder may be able to open it." in driver.words


def test_what_has_not_come_says_so_and_offers_nothing(review: Review, desks: Desks) -> None:
    filed(desks, gate=jpeg())
    for folder in (desks.school.exchange / "in", desks.school.home / "spool"):
        for blob in folder.glob("*.cblob"):
            blob.unlink()
    driver = review(desks.school.dsl)
    (photo,) = rows(driver)
    assert "Still arriving from the computer that sent it." in driver.words
    assert not photo.save_button.isVisible()


def test_a_picture_is_read_the_right_way_up() -> None:
    picture = read_picture(jpeg(ON_ITS_SIDE), JPEG)
    assert (picture.width(), picture.height()) == (30, 40)


def test_a_large_picture_is_made_smaller() -> None:
    out = io.BytesIO()
    Image.new("RGB", (4000, 1000)).save(out, "JPEG")
    picture = read_picture(out.getvalue(), JPEG)
    assert (picture.width(), picture.height()) == (LONGEST_SIDE, 500)


def huge() -> bytes:
    """A small file that says it has 41 million points."""
    out = io.BytesIO()
    Image.new("1", (41_000, 1000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (huge(), PNG),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", PNG),
        (jpeg(), "image/heic"),
        (b"", PNG),
    ],
    ids=["too many points", "another format", "no picture to show", "nothing"],
)
def test_what_is_no_such_picture_is_not_shown(data: bytes, media: str) -> None:
    assert read_picture(data, media).isNull()


def test_a_note_can_take_a_file(review: Review, desks: Desks, tmp_path: Path) -> None:
    case_id = desks.concern(desks.school.ta, desks.school.teacher)
    driver = review(desks.school.dsl)
    page = driver.do(lambda: open_page(driver.session, case_id))
    (tmp_path / "note.txt").write_bytes(b"What he wrote.")
    spec = page.desk.meaning.forms["note"]
    form = ActForm(driver.side._current_kit(), driver.side._records, page, spec, {}, "note")
    drawn = form.form_page(spec.pages[0])
    (block,) = drawn.findChildren(AttachBlock)
    block.add([str(tmp_path / "note.txt")])
    driver.settle()
    driver.side._records.act(
        form, case_id, "note", {"text": "He gave me this."}, (lambda _: None, lambda _: None), form.filling
    )
    driver.settle()
    page = driver.do(lambda: read_page(driver.session, case_id))
    assert [held.name for held in page.files] == ["note.txt"]
    drawn.deleteLater()
