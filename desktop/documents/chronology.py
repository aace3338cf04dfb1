# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A person's chronology on paper: a pure function of their page, so that the same page gives the same bytes (R5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

import msgspec

import resources
from desktop.chronology.items import Item
from desktop.chronology.kinds import count_words
from desktop.chronology.page import PersonPage
from desktop.clocks import date_words, london_day, short_date_words
from desktop.documents.case_telling import moment, one_line, shortened
from desktop.documents.flow import Fact, Flow, Grid, Row
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles
from desktop.exports.hiding import Hide
from desktop.forms import fill
from desktop.ticking import Tick, unwatched

_SECTIONS = ("summary", "chronology", "actions", "readers")
_LOW, _HIGH = 120, 30
_ON_EVERY_PAGE = 80
_COLUMNS = (0.15, 0.34, 0.2, 0.15, 0.16)
_REFERENCE = frozenset({4})


@dataclass(frozen=True, slots=True)
class ChronologySource:
    """What a chronology is made from: the page, of which school, by whom (name), when (aware), for whom and why.

    `hide` takes names out of what is printed after the cover; `remarks` on it must not be missed.
    """

    page: PersonPage
    school: str
    maker: str
    made_at: datetime
    recipient: str
    purpose: str
    hide: Hide | None = None
    remarks: tuple[str, ...] = ()
    tells_readers: bool = True


def chronology(source: ChronologySource, tick: Tick = unwatched) -> Printed:
    """Print a chronology. Neither cover nor file name says whom it is about: they are seen by many."""
    running = Running(
        school=shortened(source.school, _ON_EVERY_PAGE),
        name=_say("document", "name"),
        classification=_say("document", "classification"),
        made=_say(
            "document",
            "made",
            recipient=shortened(one_line(source.recipient), _ON_EVERY_PAGE),
            maker=shortened(source.maker, _ON_EVERY_PAGE),
            day=short_date_words(london_day(source.made_at)),
        ),
        number=_say("document", "number"),
    )
    return print_document(_say("document", "name"), source.made_at, running, lambda flow: _write(flow, source), tick)


def _write(flow: Flow, source: ChronologySource) -> None:
    _write_cover(flow, source)
    flow.setter.hide = source.hide
    _write_summary(flow, source.page)
    _write_records(flow, source)
    _write_actions(flow, source.page)
    if source.tells_readers:
        _write_readers(flow, source)


def _write_cover(flow: Flow, source: ChronologySource) -> None:
    look = styles()
    flow.space(_LOW if not source.remarks else _HIGH)
    flow.line(_say("document", "kind"), look.cover_kind)
    flow.title(_say("document", "title"), look.cover_title)
    flow.rule()
    flow.body(_say("cover", "about", day=date_words(source.page.on)))
    for words in source.remarks:
        flow.remark(words)
    flow.heading(_say("cover", "contains"))
    flow.contents((_say("sections", name), flow.pages[name]) for name in _SECTIONS if name in flow.pages)
    flow.space(14)
    care = _say("cover", "care", classification=_say("document", "classification"))
    flow.facts(
        (
            Fact(_say("cover", "made_for"), source.recipient),
            Fact(_say("cover", "purpose"), source.purpose),
            Fact(_say("cover", "made_by"), source.maker),
            Fact(_say("cover", "made_on"), moment(source.made_at)),
            Fact(_say("cover", "handling"), care),
        )
    )
    flow.leave_cover()


def _write_summary(flow: Flow, page: PersonPage) -> None:
    person = page.person
    flow.section(_say("sections", "summary"), "summary")
    counts = ", ".join(count_words(page.counts)) or _say("summary", "none")
    facts = [
        Fact(_say("summary", "person"), person.name),
        Fact(_say("summary", "job"), ", ".join(part for part in (person.job, person.group) if part)),
        Fact(_say("summary", "started"), date_words(person.start) if person.start else ""),
        Fact(_say("summary", "left"), date_words(person.end) if person.end and person.end <= page.on else ""),
        Fact(_say("summary", "manager"), page.manager),
        Fact(_say("summary", "counts", day=date_words(page.on)), counts),
        Fact(_say("summary", "total"), f"{len(page.items):,}"),
    ]
    flow.facts(fact for fact in facts if fact.value)


def _write_records(flow: Flow, source: ChronologySource) -> None:
    flow.section(_say("sections", "chronology"), "chronology")
    flow.minor(_say("chronology", "about"))
    if not source.page.items:
        flow.body(_say("chronology", "empty"))
        return
    heads = tuple(_say("chronology", word) for word in ("happened", "what", "state", "recorded", "reference"))
    # On paper a chronology is read from its beginning.
    rows = [_row(item, source.maker) for item in reversed(source.page.items)]
    flow.table(Grid(heads, _COLUMNS, rows, _REFERENCE))


def _row(item: Item, maker: str) -> Row:
    cells = (
        short_date_words(item.happened),
        _what(item),
        state_words(item, maker),
        short_date_words(item.recorded),
        item.row.reference,
    )
    return Row(cells)


def kind_words(item: Item) -> str:
    """Say what kind of record it is."""
    return _say("kinds", item.kind.value)


def _what(item: Item) -> str:
    parts = [f"{kind_words(item)}."]
    parts += [f"{_say('chronology', 'declared_by', name=item.declared_by)}."] if item.declared_by else []
    parts += [_say("chronology", "described", words=item.words)] if item.words else []
    return " ".join([*parts, item.row.summary])


def state_words(item: Item, maker: str) -> str:
    """Say how a record stands."""
    if item.is_only_sent:
        return _say("chronology", "only_sent", maker=maker)
    if item.decided is None:
        return _say("states", item.row.phase.value)
    outcome = item.outcome or _say("states", item.row.phase.value)
    return _say("chronology", "decided", outcome=outcome, day=short_date_words(item.decided))


def _write_actions(flow: Flow, page: PersonPage) -> None:
    flow.section(_say("sections", "actions"), "actions")
    lines = [
        _say("actions", "line", what=each.action.what, owner=each.owner, day=_day(each.action.due))
        for each in page.actions
    ]
    if lines:
        flow.bullets(lines)
    else:
        flow.body(_say("actions", "none"))


def _write_readers(flow: Flow, source: ChronologySource) -> None:
    page = source.page
    flow.section(_say("sections", "readers"), "readers")
    flow.bullets(
        _say("readers", "line", name=each.name, count=each.count, all=len(page.items)) for each in page.seen_by
    )
    flow.minor(_say("readers", "about", maker=source.maker))


def _day(due: str) -> str:
    try:
        return short_date_words(date.fromisoformat(due))
    except ValueError:
        return due


def _say(section: str, word: str, **values: str | int) -> str:
    return fill(_words()[section][word], values)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return msgspec.toml.decode(resources.text("documents/chronology.toml"), type=dict[str, dict[str, str]])
