# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One person's page at work: read, looked back at, written to, saved. It shows one person after another."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from desktop.auditing.noting import note_look
from desktop.cases.meaning import shipped_meaning
from desktop.chronology.flags import Flag, read_flags
from desktop.chronology.noting import PERSON_NOTE, keep_note, kept_note, note_readers, write_note
from desktop.chronology.page import PersonPage, read_page
from desktop.clocks import london_day
from desktop.exports.order import usual_order
from desktop.filing import Filed
from desktop.forms import FormSpec
from desktop.people import PersonId
from desktop.session import Session
from ui.people.entry_panel import Asking, EntryPanel
from ui.people.person_head import PersonHead
from ui.people.person_view import PersonView
from ui.people.words import Said, say
from ui.review.desk_page import DeskContext
from ui.review.records import Refused, Saved
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.card import Surface
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.layouts import Column, Growing, Row
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.words import names_in_a_row

_PANEL_SHARE, _PAGE_SHARE = 2, 3
_BOTH = 900  # logical pixels at text size 100 % from which page and panel stand side by side


class PersonDesk(Surface):
    """Head, page, and the panel beside it while something is written."""

    back_asked = Signal()
    """Back to the list."""
    case_asked = Signal(str)
    """A record is wanted."""
    patterns_asked = Signal()
    """The page of patterns is wanted."""
    recorded = Signal(str)
    """Something was recorded: what to say."""
    saved = Signal(object)
    """A file was Saved."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__("canvas")
        self._context = context
        theme = context.theme
        self._person = PersonId("")
        self._on: date | None = None
        self._page: PersonPage | None = None
        self.head = PersonHead(theme, self._today)
        self.view: PersonView | None = None
        self.panel: EntryPanel | None = None
        self._fault = Banner(theme, Tone.WARN, "")
        self._fault.hide()
        self._place = QStackedWidget()
        self._beside = Column(theme)
        row = Row(theme)
        row.addWidget(self._place, _PAGE_SHARE)
        row.addLayout(self._beside, 0)
        self._row = row
        column = Column(theme, self.head, self._fault)
        column.addLayout(row, 1)
        self.setLayout(column)
        self.setFocusProxy(self.head.back)
        self._connect()

    def _connect(self) -> None:
        self.head.back_asked.connect(self.back_asked)
        self.head.day_asked.connect(self._look_back)
        self.head.note_asked.connect(self.begin_note)
        self.head.pdf_asked.connect(self.begin_pdf)

    def show_person(self, person: PersonId) -> None:
        """Show somebody as they stand today."""
        if person != self._person:
            self.leave()
            self._context.records.ask(self, note_look, _done, _unheard)
        self._person, self._on = person, None
        self._read()

    def read_again(self) -> None:
        """Read again what is shown: something may have come."""
        if self._person and self.isVisible():
            self._read()

    @Slot()
    def leave(self) -> None:
        """Close what stands beside the page, and keep a note that is half-written."""
        if self.panel is not None:
            if self.panel.spec.form_id == PERSON_NOTE:
                person, typed = self._person, self.panel.typed
                self._context.records.ask(self, lambda session: keep_note(session, person, typed), _done, _unheard)
            self._beside.removeWidget(self.panel)
            self._row.setStretch(1, 0)
            self.panel.deleteLater()
            self.panel = None
            self._fold()

    def _today(self) -> date:
        return london_day(self._context.records.now())

    def _read(self) -> None:
        person, on = self._person, self._on
        if self.view is None:
            self._put(EmptyState(self._context.theme, Icon.USERS, say(Said.READING)))
        self._context.records.ask(self, lambda session: read_page(session, person, on), self._take, self._fail)

    def _take(self, page: PersonPage) -> None:
        if page.person.person_id != self._person:
            return
        self._fault.hide()
        chosen = self.view.filter.value() if self.view is not None else None
        self._page = page
        self.head.show_page(page)
        self.view = PersonView(self._context.theme, page, *([chosen] if chosen else []))
        self.view.case_asked.connect(self.case_asked)
        self.view.today_asked.connect(self._show_today)
        self.view.patterns_asked.connect(self.patterns_asked)
        self._put(ScrollPage(self._context.theme, self.view))
        self._read_flags(page)

    def _read_flags(self, page: PersonPage) -> None:
        """Work out beside the page which patterns name this person: that takes longer than the page."""
        view, person, on = self.view, page.person.person_id, page.on

        def shown(flags: tuple[Flag, ...]) -> None:
            if view is not None and view is self.view:
                view.show_flags(flags)

        self._context.records.ask(self, lambda session: read_flags(session, person, on), shown, _unheard)

    def _put(self, widget: QWidget) -> None:
        old = self._place.currentWidget()
        self._place.addWidget(widget)
        self._place.setCurrentWidget(widget)
        if old is not None:
            self._place.removeWidget(old)
            old.deleteLater()

    def _fail(self, refused: Refused) -> None:
        self._fault.show_message(Tone.WARN, refused.sentence)
        self._fault.show()

    @Slot(object)
    def _look_back(self, day: date) -> None:
        self._on = day
        self._read()

    @Slot()
    def _show_today(self) -> None:
        self._on = None
        self._read()
        self.head.look_back.setFocus(Qt.FocusReason.OtherFocusReason)

    # Adding to the record

    @Slot()
    def begin_note(self) -> None:
        """Begin a note about this person."""
        if self._page is None or self.panel is not None:
            return
        kit, person = self._context.kit(), self._person
        spec = self._form(PERSON_NOTE)
        asking = Asking(spec=spec, title=spec.title, intro="", button=spec.button, fixed={"about": person})
        panel = EntryPanel(self._context.theme, kit, asking)
        panel.ready.connect(self._save_note)
        self._show_panel(panel)
        self._context.records.ask(self, lambda session: note_readers(session, person), self._tell_readers, _unheard)
        self._context.records.ask(self, lambda session: kept_note(session, person), self._take_draft, _unheard)

    def _take_draft(self, typed: dict[str, object]) -> None:
        if self.panel is not None and self.panel.spec.form_id == PERSON_NOTE:
            self.panel.take(typed)

    def _tell_readers(self, names: tuple[str, ...]) -> None:
        if self.panel is not None and self._page is not None:
            people = names_in_a_row(names)
            self.panel.intro.show_words(say(Said.NOTE_FOR, names=people, name=self._page.person.name))
            self.panel.intro.show()

    @Slot()
    def _save_note(self) -> None:
        if self.panel is None:
            return
        # What was typed belongs to the window's thread: the worker gets its own.
        person, filling = self._person, replace(self.panel.filling, files=list(self.panel.filling.files))
        self.panel.set_busy()

        def written(session: Session) -> Filed:
            filed = write_note(session, person, filling.kept, filling.outgoing)
            keep_note(session, person, {})
            return filed

        self._context.records.ask(self, written, self._noted, self.panel.refuse)

    def _noted(self, filed: Filed) -> None:
        if self.panel is not None:
            self.panel.clear()
        people = self._context.school().people
        names = [people[reader.person_id].name for reader in filed.route.readers if reader.person_id in people]
        self.leave()
        self.recorded.emit(say(Said.NOTE_SAVED, names=names_in_a_row(names)))
        self._read()
        self.head.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self, form: str) -> FormSpec:
        return shipped_meaning().of_school(self._context.school()).forms[form]

    def _show_panel(self, panel: EntryPanel) -> None:
        self.panel = panel
        panel.closed.connect(self._close_panel)
        self._beside.add(Growing(panel))
        self._row.setStretch(1, _PANEL_SHARE)
        self._fold()
        panel.take_focus()

    def _fold(self) -> None:
        """Where there is no room for both, the panel stands in the place of the page."""
        is_wide = self.width() / self._context.theme.now.text_scale >= _BOTH
        self._place.setVisible(is_wide or self.panel is None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _close_panel(self) -> None:
        self.leave()
        self.head.note.setFocus(Qt.FocusReason.OtherFocusReason)

    # Saving

    @Slot()
    def begin_pdf(self) -> None:
        """Ask what the PDF is for."""
        if self._page is None or self.panel is not None:
            return
        theme, kit = self._context.theme, self._context.kit()
        spec = self._form("export")
        intro = say(Said.PDF_INTRO, name=self._page.person.name)
        panel = EntryPanel(
            theme,
            kit,
            Asking(
                spec=spec,
                title=say(Said.PDF_TITLE),
                intro=intro,
                button=say(Said.PDF_WHERE),
                asked=("recipient_kind", "recipient", "purpose"),
            ),
        )
        panel.ready.connect(self._choose_place)
        self._show_panel(panel)

    @Slot()
    def _choose_place(self) -> None:
        from desktop.exports.people import stem

        ask_to_save(self, say(Said.PDF_WHERE), say(Said.PDF_KIND), f"{stem(self._today())}.pdf", self.save_pdf)

    @Slot(str)
    def save_pdf(self, file: str) -> None:
        """Save the chronology in this file."""
        if self.panel is None:
            return
        person, on, answers = self._person, self._on, self.panel.filling.kept
        order = usual_order(answers)
        self.panel.set_busy()

        def exported(session: Session) -> Saved:
            from desktop.exports.people import export_chronology

            made = export_chronology(session, person, Path(file), order, on=on)
            return Saved(made.path, made.pages)

        self._context.records.ask(self, exported, self._tell_saved, self.panel.refuse)

    def _tell_saved(self, saved: Saved) -> None:
        self.leave()
        self.saved.emit(saved)


def _done(_nothing: None) -> None:
    """What was kept is kept."""


def _unheard(_refused: Refused) -> None:
    """What stands beside the page is left out where it cannot be read."""
