# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

import pytest

import resources
from desktop.access.reading import COMPLAINT
from desktop.access.reading import FORM as DATA_REQUEST
from desktop.chronology.noting import PERSON_NOTE
from desktop.clocks import LONDON, london_day, terms
from desktop.demo.data import DemoAct, DemoFiling, DemoTime, load_demo
from desktop.forms import Context, FormKind, concerned, load_forms, validate
from desktop.people import PersonId, Role, WorkerType

DEMO = load_demo()
FORMS = load_forms()
REFERENCES = (
    datetime(2026, 3, 12, 16, 4, tzinfo=LONDON),  # an afternoon in term
    datetime(2026, 9, 2, 9, 30, tzinfo=LONDON),  # the first day of a school year
    datetime(2026, 8, 9, 11, 0, tzinfo=LONDON),  # a Sunday in the summer holiday
    datetime(2027, 1, 1, 20, 15, tzinfo=LONDON),  # New Year's Day
)
SIGNED_ACTS = {
    "note", "triage", "decision", "action", "action_update", "lado_consultation", "lado_referral", "employer_told",
    "outcome", "feedback", "learning", "correction", "late_reason", "identification",
}  # fmt: skip
NAMES = {filing.key: "7KQ4-M2XR" for filing in DEMO.filings} | {
    act.key: "0" * 64 for filing in DEMO.filings for act in filing.acts if act.key
}


@pytest.fixture(scope="module", params=REFERENCES, ids=str)
def made(request: pytest.FixtureRequest) -> DemoTime:
    return DemoTime(DEMO, request.param)


def days(made: DemoTime, filing: DemoFiling) -> Iterator[tuple[DemoFiling | DemoAct, str, str, date]]:
    """What was sent and every act, each with its form, who wrote it (nobody, for a walk-up) and on which day."""
    yield filing, filing.form, filing.reporter, london_day(made.moment(filing.at))
    for act in filing.acts:
        yield act, act.kind, act.author, london_day(made.moment(act.at))


def subjects(made: DemoTime, filing: DemoFiling) -> frozenset[PersonId]:
    """The listed people whom a filing is about."""
    if filing.form not in ("concern", DATA_REQUEST, COMPLAINT):
        return frozenset({DEMO.person(filing.reporter).id})
    answers = made.answers(filing.answers, made.today, NAMES)
    return frozenset(concerned(FORMS[filing.form], answers).listed)


def filings_about(key: str) -> list[DemoFiling]:
    named = [filing for filing in DEMO.filings if f"@{key}" in mentioned(filing.answers)]
    return [filing for filing in named if filing.form == "concern"]


def mentioned(answer: object) -> set[str]:
    """Every text in an answer, however deep."""
    match answer:
        case str():
            return {answer}
        case list():
            return {text for part in answer for text in mentioned(part)}
        case Mapping():
            return {text for part in answer.values() for text in mentioned(part)}
        case _:
            return set()


def test_every_filing_and_act_is_taken_by_its_form_without_a_single_finding(made: DemoTime) -> None:
    school = made.school()
    found = []
    for filing in DEMO.filings:
        about = sorted(subjects(made, filing))
        kind = school.people[about[0]].worker_type if about else None
        for written, form, author, day in days(made, filing):
            context = Context(
                today=day, school=school, author=DEMO.person(author).id if author else None, concerned=kind
            )
            report = validate(FORMS[form], made.answers(written.answers, day, NAMES), context)
            found += [(filing.key, form, finding.field, finding.message) for finding in report.findings]
    assert found == []


def test_what_follows_a_filing_comes_after_it_in_order_and_nothing_lies_ahead(made: DemoTime) -> None:
    for filing in DEMO.filings:
        moments = [made.moment(at) for at in (filing.at, *(act.at for act in filing.acts))]
        assert moments == sorted(moments), filing.key
        assert moments[-1] <= made.moment(DEMO.filings[-1].at) + timedelta(minutes=52), filing.key


def test_nobody_writes_before_their_first_day_or_after_their_last(made: DemoTime) -> None:
    people = made.school().people
    for filing in DEMO.filings:
        for _, form, author, day in days(made, filing):
            if author:
                person = people[DEMO.person(author).id]
                assert person.start, author
                assert person.start <= day, (filing.key, form)
                assert not person.has_left(day), (filing.key, form)


def test_nobody_acts_on_a_matter_about_themselves_or_their_partner(made: DemoTime) -> None:
    school = made.school()
    for filing in DEMO.filings:
        about = subjects(made, filing)
        for act in (each for each in filing.acts if each.author):
            author = DEMO.person(act.author).id
            assert author not in about, (filing.key, act.kind)
            tied = [person for person in about if school.is_conflicted(author, person, made.today)]
            assert tied == [], (filing.key, act.kind)


def test_every_role_that_a_school_fills_is_held_by_somebody(made: DemoTime) -> None:
    school = made.school()
    unfilled = {role for role in Role if not school.holders(role, made.today)}
    assert unfilled == {Role.GROUP_LEAD, Role.AUDITOR}


def test_a_relative_day_lands_on_a_day_on_which_the_school_is_open(made: DemoTime) -> None:
    closed = [
        filing.key
        for filing in DEMO.filings
        if filing.at.school_days_ago and made.calendar.closed(london_day(made.moment(filing.at)))
    ]
    assert closed == []


def test_each_closed_day_lies_outside_every_term(made: DemoTime) -> None:
    settings = made.school().settings
    in_term = [day for day in settings.closure_days for first, last in terms(settings) if first <= day <= last]
    assert in_term == []
    assert len(terms(settings)) > 20


def test_the_head_is_away_soon_and_covered(made: DemoTime) -> None:
    (absence,) = made.school().absences
    assert absence.person_id == DEMO.person("helen-marsh").id
    assert absence.cover == DEMO.person("priya-nair").id
    assert absence.since
    assert absence.until
    assert made.today < absence.since < absence.until


def test_the_newest_report_is_minutes_old_and_another_has_thirty_six_minutes_left(made: DemoTime) -> None:
    sent = {filing.key: made.moment(filing.at) for filing in DEMO.filings}
    now = sent["tom-lift"] + timedelta(minutes=52)
    assert london_day(now) == made.today
    assert sent["sandra-raised-voice"] + timedelta(hours=24) - now == timedelta(minutes=36)


def test_people_have_their_own_key_id_name_and_passphrase() -> None:
    for values in zip(*((p.key, p.id, p.name, p.passphrase) for p in DEMO.people), strict=True):
        assert len(set(values)) == len(DEMO.people)
    assert all(re.fullmatch(r"[0-9a-f]{32}", person.id) for person in DEMO.people)


def test_a_passphrase_is_four_words_of_the_wordlist() -> None:
    words = set(resources.text("words/eff_large.txt").split())
    assert [
        p.key for p in DEMO.people if len(p.passphrase.split()) != 4 or not set(p.passphrase.split()) <= words
    ] == []


def test_every_kind_of_worker_but_an_applicant_is_in_the_cast() -> None:
    assert {person.worker_type for person in DEMO.people} == set(WorkerType) - {WorkerType.APPLICANT}


def test_whoever_is_employed_elsewhere_names_the_employer() -> None:
    elsewhere = {WorkerType.SUPPLY, WorkerType.CONTRACTOR, WorkerType.HIRER}
    assert [person.key for person in DEMO.people if bool(person.employer) != (person.worker_type in elsewhere)] == []


def test_filings_have_their_own_keys_and_words() -> None:
    assert len({filing.key for filing in DEMO.filings}) == len(DEMO.filings)
    words = [filing.answers["what_happened"] for filing in DEMO.filings if "what_happened" in filing.answers]
    assert len(set(words)) == len(words) >= len(DEMO.filings) - 2
    reasons = Counter(act.answers.get("rationale") for filing in DEMO.filings for act in filing.acts)
    assert [reason for reason, count in reasons.items() if reason and count > 1] == []


def test_the_history_has_every_form_every_kind_of_act_and_every_way_of_giving_a_name() -> None:
    filed = {filing.form for filing in DEMO.filings}
    assert filed - {PERSON_NOTE, DATA_REQUEST, COMPLAINT} == {
        spec.form_id for spec in FORMS.values() if spec.kind is FormKind.FILING
    }
    assert {PERSON_NOTE, DATA_REQUEST, COMPLAINT} <= filed
    assert {act.kind for filing in DEMO.filings for act in filing.acts} >= SIGNED_ACTS
    ways = Counter((bool(f.reporter), f.answers.get("name_choice")) for f in DEMO.filings if f.form == "concern")
    assert ways.keys() == {(True, "give"), (False, "give"), (False, "leave_off")}
    assert len(DEMO.filings) >= 90


@pytest.mark.parametrize(
    ("key", "least"), [("priya-nair", 2), ("helen-marsh", 2), ("martin-oyelaran", 1), ("tom-ashby", 3)]
)
def test_the_history_touches_those_in_charge_too(key: str, least: int) -> None:
    assert len(filings_about(key)) >= least
