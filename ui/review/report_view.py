# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A report to read: head, clocks, facts, the words as they were written, who sent it, and what there was before."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.cases.limits import Limit
from desktop.cases.moments import list_words, sentence_words
from desktop.cases.page import CasePage, SenderKind
from desktop.cases.rows import CaseRow
from desktop.clocks import london_day
from desktop.forms import SummaryRow
from desktop.forms.summary import lower_first
from ui.actions.words import KindWords
from ui.actions.words import say as say_action
from ui.review.cited import clause_links
from ui.review.coded_words import FlagWords, NewerWords, WishWords, coded
from ui.review.due_banner import DueBanner
from ui.review.files_view import FilesView
from ui.review.limit_view import LimitView
from ui.review.looks import REDIRECT, kind_tag, names_of, outcome_tag, status_tag, title_of
from ui.review.records import Records
from ui.review.words import Said, say, say_count
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.card import Line, Surface
from ui.widgets.data_table import DataTable
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layouts import Aligned, Column, Gap, Growing, Item, Row, Stretch
from ui.widgets.link_button import LinkButton
from ui.widgets.plain_view import PlainView
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.tag import Tag, TagLook
from ui.widgets.text_flow import Span, TextStyle, Words
from ui.widgets.words import names_in_a_row

_SECONDARY = TextStyle("small", "text.secondary")
_TOP = Qt.AlignmentFlag.AlignTop


def tags_of(theme: ThemeSource, page: CasePage, records: Records) -> QWidget:
    """The tags of a record: where it stands, what kind it is, whom it is about, what there was before."""
    row = page.row
    looks = [status_tag(row, records.now()), kind_tag(row), outcome_tag(row)]
    if page.case.is_urgent:
        looks.insert(0, TagLook(say(Said.RISK_NOW), Tone.DANGER, Icon.TRIANGLE_ALERT))
    looks += [TagLook(person.job) for person in page.concerned[:1] if person.job]
    if page.earlier:
        words = say_count(Said.EARLIER_TAG_ONE, Said.EARLIER_TAG, len(page.earlier))
        looks.append(TagLook(words, icon=Icon.HISTORY))
    holder = QWidget()
    holder.setLayout(Flow(theme, [Tag(theme, look) for look in looks if look]))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


def clocks_of(theme: ThemeSource, page: CasePage, records: Records) -> list[QWidget]:
    """The clocks that run: the LADO's while nobody has asked, and the decision's until there is one."""
    banners: list[QWidget] = []
    if page.lado is not None:
        more = say(Said.NOT_BEFORE, name=names_of(page.row))
        lado = say(Said.TELL_LADO)
        banners.append(DueBanner(theme, records, page.lado, do=lado, decider=page.decider, more=more))
        banners.append(LimitView(theme, page.lado))
    if page.decide is not None and page.row.decide_by is not None:
        if page.case.track.aware:
            do, more = say(Said.TELL_REGULATOR), say(Said.NO_LONGER)
            banners.append(DueBanner(theme, records, page.decide, do=do, decider="", more=more))
        else:
            do = _what_is_due(page.case.track.clock)
            banners.append(DueBanner(theme, records, page.decide, do=do, decider=page.decider))
        banners.append(LimitView(theme, page.decide))
    return banners


def _what_is_due(clock: str) -> str:
    if clock == Limit.COMPLAINT:
        return say_action(KindWords.COMPLAINT)
    return say(Said.ANSWER_REQUEST if clock == Limit.ACCESS else Said.DECIDE)


def opened_words(page: CasePage, records: Records) -> list[str]:
    """Who else can open the record, and whether they have, a sentence for each."""
    today = london_day(records.now())
    said = [
        say(Said.HAS_OPENED, name=reader.name, when=sentence_words(reader.opened_at, today))
        if reader.opened_at
        else say(Said.HAS_NOT_OPENED, name=reader.name)
        for reader in page.readers
        if not reader.is_me
    ]
    return said or [say(Said.ONLY_YOU)]


def note_line(theme: ThemeSource, icon: Icon, words: Words, tone: Tone | None = None) -> QWidget:
    """A remark with an icon before it."""
    style = TextStyle("small", tone.strong if tone else "text.secondary")
    line = QWidget()
    picture = IconLabel(theme, icon, style.colour, side="icon_small", beside="small")
    line.setLayout(Row(theme, Aligned(picture, _TOP), Growing(PlainLabel(theme, words, style, wrap=True)), gap=2))
    return line


def newer_banner(theme: ThemeSource) -> Banner:
    """Says that something in a record is of a newer Candour, so that nothing is done in it here (ux.md Y6)."""
    return Banner(theme, Tone.WARN, say(NewerWords.MORE), lead=say(NewerWords.HERE))


def flag_lines(theme: ThemeSource, flags: tuple[str, ...]) -> list[QWidget]:
    """What is odd about an entry, a line for each."""
    return [note_line(theme, Icon.FLAG, coded(FlagWords, flag), Tone.DANGER) for flag in flags]


def declared_lines(theme: ThemeSource, page: CasePage, records: Records) -> list[QWidget]:
    """What whoever decides has to have before their eyes: the clock, what Candour worked out, what was declared."""
    worked_out = [note_line(theme, Icon.INFO, f"{row.label}: {row.value}") for row in page.worked_out]
    said = [span for row in page.more for span in (Span(f"{row.label} "), _strong(f"{row.value.removesuffix('.')}. "))]
    declared = PlainLabel(theme, said, _SECONDARY, wrap=True)
    return [*clocks_of(theme, page, records), *worked_out, *([declared] if said else [])]


class ReportView(QWidget):
    """The whole report of a case, made anew for each. `earlier` lists the other records about the same people too."""

    earlier_asked = Signal(str)
    """One of the earlier records is to be opened: its case."""

    def __init__(self, theme: ThemeSource, records: Records, page: CasePage, *, earlier: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._page = page
        column = Column(theme, gap=3)
        self.title = PlainLabel(theme, title_of(page.row, page.form_title), "screenTitle", wrap=True)
        column.add(self.title, tags_of(theme, page, records), *clocks_of(theme, page, records))
        column.add(*self._oddities(), *self._facts(), Gap(1), *self._words())
        column.add(*clause_links(theme, records, page, page.case_id, self.title.words))
        column.add(*([Gap(1), FilesView(theme, records, page)] if page.files else ()))
        concerns = bool(page.case.track.prepared_by)
        column.add(*self._worked_out(), *(() if concerns else self._more()))
        column.add(*([self._sent()] if page.case.report else ()))
        column.add(*(self._earlier(records) if earlier else ()), *(self._more() if concerns else ()))
        column.add(Gap(1), note_line(theme, Icon.EYE, " ".join(opened_words(page, records))))
        self.setLayout(column)
        self._restyle()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.setMaximumWidth(self._theme.now.size.text_width)

    def _facts(self) -> list[QWidget]:
        return [_Facts(self._theme, self._page.facts)] if self._page.facts else []

    def _words(self) -> list[Item]:
        sender = self._page.sender
        name = sender.name if sender.kind is SenderKind.MEMBER else ""
        title = say(Said.WHAT_WROTE, name=name) if name else say(Said.WHAT_REPORTER_WROTE)
        if not self._page.words and self._page.case.report is not None:
            return []
        if not self._page.words:
            redirected = self._page.row.form == REDIRECT
            return [note_line(self._theme, Icon.INFO, say(Said.REDIRECT_MORE if redirected else Said.NO_WORDS))]
        heading = PlainLabel(self._theme, title, "cardTitle", wrap=True)
        return [heading, PlainView(self._theme, self._page.words, name=title)]

    def _sent(self) -> QWidget:
        """Who sent it and what they asked about their name, beside each other where there is room."""
        holder = QWidget()
        holder.setLayout(Flow(self._theme, [self._sender(), *self._wishes()], gap=5))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        return holder

    def _sender(self) -> QWidget:
        sender = self._page.sender
        words: Words
        match sender.kind:
            case SenderKind.MEMBER if sender.name:
                job = f", {lower_first(sender.job)}" if sender.job else ""
                words = [Span(say(Said.SENT_BY)), _strong(sender.name), Span(job, colour="text.primary")]
            case SenderKind.CLAIMED:
                words = [Span(say(Said.SAYS_THEY_ARE)), _strong(sender.name), Span(say(Said.NOT_CHECKED_NAME))]
            case SenderKind.OLD_LOG if sender.name:
                words = [Span(say(Said.IMPORTED_BY)), _strong(sender.name)]
            case SenderKind.ANONYMOUS:
                words = say(Said.SENT_WITHOUT)
            case _:
                words = say(Said.SENT_UNKNOWN)
        return PlainLabel(self._theme, words, _SECONDARY, wrap=True)

    def _wishes(self) -> list[QWidget]:
        wishes = self._page.wishes
        said = (
            (Said.NAME, coded(WishWords, wishes.to_person).format(name=self._called()) if wishes.to_person else ""),
            (Said.KEEP_FROM, wishes.keep_from),
            (Said.REACH, wishes.reply_how),
        )
        return [
            PlainLabel(self._theme, [Span(say(label)), _strong(words)], _SECONDARY, wrap=True)
            for label, words in said
            if words
        ]

    def _called(self) -> str:
        """The persons concerned by first name, as a page calls them the second time."""
        return names_in_a_row([person.first_name for person in self._page.concerned]) or names_of(self._page.row)

    def _oddities(self) -> list[QWidget]:
        report = self._page.case.report
        flags = flag_lines(self._theme, tuple(sorted(report.flags))) if report else []
        return [newer_banner(self._theme), *flags] if self._page.case.newer else flags

    def _worked_out(self) -> list[Item]:
        return self._answers(Said.WORKED_OUT, self._page.worked_out)

    def _more(self) -> list[Item]:
        return self._answers(Said.ALSO_ANSWERED, self._page.more)

    def _answers(self, title: Said, rows: tuple[SummaryRow, ...]) -> list[Item]:
        heading = PlainLabel(self._theme, say(title), "cardTitle")
        return [Gap(2), heading, *(_Answer(self._theme, row) for row in rows)] if rows else []

    def _earlier(self, records: Records) -> list[Item]:
        page = self._page
        if not page.concerned:
            return []
        if not page.earlier:
            name = names_in_a_row([person.name for person in page.concerned])
            return [Gap(1), note_line(self._theme, Icon.HISTORY, say(Said.NO_EARLIER, name=name))]
        card = EarlierRecords(self._theme, page, records)
        card.chosen.connect(self.earlier_asked)
        return [Gap(2), card]


class _Facts(Surface):
    """When, where, which children: beside each other where there is room, else below each other."""

    def __init__(self, theme: ThemeSource, rows: tuple[SummaryRow, ...]) -> None:
        super().__init__("card")
        row = Row(theme)
        for number, fact in enumerate(rows):
            if number:
                row.add(Line(theme, upright=True))
            label = PlainLabel(theme, fact.label, TextStyle("caption", "text.secondary"))
            value = PlainLabel(theme, fact.value, TextStyle("body", weight=600), wrap=True)
            cell = QWidget()
            cell.setLayout(Column(theme, label, Aligned(value, _TOP), gap=0, margins=(3, 2, 3, 2)))
            row.add(Growing(cell))
        self.setLayout(row)


class _Answer(QWidget):
    """Another answer: the question in short and what was said to it."""

    def __init__(self, theme: ThemeSource, answer: SummaryRow) -> None:
        super().__init__()
        self._theme = theme
        self._label = PlainLabel(theme, answer.label, _SECONDARY, wrap=True)
        value = PlainLabel(theme, answer.value, TextStyle("small", limit=20_000), wrap=True)
        self.setLayout(Row(theme, Aligned(self._label, _TOP), Growing(value), gap=3))
        self._restyle()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self._label.setFixedWidth(self._theme.now.size.summary_label)


class EarlierLinks(QWidget):
    """The same records in a narrow place: each as a link, with its day and outcome below."""

    chosen = Signal(str)
    """One of them is to be opened: its case."""

    def __init__(self, theme: ThemeSource, page: CasePage, records: Records) -> None:
        super().__init__()
        today = london_day(records.now())
        column = Column(theme, gap=2)
        for row in reversed(page.earlier):
            link = _EarlierLink(theme, row)
            link.chosen.connect(self.chosen)
            when = PlainLabel(
                theme, list_words(row.filed_at, today, day_only=True), TextStyle("small", "text.secondary")
            )
            column.add(link, Row(theme, when, Tag(theme, _earlier_look(row)), Stretch(), gap=2), Line(theme))
        column.add(PlainLabel(theme, say(Said.EARLIER_NOTE), TextStyle("caption", "text.tertiary"), wrap=True))
        self.setLayout(column)


class _EarlierLink(LinkButton):
    chosen = Signal(str)

    def __init__(self, theme: ThemeSource, row: CaseRow) -> None:
        super().__init__(theme, row.summary or say(Said.OPEN_RECORD))
        self._row = row
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._row.case_id)


class EarlierRecords(QWidget):
    """The other records about the same people that this reader can open, the newest first, each with a way into it."""

    chosen = Signal(str)
    """One of them is to be opened: its case."""

    def __init__(self, theme: ThemeSource, page: CasePage, records: Records) -> None:
        super().__init__()
        names = [person.name for person in page.concerned]
        title = say(Said.EARLIER, name=names[0]) if len(names) == 1 else say(Said.EARLIER_SEVERAL)
        today = london_day(records.now())
        self.table = DataTable(theme, _earlier_columns(), name=title, fits=True)
        self.table.horizontalHeader().hide()
        self.table.show_rows([_earlier_row(row, today) for row in reversed(page.earlier)])
        self.table.row_opened.connect(self.chosen)
        self.table.clicked.connect(self._choose)
        heading = PlainLabel(theme, title, "cardTitle", wrap=True)
        note = PlainLabel(theme, say(Said.EARLIER_NOTE), TextStyle("caption", "text.tertiary"), wrap=True)
        self.setLayout(Column(theme, heading, self.table, note, gap=1))
        self.setFocusProxy(self.table)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.table.current_id())


def _earlier_look(row: CaseRow) -> TagLook:
    if row.is_unread:
        return TagLook(say(Said.NOT_OPENED), Tone.WARN)
    return outcome_tag(row) or TagLook(say(Said.UNDECIDED), Tone.WARN)


def _earlier_columns() -> list[TableColumn]:
    return [
        TableColumn("when", say(Said.EARLIER_WHEN), 3, is_sortable=False),
        TableColumn("what", say(Said.EARLIER_WHAT), 8, is_sortable=False),
        TableColumn("outcome", say(Said.EARLIER_OUTCOME), 4, is_sortable=False),
    ]


def _earlier_row(row: CaseRow, today: date) -> TableRow:
    when = list_words(row.filed_at, today, day_only=True)
    summary = row.summary or say(Said.OPEN_RECORD)
    look = _earlier_look(row)
    outcome = Cell(look.words, look.icon, look.tone.strong, role="small")
    return TableRow(
        row.case_id, (Cell(when, colour="text.secondary", role="small"), Cell(summary, colour="text.link"), outcome)
    )


def _strong(words: str) -> Span:
    return Span(words, strong=True, colour="text.primary")
