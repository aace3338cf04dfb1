# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A version of a policy: what was approved, by whom, and whom each of its clauses binds (requirements.md F33).

Its bytes are kept and passed on as they were written (docs/format.md, documents), never written anew to check them.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from rapidfuzz import fuzz

from desktop.policies.draft import Draft
from desktop.policies.numbers import places
from storage import strictjson
from storage.constants import DOCUMENT_MAX
from storage.errors import Fault, KnownError

_SAME_PLACE = 55
_ELSEWHERE = 75


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


def with_ids(policy_id: str, drafts: Sequence[Draft], before: Sequence[Clause] = ()) -> tuple[Clause, ...]:
    """The clauses of a new version: each that continues one of the version before keeps its id and whom it binds."""
    same = continued(drafts, before)
    taken = {clause.clause_id for clause in before}
    clauses = []
    for at, draft in enumerate(drafts):
        old = same.get(at)
        clause_id = old.clause_id if old else _new_id(policy_id, draft, taken)
        taken.add(clause_id)
        clauses.append(
            Clause(
                clause_id=clause_id,
                number=draft.number,
                appendix=draft.appendix,
                heading=draft.heading,
                paragraphs=draft.paragraphs,
                binds=old.binds if old else (),
                short=old.short if old else False,
            )
        )
    return tuple(clauses)


def _new_id(policy_id: str, draft: Draft, taken: set[str]) -> str:
    """An id from the clause as it first stood; a further one of the same number and heading counts on."""
    for count in range(len(taken) + 1):
        seed = "\0".join((policy_id, draft.label, draft.heading, str(count)))
        clause_id = hashlib.sha256(seed.encode()).hexdigest()[:12]
        if clause_id not in taken:
            return clause_id
    raise AssertionError("more ids are taken than there are")  # pragma: no cover


def continued(drafts: Sequence[Draft], before: Sequence[Clause]) -> Mapping[int, Clause]:
    """Which clause of the version before each draft continues: by the same words, then by number, then by likeness."""
    pairs: dict[int, Clause] = {}
    left = list(before)
    for likes in (_same_words, _same_place, _same_heading, _much_alike):
        for at, draft in enumerate(drafts):
            if at in pairs:
                continue
            old = next((clause for clause in left if likes(draft, clause)), None)
            if old is not None:
                pairs[at] = old
                left.remove(old)
    return pairs


def _text(draft: Draft) -> str:
    return "\n".join(part for part in (draft.heading, *draft.paragraphs) if part)


def _same_words(draft: Draft, old: Clause) -> bool:
    return draft.label == old.label and _text(draft) == old.text


def _same_place(draft: Draft, old: Clause) -> bool:
    at = draft.number and old.number and draft.appendix == old.appendix and places(draft.number) == places(old.number)
    return bool(at) and (draft.heading == old.heading != "" or fuzz.ratio(_text(draft), old.text) >= _SAME_PLACE)


def _same_heading(draft: Draft, old: Clause) -> bool:
    return draft.heading.casefold() == old.heading.casefold() != "" and draft.appendix == old.appendix


def _much_alike(draft: Draft, old: Clause) -> bool:
    return bool(old.text) and fuzz.ratio(_text(draft), old.text, score_cutoff=_ELSEWHERE) > 0
