# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One entry of the story in full: who, when, every answer, what is odd about it, and the correction beside it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.moments import spoken_words
from desktop.cases.page import CasePage
from desktop.cases.story import Happening
from ui.review.cited import clause_links
from ui.review.panel import Panel
from ui.review.records import Records
from ui.review.report_view import flag_lines, note_line
from ui.review.story_looks import action_words, corrected_words, title_words
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.button import Button
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.plain_view import PlainView
from ui.widgets.text_flow import TextStyle

_NOT_SAID = frozenset({"corrects", "action", "partner"})
_NAMED = {"sign_off": "decision", "disagreement": "decision"}
"""What else holds the name of another entry, in acts of these kinds only."""
"""Answers that name an entry by its id."""


class EntryPanel(Panel):
    """The panel. Its own author may add a correction; nobody can change what is there."""

    correction_asked = Signal(str)
    """A correction is to be added to this entry: its id."""

    def __init__(self, theme: ThemeSource, records: Records, page: CasePage, item: Happening) -> None:
        self._correct = Button(theme, say(Said.ADD_CORRECTION), icon=Icon.HISTORY)
        may_correct = item.is_correctable and page.case.reads(page.desk.me)
        super().__init__(theme, title_words(item), (self._correct,) if may_correct else ())
        self._page = page
        self._item = item
        when = spoken_words(item.at, page.today, day_only=item.is_day_only)
        self.head.add(
            PlainLabel(theme, say(Said.RECORDED_AT, when=when), TextStyle("caption", "text.secondary"), wrap=True)
        )
        cited = clause_links(theme, records, page, item.item_id, self.title.words)
        self.show_content(*self._versions(), *cited, *self._marks())
        self._correct.clicked.connect(self._ask)

    def _versions(self) -> list[QWidget]:
        correction = self._page.story.item(self._item.corrected_by) if self._item.corrected_by else None
        if correction is None:
            return self._answers(self._item)
        title = PlainLabel(self._theme, say(Said.FIRST_VERSION), "cardTitle")
        other = PlainLabel(self._theme, say(Said.CORRECTION_OF_IT), "cardTitle")
        words = corrected_words(self._item, self._page.today)
        mark = note_line(self._theme, Icon.HISTORY, words, Tone.WARN)
        return [mark, other, *self._answers(correction), title, *self._answers(self._item)]

    def _answers(self, item: Happening) -> list[QWidget]:
        shown = answers_of(self._theme, item)
        if item.kind == "action" and item.action is not None:
            shown.append(_Said(self._theme, "", action_words(item.action, self._page.desk.school)))
        return shown

    def _marks(self) -> list[QWidget]:
        theme, item = self._theme, self._item
        granted = [note_line(theme, Icon.USERS, say(Said.HANDED_ON))] if item.granted else []
        apart = item.item_id in {each.item_id for each in self._page.story.apart}
        without = [note_line(theme, Icon.BAN, say(Said.APART_ONE), Tone.WARN)] if apart else []
        sound = note_line(theme, Icon.SHIELD_CHECK, say(Said.SIGNATURE_GOOD))
        return [*flag_lines(theme, item.flags), *without, *granted, sound]

    @Slot()
    def _ask(self) -> None:
        self.correction_asked.emit(self._item.item_id)


def answers_of(theme: ThemeSource, item: Happening) -> list[QWidget]:
    """Every answer of an entry, but for the names of other entries, which tell nobody anything."""
    unsaid = _NOT_SAID | {_NAMED.get(item.kind, "")}
    rows = (row for row in item.rows if unsaid.isdisjoint(row.fields))
    return [_Said(theme, row.label, row.value) for row in rows]


class _Said(QWidget):
    """One answer: its question in short, and all of it to be read, selected and copied."""

    def __init__(self, theme: ThemeSource, label: str, words: str) -> None:
        super().__init__()
        view = PlainView(theme, words, name=label or words, role="body")
        heading = [PlainLabel(theme, label, TextStyle("caption", "text.secondary"), wrap=True)] if label else []
        self.setLayout(Column(theme, *heading, view))
