# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Printing a receipt: asks first, because a printer may be shared, and leaves no file behind (ux.md S7)."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.receipt import Receipt
from ui.printing.paper import ask_for_printer, has_printer
from ui.staff.return_words import Return
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.button import ButtonKind
from ui.widgets.dialog import Answer, Dialog

_PRINT = "print"
_TITLE, _LARGE, _PLAIN, _SMALL = 20, 14, 11, 9
"""Sizes of type on paper, in points."""

_WRAPPED = Qt.TextFlag.TextWordWrap


class ReceiptPrinting(QObject):
    """Prints one receipt from one page."""

    def __init__(self, theme: ThemeSource, page: QWidget, receipt: Receipt, *, has_phrase: bool) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._receipt = receipt
        self._has_phrase = has_phrase

    @Slot()
    def ask(self) -> None:
        """Ask whether to print."""
        if not has_printer():
            self._open_question(Return.NO_PRINTER, Return.NO_PRINTER_MORE, [Answer("leave", say(Staff.CARRY_ON))])
            return
        answers = [
            Answer("leave", say(Return.DONT_PRINT)),
            Answer(_PRINT, say(Return.PRINT_IT), ButtonKind.SECONDARY),
        ]
        more = Return.PRINT_WITH_PHRASE if self._has_phrase else Return.PRINT_MORE
        self._open_question(Return.PRINTER_SHARED, more, answers)

    def _open_question(self, question: Return, more: Return, answers: list[Answer]) -> None:
        dialog = Dialog(self._theme, self._page, say(Staff.CANDOUR), say(question), say(more), answers)
        dialog.answered.connect(self._on_answer)
        dialog.ask()

    @Slot(str)
    def _on_answer(self, answer: str) -> None:
        if answer == _PRINT:
            ask_for_printer(self._page, self._put, whole_sheets=False)

    def _put(self, printer: QPrinter) -> None:
        put_on_paper(self._receipt, printer, self._theme.now.font("body").family())


def put_on_paper(receipt: Receipt, printer: QPrinter, family: str) -> None:
    """Print a receipt. The job's name in the printer's queue gives nothing away."""
    printer.setDocName(say(Staff.CANDOUR))
    painter = QPainter(printer)
    paper = _Paper(painter, family)
    paper.write(receipt.title, _TITLE)
    paper.write(receipt.sent, _SMALL)
    for label, value in receipt.facts:
        paper.write(label, _SMALL, above=1)
        paper.write(value, _LARGE)
    paper.write(receipt.how, _LARGE, above=2)
    for step in receipt.steps:
        paper.write(f"• {step}", _PLAIN)
    painter.end()


class _Paper:
    """Writes below what was written last."""

    def __init__(self, painter: QPainter, family: str) -> None:
        self._painter = painter
        self._family = family
        self._area = painter.viewport()

    def write(self, words: str, points: int, above: int = 0) -> None:
        """Write words in this size, wrapped, after so many empty lines."""
        font = QFont(self._family, points)
        self._painter.setFont(font)
        line = QFontMetrics(font, self._painter.device()).lineSpacing()
        self._area.setTop(self._area.top() + above * line)
        taken = self._painter.drawText(self._area, _WRAPPED, words)
        self._area.setTop(self._area.top() + taken.height() + line // 2)
