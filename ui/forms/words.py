# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The few words that the renderer says itself. Everything else stands in the form."""

from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "forms"


class Form(StrEnum):
    """Each text; what stands in braces is filled in by `say`."""

    OR = QT_TRANSLATE_NOOP("forms", "or")
    SHOWN = QT_TRANSLATE_NOOP("forms", "Open. Press to close it.")
    HIDDEN = QT_TRANSLATE_NOOP("forms", "Closed. Press to open it.")
    TICKED = QT_TRANSLATE_NOOP("forms", "{group} ({count} ticked)")
    NUMBERED = QT_TRANSLATE_NOOP("forms", "{label}, {number}")
    CHOOSE = QT_TRANSLATE_NOOP("forms", "Choose one")
    YES = QT_TRANSLATE_NOOP("forms", "Yes")
    NO = QT_TRANSLATE_NOOP("forms", "No")
    NOT_SURE = QT_TRANSLATE_NOOP("forms", "Not sure")


def say(text: Form, **parts: str) -> str:
    """Say a text in the language of the program, with its parts filled in."""
    said = QCoreApplication.translate(_CONTEXT, str(text))
    return said.format(**parts) if parts else said


def numbered(label: str, number: int) -> str:
    """Name one of several parts that have the same label; the first needs no number."""
    return label if number == 1 else say(Form.NUMBERED, label=label, number=str(number))
