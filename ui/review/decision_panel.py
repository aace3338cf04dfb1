# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The decision in three steps: could it meet the harm threshold, what is it, why (ux.md R3, picture 06).

Whoever prepares fills in the triage, whoever decides the decision; both have the same steps. The rules of the case are
asked as soon as their answers are there, so that nobody writes a reason for what can't be recorded.
"""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.cases.acting import refusal_words
from desktop.cases.case import lado_was_asked
from desktop.cases.page import CasePage, Part, kind_of_decision, second_reader
from desktop.cases.refusals import Refusal
from desktop.cases.rules import refusal
from desktop.clocks import countdown
from desktop.forms import Page
from desktop.people import Role
from ui.forms.form_page import FormPage
from ui.forms.kit import FormKit
from ui.review.act_form import ActForm
from ui.review.due_banner import is_overdue
from ui.review.limbs_view import LimbsView, around_limbs
from ui.review.looks import clock_look
from ui.review.panel import Panel
from ui.review.records import Records, Refused
from ui.review.report_view import note_line
from ui.review.standing_view import send_words
from ui.review.words import Said, say, say_count
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.announcing import announce
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind
from ui.widgets.clock_label import ClockLabel
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Gap
from ui.widgets.link_button import LinkButton
from ui.widgets.steps_bar import StepsBar
from ui.widgets.text_flow import TextStyle

_STEPS = ("threshold", "what_is_it", "why")
_HISTORY = "history_viewed"


class WayOut(Enum):
    """What may help where a rule says no. The value says it."""

    LADO = Said.RECORD_LADO
    WITHOUT_ADVICE = Said.WITHOUT_ADVICE
    EARLIER = Said.SHOW_THEM
    SHARE = Said.SHARE


_WAYS_OUT: Mapping[Refusal, tuple[WayOut, ...]] = {
    Refusal.LADO_FIRST: (WayOut.LADO, WayOut.WITHOUT_ADVICE),
    Refusal.LADO_NOT_ON_RECORD: (WayOut.LADO,),
    Refusal.ALWAYS_THRESHOLD: (WayOut.LADO, WayOut.WITHOUT_ADVICE),
    Refusal.EARLIER_RECORDS_UNSEEN: (WayOut.EARLIER,),
    Refusal.DECLARED_TIE: (WayOut.SHARE,),
    Refusal.OWN_REPORT: (WayOut.SHARE,),
}


class DecisionPanel(Panel):
    """The panel. It keeps what is half-written as a draft of the record, and comes back to it.

    With `quiet` it stands there without taking the keyboard.
    """

    recorded = Signal(object)
    """It is in the record: the CasePage as it is now."""
    way_out_asked = Signal(object)
    """A rule says no, or something has to come first: the WayOut that was chosen."""
    late_reason_asked = Signal()
    """What held it up is to be said."""
    triage_asked = Signal(str)
    """The triage before the decision is to be read: its id."""

    def __init__(
        self, theme: ThemeSource, kit: FormKit, records: Records, page: CasePage, *, quiet: bool = False
    ) -> None:
        self._go_on = Button(theme, say(Said.CONTINUE), ButtonKind.PRIMARY)
        self._second = Button(theme, say(Said.CONTINUE))
        self._back = Button(theme, say(Said.BACK))
        self._later = Button(theme, say(Said.SAVE_LATER), ButtonKind.QUIET)
        corner = _clock(theme, page, records)
        buttons = (self._go_on, self._second, self._back, self._later)
        super().__init__(theme, say(Said.DECISION), buttons, corner=corner)
        self._kit = kit
        self._records = records
        self._page = page
        self._step = 0
        self._is_quiet = quiet
        self._limbs: LimbsView | None = None
        self._pages: list[Page] = []
        self._drawn: list[FormPage] = []
        spec = page.desk.meaning.forms["decision" if page.part is Part.DECIDES else "triage"]
        fixed = {} if page.earlier else {_HISTORY: True}
        self.form = ActForm(kit, records, page, spec, fixed, "decision")
        self._build_head()
        self._refusal = Banner(theme, Tone.WARN, "")
        self._agreement = Banner(theme, Tone.WARN, "")
        self._ways: list[_WayLink] = []
        self._connect()
        records.load_draft(self, page.case_id, "decision", self._begin)

    def _build_head(self) -> None:
        theme = self._theme
        self._bar = StepsBar(theme, 1, len(_STEPS), "", wide=True)
        self._where = PlainLabel(theme, "", TextStyle("small", "text.secondary"), wrap=True)
        part = note_line(theme, Icon.USER_ROUND, _part_words(self._page))
        self.head.add(Gap(1), self._bar, Gap(1), self._where, part)

    def _connect(self) -> None:
        self._go_on.clicked.connect(self.go_on)
        self.went_on.connect(self.go_on)
        self._second.clicked.connect(self._continue)
        self._back.clicked.connect(self._go_back)
        self._later.clicked.connect(self.closed)

    def _begin(self, draft: Mapping[str, object]) -> None:
        self.form.take(draft)
        self._show_step()

    # Steps

    def refresh(self, page: CasePage) -> None:
        """Take the record as it is now. What stands here is drawn again only if it is another thing to decide."""
        before, self._page = _matters(self._page), page
        if _matters(page) != before:
            self._show_step()

    def wake(self) -> None:
        """Take the keyboard after all, if not at once then when the draft has been read."""
        self._is_quiet = False
        self.take_focus()

    @override
    def focus_first(self) -> None:
        if self._limbs is not None:
            self._limbs.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._drawn:
            self._drawn[0].focus_first()

    def leave(self) -> None:
        """Keep what was typed: somebody goes elsewhere."""
        self.form.keep()

    def _show_step(self) -> None:
        pages = [self.form.spec.page(_STEPS[self._step])]
        if self._step == 2 and self.form.spec.form_id == "decision" and self._page.case.triage:
            pages.append(self.form.spec.page("triage"))
        self._limbs = self._made_limbs(pages[0]) if self._step == 0 else None
        if self._limbs is not None:
            pages = list(around_limbs(pages[0], self._page.desk.meaning.limbs))
        self._pages = pages
        self._drawn = [self.form.form_page(page) for page in pages]
        for drawn, page in zip(self._drawn, pages, strict=True):
            drawn.title.setHidden(page.page_id in _STEPS)
        for drawn in self._drawn:
            drawn.submitted.connect(self.go_on)
            drawn.answered.connect(self._show_buttons)
        self._refusal = Banner(self._theme, Tone.WARN, "")
        self._refusal.hide()
        self._agreement = Banner(self._theme, Tone.WARN, "", icon=Icon.USER_ROUND_CHECK)
        self._agreement.hide()
        self._ways = [_WayLink(self._theme, way) for way in WayOut]
        for link in self._ways:
            link.hide()
            link.followed.connect(self.way_out_asked)
        limbs = [self._limbs] if self._limbs is not None else []
        self.show_content(*self._before(), *limbs, *self._drawn, self._agreement, self._refusal, *self._ways)
        self._say_step()
        self._show_buttons()
        if not self._is_quiet:
            self.take_focus()
        self._is_quiet = False

    def _made_limbs(self, page: Page) -> LimbsView:
        meaning = self._page.desk.meaning
        limbs = LimbsView(self._kit, self.form.filling, page, meaning.limbs, self.form.words)
        limbs.submitted.connect(self.go_on)
        limbs.answered.connect(self.form.edited)
        limbs.answered.connect(self._show_buttons)
        return limbs

    def _say_step(self) -> None:
        done, total = str(self._step + 1), str(len(_STEPS))
        words = say(Said.STEP_TITLE, done=done, total=total, title=self._drawn[0].title.words)
        self._bar.show_step(self._step + 1, len(_STEPS), say(Said.STEP_OF, done=done, total=total))
        self._where.show_words(words)
        if not self._is_quiet:
            announce(self, words)

    def _before(self) -> list[QWidget]:
        """What stands above the questions of this step."""
        above: list[QWidget] = []
        if self._step == 0:
            above += self._late()
            above += self._prepared()
        if self._page.unseen_earlier:
            above.append(self._unseen())
        return above

    def _late(self) -> list[QWidget]:
        late = self._page.row.decide_by is not None and is_overdue(self._page.decide, self._records.now())
        if not late or self._page.case.of_kind("late_reason"):
            return []
        banner = Banner(
            self._theme, Tone.DANGER, say(Said.LATE_MORE), lead=say(Said.LATE_LEAD), link=say(Said.LATE_LINK)
        )
        banner.link_followed.connect(self.late_reason_asked)
        return [banner]

    def _prepared(self) -> list[QWidget]:
        triage = self._page.case.triage
        item = self._page.story.item(triage.eid) if triage else None
        if item is None or item.is_mine or self._page.part is not Part.DECIDES:
            return []
        person = self._page.desk.school.people.get(item.author) if item.author else None
        words = say(Said.PREPARED_BY, name=person.name if person else "", outcome=item.label)
        banner = Banner(self._theme, Tone.INFO, words, link=say(Said.READ_TRIAGE), icon=Icon.SCALE)
        banner.link_followed.connect(self._ask_triage)
        return [banner]

    def _unseen(self) -> QWidget:
        unseen = len(self._page.unseen_earlier)
        words = say_count(Said.LOOK_EARLIER_ONE, Said.LOOK_EARLIER, unseen)
        link = say(Said.SHOW_IT if unseen == 1 else Said.SHOW_THEM)
        banner = Banner(self._theme, Tone.WARN, "", lead=words, link=link, icon=Icon.HISTORY)
        banner.link_followed.connect(self._ask_earlier)
        return banner

    @property
    def _waits_for_lado(self) -> bool:
        """Whether one of the four is "yes" or "not sure", and nobody has asked the LADO."""
        asks = self._page.desk.meaning.asks_the_lado(self.form.filling.kept)
        return asks and not lado_was_asked(self._page.case)

    @Slot()
    def _show_buttons(self) -> None:
        """Offer what this step allows: the LADO's advice comes before going on where it has to be asked."""
        for drawn in self._drawn:
            drawn.refresh()
        lado = self._step == 0 and self._waits_for_lado
        last = self._step == len(_STEPS) - 1
        second = second_reader(self._page, self.form.filling.kept.get("outcome")) if self._step else ""
        record = send_words(second) or self.form.spec.button
        words = record if last else say(Said.CONTINUE)
        self._agreement.show_message(Tone.WARN, say(Said.NEEDS_SECOND, name=second))
        self._agreement.setVisible(bool(second))
        self._go_on.show_text(say(Said.RECORD_LADO) if lado else words)
        bar = self.bar
        if bar is not None:
            bar.offer(self._second, offered=lado)
            bar.offer(self._back, offered=self._step > 0)
            bar.offer(self._later, offered=not lado)
        self._show_ways((WayOut.WITHOUT_ADVICE,) if lado else ())

    def _show_ways(self, ways: tuple[WayOut, ...]) -> None:
        for link in self._ways:
            link.setVisible(link.way in ways)

    # Going on

    @Slot()
    def go_on(self) -> None:
        """Press the first button: the LADO's advice, the next step, or the record."""
        if self._go_on.is_busy:
            return
        if self._step == 0 and self._waits_for_lado and not self._findings():
            self.form.keep()
            self.way_out_asked.emit(WayOut.LADO)
        else:
            self._continue()

    @Slot()
    def _continue(self) -> None:
        if self._findings() or (self._step > 0 and self._says_no()):
            return
        if self._step < len(_STEPS) - 1:
            self._step += 1
            self.form.keep()
            self._show_step()
            return
        self._go_on.set_busy(say(Said.RECORDING))
        answers = self.form.filling.kept
        kind = kind_of_decision(self._page, answers.get("outcome"))
        self._records.act(self, self._page.case_id, kind, answers, (self._done, self._fail))

    def _findings(self) -> bool:
        """Show what has to be looked at again in this step; says whether there is anything."""
        found = self.form.findings()
        shown = self._limbs is not None and self._limbs.show_findings(found)
        for drawn, page in zip(self._drawn, self._pages, strict=True):
            names = {field.name for field in page.fields}
            here = [finding for finding in found if finding.field in names]
            drawn.show_findings(here)
            shown = shown or bool(here)
        return shown

    def _says_no(self) -> bool:
        """Ask the rules of the case, and show why not and what helps."""
        answers = self.form.filling.kept
        kind = kind_of_decision(self._page, answers.get("outcome"))
        why = refusal(self._page.case, kind, answers, self._page.desk)
        self._refusal.setVisible(why is not None)
        self._show_ways(_WAYS_OUT.get(why, ()) if why else ())
        if why is not None:
            self._refusal.show_message(Tone.WARN, refusal_words()[why])
        return why is not None

    @Slot()
    def _go_back(self) -> None:
        self._step = max(0, self._step - 1)
        self._show_step()

    def _done(self, page: CasePage) -> None:
        self.form.done()
        self.recorded.emit(page)

    def _fail(self, refused: Refused) -> None:
        self._go_on.set_ready()
        if refused.findings:
            self._step = next((n for n, step in enumerate(_STEPS) if step == refused.findings[0].page), self._step)
            self._show_step()
            self._drawn[0].show_findings(refused.findings)
        else:
            self._refusal.show_message(Tone.WARN, refused.sentence)
            self._refusal.show()

    @Slot()
    def _ask_triage(self) -> None:
        if self._page.case.triage:
            self.triage_asked.emit(self._page.case.triage.eid)

    @Slot()
    def _ask_earlier(self) -> None:
        self.way_out_asked.emit(WayOut.EARLIER)


def _matters(page: CasePage) -> tuple[object, ...]:
    """What the steps look at besides the answers."""
    case = page.case
    return lado_was_asked(case), page.unseen_earlier, case.triage, case.decision, case.of_kind("late_reason")


class _WayLink(LinkButton):
    followed = Signal(object)

    def __init__(self, theme: ThemeSource, way: WayOut) -> None:
        super().__init__(theme, say(way.value), icon=Icon.ARROW_RIGHT)
        self.way = way
        self.clicked.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        self.followed.emit(self.way)


def _clock(theme: ThemeSource, page: CasePage, records: Records) -> ClockLabel | None:
    if page.decide is None or page.row.decide_by is None:
        return None
    return ClockLabel(theme, clock_look(countdown(page.decide.due, records.now())))


def _part_words(page: CasePage) -> str:
    if page.part is Part.DECIDES:
        return say(Said.YOU_DECIDE)
    if not page.decider:
        return say(Said.YOU_PREPARE_NOBODY)
    lead = Role.DSL in page.desk.school.roles_of(page.desk.me, page.desk.today)
    if lead and page.desk.school.settings.dsl_may_decide_low_level:
        return say(Said.YOU_MAY_DECIDE, name=page.decider)
    return say(Said.YOU_PREPARE, name=page.decider)
