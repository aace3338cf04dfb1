# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The staff list of a school: what a file would add and change, row by row, before anything is saved.

Promises: nothing is guessed (what is unclear is refused, with a sentence); an empty cell clears nothing; nobody is ever
taken away; reading the same file again, after its people have been saved, adds nobody and changes nothing. Roles are
only proposed: who holds a role is for the head and the chair to sign (requirements.md R41).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from desktop.importing.column_choice import ColumnChoice, read_chosen
from desktop.importing.refusals import Reason, Refusal
from desktop.importing.staff_columns import Heading, StaffColumn, staff_words
from desktop.importing.staff_matching import Managers, Register, repeated
from desktop.importing.staff_rows import StaffRow, read_row
from desktop.importing.tables import read_table
from desktop.people import Person, PersonId, Role, WorkerType

_OVERWRITTEN = (
    "known_as",
    "job",
    "group",
    "worker_type",
    "employer",
    "site",
    "other_sites",
    "room",
    "phone",
    "contact_minutes",
    "start",
    "end",
)
"""What a row replaces where it says something. A name is replaced only in a row that gives the Candour id."""


class Fate(StrEnum):
    """What becomes of one row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class FieldChange(msgspec.Struct, frozen=True, kw_only=True):
    """One thing about a person that the file says differently. `field` is a field of `Person`."""

    field: str
    before: str
    after: str


class RowReport(msgspec.Struct, frozen=True, kw_only=True):
    """The fate of one row. `person` is as they would be listed; a refused row has none, but has its reasons."""

    row: int
    fate: Fate
    person: Person | None = None
    changes: tuple[FieldChange, ...] = ()
    roles: tuple[Role, ...] = ()
    refusals: tuple[Refusal, ...] = ()


class StaffListReport(msgspec.Struct, frozen=True, kw_only=True):
    """Every row that is not blank, in the order of the file, and the headings of the columns that were not read."""

    rows: tuple[RowReport, ...]
    unread_columns: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone to be saved: added or changed."""
        return tuple(row.person for row in self.rows if row.person and row.fate in {Fate.ADDED, Fate.CHANGED})

    def with_fate(self, fate: Fate) -> tuple[RowReport, ...]:
        """The rows with one fate."""
        return tuple(row for row in self.rows if row.fate is fate)


def read_staff_list(
    data: bytes, existing: Sequence[Person], new_id: Callable[[], PersonId], choice: ColumnChoice | None = None
) -> StaffListReport:
    """Say what a staff list as a school's system exports it would do to the people listed (ux.md A1 step 2).

    Takes the bytes of the file, everyone who is listed, where ids for new people come from (called once for each
    person added), and which column is which where somebody has chosen that by hand. Raises KnownError with an
    `ImportFault` when the file is no table with names in it.
    """
    words = staff_words()
    if choice is None:
        table = read_table(data, words.score)
        heading = words.heading(table.heading)
    else:
        table, heading = read_chosen(data, choice)
    readings = {row.number: read_row(row, heading, words) for row in table.rows}
    refused = {number: reading for number, reading in readings.items() if not isinstance(reading, StaffRow)}
    rows = {number: reading for number, reading in readings.items() if isinstance(reading, StaffRow)}
    listed, unclear = _match(rows, existing, heading)
    rows = {number: row for number, row in rows.items() if number not in unclear}
    managers = Managers(rows, listed, existing)
    title = heading.title(StaffColumn.MANAGER)
    unclear |= {number: Refusal(reason=reason, column=title) for number, reason in managers.unclear().items()}
    refused |= {number: (refusal,) for number, refusal in unclear.items()}
    reports = {number: RowReport(row=number, fate=Fate.REFUSED, refusals=why) for number, why in refused.items()}
    added = {number: new_id() for number in rows if number not in refused and number not in listed}
    for number, row in rows.items():
        if number not in refused:
            manager = managers.of(row) if row.manager else None
            manager_id = added[manager] if isinstance(manager, int) else manager
            reports[number] = _report(row, listed.get(number), added.get(number), manager_id)
    return StaffListReport(rows=tuple(reports[number] for number in readings), unread_columns=heading.unread)


def _match(
    rows: Mapping[int, StaffRow], existing: Sequence[Person], heading: Heading
) -> tuple[dict[int, Person], dict[int, Refusal]]:
    """Whom of the listed people a row is about, and the rows for which that, or their dates, cannot stand."""
    register = Register(existing)
    listed: dict[int, Person] = {}
    unclear: dict[int, Refusal] = {}
    for number, row in rows.items():
        found = register.find(row)
        if isinstance(found, Person):
            listed[number] = found
        if isinstance(found, Reason):
            column = heading.title(StaffColumn.PERSON_ID) if found is Reason.UNKNOWN_PERSON_ID else ""
            unclear[number] = Refusal(reason=found, column=column)
        elif not _dates_in_order(row, found):
            unclear[number] = Refusal(reason=Reason.END_BEFORE_START, column=heading.title(StaffColumn.END))
    unclear |= repeated(rows.values(), listed)
    return {number: person for number, person in listed.items() if number not in unclear}, unclear


def _dates_in_order(row: StaffRow, person: Person | None) -> bool:
    start = row.start or (person.start if person else None)
    end = row.end or (person.end if person else None)
    return not start or not end or start <= end


def _report(row: StaffRow, listed: Person | None, new_id: PersonId | None, manager: PersonId | None) -> RowReport:
    before = listed or Person(person_id=new_id or PersonId(""), name=row.name)
    said = {field: getattr(row, field) for field in _OVERWRITTEN if getattr(row, field) not in (None, "", ())}
    if manager:
        said["manager"] = manager
    if row.person_id and row.name != before.name:
        said |= {"name": row.name, "aliases": _former_names(before, row.name)}
    after = msgspec.structs.replace(before, **said)
    if listed is None:
        return RowReport(row=row.number, fate=Fate.ADDED, person=after, roles=row.roles)
    changes = _changes(before, after)
    fate = Fate.CHANGED if changes else Fate.UNCHANGED
    return RowReport(row=row.number, fate=fate, person=after, changes=changes, roles=row.roles)


def _former_names(person: Person, new_name: str) -> tuple[str, ...]:
    """A name that somebody no longer bears stays as an alias, so that earlier matters still find them (SCR-021)."""
    return tuple(dict.fromkeys(name for name in (*person.aliases, person.name) if name != new_name))


def _changes(before: Person, after: Person) -> tuple[FieldChange, ...]:
    pairs = ((field, getattr(before, field), getattr(after, field)) for field in Person.__struct_fields__)
    return tuple(
        FieldChange(field=field, before=_shown(old), after=_shown(new)) for field, old, new in pairs if old != new
    )


def _shown(value: str | int | tuple[str, ...] | WorkerType | date | None) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(value)
    return value.isoformat() if isinstance(value, date) else str(value)
