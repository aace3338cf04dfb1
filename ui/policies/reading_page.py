# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A policy to be read and confirmed: contents, a search, what changed, the clauses (ux.md S9). No timer hurries."""

from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.policies.shelf import OnShelf
from desktop.policies.telling import change_words, changed_paragraphs
from desktop.policies.version import Version
from desktop.policies.words_found import wanted_words
from desktop.telling import in_a_row
from ui.policies.clause_list import ClauseList
from ui.policies.clause_view import change_spans, clause_title
from ui.policies.contents_card import ContentsCard
from ui.policies.facts import companion_words, edition_words, review_words
from ui.policies.words import Policy
from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.text_size import TextSizeButton
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.line_input import LineInput
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_CHANGES = 40
_SMALL = TextStyle("small", "text.secondary")


class ReadingPage(StaffFrame):
    """One policy. `readers` are the names of those who can see that it was confirmed."""

    left = Signal()
    """Back, or not now."""
    confirmed = Signal(object, str)
    """It has been read: the `OnShelf`, and the name typed by somebody who is not signed in."""
    question_asked = Signal(object)
    """Somebody has a question instead: the `OnShelf`."""
    print_asked = Signal()
    """It is to be printed."""
    save_asked = Signal(str)
    """It is to be saved as a file: the name that is proposed."""
    companion_asked = Signal(str)
    """A policy that is to be read together with this one is wanted: its id."""

    def __init__(
        self, theme: ThemeSource, here: Here, on_shelf: OnShelf, version: Version, readers: list[str], *, short: bool
    ) -> None:
        super().__init__(theme, here.school.name, TextSizeButton(theme))
        self._on_shelf = on_shelf
        self._is_signed_in = here.session is not None
        self._clauses = version.short() if short else version.clauses
        self.list = ClauseList(theme, self._clauses)
        self.contents = ContentsCard(theme, self._clauses)
        self._file_name = partial(_file_name, version, short=short)
        self._paper = QWidget()
        self._paper.setLayout(Flow(theme, self._paper_buttons(), gap=2))
        self._paper.hide()
        self._find = LineInput(theme, clearable=True)
        self._name = LineInput(theme)
        self._name_field = Field(theme, say(Policy.YOUR_NAME), self._name, hint=say(Policy.NAME_HINT))
        self._asks = on_shelf.is_asked or short
        self._found = PlainLabel(theme, "", _SMALL, wrap=True)
        self._found.hide()
        title = PlainLabel(theme, on_shelf.kept.line.title, "pageTitle", wrap=True)
        self.column.add(title, *self._facts(version), *self._companions(here, version), self._paper)
        self.column.add(*self._changes(), self._search(), self._found, self.list)
        if self._asks:
            self.column.add(*self._confirming(readers))
        holder = QWidget()
        holder.setLayout(Column(theme, self.contents))
        self.keep_at_left(holder)
        self._show_buttons()
        self.setAccessibleName(title.words)
        self._connect()

    def _facts(self, version: Version) -> list[QWidget]:
        facts = (edition_words(version), review_words(self._on_shelf.kept), companion_words(version))
        label = PlainLabel(self.theme, " ".join(filter(None, facts)), _SMALL, wrap=True)
        late = [Banner(self.theme, Tone.WARN, say(Policy.OVERDUE))] if self._on_shelf.is_overdue else []
        return [label, *late, *([Banner(self.theme, Tone.INFO, say(Policy.MODEL))] if version.model else [])]

    def _companions(self, here: Here, version: Version) -> list[QWidget]:
        """A way to each companion that is here too."""
        here_too = {line.title.casefold(): line for line in here.candour.machine.school.settings.policies}
        links = []
        for title in version.companions:
            if line := here_too.get(title.casefold()):
                link = LinkButton(self.theme, say(Policy.READ_COMPANION, title=line.title), "small")
                link.clicked.connect(partial(self.companion_asked.emit, line.policy_id))
                links.append(link)
        return [*links]

    def _paper_buttons(self) -> list[Button]:
        paper, save = (
            Button(self.theme, say(each), ButtonKind.QUIET, ButtonSize.SMALL) for each in (Policy.PRINT, Policy.SAVE)
        )
        paper.clicked.connect(self.print_asked)
        save.clicked.connect(self._ask_file)
        return [paper, save]

    @Slot()
    def _ask_file(self) -> None:
        self.save_asked.emit(self._file_name())

    def offer_paper(self) -> None:
        """Somebody is there to print it or to save it."""
        self._paper.show()

    def _changes(self) -> list[QWidget]:
        if not self._on_shelf.changes:
            return []
        card = Card(self.theme, say(Policy.CHANGES), gap=2)
        changes = self._on_shelf.changes
        for changed in changes[:_CHANGES]:
            clause = changed.new or changed.old
            name = clause_title(clause) if clause else ""
            card.add(PlainLabel(self.theme, f"{name}: {change_words(changed)}", "cardTitle", wrap=True))
            lines = (change_spans(part, pieces) for part, pieces in changed_paragraphs(changed))
            card.add(*(PlainLabel(self.theme, line, _SMALL, wrap=True) for line in lines))
        if len(changes) > _CHANGES:
            more = say(Policy.CHANGES_MORE, count=str(len(changes) - _CHANGES))
            card.add(PlainLabel(self.theme, more, wrap=True))
        return [card]

    def _search(self) -> QWidget:
        return Field(self.theme, say(Policy.FIND), self._find)

    def _confirming(self, readers: list[str]) -> list[QWidget]:
        told = PlainLabel(self.theme, say(Policy.CONFIRM_INTRO), "section", wrap=True)
        seen = say(Policy.WHO_SEES, names=in_a_row(readers, say(Staff.AND)))
        names = [] if self._is_signed_in else [self._name_field]
        return [told, *names, PlainLabel(self.theme, seen, _SMALL, wrap=True)]

    def _show_buttons(self) -> None:
        if self._asks:
            question = say(Policy.QUESTION) if self._is_signed_in else ""
            self.buttons.show_buttons(say(Policy.CONFIRM), question, say(Policy.NOT_NOW))
        else:
            self.buttons.hide()
        self.progress.show_back()
        self.top_bar.show_back(is_possible=True)

    def _connect(self) -> None:
        for bar in (self.top_bar, self.progress):
            bar.back_asked.connect(self.left)
        self.buttons.way_out.clicked.connect(self.left)
        self.buttons.primary.clicked.connect(self._confirm)
        self.buttons.second.clicked.connect(self._ask)
        self._find.edited.connect(self._look_for)
        self.contents.asked.connect(self.go_to)
        self.list.begun_again.connect(partial(self.go_to, 0))

    @override
    def focus_first(self) -> None:
        self.focus_back()

    def begin_at_clause(self, clause_id: str) -> None:
        """Begin at a clause, where the policy has it."""
        for place, clause in enumerate(self._clauses):
            if clause.clause_id == clause_id:
                self.go_to(place)

    @Slot(int)
    def go_to(self, place: int) -> None:
        """Bring the clause at a place to the top of the page."""
        view = self.list.view_of(place)
        self.settle()
        bar = self.pane.verticalScrollBar()
        top = view.mapTo(self.pane.viewport(), QPoint(0, 0)).y()
        bar.setValue(bar.value() + top - self.theme.now.space(4))
        announce(self, view.accessibleName())

    @Slot(str)
    def _look_for(self, typed: str) -> None:
        """Show only the clauses with all of these words, and the words in bold."""
        wanted = wanted_words(typed)
        found = self.list.look_for(wanted)
        said = {0: Policy.FOUND_NONE, 1: Policy.FOUND_ONE}.get(found, Policy.FOUND)
        self._found.setVisible(bool(wanted))
        self._found.show_words(say(said, count=str(found)))

    @Slot()
    def _confirm(self) -> None:
        name = self._name.value().strip()
        if not self._is_signed_in and not name:
            self._name_field.show_error(say(Policy.NAME_MISSING))
            self.begin_at(self._name_field)
            return
        self.buttons.primary.set_busy(say(Policy.CONFIRMING))
        self.confirmed.emit(self._on_shelf, name)

    def rest(self) -> None:
        """It could not be confirmed: it can be tried again."""
        self.buttons.primary.set_ready()

    @Slot()
    def _ask(self) -> None:
        self.question_asked.emit(self._on_shelf)


def _file_name(version: Version, *, short: bool) -> str:
    from desktop.documents.policy import default_name

    return default_name(version, short=short)
