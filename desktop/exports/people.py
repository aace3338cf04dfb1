# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Exporting somebody's chronology, and saying in each record that is in it that a copy was made (security.md 3.15)."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from desktop.cases.acting import EXPORT, form_data, leave
from desktop.chronology.page import PersonPage, read_page
from desktop.documents.chronology import ChronologySource, chronology
from desktop.exports.choices import CasePart
from desktop.exports.hiding import hidden_in, hiding
from desktop.exports.list_tables import chronology_tables
from desktop.exports.order import Order
from desktop.exports.pieces import Piece, Source, pieces
from desktop.exports.recording import answers_of, asked, front_of, said_of
from desktop.exports.restriction import warning
from desktop.exports.saving import Facts, Leaving, Saved, save
from desktop.exports.sealing import sender_of
from desktop.exports.tables import Dossier, reworded
from desktop.exports.words import say
from desktop.people import PersonId
from desktop.session import Session
from desktop.ticking import Tick, unwatched

TABLES = 3
_NAME = "chronology"


def stem(today: date) -> str:
    """The name of the file: it says of nobody that there is anything about them."""
    return f"{_NAME}-{today.isoformat()}"


def export_chronology(
    session: Session, person: PersonId, path: Path, order: Order, tick: Tick = unwatched, *, on: date | None = None
) -> Saved:
    """Save somebody's chronology as it stands, or stood on a day. Raises as `leaving_chronology` and `save`."""
    return save(leaving_chronology(session, person, order, on), path, tick)


def leaving_chronology(session: Session, person: PersonId, order: Order, on: date | None = None) -> Leaving:
    """Gather somebody's chronology.

    Raises AnswersError when it is not said for whom or why; KnownError as `sender_of`.
    """
    answers_of(session, asked(order))
    page = read_page(session, person, on)
    source = _source(session, page, order)
    return Leaving(
        order=order,
        stem=stem(session.machine.today()),
        tables=TABLES,
        pieces=partial(_pieces, session, source, order),
        front=msgspec.structs.replace(front_of(session, order, source.made_at, "bundle"), remarks=source.remarks),
        said=said_of(session, order, source.made_at),
        record=partial(_record, session, page, order),
        sender=sender_of(session, order, [item.case_id for item in page.items], about=person),
    )


def _source(session: Session, page: PersonPage, order: Order) -> ChronologySource:
    machine = session.machine
    school, today, at = machine.school, machine.today(), machine.now()
    cases = tuple(session.case(item.case_id) for item in page.items)
    hidden = hidden_in(cases, order.leaves_out, school, today, session.me)
    concerned = frozenset({page.person.person_id})
    return ChronologySource(
        page=page,
        school=school.name,
        maker=school.people[session.me].name,
        made_at=at,
        recipient=order.recipient,
        purpose=order.purpose,
        hide=None if hidden.is_nobody else hiding(hidden, concerned, school, today),
        remarks=front_of(session, order, at, "bundle", warning=warning(cases, school, order.lifted)).remarks,
        tells_readers=CasePart.ACCESS_LOG not in order.leaves_out.parts,
    )


def _pieces(session: Session, source: ChronologySource, order: Order, tick: Tick) -> Iterator[Piece]:
    def dossier() -> Dossier:
        tables = chronology_tables(source)
        told = reworded(tables, source.hide) if source.hide else tables
        return Dossier(name=_NAME, title=say("titles", _NAME), tables=told)

    made = Source(
        name=stem(session.machine.today()),
        about=say("titles", _NAME),
        printed=partial(chronology, source),
        dossier=dossier,
        said={**said_of(session, order, source.made_at), "remarks": source.remarks},
        made_at=source.made_at,
    )
    return pieces(made, order.formats, tick)


def _record(session: Session, page: PersonPage, order: Order, facts: Facts) -> tuple[str, ...]:
    answers = asked(order) | {"document": _NAME} | facts
    said = []
    for item in page.items:
        if not item.is_only_sent:
            data = form_data(answers_of(session, answers))
            said.append(leave(session, session.case(item.case_id), EXPORT, data).entry.eid)
    return tuple(said)
