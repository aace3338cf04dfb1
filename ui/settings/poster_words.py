# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the settings' page with what is put up on walls."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Posters(StrEnum):
    """Each text; what stands in braces is filled in."""

    TITLE = QT_TRANSLATE_NOOP("settings", "Posters")
    FOR = QT_TRANSLATE_NOOP(
        "settings", "Sheets to put up where staff see them, or to hand out. They hold nothing secret."
    )
    POSTER = QT_TRANSLATE_NOOP("settings", "Seen something? Not sure? Tell us.")
    POSTER_MORE = QT_TRANSLATE_NOOP(
        "settings",
        "One page: how to share a concern, who reads it today, whom to ring outside, and the school’s six words.",
    )
    SITE = QT_TRANSLATE_NOOP("settings", "Where it is put up")
    EVERYWHERE = QT_TRANSLATE_NOOP("settings", "Everywhere")
    SAVE_POSTER = QT_TRANSLATE_NOOP("settings", "Save the poster…")
    PRINT_POSTER = QT_TRANSLATE_NOOP("settings", "Print the poster…")
    PRINT_GLOSSARY = QT_TRANSLATE_NOOP("settings", "Print the glossary…")
    GLOSSARY = QT_TRANSLATE_NOOP("settings", "What the words mean")
    GLOSSARY_MORE = QT_TRANSLATE_NOOP(
        "settings", "The glossary that stands in help, to be printed for those new to the school."
    )
    SAVE_GLOSSARY = QT_TRANSLATE_NOOP("settings", "Save the glossary…")
    POSTER_FILE = QT_TRANSLATE_NOOP("settings", "poster.pdf")
    GLOSSARY_FILE = QT_TRANSLATE_NOOP("settings", "glossary.pdf")
    PDF_KIND = QT_TRANSLATE_NOOP("settings", "PDF (*.pdf)")
    SAVED = QT_TRANSLATE_NOOP("settings", "Saved as {file}. Print it, and take the old one down.")
