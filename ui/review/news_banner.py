# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one banner over all pages: the most serious of what a look at the shared folder brought to light."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.clocks import london_day, time_words
from desktop.faults import other_school_words
from desktop.synced import Alarm
from ui.review.changes_view import change_words
from ui.review.coded_words import AlarmAdvice, AlarmWords, coded
from ui.review.records import News
from ui.review.words import Said, say, say_count
from ui.settings.reminder import contact_words, kit_words
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.banner_actions import BannerActions
from ui.widgets.layouts import Column

_CLOCK = frozenset({Alarm.CLOCK_BEHIND})
_MILDER = frozenset({Alarm.NEWER_CANDOUR, *_CLOCK})
"""What is told, and is no sign that somebody has changed something."""


@dataclass(frozen=True, slots=True)
class Message:
    """What the banner says. With `link` there is a way to what was set aside, or to `page` of the settings.

    With `help` it can be put away until the next start, and that page of help says how to mend it.
    """

    tone: Tone
    lead: str
    text: str
    link: str = ""
    page: str = ""
    help: str = ""


class NewsBanner(QWidget):
    """The banner, hidden while there is nothing to say. The same message again is not announced again."""

    aside_asked = Signal()
    """The page of what was set aside is wanted."""
    settings_asked = Signal(str)
    """A page of the settings is wanted."""
    help_asked = Signal(str)
    """A page of help is wanted."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._shown: Message | None = None
        self._reached_at: datetime | None = None
        self._reminds = True
        self._carries_on = False
        self._banner = Banner(theme, Tone.INFO, "")
        self._banner.hide()
        self._banner.link_followed.connect(self._follow)
        self._actions = BannerActions(theme, say(Said.CARRY_ON), say(Said.HOW_TO_FIX))
        self._actions.carry_on.connect(self._carry_on)
        self._actions.how_to_fix.connect(self._ask_help)
        self._banner.add_actions(self._actions)
        self._theme = theme
        self._forced: tuple[str, ...] = ()
        self._above = Column(theme, gap=2)
        self.setLayout(Column(theme, self._above, self._banner, gap=2, margins=(5, 3, 5, 3)))
        self.hide()

    def show_news(self, news: News, now: datetime) -> None:
        """Say what is most serious, or nothing."""
        if news.synced.is_reachable:
            self._reached_at = now
        self._show_forced(tuple(change_words(change, london_day(now)) for change in news.forced))
        if self._carries_on:
            alarms = tuple(alarm for alarm in news.synced.alarms if alarm not in _CLOCK)
            news = replace(news, synced=replace(news.synced, alarms=alarms))
        self._show(message_of(news, self._reached_at))

    def show_fault(self, sentence: str) -> None:
        """Say why the shared folder could not be looked at."""
        self._show(Message(Tone.WARN, "", sentence))

    def let_remind(self, *, reminds: bool) -> None:
        """Show reminders or leave them out: they can wait while a record is read."""
        self._reminds = reminds
        self._reveal()

    def take_focus(self) -> None:
        """Move the keyboard to the link, if there is one (F8)."""
        for child in self._banner.findChildren(QWidget):
            if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                child.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, message: Message | None) -> None:
        if message is not None and message != self._shown:
            self._banner.show_message(message.tone, message.text, lead=message.lead, link=message.link)
        self._shown = message
        self._actions.setVisible(message is not None and bool(message.help))
        self._reveal()

    @Slot()
    def _carry_on(self) -> None:
        self._carries_on = True
        self._show(None)

    @Slot()
    def _ask_help(self) -> None:
        if self._shown is not None:
            self.help_asked.emit(self._shown.help)

    def _reveal(self) -> None:
        is_said = self._shown is not None and (self._reminds or not self._shown.page)
        self._banner.setVisible(is_said)
        self.setVisible(is_said or bool(self._forced))

    @Slot()
    def _follow(self) -> None:
        if self._shown is not None and self._shown.page:
            self.settings_asked.emit(self._shown.page)
        else:
            self.aside_asked.emit()

    def _show_forced(self, said: tuple[str, ...]) -> None:
        """What nobody had to approve stands above everything, in red, and never goes (security.md 3.2)."""
        for words in said[len(self._forced) :]:
            self._above.add(Banner(self._theme, Tone.DANGER, words))
        self._forced = said


def message_of(news: News, reached_at: datetime | None) -> Message | None:
    """The most serious of the messages that hold; None when all is well. Pure."""
    if serious := _alarming(news) or _untrusted(news):
        return serious
    if milder := next((alarm for alarm in news.synced.alarms if alarm in _MILDER), None):
        return _alarm_message(Tone.WARN, milder)
    if news.aside.not_arrived:
        return Message(Tone.WARN, say(Said.MISSING_LEAD), say(Said.MISSING_MORE), say(Said.WHAT_TO_DO))
    if told := _to_ask_about(news):
        return told
    return _reminding(news) if news.synced.is_reachable else _out_of_reach(news, reached_at)


def _out_of_reach(news: News, reached_at: datetime | None) -> Message:
    if foreign := other_school_words(news.synced.fault):
        return Message(Tone.WARN, foreign.happened, f"{foreign.record} {foreign.do}")
    more = say(Said.OUT_OF_REACH_MORE, time=time_words(reached_at)) if reached_at else say(Said.OUT_OF_REACH_NEVER)
    return Message(Tone.INFO, say(Said.OUT_OF_REACH), more)


def _alarming(news: News) -> Message | None:
    alarms = (alarm for alarm in news.synced.alarms if alarm not in _MILDER)
    return next((_alarm_message(Tone.DANGER, alarm) for alarm in alarms), None)


def _untrusted(news: News) -> Message | None:
    """Files that could not be trusted. What waits for an update is no such file."""
    count = sum(not file.is_newer for file in news.aside.files)
    if not count:
        return None
    lead = say_count(Said.ASIDE_ONE, Said.ASIDE_SOME, count)
    more = say(Said.ASIDE_ONE_MORE if count == 1 else Said.ASIDE_SOME_MORE)
    return Message(Tone.WARN, lead, more, say(Said.WHAT_TO_DO))


def _alarm_message(tone: Tone, alarm: Alarm) -> Message:
    page = "clock" if alarm in _CLOCK else ""
    return Message(tone, coded(AlarmWords, alarm.value), coded(AlarmAdvice, alarm.value), help=page)


def _to_ask_about(news: News) -> Message | None:
    """Somebody who opened records about many people, or a list of people that nobody has confirmed for long."""
    if news.noticed:
        return Message(Tone.WARN, news.noticed[0], say(Said.NOTICED_MORE))
    if news.synced.days_unconfirmed is None:
        return None
    lead = say(Said.LIST_IS_OLD, count=str(news.synced.days_unconfirmed))
    return Message(Tone.WARN, lead, say(Said.LIST_IS_OLD_MORE))


def _reminding(news: News) -> Message | None:
    """What there is to do about one's own kit, or about the school's contacts."""
    told = None if news.forced else kit_words(news.kit) or contact_words(news.to_check)
    return Message(Tone.INFO, told.lead, told.text, told.link, told.page) if told else None
