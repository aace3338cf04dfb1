# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which clause of a school's own policies a citation means, or why none: nothing is ever guessed. Pure (F19).

What Candour ships cites the model code by its labels. A school's clause is that one where it continues it, which its id
shows, or where the school says so (`ClauseLink`); its number may be another. What somebody typed means the number that
stands in the school's own documents.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from desktop.people import ClauseLink
from desktop.policies.library import Kept
from desktop.policies.version import Clause


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """One clause that something rests on. `words` is its label; none where the school's own word rests on nothing.

    `what` is that something, as people call it; `key` its word of a list ("categories/shouting"), which the school may
    link by itself. `is_typed`: somebody wrote the number, so it is the document's.
    """

    words: str
    what: str = ""
    key: str = ""
    is_typed: bool = False


class Because(StrEnum):
    """Why a citation leads to no clause."""

    OWN = "own"
    NO_POLICY = "no_policy"
    NOT_HERE = "not_here"
    NO_CLAUSE = "no_clause"
    NO_NUMBER = "no_number"


class InCode(msgspec.Struct, frozen=True, kw_only=True):
    """A clause in a version of a policy of the school, whose fingerprint names that version for ever."""

    policy_id: str
    title: str
    edition: str
    fingerprint: str
    clause: Clause


class Meant(msgspec.Struct, frozen=True, kw_only=True):
    """What a citation means: clauses, several where a document has one number several times, or why there is none."""

    citation: Citation
    clauses: tuple[InCode, ...] = ()
    because: Because | None = None


def meant(citation: Citation, policies: Sequence[Kept], links: Iterable[ClauseLink], model: Iterable[Clause]) -> Meant:
    """Say what a citation means in these policies. `model` are the clauses of the model code."""
    by_what = {link.cites: link for link in links}
    link = None if citation.is_typed else by_what.get(citation.key) or by_what.get(citation.words)
    if (not link.policy) if link is not None else (not citation.words):
        return Meant(citation=citation, because=Because.OWN)
    if not policies:
        return Meant(citation=citation, because=Because.NO_POLICY)
    found = _linked(link, policies) if link is not None else _found(citation, policies, model)
    return Meant(citation=citation, clauses=found, because=None if found else _missing(citation, policies, link))


def in_force(policies: Iterable[Kept]) -> Mapping[tuple[str, str], InCode]:
    """Every clause of these policies whose text is here, by the ids of its policy and its own."""
    return {
        (kept.line.policy_id, clause.clause_id): _in_code(kept, clause)
        for kept in policies
        if kept.version is not None
        for clause in kept.version.clauses
    }


def _linked(link: ClauseLink, policies: Sequence[Kept]) -> tuple[InCode, ...]:
    clause = in_force(policies).get((link.policy, link.clause))
    return (clause,) if clause else ()


def _found(citation: Citation, policies: Sequence[Kept], model: Iterable[Clause]) -> tuple[InCode, ...]:
    """The clauses of the first policy that has any: by the number as typed, or by the id of the model's clause."""
    wanted = {clause.clause_id for clause in model if clause.label == citation.words}
    for kept in policies:
        clauses = kept.version.clauses if kept.version is not None else ()
        if citation.is_typed:
            found = [clause for clause in clauses if clause.label.casefold() == citation.words.casefold()]
        else:
            found = [clause for clause in clauses if clause.clause_id in wanted]
        if found:
            return tuple(_in_code(kept, clause) for clause in found)
    return ()


def _missing(citation: Citation, policies: Sequence[Kept], link: ClauseLink | None) -> Because:
    """A text that has not come may hold the clause; what is here and does not hold it leaves no doubt."""
    asked = [kept for kept in policies if link is None or kept.line.policy_id == link.policy]
    if any(kept.version is None for kept in asked):
        return Because.NOT_HERE
    return Because.NO_NUMBER if citation.is_typed else Because.NO_CLAUSE


def _in_code(kept: Kept, clause: Clause) -> InCode:
    return InCode(
        policy_id=kept.line.policy_id,
        title=kept.line.title,
        edition=kept.version.edition if kept.version is not None else "",
        fingerprint=kept.fingerprint,
        clause=clause,
    )
