# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""“Who has read the code”: a card for each policy, with its figures and whoever has still to confirm (ux.md R8)."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.people import ReadingLine
from desktop.policies.chasing import Chased, read_chased
from desktop.policies.register import Reading
from desktop.telling import in_a_row
from ui.policies.chasing_words import Chasing, say
from ui.reports.coming_note import ComingNote
from ui.reports.report_page import ReportPage
from ui.review.desk_page import DeskContext
from ui.review.records import News
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Row, Stretch
from ui.widgets.tag import Tag, TagLook
from ui.widgets.text_flow import TextStyle

_QUIET = TextStyle("small", "text.secondary")


class ChasingPage(ReportPage):
    """The page. It is read each time it is shown, and when something has come."""

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context, say(Chasing.CARD), say(Chasing.INTRO))
        self._shown: QWidget | None = None
        self._coming = ComingNote(context)
        self.body.add(self._coming)

    @override
    def come_in(self, what: str) -> None:
        self._read()

    @override
    def take_news(self, news: News) -> None:
        self._read()

    def _read(self) -> None:
        self._coming.read()
        self.context.records.ask(self, read_chased, self._show, self.refuse)

    def _show(self, found: tuple[Chased, ...]) -> None:
        if self._shown is not None:
            drop(self._shown)
        names = {str(each.person_id): each.name for each in self.context.school().people.values()}
        nothing = EmptyState(self.theme, Icon.FILE_TEXT, say(Chasing.NONE), say(Chasing.NONE_MORE))
        self._shown = QWidget()
        self._shown.setLayout(Column(self.theme, *([self._card(each, names) for each in found] or [nothing]), gap=3))
        self.body.add(self._shown)

    def _card(self, chased: Chased, names: dict[str, str]) -> QWidget:
        card = Card(self.theme, gap=2)
        late = [Tag(self.theme, TagLook(say(Chasing.OVERDUE), Tone.WARN))] if chased.is_overdue else []
        card.add(
            Row(self.theme, PlainLabel(self.theme, _title(chased), "cardTitle", wrap=True), *late, Stretch(), gap=3)
        )
        card.add(*(PlainLabel(self.theme, line, _QUIET, wrap=True) for line in _lines(chased, names)))
        return card


def _title(chased: Chased) -> str:
    line = chased.line
    if isinstance(line, ReadingLine):
        return say(Chasing.GUIDANCE, title=line.title, edition=line.edition)
    return line.title


def _lines(chased: Chased, names: dict[str, str]) -> list[str]:
    if chased.line.confirm_by is None:
        return [say(Chasing.NOT_ASKED)]
    again = Chasing.ANOTHER if isinstance(chased.line, ReadingLine) else Chasing.AGAIN
    groups = (
        (Chasing.WAITING, chased.names_of(Reading.WAITING, names)),
        (again, chased.names_of(Reading.AGAIN, names)),
        (Chasing.YEARLY, chased.names_of(Reading.YEARLY, names)),
        (Chasing.BY_NAME, chased.by_name),
    )
    told = [say(words, names=in_a_row(people, say(Chasing.AND))) for words, people in groups if people]
    elsewhere = [say(Chasing.ELSEWHERE, count=str(chased.elsewhere))] if chased.elsewhere else []
    newer = [say(Chasing.NEWER, edition=chased.newer)] if chased.newer else []
    return [*newer, _figures(chased), *told, *elsewhere]


def _figures(chased: Chased) -> str:
    figures = chased.figures
    if figures.percent is None:
        return say(Chasing.NOBODY)
    confirmed, of, percent = map(str, (figures.confirmed, figures.of, figures.percent))
    return say(Chasing.COUNT, confirmed=confirmed, of=of, percent=percent)
