# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages of a PDF on paper: a printer is asked for in the system’s dialog, and the pages go to it one by one.

Candour writes no file for it, and offers none to write. What the system’s own print queue keeps until the pages have
come out is the system’s (docs/exports.md).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop.documents.preview import PagePicture, each_page
from desktop.faults import DeskFault, KnownError
from desktop.ticking import Tick, unwatched

if TYPE_CHECKING:  # it brings reportlab with it, which nothing needs at the start
    from desktop.documents.look import Printed

_DOTS_AN_INCH = 300
_A4_INCHES = 210 / 25.4
_WIDE = round(_A4_INCHES * _DOTS_AN_INCH)
_JOB = "Candour"
"""What the print queue calls it. It names nobody."""

Chosen = Callable[[QPrinter], None]


def has_printer() -> bool:
    """Say whether the system knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_for_printer(parent: QWidget, chosen: Chosen, *, whole_sheets: bool = True) -> bool:
    """Ask for a printer in the system’s dialog, and say so; False, and no dialog, where the system knows none.

    `chosen` is not called when nothing is chosen. `whole_sheets`: what is printed has its own margins.
    """
    if not has_printer():
        return False
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if whole_sheets:
        paper(printer)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # A file instead of paper would be one that nobody asked a password for.
    dialog.setOptions(QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies)
    dialog.finished.connect(partial(_hand_over, printer, chosen))
    QDialog.open(dialog)
    return True


def paper(printer: QPrinter) -> QPrinter:
    """A printer with whole sheets of A4 in it; our pages have their own margins."""
    printer.setDocName(_JOB)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    return printer


def print_pages(printer: QPrinter, content: bytes, pages: int, tick: Tick = unwatched) -> None:
    """Print a PDF of ours, of so many pages. In the worker: some tenths of a second a page.

    Raises KnownError(PRINTER_REFUSED, PRINTING_STOPPED); then what is left of it is not printed.
    """
    with _painting(printer) as painter:
        for number, page in enumerate(each_page(content, _WIDE)):
            _tell(tick, number / pages)
            if number:
                _turn_page(printer)
            _draw(painter, page)


def print_together(printer: QPrinter, documents: "Sequence[Printed]") -> int:
    """Print several documents one after the other, and say how many pages they have. Raises as `print_pages`."""
    with _painting(printer) as painter:
        for number, page in enumerate(page for each in documents for page in each_page(each.content, _WIDE)):
            if number:
                _turn_page(printer)
            _draw(painter, page)
    return sum(each.pages for each in documents)


def print_made(printer: QPrinter, make: "Callable[[], Printed]") -> int:
    """Make a document and print it, and say how many pages that were. Raises as `make` and `print_pages`."""
    return print_together(printer, [make()])


@contextmanager
def _painting(printer: QPrinter) -> Iterator[QPainter]:
    """What draws on a printer’s sheets; what goes wrong meanwhile ends the printing."""
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError(DeskFault.PRINTER_REFUSED)
    try:
        yield painter
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _tell(tick: Tick, done: float) -> None:
    try:
        tick(done)
    except KnownError:
        raise KnownError(DeskFault.PRINTING_STOPPED) from None


def _turn_page(printer: QPrinter) -> None:
    if not printer.newPage():
        raise KnownError(DeskFault.PRINTER_REFUSED)


def _draw(painter: QPainter, page: PagePicture) -> None:
    picture = QImage(page.rgb, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888)
    room = QRectF(painter.viewport())
    share = min(room.width() / page.width, room.height() / page.height)
    painter.drawImage(QRectF(0, 0, page.width * share, page.height * share), picture)


def _hand_over(printer: QPrinter, chosen: Chosen, result: int) -> None:
    if result == QDialog.DialogCode.Accepted.value:
        chosen(printer)
