# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Raising a question before acting to a concern (requirements.md F44), and the way from one to the other.

The concern is a report of its own, with the readers that the rules give it; it names the question by its reference.
That is the only place where the link is written: the question's other readers may be kept away from the concern, and
nothing tells them of it. Whoever can open both sees the link from either side.
"""

import tomllib
from collections.abc import Mapping
from functools import cache

import msgspec

import resources
from desktop.advising.goes_with import GOES_WITH, named_by
from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.clocks import date_words, london_day
from desktop.declarations.following import Following
from desktop.faults import DeskFault, KnownError
from desktop.forms import fill
from desktop.phrases import reference
from desktop.session import Session

ADVICE = "advice"
"""The form of a question before acting."""

CONCERN = "concern"


class Raised(msgspec.Struct, frozen=True, kw_only=True):
    """The other side of a link: a concern that was raised from a question, or the question that it was raised from."""

    case_id: str
    form: str
    on: str

    @property
    def reference(self) -> str:
        """The case, as people say it."""
        return reference(self.case_id)


def can_be_raised(case: Case) -> bool:
    """Say whether this is a question before acting."""
    return case.report is not None and case.report.form == ADVICE


def raising(case: Case) -> Following:
    """The concern that comes of a question, begun with what was asked and answered. Raises KnownError(NOT_A_QUESTION).

    Whom it is about is left open: often it is not whoever asked.
    """
    asked = case.report
    if asked is None or not can_be_raised(case):
        raise KnownError(DeskFault.NOT_A_QUESTION)
    said = {"reference": reference(case.case_id), "day": _day(asked), "asked": asked.account}
    told = [fill(words()["asked"], said)]
    if case.decision is not None:
        told.append(fill(words()["answered"], {"answer": case.decision.text("rationale")}))
    told.append(fill(words()["from"], said))
    return Following(form=CONCERN, typed={"what_happened": "\n\n".join(told), GOES_WITH: said["reference"]})


def raised(session: Session, case: Case) -> tuple[Raised, ...]:
    """What lies on the other side of a question or a concern, as far as it can be opened here. Reads the vault.

    Anybody can write any reference into a concern: only that of a question whose reader wrote it counts.
    """
    if can_be_raised(case):
        others = (session.case(each) for each in session.views.tagged(f"{GOES_WITH} {reference(case.case_id)}"))
        return tuple(_side(other) for other in others if _is_from(other, case))
    other = _question(session, case)
    return (_side(other),) if other is not None and _is_from(case, other) else ()


@cache
def words() -> Mapping[str, str]:
    """What a concern that was raised says first, and how the link is told."""
    found: dict[str, str] = tomllib.loads(resources.text("advising/raising.toml"))
    return found


def _question(session: Session, concern: Case) -> Case | None:
    named = named_by(concern)
    if named is None:
        return None
    try:
        found = session.case(session.find(named))
    except KnownError:  # it is not before this reader
        return None
    return found if can_be_raised(found) else None


def _is_from(concern: Case, question: Case) -> bool:
    author = concern.reporter
    is_concern = concern.report is not None and concern.report.form == CONCERN
    return is_concern and author is not None and question.reads(author)


def _side(case: Case) -> Raised:
    return Raised(
        case_id=case.case_id,
        form=case.report.form if case.report else "",
        on=_day(case.report) if case.report else "",
    )


def _day(report: CaseEntry) -> str:
    return date_words(london_day(report.at))
