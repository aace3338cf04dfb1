# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A version of a policy: what was approved, by whom, and whom each of its clauses binds (requirements.md F33).

Its bytes are kept and passed on as they were written (docs/format.md, documents), never written anew to check them.
"""

from typing import Literal

import msgspec

from desktop.policies.numbers import places
from storage import strictjson
from storage.constants import DOCUMENT_MAX
from storage.errors import Fault, KnownError


class Clause(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One clause. `clause_id` stays the same from version to version; `number` is what the document prints.

    `binds` are values of the vocabulary worker_types; nothing there means everybody.
    """

    clause_id: str
    number: str = ""
    appendix: str = ""
    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    binds: tuple[str, ...] = ()
    short: bool = False

    @property
    def label(self) -> str:
        """How it is cited: `5.3`, or `A1 6.2`; its heading where it has no number."""
        return " ".join(p for p in (f"A{self.appendix}" if self.appendix else "", self.number) if p) or self.heading

    @property
    def is_chapter(self) -> bool:
        """Whether it stands by itself, and is not part of a clause above it."""
        return not self.number or (len(places(self.number)) == 1 and not self.appendix)

    @property
    def text(self) -> str:
        """Heading and paragraphs, for comparing and searching."""
        return "\n".join(part for part in (self.heading, *self.paragraphs) if part)


class Version(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A version of a policy. Days are YYYY-MM-DD; `review_due` may be a month only (YYYY-MM).

    `layer` says whose it is (the group's or the school's); `source` is the name and SHA-256 of the file it came from;
    `model` marks Candour's own text, which a school has still to adapt.
    """

    v: Literal[1] = 1
    policy_id: str
    title: str
    edition: str
    layer: Literal["group", "school"] = "school"
    approver: str = ""
    approved_on: str = ""
    review_due: str = ""
    binds: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    source_name: str = ""
    source_sha256: str = ""
    model: bool = False
    clauses: tuple[Clause, ...] = ()

    def short(self) -> tuple[Clause, ...]:
        """The clauses of the short version for visitors, supply staff and volunteers."""
        return tuple(clause for clause in self.clauses if clause.short)

    def binding(self, worker_type: str) -> tuple[Clause, ...]:
        """The clauses that bind a sort of worker."""
        if self.binds and worker_type not in self.binds:
            return ()
        return tuple(clause for clause in self.clauses if not clause.binds or worker_type in clause.binds)


def written(version: Version) -> bytes:
    """The bytes of a version, keys in order, no spaces."""
    return strictjson.encode(version)


def read_version(content: bytes) -> Version:
    """Read a version's bytes strictly. Raises KnownError(ENTRY_MALFORMED)."""
    try:
        return msgspec.convert(strictjson.decode(content, at_most=DOCUMENT_MAX), Version)
    except msgspec.ValidationError:
        raise KnownError(Fault.ENTRY_MALFORMED) from None
