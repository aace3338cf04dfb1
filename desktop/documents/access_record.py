# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The record of what was given and withheld, for those who answer for it: it names everybody, and stays there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from desktop.access.exemptions import grounds
from desktop.access.gathered import Record, Why
from desktop.access.third_parties import Item, Part
from desktop.access.weighing import Weighed
from desktop.access.words import say
from desktop.access.work import Verdict
from desktop.clocks import date_words, london_day, short_date_words
from desktop.documents.case_telling import moment, shortened
from desktop.documents.flow import Fact, Flow, Grid, Row
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles

_ON_EVERY_PAGE = 80
_SHARES = (0.24, 0.18, 0.2, 0.08, 0.3)


@dataclass(frozen=True, slots=True)
class RecordSource:
    """What was weighed, of which request, by whom and when, and the length and fingerprint of the copy."""

    weighed: Weighed
    school: str
    reference: str
    maker: str
    asked_on: date
    due: date
    made_at: datetime
    pages: int
    sha256: str


def access_record(source: RecordSource) -> Printed:
    """Print the record."""
    day = short_date_words(london_day(source.made_at))
    running = Running(
        school=shortened(source.school, _ON_EVERY_PAGE),
        name=say("record", "name"),
        classification=say("record", "classification"),
        made=say("record", "made", maker=shortened(source.maker, _ON_EVERY_PAGE), day=day),
        number=say("copy", "number"),
    )
    return print_document(say("record", "name"), source.made_at, running, lambda flow: _write(flow, source))


def _write(flow: Flow, source: RecordSource) -> None:
    look = styles()
    flow.space(60)
    flow.line(say("record", "kind"), look.cover_kind)
    flow.title(say("record", "title"), look.section)
    flow.facts(
        (
            Fact(say("record", "request"), source.reference),
            Fact(say("record", "person"), source.weighed.gathered.person.name),
            Fact(say("record", "asked"), date_words(source.asked_on)),
            Fact(say("record", "due"), date_words(source.due)),
            Fact(say("record", "maker"), f"{source.maker}, {moment(source.made_at)}"),
            Fact(say("record", "pages"), str(source.pages)),
            Fact(say("record", "sha256"), source.sha256),
        )
    )
    flow.body(say("record", "limit"))
    flow.leave_cover()
    _write_figures(flow, source.weighed)
    _write_people(flow, source.weighed)
    _write_given(flow, source.weighed)


def _write_figures(flow: Flow, weighed: Weighed) -> None:
    counts = weighed.counts
    flow.section(say("record", "summary"), "summary")
    flow.facts(
        (
            Fact(say("record", "covered"), str(counts.get(Verdict.COVER, 0))),
            Fact(say("record", "agreed"), str(counts.get(Verdict.AGREED, 0))),
            Fact(say("record", "reasonable"), str(counts.get(Verdict.REASONABLE, 0))),
            Fact(say("record", "records"), str(sum(each.why is not Why.DIRECTORY for each in weighed.records))),
            Fact(say("record", "left_out"), str(len(tuple(weighed.left_out())))),
        )
    )


def _write_people(flow: Flow, weighed: Weighed) -> None:
    flow.section(say("record", "people"), "people")
    rows = [_row(weighed, item) for item in weighed.items]
    if not rows:
        flow.body(say("record", "nobody"))
        return
    heads = tuple(say("record", f"head_{word}") for word in ("who", "part", "decision", "places", "why"))
    flow.table(Grid(heads, _SHARES, rows))


def _row(weighed: Weighed, item: Item) -> Row:
    decision = weighed.decision(item)
    why = decision.why if decision else ""
    return Row((item.name, say("parts", item.part), verdict_words(weighed, item), str(len(item.places)), why))


def verdict_words(weighed: Weighed, item: Item) -> str:
    """What became of an item, in words; empty while it is undecided."""
    decision = weighed.decision(item)
    if decision is None:
        return ""
    if item.part is Part.FILE:
        return say("verdicts", "included_file" if decision.is_kept else "left_out_file")
    return say("verdicts", decision.verdict)


def _write_given(flow: Flow, weighed: Weighed) -> None:
    flow.section(say("record", "left_out"), "left_out")
    left_out = tuple(told_left_out(weighed))
    if left_out:
        flow.bullets(left_out)
    else:
        flow.body(say("record", "none_left_out"))
    flow.section(say("record", "records_given"), "records_given")
    flow.bullets(
        say("record", "given_record", reference=each.reference, title=each.title, why=say("why", each.why)).strip()
        for each in weighed.records
    )


def told_left_out(weighed: Weighed, of: Record | None = None) -> Iterator[str]:
    """What stays out whole, of one record or of all, a line each, with its ground, the reason and the source."""
    known = grounds().by_id()
    for record, passage, left_out in weighed.left_out():
        if of is not None and record.key != of.key:
            continue
        ground = known[left_out.ground]
        told = {"reference": record.reference, "why": left_out.why, "ground": ground.label, "source": ground.source}
        if passage is None:
            yield say("record", "left_out_record", title=record.title, **told)
        else:
            yield say("record", "left_out_entry", day=short_date_words(passage.recorded), **told)
