# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pattern engine: a register, a day and the cuts in; prompts to look at named records out. Pure.

A reader's register holds only what this reader may see, so a prompt that needs another record is never made.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from desktop.patterns.calibrating import Effort, calibrate_by
from desktop.patterns.cuts import Cuts
from desktop.patterns.judged import History, JudgedReplay
from desktop.patterns.notes import notes
from desktop.patterns.prompts import Prompt, rank
from desktop.patterns.register import Register
from desktop.patterns.replaying import Recalibrate, Replay, Run
from desktop.patterns.resolving import Resolver
from desktop.patterns.saying import kinds, rule, sentence
from desktop.patterns.signs import About, Card

ENGINE = "2026-11"
"""Which edition of the engine this is: kept with every answer to a prompt."""


class Shown(Struct, frozen=True, kw_only=True):
    """A prompt, ready to be read: patterns.md 8."""

    prompt: Prompt
    pattern_type: tuple[str, ...]
    records: tuple[str, ...]
    first_flagged_on: date
    subjects: tuple[str, ...]
    """Ids of the staff list; else names as typed."""
    names: tuple[str, ...]
    site: str
    chance_per_term: float | None
    sentence: str
    rule: str
    notes: tuple[str, ...] = ()
    """What to bear in mind beside it; only of a look, which knows no later day than its own."""


class Seen(Struct, frozen=True, kw_only=True):
    """What a look found, and about which records somebody has to say who is meant."""

    shown: tuple[Shown, ...]
    undecided: tuple[tuple[str, tuple[str, ...]], ...]
    """Reference, and the ids of those who may be meant, likeliest first."""
    noticed: tuple[Shown, ...] = ()
    """What of late nearly reached its cut, below the line."""


class Wish(Struct, frozen=True, kw_only=True):
    """What a look takes into account beside the records and the cuts."""

    looked_at: Mapping[Card, date] = {}
    """On which day somebody answered a card: whatever is new then and still reaches its cut brings it up again."""
    effort: Effort | None = None
    """With how much work to calibrate every September, by what was known then; none: the cuts stay as they are."""


_PLAIN = Wish()


def play(register: Register, as_of: date, cuts: Cuts, wish: Wish = _PLAIN) -> Seen:
    """Every card each time that it came up, in the order of the days."""
    run = Replay(register, as_of, cuts, wish.looked_at)
    return _seen(run, tuple(run.prompts(_recalibrate(wish))))


def play_as_judged(history: History, as_of: date, cuts: Cuts, wish: Wish = _PLAIN) -> Seen:
    """The same of a history: each day with what was known and judged on that day."""
    run = JudgedReplay(history, as_of, cuts)
    prompts = tuple(run.prompts(_recalibrate(wish)))
    return _seen(run.course.run, prompts)


def look(register: Register, as_of: date, cuts: Cuts, wish: Wish = _PLAIN) -> Seen:
    """Every card as it came up last, up to and including a day; what needs a look first comes first."""
    run = Replay(register, as_of, cuts, wish.looked_at)
    newest: dict[Card, Prompt] = {prompt.card: prompt for prompt in run.prompts(_recalibrate(wish))}
    seen = _seen(run, rank(newest.values()))
    prolific = {card for card in newest if card.about is About.VOICE}
    ground = run.looker.ground
    return replace(seen, shown=tuple(replace(each, notes=notes(ground, each.prompt, prolific)) for each in seen.shown))


def _recalibrate(wish: Wish) -> Recalibrate | None:
    effort = wish.effort
    return None if effort is None else lambda ground, day: calibrate_by(ground, day, effort)


def _seen(run: Run, prompts: Iterable[Prompt]) -> Seen:
    shown = tuple(_shown(run, prompt) for prompt in prompts)
    noticed = tuple(_shown(run, prompt) for prompt in rank(run.board.noticed(run.last)))
    return Seen(shown=shown, undecided=tuple(run.resolver.undecided.items()), noticed=noticed)


def _shown(run: Run, prompt: Prompt) -> Shown:
    resolver = run.resolver
    subjects = _subjects(prompt)
    return Shown(
        prompt=prompt,
        pattern_type=kinds(prompt),
        records=prompt.records,
        first_flagged_on=prompt.shown_on,
        subjects=tuple(key if key in resolver.people else resolver.name(key) for key in subjects),
        names=tuple(map(resolver.name, subjects)),
        site=_site(resolver, prompt),
        chance_per_term=prompt.chance,
        sentence=sentence(prompt, run.board.cuts.parameters, resolver.name),
        rule=rule(prompt, run.board.cuts.parameters),
    )


def _subjects(prompt: Prompt) -> tuple[str, ...]:
    """Whom the card is about, and whom else a reason names; nobody, for a place."""
    others = [
        str(reason.facts[name]) for reason in prompt.reasons for name in ("other", "child") if name in reason.facts
    ]
    own = (prompt.card.key,) if prompt.card.about in (About.PERSON, About.CHILD, About.VOICE) else ()
    return tuple(dict.fromkeys((*own, *others)))


def _site(resolver: Resolver, prompt: Prompt) -> str:
    """Where it is: the site itself, the person's, or the one that most of the records name."""
    if prompt.card.about is About.SITE:
        return prompt.card.key
    member = resolver.people.get(prompt.card.key)
    return member.site if member else resolver.usual_site(prompt.records)
