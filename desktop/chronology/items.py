# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One record of a person's chronology as values: when it happened, when it was recorded, what was decided. Pure."""

from collections.abc import Iterable
from datetime import date

import msgspec

from desktop.cases.actions import Action
from desktop.cases.case import Case
from desktop.cases.clocks import Clocks
from desktop.cases.meaning import Meaning
from desktop.cases.moments import told_day
from desktop.cases.rows import CaseRow, row_of
from desktop.chronology.kinds import Kind, kind_of, told_on
from desktop.chronology.tags import happened_on
from desktop.people import PersonId, School


class ItemPart(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One record about a person, for one reader, without the row of its case.

    `happened` is the day that the record tells of, `is_told` whether it says so; `recorded` the day on which it was
    written down. `decided` is the day of the decision, `outcome` what was decided, in the words of its form.
    `declared_by` names who declared it, where that was somebody else; `words` are those by which its reporter described
    a person who was identified later. `is_only_sent` says that its reader sent it and does not read what became of it.
    """

    kind: Kind
    happened: date
    is_told: bool
    recorded: date
    decided: date | None = None
    outcome: str = ""
    declared_by: str = ""
    words: str = ""
    is_only_sent: bool = False
    actions: tuple[Action, ...] = ()
    readers: tuple[PersonId, ...] = ()


class Item(ItemPart, frozen=True, kw_only=True):
    """The same with its row, as it stood on one day."""

    row: CaseRow

    @property
    def case_id(self) -> str:
        """The case."""
        return self.row.case_id


def item_of(
    case: Case, person: PersonId, me: PersonId, school: School, meaning: Meaning, clocks: Clocks
) -> Item | None:
    """The item of a case about somebody; None for a case without a report."""
    part = part_of(case, person, me, school, meaning)
    return None if part is None else with_row(part, row_of(case, me, school, clocks))


def with_row(part: ItemPart, row: CaseRow) -> Item:
    """Put a part beside the row of its case."""
    return Item(row=row, **{name: getattr(part, name) for name in part.__struct_fields__})


def part_of(case: Case, person: PersonId, me: PersonId, school: School, meaning: Meaning) -> ItemPart | None:
    """What a case is on somebody's page; None for a case without a report."""
    report, happened = case.report, happened_on(case)
    if report is None or happened is None:
        return None
    kind = kind_of(report.form)
    decision = case.decision
    by_other = kind is Kind.DECLARATION and report.sender not in {None, person}
    sender = school.people.get(report.sender) if by_other and report.sender else None
    return ItemPart(
        kind=kind,
        happened=happened,
        is_told=told_on(report.form, report.values) is not None,
        recorded=told_day(report.at, day_only=report.is_day_only),
        decided=told_day(decision.at, day_only=decision.is_day_only) if decision else None,
        outcome=_outcome(case, meaning),
        declared_by=sender.name if sender else "",
        words=next((words for words, (who, _) in case.identities.known.items() if who == person), ""),
        is_only_sent=not case.reads(me),
        actions=tuple(action for action in case.actions if action.is_open),
        readers=tuple(reader.person_id for reader in case.readers),
    )


def _outcome(case: Case, meaning: Meaning) -> str:
    spec = meaning.forms.get(case.track.decision)
    value = case.decision.text("outcome") if case.decision else ""
    term = spec.field("outcome").term(value) if spec and value else None
    return (term.summary or term.label) if term else value


def in_time(items: Iterable[Item]) -> tuple[Item, ...]:
    """Put items in the order of when they happened, the newest first; of one day, what was recorded last."""
    return tuple(sorted(items, key=lambda item: (item.happened, item.row.filed_at, item.case_id), reverse=True))
