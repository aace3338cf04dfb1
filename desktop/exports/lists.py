# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Exporting a register, or everything that is open: what its maker may see of it, and no more."""

from functools import partial
from pathlib import Path

import msgspec

from desktop.board.board import read_board
from desktop.documents.sheets import sheets
from desktop.exports.choices import LeftOut
from desktop.exports.list_tables import board_table, register_table
from desktop.exports.order import Order
from desktop.exports.pieces import Source, pieces
from desktop.exports.recording import answers_of, asked, front_of, record_apart, said_of
from desktop.exports.saving import Leaving, Saved, Watch, save, unwatched
from desktop.exports.sealing import sender_of
from desktop.exports.tables import Dossier, Table
from desktop.exports.words import say
from desktop.registers.declared import Register
from desktop.registers.listing import Chosen, chosen_rows
from desktop.registers.reading import read_register
from desktop.registers.telling import Telling
from desktop.session import Session

ACTIONS = "actions"


def export_register(
    session: Session, register: Register, path: Path, order: Order, chosen: Chosen, watch: Watch = unwatched
) -> Saved:
    """Save a register, or some rows of it, and put that on record. Raises AnswersError, and KnownError as `save`."""
    telling = Telling(session.meaning.forms, session.machine.school)
    rows = chosen_rows(read_register(session, register), chosen, telling.cells)
    table = register_table(register, rows, telling)
    return save_pack(
        session,
        Pack(name=register.value, tables=(table,), cases=tuple(row.case_id for row in rows)),
        path,
        order,
        watch,
    )


def export_actions(session: Session, path: Path, order: Order, watch: Watch = unwatched) -> Saved:
    """Save everything that is open, and put that on record. Raises AnswersError, and KnownError as `save`."""
    board = read_board(session)
    pack = Pack(
        name=ACTIONS,
        tables=(board_table(board, session.machine.school),),
        cases=tuple(line.case_id for line in board.lines),
    )
    return save_pack(session, pack, path, order, watch)


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """Tables that leave together: a title of words.toml, and what the cover says where that is not the usual.

    `cases` are those of which anything stands in them.
    """

    name: str
    tables: tuple[Table, ...]
    cases: tuple[str, ...]
    about: str = ""
    remarks: tuple[str, ...] = ()


def save_pack(session: Session, pack: Pack, path: Path, order: Order, watch: Watch) -> Saved:
    """Save tables, and put that on record. Raises AnswersError, and KnownError as `sender_of` and `save`."""
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
    leaving = Leaving(
        stem=stem,
        tables=len(pack.tables),
        pieces=partial(pieces, source, order.formats),
        front=front_of(session, order, at, "bundle"),
        said=said,
        record=partial(record_apart, session, order, pack.name),
        sender=sender_of(session, order, pack.cases),
    )
    return save(leaving, order, path, watch)
