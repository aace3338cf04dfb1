# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The list of people that the person picker offers: what a row is, its model, and how it is painted."""

import unicodedata
from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.theme.icons import Icon, draw_icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.avatar import draw_avatar, initials
from ui.widgets.box import draw_selected_row
from ui.widgets.keycap import draw_keycap, keycap_width
from ui.widgets.text_flow import Span, TextStyle, draw_line
from ui.widgets.words import Said, say

_ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class PersonRow(msgspec.Struct, frozen=True):
    """Somebody who may be chosen. `group` is a class or team, or ""."""

    id: str
    name: str
    job: str = ""
    group: str = ""

    @property
    def about(self) -> str:
        """Job and group in one line."""
        return " · ".join(part for part in (self.job, self.group) if part)

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.name, self.job, self.group) if part)


def with_match(name: str, typed: str) -> list[Span]:
    """Set the first part of a name that matches what was typed in bold; accents and case do not matter."""
    letters = [_plain(letter) for letter in name]
    wanted = "".join(_plain(letter) for letter in typed.strip())
    for start in range(len(name)):
        end = start
        while end < len(name) and len("".join(letters[start:end])) < len(wanted):
            end += 1
        if wanted and "".join(letters[start:end]) == wanted:
            return [Span(name[:start]), Span(name[start:end], strong=True), Span(name[end:])]
    return [Span(name)]


def _plain(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter.casefold()) if not unicodedata.combining(part))


class PeopleModel(QAbstractListModel):
    """The people who match, and the pinned last row, which is None."""

    def __init__(self, pinned: str) -> None:
        super().__init__()
        self._pinned = pinned
        self._rows: tuple[PersonRow | None, ...] = ()
        self.typed = ""

    def show_rows(self, people: Sequence[PersonRow], typed: str) -> None:
        """Offer other people; `typed` is what they match."""
        self.beginResetModel()
        self._rows = (*people, *([None] if self._pinned else []))
        self.typed = typed
        self.endResetModel()

    def row(self, number: int) -> PersonRow | None:
        """The person in a row, or None for the pinned row."""
        return self._rows[number]

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return person.spoken if person else self._pinned
        return person if role == _ROW else None


class PersonDelegate(QStyledItemDelegate):
    """Paints a person, or the pinned row with its plus."""

    def __init__(self, theme: ThemeSource, model: PeopleModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.now.size.person_row)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme.now
        area = QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if current:
            draw_selected_row(painter, theme, area, bar=theme.high_contrast)
        person = index.data(_ROW)
        side = theme.size.avatar
        place = QRectF(area.left() + theme.space(3), area.center().y() - side / 2, side, side)
        words = area.adjusted(theme.space(3) + side + theme.space(3), 0, -theme.space(3), 0)
        if isinstance(person, PersonRow):
            self._draw_person(painter, person, place, words, current=current)
        else:
            self._draw_pinned(painter, place, words)
        if index.row() < self._model.rowCount() - 1:
            line = QRectF(area.left(), area.bottom() - theme.border.divider, area.width(), theme.border.divider)
            painter.fillRect(line, theme.colour("line.divider"))
        painter.restore()

    def _draw_person(
        self, painter: QPainter, person: PersonRow, place: QRectF, words: QRectF, *, current: bool
    ) -> None:
        theme = self._theme.now
        draw_avatar(painter, theme, place, initials(person.name), Tone.INFO if current else Tone.NEUTRAL)
        if current:
            key = say(Said.ENTER)
            words.setRight(words.right() - keycap_width(theme, key) - theme.space(2))
            draw_keycap(painter, theme, key, words.translated(words.width() + theme.space(2), 0))
        upper, lower = theme.line("bodyStaff"), theme.line("caption") if person.about else 0
        name = QRectF(words.left(), words.top() + (words.height() - upper - lower) / 2, words.width(), upper)
        draw_line(painter, theme, with_match(person.name, self._model.typed), TextStyle("bodyStaff"), name)
        about = QRectF(words.left(), name.bottom(), words.width(), lower)
        draw_line(painter, theme, person.about, TextStyle("caption", "text.secondary"), about)

    def _draw_pinned(self, painter: QPainter, place: QRectF, words: QRectF) -> None:
        theme = self._theme.now
        side = theme.size.icon_medium
        icon = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
        draw_icon(painter, icon, Icon.PLUS, theme.colour("text.link"))
        text = self._model.index(self._model.rowCount() - 1).data()
        draw_line(painter, theme, text, TextStyle("button", "text.link"), words)
