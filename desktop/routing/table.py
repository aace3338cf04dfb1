# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The routing table as typed values, read from resources/routing/routes.toml and checked while it is read.

A table that is incomplete, or names something unknown, is our own mistake and never loads: a ValueError (of which
msgspec.ValidationError is one) says where. The grammar of a cell is explained at the top of the file.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated, Self

import msgspec

import resources
from desktop.people import Role
from desktop.routing.values import Capacity, Column, Part

_TERM = re.compile(r"(?P<codes>\w+(?:/\w+)*|\w+(?:\|\w+)+)(?P<pinned>!)?(?::(?P<part>\w+))?(?:\?(?P<when>\w+))?")


class When(StrEnum):
    """The condition under which a term counts."""

    ALWAYS = "always"
    CHILD = "child"
    CHOSEN = "chosen"
    DSL_DECIDED = "dsl_decided"
    HEAD_DECIDED = "head_decided"


class Decided(StrEnum):
    """Who decides what a row carries."""

    READER = "reader"
    ABOVE = "above"
    SIGN_OFF = "sign_off"
    NOBODY = "nobody"


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One term of a cell. With several options, `picked` says that the reporter picks; otherwise the first possible."""

    options: tuple[Capacity, ...]
    picked: bool = False
    pinned: bool = False
    part: Part = Part.FULL
    when: When = When.ALWAYS


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """Who reads in one row and column, and which outside contacts stand beside them."""

    terms: tuple[Term, ...]
    contacts: tuple[str, ...] = ()


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of record. A cell is None where the table says that it does not arise. Flags: see the file."""

    id: str
    kind: str
    title: str
    reason: str
    sources: tuple[str, ...]
    cells: Mapping[Column, Cell | None]
    about: Mapping[Role, Cell]
    about_author: bool
    child_makes_it: str
    decided: Decided
    rule_10: bool
    lado: bool
    names_nobody: bool


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the twelve rules, as the specification has it and as people read it."""

    number: int
    text: str
    plainly: str


class Matching(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How alike words must be to a name (0 to 100), and what people call those in charge (patterns)."""

    word_score: int
    name_score: int
    job_score: int
    not_names: tuple[str, ...]
    titles: Mapping[Role, str]


class Contacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The purposes of the outside contacts to show."""

    nobody_may_receive: tuple[str, ...]
    straight_to_lado: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the routing rules take from data."""

    rows: Mapping[str, Row]
    chains: Mapping[Capacity, tuple[Capacity, ...]]
    offices: Mapping[Column, frozenset[Role]]
    higher: Cell
    rules: tuple[Rule, ...]
    contacts: Contacts
    matching: Matching

    def chain(self, start: Capacity) -> tuple[Capacity, ...]:
        """Who comes in after this capacity, in order; the last step goes on with its own chain."""
        steps: tuple[Capacity, ...] = ()
        while following := self.chains.get(steps[-1] if steps else start, ()):
            steps += following
        return steps


class _Cells(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every column of a row must be written down."""

    worker: str
    dsl: str
    head: str
    dsl_and_head: str
    governor: str
    chair: str
    unknown: str


class _Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: Annotated[str, msgspec.Meta(pattern=r"^R\d\d$")]
    kind: Annotated[str, msgspec.Meta(pattern=r"^[a-z_]+(\.[a-z_]+)?$")]
    title: str
    reason: str
    sources: tuple[Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}-\d{3}$")], ...]
    cells: _Cells
    about: Mapping[Role, str] = {}
    about_author: bool = False
    child_makes_it: str = ""
    decided: Decided = Decided.READER
    rule_10: bool = True
    lado: bool = False
    names_nobody: bool = False


class _Higher(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cell: str


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    codes: Mapping[str, Capacity]
    chains: Mapping[str, str]
    offices: Mapping[Column, frozenset[Role]]
    rule_10: _Higher
    contacts: Contacts
    matching: Matching
    rules: tuple[Rule, ...]
    rows: tuple[_Row, ...]


class _Grammar(msgspec.Struct, frozen=True):
    """Reads cells with the codes of one file."""

    codes: Mapping[str, Capacity]

    @classmethod
    def of(cls, codes: Mapping[str, Capacity]) -> Self:
        """Take the codes, which must name every capacity once."""
        if sorted(codes.values()) != sorted(Capacity):
            raise ValueError("every capacity needs exactly one code")
        return cls(codes)

    def capacity(self, code: str) -> Capacity:
        if code not in self.codes:
            raise ValueError("unknown code", code)
        return self.codes[code]

    def cell(self, text: str) -> Cell:
        words = text.split()
        if not words:
            raise ValueError("an empty cell: write '-' where it does not arise")
        contacts = tuple(word[1:] for word in words if word.startswith("@"))
        return Cell(terms=tuple(self.term(word) for word in words if not word.startswith("@")), contacts=contacts)

    def term(self, word: str) -> Term:
        found = _TERM.fullmatch(word)
        if not found:
            raise ValueError("not a term", word)
        return Term(
            options=tuple(self.capacity(code) for code in re.split(r"[/|]", found["codes"])),
            picked="/" in found["codes"],
            pinned=bool(found["pinned"]),
            part=Part(found["part"] or Part.FULL),
            when=When(found["when"] or When.ALWAYS),
        )

    def row(self, row: _Row) -> Row:
        cells = {Column(name): text for name, text in msgspec.structs.asdict(row.cells).items()}
        return msgspec.convert(
            {
                **msgspec.structs.asdict(row),
                "cells": {column: None if text == "-" else self.cell(text) for column, text in cells.items()},
                "about": {role: self.cell(text) for role, text in row.about.items()},
            },
            Row,
        )


def read_table(toml: str) -> Table:
    """Read and check a routing table; raises ValueError where it is incomplete or names something unknown."""
    file = msgspec.toml.decode(toml, type=_File)
    grammar = _Grammar.of(file.codes)
    rows = {row.kind: grammar.row(row) for row in file.rows}
    if len(rows) != len(file.rows):
        raise ValueError("a kind stands in two rows")
    if unknown := {row.child_makes_it for row in rows.values()} - {"", *rows}:
        raise ValueError("unknown kinds", sorted(unknown))
    return Table(
        rows=rows,
        chains={grammar.capacity(k): tuple(map(grammar.capacity, v.split())) for k, v in file.chains.items()},
        offices=file.offices,
        higher=grammar.cell(file.rule_10.cell),
        rules=file.rules,
        contacts=file.contacts,
        matching=file.matching,
    )


@cache
def shipped_table() -> Table:
    """The table that Candour ships; read once, because it never changes while the program runs."""
    return read_table(resources.text("routing/routes.toml"))
