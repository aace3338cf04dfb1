# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a look finds: one sign of one kind, with how often chance would do it and the records that it names."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

KEPT_UPTO: Final = 8.0
"""A sign that chance would give more often than this in a term is not worth keeping."""
FACT: Final = 0.0
"""What a fact has instead of a chance."""


class Kind(StrEnum):
    """Every kind of pattern, by the name that the output gives it (patterns.md 8)."""

    REPEAT_PERSON = "repeat_person"
    INDEPENDENT_REPORTERS = "independent_reporters"
    SAME_CATEGORY = "same_category"
    ESCALATION = "escalation"
    CUMULATIVE_WEAK = "cumulative_weak"
    ADULT_CHILD_PAIR = "adult_child_pair"
    SAME_CHILD = "same_child"
    LOCATION_CLUSTER = "location_cluster"
    TIME_CLUSTER = "time_cluster"
    ACTIVITY_CLUSTER = "activity_cluster"
    DEPARTMENT_CLUSTER = "department_cluster"
    SILENCE = "silence"
    PROLIFIC_REPORTER = "prolific_reporter"
    SINGLE_SOURCE = "single_source"
    GIFTS_CUMULATIVE = "gifts_cumulative"
    GIFT_CONCERN_RELATIONSHIP = "gift_concern_relationship"
    SELF_REPORT_CLUSTER = "self_report_cluster"
    UNDECLARED_RELATIONSHIP = "undeclared_relationship"
    CROSS_SITE_PERSON = "cross_site_person"


class About(StrEnum):
    """What a card is about."""

    PERSON = "person"
    CHILD = "child"
    PLACE = "place"
    TIME = "time"
    ACTIVITY = "activity"
    DEPARTMENT = "department"
    SITE = "site"
    VOICE = "voice"


class Card(NamedTuple):
    """The one thing that a card is about: all reasons to look at it stand together."""

    about: About
    unit: str
    key: str


class Sign(NamedTuple):
    """One reason to look. `chance`: how many such signs chance gives in a term, somewhere in the unit, as reckoned."""

    kind: Kind
    card: Card
    day: int
    chance: float
    records: tuple[str, ...]
    facts: Mapping[str, float | str]
    """The figures that its sentence is made of."""
    aspect: str = ""
    """What of the card it is about, where one kind can say several things: a category, a child, a family, a voice."""
    is_strong: bool = False
    """One of its records is of severity 3 or more, or it is a fact: it comes first."""
