# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, posters: anybody who is signed in saves the sheets as PDFs."""

from pathlib import Path

from tests.school import SmallSchool
from tests.ui.printing.printers import printer_into
from tests.ui.settings.conftest import Opened
from ui.settings.poster_page import PosterPage


def test_poster_and_glossary_are_saved_and_printed(settings: Opened, small_school: SmallSchool, tmp_path: Path) -> None:
    stage = settings(small_school.ta, "posters")
    page = stage.side.page
    assert isinstance(page, PosterPage)
    page.poster.save_to(str(tmp_path / "poster.pdf"))
    stage.settle()
    assert stage.hands.sees("Saved as poster.pdf. Print it, and take the old one down.")
    page.glossary.save_to(str(tmp_path / "glossary.pdf"))
    stage.settle()
    page.poster.print_on(printer_into(tmp_path / "paper.pdf"))
    stage.settle()
    assert stage.hands.sees("Printed, one page.")
    assert [(tmp_path / name).read_bytes()[:5] for name in ("poster.pdf", "glossary.pdf", "paper.pdf")] == [
        b"%PDF-"
    ] * 3


def test_a_folder_that_cannot_be_written_to_is_told(
    settings: Opened, small_school: SmallSchool, tmp_path: Path
) -> None:
    stage = settings(small_school.ta, "posters")
    page = stage.side.page
    assert isinstance(page, PosterPage)
    page.poster.save_to(str(tmp_path / "nowhere" / "poster.pdf"))
    stage.settle()
    assert not stage.hands.sees("Saved as")
