# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour export: a case file or a person's chronology, written where the command says."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.dates import day
from desktop.cli.governors import add_governors, governors
from desktop.cli.terminal import Output, Terminal, candour_of, sign_in
from desktop.people import PersonId
from desktop.session import Session


def add_export(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour export`."""
    what = parser.add_subparsers(dest="what", required=True)
    case = what.add_parser("case", parents=[common], help="one case as a PDF case file")
    case.add_argument("reference")
    _add_words(case)
    chronology = what.add_parser("chronology", parents=[common], help="a person's chronology as a PDF")
    chronology.add_argument("somebody", help="an id or a whole name")
    chronology.add_argument("--on", type=day, metavar="DAY", help="as it stood at the end of that day")
    _add_words(chronology)
    add_governors(what.add_parser("governors", parents=[common], help="the report to governors as a PDF"))


def _add_words(parser: ArgumentParser) -> None:
    parser.add_argument("--out", required=True, metavar="FILE", help="the file to write, or a folder")
    parser.add_argument("--purpose", required=True, help="what it is for: it stands on the cover and in the record")
    parser.add_argument("--recipient", required=True, help="who it is for")


def export(arguments: Namespace, terminal: Terminal) -> Output:
    """Write a PDF. The export itself becomes an entry in the case, or in each case that is in it."""
    candour = candour_of(arguments)
    somebody = candour.person(arguments.somebody) if arguments.what == "chronology" else None
    session = sign_in(candour, arguments, terminal)
    try:
        session.sync()
        if arguments.what == "governors":
            return governors(session, arguments)
        return _case(session, arguments) if somebody is None else _chronology(session, arguments, somebody)
    finally:
        session.close()


def _case(session: Session, arguments: Namespace) -> Output:
    from desktop.documents.exporting import export_case

    case_id, out = session.find(arguments.reference), Path(arguments.out)
    made = export_case(session, case_id, out, purpose=arguments.purpose, recipient=arguments.recipient)
    return _saved(made.path, made.pages, made.sha256)


def _chronology(session: Session, arguments: Namespace, somebody: PersonId) -> Output:
    from desktop.documents.chronology_saving import export_chronology

    out, purpose, recipient = Path(arguments.out), arguments.purpose, arguments.recipient
    made = export_chronology(session, somebody, out, purpose=purpose, recipient=recipient, on=arguments.on)
    return _saved(made.path, made.pages, made.sha256)


def _saved(path: Path, pages: int, sha256: str) -> Output:
    data = {"file": str(path), "pages": pages, "sha256": sha256}
    return Output(data, [f"Saved {path}, {pages} pages."])
