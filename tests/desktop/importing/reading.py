# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading a staff list in a test: ids that count up, and a file from a few lines."""

from collections.abc import Callable, Sequence
from itertools import count

from desktop.importing.staff import RowReport, StaffListReport, read_staff_list
from desktop.people import Person, PersonId


def ids() -> Callable[[], PersonId]:
    numbers = count(1)
    return lambda: PersonId(f"{next(numbers):032x}")


def read(text: str, existing: Sequence[Person] = ()) -> StaffListReport:
    return read_staff_list(text.encode(), existing, ids())


def only_row(text: str, existing: Sequence[Person] = ()) -> RowReport:
    (row,) = read(text, existing).rows
    return row


def listed(name: str, job: str = "", **more: object) -> Person:
    """Somebody who is listed already; the id is made from the name and job."""
    person_id = PersonId(f"{name}{job}".encode().hex()[:32].ljust(32, "0"))
    return Person(person_id=person_id, name=name, job=job, **more)  # type: ignore[arg-type]  # a test names real fields
