# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody signed in begins with: the forms, what they have started, and what they have sent (ux.md S8).

Whom a report is about is not on this page, because colleagues walk past: it takes "Show details".
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.cases.tracks import Verdict
from desktop.clocks import london_day, short_date_words, time_words
from desktop.declarations.permissions import has_expired
from desktop.declarations.ties import FORM as TIE
from desktop.declarations.yearly import to_confirm
from desktop.drafts import KeptDraft
from desktop.people import PersonId
from desktop.registers.telling import Telling
from desktop.sent import SentItem, SentState, unheard
from desktop.telling import day_words, in_a_row
from ui.policies.to_read_card import ToReadCard
from ui.settings.reminder import Reminder, reminder_of
from ui.staff.changes import forced_changes
from ui.staff.frame import StaffFrame
from ui.staff.here import Here
from ui.staff.reading import HomeItems
from ui.staff.start_page import DOORS, MORE_DOORS, Doors, InfoLinks, danger_strip
from ui.staff.text_size import TextSizeButton
from ui.staff.ties_card import TiesCard
from ui.staff.told_card import ToldCard
from ui.staff.words import Staff, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize, IconButton
from ui.widgets.card import Card, Line
from ui.widgets.dropping import drop
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Growing, Row
from ui.widgets.link_button import LinkButton
from ui.widgets.tag import Tag, TagLook
from ui.widgets.text_flow import TextStyle

_SMALL = TextStyle("small", "text.secondary")
_TONES = {
    SentState.SENT: Tone.NEUTRAL,
    SentState.RECEIVED: Tone.SOFT,
    SentState.ASKED: Tone.WARN,
    SentState.DEALT_WITH: Tone.OK,
    SentState.DECIDED: Tone.OK,
}
_DECIDED: Mapping[Verdict | None, Staff] = {
    Verdict.APPROVED: Staff.STATE_APPROVED,
    Verdict.TURNED_DOWN: Staff.STATE_TURNED_DOWN,
}


class HomePage(StaffFrame):
    """One person's page. Give it what was read from their vault with `show_items`, again whenever that changes."""

    form_asked = Signal(str)
    """A form is to be filled in: its id."""
    draft_asked = Signal(object)
    """A draft is to be carried on with: the `KeptDraft`."""
    details_asked = Signal(object)
    """Everything about something sent is wanted: the `SentItem`."""
    lock_asked = Signal()
    """The screen is to be locked."""
    review_asked = Signal()
    """A reviewer goes back to the inbox."""
    settings_asked = Signal(str)
    """The settings are wanted: at this page, "" for the first."""
    info_asked = Signal(object)
    """A plain page is wanted: an `Info`."""

    def __init__(self, theme: ThemeSource, here: Here, *, is_reviewer: bool) -> None:
        lock = Button(theme, say(Staff.LOCK), ButtonKind.SECONDARY, ButtonSize.SMALL, icon=Icon.LOCK)
        inbox = Button(theme, say(Staff.TO_INBOX), ButtonKind.QUIET, ButtonSize.SMALL, icon=Icon.INBOX)
        settings = IconButton(theme, Icon.SETTINGS, say(Staff.SETTINGS), ButtonSize.SMALL)
        tools = (TextSizeButton(theme), *([inbox] if is_reviewer else []), settings, lock)
        super().__init__(theme, here.school.name, *tools, is_start=True)
        self._here = here
        self.doors = Doors(theme, here)
        self.ties, self.told, self.to_read = TiesCard(theme, here.candour.form(TIE)), ToldCard(theme), ToReadCard(theme)
        self._started = _Section(theme)
        self._sent = _Section(theme)
        self._fault = Banner(theme, Tone.WARN, "")
        self._unheard = Banner(theme, Tone.DANGER, "")
        self._reminder = Banner(theme, Tone.INFO, "")
        self._reminded: Reminder | None = None
        forced = forced_changes(theme, here)
        self._is_calm = not forced
        self._writes = here.session is not None and not here.session.is_read_only
        for hidden in (self._fault, self._unheard, self._reminder, *(() if self._writes else (self.doors,))):
            hidden.hide()
        self._links = InfoLinks(theme, self.top_bar)
        self.column.add(danger_strip(theme, here), *forced, self._fault, self._unheard, self._reminder)
        self.column.add(
            PlainLabel(theme, say(Staff.HOME_TITLE), "pageTitle", wrap=True),
            self.doors,
            Gap(1),
            self.to_read,
            self.ties,
            self.told,
            self._started,
            self._sent,
        )
        self.column.add(Gap(1), self._links)
        self.buttons.hide()
        self.setAccessibleName(say(Staff.HOME_TITLE))
        self.doors.form_asked.connect(self.form_asked)
        self._links.info_asked.connect(self.info_asked)
        lock.clicked.connect(self.lock_asked)
        settings.clicked.connect(self._ask_settings)
        self._reminder.link_followed.connect(self._do_reminded)
        inbox.clicked.connect(self.review_asked)

    @override
    def focus_first(self) -> None:
        self.begin_at(self.doors if self._writes else self._links)

    def show_items(self, items: HomeItems) -> None:
        """Show what they have started and sent, and what they are reminded of."""
        drafts, sent = items.drafts if self._writes else (), items.sent
        self._fault.hide()
        self._show_unheard(unheard(sent, self._here.candour.machine.now()))
        self._show_reminder(reminder_of(items.reminders) if self._writes else None)
        self.ties.show_ties(to_confirm(sent, self._here.today()))
        self.to_read.show_shelf(*((items.policies, items.guidance, items.training) if self._writes else ()))
        self.told.show_told(items.told, Telling(self._here.candour.forms, self._here.school))
        started = [self._draft_row(draft) for draft in drafts]
        self._started.show_rows(say(Staff.STARTED) if drafts else "", started)
        rows = [self._sent_row(item) for item in sent]
        nothing = EmptyState(self.theme, Icon.SEND, say(Staff.SENT_NOTHING), say(Staff.SENT_NOTHING_MORE))
        self._sent.show_rows(say(Staff.SENT_TITLE), rows or [nothing])

    def _show_unheard(self, items: Sequence[SentItem]) -> None:
        """What nobody has received for a day: whom to tell in person, who is none of those it is about."""
        self._unheard.setVisible(bool(items))
        if items:
            found = self._here.to_tell([(item.form, item.values) for item in items])
            references = in_a_row([item.reference for item in items], say(Staff.AND))
            more = say(Staff.UNHEARD_MORE, name=found["someone"], place=found["someone_in"])
            self._unheard.show_message(Tone.DANGER, more, lead=say(Staff.UNHEARD, references=references))

    def _show_reminder(self, reminder: Reminder | None) -> None:
        """One reminder, where nothing more serious is said (ux.md 7, "Banner"). The same is not announced again."""
        if reminder is not None and reminder != self._reminded:
            self._reminder.show_message(Tone.INFO, reminder.text, lead=reminder.lead, link=reminder.link)
        self._reminded = reminder
        self._reminder.setVisible(self._is_calm and reminder is not None and self._unheard.isHidden())

    @Slot()
    def _ask_settings(self) -> None:
        self.settings_asked.emit("")

    @Slot()
    def _do_reminded(self) -> None:
        if self._reminded is not None and self._reminded.page:
            self.settings_asked.emit(self._reminded.page)
        elif self._reminded is not None:
            self.review_asked.emit()

    def show_fault(self, happened: str, do: str) -> None:
        """Say why what they have sent cannot be shown."""
        self._reminder.hide()
        self._fault.show_message(Tone.WARN, f"{happened} {do}", lead=say(Staff.CANNOT_READ))
        self._fault.show()

    def _draft_row(self, kept: KeptDraft) -> QWidget:
        form = self._here.candour.meaning.forms[kept.draft.form]
        saved = {"day": day_words(london_day(kept.saved_at)), "time": time_words(kept.saved_at)}
        row = _DraftRow(self.theme, kept, form.title, saved)
        row.asked.connect(self.draft_asked)
        return row

    def _sent_row(self, item: SentItem) -> QWidget:
        form = self._here.candour.meaning.forms.get(item.form)
        title = form.title if form else item.form
        tag = TagLook(title, {**DOORS, **MORE_DOORS}.get(item.form, Tone.NEUTRAL), Icon(form.icon) if form else None)
        state = TagLook(state_words(item, self._here), _TONES[item.state])
        row = _SentRow(self.theme, item, (tag, state), title)
        row.asked.connect(self.details_asked)
        return row


def state_words(item: SentItem, here: Here) -> str:
    """How far something has come, in words. Long lists of names are left to the details."""
    match item.state:
        case SentState.RECEIVED:
            called = here.called.people
            names = [called[each].first_name if each in called else say(Staff.SOMEONE) for each in item.received]
            return say(Staff.STATE_RECEIVED, names=in_a_row(names, say(Staff.AND)))
        case SentState.ASKED:
            return say(Staff.STATE_ASKED, name=_name(here, item.replies[-1].author))
        case SentState.DEALT_WITH:
            return say(Staff.STATE_DEALT)
        case SentState.DECIDED:
            if has_expired(item.until, here.today()):
                return say(Staff.STATE_EXPIRED)
            return say(_DECIDED.get(item.verdict, Staff.STATE_DECIDED))
        case SentState.SENT:
            return say(Staff.STATE_SENT)


def _name(here: Here, person: PersonId | None) -> str:
    listed = here.school.people.get(person) if person is not None else None
    return listed.first_name if listed else say(Staff.SOMEONE)


class _Section(QWidget):
    """A heading and rows that are exchanged together; without a heading nothing is there."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._column = Column(theme)
        self._content: QWidget | None = None
        self.setLayout(self._column)

    def show_rows(self, title: str, rows: Sequence[QWidget]) -> None:
        if self._content is not None:
            drop(self._content)
        self._content = QWidget()
        card = Card(self._theme, gap=0, margins=(5, 2, 5, 2))
        for number, row in enumerate(rows):
            card.add(*([Line(self._theme)] if number else []), row)
        heading = PlainLabel(self._theme, title, "section", wrap=True)
        self._content.setLayout(Column(self._theme, heading, card, gap=2))
        self._column.add(self._content)
        self.setVisible(bool(title))


class _DraftRow(QWidget):
    asked = Signal(object)

    def __init__(self, theme: ThemeSource, kept: KeptDraft, title: str, saved: dict[str, str]) -> None:
        super().__init__()
        self._kept = kept
        link = LinkButton(theme, say(Staff.CARRY_ON), name=say(Staff.CARRY_ON_WHICH, form=title, **saved))
        when = PlainLabel(theme, say(Staff.STARTED_AT, **saved), _SMALL, wrap=True)
        words = Column(theme, PlainLabel(theme, title, "label", wrap=True), when)
        row = Row(theme, gap=4, margins=(0, 2, 0, 2))
        row.addLayout(words, 1)
        row.add(link)
        self.setLayout(row)
        link.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._kept)


class _SentRow(QWidget):
    asked = Signal(object)

    def __init__(self, theme: ThemeSource, item: SentItem, tags: Sequence[TagLook], title: str) -> None:
        super().__init__()
        self._item = item
        name = say(Staff.SHOW_DETAILS_OF, reference=item.reference, form=title)
        link = LinkButton(theme, say(Staff.SHOW_DETAILS), name=name)
        when = PlainLabel(theme, short_date_words(london_day(item.at)), TextStyle("small", tabular=True))
        reference = PlainLabel(theme, item.reference, TextStyle("small", "text.secondary", tabular=True))
        facts = QWidget()
        facts.setLayout(Flow(theme, [when, reference, *(Tag(theme, tag) for tag in tags)], gap=3))
        self.setLayout(Row(theme, Growing(facts), link, gap=4, margins=(0, 3, 0, 3)))
        link.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._item)
