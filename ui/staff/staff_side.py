# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole staff side as one widget: which page is shown, and what passes from one to the next.

A page that is left is thrown away, with everything that was typed on it; only a form that somebody wants to sign in for
waits, in memory, until they have.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.drafts import new_draft_name, save_draft
from desktop.faults import FaultWords, KnownError, explain_fault
from desktop.people import School
from desktop.sent import SentItem
from desktop.services import Candour
from desktop.session import Session
from desktop.telling import in_a_row
from ui.policies.reading import PolicyReading
from ui.shell.tasks import Tasks
from ui.staff.form_desk import FormDesk
from ui.staff.form_way import FormWay
from ui.staff.here import Here
from ui.staff.home_page import HomePage
from ui.staff.info_page import Info, info_page
from ui.staff.more_page import MorePage
from ui.staff.reading import ReadSchool, fetch_items, read_items, read_school
from ui.staff.renewing import Renewing
from ui.staff.replies_card import name_of
from ui.staff.return_words import Return
from ui.staff.returning import AfterPage, Returning
from ui.staff.sent_page import SentPage
from ui.staff.sign_in_page import SignInPage
from ui.staff.staff_pages import StaffPages
from ui.staff.start_page import StartPage
from ui.staff.ways_in import WaysIn
from ui.staff.words import Staff, say
from ui.theme.source import ThemeSource
from ui.widgets.toast import Toast

OFFER_EVERY_MS = 5 * 60_000
"""How often what waits on this computer is offered again (security.md 3.5)."""


class StaffSide(QWidget):
    """Start page, forms, what was sent. `school` is the directory as it was read last; it is read again at once."""

    sign_in_asked = Signal(str, object)
    """Somebody wants to sign in: their person id and the passphrase."""
    lock_asked = Signal()
    """The screen is to be locked."""
    hide_asked = Signal()
    """The screen is to be hidden."""
    help_page_asked = Signal(str)
    """This page of help is wanted."""
    help_asked = Signal()
    """Help is wanted for what is on the screen."""
    review_asked = Signal()
    """A reviewer goes back to the inbox."""
    settings_asked = Signal(str)
    """The settings of whoever is signed in are wanted: at this page, "" for the first."""
    turned_away = Signal()
    """Somebody was turned to child protection."""
    bug = Signal(object)
    """A fault of ours: the exception. What was typed is still on the page."""

    def __init__(self, theme: ThemeSource, tasks: Tasks, candour: Candour, school: School) -> None:
        super().__init__()
        self._theme = theme
        self._tasks = tasks
        self._here = Here(candour=candour, school=school)
        self._is_reviewer = False
        self._stack = StaffPages()
        self._pages = self._stack.shown
        self.forms = FormWay(theme, tasks, lambda: self._here, self._stack, self)
        self._toast = Toast(theme, self)
        self._returning = Returning(theme, tasks, self)
        self._renewing = Renewing(theme, tasks, self)
        self._policies = PolicyReading(theme, tasks, self)
        self._ways_in = WaysIn(theme, tasks, self)
        self.setLayout(self._stack)
        self._connect()
        self._clock = QTimer(self)
        self._clock.setInterval(OFFER_EVERY_MS)
        self._clock.timeout.connect(self._read_again)
        self._clock.start()
        self.show_start()

    # Called by the shell

    @property
    def has_words(self) -> bool:
        """Whether somebody who is not signed in has typed something that would be lost."""
        return self._here.session is None and self._stack.has_words

    @Slot()
    def show_start(self) -> None:
        """Nobody is signed in: clear everything, and show the first page. The directory is read again meanwhile."""
        self._here = replace(self._here, session=None)
        self._show_start_page()
        self._read_again()

    def begin_session(self, session: Session, *, is_reviewer: bool) -> None:
        """Somebody has signed in: what they had begun to write becomes a draft of theirs, and all pages are cleared.

        A reviewer sees the inbox next, which is not here; `show_home` and `forms` lead back.
        """
        self._here = replace(self._here, session=session)
        self._is_reviewer = is_reviewer
        desk = self._stack.desk
        if desk is not None and desk.filling.has_words:
            save = partial(save_draft, session, new_draft_name(), desk.draft())
            self._tasks.run(self, save, _nothing, self._on_error)
        self._stack.clear()

    def show_home(self, session: Session) -> None:
        """Show the first page of somebody signed in; what they have sent is read meanwhile, then fetched and read."""
        if self._here.session is not session:
            self.begin_session(session, is_reviewer=session.is_reviewer)
        home = HomePage(self._theme, self._here, is_reviewer=self._is_reviewer)
        home.form_asked.connect(self.forms.start)
        home.draft_asked.connect(self.forms.take_up)
        home.details_asked.connect(self._on_details)
        home.ties.asked.connect(self.forms.show)
        home.ties.all_right.connect(partial(self._renewing.ask, home, self._here))
        home.lock_asked.connect(self.lock_asked)
        home.review_asked.connect(self.review_asked)
        home.settings_asked.connect(self.settings_asked)
        home.info_asked.connect(self._on_info)
        home.to_read.asked.connect(partial(self._policies.show, self._here))
        self._stack.put(home)
        self._read_home(home, session)
        self._read_again()

    def refresh(self) -> None:
        """Read again what the first page of somebody signed in shows."""
        page = self._pages[-1] if self._pages else None
        if isinstance(page, HomePage) and self._here.session is not None:
            self._read_home(page, self._here.session)

    def _read_home(self, home: HomePage, session: Session) -> None:
        for read in (read_items, fetch_items):
            self._tasks.run(home, partial(read, session), home.show_items, self._on_home_error)

    @Slot()
    def show_invitation(self) -> None:
        """Show where somebody sets up their own sign-in on this computer, over the page that is shown."""
        self._ways_in.accept_invitation(self._here)

    def show_sign_in_fault(self, words: FaultWords, wait_seconds: int) -> None:
        """Say that signing in did not work, and for how many seconds it cannot be tried again."""
        page = self._pages[-1] if self._pages else None
        if isinstance(page, StartPage | SignInPage):
            page.sign_in.show_fault(words, wait_seconds)

    def keep_draft(self) -> None:
        """Save what somebody signed in is writing, before the screen is locked: the task is asked for, not done yet."""
        for page in self._pages:
            if isinstance(page, FormDesk | MorePage):
                page.save_draft()

    # Pages

    def _show_start_page(self) -> None:
        start = StartPage(self._theme, self._here)
        start.form_asked.connect(self.forms.start)
        start.info_asked.connect(self._on_info)
        start.sign_in.sign_in_asked.connect(self.sign_in_asked)
        start.sign_in.forgotten.connect(self.show_forgotten)
        start.come_back_asked.connect(self._on_come_back)
        start.invitation_asked.connect(self.show_invitation)
        start.clock.carries_on.connect(self._carry_on)
        start.clock.help_asked.connect(self.help_page_asked)
        self._stack.put(start)

    @Slot()
    def _carry_on(self) -> None:
        self._here = replace(self._here, carries_on=True)

    @Slot()
    def _show_first(self) -> None:
        """The page that whoever sits here begins with."""
        if self._here.session is None:
            self.show_start()
        else:
            self.show_home(self._here.session)

    # What the pages ask for

    @Slot()
    def _on_come_back(self) -> None:
        self._returning.ask_phrase(self._here)

    @Slot(object)
    def _on_info(self, info: Info) -> None:
        if info is Info.POLICIES:
            self._policies.show_list(self._here)
            return
        page = info_page(self._theme, self._tasks, self._here, info)
        page.left.connect(self._stack.go_back)
        self._stack.put(page, over=True)

    @Slot(object)
    def _on_details(self, item: SentItem) -> None:
        page = SentPage(self._theme, self._here, item)
        page.left.connect(self._stack.go_back)
        if self._here.session is not None:
            page.more_asked.connect(partial(self._returning.say_more, self._here, self._here.session, item))
        self._stack.put(page, over=True)

    @Slot()
    def _on_sign_in_later(self) -> None:
        self._ways_in.sign_in(self._here)

    @Slot()
    def show_forgotten(self) -> None:
        """Show how to come back in with a recovery kit, or a backup, over the page that is shown."""
        self._ways_in.come_back(self._here)

    def _connect(self) -> None:
        self._stack.hide_asked.connect(self.hide_asked)
        self._stack.help_asked.connect(self.help_asked)
        self.forms.finished.connect(self._show_first)
        self.forms.sign_in_asked.connect(self._on_sign_in_later)
        self.forms.other_ways_asked.connect(partial(self._on_info, Info.OTHER_WAYS))
        self.forms.copied.connect(partial(self._toast.show_note, say(Staff.COPIED)))
        self.forms.turned_away.connect(self.turned_away)
        self._renewing.renewed.connect(self.refresh)
        self._renewing.renewed.connect(self._toast.show_note)
        self._policies.said.connect(self._toast.show_note)
        self._policies.confirmed.connect(self.refresh)
        self._policies.question_asked.connect(partial(self.forms.start, "advice"))
        self._ways_in.sign_in_asked.connect(self.sign_in_asked)
        self._ways_in.forgotten.connect(self.show_forgotten)
        for pages in (self._policies, self._ways_in):
            pages.page_made.connect(partial(self._stack.put, over=True))
            pages.left.connect(self._stack.go_back)
        for way in (self.forms, self._policies, self._ways_in, self._renewing, self._returning):
            way.bug.connect(self.bug)
        self._returning.page_made.connect(self._on_page_made)
        self._returning.left.connect(self._stack.go_back)
        self._returning.finished.connect(self._show_first)
        self._returning.added.connect(self._on_added)

    @Slot(object)
    def _on_page_made(self, page: AfterPage) -> None:
        self._stack.put(page, over=isinstance(page, MorePage))

    @Slot(object)
    def _on_added(self, item: SentItem) -> None:
        """A member has said more: their list is read anew, and says so."""
        self._show_first()
        names = [name_of(self._here, each) for each in item.readers]
        self._toast.show_note(say(Return.ADDED_TOAST, names=in_a_row(names, say(Staff.AND))))

    # What was read

    @Slot()
    def _read_again(self) -> None:
        """Read the directory again, and offer what still waits to go from this computer."""
        self._tasks.run(self, partial(read_school, self._here.candour), self._on_school, self._on_start_error)

    def _on_school(self, read: ReadSchool) -> None:
        """The directory was read again: show the first page anew where it has changed, unless it has been left."""
        school, fault, confirmed_on = read
        is_new = school != self._here.school
        self._here = replace(self._here, school=school, confirmed_on=confirmed_on)
        if is_new and self._pages and isinstance(self._pages[-1], StartPage):
            self._show_start_page()
        if self._pages and isinstance(self._pages[-1], StartPage):
            self._pages[-1].show_reach(fault)

    def _on_start_error(self, error: Exception) -> None:
        # A directory that cannot be read again is shown by what comes next; until then the last one holds.
        if not isinstance(error, KnownError):
            self.bug.emit(error)

    def _on_home_error(self, error: Exception) -> None:
        page = self._pages[0] if self._pages else None
        if isinstance(error, KnownError) and isinstance(page, HomePage):
            fault = explain_fault(error)
            page.show_fault(fault.happened, fault.do)
        else:
            self._on_error(error)

    def _on_error(self, error: Exception) -> None:
        self.bug.emit(error)


def _nothing(_: None) -> None:
    """It is saved: the home page reads it."""
