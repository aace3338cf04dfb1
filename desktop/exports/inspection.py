# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The inspection pack (requirements.md F61; OVS-008): figures, each with the records that it counts; nobody is named.

Pure: a function of the rows that its maker reads, of the registers as far as they see them, and of what the school has
set. Whoever wants to know where a figure comes from opens the records that stand beside it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime

import msgspec

from desktop.board.words import long_words
from desktop.cases.case import Phase
from desktop.cases.decided import Decided
from desktop.cases.rows import CaseRow
from desktop.clocks import london_day
from desktop.exports.restriction import restriction
from desktop.exports.tables import Column, Pence, Table, Value, shown
from desktop.exports.words import column, say
from desktop.forms.statutory import StatutoryPack
from desktop.people import Settings
from desktop.policies.telling import written_day
from desktop.registers.declared import Register
from desktop.registers.listing import RegisterRow, State
from desktop.registers.telling import words as register_words

_PRINT = 12
_OPEN = frozenset({State.WAITING, State.DUE, State.LOOK_AGAIN})


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What a pack is made from: the rows of cases, the registers, what the school has set, and the words for codes.

    `first` and `last` are the days of the period, both included; `now` is aware; `entries` is how many signed entries
    were checked, `is_sound` whether all of them hold. `hide` takes names out of people's own words.
    """

    rows: tuple[CaseRow, ...]
    registers: Mapping[Register, tuple[RegisterRow, ...]]
    settings: Settings
    guidance: StatutoryPack
    titles: Mapping[str, str]
    first: date
    last: date
    now: datetime
    entries: int
    is_sound: bool
    hide: Callable[[str], str]

    def has(self, moment: datetime) -> bool:
        """Say whether a moment lies in the period."""
        return self.first <= london_day(moment) <= self.last


def inspection_tables(ground: Ground) -> tuple[Table, ...]:
    """The tables of a pack."""
    return _figures(ground), _late(ground), _registers(ground), _in_force(ground), _record(ground)


def _figures(ground: Ground) -> Table:
    rows = tuple(_figure(what, counted) for what, counted in _counted(ground))
    return _table("figures", (column("label", 0.4), column("count", 0.12), column("references", 0.48)), rows)


def _figure(what: str, counted: Iterable[CaseRow]) -> tuple[Value, ...]:
    references = sorted(row.reference for row in counted)
    return what, len(references), ", ".join(references)


def _counted(ground: Ground) -> Iterator[tuple[str, list[CaseRow]]]:
    came = [row for row in ground.rows if ground.has(row.filed_at)]
    yield say("figures", "came"), came
    for form in sorted({row.form for row in came}):
        title = ground.titles.get(form, form)
        yield say("figures", "came_as", form=title), [row for row in came if row.form == form]
    decided = [row for row in ground.rows if row.decided and ground.has(row.decided.at)]
    late = [row for row in decided if row.decided and row.decided.late_by]
    yield say("figures", "decided"), decided
    yield say("figures", "in_time"), [row for row in decided if row not in late]
    yield say("figures", "late"), late
    yield say("figures", "late_without"), [row for row in late if row.decided and not row.decided.reason]
    for phase in Phase:
        yield say("phases", phase.value), [row for row in came if row.phase is phase]
    overdue = [row for row in ground.rows if any(item.due and item.due < ground.now for item in row.items)]
    yield say("figures", "overdue"), overdue


def _late(ground: Ground) -> Table:
    columns = (
        column("reference", 0.16),
        column("reported", 0.16),
        column("due", 0.16),
        column("decided", 0.16),
        column("late_by", 0.1),
        column("reason", 0.26),
    )
    taken = [(row, row.decided) for row in ground.rows if row.decided and ground.has(row.decided.at)]
    late = sorted(((row, decided) for row, decided in taken if decided.late_by), key=lambda each: each[1].at)
    return _table("late", columns, tuple(_late_row(ground, row, decided) for row, decided in late))


def _late_row(ground: Ground, row: CaseRow, decided: Decided) -> tuple[Value, ...]:
    reason = ground.hide(decided.reason) or say("figures", "no_reason")
    return row.reference, london_day(row.filed_at), decided.due, decided.at, long_words(decided.late_by), reason


def _registers(ground: Ground) -> Table:
    columns = (column("register", 0.34), column("declared", 0.14), column("open", 0.14), column("references", 0.38))
    rows = tuple(_register(register, declared, ground) for register, declared in ground.registers.items())
    return _table("registers", columns, rows)


def _register(register: Register, declared: Iterable[RegisterRow], ground: Ground) -> tuple[Value, ...]:
    in_period = [row for row in declared if ground.first <= row.declared.on <= ground.last]
    is_open = [row for row in declared if row.state in _OPEN]
    references = ", ".join(sorted({row.reference for row in is_open}))
    return register_words("titles")[register.value], len(in_period), len(is_open), references


def _in_force(ground: Ground) -> Table:
    settings, guidance, law = ground.settings, ground.guidance, restriction()
    edition = say("in_force", "edition", edition=guidance.edition, day=shown(guidance.checked_on))
    rows: list[tuple[Value, ...]] = [(guidance.title, edition)]
    rows.append((law.title, say("in_force", "edition", edition=law.edition, day=shown(law.checked_on))))
    if settings.code_name:
        digest = settings.code_sha256[:_PRINT]
        rows.append((say("in_force", "code"), say("in_force", "file", name=settings.code_name, digest=digest)))
    for line in settings.policies:
        words = say("in_force", "policy", count=str(len(line.versions)), digest=line.versions[-1][:_PRINT])
        review = say("in_force", "review", day=written_day(line.review_due)) if line.review_due else ""
        rows.append((line.title, f"{words} {review}".strip()))
    rows.append((say("in_force", "decide"), say("in_force", "hours", count=str(settings.decision_hours))))
    gift = Pence(settings.head_permission_from)
    rows.append((say("in_force", "gifts"), shown(gift) if gift.amount else say("in_force", "every_gift")))
    return _facts("in_force", rows)


def _record(ground: Ground) -> Table:
    sound = say("record", "sound" if ground.is_sound else "unsound")
    return _facts("record", [(say("record", "checked", count=f"{ground.entries:,}"), sound)])


def _facts(name: str, rows: Iterable[tuple[Value, ...]]) -> Table:
    return _table(name, (column("label", 0.4), column("value", 0.6)), tuple(rows))


def _table(name: str, columns: tuple[Column, ...], rows: tuple[tuple[Value, ...], ...]) -> Table:
    return Table(name=name, title=say("tables", name), columns=columns, rows=rows)
