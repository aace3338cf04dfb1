# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the Reports page and of the pages behind its cards (ux.md R9, R11)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.saying import sayer


class Said(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    TITLE = QT_TRANSLATE_NOOP("reports", "Reports")
    FOR = QT_TRANSLATE_NOOP(
        "reports", "What leaves Candour. Every export is recorded: who made it, what of, for whom and why."
    )
    OPEN_SEALED = QT_TRANSLATE_NOOP("reports", "Open a file that somebody sealed to you…")
    BACK = QT_TRANSLATE_NOOP("reports", "Back to Reports")
    BACK_TO = QT_TRANSLATE_NOOP("reports", "Back to {title}")
    SAVE_LIST = QT_TRANSLATE_NOOP("reports", "{title}: save or print")
    SAVE_LIST_INTRO = QT_TRANSLATE_NOOP(
        "reports", "What stands on the page, as you chose it. Who made it, for whom and why is put on record."
    )
    CASE_FILE = QT_TRANSLATE_NOOP("reports", "A case file")
    CASE_FILE_FOR = QT_TRANSLATE_NOOP(
        "reports", "One record, with what you choose of it, for the LADO, the police, HR or your own file."
    )
    CASE_FILE_WHO = QT_TRANSLATE_NOOP("reports", "Whoever has the file can open it. You say whom it is for.")
    CASE_FILE_INTRO = QT_TRANSLATE_NOOP(
        "reports", "Choose the record, then say what for and for whom. That you made a copy is put on record in it."
    )
    FIGURES = QT_TRANSLATE_NOOP("reports", "Figures as a spreadsheet")
    FIGURES_FOR = QT_TRANSLATE_NOOP(
        "reports",
        "The inspection pack, a register, or everything that is open: to work with or to print.",
    )
    FIGURES_WHO = QT_TRANSLATE_NOOP("reports", "Whoever has the file can open it. The head and the chair are told.")
    FIGURES_INTRO = QT_TRANSLATE_NOOP(
        "reports",
        "It holds what you can see of it and no more. The inspection pack counts the last twelve months, gives the "
        "references behind each figure, and names nobody. That you saved it is put on record with the head and the "
        "chair.",
    )
    WHAT = QT_TRANSLATE_NOOP("reports", "What do you want?")
    INSPECTION = QT_TRANSLATE_NOOP("reports", "Inspection pack")
    OPEN_ITEMS = QT_TRANSLATE_NOOP("reports", "Everything that is open")
    WHICH = QT_TRANSLATE_NOOP("reports", "Which record?")
    SEARCH = QT_TRANSLATE_NOOP("reports", "Search by name, word or reference")
    RECORDS = QT_TRANSLATE_NOOP("reports", "Records")
    REFERENCE = QT_TRANSLATE_NOOP("reports", "Reference")
    RECORD = QT_TRANSLATE_NOOP("reports", "Record")
    SENT = QT_TRANSLATE_NOOP("reports", "Sent")
    READING = QT_TRANSLATE_NOOP("reports", "Reading the records…")
    NO_RECORDS = QT_TRANSLATE_NOOP("reports", "No records yet.")
    NOTHING_FOUND = QT_TRANSLATE_NOOP("reports", "Nothing on record fits that.")
    MORE = QT_TRANSLATE_NOOP("reports", "The first {shown} are shown. Search for the others.")
    ANOTHER = QT_TRANSLATE_NOOP("reports", "Choose another record")
    CASE_FILE_NAME = QT_TRANSLATE_NOOP("reports", "CF-{reference}{ending}")
    PRINTED = QT_TRANSLATE_NOOP("reports", "Printed, {pages} pages. That is on record.")
    WHERE = QT_TRANSLATE_NOOP("reports", "Choose where to save it…")
    SAVING = QT_TRANSLATE_NOOP("reports", "Making the file")
    SAVING_MORE = QT_TRANSLATE_NOOP("reports", "You can stop it: then nothing is saved and nothing is left.")
    PROTECTION = QT_TRANSLATE_NOOP("reports", "How it opens")
    WITH_PASSWORD = QT_TRANSLATE_NOOP("reports", "With a password")
    WITHOUT_PASSWORD = QT_TRANSLATE_NOOP("reports", "Without one: I print it, or it stays in a safe place")
    SEALED = QT_TRANSLATE_NOOP("reports", "For one person at the school alone, who opens it in Candour")
    READER = QT_TRANSLATE_NOOP("reports", "Who can open it")
    READER_HINT = QT_TRANSLATE_NOOP(
        "reports",
        "Somebody with a sign-in. Never anybody whom something in it is about. They open it under Settings, “Open a "
        "sealed file”.",
    )
    NEEDS_READER = QT_TRANSLATE_NOOP("reports", "Choose who can open it")
    PASSWORD = QT_TRANSLATE_NOOP("reports", "Password")
    AGAIN = QT_TRANSLATE_NOOP("reports", "Once more")
    PASSWORD_HINT = QT_TRANSLATE_NOOP(
        "reports",
        "12 characters or more, without accents. Tell it by telephone or in person, never with the file. Candour "
        "keeps it nowhere.",
    )
    SUGGEST = QT_TRANSLATE_NOOP("reports", "Suggest five words")
    SUGGESTED = QT_TRANSLATE_NOOP("reports", "{words}. Write them down for whoever gets the file, then type them here.")
    PASSWORD_REFUSED = QT_TRANSLATE_NOOP(
        "reports", "Use 12 to 120 letters without accents, figures, spaces and signs of a plain keyboard"
    )
    DIFFERENT = QT_TRANSLATE_NOOP("reports", "The two are not the same")
    PLAIN = QT_TRANSLATE_NOOP("reports", "Anybody who has the file can read it. Delete it when it has been handed on.")
    FORMATS = QT_TRANSLATE_NOOP("reports", "As")
    FILES_TOO = QT_TRANSLATE_NOOP("reports", "With the attached files and a list of everything, as one bundle")
    LOOKED_AT = QT_TRANSLATE_NOOP("reports", "I have looked at each attached file")
    LOOKED_AT_WHY = QT_TRANSLATE_NOOP(
        "reports", "Names are left out, and pictures, sound and most documents are not read by Candour."
    )
    NAMED = QT_TRANSLATE_NOOP("reports", "This contains the name of the person who reported it.")
    LEAVE_NAME = QT_TRANSLATE_NOOP("reports", "Leave it out")
    STORY = QT_TRANSLATE_NOOP(
        "reports",
        "The name is taken out wherever it stands. That may not be enough if the story gives it away: read the copy "
        "once as the person concerned would.",
    )


say = sayer("reports")
"""Says one of the texts above."""


def title() -> str:
    """What the page is called."""
    return say(Said.TITLE)
