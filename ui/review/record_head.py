# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The head of a record's page: the way back, whom it is about, tags, reference, who can open it (picture 06)."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.advising.raising import Raised
from desktop.cases.page import CasePage
from desktop.cases.worked_out import link_row
from ui.review.looks import kind_tag, names_of, outcome_tag, status_tag
from ui.review.more_menu import MoreButton
from ui.review.records import Records
from ui.review.report_view import opened_words
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.avatar import Avatar
from ui.widgets.card import Surface
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Growing, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.tag import Tag, TagLook
from ui.widgets.text_flow import TextStyle
from ui.widgets.tooltips import set_tooltip
from ui.widgets.words import names_in_a_row

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RecordHead(Surface):
    """The head. It is made once and shows one record after another."""

    back_asked = Signal()
    """Back to the inbox."""
    doing_asked = Signal(object)
    """Something else is to be done with the record: a Doing."""
    record_asked = Signal(str)
    """The concern that was raised from this question is wanted, or the question: its case."""

    def __init__(self, theme: ThemeSource, records: Records) -> None:
        super().__init__("panel")
        self._theme = theme
        self._records = records
        self._is_low = False
        self._has_name = False
        self._back = LinkButton(theme, say(Said.BACK_TO_INBOX), icon=Icon.ARROW_LEFT)
        self._more = MoreButton(theme)
        self._avatar = Avatar(theme, "", large=True)
        self._title = PlainLabel(theme, "", "screenTitle", elide=True)
        self._summary = PlainLabel(theme, "", TextStyle("small", "text.secondary"), elide=True)
        self._tags = QWidget()
        self._readers = PlainLabel(theme, "", TextStyle("small", "text.secondary"), elide=True)
        words = Column(theme, self._title, self._summary)
        name = Row(theme, Aligned(self._avatar, _MIDDLE), gap=3)
        name.addLayout(words, 1)
        self._tag_row = Row(theme, Growing(self._tags), gap=3)
        readers = QWidget()
        readers.setLayout(
            Row(theme, IconLabel(theme, Icon.USERS, "text.secondary", side="icon_small"), self._readers, gap=1)
        )
        readers.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._tag_row.addWidget(readers, 0, Qt.AlignmentFlag.AlignTop)
        top = Row(theme, Aligned(self._back, _MIDDLE), Stretch(), self._more)
        self.setLayout(Column(theme, top, name, self._tag_row, gap=2, margins=(6, 3, 6, 4)))
        self._back.clicked.connect(self.back_asked)
        self._more.asked.connect(self.doing_asked)

    def show_way_back(self, words: str) -> None:
        """Name the page that the way back leads to."""
        self._back.show_text(words)

    def show_low(self, *, low: bool) -> None:
        """Leave out what can be, where the window is low."""
        self._is_low = low
        self._avatar.setVisible(self._has_name and not low)
        self._summary.setVisible(bool(self._summary.words) and not low)

    def show_direction(self, way: QBoxLayout.Direction) -> None:
        """Put who can open it beside the tags, or below them."""
        self._tag_row.setDirection(way)

    def show_page(self, page: CasePage) -> None:
        """Show another record, or the same one as it is now."""
        self._more.fit(page)
        names = names_of(page.row)
        self._avatar.show_name(names if any(page.row.about) else "")
        self._has_name = any(page.row.about)
        self._title.show_words(names)
        self._summary.show_words(page.row.summary)
        self.show_low(low=self._is_low)
        self._replace_tags(page, is_urgent=page.case.is_urgent)
        readers = names_in_a_row([line.name for line in page.readers])
        self._readers.show_words(readers)
        self._readers.setAccessibleName(say(Said.READERS, names=readers))
        set_tooltip(self._readers, " ".join(opened_words(page, self._records)))

    def _replace_tags(self, page: CasePage, *, is_urgent: bool) -> None:
        row = page.row
        looks = [status_tag(row, self._records.now()), kind_tag(row), outcome_tag(row)]
        if is_urgent:
            looks.insert(0, TagLook(say(Said.RISK_NOW), Tone.DANGER, Icon.TRIANGLE_ALERT))
        code = PlainLabel(self._theme, row.reference, TextStyle("small", "text.secondary", tabular=True))
        code.setAccessibleName(say(Said.REFERENCE, reference=row.reference))
        tags = QWidget()
        links = map(self._link, page.raised)
        tags.setLayout(Flow(self._theme, [*(Tag(self._theme, look) for look in looks if look), code, *links]))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        tags.setSizePolicy(policy)
        self._tag_row.replaceWidget(self._tags, tags)
        self._tags.deleteLater()
        self._tags = tags

    def _link(self, other: Raised) -> LinkButton:
        link = LinkButton(self._theme, f"{link_row(other).label}: {other.reference}", "small", icon=Icon.LINK)
        link.clicked.connect(partial(self.record_asked.emit, other.case_id))
        return link
