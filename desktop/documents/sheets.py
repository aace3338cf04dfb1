# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables on paper, with a cover that says whose copy it is: registers, what is open, an inspection, a bundle’s front.

A pure function of values, like every document here.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from desktop.clocks import london_day, short_date_words
from desktop.documents.case_telling import moment, one_line, shortened
from desktop.documents.flow import Fact, Flow, Grid, Row
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles
from desktop.documents.words import say
from desktop.exports.tables import Table, shown
from desktop.ticking import Tick, unwatched

_LOW, _HIGH = 120, 30
_ON_EVERY_PAGE = 80


class Front(msgspec.Struct, frozen=True, kw_only=True):
    """What a cover says. `made_at` is aware; `remarks` must not be missed."""

    name: str
    title: str
    about: str
    school: str
    maker: str
    maker_job: str
    made_at: datetime
    recipient: str
    purpose: str
    copy: int = 1
    remarks: tuple[str, ...] = ()


def sheets(front: Front, tables: Sequence[Table], tick: Tick = unwatched) -> Printed:
    """Print a cover, and each table as a section of its own."""

    def write(flow: Flow) -> None:
        _write_cover(flow, front, tables)
        for table in tables:
            _write_table(flow, table)

    return print_document(front.name, front.made_at, _running(front), write, tick)


def _running(front: Front) -> Running:
    return Running(
        school=shortened(front.school, _ON_EVERY_PAGE),
        name=front.name,
        classification=say("document", "classification"),
        made=say(
            "document",
            "made",
            recipient=shortened(one_line(front.recipient), _ON_EVERY_PAGE),
            maker=shortened(front.maker, _ON_EVERY_PAGE),
            day=short_date_words(london_day(front.made_at)),
            copy=front.copy,
        ),
        number=say("document", "number"),
    )


def _write_cover(flow: Flow, front: Front, tables: Sequence[Table]) -> None:
    look = styles()
    flow.space(_LOW if not front.remarks else _HIGH)
    flow.line(say("document", "kind"), look.cover_kind)
    flow.title(front.title, look.cover_title)
    flow.rule()
    flow.body(front.about)
    for words in front.remarks:
        flow.remark(words)
    listed = [(table.title, flow.pages[table.name]) for table in tables if table.name in flow.pages]
    if listed:
        flow.heading(say("cover", "contains"))
        flow.contents(listed)
    flow.space(14)
    maker = ", ".join(filter(None, (front.maker, front.maker_job)))
    flow.facts(
        (
            Fact(say("cover", "made_for"), front.recipient),
            Fact(say("cover", "purpose"), front.purpose),
            Fact(say("cover", "made_by"), maker),
            Fact(say("cover", "made_on"), moment(front.made_at)),
            Fact(say("cover", "copy"), str(front.copy)),
            Fact(say("cover", "handling"), say("cover", "care", classification=say("document", "classification"))),
        )
    )
    flow.leave_cover()


def _write_table(flow: Flow, table: Table) -> None:
    """A table: in columns, those with a share of the page; with two columns, as labels and what they say."""
    flow.section(table.title, table.name)
    if not table.rows:
        flow.body(say("tables", "nothing"))
        return
    printed = [place for place, column in enumerate(table.columns) if column.share]
    if len(printed) == 2:
        flow.facts(Fact(shown(row[printed[0]]), shown(row[printed[1]])) for row in table.rows)
        return
    heads = tuple(table.columns[place].title for place in printed)
    shares = tuple(table.columns[place].share for place in printed)
    flow.table(Grid(heads, shares, [Row(tuple(shown(row[place]) for place in printed)) for row in table.rows]))
