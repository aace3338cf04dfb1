# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the engine counts: records whose names have been resolved, and the matters that they tell of.

Days are proleptic ordinals (`date.toordinal`), because the engine subtracts them a million times. Empty text means
"not known".
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Channel(StrEnum):
    """From where a signal about a person comes. Each is a kind of small thing of its own."""

    COLLEAGUE = "colleague"
    FAMILY = "family"
    SELF = "self"
    GIFT_IN = "gift_in"
    GIFT_OUT = "gift_out"
    TIE = "tie"


class Report(NamedTuple):
    """One concern, resolved. `voice` is whoever tells: the same text for the same person or family."""

    reference: str
    day: int
    happened: int
    person: str
    unit: str
    site: str
    voice: str
    is_colleague: bool
    """The voice is a known member of staff other than the person concerned."""
    channel: Channel
    is_outside: bool = False
    """The voice does not work in the department of the person concerned, and is not theirs."""
    category: str = ""
    department: str = ""
    place: str = ""
    activity: str = ""
    minute: int = -1
    """Minutes after midnight at which it happened; -1: not known."""
    children: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    """The children's, as they stand in the registers of gifts and ties."""
    severity: int = 0
    """1 to 4 as triaged; 0: not triaged."""
    states_tie: bool = False
    """It reports a relationship, in so many words."""


class Gift(NamedTuple):
    """One declared gift, resolved."""

    reference: str
    day: int
    person: str
    unit: str
    is_given: bool
    """True when the member of staff gave it."""
    family: str = ""
    """The family or donor on the other side."""
    child: str = ""
    pence: int = 0
    is_seasonal: bool = False
    """Exchanged in December or July, when many families give."""
    from_outside: bool = True
    """False between colleagues."""


class Tie(NamedTuple):
    """One declared relationship, or a nil return, resolved."""

    reference: str
    day: int
    person: str
    unit: str
    is_nil: bool
    other: str = ""
    """The colleague to whom it is; empty where it is nobody of the staff."""
    family: str = ""
    child: str = ""
    """The child who is their own."""
    began: int = 0
    """The day on which it began; 0: not given."""


Arrival = Report | Gift | Tie


@dataclass(slots=True)
class Matter:
    """One incident about one person, with everybody who told of it."""

    person: str
    unit: str
    site: str
    day: int
    happened: int
    category: str
    references: list[str] = field(default_factory=list)
    voices: set[str] = field(default_factory=set)
    children: set[str] = field(default_factory=set)
    severity: int = 0
    place: str = ""
    activity: str = ""
    minute: int = -1
    department: str = ""
    is_self: bool = False
    is_colleague: bool = False
    is_outside: bool = False
    """Somebody told of it who does not work in the person's own department."""
