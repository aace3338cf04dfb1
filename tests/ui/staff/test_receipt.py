# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A receipt on paper: what it says, what is asked first, and that it says neither who nor what."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from desktop.receipt import receipt
from tests.school import NAME, NOW
from tests.ui.staff.stage import Stage
from tests.ui.staff.test_failures import said
from tests.ui.staff.test_journeys import confirmation
from ui.staff.receipt import put_on_paper
from ui.theme.source import ThemeSource
from ui.widgets.dialog import Dialog

PHRASE = "otter violin marble cactus anchor"


def asked(stage: Stage) -> str:
    """What is asked over the page."""
    dialog = next(each for each in stage.side.findChildren(Dialog) if each.isVisible())
    return f"{dialog.accessibleName()} {dialog.accessibleDescription()}"


@pytest.fixture
def sent(stage: Stage) -> Stage:
    stage.at_check(name_choice="leave_off")
    stage.choose("Lock and send")
    return stage


def test_the_paper_says_how_to_come_back_on_one_page(theme: ThemeSource, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "receipt.pdf"))
    put_on_paper(receipt(NAME, "7KQ4-M2XR", NOW.date(), PHRASE), printer, theme.now.font("body").family())
    pages = PdfReader(tmp_path / "receipt.pdf").pages
    words = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    assert all(part in words for part in ("7KQ4-M2XR", PHRASE, NAME, "Thursday 12 March 2026", "Come back to it"))


def test_before_it_prints_it_says_that_a_printer_may_be_shared(sent: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Staff room"])
    sent.choose("Print")
    assert "This printer may be shared." in asked(sent)
    assert "whoever has the phrase can read replies" in asked(sent)
    sent.choose("Don’t print")
    assert confirmation(sent)._filed.reference in said(sent)


def test_without_a_printer_it_says_what_to_do_instead(sent: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    sent.choose("Print")
    assert "No printer is set up on this computer." in asked(sent)


def test_the_dialog_offers_no_file_instead_of_paper(sent: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Staff room"])
    offered: list[QPrintDialog] = []
    sent.choose("Print")
    monkeypatch.setattr(QDialog, "open", offered.append)
    sent.choose("Print the receipt")
    (dialog,) = offered
    assert not dialog.testOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile)
    dialog.deleteLater()
