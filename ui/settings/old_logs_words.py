# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of importing old logs."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.importing.log_columns import LogKind


class OldLogs(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("settings", "Import old logs")
    FOR = QT_TRANSLATE_NOOP(
        "settings",
        "Concerns, gifts and relationships that were kept on paper or in a spreadsheet. Each row becomes a record of "
        "its own, closed, with the dates of the old log, sealed to whoever would read it today.",
    )
    CHOOSE = QT_TRANSLATE_NOOP("settings", "Choose files")
    KIND = QT_TRANSLATE_NOOP("settings", "Tables (*.csv *.txt *.tsv);;All files (*)")
    READING = QT_TRANSLATE_NOOP("settings", "Reading the files")
    STAFF_LIST = QT_TRANSLATE_NOOP("settings", "{file} is a staff list. Import it under “Staff list”, before the logs.")
    FOUND = QT_TRANSLATE_NOOP("settings", "What would be imported")
    FILE = QT_TRANSLATE_NOOP(
        "settings", "{file}, {kind}: {new} new, {here} here already, {unclear} to settle, {refused} left out."
    )
    UNREAD = QT_TRANSLATE_NOOP("settings", "Columns that are not read: {columns}.")
    NAMES = QT_TRANSLATE_NOOP("settings", "Who is meant?")
    NAMES_MORE = QT_TRANSLATE_NOOP(
        "settings", "These names are not written as they are listed. What is not settled is left out."
    )
    LEAVE_OUT = QT_TRANSLATE_NOOP("settings", "Leave out")
    LIKELY = QT_TRANSLATE_NOOP("settings", "Take every name that can mean one person only")
    MORE_NAMES = QT_TRANSLATE_NOOP("settings", "And {count} more names, once these are settled.")
    SETTLE = QT_TRANSLATE_NOOP("settings", "Use these names")
    LEFT_OUT = QT_TRANSLATE_NOOP("settings", "Rows that are left out")
    MORE_ROWS = QT_TRANSLATE_NOOP("settings", "And {count} more rows. “candour import --dry-run” names each.")
    IMPORT = QT_TRANSLATE_NOOP("settings", "Import {count} records")
    IMPORT_ONE = QT_TRANSLATE_NOOP("settings", "Import 1 record")
    NOTHING = QT_TRANSLATE_NOOP("settings", "Nothing to import")
    CANCEL = QT_TRANSLATE_NOOP("settings", "Cancel")
    WORKING = QT_TRANSLATE_NOOP("settings", "Importing")
    WORKING_MORE = QT_TRANSLATE_NOOP(
        "settings", "You can stop. What was imported stays, and the same files again go on from there."
    )
    DONE = QT_TRANSLATE_NOOP("settings", "Imported: {count}. They stand under “Closed” in your inbox.")
    COLUMNS = QT_TRANSLATE_NOOP("settings", "Which column is which in {file}?")
    COLUMNS_MORE = QT_TRANSLATE_NOOP(
        "settings", "Say what the file holds, and where its reference and its date of recording stand."
    )
    HOLDS = QT_TRANSLATE_NOOP("settings", "The file holds")
    NOT_READ = QT_TRANSLATE_NOOP("settings", "Not in this file")
    READ = QT_TRANSLATE_NOOP("settings", "Read it this way")
    NEEDED = QT_TRANSLATE_NOOP("settings", "Choose a column")


class KindWords(StrEnum):
    """What a file holds."""

    CONCERNS = QT_TRANSLATE_NOOP("settings", "concerns")
    GIFTS = QT_TRANSLATE_NOOP("settings", "gifts")
    RELATIONSHIPS = QT_TRANSLATE_NOOP("settings", "relationships")


KINDS = {
    LogKind.CONCERNS: KindWords.CONCERNS,
    LogKind.GIFTS: KindWords.GIFTS,
    LogKind.RELATIONSHIPS: KindWords.RELATIONSHIPS,
}
