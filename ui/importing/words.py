# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of importing a table, whatever it holds."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Importing(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    KIND = QT_TRANSLATE_NOOP("importing", "Tables (*.csv *.txt *.tsv);;All files (*)")
    FOUND = QT_TRANSLATE_NOOP("importing", "What would be imported")
    UNREAD = QT_TRANSLATE_NOOP("importing", "Columns that are not read: {columns}.")
    NAMES = QT_TRANSLATE_NOOP("importing", "Who is meant?")
    NAMES_MORE = QT_TRANSLATE_NOOP(
        "importing", "These names are not written as they are listed. What is not settled is left out."
    )
    LEAVE_OUT = QT_TRANSLATE_NOOP("importing", "Leave out")
    LIKELY = QT_TRANSLATE_NOOP("importing", "Take every name that can mean one person only")
    MORE_NAMES = QT_TRANSLATE_NOOP("importing", "And {count} more names, once these are settled.")
    SETTLE_NAMES = QT_TRANSLATE_NOOP("importing", "Use these names")
    LEFT_OUT = QT_TRANSLATE_NOOP("importing", "Rows that are left out")
    MORE_ROWS = QT_TRANSLATE_NOOP("importing", "And {count} more rows. “candour import --dry-run” names each.")
    IMPORT = QT_TRANSLATE_NOOP("importing", "Import {count} records")
    IMPORT_ONE = QT_TRANSLATE_NOOP("importing", "Import 1 record")
    NOTHING = QT_TRANSLATE_NOOP("importing", "Nothing to import")
    CANCEL = QT_TRANSLATE_NOOP("importing", "Cancel")
    WORKING = QT_TRANSLATE_NOOP("importing", "Importing")
    COLUMNS = QT_TRANSLATE_NOOP("importing", "Which column is which in {file}?")
    NOT_READ = QT_TRANSLATE_NOOP("importing", "Not in this file")
    READ = QT_TRANSLATE_NOOP("importing", "Read it this way")
    NEEDED = QT_TRANSLATE_NOOP("importing", "Choose a column")


say = sayer("importing")
"""Says one of the texts above."""
