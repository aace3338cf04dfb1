# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody orders when they export: for whom and why, in which formats, and what is left out."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec
from typing_extensions import override

from desktop.exports.choices import LeftOut, Recipient, usual
from desktop.people import PersonId

SEALED_ENDING = ".candour"


class Format(StrEnum):
    """The formats, in the order in which they are offered."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


class Protection(StrEnum):
    """How a file opens: for whoever has it, with a password, or for one member in Candour; or that it is on paper."""

    NONE = "none"
    PASSWORD = "password"
    SEALED = "sealed"
    PAPER = "paper"


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """An order. `recipient` is who it is for, in words; `password` is None where the file opens without one.

    `sealed_to` is the one member who can open it, where it is sealed to one. `is_bundle` asks for everything in one
    file, with a manifest and the files attached to a case, at each of which somebody has looked (`files_looked_at`);
    `is_printed` is for paper instead. `lifted` says how a reporting restriction has ended.
    """

    kind: Recipient
    recipient: str
    purpose: str
    formats: tuple[Format, ...] = (Format.PDF,)
    leaves_out: LeftOut = LeftOut()
    is_bundle: bool = False
    files_looked_at: bool = False
    password: str | None = None
    sealed_to: PersonId | None = None
    is_printed: bool = False
    lifted: str = ""

    @override
    def __repr__(self) -> str:
        """Say nothing of the password, nor of whom or what it is for."""
        return f"Order({self.kind.value})"

    @property
    def protection(self) -> Protection:
        """How the file will open."""
        if self.is_printed:
            return Protection.PAPER
        if self.sealed_to is not None:
            return Protection.SEALED
        return Protection.NONE if self.password is None else Protection.PASSWORD

    @property
    def on_paper(self) -> "Order":
        """The same for paper: one document, and no file that could open in any way."""
        return msgspec.structs.replace(
            self, formats=(Format.PDF,), is_bundle=False, password=None, sealed_to=None, is_printed=True
        )

    def makes_one_file(self, tables: int) -> bool:
        """Say whether one file comes of it, where a CSV file holds one of so many tables."""
        files = sum(tables if each is Format.CSV else 1 for each in self.formats)
        return files == 1 and not self.is_bundle

    def ending(self, tables: int) -> str:
        """The ending of the file that comes of it."""
        if self.sealed_to is not None:
            return SEALED_ENDING
        if self.makes_one_file(tables):
            return ".pdf" if self.password is not None else f".{self.formats[0].value}"
        return ".zip" if self.password is None else ".pdf"


def usual_order(answers: Mapping[str, object]) -> Order:
    """An order as the form of an export was answered, with what is usual for its recipient left out."""
    kind = Recipient(str(answers["recipient_kind"]))
    recipient, purpose = str(answers["recipient"]), str(answers["purpose"])
    return Order(kind=kind, recipient=recipient, purpose=purpose, leaves_out=usual(kind))


def in_order(formats: Iterable[Format]) -> tuple[Format, ...]:
    """The formats that were asked for, each once; a PDF where none was."""
    asked = set(formats)
    return tuple(each for each in Format if each in asked) or (Format.PDF,)
