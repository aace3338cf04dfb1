# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour save: a copy of one file of a case, written where the command says."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.attaching.copying import copy_file
from desktop.cases.acting import open_case
from desktop.cli.terminal import Output, Terminal, candour_of, sign_in


def add_save(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour save`."""
    parser.add_argument("reference")
    parser.add_argument("number", type=int, help="which file of the case, as `candour show` numbers them")
    parser.add_argument("--out", required=True, metavar="FILE", help="the file to write, or a folder")


def save(arguments: Namespace, terminal: Terminal) -> Output:
    """Save a copy of a file. The case records that it was opened, and that a copy was saved."""
    candour = candour_of(arguments)
    session = sign_in(candour, arguments, terminal)
    try:
        session.sync()
        case = open_case(session, session.find(arguments.reference))
        path = copy_file(session, case.case_id, arguments.number, Path(arguments.out))
    finally:
        session.close()
    return Output({"file": str(path), "size": path.stat().st_size}, [f"Saved {path}."])
