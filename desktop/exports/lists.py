# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Exporting a register, everything that is open, or an audit: what its maker may see of it, and no more."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import msgspec

from desktop.auditing.deeds import Asked, AuditLine
from desktop.auditing.noting import watchers
from desktop.auditing.reading import read_audit
from desktop.board.board import read_board
from desktop.declarations.gifts import year_of
from desktop.documents.case_telling import moment
from desktop.documents.sheets import sheets
from desktop.exports.choices import LeftOut
from desktop.exports.list_tables import audit_table, board_table
from desktop.exports.order import Order
from desktop.exports.pieces import Source, pieces
from desktop.exports.recording import answers_of, asked, front_of, record_apart, said_of, told_of_exports
from desktop.exports.register_tables import published_table, register_table, returns_table, totals_table
from desktop.exports.saving import Leaving, Saved, save
from desktop.exports.sealing import sender_of
from desktop.exports.tables import Dossier, Table
from desktop.exports.words import say
from desktop.people import PersonId
from desktop.registers.declared import Register
from desktop.registers.listing import RegisterRow, chosen_rows
from desktop.registers.reading import read_register
from desktop.registers.returns import returns
from desktop.registers.telling import Telling
from desktop.registers.views import View, Wanted
from desktop.session import Session
from desktop.ticking import Tick, unwatched

ACTIONS, AUDIT = "actions", "audit"


def export_register(session: Session, wanted: Wanted, path: Path, order: Order, tick: Tick = unwatched) -> Saved:
    """Save a register, or some of it. Raises as `leaving_register` and `save`."""
    return save(leaving_register(session, order, wanted), path, tick)


def leaving_register(session: Session, order: Order, wanted: Wanted) -> Leaving:
    """Gather what is wanted of a register. Raises AnswersError, and KnownError as `sender_of`."""
    telling = Telling(session.meaning.forms, session.machine.school)
    rows = chosen_rows(read_register(session, wanted.register), wanted.chosen, telling.cells)
    is_published = wanted.view is View.PUBLISHED
    pack = Pack(
        name=wanted.register.value,
        tables=(_table(session, wanted, rows, telling),),
        cases=tuple(row.case_id for row in rows),
        told=told_of_exports(session),
        about=say("about", "published", moment=moment(session.machine.now())) if is_published else "",
        is_published=is_published,
    )
    return leaving_pack(session, order, pack)


def _table(session: Session, wanted: Wanted, rows: tuple[RegisterRow, ...], telling: Telling) -> Table:
    match wanted.view:
        case View.ROWS:
            return register_table(wanted.register, rows, telling)
        case View.TOTALS:
            return totals_table(rows)
        case View.PUBLISHED:
            return published_table(rows, telling, by_job=wanted.by_job)
        case View.RETURNS:
            school, today = session.machine.school, session.machine.today()
            both = [row for each in (Register.GIFTS, Register.TIES) for row in read_register(session, each)]
            year = wanted.chosen.year or year_of(today)
            return returns_table(returns(wanted.register, both, school, year, today), school)


def export_actions(session: Session, path: Path, order: Order, tick: Tick = unwatched) -> Saved:
    """Save everything that is open. Raises as `leaving_actions` and `save`."""
    return save(leaving_actions(session, order), path, tick)


def leaving_actions(session: Session, order: Order) -> Leaving:
    """Gather everything that is open. Raises AnswersError, and KnownError as `sender_of`."""
    board = read_board(session)
    pack = Pack(
        name=ACTIONS,
        tables=(board_table(board, session.machine.school),),
        cases=tuple(line.case_id for line in board.lines if line.case_id),
        told=told_of_exports(session),
    )
    return leaving_pack(session, order, pack)


def export_audit(session: Session, asked_for: Asked, path: Path, order: Order, tick: Tick = unwatched) -> Saved:
    """Save an audit, as far as it is asked for. Raises as `leaving_audit` and `save`."""
    return save(leaving_audit(session, order, read_audit(session, asked_for).lines), path, tick)


def leaving_audit(session: Session, order: Order, lines: Sequence[AuditLine]) -> Leaving:
    """Gather lines of an audit. Raises AnswersError, and KnownError as `sender_of`."""
    pack = Pack(
        name=AUDIT,
        tables=(audit_table(lines, session.machine.school),),
        cases=tuple(dict.fromkeys(line.case_id for line in lines if line.case_id)),
        told=watchers(session),
    )
    return leaving_pack(session, order, pack)


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """Tables that leave together: a title of words.toml, and what the cover says where that is not the usual.

    `cases` are those of which anything stands in them, `told` those who are told that it was made.
    """

    name: str
    tables: tuple[Table, ...]
    cases: tuple[str, ...]
    told: tuple[PersonId, ...]
    about: str = ""
    remarks: tuple[str, ...] = ()
    is_published: bool = False


def leaving_pack(session: Session, order: Order, pack: Pack, *, about: PersonId | None = None) -> Leaving:
    """Have tables ready to leave; `about` is whom all of it is about.

    Raises AnswersError, and KnownError as `sender_of`.
    """
    order = msgspec.structs.replace(order, leaves_out=LeftOut())  # nothing of a list is left out
    answers_of(session, asked(order))
    at = session.machine.now()
    said = said_of(session, order, at)
    stem = f"{pack.name}-{session.machine.today().isoformat()}"
    title = say("titles", pack.name)
    front = front_of(session, order, at, pack.name)
    front = msgspec.structs.replace(front, about=pack.about or front.about, remarks=pack.remarks)
    source = Source(
        name=stem,
        about=title,
        printed=partial(sheets, front, pack.tables),
        dossier=partial(Dossier, name=pack.name, title=title, tables=pack.tables),
        said=said,
        made_at=at,
    )
    return Leaving(
        order=order,
        stem=stem,
        tables=len(pack.tables),
        pieces=partial(pieces, source, order.formats),
        front=front_of(session, order, at, "bundle"),
        said=said,
        record=partial(record_apart, session, order, pack.name, pack.told, published=pack.is_published),
        sender=sender_of(session, order, pack.cases, about=about),
    )
