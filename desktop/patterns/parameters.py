# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The engine's numbers and words: data with an edition (resources/patterns/kinds.toml), which a school may change."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum

import msgspec

import resources
from desktop.patterns.school_days import Break
from desktop.patterns.signs import Kind


class Dial(StrEnum):
    """How much a reader wants to be told: more found, and more that is nothing."""

    QUIET = "quiet"
    STANDARD = "standard"
    SENSITIVE = "sensitive"


class KindRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of pattern. `budget`: prompts a term that chance may give, for 60 staff at a dial of 1.

    `clause` names the clauses of the model code that it rests on, by their labels with ", " between them.
    """

    title: str
    clause: str
    budget: float
    longest_days: int
    minimum: int
    sentence: str
    rule: str
    curve: tuple[tuple[float, float], ...] = ((1e-6, 1e-6), (1.0, 1.0))
    """Reckoned chances with the true ones, rising."""


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The numbers of the rules that need no statistics. Money in pence; `seasons` are months."""

    gifts_sum: int
    gifts_sum_alone: int
    gifts_out_of_season: int
    grace_days: int
    seasons: tuple[int, ...]


class Guesses(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is usual before the records of a school say better. `weighs`: records that a guess is worth."""

    weighs: float
    told_by_self: float
    told_outside: float
    about_roaming: float
    children_named: float
    same_child: float
    same_source: float
    children_each_staff: float


class Notes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said beside a prompt about a person."""

    one_voice: str
    voices: str
    most: str
    surge: str
    prolific: str
    goes: str


class Parameters(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that the engine is told beside the records."""

    edition: str
    source: str
    kinds: Mapping[Kind, KindRules]
    dials: Mapping[Dial, float]
    breaks: tuple[Break, ...]
    policy: Policy
    guesses: Guesses
    notes: Notes
    tie_words: tuple[str, ...]
    """Folded words by which a report of a relationship between adults says so."""


def with_numbers(parameters: Parameters, numbers: Mapping[Kind, tuple[int, int]]) -> Parameters:
    """The parameters with a school's own numbers: for each kind the longest stretch in days, and the fewest matters."""
    replace = msgspec.structs.replace
    own = {
        kind: replace(parameters.kinds[kind], longest_days=days, minimum=least)
        for kind, (days, least) in numbers.items()
    }
    return replace(parameters, kinds={**parameters.kinds, **own})


def load_parameters() -> Parameters:
    """Read the shipped parameters."""
    return msgspec.convert(tomllib.loads(resources.text("patterns/kinds.toml")), Parameters)
