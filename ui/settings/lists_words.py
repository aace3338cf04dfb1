# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of the forms and of the lists to choose from (ux.md A5; requirements.md F19)."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Lists(StrEnum):
    """Each text; what stands in braces is filled in by `ui.settings.words.say`."""

    TITLE = QT_TRANSLATE_NOOP("settings", "Forms and lists")
    TITLE_FOR = QT_TRANSLATE_NOOP(
        "settings",
        "Which forms there are, and what people can choose in them. Records keep the words of their day.",
    )
    FORMS = QT_TRANSLATE_NOOP("settings", "Forms")
    FORM = QT_TRANSLATE_NOOP("settings", "Form")
    VERSION = QT_TRANSLATE_NOOP("settings", "Version")
    READERS = QT_TRANSLATE_NOOP("settings", "Opened by, about a member of staff")
    NOBODY = QT_TRANSLATE_NOOP("settings", "Nobody at the school")
    LIST = QT_TRANSLATE_NOOP("settings", "Lists to choose from")
    WHICH = QT_TRANSLATE_NOOP("settings", "List")
    WHICH_HINT = QT_TRANSLATE_NOOP("settings", "Two officers sign a change.")
    WORDS = QT_TRANSLATE_NOOP("settings", "The words of the list")
    WORD = QT_TRANSLATE_NOOP("settings", "Word")
    CLAUSE = QT_TRANSLATE_NOOP("settings", "Clause")
    OFFERED = QT_TRANSLATE_NOOP("settings", "Offered")
    YES = QT_TRANSLATE_NOOP("settings", "Yes")
    NO = QT_TRANSLATE_NOOP("settings", "No longer")
    ALWAYS = QT_TRANSLATE_NOOP("settings", "Always")
    STOP = QT_TRANSLATE_NOOP("settings", "Stop offering")
    AGAIN = QT_TRANSLATE_NOOP("settings", "Offer again")
    CHOOSE = QT_TRANSLATE_NOOP("settings", "Choose a word of the list first, one that this can be done to.")
    ADD = QT_TRANSLATE_NOOP("settings", "Add a word")
    ADD_PROPOSE = QT_TRANSLATE_NOOP("settings", "Propose this word")
    ADD_HINT = QT_TRANSLATE_NOOP(
        "settings", "It can’t be taken away later, because records may hold it. You can stop offering it, or reword it."
    )
    REWORD = QT_TRANSLATE_NOOP("settings", "Put it in place of the chosen word")
    REST_ON = QT_TRANSLATE_NOOP("settings", "The clause that it rests on")
    REST_HINT = QT_TRANSLATE_NOOP("settings", "Choose a word above, and the clause of your own policies that it means.")
    CHOOSE_CLAUSE = QT_TRANSLATE_NOOP("settings", "Choose a clause")
    AS_SHIPPED = QT_TRANSLATE_NOOP("settings", "As Candour’s model code has it")
    OWN_CLAUSE = QT_TRANSLATE_NOOP("settings", "The school’s own: it rests on no clause")
    OWN_SHORT = QT_TRANSLATE_NOOP("settings", "School’s own")
    NONE_SHORT = QT_TRANSLATE_NOOP("settings", "No clause yet")
    CLAUSE_PROPOSE = QT_TRANSLATE_NOOP("settings", "Propose this clause")
    CLAUSES = QT_TRANSLATE_NOOP("settings", "Where your code says it")
    CLAUSES_FIELD = QT_TRANSLATE_NOOP("settings", "What forms, lists and patterns rest on")
    CLAUSES_HINT = QT_TRANSLATE_NOOP(
        "settings",
        "Clauses that began as Candour’s model code are known. For any other, choose a row and your clause.",
    )
    MODEL_CLAUSE = QT_TRANSLATE_NOOP("settings", "Clause of the model code")
    HERE = QT_TRANSLATE_NOOP("settings", "In your policies")
    TO_PROPOSE = QT_TRANSLATE_NOOP("settings", "{clause} (not proposed yet)")
    CHOOSE_ROW = QT_TRANSLATE_NOOP("settings", "Choose a row first.")
    USE_CLAUSE = QT_TRANSLATE_NOOP("settings", "Use this clause")
    CLAUSES_PROPOSE = QT_TRANSLATE_NOOP("settings", "Propose these clauses")
    PLACES = QT_TRANSLATE_NOOP("settings", "Places")
    PLACES_FIELD = QT_TRANSLATE_NOOP("settings", "Places that are suggested when a form asks where")
    PLACES_HINT = QT_TRANSLATE_NOOP(
        "settings",
        "One on each line; of several sites, the site first: “Lower site: Hall”. Without any, Candour’s own are "
        "suggested. People may always write another.",
    )
    PLACES_PROPOSE = QT_TRANSLATE_NOOP("settings", "Propose these places")
