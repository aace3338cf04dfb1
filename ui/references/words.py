# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the page that says what may stand in a reference. The rules' own sentences are data (resources)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    CARD = QT_TRANSLATE_NOOP("references", "What may stand in a reference")
    CARD_FOR = QT_TRANSLATE_NOOP("references", "For whoever writes a reference about somebody, or answers for one.")
    CARD_WHO = QT_TRANSLATE_NOOP("references", "Only you see it, unless you save it. That you looked is put on record.")
    INTRO = QT_TRANSLATE_NOOP(
        "references",
        "Only what met the harm threshold and was substantiated, and what belongs to it. The rest is said by its rule, "
        "never what it was, nor how much.",
    )
    WHO = QT_TRANSLATE_NOOP("references", "Who is the reference about?")
    READING = QT_TRANSLATE_NOOP("references", "Reading…")
    INCLUDED = QT_TRANSLATE_NOOP("references", "May be included")
    NOTHING = QT_TRANSLATE_NOOP("references", "Nothing on record may stand in a reference about {name}.")
    HAPPENED = QT_TRANSLATE_NOOP("references", "Happened on")
    DECIDED = QT_TRANSLATE_NOOP("references", "Decided")
    FOUND = QT_TRANSLATE_NOOP("references", "Found")
    REASON = QT_TRANSLATE_NOOP("references", "Why")
    OPEN = QT_TRANSLATE_NOOP("references", "Open the record {reference}")
    LEFT_OUT = QT_TRANSLATE_NOOP("references", "Left out by rule")
    NO_RULE = QT_TRANSLATE_NOOP("references", "No rule had to leave anything out.")
    RULE = QT_TRANSLATE_NOOP("references", "{says} ({source})")
    SAVE = QT_TRANSLATE_NOOP("references", "Save or print…")
    CLOSE = QT_TRANSLATE_NOOP("references", "Don’t save it")
    SAVE_INTRO = QT_TRANSLATE_NOOP(
        "references",
        "For whoever writes the reference, and not to go with it. That it was made, for whom and why, is put on record "
        "with the chair, not about whom.",
    )
    EDITION = QT_TRANSLATE_NOOP("references", "{edition}. Check your current edition.")


say = sayer("references")
"""Says one of the texts above."""
