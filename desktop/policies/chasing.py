# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every policy with who has confirmed it and who has not, as far as one reader can open that (F33; ux.md R8)."""

import msgspec

from desktop.people import PolicyLine
from desktop.policies.confirming import confirmations
from desktop.policies.library import is_review_overdue, texts
from desktop.policies.register import Reading, ReadingRow, Taken, by_name_only, reading_rows, taken
from desktop.session import Session


class Chased(msgspec.Struct, frozen=True, kw_only=True):
    """One policy: its figures, its rows, and the names that nobody has checked."""

    line: PolicyLine
    is_overdue: bool
    figures: Taken
    rows: tuple[ReadingRow, ...]
    by_name: tuple[str, ...]

    def names_of(self, reading: Reading, names: dict[str, str]) -> tuple[str, ...]:
        """The names of those who stand there, in the order of the rows."""
        return tuple(names.get(row.person_id, row.person_id) for row in self.rows if row.reading is reading)


def read_chased(session: Session) -> tuple[Chased, ...]:
    """Every policy in force, in the order of the directory. Slow: it reads the vault."""
    machine = session.machine
    school, today, said = machine.school, machine.today(), confirmations(session)
    found = []
    for line in school.settings.policies:
        rows = reading_rows(line, texts(machine.documents, line), said, school, today)
        found.append(
            Chased(
                line=line,
                is_overdue=is_review_overdue(line, today),
                figures=taken(rows),
                rows=rows,
                by_name=tuple(dict.fromkeys(each.claims for each in by_name_only(line, said))),
            )
        )
    return tuple(found)
