# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person's chronology, a register and what is open, as tables of values. Pure."""

from datetime import date

from desktop.board.board import Board, Line
from desktop.board.words import about_words, owner_words, state_words, what_words, when_words
from desktop.chronology.items import Item
from desktop.clocks.deadlines import last_day_of
from desktop.documents.chronology import ChronologySource, kind_words
from desktop.documents.chronology import state_words as chronology_state
from desktop.exports.case_tables import day_of
from desktop.exports.tables import Column, Pence, Table, Value
from desktop.exports.words import column, say
from desktop.people import School
from desktop.registers.declared import Register
from desktop.registers.listing import RegisterRow
from desktop.registers.telling import COLUMNS, Telling, heads, year_words
from desktop.registers.telling import words as register_words

_SHARES = {"on": 0.15, "who": 0.17, "what": 0.17, "giver": 0.16, "worth": 0.1, "state": 0.14, "reference": 0.15}
_SHARES |= {"by": 0.17, "recipient": 0.19, "basis": 0.2, "tie": 0.2, "whom": 0.2, "review": 0.15, "form": 0.3}
_SHARES |= {"permission": 0.3, "until": 0.15}


def chronology_tables(source: ChronologySource) -> tuple[Table, ...]:
    """What stands on somebody's page, oldest first; what is still to be done; who reads how much of it."""
    page = source.page
    records = Table(
        name="records",
        title=say("tables", "records"),
        columns=tuple(
            column(name) for name in ("happened", "kind", "words", "state", "decided", "recorded", "reference")
        ),
        rows=tuple(_record(item, source.maker) for item in reversed(page.items)),
    )
    actions = Table(
        name="actions",
        title=say("tables", "actions"),
        columns=(column("what"), column("owner"), column("due")),
        rows=tuple((each.action.what, each.owner, day_of(each.action.due)) for each in page.actions),
    )
    readers = Table(
        name="readers",
        title=say("tables", "readers"),
        columns=(column("name"), column("count")),
        rows=tuple((each.name, each.count) for each in page.seen_by),
    )
    return (records, actions, readers) if source.tells_readers else (records, actions)


def _record(item: Item, maker: str) -> tuple[Value, ...]:
    return (
        item.happened,
        kind_words(item),
        item.row.summary,
        chronology_state(item, maker),
        item.decided,
        item.recorded,
        item.row.reference,
    )


def register_table(register: Register, rows: tuple[RegisterRow, ...], telling: Telling) -> Table:
    """A register as it is listed: days as days, worth as money where it was given to the penny."""
    columns = COLUMNS[register]
    titles = dict(zip(columns, heads(register), strict=True))
    shares = _scaled([_SHARES[name] for name in columns])
    further = (column("job"), column("year"))
    return Table(
        name=register.value,
        title=register_words("titles")[register.value],
        columns=(*(Column(name, titles[name], share) for name, share in zip(columns, shares, strict=True)), *further),
        rows=tuple(_declared(row, columns, telling) for row in rows),
    )


def _scaled(shares: list[float]) -> list[float]:
    return [share / sum(shares) for share in shares]


def _declared(row: RegisterRow, columns: tuple[str, ...], telling: Telling) -> tuple[Value, ...]:
    declared = row.declared
    typed: dict[str, Value] = {"on": declared.on, "review": declared.review_on, "until": declared.until}
    if declared.pence is not None:
        typed["worth"] = Pence(declared.pence)
    cells = (typed[name] if name in typed else telling.cell(row, name) for name in columns)
    return (*cells, telling.job(declared), year_words(row.year))


def board_table(board: Board, school: School) -> Table:
    """Everything that is open, the most pressing first."""
    return Table(
        name="open",
        title=say("tables", "open"),
        columns=(
            column("what", 0.22),
            column("about", 0.17),
            column("owner", 0.14),
            column("due", 0.15),
            column("state", 0.18),
            column("reference", 0.14),
            column("group"),
            column("since"),
        ),
        rows=tuple(_open(line, board, school) for line in board.open),
    )


def _open(line: Line, board: Board, school: School) -> tuple[Value, ...]:
    due: date | None = last_day_of(line.item.due) if line.item.due else None
    return (
        what_words(line),
        about_words(line),
        owner_words(line.item.owner, school),
        due,
        state_words(line, board.at),
        line.reference,
        when_words(line.when),
        line.item.since,
    )
