# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two charts of the patterns page: how many reports came each month, and what they were about. Counts only."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from desktop.patterns.register import ConcernRecord

MONTHS = 12
FEWEST = 6
"""Fewer records than this say nothing (ux.md R6)."""
_SHOWN = 6
_YEAR_DAYS, _MOST_YEARS = 365, 6


class Month(Struct, frozen=True):
    """One month, by its first day, and how many reports came in it. The last one may not be over."""

    first: date
    count: int
    is_over: bool = True


class Topic(Struct, frozen=True):
    """What reports were about, and how many; an empty label stands for everything else."""

    label: str
    count: int


class Charts(Struct, frozen=True, kw_only=True):
    """Both charts, and how many reports the twelve months before had."""

    months: tuple[Month, ...]
    before: int
    topics: tuple[Topic, ...]

    @property
    def total(self) -> int:
        """How many reports the twelve months have."""
        return sum(month.count for month in self.months)

    @property
    def says_something(self) -> bool:
        """Say whether there are enough of them to draw anything from."""
        return self.total >= FEWEST


def charts_of(concerns: Iterable[ConcernRecord], today: date, years_ago: int = 0) -> Charts:
    """Count the reports that count, each once, of the twelve months that end with today's, or of those years ago."""
    reports = {record.reference: record for record in concerns if record.counts}.values()
    skipped = years_ago * MONTHS
    firsts = [_first_of(today, back + skipped) for back in range(2 * MONTHS - 1, -1, -1)]
    counts = Counter(_first_of(record.reported_at.date(), 0) for record in reports)
    months = [Month(first, counts[first], is_over=first != _first_of(today, 0)) for first in firsts]
    shown = {*firsts[MONTHS:]}
    return Charts(
        months=tuple(months[MONTHS:]),
        before=sum(month.count for month in months[:MONTHS]),
        topics=_topics(record for record in reports if _first_of(record.reported_at.date(), 0) in shown),
    )


def earlier_charts(concerns: Sequence[ConcernRecord], today: date) -> tuple[Charts, ...]:
    """The twelve months before the last ones, and those before, as far back as anything that counts was reported."""
    first = min((record.reported_at.date() for record in concerns if record.counts), default=today)
    years = (today - first).days // _YEAR_DAYS
    return tuple(charts_of(concerns, today, ago) for ago in range(1, min(years, _MOST_YEARS) + 1))


def _first_of(day: date, back: int) -> date:
    """The first of the month so many months before a day's."""
    years, month = divmod(day.month - 1 - back, MONTHS)
    return date(day.year + years, month + 1, 1)


def _topics(reports: Iterable[ConcernRecord]) -> tuple[Topic, ...]:
    """The most frequent words first; the rest, and reports without one, are the last."""
    counts = Counter(record.category for record in reports)
    named = sorted((Topic(label, count) for label, count in counts.items() if label), key=_rank)
    rest = counts[""] + sum(topic.count for topic in named[_SHOWN - 1 :])
    return (*named[: _SHOWN - 1], *([Topic("", rest)] if rest else []))


def _rank(topic: Topic) -> tuple[int, str]:
    return -topic.count, topic.label
