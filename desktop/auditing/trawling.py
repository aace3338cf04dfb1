# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who opened records about many people, looked at many pages or searched often within a short time. Pure.

It is a prompt to ask, and no finding.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from desktop.auditing.deeds import AuditLine, Deed, TrawlRule
from desktop.clocks import london_day
from desktop.people import PersonId


class Trawl(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, when it began (aware UTC), what they did, and how often, or about how many people, from then on."""

    who: PersonId
    since: datetime
    deed: Deed
    count: int


def trawls(
    lines: Iterable[AuditLine], subjects: Mapping[str, frozenset[PersonId]], rule: TrawlRule, since: date
) -> tuple[Trawl, ...]:
    """Find each reader's busiest stretch of a London day since then, where it passes the rule; the latest first.

    Of opened records the different people are counted whom they are about; a look or a search counts as one.
    """
    done: dict[tuple[PersonId, date, Deed], list[AuditLine]] = defaultdict(list)
    for line in lines:
        if line.deed in rule.counts and line.who is not None and (day := london_day(line.at)) >= since:
            done[line.who, day, line.deed].append(line)
    most: dict[tuple[PersonId, date], Trawl] = {}
    for (who, day, deed), each in done.items():
        found = _busiest(each, subjects, timedelta(minutes=rule.minutes))
        before = most.get((who, day))
        if found.count >= rule.counts[deed].least and (before is None or found.count > before.count):
            most[who, day] = found
    return tuple(sorted(most.values(), key=lambda trawl: trawl.since, reverse=True))


def _busiest(lines: Sequence[AuditLine], subjects: Mapping[str, frozenset[PersonId]], within: timedelta) -> Trawl:
    """The stretch of one reader's day in which they did one thing to most."""
    ordered = sorted(lines, key=lambda line: line.at)
    first = best = since = 0
    seen: Counter[str] = Counter()
    for at, line in enumerate(ordered):
        seen.update(_counted(at, line, subjects))
        while line.at - ordered[first].at > within:
            seen.subtract(_counted(first, ordered[first], subjects))
            first += 1
        many = sum(1 for times in seen.values() if times)
        if many > best:
            best, since = many, first
    begun = ordered[since]
    return Trawl(who=PersonId(begun.who or ""), since=begun.at, deed=begun.deed, count=best)


def _counted(at: int, line: AuditLine, subjects: Mapping[str, frozenset[PersonId]]) -> Iterable[str]:
    """What a line adds to the count: the people whom a record is about, or itself."""
    return subjects.get(line.case_id, frozenset()) if line.deed is Deed.OPENED else (f"{at}",)
