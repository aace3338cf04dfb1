# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case as tables: what its case file says, told by the same `Telling`, with every value's type kept. Pure."""

from collections.abc import Iterator
from datetime import date

from desktop.attaching.held import HeldFile
from desktop.cases.acting import ACCESS
from desktop.cases.entry import CaseEntry
from desktop.clocks import london_day
from desktop.documents.case_summary import summary_facts
from desktop.documents.case_telling import Telling
from desktop.exports.choices import CasePart
from desktop.exports.tables import Table, Value, reworded
from desktop.exports.words import column, say
from desktop.routing.explain import words as route_words


def case_tables(telling: Telling, files: tuple[HeldFile, ...]) -> tuple[Table, ...]:
    """The tables of a case, without what is left out. `files` are those that go with it."""
    tables = [_summary(telling), _entries(telling), _answers(telling)]
    if telling.has(CasePart.DECISIONS):
        tables.append(_actions(telling))
    if telling.has(CasePart.ACCESS_LOG):
        tables += [_readers(telling), _openings(telling)]
    if telling.has(CasePart.ATTACHMENTS):
        tables.append(_attached(telling, files))
    return reworded(tables, telling.source.hide) if telling.source.hide else tuple(tables)


def _summary(telling: Telling) -> Table:
    rows = tuple((fact.label, fact.value) for fact in summary_facts(telling))
    return _table("summary", ("label", "value"), rows)


def _entries(telling: Telling) -> Table:
    names = ("number", "happened", "headline", "recorded", "received", "author", "standing")
    return _table("entries", names, tuple(_entry(telling, entry) for entry in telling.entries))


def _entry(telling: Telling, entry: CaseEntry) -> tuple[Value, ...]:
    happened = telling.happened(entry)
    return (
        telling.number(entry),
        happened.day if happened else None,
        telling.headline(entry),
        london_day(entry.at) if entry.is_day_only else entry.at,
        entry.received_at,
        telling.author(entry),
        telling.standing(entry),
    )


def _answers(telling: Telling) -> Table:
    rows = tuple(
        (telling.number(entry), fact.label, fact.value, fact.is_quoted)
        for entry in telling.entries
        for fact in telling.facts(entry)
    )
    return _table("answers", ("entry", "question", "answer", "own_words"), rows)


def _actions(telling: Telling) -> Table:
    return _table("actions", ("what", "owner", "due", "state", "entry"), tuple(_action_rows(telling)))


def _action_rows(telling: Telling) -> Iterator[tuple[Value, ...]]:
    for action in telling.source.case.actions:
        owner = telling.name(action.owner) if action.owner else None
        entry = telling.source.case.entry(action.eid)
        yield action.what, owner, day_of(action.due), action.state, telling.number(entry) if entry else None


def _readers(telling: Telling) -> Table:
    roles = route_words()["role"]
    rows = tuple(
        (telling.described(reader.person_id), roles.get(reader.role, reader.role), reader.opened_at)
        for reader in telling.source.case.readers
    )
    return _table("readers", ("name", "role", "opened"), rows)


def _openings(telling: Telling) -> Table:
    rows = tuple(
        (telling.author(entry), entry.at, telling.number(entry)) for entry in telling.source.case.of_kind(ACCESS)
    )
    return _table("openings", ("name", "when", "entry"), rows)


def _attached(telling: Telling, files: tuple[HeldFile, ...]) -> Table:
    rows = []
    for file in files:
        entry = telling.source.case.entry(file.eid)
        number = telling.number(entry) if entry else None
        rows.append((file.number, file.name, file.kind.media, file.size, file.blob, number))
    return _table("attached", ("number", "file", "type", "size", "sha256", "entry"), tuple(rows))


def day_of(text: str) -> Value:
    """A day, or the text as it stands where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _table(name: str, columns: tuple[str, ...], rows: tuple[tuple[Value, ...], ...]) -> Table:
    return Table(name=name, title=say("tables", name), columns=tuple(column(each) for each in columns), rows=rows)
