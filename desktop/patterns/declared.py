# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Facts of the registers that need no statistics: sums of gifts, three registers that meet, returns that disagree."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.patterns.arrivals import Arrival, Gift, Report, Tie
from desktop.patterns.ground import Ground
from desktop.patterns.signs import FACT, About, Card, Kind, Sign

_LATER_DAYS: Final = 180
_STILL_DAYS: Final = 400
"""A yearly return says something until the next one is due, and a little longer."""


def gift_signs(ground: Ground, gift: Gift) -> Iterator[Sign]:
    """The sign about the gifts from one family or donor to one person, of which another has just been recorded."""
    rules, policy = ground.parameters.kinds[Kind.GIFTS_CUMULATIVE], ground.parameters.policy
    if gift.is_given or not gift.from_outside or not gift.family:
        return
    gifts = [
        each
        for each in ground.gifts[gift.person]
        if each.family == gift.family and not each.is_given and gift.day - each.day <= rules.longest_days
    ]
    pence = sum(each.pence for each in gifts)
    out_of_season = sum(not each.is_seasonal for each in gifts)
    often = len(gifts) >= rules.minimum and out_of_season >= policy.gifts_out_of_season and pence >= policy.gifts_sum
    if often or (len(gifts) > 1 and pence >= policy.gifts_sum_alone):
        facts: dict[str, float | str] = {
            "count": len(gifts),
            "amount": f"£{pence / 100:.2f}",
            "days": gift.day - gifts[0].day,
        }
        records = [each.reference for each in gifts]
        yield _fact(Kind.GIFTS_CUMULATIVE, gift, (gift.person, gift.family), records, facts)


class Registers:
    """Who is joined to which family by what, over all three registers; and who says of whom that they are related."""

    def __init__(self) -> None:
        """Begin with nothing declared."""
        self._concerns: dict[tuple[str, str], list[Report]] = defaultdict(list)
        self._gifts: dict[tuple[str, str], list[Gift]] = defaultdict(list)
        self._ties: dict[tuple[str, str], list[Tie]] = defaultdict(list)
        self._naming: dict[str, list[Tie]] = defaultdict(list)

    def report_signs(self, ground: Ground, report: Report) -> Iterator[Sign]:
        """The facts that a concern completes."""
        for family in report.families:
            self._concerns[report.person, family].append(report)
            yield from self._meeting(ground, report, family)
        if report.states_tie:
            yield from self._against_nil(ground, report)

    def gift_signs(self, ground: Ground, gift: Gift) -> Iterator[Sign]:
        """The facts that a gift completes."""
        if gift.family and gift.from_outside:
            self._gifts[gift.person, gift.family].append(gift)
            yield from self._meeting(ground, gift, gift.family)

    def tie_signs(self, ground: Ground, tie: Tie) -> Iterator[Sign]:
        """The facts that a declared tie or a nil return completes."""
        if tie.family and not tie.child:
            self._ties[tie.person, tie.family].append(tie)
            yield from self._meeting(ground, tie, tie.family)
        if tie.other:
            self._naming[tie.other].append(tie)
            yield from self._disagreement(ground, tie, tie.other, tie)
        elif tie.is_nil:
            for other in self._naming[tie.person]:
                yield from self._disagreement(ground, other, tie.person, tie)

    def _meeting(self, ground: Ground, newest: Report | Gift | Tie, family: str) -> Iterator[Sign]:
        key = (newest.person, family)
        longest = ground.parameters.kinds[Kind.GIFT_CONCERN_RELATIONSHIP].longest_days
        own = {tie.family for tie in ground.ties.get(newest.person, ()) if tie.child}
        recent = [
            [each for each in register.get(key, ()) if newest.day - each.day <= longest]
            for register in (self._concerns, self._gifts, self._ties)
        ]
        if all(recent) and family not in own:
            found = sorted((each for register in recent for each in register), key=lambda each: each.day)
            facts: dict[str, float | str] = {"days": newest.day - found[0].day, "count": len(found)}
            records = [each.reference for each in found]
            yield _fact(Kind.GIFT_CONCERN_RELATIONSHIP, newest, key, records, facts)

    def _disagreement(self, ground: Ground, told: Tie, other: str, newest: Tie) -> Iterator[Sign]:
        """Whether somebody declared a tie to a colleague whose own return says that there is none."""
        policy = ground.parameters.policy
        returns = ground.ties.get(other, ())
        if any(each.other == told.person and not each.is_nil for each in returns):
            return
        for nil in reversed(returns):
            is_later = nil.day >= told.began + policy.grace_days if told.began else nil.day >= told.day
            if nil.is_nil and is_later and abs(nil.day - told.day) <= _STILL_DAYS and not _ended(ground, told, nil.day):
                records = [each.reference for each in sorted((told, nil), key=lambda each: each.day)]
                facts: dict[str, float | str] = {"other": told.person}
                yield _fact(Kind.UNDECLARED_RELATIONSHIP, newest, (other, told.person), records, facts)
                return

    def _against_nil(self, ground: Ground, report: Report) -> Iterator[Sign]:
        returns = [tie for tie in ground.ties.get(report.person, ()) if report.day - tie.day <= _STILL_DAYS]
        if returns and all(tie.is_nil for tie in returns):
            records = [returns[-1].reference, report.reference]
            yield _fact(Kind.UNDECLARED_RELATIONSHIP, report, (report.person, report.reference), records, {})


def _ended(ground: Ground, told: Tie, day: int) -> bool:
    """Whether whoever declared the tie has said in a later year that there is none."""
    later = told.day + _LATER_DAYS
    return any(each.is_nil and later <= each.day <= day for each in ground.ties.get(told.person, ()))


def _fact(
    kind: Kind, newest: Arrival, about: tuple[str, str], records: Sequence[str], facts: dict[str, float | str]
) -> Sign:
    """A fact that the newest record completed; `about` is the person, and what of them it is."""
    person, aspect = about
    card = Card(About.PERSON, newest.unit, person)
    return Sign(kind, card, newest.day, FACT, tuple(dict.fromkeys(records)), facts, aspect, is_strong=True)
