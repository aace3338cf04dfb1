# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was shared of a case and what was not, as its register keeps it, and which decisions are to be looked at again.

Pure. A decision not to share stands until something later is recorded, in the same case, about the same recipient.
"""

from collections.abc import Iterator

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.moments import told_day
from desktop.importing.names import loose_key
from desktop.registers.declared import Declared, Register, kept_answers
from desktop.routing import Part
from desktop.sharing.weighing import DISCLOSURE, NOT_SHARED


def kept_back(case: Case) -> Iterator[CaseEntry]:
    """The decisions not to share that stand, in order."""
    last = {_whom(entry): entry for entry in _entries(case)}
    return (entry for entry in _entries(case) if entry.kind == NOT_SHARED and last[_whom(entry)] is entry)


def shared_of(case: Case) -> tuple[Declared, ...]:
    """The register's rows of a case. Only a decision that stands has a day on which it is looked at again."""
    stands = {entry.eid for entry in kept_back(case)}
    return tuple(
        Declared(
            register=Register.SHARED,
            form=entry.kind,
            part=Part.FULL,
            on=entry.day("on") or told_day(entry.at, day_only=entry.is_day_only),
            who=entry.author,
            claims="",
            answers=kept_answers(Register.SHARED, entry.values),
            review_on=entry.day("review_on") if entry.eid in stands else None,
        )
        for entry in _entries(case)
    )


def _entries(case: Case) -> list[CaseEntry]:
    return [entry for entry in case.counted if entry.kind in {DISCLOSURE, NOT_SHARED}]


def _whom(entry: CaseEntry) -> tuple[str, str]:
    return entry.text("recipient_type"), loose_key(entry.text("recipient"))
