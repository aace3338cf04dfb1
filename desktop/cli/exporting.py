# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour export: a case file, written where the command says."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.terminal import Output, Terminal, candour_of, sign_in


def add_export(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour export`."""
    what = parser.add_subparsers(dest="what", required=True)
    case = what.add_parser("case", parents=[common], help="one case as a PDF case file")
    case.add_argument("reference")
    case.add_argument("--out", required=True, metavar="FILE", help="the file to write, or a folder")
    case.add_argument("--purpose", required=True, help="what it is for: it stands on the cover and in the record")
    case.add_argument("--recipient", required=True, help="who it is for")


def export(arguments: Namespace, terminal: Terminal) -> Output:
    """Write a case file. The export itself becomes an entry in the case."""
    from desktop.documents.exporting import export_case

    candour = candour_of(arguments)
    session = sign_in(candour, arguments, terminal)
    try:
        session.sync()
        case_id = session.find(arguments.reference)
        exported = export_case(
            session, case_id, Path(arguments.out), purpose=arguments.purpose, recipient=arguments.recipient
        )
    finally:
        session.close()
    data = {"file": str(exported.path), "pages": exported.pages, "sha256": exported.sha256}
    return Output(data, [f"Saved {exported.path}, {exported.pages} pages."])
