# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words with which somebody says which column of a staff list is which."""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.importing.staff_columns import StaffColumn


class Columns(StrEnum):
    """Each text; what stands in braces is filled in by `ui.setup.words.say`."""

    TITLE = QT_TRANSLATE_NOOP("setup", "Which column is which?")
    MORE = QT_TRANSLATE_NOOP(
        "setup",
        "The headings of this list are not ones that Candour knows. Say where the names stand, and whatever else you "
        "want it to read. The other columns are left alone.",
    )
    ONE = QT_TRANSLATE_NOOP("setup", "{letter}: {examples}")
    EMPTY = QT_TRANSLATE_NOOP("setup", "{letter}: empty")
    NOT_READ = QT_TRANSLATE_NOOP("setup", "Not in this list")
    NO_HEADINGS = QT_TRANSLATE_NOOP("setup", "There are no headings: the first line is somebody too")
    READ = QT_TRANSLATE_NOOP("setup", "Read it this way")
    NEEDS_NAME = QT_TRANSLATE_NOOP("setup", "Choose the column with whole names, or both forename and surname")
    NAME = QT_TRANSLATE_NOOP("setup", "Whole name")
    FORENAME = QT_TRANSLATE_NOOP("setup", "Forename")
    SURNAME = QT_TRANSLATE_NOOP("setup", "Surname")
    JOB = QT_TRANSLATE_NOOP("setup", "Job")
    GROUP = QT_TRANSLATE_NOOP("setup", "Class or team")
    WORKER_TYPE = QT_TRANSLATE_NOOP("setup", "Kind of worker")
    EMPLOYER = QT_TRANSLATE_NOOP("setup", "Employer")
    SITE = QT_TRANSLATE_NOOP("setup", "Site")
    OTHER_SITES = QT_TRANSLATE_NOOP("setup", "Other sites")
    MANAGER = QT_TRANSLATE_NOOP("setup", "Line manager")
    ROOM = QT_TRANSLATE_NOOP("setup", "Room")
    PHONE = QT_TRANSLATE_NOOP("setup", "Telephone")
    HOURS = QT_TRANSLATE_NOOP("setup", "Hours a week with children")
    START = QT_TRANSLATE_NOOP("setup", "First day")
    END = QT_TRANSLATE_NOOP("setup", "Last day")


COLUMN_WORDS: Mapping[StaffColumn, Columns] = {
    StaffColumn.NAME: Columns.NAME,
    StaffColumn.FORENAME: Columns.FORENAME,
    StaffColumn.SURNAME: Columns.SURNAME,
    StaffColumn.JOB: Columns.JOB,
    StaffColumn.GROUP: Columns.GROUP,
    StaffColumn.WORKER_TYPE: Columns.WORKER_TYPE,
    StaffColumn.EMPLOYER: Columns.EMPLOYER,
    StaffColumn.SITE: Columns.SITE,
    StaffColumn.OTHER_SITES: Columns.OTHER_SITES,
    StaffColumn.MANAGER: Columns.MANAGER,
    StaffColumn.ROOM: Columns.ROOM,
    StaffColumn.PHONE: Columns.PHONE,
    StaffColumn.CONTACT_HOURS: Columns.HOURS,
    StaffColumn.START: Columns.START,
    StaffColumn.END: Columns.END,
}
