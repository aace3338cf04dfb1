# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The buttons: kinds, sizes, states (ux.md 7, "Button"). Real push buttons underneath, painted from the theme."""

from enum import Enum
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.widgets.announcing import announce
from ui.widgets.box import draw_box
from ui.widgets.keycap import draw_keycap, keycap_width
from ui.widgets.own_font import has_lost_font
from ui.widgets.spinner import Spinner
from ui.widgets.tooltips import set_tooltip
from ui.widgets.visible_text import one_line, visible

_LIMIT = 120
_CLICK_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ButtonKind(Enum):
    """What a button is for: tokens of its ground, the ground under the pointer and held down, its line, its words."""

    PRIMARY = ("action.primary", "action.primaryHover", "action.primaryPressed", "", "text.onPrimary")
    SECONDARY = ("surface.panel", "surface.canvas", "surface.sunken", "line.control", "text.primary")
    FRAMED = ("", "surface.sunken", "surface.sunken", "line.divider", "text.primary")
    QUIET = ("", "action.soft", "action.soft", "", "text.link")
    WAY_OUT = ("", "surface.sunken", "surface.sunken", "", "text.secondary")
    DESTRUCTIVE = ("action.danger", "status.danger.text", "status.danger.text", "", "action.onDanger")
    DESTRUCTIVE_OUTLINE = (
        "surface.panel",
        "status.danger.fill",
        "status.danger.fill",
        "line.control",
        "status.danger.strong",
    )
    TOAST = ("", "", "", "", "toast.text")


class ButtonSize(Enum):
    """Large on staff pages, normal for reviewers, as high as the compact fields beside it, small in tight places."""

    LARGE = "large"
    NORMAL = "normal"
    BESIDE_FIELD = "beside_field"
    SMALL = "small"


_ROLES = {
    ButtonSize.LARGE: "buttonLarge",
    ButtonSize.NORMAL: "button",
    ButtonSize.BESIDE_FIELD: "small",
    ButtonSize.SMALL: "small",
}
_PADDING = {ButtonSize.LARGE: 5, ButtonSize.NORMAL: 4, ButtonSize.BESIDE_FIELD: 3, ButtonSize.SMALL: 3}
_SMALL_WORDS = frozenset({ButtonSize.BESIDE_FIELD, ButtonSize.SMALL})
_BARE_PADDING = 2
_BARE = (ButtonKind.QUIET, ButtonKind.WAY_OUT, ButtonKind.TOAST)
_WEIGHT = 600


class Button(QPushButton):
    """A button of words, with an icon before and a key behind them where wanted.

    `text` is plain: an ampersand in it is an ampersand. `mnemonic` is a letter of it that works with Alt. Without
    `wide` it is as wide as its words.
    """

    # Qt still calls these while Python takes a dropped button apart, when this is all that is left.
    _is_busy = False
    _own_font: QFont | None = None

    def __init__(
        self,
        theme: ThemeSource,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        size: ButtonSize = ButtonSize.NORMAL,
        *,
        icon: Icon | None = None,
        wide: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._kind = kind
        self._size = size
        self._icon = icon
        self._key = ""
        self._rest_text = ""
        self._spinner = Spinner(self)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        across = QSizePolicy.Policy.Minimum if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.show_text(text)
        self._restyle()
        self._connect()

    def _connect(self) -> None:
        self._spinner.turned.connect(self.update)
        self._theme.changed.connect(self._restyle)

    def show_text(self, text: str, mnemonic: str = "") -> None:
        """Show other words; `mnemonic` is the letter of them that works with Alt."""
        self._rest_text = _marked(one_line(visible(text, _LIMIT)), mnemonic)
        self.setText(self._rest_text)

    def show_icon(self, icon: Icon | None) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def fold(self, *, folded: bool) -> None:
        """Show only the icon, where words have no room, or the words again; a screen reader says them either way.

        It must have both, and not be at work.
        """
        words = self._rest_text.replace("&&", "&")
        self.setText("" if folded else self._rest_text)
        self.setAccessibleName(words if folded else "")
        set_tooltip(self, words if folded else "")
        self.updateGeometry()

    def show_key(self, key: str) -> None:
        """Paint a key behind the words ("F9"); the shortcut itself belongs to the window."""
        self._key = key
        self.updateGeometry()

    @property
    def is_busy(self) -> bool:
        """Whether it is at work and takes no clicks."""
        return self._is_busy

    def set_busy(self, word: str) -> None:
        """Show that the work goes on ("Locking…"): same width, clicks ignored, focus kept. Says so politely."""
        self._is_busy = True
        if self.isVisible():
            self.setMinimumWidth(self.width())
        self.setText(_marked(word, ""))
        self._spinner.start(still=self._theme.now.reduced_motion)
        announce(self, word)

    def set_ready(self) -> None:
        """End the work: the words and the clicks are back."""
        self._is_busy = False
        self._spinner.stop()
        self.setMinimumWidth(0)
        self.setText(self._rest_text)

    @Slot()
    def _restyle(self) -> None:
        self._own_font = self._theme.now.font(_ROLES[self._size], _WEIGHT)
        self.setFont(self._own_font)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._theme.now
        padding = theme.space(_BARE_PADDING if self._kind in _BARE else _PADDING[self._size]) + theme.border.control
        return QSize(ceil(self._content_width()) + 2 * padding, self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _height(self) -> int:
        sizes = self._theme.now.size
        heights = {
            ButtonSize.LARGE: sizes.button_large,
            ButtonSize.NORMAL: sizes.button,
            ButtonSize.BESIDE_FIELD: sizes.field_compact,
            ButtonSize.SMALL: sizes.button_small,
        }
        return heights[self._size]

    def _shown(self) -> str:
        """The words as they are painted."""
        return self.text()

    def _width_of(self, words: str) -> float:
        return QFontMetricsF(self.font()).size(Qt.TextFlag.TextShowMnemonic, words).width()

    def _content_width(self) -> float:
        width = self._width_of(self.text())
        if self._leading_length():
            width += self._leading_length() + self._gap()
        if self._key:
            width += keycap_width(self._theme.now, self._key) + self._gap()
        return width

    def _gap(self) -> int:
        return self._theme.now.space(2) if self.text() else 0

    def _leading_length(self) -> int:
        if not self._is_busy and self._icon is None:
            return 0
        sizes = self._theme.now.size
        return sizes.icon_small if self._size in _SMALL_WORDS else sizes.icon

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, line, words = self._tokens()
        self._draw_ground(painter, ground, line)
        shown = self._shown()
        width = self._width_of(shown)
        left = (self.width() - self._content_width() + self._width_of(self.text()) - width) / 2
        left += self._draw_leading(painter, left, words)
        painter.setPen(self._theme.now.colour(words))
        painter.setFont(self.font())
        painter.drawText(
            QRectF(left, 0, width + 1, self.height()),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | self._mnemonic_flag(),
            shown,
        )
        if self._key:
            place = QRectF(left + width + self._gap(), 0, self.width(), self.height())
            draw_keycap(painter, self._theme.now, self._key, place)

    def _tokens(self) -> tuple[str, str, str]:
        """The tokens of ground, line and words in the present state."""
        rest, hover, pressed, line, words = self._kind.value
        if not self.isEnabled():
            return "" if self._kind in _BARE else "action.disabledFill", "", "action.disabledText"
        if self._is_busy or self._theme.now.high_contrast:
            return rest, line or ("text.primary" if self._theme.now.high_contrast else ""), words
        if self.isDown():
            return pressed, line, words
        return (hover if self.underMouse() else rest), line, words

    def _draw_ground(self, painter: QPainter, ground: str, line: str) -> None:
        theme = self._theme.now
        fill = theme.colour(ground) if ground else None
        stroke = theme.colour(line) if line else None
        draw_box(painter, QRectF(self.rect()), theme.radius.control, fill, stroke, theme.border.control)

    def _draw_leading(self, painter: QPainter, left: float, token: str) -> float:
        """Paint the spinner or the icon; returns the width that they took, with the gap behind them."""
        length = self._leading_length()
        if not length:
            return 0
        colour = self._theme.now.colour(token)
        place = QRectF(left, (self.height() - length) / 2, length, length)
        if self._is_busy:
            self._spinner.draw(painter, place, colour)
        elif self._icon is not None:
            draw_icon(painter, place, self._icon, colour)
        return length + self._gap()

    def _mnemonic_flag(self) -> int:
        underline = self.style().styleHint(QStyle.StyleHint.SH_UnderlineShortcut, None, self)
        return int(Qt.TextFlag.TextShowMnemonic if underline else Qt.TextFlag.TextHideMnemonic)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return not self._is_busy and super().hitButton(pos)

    @override
    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if has_lost_font(self, e, self._own_font):
            self._restyle()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() not in _CLICK_KEYS:
            super().keyPressEvent(e)
        elif self._is_busy:
            return
        elif e.key() == Qt.Key.Key_Space:
            super().keyPressEvent(e)
        else:
            # Qt itself takes Enter only in dialogs.
            self.click()


class IconButton(Button):
    """A square button that shows only an icon. `name` is what a screen reader and the tooltip say."""

    def __init__(
        self,
        theme: ThemeSource,
        icon: Icon,
        name: str,
        size: ButtonSize = ButtonSize.NORMAL,
        *,
        shortcut: str = "",
        framed: bool = False,
    ) -> None:
        super().__init__(theme, "", ButtonKind.FRAMED if framed else ButtonKind.WAY_OUT, size, icon=icon)
        self.show_name(name, shortcut)

    def show_name(self, name: str, shortcut: str = "") -> None:
        """Say something else about itself."""
        self.setAccessibleName(name)
        set_tooltip(self, name, shortcut)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._height(), self._height())


def _marked(text: str, mnemonic: str) -> str:
    """Write text for Qt, which would read "&" as the mark of the letter that works with Alt."""
    at = text.lower().find(mnemonic.lower()) if mnemonic else -1
    literal = text.replace("&", "&&")
    return literal if at < 0 else f"{text[:at].replace('&', '&&')}&{text[at:].replace('&', '&&')}"
