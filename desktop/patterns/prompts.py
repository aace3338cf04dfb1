# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Prompts to look at named records side by side: one card for each thing, with all its reasons. Never a verdict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from desktop.patterns.cuts import Cuts
from desktop.patterns.exposure import Exposure, Group
from desktop.patterns.signs import FACT, Card, Kind, Sign

FALLS: Final = 8
"""A card comes again when chance would do what it shows so many times less often than when it was last shown,"""
REST_DAYS: Final = 200
"""or when something new arrives after so many days."""
_ALSO: Final = 3.0
"""What is so many times likelier than its cut is noticed beside the cards, for whoever wants to see more."""
_STANDS_DAYS: Final = 200
_ORDER: Final = {kind: at for at, kind in enumerate(Kind)}


class Reason(Struct, frozen=True, kw_only=True):
    """One reason on a card. `chance`: prompts a term that chance alone gives; None for a fact."""

    kind: Kind
    chance: float | None
    records: tuple[str, ...]
    facts: Mapping[str, float | str]


class Prompt(Struct, frozen=True, kw_only=True):
    """A card as it was shown on a day. `reasons` begin with the one that chance explains least."""

    card: Card
    shown_on: date
    reasons: tuple[Reason, ...]
    is_strong: bool
    is_reached: bool = True
    """False: noticed, but not enough to be shown."""
    shown_before: date | None = None
    """When it was last shown, if it was."""
    new: tuple[str, ...] = ()
    """The records that it did not name then."""

    @property
    def records(self) -> tuple[str, ...]:
        """Every record that it names, each once."""
        return tuple(dict.fromkeys(each for reason in self.reasons for each in reason.records))

    @property
    def chance(self) -> float | None:
        """How many such prompts chance alone gives in a term; None for a fact."""
        return self.reasons[0].chance


def rank(prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
    """Facts and what is serious first; then more voices, then what chance explains less, then newer."""
    return tuple(sorted(prompts, key=_rank))


def _rank(prompt: Prompt) -> tuple[bool, float, float, int, Card]:
    told = max(float(reason.facts.get("voices", 0)) for reason in prompt.reasons)
    return not prompt.is_strong, -told, prompt.chance or 0.0, -prompt.shown_on.toordinal(), prompt.card


def _news(key: tuple[Kind, str]) -> tuple[Kind, str]:
    """Under what a showing is remembered: kinds that count the same matters are no news to each other."""
    kind, aspect = key
    return (Kind.REPEAT_PERSON if kind is Kind.INDEPENDENT_REPORTERS else kind, aspect)


class _Standing:
    """One card: what was seen last of each kind and aspect, and when it was shown for what."""

    def __init__(self) -> None:
        self.seen: dict[tuple[Kind, str], Sign] = {}
        self.shown: dict[tuple[Kind, str], tuple[int, float]] = {}
        self.last: Prompt | None = None


class Board:
    """The cards so far. Signs of a day go in, the cards that are to be shown come out."""

    def __init__(self, cuts: Cuts, exposure: Exposure, looked_at: Mapping[Card, date]) -> None:
        """Begin with an empty board. `looked_at`: when somebody last answered a card."""
        self.cuts = cuts
        self._looked_at = looked_at
        self._exposure = exposure
        self._cards: dict[Card, _Standing] = defaultdict(_Standing)

    def offer(self, day: int, signs: Iterable[Sign]) -> Iterator[Prompt]:
        """Take in all the signs of one day; yield the cards that they bring up."""
        by_card: dict[Card, list[Sign]] = defaultdict(list)
        for sign in signs:
            by_card[sign.card].append(sign)
        for card in sorted(by_card):
            standing = self._cards[card]
            least: dict[tuple[Kind, str], Sign] = {}
            for sign in by_card[card]:
                key = (sign.kind, sign.aspect)
                if key not in least or sign.chance < least[key].chance:
                    least[key] = sign
            standing.seen.update(least)
            if any(self._is_new(standing, key, sign) for key, sign in least.items()):
                yield self._show(card, standing, day)

    def _reach(self, sign: Sign) -> float:
        """How far a sign is from its cut: at most 1 where it reaches it."""
        if sign.chance == FACT:
            return FACT
        staff = self._exposure.size(Group(sign.card.unit), sign.day)
        return self.cuts.true_chance(sign.kind, sign.chance) / self.cuts.cut(sign.kind, staff)

    def _is_new(self, standing: _Standing, key: tuple[Kind, str], sign: Sign) -> bool:
        if self._reach(sign) > 1:
            return False
        before = standing.shown.get(_news(key))
        if before is None or self._was_answered(standing, sign):
            return True
        shown, chance = before
        return sign.day - shown >= REST_DAYS or sign.chance < chance / FALLS

    def _was_answered(self, standing: _Standing, sign: Sign) -> bool:
        """Whether somebody has looked at the card since it was shown, and this brings a record that it did not name."""
        looked = self._looked_at.get(sign.card)
        if looked is None or standing.last is None:
            return False
        is_after = standing.last.shown_on <= looked < date.fromordinal(sign.day)
        return is_after and not set(standing.last.records).issuperset(sign.records)

    def noticed(self, day: int) -> Iterator[Prompt]:
        """What of late nearly reached its cut, but not quite; cards that were shown of late are left out."""
        for card, standing in sorted(self._cards.items(), key=lambda each: each[0]):
            if standing.last is None or day - standing.last.shown_on.toordinal() > _STANDS_DAYS:
                near = [sign for sign in _of_late(standing, day) if 1 < self._reach(sign) <= _ALSO]
                if near:
                    yield replace(self._prompt(card, day, near), is_reached=False)

    def _show(self, card: Card, standing: _Standing, day: int) -> Prompt:
        reached = [sign for sign in _of_late(standing, day) if self._reach(sign) <= 1]
        shown: dict[tuple[Kind, str], tuple[int, float]] = {}
        for sign in reached:
            news = _news((sign.kind, sign.aspect))
            shown[news] = (day, min(sign.chance, shown.get(news, (day, sign.chance))[1]))
        standing.shown.update(shown)
        prompt = self._prompt(card, day, reached)
        if standing.last:
            known = frozenset(standing.last.records)
            new = tuple(record for record in prompt.records if record not in known)
            prompt = replace(prompt, shown_before=standing.last.shown_on, new=new)
        standing.last = prompt
        return prompt

    def _prompt(self, card: Card, day: int, signs: Sequence[Sign]) -> Prompt:
        reasons = sorted(map(self._reason, signs), key=lambda reason: (reason.chance or 0.0, _ORDER[reason.kind]))
        strong = any(sign.is_strong for sign in signs)
        return Prompt(card=card, shown_on=date.fromordinal(day), reasons=tuple(reasons), is_strong=strong)

    def _reason(self, sign: Sign) -> Reason:
        chance = None if sign.chance == FACT else self.cuts.true_chance(sign.kind, sign.chance)
        return Reason(kind=sign.kind, chance=chance, records=sign.records, facts=sign.facts)


def _of_late(standing: _Standing, day: int) -> Sequence[Sign]:
    return [sign for sign in standing.seen.values() if day - sign.day <= _STANDS_DAYS]
