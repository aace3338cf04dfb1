# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be left out of an export, and what is left out for whom: data (resources/exports/choices.toml). Pure."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

import msgspec

import resources
from desktop.cases.entry import CaseEntry
from desktop.faults import DeskFault
from storage.errors import KnownError


class CasePart(StrEnum):
    """A part of a case that can be left out whole."""

    REPORT = "report"
    NOTES = "notes"
    DECISIONS = "decisions"
    ATTACHMENTS = "attachments"
    ACCESS_LOG = "access_log"


class Named(StrEnum):
    """Whose names can be left out."""

    REPORTER = "reporter"
    HANDLERS = "handlers"


class Recipient(StrEnum):
    """Who an export is for (ux.md R11), and what that leaves out."""

    LADO = "lado"
    POLICE = "police"
    HR = "hr"
    OWN_FILE = "own_file"
    INSPECTOR = "inspector"
    OTHER = "other"


class LeftOut(msgspec.Struct, frozen=True):
    """What an export leaves out, and why."""

    parts: frozenset[CasePart] = frozenset()
    names: frozenset[Named] = frozenset()
    why: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """Everything left out, as the export's entry names it."""
        return (*(part.value for part in CasePart if part in self.parts), *self._names)

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(name.value for name in Named if name in self.names)


class PartSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part: its word, and the kinds of entries that belong to it."""

    word: str
    kinds: frozenset[str]


class NameSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word for names that are left out."""

    word: str


class RecipientSpec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A recipient: the word for it, what is left out, and why."""

    word: str
    parts: frozenset[CasePart]
    names: frozenset[Named]
    why: str


class Choices(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table."""

    reporter_answers: frozenset[str]
    reporter: str
    role: str
    nobody: str
    maker: str
    parts: Mapping[CasePart, PartSpec]
    names: Mapping[Named, NameSpec]
    recipients: Mapping[Recipient, RecipientSpec]

    def part_of(self, entry: CaseEntry) -> CasePart:
        """The part of its case to which an entry belongs."""
        return next((part for part, spec in self.parts.items() if entry.kind in spec.kinds), CasePart.NOTES)

    def word(self, value: str) -> str:
        """The word for something that can be left out."""
        return self.parts[CasePart(value)].word if value in set(CasePart) else self.names[Named(value)].word


@cache
def choices() -> Choices:
    """The table that we ship."""
    return msgspec.toml.decode(resources.text("exports/choices.toml"), type=Choices)


def usual(recipient: Recipient) -> LeftOut:
    """What is left out for somebody unless it is said otherwise."""
    spec = choices().recipients[recipient]
    return LeftOut(spec.parts, spec.names, spec.why)


def left_out(recipient: Recipient, wanted: frozenset[str], why: str) -> LeftOut:
    """What is left out: `wanted` names parts and people. What goes beyond the usual needs its own reason.

    Raises KnownError(EXPORT_WITHOUT_REASON, EXPORT_EMPTY).
    """
    parts = frozenset(part for part in CasePart if part in wanted)
    names = frozenset(name for name in Named if name in wanted)
    known = usual(recipient)
    if not (parts <= known.parts and names <= known.names) and not why.strip():
        raise KnownError(DeskFault.EXPORT_WITHOUT_REASON)
    if {CasePart.REPORT, CasePart.NOTES, CasePart.DECISIONS} <= parts:
        raise KnownError(DeskFault.EXPORT_EMPTY)
    reasons = (known.why if (parts & known.parts) | (names & known.names) else "", why.strip())
    return LeftOut(parts, names, " ".join(filter(None, reasons)))
