# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, code and policies: those that hold, with approval, review and who has confirmed; adding and withdrawing."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.faults import DeskFault, KnownError
from desktop.machine import Machine
from desktop.people import PolicyLine, School
from desktop.policies.chasing import Chased, read_chased
from desktop.policies.library import Kept, library, named_in, texts
from desktop.policies.preparing import Preparing, drop_preparing, kept_preparing, what_is_odd
from desktop.policies.printing import save_to_edit
from desktop.policies.proposing import Begun, begin_from, version_in_force
from desktop.policies.publishing import taken_out
from desktop.policies.taking_in import model_code
from desktop.policies.telling import written_day
from desktop.policies.version import Version
from desktop.session import Session
from ui.policies.adding import AddingSteps
from ui.policies.adding_words import Adding
from ui.policies.beside import columns
from ui.policies.policy_acts import PolicyActs
from ui.policies.versions_card import VersionsCard
from ui.settings.change_page import ChangePage
from ui.settings.context import SettingsContext
from ui.settings.words import say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.data_table import DataTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.exchanged import Exchanged
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_save
from ui.widgets.flow import Flow
from ui.widgets.table_rows import Cell, TableRow
from ui.widgets.tag import TagLook

_TWO = 2


class _Read(msgspec.Struct, frozen=True, kw_only=True):
    """Each policy with who has confirmed it, and what is being prepared."""

    found: tuple[tuple[Kept, Chased], ...]
    preparing: Preparing | None


class LibraryPage(ChangePage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(context, say(Adding.TITLE), say(Adding.TITLE_FOR))
        theme = self.theme
        titles = columns(
            ("policy", say(Adding.POLICY), 6),
            ("version", say(Adding.VERSION), 4),
            ("approved", say(Adding.APPROVED), 5),
            ("review", say(Adding.REVIEW), 4),
            ("confirmed", say(Adding.CONFIRMED), 4),
        )
        self.table = DataTable(theme, titles, name=say(Adding.TABLE), fits=True)
        self._field = Field(theme, say(Adding.TABLE), self.table, hint=say(Adding.WITHDRAW_HINT))
        self._none = EmptyState(theme, Icon.FILE_TEXT, say(Adding.NONE), say(Adding.NONE_MORE))
        self._none.hide()
        self._add = Button(theme, say(Adding.ADD), ButtonKind.PRIMARY, icon=Icon.PLUS)
        self._acts = PolicyActs(theme, self.table, self._field)
        self._is_empty = False
        self._kept = Exchanged(theme)
        self._kept.hide()
        self._versions = Exchanged(theme)
        self._versions.hide()
        self.steps = AddingSteps(self)
        self.body.add(self._kept, self._field, self._none)
        self.body.addLayout(Flow(theme, (self._add, self._acts), gap=3))
        self.body.add(self._versions, self.steps)
        self.setFocusProxy(self._add)
        self._add.clicked.connect(self._start)
        self._acts.next_asked.connect(self._start_next)
        self._acts.word_asked.connect(self._ask_word)
        self._acts.comparison_asked.connect(self._compare)
        self._acts.withdrawal_asked.connect(self._withdraw)
        self.steps.ended.connect(self._return)
        self.steps.model_wanted.connect(partial(self.save_word, ""))

    @override
    def show_school(self, school: School) -> None:
        super().show_school(school)
        self._read_again()

    @override
    def show_error(self, error: Exception) -> None:
        self.steps.fail()
        super().show_error(error)

    @Slot()
    def _read_again(self) -> None:
        self.ask(partial(_read, self.context.session), self._show)

    @Slot()
    def _return(self) -> None:
        self.ask(partial(_read, self.context.session), self._show_again)

    def _show_again(self, read: _Read) -> None:
        """Show what is here now, with the keyboard at what can be done next."""
        self._show(read)
        (self._add if self._add.isEnabled() else self._kept).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, read: _Read) -> None:
        self.table.show_rows([_row(kept, chased) for kept, chased in read.found])
        self._is_empty = not read.found
        is_free = not self.steps.is_on and self._versions.isHidden()
        self._arrange(is_free=is_free)
        # There is one unfinished version at a time: a further one would take its place.
        may_begin = read.preparing is None or bool(read.preparing.proposed)
        self._add.setEnabled(may_begin)
        self._acts.offer_next(is_possible=may_begin)
        self._kept.show_widgets(*(self._unfinished(read.preparing) if read.preparing and is_free else ()))

    def _arrange(self, *, is_free: bool) -> None:
        """What is here, unless somebody is adding something."""
        for widget in (self._field, self._acts):
            widget.setVisible(is_free and not self._is_empty)
        self._none.setVisible(is_free and self._is_empty)
        self._add.setVisible(is_free)

    def _unfinished(self, preparing: Preparing) -> tuple[Banner, "_Choices"]:
        file = preparing.prepared.source_name or say(Adding.MODEL_NAME)
        title = preparing.facts.title.strip() or say(Adding.KEPT_UNNAMED, file=file)
        words = Adding.KEPT_PROPOSED if preparing.proposed else Adding.KEPT
        buttons = _Choices(self.theme)
        buttons.go_on.clicked.connect(partial(self._go_on, preparing))
        buttons.drop.clicked.connect(self.steps.drop)
        self._kept.setFocusProxy(buttons.go_on)
        return Banner(self.theme, Tone.INFO, say(words, title=title)), buttons

    # Adding

    @Slot()
    def _start(self) -> None:
        self._begin()
        self.steps.start({line.policy_id: line.title for line in self.school.settings.policies})

    @Slot(str)
    def _start_next(self, policy_id: str) -> None:
        self.ask(partial(begin_from, self.context.session.machine, policy_id), self._show_next)

    def _show_next(self, begun: Begun) -> None:
        self._begin()
        self.steps.take(begun)

    def _go_on(self, preparing: Preparing) -> None:
        self.ask(partial(_begun, preparing), self._show_begun)

    def _show_begun(self, begun: Begun) -> None:
        self._begin()
        self.steps.go_on(begun)

    def _begin(self) -> None:
        self.note.hide()
        self._kept.show_widgets()
        self._versions.show_widgets()
        self._arrange(is_free=False)

    # What is done with one that holds

    @Slot(str)
    def _ask_word(self, policy_id: str) -> None:
        save = partial(self.save_word, policy_id)
        ask_to_save(self, say(Adding.WORD), say(Adding.WORD_KIND), f"{policy_id}.docx", save)

    def save_word(self, policy_id: str, file: str) -> None:
        """Save the version that holds as a Word file; without an id, Candour's model."""
        path = Path(file)
        self.ask(partial(_save_word, self.context.session.machine, policy_id, path), partial(self._tell_saved, path))

    def _tell_saved(self, path: Path, _done: None) -> None:
        self.note.show_message(Tone.OK, say(Adding.WORD_SAVED, file=path.name))
        self.note.show()

    @Slot(str)
    def _compare(self, policy_id: str) -> None:
        machine = self.context.session.machine
        line = next(line for line in self.school.settings.policies if line.policy_id == policy_id)
        self.ask(partial(texts, machine.documents, line), partial(self._show_versions, line.title))

    def _show_versions(self, title: str, versions: Mapping[str, Version]) -> None:
        if len(versions) < _TWO:
            self._field.show_error(say(Adding.ONE_VERSION))
            self._field.setFocus()
            return
        card = VersionsCard(self, title, versions)
        card.left.connect(self._close_versions)
        self._begin()
        self._versions.show_widgets(card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _close_versions(self) -> None:
        self._versions.show_widgets()
        self.ask(partial(_read, self.context.session), self._show_compared)

    def _show_compared(self, read: _Read) -> None:
        self._show(read)
        self._acts.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _withdraw(self, policy_id: str) -> None:
        self.change([taken_out(self.school, policy_id)], self._read_again)


class _Choices(QWidget):
    """What can be done about something unfinished."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self.go_on, self.drop = Button(theme, say(Adding.GO_ON_WITH)), Button(theme, say(Adding.DROP))
        self.setLayout(Flow(theme, (self.go_on, self.drop), gap=3))


def _read(session: Session) -> _Read:
    machine = session.machine
    kept, chased = library(machine.school, machine.documents), read_chased(session)
    preparing = kept_preparing(session)
    if preparing is not None and preparing.proposed in named_in(machine.school):
        drop_preparing(session)
        preparing = None
    of = {each.line.policy_id: each for each in chased if isinstance(each.line, PolicyLine)}
    return _Read(found=tuple((each, of[each.line.policy_id]) for each in kept), preparing=preparing)


def _save_word(machine: Machine, policy_id: str, path: Path) -> None:
    version = version_in_force(machine, policy_id) if policy_id else model_code(machine.school.name)
    if version is None:
        raise KnownError(DeskFault.NO_SUCH_POLICY)
    save_to_edit(version, path)


def _begun(preparing: Preparing) -> Begun:
    return Begun(preparing=preparing, odd=what_is_odd(preparing.prepared))


def _row(kept: Kept, chased: Chased) -> TableRow:
    line, version, figures = kept.line, kept.version, chased.figures
    if version is None:
        cells = [Cell(say(Adding.NOT_HERE), colour="text.secondary"), Cell("")]
    else:
        name = say(Adding.MODEL, edition=version.edition) if version.model else version.edition
        day = written_day(version.approved_on) if version.approved_on else ""
        both = version.approver and day
        cells = [
            Cell(name),
            Cell(say(Adding.APPROVED_BY, approver=version.approver, day=day) if both else version.approver or day),
        ]
    due = written_day(line.review_due) if line.review_due else ""
    late = Cell(tag=TagLook(say(Adding.OVERDUE, day=due), Tone.WARN))
    count = say(Adding.COUNT, confirmed=str(figures.confirmed), of=str(figures.of))
    asked = Cell(count if line.confirm_by else say(Adding.NOT_ASKED))
    return TableRow(line.policy_id, (Cell(line.title), *cells, late if chased.is_overdue else Cell(due), asked))
