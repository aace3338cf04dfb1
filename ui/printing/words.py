# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of printing, wherever something is printed."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Printing(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    PRINT = QT_TRANSLATE_NOOP("printing", "Print…")
    PRINTING = QT_TRANSLATE_NOOP("printing", "Printing…")
    PRINTED = QT_TRANSLATE_NOOP("printing", "Printed, {pages} pages.")
    PRINTED_ONE = QT_TRANSLATE_NOOP("printing", "Printed, one page.")
    NO_PRINTER = QT_TRANSLATE_NOOP(
        "printing", "No printer is set up on this computer. Save the file instead, and have it printed elsewhere."
    )


say = sayer("printing")
"""Says one of the texts above."""


def printed_words(pages: int) -> str:
    """That so many pages were printed."""
    return say(Printing.PRINTED_ONE) if pages == 1 else say(Printing.PRINTED, pages=str(pages))
