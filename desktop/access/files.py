# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The files of a copy, attached to it where it has a password."""

import io
from collections.abc import Mapping

from desktop.exports.protecting import locked

_PLAIN = {"description": "", "mime_type": "application/octet-stream", "creation_date": "", "mod_date": ""}
"""What is said of an attached file: nothing."""


def with_password(copy: bytes, files: Mapping[str, bytes], password: str) -> bytes:
    """The copy as a file that opens with this password only, with the other files attached to it by their names."""
    from pikepdf import AttachedFileSpec, Pdf

    made = io.BytesIO()
    with Pdf.open(io.BytesIO(copy)) as pdf:
        for name, data in files.items():
            pdf.attachments[name] = AttachedFileSpec(pdf, data, filename=name, **_PLAIN)
        pdf.save(made, encryption=locked(password))
    return made.getvalue()
