# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A letter of the demonstration school, issued as anybody would; the file is not kept."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.letters.issuing import Letter, issue
from desktop.session import Session


def issue_letter(session: Session, case_id: str, values: Mapping[str, object]) -> str:
    """Issue the letter that the history tells of. Returns its entry."""
    template, text, recipient, channel = (str(values[name]) for name in ("template", "text", "recipient", "channel"))
    letter = Letter(template=template, text=text, recipient=recipient, channel=channel)
    with TemporaryDirectory(prefix="candour-") as folder:
        return issue(session, case_id, letter, Path(folder)).entry
