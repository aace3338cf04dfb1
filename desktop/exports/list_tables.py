# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person's chronology, what is open and an audit, as tables of values. Pure."""

from collections.abc import Iterable
from datetime import date

from desktop.auditing.deeds import AuditLine, audit_words
from desktop.auditing.saying import deed_word, sentence, who_words
from desktop.board.board import Board, Line
from desktop.board.words import about_words, owner_words, state_words, what_words, when_words
from desktop.chronology.items import Item
from desktop.clocks.deadlines import last_day_of
from desktop.documents.chronology import ChronologySource, kind_words
from desktop.documents.chronology import state_words as chronology_state
from desktop.exports.case_tables import day_of
from desktop.exports.tables import Column, Table, Value
from desktop.exports.words import column, say
from desktop.people import School
from desktop.phrases import reference


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


def audit_table(lines: Iterable[AuditLine], school: School) -> Table:
    """Who did what and when, and with which record: nothing of what stands in it (ux.md R13)."""
    titles = audit_words().words
    shares = {"when": 0.24, "who": 0.0, "what": 0.0, "record": 0.0, "sentence": 0.76}
    return Table(
        name="audit",
        title=say("titles", "audit"),
        columns=tuple(Column(name, titles[name], share) for name, share in shares.items()),
        rows=tuple(_deed(line, school) for line in lines),
    )


def _deed(line: AuditLine, school: School) -> tuple[Value, ...]:
    record = reference(line.case_id) if line.case_id else ""
    return (line.at, who_words(line.who, school), deed_word(line.deed), record, sentence(line, school))
