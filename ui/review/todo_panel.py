# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a record still lacks, each with the act that brings it; or that nothing is missing, and it has closed."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.cases.acting import refusal_words
from desktop.cases.actions import Action
from desktop.cases.case import Missing, Phase
from desktop.cases.deciders import barring
from desktop.cases.limits import REVIEW, Limit
from desktop.cases.moments import long_day_words, sentence_words
from desktop.cases.page import CasePage, Part
from desktop.cases.rules import closed_here
from ui.review.act_panel import Begun
from ui.review.coded_words import MissingWords, coded
from ui.review.open_line import OpenLine
from ui.review.panel import Panel
from ui.review.report_view import note_line
from ui.review.standing_view import DisagreeLink, StandingView, leaving_out, may_disagree
from ui.review.standing_words import Stand
from ui.review.story_looks import action_tag, action_words
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.card import Line
from ui.widgets.labels import PlainLabel
from ui.widgets.text_flow import TextStyle
from ui.widgets.words import names_in_a_row

_DECISION = "decision"
_ACTS: Mapping[Missing, str] = {
    Missing.LADO: "lado_consultation",
    Missing.LADO_REFERENCE: "lado_reference",
    Missing.FINAL_DECISION: _DECISION,
    Missing.EMPLOYER: "employer_told",
    Missing.OUTCOME: "outcome",
    Missing.FEEDBACK: "feedback",
    Missing.LEARNING: "learning",
}
"""The act that brings what is missing."""

_SMALL = TextStyle("small", "text.secondary")


class TodoPanel(Panel):
    """The panel that stands beside a record while nothing else does."""

    begun = Signal(object)
    """An act is to be begun: a Begun."""
    decision_asked = Signal()
    """The decision, or what prepares it, is to be begun."""

    def __init__(self, theme: ThemeSource, page: CasePage) -> None:
        super().__init__(theme, say(Said.STILL_TO_DO), corner=QWidget())
        self._page = page
        self.show_content(*self._items())

    def _items(self) -> list[QWidget]:
        page = self._page
        if closed := closed_here(page.case, page.desk):
            return [note_line(self._theme, Icon.INFO, refusal_words()[closed])]
        if page.part is Part.READS:
            is_aside = page.desk.me in page.case.aside
            return [note_line(self._theme, Icon.INFO, say(Said.STOOD_ASIDE if is_aside else Said.READ_ONLY))]
        if page.case.phase is Phase.TO_DECIDE:
            return self._barred() if page.part is Part.BARRED else [*self._second_person(), *self._undecided()]
        if page.case.phase is Phase.NOTED:
            return [note_line(self._theme, Icon.INFO, say(Said.NOTHING_TO_DECIDE)), *self._may_still_decide()]
        if not page.case.missing:
            return [*self._decided(), self._closed(), *self._review()]
        return [*self._decided(), *self._second_person(), *self._review(), *self._missing()]

    def _barred(self) -> list[QWidget]:
        """Why this reader has no part in the decision, which only they are told, and what they can do."""
        why = barring(self._page.case, self._page.desk)
        button = Button(self._theme, say(Said.STAND_ASIDE), icon=Icon.USER_ROUND_X)
        button.clicked.connect(self._stand_aside)
        words = [note_line(self._theme, Icon.BAN, refusal_words()[why], Tone.WARN)] if why else []
        return [*words, button]

    @Slot()
    def _stand_aside(self) -> None:
        self.begun.emit(Begun("recusal"))

    def _undecided(self) -> list[QWidget]:
        track, people = self._page.case.track, self._page.desk.school.people
        if not track.prepared_by and self._page.part is not Part.DECIDES:
            names = [people[each].name for each in sorted(self._page.case.deciders) if each in people]
            return [note_line(self._theme, Icon.HOURGLASS, say(Said.DECIDES, names=names_in_a_row(names)))]
        prepared = self._page.case.triage is not None and self._page.part is Part.PREPARES
        decider = self._page.decider
        words = say(Said.WAITING_FOR, name=decider) if prepared and decider else coded(MissingWords, "decision")
        more = say(Said.WAITING_FOR_MORE) if prepared else ""
        button = Button(self._theme, say(Said.PREPARE_AGAIN if prepared else Said.START_DECISION), icon=Icon.SCALE)
        button.clicked.connect(self.decision_asked)
        remark = [PlainLabel(self._theme, more, _SMALL, wrap=True)] if more else []
        return [note_line(self._theme, Icon.HOURGLASS, words), *remark, button]

    def _may_still_decide(self) -> list[QWidget]:
        """What is only noted, by the school's own limits, can be decided all the same."""
        if self._page.case.track.prepared_by or self._page.part is not Part.DECIDES:
            return []
        button = Button(self._theme, say(Said.START_DECISION), icon=Icon.SCALE)
        button.clicked.connect(self.decision_asked)
        return [button]

    def _decided(self) -> list[QWidget]:
        decision = self._page.case.decision
        item = self._page.story.item(decision.eid) if decision else None
        if decision is None or item is None:
            return []
        person = self._page.desk.school.people.get(decision.author) if decision.author else None
        when = sentence_words(decision.at, self._page.today)
        by = say(Said.DECIDED_BY, name=person.name if person else "", when=when)
        words = [
            PlainLabel(self._theme, item.label, "cardTitle", wrap=True),
            PlainLabel(self._theme, by, _SMALL, wrap=True),
        ]
        return [*words, *self._disagree(decision.eid, item.label), Line(self._theme)]

    def _disagree(self, eid: str, about: str) -> list[QWidget]:
        if not may_disagree(self._page):
            return []
        link = DisagreeLink(self._theme, eid, about)
        link.begun.connect(self.begun)
        return [link]

    def _closed(self) -> QWidget:
        return Banner(self._theme, Tone.OK, say(Said.IS_CLOSED_MORE), lead=say(Said.IS_CLOSED))

    def _second_person(self) -> list[QWidget]:
        """Whose agreement is waited for."""
        waiting = self._page.case.sign_off
        if waiting is None:
            return []
        view = StandingView(self._theme, self._page, waiting)
        view.begun.connect(self.begun)
        return [view, Line(self._theme)]

    def _review(self) -> list[QWidget]:
        """The day on which the matter is looked at again, which stands also while nothing else is missing."""
        due = self._page.limits.get(Limit.REVIEW)
        if due is None:
            return []
        words = say(Said.REVIEW_ON, day=long_day_words(due.due_day, self._page.today))
        line = OpenLine(self._theme, Begun(REVIEW), words, say(Said.REVIEW_NOW))
        line.begun.connect(self.begun)
        return [line, Line(self._theme)]

    def _missing(self) -> list[QWidget]:
        case = self._page.case
        lines: list[QWidget] = []
        for missing, kind in _ACTS.items():
            if missing in case.missing:
                lines += [self._open_line(missing, kind), Line(self._theme)]
            elif kind != _DECISION and case.of_kind(kind):
                words = coded(MissingWords, missing.value)
                lines += [note_line(self._theme, Icon.CIRCLE_CHECK, words, Tone.OK), Line(self._theme)]
        for action in case.actions:
            if action.is_open:
                lines += [self._action_line(action), Line(self._theme)]
        return [*lines, PlainLabel(self._theme, say(Said.CLOSES_ITSELF), _SMALL, wrap=True)]

    def _open_line(self, missing: Missing, kind: str) -> QWidget:
        words = coded(MissingWords, missing.value)
        line = OpenLine(self._theme, Begun(kind), words, say(Said.DO_IT))
        if kind != _DECISION:
            line.begun.connect(self.begun)
        else:
            line.begun.connect(self.decision_asked)
        leave = leaving_out(self._page, missing)
        if leave is not None:
            link = say(Stand.LEAVE_OUT)
            line.offer(link, f"{link}: {words}", leave)
        return line

    def _action_line(self, action: Action) -> QWidget:
        words = say(Said.ACTION_OPEN, what=action.what)
        begun = Begun("action_update", fixed={"action": action.eid}, about=action.what)
        line = OpenLine(
            self._theme, begun, words, say(Said.UPDATE_ACTION), action_words(action, self._page.desk.school)
        )
        look = action_tag(action, self._page.today)
        if look:
            line.show_tag(look)
        line.begun.connect(self.begun)
        line.button.setAccessibleName(f"{say(Said.UPDATE_ACTION)}: {action.what}")
        return line
