# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reviewer sees of patterns: the prompts that need a look, those that were looked at, and two charts.

Everything is worked out from what this reader may read, and kept until that changes (desktop.patterns.kept): where one
record of a prompt is gone for them, the prompt is. Nobody is shown a prompt about themselves (patterns.md 3, principle
8).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

import msgspec
from msgspec import Struct

from desktop.cases.rows import CaseRow
from desktop.clocks import london_day
from desktop.patterns.answering import PatternAnswer, read_answers
from desktop.patterns.charts import Charts, charts_of, earlier_charts
from desktop.patterns.choosing import cuts_of
from desktop.patterns.cuts import Cuts
from desktop.patterns.engine import Seen, Shown, Wish, look
from desktop.patterns.kept import differs, seen_again
from desktop.patterns.reading import read_register
from desktop.patterns.register import Register
from desktop.patterns.signs import Card, Kind
from desktop.people import PersonId
from desktop.session import Session

_A_YEAR = timedelta(days=365)
_QUICKLY = 5_000
"""So many records are played in half a second: five years of a large school."""


class PromptCard(Struct, frozen=True, kw_only=True):
    """A prompt on the page. `days` are those on which its records were made, earliest first."""

    shown: Shown
    days: tuple[date, ...]
    answer: PatternAnswer | None = None
    """What was found when it was looked at, if nothing has come since."""


class PatternDesk(Struct, frozen=True, kw_only=True):
    """The page. `to_look_at` stand in the order of the engine, `looked_at` the same."""

    to_look_at: tuple[PromptCard, ...]
    looked_at: tuple[PromptCard, ...]
    charts: Charts
    undecided: tuple[tuple[str, tuple[str, ...]], ...]
    """References of records of which somebody has to say who is meant, and the ids of those who may be."""
    today: date
    earlier_charts: tuple[Charts, ...] = ()
    """The twelve months before those of `charts`, and so on."""
    rows: Mapping[str, CaseRow] = {}
    """The record of each reference that a prompt names, as a row of the inbox."""

    @property
    def recent(self) -> tuple[PromptCard, ...]:
        """What needs a look and has a record of the last twelve months."""
        return tuple(card for card in self.to_look_at if not self._is_old(card))

    @property
    def earlier(self) -> tuple[PromptCard, ...]:
        """What nobody has looked at and has nothing of the last twelve months, as an old log brings it."""
        return tuple(card for card in self.to_look_at if self._is_old(card))

    def _is_old(self, card: PromptCard) -> bool:
        # A silence has nothing new to name: it is as new as its first day.
        is_silence = Kind.SILENCE in card.shown.pattern_type
        newest = card.shown.first_flagged_on if is_silence else max(card.days, default=self.today)
        return newest <= self.today - _A_YEAR


def read_desk(session: Session, cuts: Cuts) -> PatternDesk:
    """Work out what there is for whoever is signed in: for a worker's thread."""
    register, today = read_register(session), session.machine.today()
    answers = read_answers(session)
    seen = seen_again(session, cuts, answers, partial(_seen, register, today, cuts, answers))
    desk = desk_of(register, seen, answers, session.me, today)
    named = {record for card in (*desk.to_look_at, *desk.looked_at) for record in card.shown.records}
    return msgspec.structs.replace(desk, rows={record: session.row(session.find(record)) for record in named})


def things_to_look_at(session: Session) -> int:
    """How many prompts of late need a look; none where the school switched them off, or there is too much to play."""
    if not session.machine.school.settings.patterns_on or len(session.views.counted()) > _QUICKLY:
        return 0
    return len(read_desk(session, cuts_of(session)).recent)


def is_kept_soundly(session: Session) -> bool:
    """Say whether what is kept of the last look is what a look finds; so much as takes too long is not looked at."""
    if len(session.views.counted()) > _QUICKLY:
        return True
    register, today, cuts = read_register(session), session.machine.today(), cuts_of(session)
    answers = read_answers(session)
    return not differs(session, cuts, answers, partial(_seen, register, today, cuts, answers))


def _seen(register: Register, today: date, cuts: Cuts, answers: Sequence[PatternAnswer]) -> Seen:
    """Look. What was answered comes back with anything new, however little that adds. Pure."""
    seen = look(register, today, cuts)
    looked_at = _looked_at(seen, answers)
    return look(register, today, cuts, Wish(looked_at=looked_at)) if looked_at else seen


def _looked_at(seen: Seen, answers: Iterable[PatternAnswer]) -> dict[Card, date]:
    """On which day each card was last looked at."""
    found: dict[Card, date] = {}
    for answer in answers:
        for shown in seen.shown:
            if answer.is_about(shown):
                card = shown.prompt.card
                found[card] = max(found.get(card, date.min), london_day(answer.at))
    return found


def desk_of(register: Register, seen: Seen, answers: Iterable[PatternAnswer], me: PersonId, today: date) -> PatternDesk:
    """Put together what was seen and what was answered. Pure."""
    days = {record.reference: record.recorded_at.date() for record in register.records}
    given = tuple(answers)
    cards = [_card(shown, days, given) for shown in seen.shown if not is_about(shown, me)]
    return PatternDesk(
        to_look_at=tuple(card for card in cards if card.answer is None),
        looked_at=tuple(card for card in cards if card.answer is not None),
        charts=charts_of(register.concerns, today),
        earlier_charts=earlier_charts(register.concerns, today),
        undecided=seen.undecided,
        today=today,
    )


def is_about(shown: Shown, person: PersonId) -> bool:
    """Say whether a prompt is about somebody: their matters, or how much they report."""
    return person in shown.subjects or shown.prompt.card.key == person


def _card(shown: Shown, days: dict[str, date], answers: tuple[PatternAnswer, ...]) -> PromptCard:
    return PromptCard(
        shown=shown,
        days=tuple(sorted(days[record] for record in shown.records if record in days)),
        answer=next((answer for answer in answers if answer.quietens(shown)), None),
    )
