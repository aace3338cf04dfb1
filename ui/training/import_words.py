# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of importing training from a table."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Bringing(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    CHOOSE = QT_TRANSLATE_NOOP("training", "Import a table…")
    READING = QT_TRANSLATE_NOOP("training", "Reading the file")
    FILE = QT_TRANSLATE_NOOP(
        "training", "{file}: {new} new, {here} on record already, {unclear} to settle, {refused} left out."
    )
    COURSES = QT_TRANSLATE_NOOP("training", "Which course is it?")
    COURSES_MORE = QT_TRANSLATE_NOOP(
        "training",
        "The list of training has no course of these names. Under its own name a course counts in no rate.",
    )
    OWN_NAME = QT_TRANSLATE_NOOP("training", "Record it under its own name")
    MORE_COURSES = QT_TRANSLATE_NOOP("training", "And {count} more courses, once these are settled.")
    SETTLE = QT_TRANSLATE_NOOP("training", "Use these courses")
    WORKING_MORE = QT_TRANSLATE_NOOP(
        "training", "You can stop. What was imported stays, and the same file again goes on from there."
    )
    DONE = QT_TRANSLATE_NOOP("training", "Imported: {count}.")
    COLUMNS_MORE = QT_TRANSLATE_NOOP("training", "Say where the person, the training and the day stand.")


say = sayer("training")
"""Says one of the texts above."""
