# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Register lines of a record that is destroyed: who has any, and when those who have no more than that let them go.

Whoever sees a line only can see neither who reads the record, nor whether its time is over, nor a hold. So their vault
goes by what others did: it lets go of its lines once the vaults of two people have destroyed the record.
"""

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry, recorded_days
from desktop.cases.meaning import Meaning
from desktop.cases.readership import SchoolAt
from desktop.machine import Machine
from desktop.people import PersonId
from desktop.registers.owing import PARTS
from desktop.registers.sending import readers_today
from desktop.retention.disposal import is_senior
from desktop.retention.kinds import DONE
from storage.judge import Flag


def line_readers(case: Case, machine: Machine, meaning: Meaning) -> tuple[PersonId, ...]:
    """Who sees a line of a record and no more: by the rules of today, or because this vault has sent them one."""
    chosen = readers_today(machine, meaning, case)
    by_rule = {each.person_id for each in chosen.readers if each.part in PARTS} if chosen else set()
    sent = {person for entry in case.lines for kid in entry.to if (person := machine.person_of(kid))}
    more = {reader.person_id for reader in case.readers} | {*case.aside, case.reporter}
    return tuple(sorted((by_rule | sent) - more))


def gone_by(case: Case, school_at: SchoolAt) -> str | None:
    """The proposal by which a record was destroyed of which there are lines only here; None where it was not.

    Two people say that they have carried it out, neither of whom declared it: each held an office by the directory that
    they name, and one of them one of the highest.
    """
    if not has_lines_only(case):
        return None
    days = recorded_days(case.entries)
    told = [entry for entry in case.entries if entry.kind == DONE and _counts(entry, case)]
    for of in sorted({str(entry.data.get("of")) for entry in told}):
        by = {entry.author: entry for entry in told if entry.data.get("of") == of}
        schools = {author: school for author, entry in by.items() if (school := school_at(entry.directory))}
        held = {author for author, school in schools.items() if author and school.has_office(author)}
        if len(held) > 1 and any(is_senior(each, schools[each], days[by[each].eid]) for each in held):
            return of
    return None


def has_lines_only(case: Case) -> bool:
    """Say whether nothing but lines is here of what a record said."""
    return case.report is None and bool(case.lines)


def _counts(entry: CaseEntry, case: Case) -> bool:
    declared = case.line is not None and case.line.who == entry.author
    return not declared and Flag.REVOKED_KEY not in entry.flags
