# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page of questions from data: what staff fill in, and what reviewers add to a case.

It writes what is typed straight into the `Filling` that it is given, shows and hides what the answers call for, and
leaves checking, routing and sending to whoever holds it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms import Detour, Field, Finding, Note, Page, PageAction, Panel, Severity, Tone, fill
from desktop.forms.conditions import hold, is_given
from desktop.forms.filling import Filling
from desktop.policies.reasons import of_form
from ui.clauses.link import CitedLink
from ui.forms.attach_block import FILES, AttachBlock
from ui.forms.blocks import Block, BlockKind, blocks_of, can_be_unlisted
from ui.forms.field_view import FieldView
from ui.forms.fold import Fold
from ui.forms.kit import FormKit, filled
from ui.forms.naming import Standing
from ui.forms.notes import FixedText, note_among_fields
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.dropping import drop
from ui.widgets.error_summary import AnswerError, ErrorSummary
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import TextStyle

_SPEAK_NOW = Panel(panel_id="speak_now", version=1, words="", icon=Icon.PHONE.value, tone=Tone.DANGER)
"""How a page looks that interrupts; its words are the page's."""


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note on the page."""

    note: Note
    widget: QWidget


class FormPage(QWidget):
    """One page. `panels` are the fixed texts that stand before its first field, with their words of today.

    `words` fill the placeholders; hand over others with `refill`. Pages of one form may all stay alive: `refresh` shows
    what has changed elsewhere.
    """

    answered = Signal(str)
    """An answer has changed and is in the filling: the field's name."""
    submitted = Signal()
    """Enter was pressed in a line, or Ctrl+Enter in a text."""
    detour_asked = Signal(object)
    """A way to another page or form was chosen: the `Detour`."""
    person_chosen = Signal()
    """Somebody was found and chosen: the question is answered."""
    bug = Signal(object)
    """A fault of ours: the exception. What was typed is still here."""
    switch_asked = Signal(str)
    """Somebody chose themselves and wants the form about that: its id."""

    def __init__(
        self,
        kit: FormKit,
        filling: Filling,
        page: Page,
        words: Mapping[str, str],
        panels: Sequence[tuple[Panel, str]] = (),
        without: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._kit = kit
        self._filling = filling
        self._page = page
        self._words = dict(words)
        self._without = frozenset(without)
        self.views: dict[str, FieldView] = {}
        self._folds: list[tuple[Fold, tuple[Field, ...]]] = []
        self._notes: list[ShownNote] = []
        self._summary = ErrorSummary(kit.theme)
        role = "section" if kit.dense else "pageTitle"
        self.title = PlainLabel(kit.theme, fill(page.title, words), role, wrap=True)
        self._intro = PlainLabel(kit.theme, "", TextStyle("bodyStaff", "text.secondary"), wrap=True)
        self._urgent = FixedText(kit.theme, _SPEAK_NOW, "")
        for part in (self._intro, self._urgent):
            part.hide()
        self._column = Column(kit.theme, gap=3 if kit.dense else 5)
        self._build(panels)
        self.setLayout(self._column)
        self._show_intro()
        self.setAccessibleName(self.title.words)
        self._summary.answer_asked.connect(self.go_to)
        self.refresh()

    def _build(self, panels: Sequence[tuple[Panel, str]]) -> None:
        self._texts = {panel.panel_id: FixedText(self._kit.theme, panel, words) for panel, words in panels}
        urgent = [text for text in self._texts.values() if text.is_urgent]
        calm = [text for text in self._texts.values() if not text.is_urgent]
        heading = Column(self._kit.theme, self.title, self._intro, gap=1)
        self._column.add(self._summary, *urgent, heading, self._urgent, *calm)
        for block in blocks_of(self._page):
            self._add(block)
        self._files = self._made_files()
        for detour in self._page.detours:
            link = _DetourLink(self._kit.theme, detour)
            link.followed.connect(self.detour_asked)
            self._column.add(link)
        self._column.add(*self._whole())

    def _whole(self) -> list[CitedLink]:
        """The way to what the code says about the whole form, on its first page."""
        spec, show = self._filling.spec, self._kit.show_clauses
        cited = of_form(spec) if self._page.page_id == spec.pages[0].page_id else ()
        return [CitedLink(self._kit.theme, show, lambda: cited, spec.title)] if show and cited else []

    def _made_files(self) -> AttachBlock | None:
        """The place for files, where this page takes some and somebody can read them."""
        attach, read = self._page.attach, self._kit.read_file
        if attach is None or read is None:
            return None
        files = AttachBlock(self._kit, self._filling, attach, read, self._words)
        files.changed.connect(self.answered)
        files.bug.connect(self.bug)
        self._column.add(files)
        return files

    def _add(self, block: Block) -> None:
        match block.kind:
            case BlockKind.FIELD | BlockKind.DESCRIPTION:
                self._column.add(*self._made(block.fields))
            case BlockKind.FOLD:
                fold = Fold(self._kit.theme, block.title)
                fold.wanted.connect(self._fill_fold)
                self._folds.append((fold, block.fields))
                self._column.add(fold)
            case BlockKind.NOTE if block.note is not None:
                shown = ShownNote(block.note, note_among_fields(self._kit.theme, block.note, lambda: self._words))
                self._notes.append(shown)
                self._column.add(shown.widget)

    # What the answers call for

    def refill(self, words: Mapping[str, str], panels: Sequence[tuple[Panel, str]] = ()) -> None:
        """Fill the placeholders anew; a field whose words are now others is drawn again, with its answer."""
        self._words = dict(words)
        self._show_intro()
        for panel, text in panels:
            if panel.panel_id in self._texts:
                self._texts[panel.panel_id].show_text(text)
        if self._files is not None:
            self._files.refill(self._words)
        for name, view in tuple(self.views.items()):
            field = next(each for each in self._page.fields if each.name == name)
            if filled(field, words) != view.spec:
                self._replace(view, field)
        self.refresh()

    def refresh(self) -> None:
        """Show what is asked now, and only that."""
        asked = set(self._filling.visible.fields)
        described = self._described(asked)
        for name, view in self.views.items():
            view.setVisible(name in asked and (name in described or not self._is_description(name)))
        for fold, fields in self._folds:
            names = [field.name for field in fields if field.name in asked]
            fold.setVisible(bool(names))
            if not fold.is_filled and any(is_given(self._filling.typed.get(name)) for name in names):
                fold.open()
        kept = self._filling.kept
        for shown in self._notes:
            shown.widget.setVisible(hold(shown.note.when, kept))

    @property
    def intro(self) -> str:
        """The words under the title."""
        return fill(self._page.intro, self._words)

    def _show_intro(self) -> None:
        """A page that interrupts says at once, and in red, what to do."""
        interrupts = self._page.action is PageAction.SPEAK_FIRST
        if not self.intro:
            return
        if interrupts:
            self._urgent.show_text(self.intro)
            self._urgent.show()
        else:
            self._intro.show_words(self.intro)
            self._intro.show()

    def _is_description(self, name: str) -> bool:
        field = next(each for each in self._page.fields if each.name == name)
        return any(
            can_be_unlisted(self._page, each) and each.parts["unlisted"] == field.fold for each in self._page.fields
        )

    def _described(self, asked: set[str]) -> set[str]:
        """The questions about somebody unlisted that are open: as the last row, or the way past, opens them.

        Whatever was answered stays in sight: nothing is sent that nobody sees.
        """
        shown = {name for name in asked if is_given(self._filling.typed.get(name))}
        for view in self.views.values():
            entry = view.person_entry
            if entry is not None and entry.standing is Standing.UNLISTED:
                shown |= asked
            elif entry is not None and entry.standing is Standing.SKIPPED and view.spec.skip is not None:
                shown |= set(view.spec.skip.asks)
        return shown

    # What was found

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found about the answers of this page; without any, that all is well."""
        found = {finding.field: finding for finding in reversed(findings)}
        for fold, fields in self._folds:
            if any(field.name in found for field in fields):
                fold.open()
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        for name, view in self.views.items():
            view.show_finding(found.get(name))
            if errors:
                view.keep_gutter()
        self._summary.show_errors([AnswerError(finding.field, finding.summary) for finding in errors])

    @Slot(str)
    def go_to(self, name: str) -> None:
        """Put the keyboard into a field, opening what hides it."""
        for fold, fields in self._folds:
            if any(field.name == name for field in fields):
                fold.open()
        if name == FILES and self._files is not None:
            self._files.button.setFocus(Qt.FocusReason.OtherFocusReason)
        if name in self.views:
            self.views[name].labelled.target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def first_target(self) -> QWidget | None:
        """What takes the keyboard in the first field that is asked."""
        return next((view.labelled.target for view in self.views.values() if not view.isHidden()), None)

    def focus_first(self) -> None:
        """Put the keyboard into the first field that is asked."""
        first = self.first_target
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Fields

    @Slot(object)
    def _fill_fold(self, wanted: Fold) -> None:
        fields = next(fields for fold, fields in self._folds if fold is wanted)
        wanted.put(self._made(fields))
        self.refresh()

    def _made(self, fields: Sequence[Field]) -> list[FieldView]:
        return [self._make(field) for field in fields if field.name not in self._without]

    def _make(self, field: Field) -> FieldView:
        spec = filled(field, self._words)
        is_titled = spec.label == self.title.words
        view = FieldView(self._kit, spec, is_titled=is_titled, can_be_unlisted=can_be_unlisted(self._page, field))
        self._show_answer(view)
        view.changed.connect(self._take)
        view.submitted.connect(self.submitted)
        if view.person_entry is not None:
            view.person_entry.switch_asked.connect(self.switch_asked)
            view.person_entry.answered.connect(self.person_chosen)
        self.views[field.name] = view
        return view

    def _replace(self, old: FieldView, field: Field) -> None:
        new = self._make(field)
        around = old.parentWidget()
        layout = around.layout() if around is not None else None
        if layout is not None:
            layout.replaceWidget(old, new)
        drop(old)

    def _show_answer(self, view: FieldView) -> None:
        with QSignalBlocker(view):
            view.set_value(self._filling.typed.get(view.spec.name))
        entry = view.person_entry
        if entry is not None and entry.standing is Standing.OPEN and self._has_description(view.spec):
            entry.show_unlisted()

    def _has_description(self, person: Field) -> bool:
        fold = person.parts["unlisted"]
        typed = self._filling.typed
        return any(is_given(typed.get(field.name)) for field in self._page.fields if field.fold == fold)

    @Slot(str)
    def _take(self, name: str) -> None:
        before, entry = self._filling.typed.get(name), self.views[name].person_entry
        self._filling.typed[name] = now = self.views[name].value()
        self.refresh()
        self.answered.emit(name)
        is_new = entry is not None and entry.standing is Standing.CHOSEN and now != before
        if entry is not None and is_new and not entry.ask_back():
            self.person_chosen.emit()


class _DetourLink(LinkButton):
    followed = Signal(object)

    def __init__(self, theme: ThemeSource, detour: Detour) -> None:
        super().__init__(theme, detour.label, icon=Icon.ARROW_RIGHT)
        self._detour = detour
        self.clicked.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        self.followed.emit(self._detour)
