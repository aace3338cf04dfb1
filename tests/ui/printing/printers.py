# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A printer that any computer has: it prints into a file of the test's."""

from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter

from ui.printing.paper import paper


def printer_into(file: Path) -> QPrinter:
    """A printer whose paper is this file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return paper(printer)


def pages_on(file: Path) -> int:
    """How many pages were printed there."""
    with pypdfium2.PdfDocument(file.read_bytes()) as printed:
        return len(printed)
