# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Importing a table of training, on the page about training: choose, settle, see the fate of each row, import."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.meaning import shipped_meaning
from desktop.cases.rows import TRAINING
from desktop.faults import KnownError
from desktop.importing.faults import ImportFault
from desktop.importing.log_tables import table_headings
from desktop.importing.reading import read_list_file
from desktop.importing.tables import OLD_LOG
from desktop.people import PersonId
from desktop.session import Session
from desktop.training.bringing_in import (
    PlannedTraining,
    TrainingChoices,
    TrainingPlan,
    bring_in_training,
    plan_training,
)
from desktop.training.courses import offered_courses
from desktop.training.from_file import read_training_file
from ui.importing.batches import Batches
from ui.importing.settle_card import NamesCard
from ui.importing.words import Importing
from ui.importing.words import say as say_importing
from ui.review.desk_page import DeskContext
from ui.review.records import Refused
from ui.theme.icons import Icon
from ui.training.import_cards import ColumnsCard, CoursesCard, found_card
from ui.training.import_words import Bringing, say
from ui.widgets.button import Button, ButtonSize
from ui.widgets.exchanged import Exchanged
from ui.widgets.file_dialogs import ask_to_open
from ui.widgets.layouts import Column
from ui.widgets.progress_panel import ProgressPanel

_ABOUT_COLUMNS = (ImportFault.NO_LOG_HEADER, ImportFault.NO_COLUMN, ImportFault.COLUMN_TWICE)


class TrainingImport(QWidget):
    """Shows nothing until a file is chosen with `choose`, a button that stands elsewhere, hidden at first."""

    imported = Signal(str)
    """Records were made: the sentence to say."""
    refused = Signal(object)
    """It could not be done: the `Refused`."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__()
        self._context = context
        self._path = Path()
        self._by_hand: Mapping[str, str] = {}
        self._choices = TrainingChoices()
        self.choose = Button(context.theme, say(Bringing.CHOOSE), size=ButtonSize.SMALL, icon=Icon.DOWNLOAD)
        self.choose.hide()
        self._card = Exchanged(context.theme, gap=4)
        self._card.hide()
        self._batches = Batches(context.theme, self._card, say(Bringing.WORKING_MORE))
        self.setLayout(Column(context.theme, self._card))
        self.choose.clicked.connect(self._ask_file)
        self._batches.ended.connect(self._finish)

    @Slot()
    def _ask_file(self) -> None:
        ask_to_open(self, say(Bringing.CHOOSE), say_importing(Importing.KIND), self.read)

    @Slot(str)
    def read(self, file: str) -> None:
        """Say what would become of every row of this file."""
        self._path, self._by_hand, self._choices = Path(file), {}, TrainingChoices()
        self._look()

    def _look(self) -> None:
        self._card.show_widgets(ProgressPanel(self._context.theme, say(Bringing.READING), stoppable=False))
        self._ask(partial(_plan, path=self._path, by_hand=self._by_hand, choices=self._choices), self._show)

    def _ask(self, operation: Callable[[Session], object], then: Callable[..., None]) -> None:
        self._context.records.ask(self, operation, then, self._fail)

    def _show(self, found: TrainingPlan | tuple[str, ...]) -> None:
        if isinstance(found, tuple):
            self._ask_columns(found)
            return
        theme, school, cards = self._context.theme, self._context.school(), list[QWidget]()
        if found.own_names:
            courses = CoursesCard(theme, found.own_names, offered_courses(school.settings.vocabularies))
            courses.settled.connect(self._settle_courses)
            cards.append(courses)
        if found.unclear:
            names = NamesCard(theme, found.unclear, school.people)
            names.settled.connect(self._settle_names)
            cards.append(names)
        card = found_card(theme, found)
        card.import_asked.connect(partial(self._batches.begin, len(found.new), partial(self._import_some, found.new)))
        card.cancelled.connect(self._end)
        self._card.show_widgets(*cards, card)
        card.begin(*cards)

    def _ask_columns(self, headings: tuple[str, ...]) -> None:
        spec = shipped_meaning().of_school(self._context.school()).forms[TRAINING]
        card = ColumnsCard(self._context.theme, self._path.name, headings, spec)
        card.chosen.connect(self._take_columns)
        card.cancel.clicked.connect(self._end)
        self._card.show_widgets(card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _take_columns(self, by_hand: Mapping[str, str]) -> None:
        self._by_hand = by_hand
        self._look()

    @Slot(object)
    def _settle_courses(self, courses: Mapping[str, str]) -> None:
        self._choices = TrainingChoices(names=self._choices.names, courses={**self._choices.courses, **courses})
        self._look()

    @Slot(object, bool)
    def _settle_names(self, people: Mapping[str, PersonId], takes_likely: bool) -> None:  # noqa: FBT001 - Qt's signal
        names = self._choices.names.settled(people, takes_likely=takes_likely)
        self._choices = TrainingChoices(names=names, courses=self._choices.courses)
        self._look()

    # Importing

    def _import_some(self, rows: tuple[PlannedTraining, ...], start: int, then: Callable[[int], None]) -> None:
        self._ask(partial(bring_in_training, rows=rows, start=start), then)

    @Slot(int)
    def _finish(self, count: int) -> None:
        self._end()
        self.imported.emit(say(Bringing.DONE, count=f"{count:,}"))

    def _fail(self, refused: Refused) -> None:
        self._end()
        self.refused.emit(refused)

    @Slot()
    def _end(self) -> None:
        self._batches.stop()
        self._card.show_widgets()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)


def _plan(
    session: Session, path: Path, by_hand: Mapping[str, str], choices: TrainingChoices
) -> TrainingPlan | tuple[str, ...]:
    """The fate of every row; or the headings of the file, where somebody has to say which column is which."""
    data = read_list_file(path, OLD_LOG)
    try:
        file = read_training_file(path.name, data, by_hand)
    except KnownError as error:
        if error.code not in _ABOUT_COLUMNS:
            raise
        return table_headings(data)
    return plan_training(session, file, choices)
