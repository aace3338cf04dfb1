# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""--attach, for the commands that take files."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.attaching.adding import Attached, add_file, attach_of, without_details
from desktop.faults import DeskFault
from desktop.services import Candour
from storage.errors import KnownError


def add_words(parser: ArgumentParser) -> None:
    """The words by which files are added."""
    parser.add_argument("--attach", action="append", default=[], metavar="FILE", help="a file to send; repeatable")
    parser.add_argument(
        "--keep-photo-details", action="store_true", help="leave in pictures where, when and by what they were taken"
    )


def files(candour: Candour, arguments: Namespace, form: str) -> list[Attached]:
    """The files to send with a form, without what pictures tell besides themselves, where that can be taken out.

    Raises KnownError(FILE_UNREADABLE, ATTACHMENT*).
    """
    attach = attach_of(candour.form(form))
    if arguments.attach and attach is None:
        raise KnownError(DeskFault.ATTACHMENTS_NOT_HERE)
    found = [add_file(Path(path), attach) for path in arguments.attach if attach]
    return found if arguments.keep_photo_details else [without_details(each) for each in found]
