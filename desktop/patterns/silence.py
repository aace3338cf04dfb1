# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A site from which less is heard than used to be: the commonest way in which a register fails (patterns.md 2)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.patterns.arrivals import Report
from desktop.patterns.chance import at_most
from desktop.patterns.exposure import Group
from desktop.patterns.ground import Ground
from desktop.patterns.school_days import DAYS_A_YEAR, TERMS_A_YEAR
from desktop.patterns.signs import KEPT_UPTO, About, Card, Kind, Sign

_WINDOWS: Final = (45, 65, 95, 130)
_LEAST_USUAL: Final = 2.5
_PAST_DAYS: Final = 60
"""School days of a site's own past without which nothing is usual there."""
_LOOK_BACK_DAYS: Final = 730
_WANDERS: Final = 8.0
"""How much a site's rate wanders from season to season (a Gamma shape)."""
_LEAST_GROUP: Final = 0.2
_WHOLE: Final = "the school"
"""What a site is called where the staff list names none."""


def silences(ground: Ground, day: int) -> Iterator[Sign]:
    """The sites from which less was heard up to this school day than chance explains."""
    for (unit, site), reports in ground.at_site.items():
        sign = _silence(ground, Group(unit, site=site), reports, day)
        if sign and sign.chance <= KEPT_UPTO:
            yield sign


def _silence(ground: Ground, group: Group, reports: Sequence[Report], day: int) -> Sign | None:
    best: Sign | None = None
    for window in _WINDOWS:
        since = ground.exposure.days.ago(day, window)
        heard = len(reports) - bisect_left(reports, since, key=_day)
        usual, past = _usual(ground, group, reports, (since, window))
        if usual < _LEAST_USUAL or heard > usual / 2:
            continue
        shape = 1 / (1 / _WANDERS + 1 / past)
        chance = at_most(heard, usual, shape) * DAYS_A_YEAR / TERMS_A_YEAR / window
        if best is None or chance < best.chance:
            key = group.site or _WHOLE
            facts: dict[str, float | str] = {"key": key, "count": heard, "usual": usual, "days": window}
            last = reports[-heard - 1].reference
            card = Card(About.SITE, group.unit, group.site)
            best = Sign(Kind.SILENCE, card, day, chance, (last,), facts)
    return best


def _usual(ground: Ground, group: Group, reports: Sequence[Report], window: tuple[int, int]) -> tuple[float, int]:
    """How many reports are usual in a window of school days, by the site's past before it; and how many that was."""
    since, length = window
    days = ground.exposure.days
    first = max(reports[0].day, since - _LOOK_BACK_DAYS)
    past_days = days.between(first, since - 1)
    if past_days < _PAST_DAYS:
        return 0.0, 0
    past = bisect_left(reports, since, key=_day) - bisect_left(reports, first, key=_day)
    before = ground.exposure.of_group(group, first, since - 1) / past_days
    now = ground.exposure.of_group(group, since, since + length) / max(1, days.between(since, since + length))
    staffing = now / before if before and now > before * _LEAST_GROUP else 1.0
    return past / past_days * length * min(1.0, staffing), past


def _day(report: Report) -> int:
    return report.day
