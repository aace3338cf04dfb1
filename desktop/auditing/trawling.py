# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who opened records about many different people within a short time. Pure; a prompt to ask, and no finding."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

import msgspec

from desktop.auditing.deeds import AuditLine, Deed, TrawlRule
from desktop.clocks import london_day
from desktop.people import PersonId


class Trawl(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, when it began (aware UTC), and how many people the records were about that they opened from then on."""

    who: PersonId
    since: datetime
    people: int


def trawls(
    lines: Iterable[AuditLine], subjects: Mapping[str, frozenset[PersonId]], rule: TrawlRule, since: date
) -> tuple[Trawl, ...]:
    """Find each reader's busiest stretch of a London day since then, where it passes the rule; the latest first."""
    opened: dict[tuple[PersonId, date], list[AuditLine]] = defaultdict(list)
    for line in lines:
        if line.deed is Deed.OPENED and line.who is not None and (day := london_day(line.at)) >= since:
            opened[line.who, day].append(line)
    busiest = (_busiest(each, subjects, timedelta(minutes=rule.minutes)) for each in opened.values())
    found = (trawl for trawl in busiest if trawl is not None and trawl.people >= rule.people)
    return tuple(sorted(found, key=lambda trawl: trawl.since, reverse=True))


def _busiest(lines: list[AuditLine], subjects: Mapping[str, frozenset[PersonId]], within: timedelta) -> Trawl | None:
    """The stretch of one reader's day in which they opened records about most people."""
    ordered = sorted(lines, key=lambda line: line.at)
    best: Trawl | None = None
    first = 0
    seen: dict[PersonId, int] = defaultdict(int)
    for line in ordered:
        for person in subjects.get(line.case_id, ()):
            seen[person] += 1
        while line.at - ordered[first].at > within:
            for person in subjects.get(ordered[first].case_id, ()):
                seen[person] -= 1
            first += 1
        people = sum(1 for times in seen.values() if times)
        if line.who is not None and (best is None or people > best.people):
            best = Trawl(who=line.who, since=ordered[first].at, people=people)
    return best
