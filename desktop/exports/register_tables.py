# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A register as a table of values: its rows, what they add up to, who has answered, or as it is published. Pure."""

from collections.abc import Iterable, Sequence

from desktop.exports.tables import Column, Pence, Table, Value
from desktop.exports.words import column, say
from desktop.people import School
from desktop.registers.declared import Register
from desktop.registers.listing import RegisterRow
from desktop.registers.publishing import PUBLISHED, published
from desktop.registers.returns import Returned
from desktop.registers.telling import COLUMNS, Telling, heads, words, year_words
from desktop.registers.totals import by_giver, by_year

_SHARES = {"on": 0.15, "who": 0.17, "what": 0.17, "giver": 0.16, "worth": 0.1, "state": 0.14, "reference": 0.15}
_SHARES |= {"by": 0.17, "recipient": 0.19, "basis": 0.2, "tie": 0.2, "whom": 0.2, "review": 0.15, "form": 0.3}
_SHARES |= {"permission": 0.3, "until": 0.15, "lost": 0.17, "device": 0.14, "safe": 0.13, "contained": 0.1}


def register_table(register: Register, rows: tuple[RegisterRow, ...], telling: Telling) -> Table:
    """A register as it is listed: days as days, worth as money where it was given to the penny."""
    columns = COLUMNS[register]
    further = (column("job"), column("year"))
    return Table(
        name=register.value,
        title=words("titles")[register.value],
        columns=(*_columns(columns, heads(register)), *further),
        rows=tuple(_declared(row, columns, telling) for row in rows),
    )


def totals_table(rows: Sequence[RegisterRow]) -> Table:
    """What gifts add up to: school years, then givers."""
    made = [(year_words(each.year), each.received) for each in by_year(rows)]
    made += [(each.giver or words("short")["nobody"], each.total) for each in by_giver(rows)]
    return Table(
        name="totals",
        title=say("tables", "totals"),
        columns=(column("giver", 0.46), column("gifts", 0.16), column("worth", 0.18), column("unknown", 0.2)),
        rows=tuple((name, each.count, Pence(each.pence), each.unknown) for name, each in made),
    )


def returns_table(found: Iterable[Returned], school: School) -> Table:
    """Who has answered for a school year, those who have not first."""
    return Table(
        name="returns",
        title=say("tables", "returns"),
        columns=(column("name", 0.5), column("answer", 0.5)),
        rows=tuple((school.people[each.person_id].name, words("returns")[each.answer]) for each in found),
    )


def published_table(rows: Sequence[RegisterRow], telling: Telling, *, by_job: bool) -> Table:
    """The gift register as the school may publish it."""
    return Table(
        name="published",
        title=words("titles")[Register.GIFTS.value],
        columns=_columns(PUBLISHED, [words("heads")[each] for each in PUBLISHED]),
        rows=published(rows, telling, by_job=by_job),
    )


def _columns(names: Sequence[str], titles: Sequence[str]) -> tuple[Column, ...]:
    whole = sum(_SHARES[name] for name in names)
    return tuple(Column(name, title, _SHARES[name] / whole) for name, title in zip(names, titles, strict=True))


def _declared(row: RegisterRow, columns: tuple[str, ...], telling: Telling) -> tuple[Value, ...]:
    declared = row.declared
    typed: dict[str, Value] = {"on": declared.on, "review": declared.review_on, "until": declared.until}
    if declared.pence is not None:
        typed["worth"] = Pence(declared.pence)
    cells = (typed[name] if name in typed else telling.cell(row, name) for name in columns)
    return (*cells, telling.job(declared), year_words(row.year))
