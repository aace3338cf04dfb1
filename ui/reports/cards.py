# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The cards of the Reports page (ux.md R9), in their order: one line each, once the page behind it is there."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.access import words as own_data
from ui.access.page import OwnDataPage
from ui.duties import words as duties
from ui.duties.page import CalendarPage
from ui.governors.issued_page import IssuedPage, keeps_reports
from ui.governors.page import GovernorsPage, makes_report, makes_supplement
from ui.governors.words import Said as Governors
from ui.governors.words import say as say_governors
from ui.policies.chasing_page import ChasingPage
from ui.policies.chasing_words import Chasing
from ui.policies.chasing_words import say as say_chasing
from ui.references import words as references
from ui.references.page import ReferencePage
from ui.reports.case_file_page import CaseFilePage
from ui.reports.figures_page import FiguresPage
from ui.reports.report_page import ReportPage
from ui.reports.words import Said, say
from ui.retention.page import KeepingPage
from ui.retention.words import Said as Keeping
from ui.retention.words import say as keeping
from ui.review.desk_page import DeskContext
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.training import words as training
from ui.training.page import TrainingPage


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCard:
    """A card: its id, its look, what says its three texts, whose it is, and what makes the page behind it.

    `note` says who may open the result. `is_for` is asked each time the cards are shown.
    """

    id: str
    icon: Icon
    tone: Tone
    title: Callable[[], str]
    text: Callable[[], str]
    note: Callable[[], str]
    make: Callable[[DeskContext], ReportPage]
    is_for: Callable[[DeskContext], bool] = lambda _context: True


CARDS: tuple[ReportCard, ...] = (
    ReportCard(
        id="governors",
        icon=Icon.FILE_CHART_COLUMN,
        tone=Tone.SOFT,
        title=lambda: say_governors(Governors.TITLE),
        text=lambda: say_governors(Governors.FOR),
        note=lambda: say_governors(Governors.WHO),
        make=GovernorsPage,
        is_for=makes_report,
    ),
    ReportCard(
        id="supplement",
        icon=Icon.FILE_CHART_COLUMN,
        tone=Tone.SOFT,
        title=lambda: say_governors(Governors.SUPPLEMENT),
        text=lambda: say_governors(Governors.SUPPLEMENT_FOR),
        note=lambda: say_governors(Governors.SUPPLEMENT_WHO),
        make=GovernorsPage,
        is_for=makes_supplement,
    ),
    ReportCard(
        id="case_file",
        icon=Icon.FILE_TEXT,
        tone=Tone.SOFT,
        title=lambda: say(Said.CASE_FILE),
        text=lambda: say(Said.CASE_FILE_FOR),
        note=lambda: say(Said.CASE_FILE_WHO),
        make=CaseFilePage,
    ),
    ReportCard(
        id="figures",
        icon=Icon.LIST,
        tone=Tone.INFO,
        title=lambda: say(Said.FIGURES),
        text=lambda: say(Said.FIGURES_FOR),
        note=lambda: say(Said.FIGURES_WHO),
        make=FiguresPage,
    ),
    ReportCard(
        id="policies",
        icon=Icon.BOOK_OPEN,
        tone=Tone.OK,
        title=lambda: say_chasing(Chasing.CARD),
        text=lambda: say_chasing(Chasing.CARD_FOR),
        note=lambda: say_chasing(Chasing.CARD_WHO),
        make=ChasingPage,
    ),
    ReportCard(
        id="training",
        icon=Icon.LIST_CHECKS,
        tone=Tone.OK,
        title=lambda: training.say(training.Said.TITLE),
        text=lambda: training.say(training.Said.CARD_FOR),
        note=lambda: training.say(training.Said.CARD_WHO),
        make=TrainingPage,
    ),
    ReportCard(
        id="calendar",
        icon=Icon.CALENDAR,
        tone=Tone.INFO,
        title=lambda: duties.say(duties.Said.TITLE),
        text=lambda: duties.say(duties.Said.CARD_FOR),
        note=lambda: duties.say(duties.Said.CARD_WHO),
        make=CalendarPage,
    ),
    ReportCard(
        id="keeping",
        icon=Icon.CALENDAR_CLOCK,
        tone=Tone.NEUTRAL,
        title=lambda: keeping(Keeping.TITLE),
        text=lambda: keeping(Keeping.CARD_FOR),
        note=lambda: keeping(Keeping.CARD_WHO),
        make=KeepingPage,
    ),
    ReportCard(
        id="own_data",
        icon=Icon.USER_ROUND_CHECK,
        tone=Tone.INFO,
        title=lambda: own_data.say(own_data.Said.CARD),
        text=lambda: own_data.say(own_data.Said.CARD_FOR),
        note=lambda: own_data.say(own_data.Said.CARD_WHO),
        make=OwnDataPage,
    ),
    ReportCard(
        id="reference",
        icon=Icon.USER_ROUND,
        tone=Tone.SOFT,
        title=lambda: references.say(references.Said.CARD),
        text=lambda: references.say(references.Said.CARD_FOR),
        note=lambda: references.say(references.Said.CARD_WHO),
        make=ReferencePage,
    ),
    ReportCard(
        id="issued",
        icon=Icon.FILE_TEXT,
        tone=Tone.SOFT,
        title=lambda: say_governors(Governors.ISSUED),
        text=lambda: say_governors(Governors.ISSUED_FOR),
        note=lambda: say_governors(Governors.ISSUED_WHO),
        make=IssuedPage,
        is_for=keeps_reports,
    ),
)
