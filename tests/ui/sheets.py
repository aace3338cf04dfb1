# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sheets of the gallery. All people, schools and events on them are invented."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QLayout, QListView, QWidget

from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.avatar import Avatar
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize, IconButton
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.card import Card, Surface
from ui.widgets.check_list import CheckBox, CheckList
from ui.widgets.choice import Choice
from ui.widgets.clock_label import ClockLabel, ClockLook, Urgency
from ui.widgets.combo_choice import ComboChoice
from ui.widgets.data_table import DataTable
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Answer, Dialog
from ui.widgets.door_card import Door, DoorCard
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_summary import AnswerError, ErrorSummary
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Growing, Item, Row, Stretch
from ui.widgets.line_input import LineInput, Width
from ui.widgets.link_button import LinkButton
from ui.widgets.list_row import ROW_ROLE, GroupRow, ListRow, ListRowDelegate
from ui.widgets.mark import Mark
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.person_picker import PersonPicker
from ui.widgets.person_rows import PersonRow
from ui.widgets.plain_view import PlainView
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.radio_cards import RadioCards
from ui.widgets.radio_list import RadioList
from ui.widgets.segmented import Segmented
from ui.widgets.side_navigation import NavItem, SideNavigation
from ui.widgets.steps_bar import StepsBar
from ui.widgets.summary_list import SummaryList, SummaryRow
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.tag import Tag, TagLook
from ui.widgets.text_area import TextArea
from ui.widgets.text_flow import TextStyle
from ui.widgets.time_band_field import TimeBandField, TimeOfDay
from ui.widgets.timeline import TimelineView
from ui.widgets.timeline_item import TimelineItem
from ui.widgets.toast import Toast
from ui.widgets.who_can_open import Reader, Readers, WhoCanOpen, WhoForm
from ui.widgets.words_input import WordsInput

TODAY = date(2026, 3, 12)
NAME_CHOICES = (
    Choice("give", "Give my name", "Priya and Helen will see it. They won’t pass it on without asking you."),
    Choice("keep", "Don’t give my name", "They won’t know who you are. They can still reply with your return phrase."),
    Choice("later", "Not sure yet", "Leave your name off for now. You can add it later."),
)
DATE_CHOICES = (
    Choice("day", "On a day I know"),
    Choice("about", "Around a date"),
    Choice("range", "Between two dates"),
    Choice("repeated", "More than once"),
    Choice("unknown", "I’m not sure of the date"),
)
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"), Choice("unsure", "Not sure"))
TAGS = (
    TagLook("To decide", Tone.WARN),
    TagLook("Overdue", Tone.DANGER),
    TagLook("Low-level", Tone.SOFT),
    TagLook("With the LADO", Tone.INFO),
    TagLook("No action"),
    TagLook("Closed", Tone.OK),
    TagLook("About themselves", Tone.SELF, Icon.USER_ROUND),
    TagLook("Concern", Tone.SOFT, Icon.MESSAGE_CIRCLE),
    TagLook("Gift", Tone.WARN, Icon.GIFT),
    TagLook("Relationship", Tone.INFO, Icon.HEART_HANDSHAKE),
)
PEOPLE = (
    PersonRow("1", "Tom Ashby", "Year 4 teacher", "Oak class"),
    PersonRow("2", "Ash Ferreira", "Lunchtime supervisor"),
    PersonRow("3", "Nadia Ashraf", "Governor"),
)
READERS = Readers(
    readers=(Reader("Priya Nair", "Designated safeguarding lead"), Reader("Helen Marsh", "Headteacher")),
    never="Once it’s sent: not the person it’s about, not the office, not IT staff, and nobody using this computer"
    " after you.",
    note="If your report was about Priya or Helen, it would go to someone else instead.",
    link="How this works",
)
STORY = (
    "I was locking the side gate after chess club. Tom told a Year 4 boy (initials L.M.) to hop in and drove off with"
    " him. I don’t think anyone else was in the car. L. said next day it was because his mum’s bus was late.\n\n"
    "Tom is kind and L. looked perfectly happy. I just thought we weren’t supposed to."
)


class Sheet(NamedTuple):
    """A window, and the widgets on it that are shown as having the focus."""

    window: QWidget
    circled: tuple[QWidget, ...] = ()


def components(theme: ThemeSource) -> Sheet:
    """What picture 14 shows."""
    window = QWidget()
    circled: list[QWidget] = []
    title = PlainLabel(theme, "Components and their states", "pageTitle")
    about = "Heights: 40 px controls in reviewer screens, 44 px on staff pages. Focus is always the amber and ink ring."
    column = Column(theme, title, PlainLabel(theme, about, TextStyle("body", "text.secondary")), Gap(6))
    column.addLayout(_buttons(theme, circled))
    column.addLayout(_fields(theme, circled))
    column.addLayout(_cards(theme, circled))
    column.add(_heading(theme, "Tags (never clickable)"), Gap(2))
    column.addLayout(Row(theme, *(Tag(theme, look) for look in TAGS), Stretch(), gap=2))
    column.add(Gap(6))
    column.addLayout(_middle(theme, window))
    column.addLayout(_messages(theme, window, circled))
    column.addLayout(_records(theme))
    column.add(Stretch())
    outer = Column(theme, margins=(8, 7, 8, 7))
    outer.addLayout(column)
    window.setLayout(outer)
    window.resize(theme.now.px(1366), theme.now.px(1600))
    return Sheet(window, tuple(circled))


def _heading(theme: ThemeSource, text: str) -> PlainLabel:
    return PlainLabel(theme, text, TextStyle("small", "text.link", weight=600))


def _captioned(theme: ThemeSource, widget: QWidget, caption: str) -> QLayout:
    label = PlainLabel(theme, caption, TextStyle("caption", "text.secondary"))
    return Column(theme, widget, Gap(2), label, Stretch())


def _button(theme: ThemeSource, text: str, kind: ButtonKind = ButtonKind.PRIMARY) -> Button:
    return Button(theme, text, kind)


def _buttons(theme: ThemeSource, circled: list[QWidget]) -> QLayout:
    hover, pressed, focus, off, busy = (_button(theme, "Continue") for _ in range(5))
    hover.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    pressed.setDown(True)
    off.setEnabled(False)
    busy.set_busy("Locking…")
    circled.append(focus)
    first = {
        "Primary": _button(theme, "Continue"),
        "Hover": hover,
        "Pressed": pressed,
        "Focus": focus,
        "Off (give a reason)": off,
        "Busy": busy,
    }
    answer = Segmented(theme, YES_NO)
    answer.set_value("yes")
    answer.setAccessibleName("Three-way choice")
    second: dict[str, QWidget] = {
        "Secondary": _button(theme, "Add a note", ButtonKind.SECONDARY),
        "Quiet": _button(theme, "Save for later", ButtonKind.QUIET),
        "Destructive": _button(theme, "Remove this PC", ButtonKind.DESTRUCTIVE),
        "Icon + tooltip": IconButton(theme, Icon.PRINTER, "Print", shortcut="Ctrl+P", framed=True),
        "Three-way choice": answer,
        "Link": LinkButton(theme, "Whole chronology"),
    }
    rows = Column(theme, _heading(theme, "Buttons"), Gap(2))
    for widgets in (first, second):
        row = Row(theme, gap=4)
        for caption, widget in widgets.items():
            row.addLayout(_captioned(theme, widget, caption))
        row.add(Stretch())
        rows.addLayout(row)
        rows.add(Gap(3))
    rows.add(Gap(3))
    return rows


def _fields(theme: ThemeSource, circled: list[QWidget]) -> QLayout:
    rest, focus, wrong, fixed = (LineInput(theme) for _ in range(4))
    rest.set_value("Teaching assistant")
    focus.set_value("Teach")
    wrong.setPlaceholderText("A place, on site or off it")
    fixed = LineInput(theme, role="phrase")
    fixed.set_value("7KQ4-M2XR")
    fixed.setReadOnly(True)
    words = WordsInput(theme, ("antelope", "taco"))
    words.set_value("antelope taco")
    error = Field(theme, "Where did it happen?", wrong)
    error.show_error("Say where it happened")
    circled.append(focus)
    fields = (
        Field(theme, "Job title", rest, hint="As it appears on the staff list"),
        Field(theme, "Job title", focus),
        error,
        Field(theme, "Reference", fixed, hint="Given when you sent it"),
        Field(theme, "Return phrase", words),
    )
    row = Row(theme, *(_topped(theme, field) for field in fields), gap=6)
    return Column(theme, _heading(theme, "Fields: resting, focus, error, read only"), Gap(2), row, Gap(5))


def _topped(theme: ThemeSource, widget: QWidget) -> QLayout:
    return Column(theme, widget, Stretch())


def _cards(theme: ThemeSource, circled: list[QWidget]) -> QLayout:
    cards = RadioCards(theme, NAME_CHOICES, across=True)
    cards.setAccessibleName("Do you want to give your name?")
    cards.set_value("give")
    circled.append(cards.buttons[2])
    return Column(theme, _heading(theme, "Radio cards: chosen, resting, focus"), Gap(2), cards, Gap(6))


def _part(theme: ThemeSource, title: str, *items: Item) -> QLayout:
    return Column(theme, _heading(theme, title), Gap(2), *items, Stretch())


def _middle(theme: ThemeSource, window: QWidget) -> QLayout:
    dates = RadioList(theme, DATE_CHOICES)
    dates.setAccessibleName("Date: how sure are you?")
    dates.set_value("day")
    calendar = CalendarPopup(theme, window)
    calendar.open_below(window, date(2026, 3, 10), TODAY)
    calendar.setParent(window, Qt.WindowType.Widget)
    progress = ProgressPanel(theme, "Opening your records", "You can carry on while this finishes.", stoppable=False)
    progress.show_progress(148, 214)
    progress.setFixedWidth(theme.now.px(296))
    toast = Toast(theme, window)
    toast.show_note("Note saved", "View")
    empty = Card(
        theme, "", EmptyState(theme, Icon.INBOX, "Nothing needs you", "New reports appear here. Checked at 16:02.")
    )
    empty.setFixedWidth(theme.now.px(300))
    row = Row(theme, _part(theme, "Date: how sure are you?", dates), gap=8)
    row.addLayout(_part(theme, "Date picker", calendar))
    row.addLayout(_part(theme, "Progress", progress, Gap(5), _heading(theme, "Toast (bottom left)"), Gap(2)))
    row.addLayout(_part(theme, "Empty state", empty))
    row.add(Stretch())
    return Column(theme, row, Gap(6))


def _messages(theme: ThemeSource, window: QWidget, circled: list[QWidget]) -> QLayout:
    banners = (
        Banner(
            theme, Tone.INFO, "The shared folder was last reached at 14:20. New reports will arrive when it’s back."
        ),
        Banner(theme, Tone.WARN, "You have 23 hours.", lead="Decide by 15:12 tomorrow.", icon=Icon.CLOCK),
        Banner(
            theme,
            Tone.DANGER,
            "It’s been set aside and nothing was changed.",
            lead="One file couldn’t be trusted.",
            link="What to do",
        ),
        Banner(theme, Tone.OK, "Back-up finished and checked. 214 records."),
    )
    left = QWidget()
    left.setFixedWidth(theme.now.px(480))
    left.setLayout(Column(theme, _heading(theme, "Banners"), *banners, Stretch(), gap=2))
    dialog = leave_dialog(theme, window)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.setMinimumWidth(theme.now.px(452))
    circled.append(dialog.findChildren(Button)[0])
    frame = Card(theme, "", dialog, margins=(0, 0, 0, 0))
    frame.body.setContentsMargins(2, 2, 2, 2)
    frame.setFixedWidth(theme.now.px(452) + 4)
    row = Row(theme, left, _part(theme, "Dialog: safe choice first and focused", frame), Stretch(), gap=8)
    return Column(theme, row, Gap(5))


def leave_dialog(theme: ThemeSource, window: QWidget) -> Dialog:
    """The question whether to leave."""
    return Dialog(
        theme,
        window,
        "Candour",
        "Leave without sending?",
        "What you’ve written will be cleared from this screen and can’t be brought back. Nothing has been sent.",
        (Answer("stay", "Keep writing"), Answer("leave", "Clear and leave", ButtonKind.DESTRUCTIVE_OUTLINE)),
    )


def gifts(theme: ThemeSource) -> DataTable:
    """A table with three rows."""
    columns = (TableColumn("date", "Date", 3), TableColumn("what", "What", 7), TableColumn("decision", "Decision", 4))
    table = DataTable(theme, columns, name="Gifts and hospitality", fits=True)
    rows = (
        ("9 Mar 2026", "Theatre tickets, about £60", "To note"),
        ("4 Mar 2026", "Box of chocolates, under £10", "Approved"),
        ("27 Feb 2026", "Concert place from a supplier", "Turned down"),
    )
    small = "small"
    table.show_rows(
        [
            TableRow(day, (Cell(day, colour="text.secondary", role=small), Cell(what), Cell(decision, role=small)))
            for day, what, decision in rows
        ]
    )
    table.show_sorted("date", descending=True)
    table.selectRow(1)
    return table


def happened(theme: ThemeSource) -> TimelineView:
    """A timeline with a minor item, a tag and somebody's words."""
    items = (
        TimelineItem(
            id="1",
            icon=Icon.MESSAGE_CIRCLE,
            tone=Tone.SOFT,
            title="Beth Collier reported a concern",
            when="Thu 12 Mar, 15:12",
            body=STORY,
            quote=True,
        ),
        TimelineItem(id="2", icon=Icon.EYE, title="Priya Nair opened it", when="15:40", is_minor=True),
        TimelineItem(
            id="3",
            icon=Icon.SCALE,
            tone=Tone.OK,
            title="Decision: low-level concern",
            when="Fri 13 Mar, 09:10",
            body="Helen Marsh, with Priya Nair. LADO advice recorded.",
            tag=TagLook("Low-level", Tone.SOFT),
        ),
    )
    return TimelineView(theme, items, name="What has happened", fits=True)


def _records(theme: ThemeSource) -> QLayout:
    table = gifts(theme)
    table.setFixedWidth(theme.now.px(560))
    row = Row(theme, _part(theme, "Table", table), gap=7)
    timeline = Column(theme, _heading(theme, "Timeline"), Gap(2), happened(theme), Stretch())
    row.addLayout(timeline, 1)
    return row


def more(theme: ThemeSource) -> Sheet:
    """What picture 14 leaves out."""
    window = QWidget()
    columns = Row(theme, gap=6, margins=(0, 0, 6, 0))
    columns.add(navigation(theme))
    columns.addLayout(_inbox_column(theme), 4)
    columns.addLayout(_form_column(theme), 6)
    columns.addLayout(_aside_column(theme), 4)
    window.setLayout(columns)
    window.resize(theme.now.px(1700), theme.now.px(1500))
    return Sheet(window)


def navigation(theme: ThemeSource) -> SideNavigation:
    """The navigation of a reviewer."""
    items = (
        NavItem("inbox", Icon.INBOX, "Inbox", "Ctrl+1"),
        NavItem("people", Icon.USERS, "People", "Ctrl+2"),
        NavItem("patterns", Icon.CHART_SCATTER, "Patterns", "Ctrl+3"),
        NavItem("actions", Icon.LIST_CHECKS, "Actions", "Ctrl+4"),
        NavItem("registers", Icon.BOOK_OPEN, "Registers", "Ctrl+5"),
        NavItem("reports", Icon.FILE_CHART_COLUMN, "Reports", "Ctrl+6"),
        NavItem("audit", Icon.SCROLL_TEXT, "Audit", at_end=True),
        NavItem("settings", Icon.SETTINGS, "Settings", at_end=True),
        NavItem("help", Icon.CIRCLE_HELP, "Help", "F1", at_end=True),
    )
    head = QWidget()
    head.setLayout(
        Row(theme, Mark(theme), PlainLabel(theme, "Candour", "section"), Stretch(), gap=2, margins=(2, 0, 0, 3))
    )
    bar = SideNavigation(theme, items, name="Candour", head=head)
    bar.show_current("inbox")
    bar.show_badge("inbox", 3, urgent=True)
    bar.show_badge("patterns", 2)
    bar.show_badge("actions", 5)
    return bar


def inbox_rows() -> list[ListRow | GroupRow]:
    """Rows as in picture 05."""
    concern = TagLook("Concern", Tone.SOFT, Icon.MESSAGE_CIRCLE)
    return [
        GroupRow("A child may be at risk now", 1, is_alarm=True),
        ListRow(
            id="1",
            title="Sandra Okafor",
            when="Wed 16:40",
            line="“Raised my voice at a child in the dinner hall”",
            tags=(TagLook("About themselves", Tone.SELF, Icon.USER_ROUND),),
            clock=ClockLook("36 min left", Urgency.NOW),
        ),
        GroupRow("To decide", 2),
        ListRow(
            id="2",
            title="Callum Reid",
            when="Wed",
            line="Photographs taken on a personal phone",
            tags=(concern, TagLook("Anonymous")),
            clock=ClockLook("7 h 56 min left", Urgency.SOON),
        ),
        ListRow(
            id="3",
            title="Tom Ashby",
            when="Today 15:12",
            line="Drove a pupil home after chess club",
            tags=(concern,),
            clock=ClockLook("23 h 8 min left"),
        ),
        GroupRow("To note", 1),
        ListRow(
            id="4",
            title="Amira Hussain",
            when="Today 08:55",
            line="Theatre tickets from a parent, about £60, and a great many other words that do not fit",
            tags=(TagLook("Gift", Tone.WARN, Icon.GIFT),),
            clock=ClockLook("Reply by Tue 17 Mar"),
            is_unread=True,
        ),
    ]


def painted_rows(theme: ThemeSource) -> QListView:
    """Rows as the inbox paints them, in a list that does nothing else."""
    model = QStandardItemModel()
    for row in inbox_rows():
        item = QStandardItem(row.title)
        item.setData(row, ROW_ROLE)
        item.setData(row.spoken, Qt.ItemDataRole.AccessibleTextRole)
        model.appendRow(item)
    view = QListView()
    model.setParent(view)
    view.setModel(model)
    view.setItemDelegate(ListRowDelegate(theme, view))
    view.setAccessibleName("Inbox")
    view.setFrameShape(QFrame.Shape.NoFrame)
    return view


def _inbox_column(theme: ThemeSource) -> QLayout:
    rows = painted_rows(theme)
    rows.setCurrentIndex(rows.model().index(5, 0))
    search = LineInput(theme, icon=Icon.SEARCH, clearable=True, compact=True, width=Width.FULL)
    search.setAccessibleName("Search")
    search.setPlaceholderText("Search names, words, references")
    search.show_key("Ctrl K")
    filters = Segmented(theme, (Choice("you", "Needs you"), Choice("going", "In progress"), Choice("done", "Closed")))
    filters.setAccessibleName("Show")
    filters.set_value("you")
    key = Button(theme, "Hide screen", size=ButtonSize.SMALL, icon=Icon.EYE_OFF)
    key.show_key("F9")
    clock = ClockLabel(theme, ClockLook("22 h 58 min left"))
    steps = StepsBar(theme, 1, 3, "Step 1 of 3", wide=True)
    title = Row(theme, PlainLabel(theme, "Inbox", "screenTitle"), Stretch(), clock)
    return Column(theme, title, steps, search, filters, key, Growing(rows), gap=3, margins=(0, 5, 0, 5))


def _form_column(theme: ThemeSource) -> QLayout:
    area = TextArea(theme, lines=(4, 8))
    area.set_value(STORY)
    day = DateField(theme, {"10/3": date(2026, 3, 10)}.get, lambda: TODAY)
    day.set_value(date(2026, 3, 10))
    bands = (Choice("after", "After school"), Choice("exact", "A time I know"))
    time = TimeBandField(theme, bands, "exact")
    time.set_value(TimeOfDay("exact", "3.70"))
    time_field = Field(theme, "About what time?", time)
    time_field.show_error("Write the time like 15:20 or 3.20 pm")
    picker = PersonPicker(theme, lambda _typed: PEOPLE)
    picker.input.set_value("ash")
    chosen = PersonPicker(theme, lambda _typed: PEOPLE)
    chosen.set_value(PEOPLE[0])
    summary = ErrorSummary(theme)
    summary.show_errors(
        [
            AnswerError("day", "Choose a date that has already passed, or tick “I’m not sure of the date”"),
            AnswerError("time", "Write the time like 15:20 or 3.20 pm, or choose an estimate"),
        ]
    )
    steps = StepsBar(theme, 2, 6, "Question 2 of 6")
    back = LinkButton(theme, "Back", "bodyStaff", icon=Icon.ARROW_LEFT)
    number = PlainLabel(theme, "Share a concern · question 2 of 6", TextStyle("caption", "text.tertiary"))
    column = Column(theme, gap=4, margins=(0, 5, 0, 5))
    column.addLayout(Row(theme, back, Stretch(), number, steps, gap=2))
    column.add(
        summary,
        PlainLabel(theme, "What happened?", "pageTitle"),
        Field(theme, "In your own words", area, needed=True),
        Field(theme, "What day did it happen?", day),
        time_field,
        Field(theme, "Name or job", picker),
        Field(theme, "Who else was there?", chosen),
        _summary(theme),
        Stretch(),
    )
    return column


def _summary(theme: ThemeSource) -> SummaryList:
    rows = (
        SummaryRow("about", "About", "Tom Ashby, Year 4 teacher", "who it is about"),
        SummaryRow("what", "What happened", STORY, "what happened"),
        SummaryRow("when", "When", "Tuesday 10 March 2026, after school", "when it happened"),
    )
    return SummaryList(theme, rows)


def _aside_column(theme: ThemeSource) -> QLayout:
    ticks = CheckList(theme, (Choice("a", "Time alone with a child"), Choice("b", "Phones and photographs")))
    ticks.setAccessibleName("What kind of thing was it?")
    ticks.set_value(["a"])
    door = Door(
        icon=Icon.MESSAGE_CIRCLE,
        tone=Tone.SOFT,
        title="Share a concern about an adult",
        text="Something you saw, heard or were told. However small it seems.",
        note="About 5 minutes",
    )
    period = ComboChoice(theme, (Choice("12", "Last 12 months"), Choice("year", "This school year")), compact=True)
    period.set_value("12")
    soft = Surface("soft")
    soft.setLayout(Column(theme, PlainLabel(theme, "Soft", "section"), margins=(4, 3, 4, 3)))
    person = Row(theme, Avatar(theme, "Tom Ashby", large=True), PlainLabel(theme, "Tom Ashby", "screenTitle"), gap=3)
    return Column(
        theme,
        WhoCanOpen(theme, READERS),
        WhoCanOpen(theme, READERS, WhoForm.LINE),
        WhoCanOpen(theme, READERS, WhoForm.STRIP),
        DoorCard(theme, door),
        Field(theme, "Passphrase", PassphraseInput(theme)),
        Field(theme, "Period", period),
        Field(theme, "What kind of thing was it?", ticks),
        CheckBox(theme, "Show these names to staff", "People are more likely to speak up.", strong=True),
        person,
        PlainView(theme, STORY, name="What Beth Collier wrote"),
        soft,
        Stretch(),
        gap=4,
        margins=(0, 5, 0, 5),
    )
