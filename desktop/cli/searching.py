# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour search: the records in which words stand, as far as whoever is signed in may see them."""

from argparse import ArgumentParser, Namespace

from desktop.auditing.noting import note_search
from desktop.cases.rows import CaseRow
from desktop.cli.finding import instead_of
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal
from desktop.clocks import short_date_words
from desktop.searching.finding import search
from desktop.searching.telling import guesses_told
from desktop.services import Candour
from desktop.session import Session


def add_search(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour search`."""
    parser.add_argument("words", nargs="+", help="each has to begin a word of the record, in any order")


def search_records(arguments: Namespace, terminal: Terminal) -> Output:
    """Find records, and put on record that somebody searched."""

    def searched(_candour: Candour, session: Session) -> Output:
        hits = search(session, " ".join(arguments.words))
        note_search(session)
        found = sorted(map(session.row, hits.ids), key=lambda row: row.filed_at, reverse=True)
        data = {"instead": instead_of(hits.guesses), "found": [_row(row) for row in found]}
        told = [*filter(None, [guesses_told(hits.guesses)]), *map(_line, found)]
        return Output(data, told or ["Nothing was found."])

    return signed_in(arguments, terminal, searched)


def _row(row: CaseRow) -> dict[str, object]:
    return {
        "reference": row.reference,
        "form": row.form,
        "shelf": row.shelf.value,
        "about": list(row.about),
        "summary": row.summary,
        "filed_at": row.filed_at.isoformat(),
    }


def _line(row: CaseRow) -> str:
    about = ", ".join(filter(None, row.about))
    return f"{row.reference}  {short_date_words(row.filed_at.date())}  {row.form}  {about}: {row.summary}"
