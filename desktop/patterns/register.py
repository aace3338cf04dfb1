# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plain records that the pattern engine reads, whether they come from cases or from an imported log.

Names are as people typed them: finding out who is meant is the engine's work (`desktop/patterns/names.py`). Empty text
means "not given". Times are the school's local time, without a zone.
"""

from datetime import date, datetime, time
from decimal import Decimal

from msgspec import Struct


class StaffMember(Struct, frozen=True, kw_only=True):
    """One line of the staff list: who works where, how long, and how many hours with children."""

    staff_id: str
    first_name: str
    last_name: str
    title: str = ""
    role: str = ""
    department: str = ""
    site: str = ""
    other_sites: tuple[str, ...] = ()
    school: str = ""
    contact_hours: float | None = None
    """Hours a week with children; None: not known."""
    fte: float | None = None
    started: date | None = None
    left: date | None = None


class ConcernRecord(Struct, frozen=True, kw_only=True):
    """One report about an adult, or of an adult about themselves."""

    reference: str
    reported_at: datetime
    occurred_on: date | None = None
    occurred_time: time | None = None
    """The hour of that day; None: not given."""
    reporter: str = ""
    subject: str = ""
    subject_role: str = ""
    department: str = ""
    site: str = ""
    category: str = ""
    location: str = ""
    activity: str = ""
    children: tuple[str, ...] = ()
    """As typed, the class in brackets: "Anil Chaudhry (4A)"."""
    severity: int | None = None
    """1 practice note, 2 low-level, 3 significant, 4 may meet the harm threshold; None: not triaged."""
    source: str = ""
    """staff, self, parent, pupil or anonymous."""
    narrative: str = ""
    counts: bool = True
    """False once it was withdrawn, redirected, or found to be no concern: it never counts."""

    @property
    def recorded_at(self) -> datetime:
        """When it was reported."""
        return self.reported_at

    @property
    def happened_on(self) -> date:
        """When it happened, as far as it says so: there it stands on the page of whom it is about."""
        return self.occurred_on or self.reported_at.date()

    @property
    def occurred_at(self) -> date | datetime | None:
        """A day, a moment, or None: not given. A plain date says nothing about the hour."""
        if self.occurred_on is None or self.occurred_time is None:
            return self.occurred_on
        return datetime.combine(self.occurred_on, self.occurred_time)


class GiftRecord(Struct, frozen=True, kw_only=True):
    """One declared gift or hospitality."""

    reference: str
    declared_at: datetime
    exchanged_on: date | None = None
    direction: str = ""
    giver: str = ""
    giver_type: str = ""
    recipient: str = ""
    recipient_role: str = ""
    related_child: str = ""
    site: str = ""
    description: str = ""
    value: Decimal | None = None
    """Pounds; None: not given."""
    decision: str = ""
    counts: bool = True

    @property
    def recorded_at(self) -> datetime:
        """When it was declared."""
        return self.declared_at

    @property
    def happened_on(self) -> date:
        """When it was exchanged, as far as it says so."""
        return self.exchanged_on or self.declared_at.date()


class TieRecord(Struct, frozen=True, kw_only=True):
    """One declared relationship or interest, or the statement that there is none."""

    reference: str
    declared_at: datetime
    declarant: str = ""
    declarant_role: str = ""
    site: str = ""
    is_nil: bool = False
    party: str = ""
    party_type: str = ""
    relationship: str = ""
    started_on: date | None = None
    counts: bool = True

    @property
    def recorded_at(self) -> datetime:
        """When it was declared."""
        return self.declared_at

    @property
    def happened_on(self) -> date:
        """When it was declared: a tie is no event."""
        return self.declared_at.date()


Record = ConcernRecord | GiftRecord | TieRecord


class Register(Struct, frozen=True, kw_only=True):
    """Everything that one reader may count, in the order in which it was recorded."""

    concerns: tuple[ConcernRecord, ...] = ()
    gifts: tuple[GiftRecord, ...] = ()
    ties: tuple[TieRecord, ...] = ()
    staff: tuple[StaffMember, ...] = ()
    holidays: tuple[tuple[date, date], ...] = ()
    """First and last days of the holidays; empty: an ordinary English school year is assumed."""

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything in it."""
        return (*self.concerns, *self.gifts, *self.ties)
