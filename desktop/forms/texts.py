# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Takes in what people wrote, without changing it.

Text is kept as typed, in Unicode's composed form (NFC), with one spelling of the line break, trimmed at both ends only:
markup, bidirectional marks and odd spacing stay (security.md 3.3 bars the characters refused here). A box for exact
words keeps every character as it came, but for that one spelling of the line break (requirement F48).
"""

import unicodedata

LONG_TEXT_LIMIT = 20_000
"""Characters in one long answer (ux.md section 7, 'Text area')."""

TEXT_LIMIT = 200
"""Characters in one line."""


class Refused(Exception):  # noqa: N818 - it never leaves this package; a finding does
    """An answer cannot be taken. The code names its words, the parameters fill them."""

    def __init__(self, code: str, **parameters: str | int) -> None:
        """Take the code of the words in resources/forms/words.toml."""
        super().__init__(code)
        self.code = code
        self.parameters = parameters


def taken(text: object, limit: int, *, one_line: bool = False, verbatim: bool = False) -> str:
    """Take one text in. Raises Refused when it is no text, holds what cannot be kept, or is too long."""
    if not isinstance(text, str):
        raise Refused("wrong_type")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Refused("broken_character")
    same_breaks = text.replace("\r\n", "\n")
    _refuse_controls(same_breaks)
    composed = same_breaks if verbatim else unicodedata.normalize("NFC", same_breaks).strip()
    if one_line and "\n" in composed:
        raise Refused("one_line")
    if len(composed) > limit:
        raise Refused("too_long", limit=limit, over=len(composed) - limit)
    return composed


def _refuse_controls(text: str) -> None:
    for place, character in enumerate(text, 1):
        if character not in "\n\t" and unicodedata.category(character) == "Cc":
            raise Refused("control_character", number=ord(character), place=place)
