# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a policy comes from: which one it is, and its file, chosen or dropped, or Candour's model."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from typing_extensions import override

from desktop.policies.taking_in import MODEL_ID
from ui.policies.adding_words import Adding
from ui.settings.words import Settings, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.field import Field
from ui.widgets.file_dialogs import ask_to_open, ask_to_save
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.text_flow import TextStyle

_NEW = ""


class SourceCard(Card):
    """The card."""

    chosen = Signal(str, object)
    """A policy's id, "" for a new one, and the path of its file; None for Candour's model."""
    word_asked = Signal(str)
    """Candour's model is to be saved as a Word file: this one."""
    left = Signal()
    """Nothing is to be added after all."""

    def __init__(self, theme: ThemeSource, titles: Mapping[str, str]) -> None:
        super().__init__(theme, say(Adding.SOURCE), gap=3)
        known = [Choice(policy, say(Adding.NEW_VERSION, title=title)) for policy, title in titles.items()]
        self.which = ComboChoice(theme, [Choice(_NEW, say(Adding.NEW)), *known], compact=True)
        self.which.set_value(next(iter(titles)) if len(titles) == 1 else _NEW)
        file = Button(theme, say(Adding.FILE), ButtonKind.PRIMARY, icon=Icon.FILE_TEXT)
        model, word = Button(theme, say(Adding.START_MODEL)), Button(theme, say(Adding.MODEL_WORD))
        leave = Button(theme, say(Settings.CANCEL))
        hint = PlainLabel(theme, say(Adding.FILE_HINT), TextStyle("small", "text.secondary"), wrap=True)
        self.add(Field(theme, say(Adding.WHICH), self.which), hint, Flow(theme, (file, model, word, leave), gap=3))
        self.setFocusProxy(self.which)
        self.setAcceptDrops(True)
        file.clicked.connect(self._choose)
        model.clicked.connect(self._start_model)
        word.clicked.connect(self._ask_word)
        leave.clicked.connect(self.left)

    @Slot()
    def _choose(self) -> None:
        ask_to_open(self, say(Adding.FILE), say(Adding.FILE_KIND), self.take)

    @Slot(str)
    def take(self, file: str) -> None:
        """Read this file."""
        self.chosen.emit(self.which.value() or _NEW, Path(file))

    @Slot()
    def _start_model(self) -> None:
        self.chosen.emit(self.which.value() or _NEW, None)

    @Slot()
    def _ask_word(self) -> None:
        name = f"{MODEL_ID}.docx"
        ask_to_save(self, say(Adding.MODEL_WORD), say(Adding.WORD_KIND), name, self.word_asked.emit)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData().urls()[0].toLocalFile())
        event.acceptProposedAction()
