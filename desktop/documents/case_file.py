# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case file: one case to hand to the LADO, to a school's own file, or to a court (ux.md R11; practice.md R22).

A pure function of values: the same case, school, moment and purpose give the same bytes. It opens nothing, and writes
no more than it returns.
"""

from desktop.clocks import london_day, short_date_words
from desktop.documents.case_entries import write_chronology, write_entries
from desktop.documents.case_summary import write_summary
from desktop.documents.case_telling import CaseFileInput, Telling, left_out_words, moment, one_line, shortened
from desktop.documents.case_trust import write_actions, write_marks, write_readers, write_trust
from desktop.documents.flow import Fact, Flow
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles
from desktop.documents.words import say
from desktop.exports.choices import CasePart
from desktop.phrases import reference
from desktop.ticking import Tick, unwatched

_SECTIONS = ("summary", "chronology", "entries", "uncounted", "actions", "readers", "trust", "marks")
_LOW, _HIGH = 120, 30
"""Points above the title; where more has to be said below it, it stands higher."""

_ON_EVERY_PAGE = 80
"""Characters of a name that fit on every page; the cover has all of it."""


def case_file(source: CaseFileInput, tick: Tick = unwatched) -> Printed:
    """Print a case file."""
    telling = Telling(source)
    name = say("document", "name", reference=reference(source.case.case_id))
    running = Running(
        school=shortened(source.school.name, _ON_EVERY_PAGE),
        name=name,
        classification=say("document", "classification"),
        made=say(
            "document",
            "made",
            recipient=shortened(one_line(source.recipient), _ON_EVERY_PAGE),
            maker=shortened(telling.name(source.made_by), _ON_EVERY_PAGE),
            day=short_date_words(london_day(source.made_at)),
            copy=source.copy,
        ),
        number=say("document", "number"),
    )
    return print_document(name, source.made_at, running, lambda flow: _write(flow, telling), tick)


def _write(flow: Flow, telling: Telling) -> None:
    _write_cover(flow, telling)
    flow.setter.hide = telling.source.hide
    write_summary(flow, telling)
    write_chronology(flow, telling)
    write_entries(flow, telling)
    if telling.has(CasePart.DECISIONS):
        write_actions(flow, telling)
    if telling.has(CasePart.ACCESS_LOG):
        write_readers(flow, telling)
    write_trust(flow, telling)
    write_marks(flow)


def _write_cover(flow: Flow, telling: Telling) -> None:
    """Who it is for and what is in it. It names nobody whom it is about: a cover is seen by many."""
    source, look = telling.source, styles()
    remarks = [*filter(None, (source.warning,)), *left_out_words(telling)]
    flow.space(_LOW if not remarks else _HIGH)
    flow.line(say("document", "kind"), look.cover_kind)
    flow.title(say("document", "title"), look.cover_title)
    flow.line(reference(source.case.case_id), look.cover_reference)
    flow.rule()
    flow.body(say("cover", "about", moment=moment(source.made_at)))
    for words in remarks:
        flow.remark(words)
    flow.heading(say("cover", "contains"))
    flow.contents((say("sections", name), flow.pages[name]) for name in _SECTIONS if name in flow.pages)
    flow.space(14)
    classification = say("document", "classification")
    flow.facts(
        (
            Fact(say("cover", "made_for"), source.recipient),
            Fact(say("cover", "purpose"), source.purpose),
            Fact(say("cover", "made_by"), telling.described(source.made_by)),
            Fact(say("cover", "made_on"), moment(source.made_at)),
            Fact(say("cover", "copy"), str(source.copy)),
            Fact(say("cover", "handling"), say("cover", "care", classification=classification)),
        )
    )
    flow.leave_cover()
