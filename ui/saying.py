# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Says the texts of an area in the language of the program: each area's words.py makes its own `say` here."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication


class Say(Protocol):
    """Says a text of one area, with its parts filled in."""

    def __call__(self, text: str, **parts: str) -> str:
        """Take a text as the area's words.py has it; `parts` stand in braces in it."""
        ...


def sayer(context: str) -> Say:
    """Make what says the texts that were marked for translation in this context."""

    def say(text: str, **parts: str) -> str:
        said = QCoreApplication.translate(context, str(text))
        return said.format(**parts) if parts else said

    return say
