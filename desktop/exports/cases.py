# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Exporting cases: one as a file, or one or several as a bundle with their attached files (ux.md R11)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec

from desktop.attaching.held import FileState, HeldFile, case_files, code_name, content_of
from desktop.attaching.word_search import holds_words
from desktop.cases.acting import EXPORT, ActRefusedError, form_data, leave, open_case
from desktop.cases.case import Case
from desktop.cases.refusals import Refusal
from desktop.documents.case_file import case_file
from desktop.documents.case_telling import CaseFileInput, Telling
from desktop.exports.case_tables import case_tables
from desktop.exports.choices import CasePart
from desktop.exports.hiding import hidden_in, hiding, words_hidden
from desktop.exports.order import Order
from desktop.exports.pieces import Piece, Source, pieces
from desktop.exports.recording import answers_of, asked, front_of, said_of
from desktop.exports.restriction import warning
from desktop.exports.saving import Facts, Leaving, Saved, save
from desktop.exports.sealing import sender_of
from desktop.exports.tables import Dossier
from desktop.exports.words import say
from desktop.faults import DeskFault
from desktop.phrases import reference
from desktop.policies.clause_words import named_words
from desktop.policies.reasons import of_entries
from desktop.policies.wording import clauses_then
from desktop.session import Session
from desktop.soundness import Trouble, check
from desktop.ticking import Tick, part, unwatched
from storage.errors import KnownError

TABLES = 7
"""How many tables a case has at most: a CSV file holds one."""

_ONE = "case_file"


def export_cases(session: Session, case_ids: Sequence[str], path: Path, order: Order, tick: Tick = unwatched) -> Saved:
    """Save a case, or several as a bundle, and record it in each. Raises as `leaving_cases` and `save`."""
    return save(leaving_cases(session, case_ids, order), path, tick)


def leaving_cases(session: Session, case_ids: Sequence[str], order: Order) -> Leaving:
    """Gather a case, or several as a bundle.

    Raises AnswersError when it is not said for whom or why, ActRefusedError for somebody who does not read one of them;
    KnownError(NO_SUCH_CASE, FILES_NOT_LOOKED_AT, FILE_HOLDS_NAME, ATTACHMENT_*), and as `sender_of`.
    """
    answers_of(session, asked(order))
    ids = tuple(dict.fromkeys(session.case(case_id).case_id for case_id in case_ids))
    if len(ids) > 1:
        order = msgspec.structs.replace(order, is_bundle=True)
    warnings = [_checked(session, case_id, order) for case_id in ids]
    _check_files(session, ids, order)
    at = session.machine.now()
    troubles = check(session).troubles
    return Leaving(
        order=order,
        stem=f"CF-{reference(ids[0])}" if len(ids) == 1 else f"CF-{at:%Y-%m-%d}",
        tables=TABLES,
        pieces=partial(_pieces, session, ids, order, troubles),
        front=front_of(session, order, at, "bundle", warning=next(filter(None, warnings), "")),
        said={**said_of(session, order, at), "cases": [reference(case_id) for case_id in ids]},
        record=partial(_record, session, ids, order),
        sender=sender_of(session, order, ids),
    )


def _checked(session: Session, case_id: str, order: Order) -> str:
    """What has to be warned of in a case that whoever exports it reads. Raises ActRefusedError."""
    case = session.case(case_id)
    if not case.reads(session.me):
        raise ActRefusedError(Refusal.NOT_A_READER)
    return warning((case,), session.machine.school, order.lifted)


def _check_files(session: Session, ids: Sequence[str], order: Order) -> None:
    """Refuse attached files beside names that are left out: until somebody has looked at each, and with such a name.

    Raises KnownError(FILES_NOT_LOOKED_AT, FILE_HOLDS_NAME). Source: requirements.md F46.
    """
    if not order.leaves_out.names:
        return
    cases = [session.case(case_id) for case_id in ids]
    files = [(case, _files(session, case, order)) for case in cases]
    count = sum(len(of_case) for _, of_case in files)
    if count and not order.files_looked_at:
        raise KnownError(DeskFault.FILES_NOT_LOOKED_AT, count=count)
    school, today = session.machine.school, session.machine.today()
    for case, of_case in files:
        words = words_hidden(hidden_in((case,), order.leaves_out, school, today, session.me), case.concerned(), school)
        for file in of_case:
            if holds_words(content_of(file, session.blobs), words):
                raise KnownError(DeskFault.FILE_HOLDS_NAME, number=file.number, reference=reference(case.case_id))


def _pieces(
    session: Session, ids: Sequence[str], order: Order, troubles: tuple[Trouble, ...], tick: Tick
) -> Iterator[Piece]:
    """Make the files case by case: no more than one case is in memory."""
    for number, case_id in enumerate(ids):
        case = session.case(case_id)
        files = _files(session, case, order)
        source = case_file_input(session, case, order, troubles)
        yield from pieces(_source(session, source, order, files), order.formats, part(tick, number, len(ids)))
        for file in files:
            data = content_of(file, session.blobs)
            yield Piece(name=code_name(case.case_id, file.number, data), about=say("tables", "attached"), content=data)


def _source(session: Session, source: CaseFileInput, order: Order, files: tuple[HeldFile, ...]) -> Source:
    def dossier() -> Dossier:
        return Dossier(name=_ONE, title=say("titles", _ONE), tables=case_tables(Telling(source), files))

    return Source(
        name=f"CF-{reference(source.case.case_id)}",
        about=say("titles", _ONE),
        printed=partial(case_file, source),
        dossier=dossier,
        said={**said_of(session, order, source.made_at), "warning": source.warning},
        made_at=source.made_at,
    )


def case_file_input(session: Session, case: Case, order: Order, troubles: tuple[Trouble, ...] = ()) -> CaseFileInput:
    """Gather what a case file of this case is made from."""
    machine = session.machine
    stated = {entry.directory for entry in case.entries}
    schools = {number: school for number in stated if (school := machine.school_at(number))}
    hidden = hidden_in((case,), order.leaves_out, machine.school, machine.today(), session.me)
    hide = hiding(hidden, case.concerned(), machine.school, machine.today())
    return CaseFileInput(
        case=case,
        school=machine.school,
        schools=schools,
        cited=_cited(session, case),
        meaning=session.meaning,
        clocks=session.clocks,
        made_by=session.me,
        made_at=machine.now(),
        recipient=order.recipient,
        purpose=order.purpose,
        copy=len(case.of_kind(EXPORT)) + 1,
        troubles=troubles,
        leaves_out=order.leaves_out,
        hide=None if hidden.is_nobody else hide,
        warning=warning((case,), machine.school, order.lifted),
    )


def _files(session: Session, case: Case, order: Order) -> tuple[HeldFile, ...]:
    """The attached files that go with a case: of a bundle alone, and of those entries alone that are in it."""
    if not order.is_bundle or CasePart.ATTACHMENTS in order.leaves_out.parts:
        return ()
    return tuple(file for file in case_files(case, session.blobs) if file.state is FileState.HERE)


def _record(session: Session, ids: Sequence[str], order: Order, facts: Facts) -> tuple[str, ...]:
    """Leave the entry in each of the cases. Whoever prints one has it open, on paper."""
    said = []
    for case_id in ids:
        case = open_case(session, case_id) if order.is_printed else session.case(case_id)
        own = {
            "document": _ONE,
            "copy": str(len(case.of_kind(EXPORT)) + 1),
            "entries": str(len(case.entries)),
        }
        answers = answers_of(session, asked(order) | own | facts)
        said.append(leave(session, case, EXPORT, form_data(answers)).entry.eid)
    return tuple(said)


def _cited(session: Session, case: Case) -> Mapping[str, str]:
    """What each entry rests on, by the clauses' names of its day; entries that rest on none of them are left out."""
    found = of_entries(case.entries, session.meaning.forms)
    said = {
        each.eid: named_words(clauses_then(session.machine, found[each.eid], each))
        for each in case.entries
        if each.eid in found
    }
    return {eid: words for eid, words in said.items() if words}
