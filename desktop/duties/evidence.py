# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the records show of a duty, beside which somebody says whether it was done (requirements.md F65).

Which evidence a duty has is data (resources/casework/duties.toml). It stands as it is today, as far as the reader is
sent it, for the duties of terms that have begun in this school year: nobody is told how it stood then.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

import msgspec

from desktop.clocks import date_words, london_day
from desktop.contacting import unverified
from desktop.declarations.gifts import year_of
from desktop.duties.calendar import DutyLine
from desktop.duties.rules import Evidence, Occurrence, WholeTerm, duty_rules, whole_terms
from desktop.duties.telling import evidence_words, term_words
from desktop.governors.issuing import IssuedReport, issued_reports
from desktop.governors.told import Side
from desktop.people import ReadingLine
from desktop.policies.chasing import Chased, read_chased
from desktop.registers.declared import Register
from desktop.registers.reading import read_register
from desktop.registers.returns import Return, counts, returns
from desktop.session import Session
from desktop.training.acting import read_training
from desktop.training.register import State

_YEARLY_DAYS = 300
"""A report over so many days is a year's."""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What the records show, in sentences, and where that stands: a page of the window, and what of it."""

    sentences: tuple[str, ...]
    place: str
    page: str


def read_evidence(session: Session, lines: Iterable[DutyLine]) -> Mapping[str, Shown]:
    """What the records show, by the lines' ids; nothing of a duty of which they show nothing. Reads the vault."""
    today, look = session.machine.today(), _Look(session)
    kept: dict[str, tuple[str, ...]] = {}
    found: dict[str, Shown] = {}
    for line in lines:
        each = line.occurrence
        if each is None or each.duty.evidence is None or not _is_now(each, today):
            continue
        key = each.duty.evidence + (each.term.period if each.duty.evidence in _OF_A_TERM else "")
        if key not in kept:
            kept[key] = _READ[each.duty.evidence](look, each.term)
        where = duty_rules().evidence[each.duty.evidence]
        found[line.line_id] = Shown(sentences=kept[key], place=where.place, page=where.page)
    return found


class _Look:
    """One look at the records: what several duties ask for is read once."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def chased(self) -> Sequence[Chased]:
        return read_chased(self.session)

    @cached_property
    def issued(self) -> Sequence[IssuedReport]:
        return issued_reports(self.session)


def _is_now(each: Occurrence, today: date) -> bool:
    return each.term.first <= today and each.term.year == year_of(today)


def _guidance(look: _Look, _term: WholeTerm) -> tuple[str, ...]:
    asked = [each for each in look.chased if isinstance(each.line, ReadingLine)]
    return tuple(map(_confirmed, asked)) or (evidence_words("no_guidance"),)


def _policies(look: _Look, _term: WholeTerm) -> tuple[str, ...]:
    asked = [
        each for each in look.chased if not isinstance(each.line, ReadingLine) and each.line.confirm_by is not None
    ]
    return tuple(map(_confirmed, asked)) or (evidence_words("no_policies"),)


def _confirmed(each: Chased) -> str:
    line, figures = each.line, each.figures
    title = f"{line.title}, {line.edition}" if isinstance(line, ReadingLine) else line.title
    told = evidence_words("confirmed", confirmed=figures.confirmed, of=figures.of, title=title)
    return told if not each.elsewhere else f"{told} {evidence_words('elsewhere', count=each.elsewhere)}"


def _returns(look: _Look, term: WholeTerm) -> tuple[str, ...]:
    session = look.session
    registers = (Register.GIFTS, Register.TIES)
    rows = [row for each in registers for row in read_register(session, each, term.year)]
    told = []
    for each in registers:
        answered = counts(returns(each, rows, session.machine.school, term.year, session.machine.today()))
        of = sum(answered.values())
        told.append(evidence_words(f"returns_{each.value}", answered=of - answered[Return.MISSING], of=of))
    return tuple(told)


def _training(look: _Look, _term: WholeTerm) -> tuple[str, ...]:
    book = read_training(look.session)
    states = [row.state for row in book.rows]
    overdue, soon, waits = states.count(State.OVERDUE), states.count(State.SOON), sum(bool(r.claim) for r in book.rows)
    return (evidence_words("training", overdue=overdue, soon=soon, waits=waits),)


def _contacts(look: _Look, _term: WholeTerm) -> tuple[str, ...]:
    machine = look.session.machine
    school, today = machine.school, machine.today()
    of = len(school.settings.contacts)
    return (evidence_words("contacts", verified=of - len(unverified(school, today)), of=of),)


def _report(look: _Look, term: WholeTerm, least_days: int = 0) -> tuple[str, ...]:
    """The reports that were issued from the first day of a term to the first of the next."""
    until = _next_term(look.session, term)
    told = [
        evidence_words(
            "report",
            first=date_words(report.manifest.period.first),
            last=date_words(report.manifest.period.last),
            day=date_words(london_day(report.at)),
        )
        for report in look.issued
        if report.manifest.side is Side.REPORT
        and term.first <= london_day(report.at) < until
        and report.manifest.period.days >= least_days
    ]
    named = term_words(term.season.value, term.year)
    return tuple(told) or (evidence_words("no_year_report" if least_days else "no_report", term=named),)


def _year_report(look: _Look, term: WholeTerm) -> tuple[str, ...]:
    return _report(look, term, _YEARLY_DAYS)


def _next_term(session: Session, term: WholeTerm) -> date:
    later = [each.first for each in whole_terms(session.machine.school.settings.terms) if each.first > term.first]
    return min(later, default=session.machine.today() + timedelta(days=1))


_OF_A_TERM = frozenset({Evidence.RETURNS, Evidence.REPORT, Evidence.YEAR_REPORT})
_READ: Mapping[Evidence, Callable[[_Look, WholeTerm], tuple[str, ...]]] = {
    Evidence.GUIDANCE: _guidance,
    Evidence.POLICIES: _policies,
    Evidence.RETURNS: _returns,
    Evidence.TRAINING: _training,
    Evidence.CONTACTS: _contacts,
    Evidence.REPORT: _report,
    Evidence.YEAR_REPORT: _year_report,
}
