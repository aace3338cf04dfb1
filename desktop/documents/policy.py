# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A version of a policy on paper, whole or its short version: a pure function of values (F33; ux.md S9)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby

import msgspec

import resources
from desktop.clocks import date_words, london_day
from desktop.documents.case_telling import one_line, shortened
from desktop.documents.flow import Fact, Flow
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles
from desktop.documents.text import Bookmark
from desktop.forms import fill
from desktop.policies.telling import worker_words, written_day
from desktop.policies.version import Clause, Version
from desktop.telling import in_a_row

_ON_EVERY_PAGE = 80
_IN_OUTLINE = 70
_SHOWN = 12
_GROUP = 8
_HIGH = 30
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")
_BULLET = "• "


@dataclass(frozen=True, slots=True)
class PolicySource:
    """What is printed: the version and its fingerprint, of which school, when (aware), whether the review is overdue.

    `short` leaves all but the clauses of the short version out.
    """

    version: Version
    fingerprint: str
    school: str
    printed_at: datetime
    is_overdue: bool = False
    short: bool = False


def policy(source: PolicySource) -> Printed:
    """Print it. Every page says version, approval and the beginning of the fingerprint."""
    version = source.version
    running = Running(
        school=shortened(source.school, _ON_EVERY_PAGE),
        name=shortened(one_line(version.title), _ON_EVERY_PAGE // 2),
        classification=shortened(one_line(approval_words(version)), _ON_EVERY_PAGE),
        made=_say(
            "document",
            "made",
            day=date_words(london_day(source.printed_at)),
            fingerprint=source.fingerprint[:_SHOWN],
        ),
        number=_say("document", "number"),
    )
    return print_document(one_line(version.title), source.printed_at, running, lambda flow: _write(flow, source))


def default_name(version: Version, *, short: bool) -> str:
    """The name of the file: the policy and the version."""
    plain = unicodedata.normalize("NFKD", version.edition).encode("ascii", "ignore").decode()
    edition = _NOT_IN_NAMES.sub("-", plain).strip("-").lower()[:40] or "1"
    return _say("document", "short_file" if short else "file", policy=version.policy_id, edition=edition)


def approval_words(version: Version) -> str:
    """Which version it is, and who approved it when, as far as that is said."""
    day = written_day(version.approved_on) if version.approved_on else ""
    words = {(True, True): "approved", (True, False): "approved_by", (False, True): "approved_on"}
    word = words.get((bool(version.approver), bool(day)), "not_approved")
    return _say("document", word, edition=version.edition, approver=version.approver, day=day)


def _write(flow: Flow, source: PolicySource) -> None:
    clauses = source.version.short() if source.short else source.version.clauses
    _write_front(flow, source, clauses)
    flow.leave_cover()
    is_first = True
    for clause in clauses:
        _write_clause(flow, clause, is_top=is_first or clause.is_chapter)
        is_first = False


def _write_front(flow: Flow, source: PolicySource, clauses: Sequence[Clause]) -> None:
    version, look = source.version, styles()
    flow.space(_HIGH)
    flow.line(_say("document", "kind_group" if version.layer == "group" else "kind"), look.cover_kind)
    flow.title(version.title, look.cover_title)
    if source.short:
        flow.body(_say("document", "short"))
    flow.rule()
    for word, holds in (("model", version.model), ("overdue", source.is_overdue)):
        if holds:
            flow.remark(_say("front", word))
    flow.facts(fact for fact in _facts(source) if fact.value)
    tops = [clause for clause in clauses if clause.is_chapter and clause.clause_id in flow.pages]
    if len(tops) > 1 and not source.short:
        flow.heading(_say("front", "contents"))
        flow.contents((_title(clause), flow.pages[clause.clause_id]) for clause in tops)


def _facts(source: PolicySource) -> list[Fact]:
    version, mark = source.version, source.fingerprint
    groups = [mark[at : at + _GROUP] for at in range(0, len(mark), _GROUP)]
    types = in_a_row(worker_words(version.binds), _say("clause", "and"))
    return [
        Fact(_say("front", "edition"), version.edition),
        Fact(_say("front", "approver"), version.approver),
        Fact(_say("front", "approved_on"), written_day(version.approved_on) if version.approved_on else ""),
        Fact(_say("front", "review"), written_day(version.review_due) if version.review_due else ""),
        Fact(_say("front", "binds"), types or _say("front", "everybody")),
        Fact(_say("front", "companions"), "; ".join(version.companions)),
        Fact(_say("front", "fingerprint"), " ".join(groups)),
    ]


def _write_clause(flow: Flow, clause: Clause, *, is_top: bool) -> None:
    title, paragraphs = _title(clause), clause.paragraphs
    if clause.heading and is_top:
        flow.section(title, clause.clause_id)
    elif clause.heading:
        flow.heading(title, clause.clause_id)
    else:
        first = f"{clause.label}  {paragraphs[0]}" if paragraphs else clause.label
        flow.numbered(first, Bookmark(title, 0 if is_top else 1, clause.clause_id))
        paragraphs = paragraphs[1:]
    if clause.binds:
        flow.minor(_say("clause", "binds", types=in_a_row(worker_words(clause.binds), _say("clause", "and"))))
    for is_list, run in groupby(paragraphs, lambda words: words.startswith(_BULLET)):
        if is_list:
            flow.bullets(words.removeprefix(_BULLET) for words in run)
        else:
            for words in run:
                flow.body(words)


def _title(clause: Clause) -> str:
    """Number and heading; the first words of a clause that has no heading."""
    number = clause.label if clause.number or clause.appendix else ""
    words = clause.heading or shortened(next(iter(clause.paragraphs), ""), _IN_OUTLINE)
    return " ".join(part for part in (number, words) if part)


def _say(section: str, word: str, **parts: str) -> str:
    return fill(_words()[section][word], parts)


@cache
def _words() -> dict[str, dict[str, str]]:
    return msgspec.toml.decode(resources.text("documents/policy.toml"), type=dict[str, dict[str, str]])
