# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a case looks in a list and in its headings: names, tags and clocks, from plain values. Pure."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from desktop.cases.case import Phase
from desktop.cases.inbox import Span, decision_countdown
from desktop.cases.moments import list_words, sent_words
from desktop.cases.rows import CaseRow, Group, Shelf
from desktop.cases.tracks import Verdict
from desktop.clocks import Countdown, Urgency, london_day
from desktop.clocks.words import countdown
from ui.review.coded_words import GroupWords, KindWords, OutcomeWords, ShelfWords, VerdictWords, coded
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.avatar import initials
from ui.widgets.clock_label import ClockLook
from ui.widgets.clock_label import Urgency as Look
from ui.widgets.list_row import GroupRow, ListRow
from ui.widgets.tag import TagLook
from ui.widgets.words import names_in_a_row

REDIRECT = "redirect"
"""The kind of the note that somebody was shown the school's child-protection route."""

_URGENCY = {Urgency.GREY: Look.CALM, Urgency.AMBER: Look.SOON, Urgency.RED: Look.NOW}
_ANONYMOUS = "walkup-anonymous"
_KINDS: Mapping[str, tuple[KindWords, Tone, Icon]] = {
    "concern": (KindWords.CONCERN, Tone.SOFT, Icon.MESSAGE_CIRCLE),
    "self_report": (KindWords.SELF, Tone.SELF, Icon.USER_ROUND),
    "wrongdoing": (KindWords.LEGAL, Tone.INFO, Icon.SCALE),
    REDIRECT: (KindWords.REDIRECT, Tone.INFO, Icon.ARROW_RIGHT),
    "disqualification": (KindWords.CHILDCARE, Tone.INFO, Icon.BAN),
    "gift": (KindWords.GIFT, Tone.WARN, Icon.GIFT),
    "secondary_employment": (KindWords.WORK, Tone.INFO, Icon.CALENDAR_CLOCK),
    "permission": (KindWords.PERMISSION, Tone.INFO, Icon.MONITOR),
    "advice": (KindWords.ADVICE, Tone.SOFT, Icon.CIRCLE_HELP),
    "sent_on": (KindWords.SENT_ON, Tone.INFO, Icon.ARROW_RIGHT),
    "breach": (KindWords.BREACH, Tone.DANGER, Icon.HARD_DRIVE),
    "relationship": (KindWords.RELATIONSHIP, Tone.INFO, Icon.HEART_HANDSHAKE),
    "imported_concern": (KindWords.CONCERN, Tone.SOFT, Icon.HISTORY),
    "imported_gift": (KindWords.GIFT, Tone.SOFT, Icon.HISTORY),
    "imported_tie": (KindWords.RELATIONSHIP, Tone.SOFT, Icon.HISTORY),
    "person_note": (KindWords.NOTE, Tone.INFO, Icon.SQUARE_PEN),
    "data_request": (KindWords.REQUEST, Tone.INFO, Icon.USER_ROUND_CHECK),
    "data_complaint": (KindWords.REQUEST, Tone.INFO, Icon.MESSAGE_SQUARE_QUOTE),
    "pattern_answer": (KindWords.PATTERN, Tone.INFO, Icon.CHART_SCATTER),
}
_TITLES = {
    "concern": Said.A_CONCERN,
    "self_report": Said.ABOUT_SELF,
    "wrongdoing": Said.SOMETHING_LEGAL,
    "gift": Said.A_GIFT,
    "relationship": Said.A_TIE,
    "secondary_employment": Said.OTHER_WORK,
    "disqualification": Said.CHILDCARE_RULES,
    "permission": Said.A_PERMISSION,
    "breach": Said.A_BREACH_BY,
    "imported_concern": Said.OLD_CONCERN,
    "imported_gift": Said.OLD_GIFT,
    "imported_tie": Said.OLD_TIE,
    "person_note": Said.A_NOTE,
    "data_request": Said.A_REQUEST,
    "data_complaint": Said.A_COMPLAINT,
    "pattern_answer": Said.A_PATTERN,
}
_NAMELESS = {
    REDIRECT: Said.REDIRECT,
    "breach": Said.A_BREACH,
    "advice": Said.A_QUESTION,
    "sent_on": KindWords.SENT_ON,
    "pattern_answer": Said.A_PATTERN_OF_SEVERAL,
}
"""What a record is called that is about nobody."""

_OUTCOME_TONES: Mapping[str, Tone] = {"T0": Tone.DANGER, "T1": Tone.WARN, "T7": Tone.INFO}
_OWN_WORDS = frozenset({"self_report", "wrongdoing"})


def names_of(row: CaseRow) -> str:
    """The persons concerned, as they are called: names, or the reporter's description."""
    named = names_in_a_row([name for name in row.about if name])
    return named or say(_NAMELESS.get(row.form, Said.NOBODY_NAMED))


def title_of(row: CaseRow, form_title: str) -> str:
    """What a record is called: "A concern about Tom Ashby"."""
    if row.form in _NAMELESS and not any(row.about):
        return names_of(row)
    title = _TITLES.get(row.form)
    if title is None:
        return say(Said.OTHER_FORM, form=form_title, name=names_of(row)) if form_title else names_of(row)
    return say(title, name=names_of(row))


def is_anonymous(row: CaseRow) -> bool:
    """Say whether no name came with the report."""
    return row.standing == _ANONYMOUS


def kind_words(row: CaseRow) -> str:
    """What kind of report it is, in a word or two."""
    known = _KINDS.get(row.form)
    return say(known[0]) if known else row.form


def kind_tag(row: CaseRow) -> TagLook:
    """The tag of its kind."""
    known = _KINDS.get(row.form)
    return TagLook(say(known[0]), known[1], known[2]) if known else TagLook(row.form)


def status_tag(row: CaseRow, now: datetime) -> TagLook:
    """The tag that says where it stands."""
    if row.phase is Phase.TO_DECIDE:
        late = row.decide_by is not None and row.decide_by < now
        return TagLook(say(Said.OVERDUE), Tone.DANGER) if late else TagLook(say(Said.TO_DECIDE), Tone.WARN)
    if row.phase is Phase.WITH_LADO:
        return TagLook(say(Said.WITH_LADO), Tone.INFO, Icon.PHONE)
    if row.phase is Phase.NOTED:
        return TagLook(say(Said.TO_NOTE))
    return TagLook(say(Said.CLOSED)) if row.phase is Phase.CLOSED else TagLook(say(Said.IN_PROGRESS), Tone.INFO)


def outcome_tag(row: CaseRow) -> TagLook | None:
    """The tag of what was decided, if anything was: for what somebody asked about, yes or no."""
    if row.verdict is not None:
        approved = row.verdict is Verdict.APPROVED
        return TagLook(coded(VerdictWords, row.verdict), *((Tone.OK, Icon.CHECK) if approved else (Tone.WARN, Icon.X)))
    tone = _OUTCOME_TONES.get(row.outcome, Tone.OK)
    icon = Icon.CHECK if tone is Tone.OK else Icon.SCALE
    return TagLook(coded(OutcomeWords, row.outcome), tone, icon) if row.outcome else None


def clock_look(left: Countdown) -> ClockLook:
    """How long is left, for a list."""
    return ClockLook(left.short, _URGENCY[left.urgency], left.by)


def banner_tone(left: Countdown) -> Tone:
    """The tone of the banner that says by when something is due."""
    return Tone.DANGER if left.urgency is Urgency.RED else Tone.WARN


def list_row(row: CaseRow, now: datetime, drafts: Collection[str], *, private: bool) -> ListRow:
    """A case as a row of the inbox. In privacy mode initials stand for names, and nobody's words are shown."""
    names = names_of(row)
    left = decision_countdown(row, now)
    line = say(Said.QUOTED, words=row.summary) if row.form in _OWN_WORDS and row.summary else row.summary
    if row.form == "relationship" and row.phase is Phase.NOTED:
        line = say(Said.NOTHING_DECLARED)
    return ListRow(
        id=row.case_id,
        title=(initials(names) if any(row.about) else names) if private else names,
        when=list_words(row.filed_at, london_day(now), day_only=row.filed_day_only),
        line="" if private else line,
        tags=tuple(_row_tags(row, drafts)),
        clock=clock_look(left) if left else None,
        is_unread=row.is_unread,
    )


def heading(span: Span) -> GroupRow:
    """The heading of a group."""
    return GroupRow(coded(GroupWords, span.group.value), span.count, is_alarm=span.group is Group.RISK_NOW)


def shelf_heading(shelf: Shelf, count: int) -> GroupRow:
    """The heading over what a search found on a shelf."""
    return GroupRow(coded(ShelfWords, shelf.value), count)


def news_words(arrived: Sequence[CaseRow], now: datetime) -> str:
    """What is said when reports have come: how many, or of one its kind and its deadline; never who it is about."""
    if len(arrived) != 1:
        return say(Said.NEW_SOME, count=f"{len(arrived):,}")
    row = arrived[0]
    kind = kind_words(row).lower()
    if row.decide_by is None:
        return say(Said.NEW_ONE_PLAIN, kind=kind)
    by = countdown(row.decide_by, now).by
    return say(Said.NEW_ONE, kind=kind, by=by)


def received_words(row: CaseRow, now: datetime) -> str:
    """When it was sent, for the head of a record: the day only where no more was told."""
    return say(Said.SENT_ON, when=sent_words(row.filed_at, london_day(now), day_only=row.filed_day_only))


def _row_tags(row: CaseRow, drafts: Collection[str]) -> list[TagLook]:
    tags = [kind_tag(row)]
    if is_anonymous(row):
        tags.append(TagLook(say(Said.ANONYMOUS)))
    if row.case_id in drafts:
        tags.append(TagLook(say(Said.DRAFT), Tone.WARN, Icon.PENCIL))
    if row.phase is Phase.WITH_LADO:
        tags.append(TagLook(say(Said.WITH_LADO), Tone.INFO, Icon.PHONE))
    elif row.verdict is not None:
        tags.append(TagLook(coded(VerdictWords, row.verdict)))
    elif row.outcome:
        tags.append(TagLook(coded(OutcomeWords, row.outcome)))
    if row.is_late:
        tags.append(TagLook(say(Said.LATE), Tone.WARN))
    if row.is_flagged:
        tags.append(TagLook(say(Said.ODD), Tone.DANGER, Icon.FLAG))
    return tags
