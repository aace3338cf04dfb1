# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The summary of a case file: what it is about, where it stands, and what has still to be recorded."""

from collections.abc import Iterator

from desktop.cases.case import Case
from desktop.cases.conflicts import Subject
from desktop.cases.entry import CaseEntry
from desktop.documents.case_clocks import write_clocks
from desktop.documents.case_telling import Telling, moment, one_line, recorded, shortened
from desktop.documents.flow import Fact, Flow, Grid, Row
from desktop.documents.words import has, say
from desktop.exports.choices import CasePart, Named
from desktop.forms import FormSpec
from desktop.phrases import reference

_REASON = 900
_BEGINNING = 280
_MOST_ANSWERS, _ANSWER_SHARE = 4, 0.19


def write_summary(flow: Flow, telling: Telling) -> None:
    """Write the summary: facts, time limits, the four questions, and what is missing."""
    flow.section(say("sections", "summary"), "summary")
    flow.facts(summary_facts(telling))
    if not telling.has(CasePart.DECISIONS):
        return
    write_clocks(flow, telling)
    if telling.source.case.track.prepared_by:
        _write_threshold(flow, telling)
    _write_missing(flow, telling.source.case)


def summary_facts(telling: Telling) -> tuple[Fact, ...]:
    """What a summary says of the report and of where the case stands, as far as these are told."""
    state = _state_facts(telling) if telling.has(CasePart.DECISIONS) else ()
    return (*_report_facts(telling), *state)


def _report_facts(telling: Telling) -> Iterator[Fact]:
    case = telling.source.case
    yield Fact(say("summary", "reference"), reference(case.case_id))
    report = case.report
    if report is None:
        yield Fact(say("summary", "kind"), say("summary", "report_missing"))
        return
    yield Fact(say("summary", "kind"), _kind(telling, report))
    for subject in case.subjects:
        yield Fact(say("summary", "about"), _subject(telling, subject))
    if Named.REPORTER not in telling.source.leaves_out.names or telling.is_about_its_sender:
        yield Fact(say("summary", "reporter"), telling.standing(report))
    yield Fact(say("summary", "recorded"), recorded(report))
    happened = telling.happened(report)
    yield Fact(say("summary", "happened"), happened.words if happened else say("summary", "not_recorded"))
    if report.text("what_happened") and telling.has(CasePart.REPORT):
        words = shortened(one_line(report.text("what_happened")), _BEGINNING)
        yield Fact(say("summary", "first_words"), f"“{words}”")
    if case.is_urgent:
        yield Fact(say("summary", "urgent"), say("summary", "urgent_words"))


def _state_facts(telling: Telling) -> Iterator[Fact]:
    case = telling.source.case
    yield Fact(say("summary", "state"), say("phases", case.phase))
    decider = telling.described(case.decider) if case.decider else say("summary", "not_recorded")
    yield Fact(say("summary", "decider"), decider)
    decision = case.decision
    if decision is None:
        yield Fact(say("summary", "decision"), say("summary", "no_decision"))
        return
    yield Fact(say("summary", "decision"), _decision(telling, decision))
    yield Fact(say("summary", "reason"), _within(telling, decision, decision.text("rationale")))
    earlier = [_decision(telling, entry) for entry in case.of_kind(decision.kind) if entry != decision]
    if earlier:
        yield Fact(say("summary", "earlier_decisions"), "\n".join(earlier))
    for entry in case.of_kind("outcome"):
        words, number = telling.row_value(entry, "outcomes"), telling.number(entry)
        yield Fact(say("summary", "outcome"), say("summary", "outcome_words", outcome=words, number=number))


def _kind(telling: Telling, report: CaseEntry) -> str:
    if has("kinds", report.form):
        return say("kinds", report.form)
    spec = telling.spec(report)
    return spec.title if spec else say("summary", "not_recorded")


def _subject(telling: Telling, subject: Subject) -> str:
    if subject.person_id:
        person = telling.source.school.people.get(subject.person_id)
        words = telling.described(subject.person_id)
        return (
            f"{words}. {say('summary', 'employer', employer=person.employer)}" if person and person.employer else words
        )
    if subject.description:
        return say("summary", "described", words=subject.description)
    return say("summary", "unnamed_reporter" if telling.is_about_its_sender else "undescribed")


def _decision(telling: Telling, entry: CaseEntry) -> str:
    return say(
        "summary",
        "decision_words",
        outcome=telling.row_value(entry, "outcome") or say("summary", "not_recorded"),
        author=telling.author(entry),
        moment=moment(entry.at),
        number=telling.number(entry),
    )


def _within(telling: Telling, entry: CaseEntry, words: str) -> str:
    if len(words) <= _REASON:
        return words or say("summary", "not_recorded")
    cut = shortened(words, _REASON).removesuffix("…")
    return say("summary", "shortened", words=cut, number=telling.number(entry))


def _write_threshold(flow: Flow, telling: Telling) -> None:
    meaning = telling.source.meaning
    assessed = [entry for entry in telling.counted if entry.kind in {"triage", "decision"}]
    answered = assessed[-_MOST_ANSWERS:]
    if not answered:
        flow.heading(say("threshold", "title"))
        flow.body(say("threshold", "unanswered"))
        return
    spec = meaning.forms["triage"]
    heads = tuple(say("threshold", entry.kind, number=telling.number(entry)) for entry in answered)
    rows = [
        Row((spec.field(limb).label, *(_answer(spec, limb, entry) for entry in answered))) for limb in meaning.limbs
    ]
    shares = (1 - _ANSWER_SHARE * len(answered), *(_ANSWER_SHARE for _ in answered))
    with flow.together():
        flow.heading(say("threshold", "title"))
        flow.table(Grid((say("threshold", "question"), *heads), shares, rows))
        if len(assessed) > len(answered):
            flow.minor(say("threshold", "earlier", count=len(assessed) - len(answered)))


def _answer(spec: FormSpec, limb: str, entry: CaseEntry) -> str:
    term = spec.field(limb).term(entry.text(limb))
    return term.label if term else entry.text(limb) or say("summary", "not_recorded")


def _write_missing(flow: Flow, case: Case) -> None:
    with flow.together():
        flow.heading(say("missing", "title"))
        if case.missing:
            flow.bullets(say("missing", each) for each in case.missing)
        else:
            flow.body(say("missing", "nothing"))
