# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody found when they looked at a prompt: kept with the prompt as shown, and quiet until something new.

Who reads it are those among the usual readers who may read every record that the prompt names, and never a person whom
it is about (practice.md R24; patterns.md 3, principle 7).
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache

from msgspec import Struct

from desktop.cases.entry import CaseEntry
from desktop.faults import DeskFault
from desktop.filing import Filed, readers_of, route_of
from desktop.forms import load_vocabularies
from desktop.half_written import keep, kept
from desktop.patterns.engine import ENGINE, Shown
from desktop.people import PersonId
from desktop.session import Session
from storage.errors import KnownError

FORM = "pattern_answer"
_BETWEEN = "\n"


class Found(Struct, frozen=True):
    """What was found: a word of the list "pattern_answers", and the reason in words."""

    answer: str
    why: str


class PatternAnswer(Struct, frozen=True, kw_only=True):
    """One recorded answer, read. `records` are those of the prompt that was answered."""

    by: PersonId | None
    at: datetime
    found: Found
    records: frozenset[str]
    kinds: frozenset[str]

    def quietens(self, shown: Shown) -> bool:
        """Say whether this prompt says nothing that had not been looked at."""
        return self.records.issuperset(shown.records) and self.is_about(shown)

    def is_about(self, shown: Shown) -> bool:
        """Say whether it answers this prompt or an earlier one of the same records and kind."""
        return not self.records.isdisjoint(shown.records) and not self.kinds.isdisjoint(shown.pattern_type)


def answer_prompt(session: Session, shown: Shown, found: Found) -> Filed:
    """Record what somebody found. Raises AnswersError; KnownError(ANSWER_NOT_FOR_ALL) and what `Session.file` raises.

    ANSWER_NOT_FOR_ALL: the rules would let somebody read it who may not read all of the records.
    """
    values = _values(session, shown, found)
    may_read_all = _who_reads_all(session, shown.records)
    kept_out = [person for person in _readers(session, values) if person not in may_read_all]
    values["not_to"] = [{"person": person} for person in kept_out]
    if not may_read_all.issuperset(_readers(session, values)):
        raise KnownError(DeskFault.ANSWER_NOT_FOR_ALL)
    filed = session.file(FORM, values)
    keep_typed(session, shown, {})
    return filed


def keep_typed(session: Session, shown: Shown, typed: Mapping[str, object]) -> None:
    """Keep what is half-written about a prompt; nothing at all lets it go. Raises KnownError(DISK_*, VAULT_*)."""
    keep(session, _draft(shown), typed)


def typed_about(session: Session, shown: Shown) -> dict[str, object]:
    """What is half-written about a prompt."""
    return kept(session, _draft(shown), dict[str, object]) or {}


def read_answers(session: Session) -> tuple[PatternAnswer, ...]:
    """Every answer that this reader may see, given by somebody with an office, the newest first."""
    school = session.machine.school
    cases = (session.case(case_id) for case_id in session.of_form(FORM))
    reports = [case.report for case in cases if case.report]
    given = [report for report in reports if report.author and school.has_office(report.author)]
    return tuple(map(_answer, sorted(given, key=lambda report: (report.at, report.eid), reverse=True)))


def answer_words(answer: str) -> str:
    """What an answer is called, as the form's list has it."""
    return _words_of_answers().get(answer, answer)


@cache
def _words_of_answers() -> Mapping[str, str]:
    return {term.value: term.label for term in load_vocabularies()["pattern_answers"].terms}


def _draft(shown: Shown) -> str:
    return f"pattern {'/'.join(map(str, shown.prompt.card))}"


def _values(session: Session, shown: Shown, found: Found) -> dict[str, object]:
    listed = [person for person in shown.subjects if person in session.machine.school.people]
    return {
        "answer": found.answer,
        "why": found.why,
        "about": [{"person": person} for person in listed],
        "what_happened": shown.sentence,
        "rule": shown.rule,
        "records": _BETWEEN.join(shown.records),
        "pattern": ", ".join(shown.pattern_type),
        "flagged_on": shown.first_flagged_on.isoformat(),
        "engine": ENGINE,
    }


def _readers(session: Session, values: dict[str, object]) -> tuple[PersonId, ...]:
    machine = session.machine
    return readers_of(route_of(session.meaning.forms[FORM], values, session.me, machine.school, machine.today()))


def _who_reads_all(session: Session, records: Iterable[str]) -> frozenset[PersonId]:
    reading = [frozenset(session.receivers(session.case(session.find(record)))) | {session.me} for record in records]
    return frozenset.intersection(*reading)


def _answer(report: CaseEntry) -> PatternAnswer:
    return PatternAnswer(
        by=report.author,
        at=report.at,
        found=Found(report.text("answer"), report.text("why")),
        records=frozenset(report.text("records").split(_BETWEEN)),
        kinds=frozenset(report.text("pattern").split(", ")),
    )
