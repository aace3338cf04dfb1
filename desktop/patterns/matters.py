# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Several reports of one incident are one matter with several voices (patterns.md 3, principle 2).

Two reports tell of the same incident when they are about the same person, happened within a day of each other, agree
in what, where or with whom, and come from different voices, or from one voice of the very same day.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from desktop.patterns.arrivals import Channel, Matter, Report

LOOK_BACK_DAYS: Final = 60
"""How long after the first report another one may still tell of the same incident."""
_SAME_MOMENT_MINUTES: Final = 90
_OF_PROLIFIC: Final = 0.5


def same_matter(report: Report, earlier: Sequence[Matter]) -> Matter | None:
    """The matter of which this report tells too, among the earlier matters about the person; None: a new one."""
    for matter in reversed(earlier):
        if report.day - matter.day > LOOK_BACK_DAYS:
            return None
        apart = abs(report.happened - matter.happened)
        # Two different days, told by one voice, are two matters.
        if apart <= (report.voice not in matter.voices) and _agree(report, matter):
            return matter
    return None


def _agree(report: Report, matter: Matter) -> bool:
    if report.category and report.category == matter.category:
        return True
    if matter.children.intersection(report.children):
        return True
    same_place = bool(report.place) and report.place == matter.place and report.happened == matter.happened
    return same_place and (min(report.minute, matter.minute) < 0 or _near(report.minute, matter.minute))


def _near(first: int, second: int) -> bool:
    return abs(first - second) <= _SAME_MOMENT_MINUTES


def new_matter(report: Report) -> Matter:
    """The matter that a first report opens."""
    matter = Matter(report.person, report.unit, report.site, report.day, report.happened, report.category)
    matter.place, matter.activity, matter.minute = report.place, report.activity, report.minute
    matter.department = report.department
    add(matter, report)
    return matter


def add(matter: Matter, report: Report) -> None:
    """Let a matter take in another report of it."""
    matter.references.append(report.reference)
    matter.site = matter.site or report.site
    matter.voices.add(report.voice)
    matter.children.update(report.children)
    matter.severity = max(matter.severity, report.severity)
    matter.is_self = matter.is_self or report.channel is Channel.SELF
    matter.is_colleague = matter.is_colleague or report.is_colleague
    matter.is_outside = matter.is_outside or report.is_outside


def weights(matters: Iterable[Matter], prolific: Collection[str] = ()) -> Iterable[float]:
    """What each matter counts, in turn: one for a new voice, a half for its second matter, a third for its third.

    One that only `prolific` voices tell of, who report a great deal just now, counts half of that.
    """
    told: dict[str, int] = {}
    for matter in matters:
        is_prolific = matter.voices.issubset(prolific)
        yield (_OF_PROLIFIC if is_prolific else 1) / (1 + min(told.get(voice, 0) for voice in matter.voices))
        for voice in matter.voices:
            told[voice] = told.get(voice, 0) + 1


def references(matters: Iterable[Matter]) -> tuple[str, ...]:
    """The records of these matters, in order, each once."""
    return tuple(dict.fromkeys(reference for matter in matters for reference in matter.references))


def voices(matters: Iterable[Matter]) -> int:
    """How many different people told of these matters."""
    return len({voice for matter in matters for voice in matter.voices})
