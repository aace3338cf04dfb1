# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who a record is about, which cells of the table that leads to, and who may not read it whatever a cell says.

These are the rules 1, 2, 3, 10 and 12 of requirements.md §10, and the switch from R02 to R01.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from msgspec import structs

from desktop.people import PersonId
from desktop.routing.day import Day
from desktop.routing.matching import could_mean, names_employer
from desktop.routing.table import Cell, Row, Table
from desktop.routing.values import Answer, Capacity, Column, ExclusionReason, RouteRequest

_PLACES: Final = {column: place for place, column in enumerate(Column)}


@dataclass(frozen=True, slots=True)
class Subject:
    """One person concerned (None: not known), their column and its cell."""

    person: PersonId | None
    column: Column
    cell: Cell


@dataclass(frozen=True)
class Matter:
    """One request on one day. `perhaps` are the listed people whom a description could mean; `not_by` took part."""

    request: RouteRequest
    row: Row
    day: Day
    table: Table
    concerned: frozenset[PersonId]
    perhaps: frozenset[PersonId]
    not_by: frozenset[PersonId] = frozenset()

    @property
    def could_be_in_charge(self) -> bool:
        """Rule 10: the reporter says that it could be someone in charge, and the row is one that goes by that."""
        return self.row.rule_10 and self.request.could_be_someone_in_charge

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """Everyone whom it is or may be about, strictest column first (rule 2)."""
        columns = {person: self.day.column(person, self.table.offices) for person in self.concerned | self.perhaps}
        if {Column.DSL, Column.HEAD} <= set(columns.values()):
            both = (Column.DSL, Column.HEAD)
            columns = {p: Column.DSL_AND_HEAD if column in both else column for p, column in columns.items()}
        known = sorted(columns, key=lambda person: (_PLACES[columns[person]], person))
        subjects = tuple(Subject(person, columns[person], self._cell(person, columns[person])) for person in known)
        if self._is_about_somebody_unknown() or not subjects:
            subjects += (Subject(None, Column.UNKNOWN, self._unknown_cell()),)
        return subjects

    def bar(self, person: PersonId) -> ExclusionReason | None:
        """Why this person may not read, whatever the cell says: by person, in any of their roles (rules 1 and 3)."""
        reasons = (
            (person in self.concerned, ExclusionReason.PERSON_CONCERNED),
            (person in self.perhaps, ExclusionReason.MAY_BE_CONCERNED),
            (person in self.not_by, ExclusionReason.DECIDED_IT),
            (self._has_tie(person), ExclusionReason.DECLARED_TIE),
            (not self.day.works_here(person), ExclusionReason.LEFT),
            (self.day.is_away(person), ExclusionReason.AWAY),
        )
        return next((reason for applies, reason in reasons if applies), None)

    def named(self, capacity: Capacity, subject: Subject) -> tuple[PersonId, ...]:
        """Everyone whom the school or the request names in this capacity, away or barred or not."""
        match capacity:
            case Capacity.CASE_READER:
                return self.request.case_readers
            case Capacity.PARTY:
                return self.request.parties
            case Capacity.REPORTER:
                return (self.request.reporter,) if self.request.reporter else ()
            case Capacity.PERSON_CONCERNED:
                return (subject.person,) if subject.person in self.concerned else ()
            case Capacity.LINE_MANAGER | Capacity.MANAGERS_MANAGER:
                return self.day.named(capacity, self.request.reporter)
            case _:
                return self.day.named(capacity, subject.person)

    def confirming(self, decided_by: PersonId | None, not_by: frozenset[PersonId]) -> "Matter":
        """The same matter, asked about as the confirmation of a decision (R27)."""
        request = structs.replace(self.request, decided_by=decided_by)
        return replace(self, request=request, row=self.table.rows["case.sign_off"], not_by=not_by)

    def _cell(self, person: PersonId, column: Column) -> Cell:
        if column is Column.WORKER:
            roles = self.day.roles(person)
            return next((c for role, c in self.row.about.items() if role in roles), self._written(column))
        return self._written(column)

    def _unknown_cell(self) -> Cell:
        if self.could_be_in_charge:
            return self.table.higher
        return self.row.cells[Column.UNKNOWN] or self._written(Column.WORKER)

    def _written(self, column: Column) -> Cell:
        return self.row.cells[column] or self.table.higher

    def _is_about_somebody_unknown(self) -> bool:
        arises = self.row.cells[Column.UNKNOWN] is not None
        return self.could_be_in_charge or (arises and (bool(self.request.described) or not self.concerned))

    def _has_tie(self, person: PersonId) -> bool:
        """Rule 3: to anybody whom it is or may be about, or to the employer of somebody described."""
        day, about = self.day, self.concerned | self.perhaps
        employers = (
            pair.about_employer
            for pair in day.school.conflicts
            if pair.reader == person and (pair.until is None or day.today <= pair.until)
        )
        return any(day.school.is_conflicted(person, other, day.today) for other in about) or any(
            names_employer(self.request.described, employer) for employer in employers
        )


def matter_of(request: RouteRequest, day: Day, table: Table) -> Matter:
    """See what a request is about. An unknown kind is a mistake in the program: KeyError."""
    row = table.rows[request.kind]
    if row.child_makes_it and request.child_involved is not Answer.NO:
        row = table.rows[row.child_makes_it]
    author = {request.reporter} if row.about_author and request.reporter else set()
    concerned = frozenset(request.concerned) | author
    perhaps = could_mean(request.described, day, table.matching)
    return Matter(request, row, day, table, concerned, perhaps)
