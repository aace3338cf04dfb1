# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A policy that somebody is preparing: its clauses put right step by step, what else is said of it, then a version.

Pure, but for keeping it in the vault of whoever prepares it. Nothing of it holds before two officers have signed.
"""

import re
import unicodedata
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Literal

import msgspec

from desktop.forms import Tense, parse_date
from desktop.half_written import keep, kept
from desktop.policies.continuing import continued, with_ids
from desktop.policies.draft import Draft, Found, Line, Odd
from desktop.policies.files.blocks import Remark
from desktop.policies.oddities import oddities
from desktop.policies.taking_in import TakenIn, model_code
from desktop.policies.version import Clause, Version
from desktop.session import Session

_KEPT = "policy/new"
_ID_MAX = 40
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_MONTH = re.compile(r"(?:(?P<year>\d{4})-\d{2}|[a-z]+\.?,? \d{4})")


class Mark(msgspec.Struct, frozen=True):
    """Whom a clause binds (nobody named: everybody), and whether the short version has it."""

    binds: tuple[str, ...] = ()
    short: bool = False


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """The clauses as they stand now, a mark for each, and what the file has beside them."""

    source_name: str = ""
    source_sha256: str = ""
    is_model: bool = False
    front: tuple[str, ...] = ()
    contents: tuple[Line, ...] = ()
    remarks: tuple[tuple[Remark, int], ...] = ()
    clauses: tuple[Draft, ...]
    marks: tuple[Mark, ...]


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a version, as it was typed."""

    title: str = ""
    edition: str = ""
    layer: Literal["group", "school"] = "school"
    approver: str = ""
    approved_on: str = ""
    review_due: str = ""
    confirm_by: str = ""
    binds: tuple[str, ...] = ()
    companions: str = ""


class Fact(StrEnum):
    """A fact that keeps a version from being made."""

    TITLE = "title"
    EDITION = "edition"
    APPROVED_ON = "approved_on"
    REVIEW_DUE = "review_due"
    CONFIRM_BY = "confirm_by"


class Preparing(msgspec.Struct, frozen=True, kw_only=True):
    """All of it: the id of the policy that gets a new version ("" for a new policy), its clauses and facts.

    `proposed` is the fingerprint of the version that was made of it and waits for a second signature.
    """

    policy_id: str = ""
    prepared: Prepared
    facts: Facts = Facts()
    proposed: str = ""


def prepared_from(taken: TakenIn, before: Version | None) -> Prepared:
    """What a file gave; a clause that continues one of the version before binds whom that one binds."""
    same = continued(taken.found.clauses, before.clauses if before else ())
    return Prepared(
        source_name=taken.source_name,
        source_sha256=taken.source_sha256,
        front=taken.found.front,
        contents=taken.found.contents,
        remarks=taken.remarks,
        clauses=taken.found.clauses,
        marks=tuple(_mark(same.get(at)) for at in range(len(taken.found.clauses))),
    )


def prepared_from_model(school_name: str) -> Prepared:
    """Candour's own code of conduct as that of a school, with whom it says that each clause binds."""
    return prepared_from_version(model_code(school_name))


def prepared_from_version(version: Version) -> Prepared:
    """The clauses of a version, each as the clause that it is: what rests on one still does after any change."""
    drafts = tuple(
        Draft(each.number, each.heading, each.paragraphs, each.appendix, clause_id=each.clause_id)
        for each in version.clauses
    )
    return Prepared(is_model=version.model, clauses=drafts, marks=tuple(map(_mark, version.clauses)))


def first_facts(prepared: Prepared, before: Version | None) -> Facts:
    """What can be said before anything is typed: what the version before says and does not change with each."""
    if before is None:
        model = model_code() if prepared.is_model else None
        return Facts(title=model.title, binds=model.binds) if model else Facts()
    return Facts(
        title=before.title,
        layer=before.layer,
        approver=before.approver,
        binds=before.binds,
        companions="\n".join(before.companions),
    )


def _mark(clause: Clause | None) -> Mark:
    return Mark(clause.binds, clause.short) if clause else Mark()


def what_is_odd(prepared: Prepared) -> tuple[Odd, ...]:
    """What is odd about the clauses as they stand now."""
    return oddities(Found(prepared.front, prepared.contents, prepared.clauses))


# Making a version


def missing(facts: Facts, today: date) -> frozenset[Fact]:
    """What is still to be said, or cannot be read as it was typed."""
    found = {fact for fact in (Fact.TITLE, Fact.EDITION) if not getattr(facts, fact).strip()}
    if facts.approved_on.strip() and parse_date(facts.approved_on, today, Tense.ANY) is None:
        found.add(Fact.APPROVED_ON)
    if facts.review_due.strip() and not due(facts.review_due, today):
        found.add(Fact.REVIEW_DUE)
    if facts.confirm_by.strip() and parse_date(facts.confirm_by, today, Tense.ANY) is None:
        found.add(Fact.CONFIRM_BY)
    return frozenset(found)


def due(typed: str, today: date) -> str:
    """When a review is due, as a version has it: a day (YYYY-MM-DD), or a month (YYYY-MM) where no day was typed."""
    said = " ".join(typed.casefold().split())
    month = _MONTH.fullmatch(said)
    if month is not None:
        first = parse_date(f"{said}-01" if month["year"] else f"1 {said}", today, Tense.ANY)
        return first.isoformat()[: len("2026-11")] if first else ""
    day = parse_date(typed, today, Tense.ANY)
    return day.isoformat() if day else ""


def confirm_by(facts: Facts, today: date) -> date | None:
    """By when everybody is asked to confirm; None: nobody is asked."""
    return parse_date(facts.confirm_by, today, Tense.ANY) if facts.confirm_by.strip() else None


def version_of(preparing: Preparing, before: Version | None, taken: Collection[str], today: date) -> Version:
    """The version, of facts that miss nothing. `taken`: the ids of the policies that there are.

    Candour's model is the school's own code once somebody has approved it.
    """
    prepared, facts = preparing.prepared, preparing.facts
    policy_id = preparing.policy_id or new_policy_id(facts.title, taken)
    approved = parse_date(facts.approved_on, today, Tense.ANY) if facts.approved_on.strip() else None
    clauses = with_ids(policy_id, prepared.clauses, before.clauses if before else ())
    return Version(
        policy_id=policy_id,
        title=facts.title.strip(),
        edition=facts.edition.strip(),
        layer=facts.layer,
        approver=facts.approver.strip(),
        approved_on=approved.isoformat() if approved else "",
        review_due=due(facts.review_due, today),
        binds=facts.binds,
        companions=tuple(filter(None, (line.strip() for line in facts.companions.splitlines()))),
        source_name=prepared.source_name,
        source_sha256=prepared.source_sha256,
        model=prepared.is_model and not facts.approver.strip(),
        clauses=tuple(
            msgspec.structs.replace(clause, binds=said.binds, short=said.short)
            for clause, said in zip(clauses, prepared.marks, strict=True)
        ),
    )


def new_policy_id(title: str, taken: Collection[str]) -> str:
    """An id in small letters, digits and hyphens that no policy has yet."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    stem = _NOT_IN_IDS.sub("-", plain).strip("-")
    stem = (stem if stem[:1].isalpha() else f"policy-{stem}").strip("-")[: _ID_MAX - 4].strip("-")
    ids = (stem, *(f"{stem}-{count}" for count in range(2, len(taken) + 2)))
    return next(each for each in ids if each not in taken)


# Keeping it


def keep_preparing(session: Session, preparing: Preparing) -> None:
    """Keep it until it is done or dropped. Raises KnownError(DISK_*, VAULT_*)."""
    keep(session, _KEPT, preparing)


def kept_preparing(session: Session) -> Preparing | None:
    """What was kept; None where nothing is, or an older Candour wrote it."""
    return kept(session, _KEPT, Preparing)


def drop_preparing(session: Session) -> None:
    """It is done, or nobody wants it any more."""
    keep(session, _KEPT, None)
