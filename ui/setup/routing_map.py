# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whom a report is about, at the left; who could open it, at the right; and lines between them (picture 10).

The lines are only paint: what they say stands in the map's description, and in a table for whoever prefers one.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.people import PersonId, Role
from desktop.setting_up import About, Draft, RouteLine
from ui.setup.words import Setup, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.avatar import Avatar
from ui.widgets.box import draw_box
from ui.widgets.button import IconButton
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Growing, Row, Stretch
from ui.widgets.text_flow import TextStyle

ABOUT_WORDS: Mapping[About, Setup] = {
    About.WORKER: Setup.ABOUT_WORKER,
    About.DSL: Setup.ABOUT_DSL,
    About.HEAD: Setup.ABOUT_HEAD,
    About.GOVERNOR: Setup.ABOUT_GOVERNOR,
    About.CHAIR: Setup.ABOUT_CHAIR,
}
ROLE_WORDS: Mapping[Role, Setup] = {
    Role.DSL: Setup.ROLE_DSL,
    Role.HEAD: Setup.ROLE_HEAD,
    Role.CHAIR: Setup.ROLE_CHAIR,
    Role.VICE_CHAIR: Setup.ROLE_VICE_CHAIR,
    Role.DEPUTY_DSL: Setup.ROLE_DEPUTY_DSL,
    Role.DEPUTY_HEAD: Setup.ROLE_DEPUTY_HEAD,
}
MAP_ROLES = (Role.DSL, Role.HEAD, Role.CHAIR, Role.VICE_CHAIR)
_COLOURS: Mapping[About, str] = {
    About.WORKER: "chart.petrol",
    About.DSL: "chart.slate",
    About.HEAD: "chart.plum",
    About.GOVERNOR: "chart.ochre",
    About.CHAIR: "chart.moss",
}
_BEND = 0.5
_HEAD = (QPointF(0, 0), QPointF(-1, -0.62), QPointF(-1, 0.62))


class RoutingMap(QWidget):
    """The two columns and the lines."""

    role_asked = Signal(str)
    """Somebody wants to choose who holds a role: its name."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[RouteLine, ...] = ()
        self._subjects = {about: _Subject(theme, about) for about in About}
        self._places = {role: RoleCard(theme, role) for role in MAP_ROLES}
        self._holders: Mapping[Role, tuple[PersonId, ...]] = {}
        for place in self._places.values():
            place.chosen.connect(self.role_asked)
        left = _column(theme, Setup.REPORT_ABOUT, tuple(self._subjects.values()))
        right = _column(theme, Setup.OPENED_BY, tuple(self._places.values()))
        row = Row(theme)
        row.addLayout(left, 5)
        row.add(Stretch(3))
        row.addLayout(right, 5)
        self.setLayout(row)
        theme.changed.connect(self.update)

    def show_lines(self, draft: Draft, lines: Sequence[RouteLine]) -> None:
        """Show who holds what, and who could open what."""
        self._lines = tuple(lines)
        self._holders = draft.holders
        for role, place in self._places.items():
            place.show_names([draft.by_id[person].name for person in draft.holders.get(role, ())])
        self.setAccessibleDescription(" ".join(sentences(draft, lines)))
        self.update()

    def place_of(self, role: Role) -> QWidget:
        """What chooses the holder of a role."""
        return self._places[role].change

    def _card_of(self, reader: PersonId) -> QWidget | None:
        return next((self._places[role] for role in MAP_ROLES if reader in self._holders.get(role, ())), None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines:
            for reader in line.readers:
                card = self._card_of(reader)
                if card is not None:
                    self._draw_line(painter, self._subjects[line.about], card, _COLOURS[line.about])

    def _draw_line(self, painter: QPainter, subject: QWidget, card: QWidget, colour: str) -> None:
        theme = self._theme.now
        arrow, dot = theme.space(2), theme.space(1)
        begin = QPointF(subject.geometry().right() + 1, subject.geometry().center().y())
        end = QPointF(card.geometry().left() - 1, card.geometry().center().y())
        stop = QPointF(end.x() - arrow, end.y())
        bend = (stop.x() - begin.x()) * _BEND
        path = QPainterPath(begin)
        path.cubicTo(begin + QPointF(bend, 0), stop - QPointF(bend, 0), stop)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(colour), theme.border.radio_card_chosen))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(colour))
        painter.drawEllipse(begin, dot, dot)
        painter.setBrush(theme.colour("status.neutral.strong"))
        painter.drawPolygon(QPolygonF([end + corner * arrow for corner in _HEAD]))


class _Subject(QWidget):
    """Whom a report is about: a card with the colour of its lines at its edge."""

    def __init__(self, theme: ThemeSource, about: About) -> None:
        super().__init__()
        self._theme = theme
        self._colour = _COLOURS[about]
        words = PlainLabel(theme, say(ABOUT_WORDS[about]), TextStyle("label"), wrap=True)
        self.setLayout(Column(theme, Stretch(), words, Stretch(), margins=(4, 2, 3, 2)))
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, area = self._theme.now, QPainter(self), QRectF(self.rect())
        draw_box(painter, area, theme.radius.card, theme.colour(self._colour))
        inside = area.adjusted(theme.border.error_bar, 0, 0, 0)
        draw_box(painter, inside, theme.radius.tag, theme.colour("surface.panel"), theme.colour("line.divider"))


class RoleCard(Card):
    """Who holds a role, with the button that chooses somebody else."""

    chosen = Signal(str)
    """Somebody else is to be chosen: the role's name."""

    def __init__(self, theme: ThemeSource, role: Role) -> None:
        super().__init__(theme, margins=(3, 3, 2, 3))
        self._role = say(ROLE_WORDS[role])
        self._avatar = Avatar(theme, "")
        self._name = PlainLabel(theme, "", TextStyle("label"), wrap=True)
        words = Column(
            theme, self._name, PlainLabel(theme, self._role, TextStyle("small", "text.secondary"), wrap=True)
        )
        self.change = IconButton(theme, Icon.PENCIL, say(Setup.CHOOSE_ROLE, role=self._role))
        row = Row(theme, self._avatar, gap=3)
        row.addLayout(words, 1)
        row.add(self.change)
        self.add(row)
        self.change.clicked.connect(partial(self.chosen.emit, role.value))

    def show_names(self, names: Sequence[str]) -> None:
        """Show who holds it; nobody, where there is nobody."""
        said = ", ".join(names)
        self._name.show_words(said or say(Setup.NOBODY_YET))
        self._avatar.show_name(names[0] if names else "")
        change = say(Setup.CHANGE_ROLE, role=self._role, name=said) if said else say(Setup.CHOOSE_ROLE, role=self._role)
        self.change.show_name(change)


def sentences(draft: Draft, lines: Sequence[RouteLine]) -> list[str]:
    """Say each line in words."""
    return [f"{say(ABOUT_WORDS[line.about])}: {reader_names(draft, line)}." for line in lines]


def reader_names(draft: Draft, line: RouteLine) -> str:
    """The names of those who could open a report of this line."""
    return ", ".join(draft.by_id[reader].name for reader in line.readers) or say(Setup.NOBODY_YET)


def _column(theme: ThemeSource, heading: Setup, cards: Sequence[QWidget]) -> Column:
    title = PlainLabel(theme, say(heading), TextStyle("small", "text.secondary", weight=600), wrap=True)
    return Column(theme, title, Gap(1), *(Growing(card) for card in cards), gap=3)
