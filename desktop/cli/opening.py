# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour export open: an export that was sealed to somebody, opened by them."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.terminal import Output
from desktop.clocks import date_words, london_day
from desktop.session import Session


def add_open(parser: ArgumentParser) -> None:
    """The words of `candour export open`."""
    parser.add_argument("file", metavar="FILE", help="the file, which ends with .candour")
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder into which its files are written")


def open_sealed(session: Session, arguments: Namespace) -> Output:
    """Verify the file and write what is in it; nothing is put on record."""
    from desktop.exports.opening import open_parcel

    opened = open_parcel(session, Path(arguments.file), Path(arguments.out))
    maker = session.machine.school.people[opened.maker].name
    data = {
        "maker": opened.maker,
        "made_at": opened.at.isoformat(),
        "key_revoked": opened.is_revoked,
        "files": [str(path) for path in opened.files],
    }
    lines = [f"Made by {maker} on {date_words(london_day(opened.at))}.", *(f"Saved {path}." for path in opened.files)]
    if opened.is_revoked:
        lines.append(_REVOKED)
    return Output(data, [*lines, _PLAIN])


_REVOKED = "The key that signed it is not trusted any more: ask them whether they made it."
_PLAIN = "Whoever has these files can open them. Delete them when they have been used."
