# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How each kind of record is decided: by which act, within which time, and what else it needs (resources/casework)."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum

import msgspec

import resources

_USUAL = "concern"


class Verdict(StrEnum):
    """Whether a decision says yes or no to whoever asked. Most decisions of casework do neither."""

    APPROVED = "approved"
    TURNED_DOWN = "turned_down"


class SecondPerson(StrEnum):
    """Why a decision needs a second person; what each means stands in resources/casework/tracks.toml."""

    LOWERED = "lowered"
    IN_PLACE = "in_place"
    OWN_REPORT = "own_report"
    WITHOUT_ADVICE = "without_advice"
    DISAGREED = "disagreed"


class Track(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The way of one kind of record; what each part means stands in resources/casework/tracks.toml."""

    forms: tuple[str, ...]
    decision: str = ""
    prepared_by: str = ""
    missing: frozenset[str]
    clock: str = ""
    aware: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    interim: tuple[str, ...] = ()
    ends_with: str = ""
    approved: tuple[str, ...] = ()
    turned_down: tuple[str, ...] = ()
    tells_the_sender: bool = False
    second_person: tuple[SecondPerson, ...] = ()
    exceptions: frozenset[str] = frozenset()
    own_right: bool = False

    def verdict(self, outcome: str) -> Verdict | None:
        """Say what an outcome tells whoever asked."""
        if outcome in self.approved:
            return Verdict.APPROVED
        return Verdict.TURNED_DOWN if outcome in self.turned_down else None


class Tracks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of them, by name."""

    tracks: Mapping[str, Track]

    def of(self, form: str) -> Track:
        """The way that records of this form go."""
        return next((track for track in self.tracks.values() if form in track.forms), self.tracks[_USUAL])

    @property
    def decisions(self) -> frozenset[str]:
        """Every act that decides, or prepares a decision."""
        acts = ((track.decision, track.prepared_by) for track in self.tracks.values())
        return frozenset(act for pair in acts for act in pair if act)


def shipped_tracks() -> Tracks:
    """The ways that Candour ships."""
    return msgspec.convert(tomllib.loads(resources.text("casework/tracks.toml")), Tracks)
