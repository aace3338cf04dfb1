# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything between the bars of a window: scrolls up and down only, and keeps what has the focus in sight."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from ui.theme.source import ThemeSource


class ScrollPage(QScrollArea):
    """A scroll area around one widget, which is as wide as the room there is.

    The focus keeps clear of the bars above and below (WCAG 2.4.11).
    """

    # Qt still calls the slot while Python takes a dropped window apart, when this is all that is left.
    _is_whole = False
    _is_moving = False
    """Letters of another size are moving everything, and nobody has scrolled since."""

    def __init__(self, theme: ThemeSource, content: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        # Qt gives the content of a scroll area a ground of its own.
        content.setAutoFillBackground(False)
        self._laid_out = self._timer(self._follow_now)
        self._placed = self._timer(self._follow_hidden)
        theme.changed.connect(self._follow_letters)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_layout)
        bar.actionTriggered.connect(self._stay)
        theme.application.focusChanged.connect(self._follow)
        theme.application.inputMethod().cursorRectangleChanged.connect(self._follow_cursor)
        self._is_whole = True

    def _timer(self, act: Callable[[], None]) -> QTimer:
        """For what is done once everything has its place."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(act)
        return timer

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._is_whole and now is not None and self._content.isAncestorOf(now):
            self._show(now)
            self._placed.start()  # what was put there with it has no place yet, and leaves no room to scroll to

    def _focus(self) -> QWidget | None:
        focus = self._theme.application.focusWidget() if self._is_whole else None
        return focus if focus is not None and self._content.isAncestorOf(focus) else None

    @Slot()
    def _follow_letters(self) -> None:
        self._is_moving = True
        self._laid_out.start()

    @Slot()
    def _follow_layout(self) -> None:
        """What has moved once may be moved again by the next layout."""
        if self._is_whole and self._is_moving:
            self._laid_out.start()

    @Slot()
    def _stay(self) -> None:
        """Somebody scrolls: what they look at now stays."""
        self._is_moving = False

    @Slot()
    def _follow_now(self) -> None:
        """Letters of another size have moved everything: keep in sight what has the focus."""
        if focus := self._focus():
            self._show(focus)

    @Slot()
    def _follow_hidden(self) -> None:
        """Bring the focus into sight where it was put out of it; a page that begins at its top stays there."""
        focus = self._focus()
        if focus is not None and focus.visibleRegion().boundingRect().height() < focus.height():
            self._show(focus)

    @Slot()
    def _follow_cursor(self) -> None:
        """Keep the line that is being written in sight while its field grows."""
        if focus := self._focus():
            self.ensureWidgetVisible(focus, 0, self._theme.now.space(6))

    def _show(self, widget: QWidget) -> None:
        clear = self._theme.now.size.focus_clear
        if widget.height() + 2 * clear > self.viewport().height():
            self.ensureWidgetVisible(widget, 0, clear)
            return
        # Qt would keep only the line of the cursor clear.
        middle = widget.mapTo(self._content, widget.rect().center()).y()
        self.ensureVisible(0, middle, 0, widget.height() // 2 + clear)


_NO_LEAST = 1
"""Qt takes 0 for "not said", and then keeps to the width that the contents would like."""
_NO_MOST = (1 << 24) - 1
"""Qt's word for "as high as it likes"."""


class LowPage(ScrollPage):
    """A scroll area that only a low window needs: its widget is as high as the room there is, but never too low.

    Parts of the widget that scroll by themselves then keep some room. Across, it takes the room that there is.
    """

    _least = 0

    def hold(self, least: int) -> None:
        """Have the widget be so many pixels high at the least, and otherwise as high as the room; 0 leaves it to Qt."""
        self._least = least
        self._content.setMinimumSize(_NO_LEAST, least)
        self._bound()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bound()

    def _bound(self) -> None:
        # Qt would make it as high as its words like to be, though its parts can scroll.
        self._content.setMaximumHeight(max(self._least, self.height()) if self._least else _NO_MOST)
