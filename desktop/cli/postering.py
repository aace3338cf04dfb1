# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour poster: the sheet for the wall, or the glossary to be printed, without a sign-in."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.terminal import Output, Terminal, candour_of
from desktop.first_run import save_sheet


def add_poster(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour poster`."""
    parser.add_argument("--out", required=True, metavar="FILE", help="the PDF to write")
    parser.add_argument("--site", default="", help="of a school with several sites, the one where it is put up")
    parser.add_argument("--glossary", action="store_true", help="what the words mean, instead of the poster")


def print_poster(arguments: Namespace, _terminal: Terminal) -> Output:
    """Write the sheet."""
    from desktop.documents.wall_sheets import glossary_sheet, poster

    candour = candour_of(arguments)
    at, path = candour.machine.now(), Path(arguments.out)
    school = candour.school
    printed = glossary_sheet(school.name, at) if arguments.glossary else poster(school, arguments.site, at)
    save_sheet(printed.content, path)
    return Output({"file": str(path), "pages": printed.pages}, [f"Saved {path}."])
