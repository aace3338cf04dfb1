# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The cases of one vault, worked out from its entries beside the directory that each of them names."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from desktop.cases.case import Case, build_case
from desktop.cases.entry import CaseEntry, known_by, read_entry
from desktop.cases.meaning import Meaning
from desktop.cases.oddity import oddities
from desktop.cases.readership import CONTINUATION
from desktop.cases.same_giver import SameGiver
from desktop.faults import DeskFault
from desktop.machine import Machine
from storage.entries import Entries
from storage.errors import KnownError
from storage.views import Views


class CaseBook:
    """Keeps nothing of them: each is worked out when it is asked for. `meaning` says by which rules, now."""

    def __init__(self, machine: Machine, entries: Entries, views: Views, meaning: Callable[[], Meaning]) -> None:
        self._machine = machine
        self._entries = entries
        self._meaning = meaning
        self.same_giver = SameGiver(views, self._report)

    def case(self, case_id: str) -> Case:
        """Work a case out from its entries. Raises KnownError(NO_SUCH_CASE)."""
        root = self.root(case_id)
        entries = self.read(root)
        if not entries:
            raise KnownError(DeskFault.NO_SUCH_CASE)
        return self.build(root, entries)

    def case_on(self, case_id: str, day: date) -> Case | None:
        """A case as it stood at the end of a day; None where it had not begun. Raises KnownError(NO_SUCH_CASE)."""
        root = self.root(case_id)
        entries = known_by(self.read(root), day)
        return self.build(root, entries) if any(entry.opens_case for entry in entries) else None

    def read(self, case_id: str) -> list[CaseEntry]:
        """Read a case's entries and those of the cases in which it goes on: one story (docs/format.md, 'Narrowing')."""
        stored = self._entries.of_case(case_id)
        further = [one.entry.eid for one in stored if one.entry.body.kind == CONTINUATION]
        stored += [one for each in further for one in self._entries.of_case(each)]
        return [self._marked(read_entry(one, self._machine.person_of)) for one in stored]

    def build(self, case_id: str, entries: Sequence[CaseEntry]) -> Case:
        """Work a case out from some of its entries: those of a day, to look back."""
        machine = self._machine
        return build_case(
            case_id,
            entries,
            machine.school,
            self._meaning(),
            lambda number: machine.school_at(number) or machine.school,
            self.same_giver.beside,
        )

    def root(self, case_id: str) -> str:
        """The case that this one carries on; itself where it carries on none."""
        kind, case = self._entries.kind_and_case(case_id) or ("", case_id)
        return self.root(case) if kind == CONTINUATION else case_id

    def entry(self, eid: str) -> CaseEntry | None:
        """One entry by itself; None where it is not here."""
        stored = self._entries.get(eid)
        return None if stored is None else read_entry(stored, self._machine.person_of)

    def _report(self, case_id: str) -> CaseEntry:
        return read_entry(self._entries.held(case_id), self._machine.person_of)

    def _marked(self, entry: CaseEntry) -> CaseEntry:
        """Add to an entry's flags what is odd beside the directory that it names, where this machine has that one."""
        then, school = self._machine.state_at(entry.directory), self._machine.school_at(entry.directory)
        odd = oddities(entry, then, school, self._meaning()) if then and school else frozenset()
        return msgspec.structs.replace(entry, flags=entry.flags | odd) if odd else entry
