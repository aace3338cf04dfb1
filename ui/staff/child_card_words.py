# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words around the card for when a child tells somebody something; the card is data (desktop/child_card.py)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class CardWords(StrEnum):
    """Each text; what stands in braces is filled in by `ui.staff.words.say`."""

    SAVE = QT_TRANSLATE_NOOP("staff", "Save it as a page to print")
    SAVE_AS = QT_TRANSLATE_NOOP("staff", "Save the card")
    SAVE_KIND = QT_TRANSLATE_NOOP("staff", "PDF (*.pdf)")
    SAVE_NAME = QT_TRANSLATE_NOOP("staff", "when-a-child-tells-you.pdf")
    SAVING = QT_TRANSLATE_NOOP("staff", "Saving…")
    SAVED = QT_TRANSLATE_NOOP("staff", "Saved. Pin it up where people can see it.")
    FROM = QT_TRANSLATE_NOOP("staff", "From: {source}. Looked at last on {day}. {note}")
