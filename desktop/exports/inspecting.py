# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Exporting the inspection pack: reads what it is made from out of the vault of whoever makes it."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from desktop.cases.inbox import SHELVES
from desktop.cases.rows import CaseRow, from_bytes
from desktop.clocks import date_words
from desktop.exports.inspection import Ground, inspection_tables
from desktop.exports.lists import Pack, leaving_pack
from desktop.exports.order import Order
from desktop.exports.recording import told_of_exports
from desktop.exports.saving import Leaving, Saved, save
from desktop.exports.words import say
from desktop.faults import DeskFault
from desktop.forms import load_guidance
from desktop.naming.finding import find, replaced
from desktop.naming.known import Known, What, known_in
from desktop.registers.reading import read_register, registers_for
from desktop.session import Session
from desktop.soundness import check
from desktop.ticking import Tick, unwatched
from storage.errors import KnownError

_NAME = "inspection"


def export_inspection(
    session: Session, path: Path, order: Order, period: tuple[date, date], tick: Tick = unwatched
) -> Saved:
    """Save the inspection pack of a period. Raises as `leaving_inspection` and `save`."""
    return save(leaving_inspection(session, order, period), path, tick)


def leaving_inspection(session: Session, order: Order, period: tuple[date, date]) -> Leaving:
    """Gather the inspection pack of a period (its first and last day).

    Raises AnswersError; KnownError(DAYS_REVERSED) and as `sender_of`.
    """
    if period[0] > period[1]:
        raise KnownError(DeskFault.DAYS_REVERSED)
    ground = read_ground(session, period)
    nothing = not any(ground.has(row.filed_at) for row in ground.rows)
    pack = Pack(
        name=_NAME,
        tables=inspection_tables(ground),
        cases=tuple(row.case_id for row in ground.rows),
        told=told_of_exports(session),
        about=say("about", _NAME, first=date_words(ground.first), last=date_words(ground.last)),
        remarks=(say("figures", "none"),) if nothing else (),  # practice.md R49: nothing recorded is a question
    )
    return leaving_pack(session, order, pack)


def read_ground(session: Session, period: tuple[date, date]) -> Ground:
    """Read what a pack is made from. Slow: it checks the whole vault."""
    machine, meaning = session.machine, session.meaning
    found = check(session)
    known = known_in(machine.school, machine.today())
    return Ground(
        rows=tuple(_rows(session)),
        registers={register: read_register(session, register) for register in registers_for(session)},
        settings=machine.school.settings,
        guidance=load_guidance(),
        titles={form: spec.title for form, spec in meaning.forms.items()},
        first=period[0],
        last=period[1],
        now=machine.now(),
        entries=found.entries,
        is_sound=found.is_sound,
        hide=partial(_without_names, known),
    )


def _rows(session: Session) -> Iterator[CaseRow]:
    """The rows of everything that its maker reads as a reviewer."""
    for row in map(from_bytes, session.views.rows_of_tags([f"form {form}" for form in session.meaning.forms])):
        if row.shelf in SHELVES:
            yield row


def _without_names(known: Known, text: str) -> str:
    return replaced(text, find(text, known), dict.fromkeys(What, say("figures", "somebody")))
