# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every control has in common that offers a few choices of which one holds.

One tab stop for the group, arrows move and choose, a first letter chooses (ux.md 7 and 11). Nothing is chosen at first.
Each choice is a real radio button in a real group, so a screen reader says what it is and how many there are.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QRadioButton, QSizePolicy
from typing_extensions import override

from ui.theme.source import ThemeSource
from ui.widgets.choice import Choice
from ui.widgets.flows import Flows
from ui.widgets.visible_text import one_line, visible

_LIMIT = 300
_FORWARD = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left)


class ChoiceButton(QRadioButton):
    """One of the choices. A subclass paints it."""

    stepped = Signal(int)
    """An arrow was pressed: 1 for the next choice, -1 for the one before."""
    letter_typed = Signal(str)
    """A letter was typed."""

    def __init__(self, theme: ThemeSource, choice: Choice) -> None:
        super().__init__(one_line(visible(choice.label, _LIMIT)).replace("&", "&&"))
        self.theme = theme
        self.choice = choice
        self.setAccessibleDescription(one_line(visible(choice.detail, _LIMIT)))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _FORWARD:
            self.stepped.emit(1)
        elif e.key() in _BACK:
            self.stepped.emit(-1)
        elif e.text().isalpha() and not e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.letter_typed.emit(e.text())
        else:
            super().keyPressEvent(e)


class BrokenChoice(ChoiceButton):
    """One whose words are broken into lines, and which is pressed wherever it is. `broken` makes its lines."""

    def __init__(self, theme: ThemeSource, choice: Choice, upright: QSizePolicy.Policy) -> None:
        super().__init__(theme, choice)
        self.broken = Flows(theme)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, upright)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


class ChoiceGroup(QGroupBox):
    """The group. `make` makes the button of a choice; a subclass lays `buttons` out."""

    edited = Signal(object)
    """Another choice was made: its id, or None."""

    def __init__(self, choices: Sequence[Choice], make: Callable[[Choice], ChoiceButton]) -> None:
        super().__init__()
        self.buttons = tuple(make(choice) for choice in choices)
        for button in self.buttons:
            button.setParent(self)
            button.toggled.connect(self._tell)
            button.stepped.connect(self._step)
            button.letter_typed.connect(self._find)
        self._place_tab_stop()

    def value(self) -> str | None:
        """The id of the choice, or None."""
        return next((button.choice.id for button in self.buttons if button.isChecked()), None)

    def set_value(self, choice_id: str | None) -> None:
        """Choose by id; None chooses nothing."""
        for button in self.buttons:
            # Qt lets an exclusive button be switched off only by another.
            button.setAutoExclusive(False)
            button.setChecked(button.choice.id == choice_id)
            button.setAutoExclusive(True)
        self._place_tab_stop()

    @Slot(bool)
    def _tell(self, on: bool) -> None:  # noqa: FBT001 - Qt hands the state over by place
        if on or self.value() is None:
            self._place_tab_stop()
            self.edited.emit(self.value())

    def _place_tab_stop(self) -> None:
        stop = next((button for button in self.buttons if button.isChecked()), self.buttons[0])
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)

    @Slot(int)
    def _step(self, step: int) -> None:
        here = next((number for number, button in enumerate(self.buttons) if button.hasFocus()), 0)
        self._choose(self.buttons[(here + step) % len(self.buttons)])

    @Slot(str)
    def _find(self, letter: str) -> None:
        fitting = [button for button in self.buttons if button.choice.label.lower().startswith(letter.lower())]
        if fitting:
            current = next((number for number, button in enumerate(fitting) if button.isChecked()), -1)
            self._choose(fitting[(current + 1) % len(fitting)])

    @staticmethod
    def _choose(button: ChoiceButton) -> None:
        button.setChecked(True)
        button.setFocus(Qt.FocusReason.TabFocusReason)
