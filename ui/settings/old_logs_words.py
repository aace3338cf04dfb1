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
    READING = QT_TRANSLATE_NOOP("settings", "Reading the files")
    STAFF_LIST = QT_TRANSLATE_NOOP("settings", "{file} is a staff list. Import it under “Staff list”, before the logs.")
    FILE = QT_TRANSLATE_NOOP(
        "settings", "{file}, {kind}: {new} new, {here} here already, {unclear} to settle, {refused} left out."
    )
    WORKING_MORE = QT_TRANSLATE_NOOP(
        "settings", "You can stop. What was imported stays, and the same files again go on from there."
    )
    DONE = QT_TRANSLATE_NOOP("settings", "Imported: {count}. They stand under “Closed” in your inbox.")
    COLUMNS_MORE = QT_TRANSLATE_NOOP(
        "settings", "Say what the file holds, and where its reference and its date of recording stand."
    )
    HOLDS = QT_TRANSLATE_NOOP("settings", "The file holds")


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
