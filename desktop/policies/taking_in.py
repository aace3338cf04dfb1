# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A file on its way to being a policy: read, parted, and told what is odd; and Candour's own model text."""

import hashlib
from collections.abc import Mapping
from functools import cache

import msgspec

import resources
from desktop.policies.clauses import find_clauses
from desktop.policies.continuing import with_ids
from desktop.policies.draft import Draft, Found, Odd
from desktop.policies.files.blocks import Document, Remark
from desktop.policies.files.reading import read_policy
from desktop.policies.oddities import oddities
from desktop.policies.version import Clause, Version

MODEL_ID = "code-of-conduct"


class TakenIn(msgspec.Struct, frozen=True, kw_only=True):
    """What a file gave, before anybody has put it right or said that it holds."""

    source_name: str
    source_sha256: str
    found: Found
    odd: tuple[Odd, ...]
    remarks: tuple[tuple[Remark, int], ...]


class _Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands beside the model text: by clause, whom it binds, and which clauses the short version has."""

    title: str
    edition: str
    source: str
    binds: tuple[str, ...]
    school_name: str
    employees_only: tuple[str, ...]
    short: tuple[str, ...]


def take_in(name: str, data: bytes) -> TakenIn:
    """Read a file and part it. Raises KnownError with a PolicyFault."""
    document = read_policy(data)
    return _taken(name, data, document)


def _taken(name: str, data: bytes, document: Document) -> TakenIn:
    found = find_clauses(document)
    return TakenIn(
        source_name=name,
        source_sha256=hashlib.sha256(data).hexdigest(),
        found=found,
        odd=oddities(found),
        remarks=document.remarks,
    )


def model_code(school_name: str = "") -> Version:
    """Candour's own code of conduct, for a school to adapt; marked as a model until somebody has."""
    beside = msgspec.toml.decode(resources.text("policies/model_code.toml"), type=_Model)
    blank = {beside.school_name: school_name} if school_name else {}
    drafts = take_in("model_code.md", resources.text("policies/model_code.md").encode()).found.clauses
    numbered: tuple[Draft, ...] = tuple(draft for draft in drafts if draft.label)
    return Version(
        policy_id=MODEL_ID,
        title=beside.title,
        edition=beside.edition,
        model=True,
        binds=beside.binds,
        clauses=tuple(filled_in(_marked(clause, beside), blank) for clause in with_ids(MODEL_ID, numbered)),
    )


def filled_in(clause: Clause, blanks: Mapping[str, str]) -> Clause:
    """A clause with words in these blank places."""
    paragraphs = clause.paragraphs
    for blank, words in blanks.items():
        paragraphs = tuple(paragraph.replace(blank, words) for paragraph in paragraphs)
    return msgspec.structs.replace(clause, paragraphs=paragraphs)


@cache
def model_clauses() -> tuple[Clause, ...]:
    """The clauses of the model code, whose labels the forms and lists cite; read once."""
    return model_code().clauses


def _marked(clause: Clause, beside: _Model) -> Clause:
    binds = ("employee",) if clause.label in beside.employees_only else ()
    return msgspec.structs.replace(clause, binds=binds, short=clause.label in beside.short)
