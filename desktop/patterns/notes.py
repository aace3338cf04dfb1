# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What to bear in mind beside a prompt about a person (patterns.md 6): voices, a surge, somebody who reports much.

Each is a sentence of what was counted, fit to be read by the person named. Nobody who reported is named in it.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from desktop.patterns.arrivals import Matter
from desktop.patterns.ground import Ground
from desktop.patterns.prompts import Prompt
from desktop.patterns.saying import number, span
from desktop.patterns.signs import About, Card

_SURGE: Final = 1.5
_LEAST_MORE: Final = 4
"""So many matters more than usual, and half as many again, are a surge."""
_SURGE_DAYS: Final = 120
"""What is told more of for longer than a term is no surge."""
_MOST: Final = 0.5
"""Whoever told of more than this share filed most of it."""


def notes(ground: Ground, prompt: Prompt, prolific: Collection[Card]) -> tuple[str, ...]:
    """The sentences beside a prompt; none beside one that is not about a person.

    `ground` holds everything up to the day on which it is looked at; `prolific` are the cards that say that somebody
    reports a great deal.
    """
    if prompt.card.about is not About.PERSON:
        return ()
    named = frozenset(prompt.records)
    matters = [each for each in ground.about[prompt.card.key] if not named.isdisjoint(each.references)]
    return tuple(_said(ground, prompt, matters, {card.key for card in prolific}))


def _said(ground: Ground, prompt: Prompt, matters: Sequence[Matter], prolific: Collection[str]) -> Iterator[str]:
    words = ground.parameters.notes
    if len(matters) > 1:
        yield _voices(ground, matters)
        yield from _surge(ground, prompt.card.unit, matters)
    told = sum(not matter.voices.isdisjoint(prolific) for matter in matters)
    if told:
        yield words.prolific.format(count=number(told), total=number(len(matters)))
    if prompt.shown_before is None:
        day = prompt.shown_on
        yield words.goes.format(day=f"{day.day} {day:%B %Y}")


def _voices(ground: Ground, matters: Sequence[Matter]) -> str:
    words = ground.parameters.notes
    told = Counter(voice for matter in matters for voice in matter.voices)
    most = max(told.values())
    many, of = number(len(told)), number(len(matters))
    if len(told) == 1:
        return words.one_voice.format(total=of)
    said = words.most if most > 1 and most > _MOST * len(matters) else words.voices
    return said.format(voices=many, most=number(most), total=of)


def _surge(ground: Ground, unit: str, matters: Sequence[Matter]) -> Iterator[str]:
    """Whether more was told about everybody while these were told."""
    since, until = matters[0].day, matters[-1].day
    if until - since > _SURGE_DAYS:
        return
    many, usual = ground.usual.told_and_usual(unit, since, until)
    if many >= _SURGE * usual and many >= usual + _LEAST_MORE:
        yield ground.parameters.notes.surge.format(count=number(many), span=span(until - since), usual=f"{usual:.0f}")
