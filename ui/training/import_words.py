# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of importing training from a table."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Bringing(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    CHOOSE = QT_TRANSLATE_NOOP("training", "Import a table…")
    KIND = QT_TRANSLATE_NOOP("training", "Tables (*.csv *.txt *.tsv);;All files (*)")
    READING = QT_TRANSLATE_NOOP("training", "Reading the file")
    FOUND = QT_TRANSLATE_NOOP("training", "What would be imported")
    FILE = QT_TRANSLATE_NOOP(
        "training", "{file}: {new} new, {here} on record already, {unclear} to settle, {refused} left out."
    )
    UNREAD = QT_TRANSLATE_NOOP("training", "Columns that are not read: {columns}.")
    COURSES = QT_TRANSLATE_NOOP("training", "Which course is it?")
    COURSES_MORE = QT_TRANSLATE_NOOP(
        "training",
        "The list of training has no course of these names. Under its own name a course counts in no rate.",
    )
    OWN_NAME = QT_TRANSLATE_NOOP("training", "Record it under its own name")
    MORE_COURSES = QT_TRANSLATE_NOOP("training", "And {count} more courses, once these are settled.")
    SETTLE = QT_TRANSLATE_NOOP("training", "Use these courses")
    LEFT_OUT = QT_TRANSLATE_NOOP("training", "Rows that are left out")
    MORE_ROWS = QT_TRANSLATE_NOOP("training", "And {count} more rows. “candour import --dry-run” names each.")
    IMPORT = QT_TRANSLATE_NOOP("training", "Import {count} records")
    IMPORT_ONE = QT_TRANSLATE_NOOP("training", "Import 1 record")
    NOTHING = QT_TRANSLATE_NOOP("training", "Nothing to import")
    CANCEL = QT_TRANSLATE_NOOP("training", "Cancel")
    WORKING = QT_TRANSLATE_NOOP("training", "Importing")
    WORKING_MORE = QT_TRANSLATE_NOOP(
        "training", "You can stop. What was imported stays, and the same file again goes on from there."
    )
    DONE = QT_TRANSLATE_NOOP("training", "Imported: {count}.")
    COLUMNS = QT_TRANSLATE_NOOP("training", "Which column is which in {file}?")
    COLUMNS_MORE = QT_TRANSLATE_NOOP("training", "Say where the person, the training and the day stand.")
    NOT_READ = QT_TRANSLATE_NOOP("training", "Not in this file")
    READ = QT_TRANSLATE_NOOP("training", "Read it this way")
    NEEDED = QT_TRANSLATE_NOOP("training", "Choose a column")


say = sayer("training")
"""Says one of the texts above."""
