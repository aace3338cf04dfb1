# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where everybody begins: tell the school something, or sign in (ux.md S1, picture 01)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from desktop.faults import other_school_words
from desktop.forms import FormSpec
from desktop.telling import danger_words
from ui.forms.notes import FixedText
from ui.staff.changes import forced_changes
from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.info_page import Info
from ui.staff.invited_words import Invited
from ui.staff.invited_words import say as say_invited
from ui.staff.readiness import ClockBanner, readiness
from ui.staff.sign_in_card import SignInCard
from ui.staff.text_size import TextSizeButton
from ui.staff.top_bar import TopBar
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonSize
from ui.widgets.card import Card
from ui.widgets.door_card import Door, DoorCard
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Column, Gap, Growing, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.text_flow import Span, TextStyle

DOORS: Mapping[str, Tone] = {
    "concern": Tone.SOFT,
    "self_report": Tone.SELF,
    "gift": Tone.WARN,
    "relationship": Tone.INFO,
}
"""The forms whose cards stand on the first page, in their order."""

MORE_DOORS: Mapping[str, Tone] = {
    "breach": Tone.DANGER,
    "advice": Tone.SOFT,
    "sent_on": Tone.INFO,
    "permission": Tone.INFO,
    "secondary_employment": Tone.INFO,
    "wrongdoing": Tone.SELF,
    "disqualification": Tone.SELF,
}
"""The forms whose cards come when somebody looks for something else."""

_TWO_DOORS = 480  # pixels at 100 % that two cards need beside each other
_TITLES = {"concern": Staff.DOOR_CONCERN}


class StartPage(StaffFrame):
    """The cards, the way to sign in, and the links to what anybody may read."""

    form_asked = Signal(str)
    """A form is to be filled in: its id."""
    come_back_asked = Signal()
    """Somebody wants to come back to something they sent."""
    info_asked = Signal(object)
    """A plain page is wanted: an `Info`."""
    invitation_asked = Signal()
    """Somebody has an invitation, and wants a sign-in on this computer."""

    def __init__(self, theme: ThemeSource, here: Here) -> None:
        super().__init__(theme, here.school.name, TextSizeButton(theme), is_start=True)
        self.sign_in = SignInCard(theme, here)
        self.doors = Doors(theme, here)
        self.clock = ClockBanner(theme, here)
        self._reach = Banner(theme, Tone.INFO, "")
        self._reach.hide()
        self._come_back = Button(theme, say(Staff.COME_BACK), size=ButtonSize.SMALL)
        self._invited = LinkButton(theme, say_invited(Invited.LINK), "small")
        self._links = InfoLinks(theme, self.top_bar)
        intro = PlainLabel(theme, say(Staff.START_INTRO), TextStyle("bodyStaff", "text.secondary"), wrap=True)
        title = PlainLabel(theme, say(Staff.START_TITLE), "pageTitle", wrap=True)
        self.column.add(
            danger_strip(theme, here),
            *forced_changes(theme, here),
            *readiness(theme, here),
            self.clock,
            self._reach,
            Gap(1),
            Column(theme, title, intro, gap=1),
            Gap(1),
            self.doors,
        )
        self.column.add(self._come_back_row(), Gap(1), self._links)
        self.sign_in.add(self._invited)
        self.keep_beside(_with_promise(theme, self.sign_in))
        self.buttons.hide()
        self.top_bar.hide_screen.hide()
        self.setAccessibleName(title.words)
        self._connect()

    def _connect(self) -> None:
        self.doors.form_asked.connect(self.form_asked)
        self._come_back.clicked.connect(self.come_back_asked)
        self._invited.clicked.connect(self.invitation_asked)
        self._links.info_asked.connect(self.info_asked)

    def _come_back_row(self) -> Card:
        words = [Span(f"{say(Staff.SENT_BEFORE)} ", strong=True), Span(say(Staff.USE_PHRASE), colour="text.secondary")]
        row = Row(self.theme, gap=3)
        row.add(IconLabel(self.theme, Icon.HISTORY, "text.secondary", side="icon_medium"))
        label = PlainLabel(self.theme, words, "body", wrap=True)
        row.add(Growing(label), self._come_back)
        row.setAlignment(label, Qt.AlignmentFlag.AlignVCenter)
        return Card(self.theme, "", row, margins=(5, 3, 4, 3))

    def show_reach(self, fault: StrEnum | None) -> None:
        """Say why the shared folder can't be used, if it can't; what is sent meanwhile waits."""
        if words := other_school_words(fault):
            self._reach.show_message(Tone.WARN, f"{words.record} {words.do}", lead=words.happened)
        else:
            self._reach.show_message(Tone.INFO, say(Staff.OUT_OF_REACH_MORE), lead=say(Staff.OUT_OF_REACH))
        self._reach.setVisible(fault is not None)

    @override
    def focus_first(self) -> None:
        self.begin_at(self.doors)


class Doors(QWidget):
    """The cards that lead to the forms, two beside each other, and a link to those that are wanted rarely.

    Where two have no room beside each other they stand below each other.
    """

    form_asked = Signal(str)
    """A card was chosen: the form's id."""

    def __init__(self, theme: ThemeSource, here: Here) -> None:
        super().__init__()
        self._theme = theme
        self._here = here
        self._more = LinkButton(theme, say(Staff.SOMETHING_MORE), icon=Icon.PLUS)
        self._column = Column(theme, gap=4)
        self._pairs: list[Row] = []
        self.setLayout(self._column)
        self.setFocusProxy(self._add(DOORS))
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.clicked.connect(self._show_more)

    def _add(self, forms: Mapping[str, Tone]) -> DoorCard:
        """Add the cards of these forms. Returns the first."""
        doors = [_FormDoor(self._theme, self._here.candour.form(form), tone) for form, tone in forms.items()]
        for door in doors:
            door.form_asked.connect(self.form_asked)
        pairs = [_pair(self._theme, doors[place : place + 2]) for place in range(0, len(doors), 2)]
        self._column.add(*pairs)
        self._pairs += pairs
        self._arrange()
        return doors[0]

    def _arrange(self) -> None:
        is_tight = self.width() < self._theme.now.px(_TWO_DOORS)
        for pair in self._pairs:
            pair.setDirection(QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _show_more(self) -> None:
        """Show the other cards in place of the link that asked for them."""
        first = self._add(MORE_DOORS)
        self._more.hide()
        first.setFocus(Qt.FocusReason.OtherFocusReason)


class _FormDoor(DoorCard):
    form_asked = Signal(str)

    def __init__(self, theme: ThemeSource, spec: FormSpec, tone: Tone) -> None:
        title = say(_TITLES[spec.form_id]) if spec.form_id in _TITLES else spec.title
        super().__init__(theme, Door(icon=Icon(spec.icon), tone=tone, title=title, text=spec.blurb, note=spec.minutes))
        self._form_id = spec.form_id
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.form_asked.emit(self._form_id)


class InfoLinks(QWidget):
    """The links to the search and the plain pages, in a row that breaks where there is no room.

    The search stands above help: its link asks for that, as the page's bar does.
    """

    info_asked = Signal(object)
    """A link was followed: its `Info`."""

    def __init__(self, theme: ThemeSource, bar: TopBar) -> None:
        super().__init__()
        search = LinkButton(theme, say(Staff.SEARCH_ALL), "small", icon=Icon.SEARCH)
        search.clicked.connect(bar.help_asked)
        links = [_InfoLink(theme, info) for info in Info]
        for link in links:
            link.info_asked.connect(self.info_asked)
        self.setLayout(Flow(theme, [search, *links], gap=5))


class _InfoLink(LinkButton):
    info_asked = Signal(object)

    def __init__(self, theme: ThemeSource, info: Info) -> None:
        super().__init__(theme, say(info.link), "small")
        self._info = info
        self.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.info_asked.emit(self._info)


def danger_strip(theme: ThemeSource, here: Here) -> QWidget:
    """The fixed text about danger that stands before everything else."""
    panel = here.candour.meaning.forms["concern"].panels[0]
    return FixedText(theme, panel, danger_words(panel, here.school, here.today(), here.contacted))


def _pair(theme: ThemeSource, doors: Sequence[QWidget]) -> Row:
    row = Row(theme, *(Growing(door) for door in doors), gap=4)
    if len(doors) == 1:
        row.add(Stretch())
    return row


def _with_promise(theme: ThemeSource, card: SignInCard) -> QWidget:
    holder = QWidget()
    icon = IconLabel(theme, Icon.SHIELD_CHECK, "status.ok.strong")
    after = Column(
        theme,
        Row(theme, icon, PlainLabel(theme, say(Staff.AFTER_TITLE), "button", wrap=True), gap=2),
        PlainLabel(theme, say(Staff.AFTER), TextStyle("small", "text.secondary"), wrap=True),
        gap=1,
        margins=(1, 0, 1, 0),
    )
    column = Column(theme, card, gap=4)
    column.addLayout(after)
    holder.setLayout(column)
    return holder
