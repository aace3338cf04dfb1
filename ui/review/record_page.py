# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole record: what has happened, a line to write a note, and the panel for whatever is done in it (ux.md R2, R3).

The panel stands at the right; in a narrower window it is a tab beside "What has happened".
"""

from enum import Enum

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from desktop.advising.raising import raising
from desktop.cases.page import CasePage, Part
from ui.review.act_panel import Begun
from ui.review.composer import Composer
from ui.review.flow import AS_WIDE_AS_IT_MAY
from ui.review.identifying import identifying
from ui.review.inbox_list import Act, single_key
from ui.review.more_menu import Doing
from ui.review.panels import Kit, Panels
from ui.review.record_head import RecordHead
from ui.review.records import Records, Refused
from ui.review.report_view import newer_banner
from ui.review.story_looks import timeline
from ui.review.story_view import StoryView
from ui.review.words import Said, say, say_count
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.widgets.card import Line, Surface
from ui.widgets.choice import Choice
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.segmented import Segmented
from ui.widgets.visible_text import visible

_ACTS = {
    Doing.SHARE: "share",
    Doing.DISCLOSE: "disclosure",
    Doing.WITHHOLD: "not_shared",
    Doing.STAND_ASIDE: "recusal",
}
"""What in the menu begins an act, and which."""

_TAB_LETTERS, _TAB_LETTERS_TIGHT = 28, 16


class _Tab(Enum):
    STORY = "story"
    PANEL = "panel"


class RecordPage(QWidget):
    """The page. It shows what it is given, and keeps what is half-written whenever it is left."""

    back_asked = Signal()
    """Back to the inbox."""
    earlier_opened = Signal(str)
    """An earlier record was opened beside this one: its case."""
    changed = Signal(object)
    """Something was recorded: the CasePage as it is now."""
    saved = Signal(object)
    """A file was Saved."""
    record_asked = Signal(str)
    """Another record is wanted in place of this one: its case."""
    form_asked = Signal(object)
    """A form is to be begun that follows from this record: a Following."""
    settings_asked = Signal(str)
    """The settings are wanted, at this page; after a stroke, with what it is to begin."""
    copy_asked = Signal(str)
    """This reference is to be copied."""

    def __init__(self, theme: ThemeSource, records: Records, kit: Kit) -> None:
        super().__init__()
        self._theme = theme
        self._records = records
        self.page: CasePage | None = None
        self.takes_single_keys = True
        self._is_wide = True
        self._is_low = False
        self._is_tight = False
        self._has_earlier = False
        self.panels = Panels(theme, records, kit)
        self.head = RecordHead(theme, records)
        self.timeline = StoryView(theme, (), name=say(Said.WHAT_HAPPENED))
        self.composer = Composer(theme, records)
        self._build_story()
        self._build()
        self.setFocusProxy(self.timeline)
        self._connect()

    def _build_story(self) -> None:
        theme = self._theme
        self._heading = PlainLabel(theme, say(Said.WHAT_HAPPENED), "section")
        self._earlier = LinkButton(theme, "", "small")
        self._story = Surface("canvas")
        self._heading_row = Row(theme, self._heading, Stretch(), gap=3, margins=(6, 4, 6, 3))
        body = Column(theme, self._heading_row)
        body.addLayout(Row(theme, Growing(self.timeline, AS_WIDE_AS_IT_MAY), Stretch(), margins=(5, 0, 6, 0)), 1)
        self._story.setLayout(body)

    def _build(self) -> None:
        theme = self._theme
        self._tabs = self._made_tabs()
        self._back = LinkButton(theme, say(Said.BACK_TO_INBOX), icon=Icon.ARROW_LEFT)
        back = Aligned(self._back, Qt.AlignmentFlag.AlignVCenter)
        self._strip = QWidget()
        self._strip_row = Row(theme, back, self._tabs, Stretch(), gap=4, margins=(6, 2, 6, 2))
        self._strip.setLayout(self._strip_row)
        self._side = QStackedWidget()
        self._edge = Line(theme, upright=True)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._story)
        # What stands in it scrolls, so it gives way where the window is low; head and composer do not.
        self._middle.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._newer = newer_banner(theme)
        self._newer.hide()
        main = Column(theme, self.head, Line(theme), self._newer, self._strip, Growing(self._middle), self.composer)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(main, 1)
        outer.addWidget(self._edge)
        outer.addWidget(self._side)
        self._restyle()

    def _connect(self) -> None:
        self.head.back_asked.connect(self.back_asked)
        self.head.doing_asked.connect(self.do)
        self.head.record_asked.connect(self.record_asked)
        self._back.clicked.connect(self.back_asked)
        self._earlier.clicked.connect(self.panels.show_earlier)
        self.timeline.opened.connect(self.panels.open_entry)
        self.composer.recorded.connect(self._take_note)
        self.composer.begun.connect(self.panels.begin)
        self.panels.changed.connect(self._take_panel)
        self.panels.asked.connect(self._show_panel)
        self.panels.recorded.connect(self._take)
        self.panels.saved.connect(self.saved)
        self.panels.beside_asked.connect(self._show_beside)
        self.panels.put_away.connect(self._show_story_again)
        self.panels.back_asked.connect(self.back_asked)
        self.panels.earlier_opened.connect(self._read_again)
        self.panels.earlier_opened.connect(self.earlier_opened)
        self._theme.changed.connect(self._restyle)

    # What it is told

    def show_way_back(self, words: str) -> None:
        """Name the page that the way back leads to."""
        self.head.show_way_back(words)
        self._back.show_text(words)

    def show_page(self, page: CasePage) -> None:
        """Show a record; the same one again keeps what stands in the panel."""
        is_same = self.page is not None and self.page.case_id == page.case_id
        self.page = page
        self._show(page, keep=is_same)
        self.composer.show_case(page)
        self.panels.show_page(page)

    def show_wide(self, *, wide: bool, low: bool) -> None:
        """Show the panel at the right, or as a tab beside the story; in a low window, with less above it."""
        if (wide, low) != (self._is_wide, self._is_low):
            focus, panel = self._theme.application.focusWidget(), self.panels.current
            held = focus if focus is not None and self.isAncestorOf(focus) else None
            is_in_panel = held is not None and panel is not None and panel.isAncestorOf(held)
            stays = is_in_panel or self._tabs.value() == _Tab.PANEL.value
            self._is_wide, self._is_low = wide, low
            self._place_panel()
            if stays:
                self._show_panel()
            if held is not None and isValid(held) and held.isVisibleTo(self):
                # Qt takes the keyboard from what gets another place.
                held.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tight(self, *, tight: bool) -> None:
        """Put what stands above the story below each other, where there is no room beside each other."""
        way = QBoxLayout.Direction.TopToBottom if tight else QBoxLayout.Direction.LeftToRight
        self._strip_row.setDirection(way)
        self.head.show_direction(way)
        if tight != self._is_tight:
            self._is_tight, tab = tight, self._tabs.value()
            self._name_tabs()
            self._show_tab(tab)

    def begin_act(self, act: Act) -> None:
        """Begin what a single key asks for."""
        match act:
            case Act.DECIDE:
                self.panels.begin_decision()
            case Act.NOTE:
                self._show_tab(_Tab.STORY.value)
                self.composer.setFocus(Qt.FocusReason.ShortcutFocusReason)
            case Act.ACTION:
                self.panels.begin(Begun("action"))
            case Act.QUESTION:
                self.panels.begin(Begun("question"))

    @Slot(object)
    def do(self, doing: Doing) -> None:
        """Do what was chosen in a menu."""
        acts = {Doing.NOTE: Act.NOTE, Doing.ACTION: Act.ACTION, Doing.QUESTION: Act.QUESTION}
        if doing in acts:
            self.begin_act(acts[doing])
        elif doing in _ACTS:
            self.panels.begin(Begun(_ACTS[doing]))
        elif doing is Doing.LETTER:
            self.panels.begin_letter()
        elif doing is Doing.IDENTIFY:
            self._identify()
        elif doing is Doing.PDF:
            self.panels.begin_export()
        elif doing in {Doing.RAISE, Doing.PUBLISH}:
            self._take_further(doing)
        elif self.page is not None:
            self.copy_asked.emit(self.page.row.reference)

    def _take_further(self, doing: Doing) -> None:
        """Go on with a question before acting: to a concern, or to a question for everybody."""
        if self.page is None:
            return
        if doing is Doing.PUBLISH:
            self.settings_asked.emit(f"questions:{self.page.case_id}")
        else:
            self.form_asked.emit(raising(self.page.case))

    def _identify(self) -> None:
        begun = identifying(self.page) if self.page is not None else None
        if begun is not None:
            self.panels.begin(begun)

    def leave(self) -> None:
        """Keep what is half-written."""
        self.composer.leave()
        self.panels.leave()

    # Story

    def _show(self, page: CasePage, *, keep: bool) -> None:
        """Show head and story; the story begins at what is new, or stays where it was."""
        self.head.show_page(page)
        self._newer.setVisible(page.case.newer)
        scrolled = self.timeline.verticalScrollBar().value()
        self.timeline.show_items(timeline(page.story, page.desk.school, page.today))
        if page.story.first_new:
            self.timeline.show_item(page.story.first_new)
        elif keep:
            self.timeline.verticalScrollBar().setValue(scrolled)
        name = page.concerned[0].first_name if page.concerned else ""
        count = len(page.earlier)
        self._earlier.show_text(say_count(Said.SHOW_EARLIER_ONE, Said.SHOW_EARLIER, count, name=name))
        self._has_earlier = bool(count)
        self._fold()

    @Slot(object)
    def _take(self, page: CasePage) -> None:
        """Show the record as it is now, from what has just been added on, and tell it."""
        before = {item.item_id for item in self.page.story.items} if self.page else set()
        self.page = page
        self._show(page, keep=True)
        added = [item.item_id for item in page.story.items if item.item_id not in before]
        if added:
            self.timeline.show_item(added[-1])
        self.changed.emit(page)

    @Slot(object)
    def _take_note(self, page: CasePage) -> None:
        self._take(page)
        self.panels.show_page(page)

    @Slot()
    def _read_again(self) -> None:
        if self.page is not None:
            self._records.read(self, self.page.case_id, self.show_page, _unheard)

    # Places

    @Slot()
    def _take_panel(self) -> None:
        self._name_tabs()
        self._place_panel()

    @Slot()
    def _show_panel(self) -> None:
        self._show_tab(_Tab.PANEL.value)

    @Slot()
    def _show_story_again(self) -> None:
        self._show_tab(_Tab.STORY.value)
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show_beside(self, widget: QWidget) -> None:
        """Show something of the panel in the story's place, where the panel stands at the right of it."""
        if not self._is_wide:
            return
        shown = self._middle.findChildren(ScrollPage, options=Qt.FindChildOption.FindDirectChildrenOnly)
        page = next((each for each in shown if each.isAncestorOf(widget)), None)
        if page is None:
            page = ScrollPage(self._theme, widget)
            widget.destroyed.connect(page.deleteLater)
            self._middle.addWidget(page)
        self._middle.setCurrentWidget(page)
        self._fold()

    def _made_tabs(self) -> Segmented:
        panel = self.panels.current
        letters = _TAB_LETTERS_TIGHT if self._is_tight else _TAB_LETTERS
        title = visible(panel.title.words, letters) if panel is not None else say(Said.DECISION)
        tabs = Segmented(
            self._theme, [Choice(_Tab.STORY.value, say(Said.WHAT_HAPPENED)), Choice(_Tab.PANEL.value, title)]
        )
        tabs.setAccessibleName(say(Said.TABS))
        tabs.edited.connect(self._show_tab)
        return tabs

    def _name_tabs(self) -> None:
        """Call the second tab after the panel that stands in it."""
        old, self._tabs = self._tabs, self._made_tabs()
        self._strip_row.replaceWidget(old, self._tabs)
        drop(old)

    def _place_panel(self) -> None:
        panel = self.panels.current
        if panel is not None:
            (self._side if self._is_wide else self._middle).addWidget(panel)
            if self._is_wide:
                self._side.setCurrentWidget(panel)
        self._side.setVisible(self._is_wide)
        self._edge.setVisible(self._is_wide)
        self._strip.setVisible(not self._is_wide)
        self._heading.setVisible(self._is_wide)
        row = self._heading_row if self._is_wide else self._strip_row
        row.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignVCenter)
        self.head.show_low(low=self._is_low)
        self._show_tab(_Tab.STORY.value)

    @Slot(object)
    def _show_tab(self, tab: str | None) -> None:
        wanted = self.panels.current if tab == _Tab.PANEL.value and not self._is_wide else None
        self._middle.setCurrentWidget(wanted or self._story)
        with QSignalBlocker(self._tabs):
            self._tabs.set_value(_Tab.PANEL.value if wanted else _Tab.STORY.value)
        self._fold()

    def _fold(self) -> None:
        """Where a panel takes the story's place there is no note to write, and in a low window no head."""
        alone = self._middle.currentWidget() is not self._story
        reads = self.page is None or self.page.part is Part.READS
        self.composer.setVisible(not alone and not reads)
        self._earlier.setVisible(self._has_earlier and not alone)
        self.head.setVisible(not (alone and self._is_low))
        self._back.setVisible(alone and self._is_low)

    @Slot()
    def _restyle(self) -> None:
        theme = self._theme.now
        self._side.setFixedWidth(theme.px(theme.layout.decision_panel))
        self.timeline.setMaximumWidth(theme.size.text_width + theme.space(9))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = single_key(event) if self.takes_single_keys else None
        if act is not None:
            self.begin_act(act)
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.panels.is_asked_for:
            self.panels.close()
        else:
            self.back_asked.emit()


def _unheard(_refused: Refused) -> None:
    """What is read again in passing may fail unheard: what was shown before still stands."""
