# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The row of a case: where it stands for whom, in which order, and what it says before it is opened."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.cases.clocks import Clocks
from desktop.cases.entry import CaseEntry
from desktop.cases.rows import SUMMARY_LENGTH, CaseRow, Group, Shelf, as_bytes, from_bytes, row_of, summary_line
from desktop.filing import REDIRECT
from desktop.people import PersonId, Settings
from storage.body import Standing
from tests.desktop.cases.building import (
    AT,
    CHAIR,
    CONCERN,
    DSL,
    HEAD,
    SCHOOL,
    TA,
    case_of,
    decision,
    ending,
    entry,
    report,
    share,
    triage,
)

CLOCKS = Clocks.of(Settings())
NEEDS_YOU, IN_PROGRESS, CLOSED, MINE, _ = Shelf


def row(me: PersonId, *entries: CaseEntry) -> CaseRow:
    return row_of(case_of(*entries), me, SCHOOL, CLOCKS)


def place(me: PersonId, *entries: CaseEntry) -> tuple[Shelf, Group]:
    found = row(me, *entries)
    return found.shelf, found.group


# Where it stands for the lead, the head, the chair, the reporter and anybody else


@pytest.mark.parametrize("me", [DSL, HEAD])
def test_a_new_concern_needs_its_readers(me: PersonId) -> None:
    assert place(me, report()) == (NEEDS_YOU, Group.TO_DECIDE)


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_a_risk_now_stands_above_the_rest(answer: str) -> None:
    assert place(DSL, report({**CONCERN, "risk_now": answer})) == (NEEDS_YOU, Group.RISK_NOW)


def test_once_triaged_it_needs_whoever_decides() -> None:
    assert place(HEAD, report(), triage(2)) == (NEEDS_YOU, Group.TO_DECIDE)
    assert place(DSL, report(), triage(2)) == (IN_PROGRESS, Group.OTHER)


def test_once_decided_the_rest_needs_the_lead() -> None:
    assert place(DSL, report(), triage(2), decision(3)) == (NEEDS_YOU, Group.TO_DO)
    assert place(HEAD, report(), triage(2), decision(3)) == (IN_PROGRESS, Group.OTHER)


def test_an_interim_decision_needs_the_decider_again() -> None:
    assert place(HEAD, report(), decision(2, "T1")) == (NEEDS_YOU, Group.TO_DO)


def test_a_risk_that_was_decided_on_is_no_risk_now() -> None:
    assert place(DSL, report({**CONCERN, "risk_now": "yes"}), decision(2)) == (NEEDS_YOU, Group.TO_DO)


@pytest.mark.parametrize("me", [DSL, HEAD])
def test_a_closed_case_needs_nobody(me: PersonId) -> None:
    assert place(me, report(), decision(2), *ending(3)) == (CLOSED, Group.OTHER)


def test_a_case_about_the_head_needs_the_chair() -> None:
    data = {"readers": [[CHAIR, "chair"]], "decider": CHAIR}
    about_head = report({**CONCERN, "about": HEAD}, data=data)
    assert place(CHAIR, about_head) == (NEEDS_YOU, Group.TO_DECIDE)
    assert place(CHAIR, about_head, decision(2, author=CHAIR)) == (NEEDS_YOU, Group.TO_DO)


def test_a_reader_who_was_added_has_it_in_progress_once_it_is_triaged() -> None:
    assert place(CHAIR, report(), triage(2), share(3, CHAIR)) == (IN_PROGRESS, Group.OTHER)


@pytest.mark.parametrize("entries", [(report(),), (report(), decision(2)), (report(), decision(2), *ending(3))])
def test_what_somebody_sent_is_their_own_wherever_it_stands(entries: tuple[CaseEntry, ...]) -> None:
    assert place(TA, *entries) == (MINE, Group.OTHER)


def test_a_reader_who_reported_it_has_it_as_a_reader() -> None:
    assert place(DSL, report(author=DSL))[0] is NEEDS_YOU


def redirect() -> CaseEntry:
    data = {"readers": [[DSL, "dsl"]]}
    return entry(1, REDIRECT, None, parents=(), data=data, standing=Standing.WALK_UP_ANONYMOUS, is_day_only=True)


def test_a_redirect_is_noted_until_it_is_opened() -> None:
    assert place(DSL, redirect()) == (NEEDS_YOU, Group.NOTED)
    assert place(DSL, redirect(), entry(2, "access", DSL)) == (CLOSED, Group.NOTED)


# What it says


def test_a_row_says_who_what_and_when() -> None:
    found = row(DSL, report())
    assert (found.about, found.reporter, found.summary) == (("Tom Ashby",), "Beth Carver", "He shouted at a child.")
    assert (found.filed_at, found.decide_by) == (AT, AT + timedelta(hours=24))


def test_a_name_that_nobody_checked_is_shown_as_it_was_given() -> None:
    found = row(DSL, report(author=None, standing=Standing.WALK_UP_NAMED, claims="Jo Smith, supply"))
    assert (found.reporter, found.standing) == ("Jo Smith, supply", "walkup-named")


def test_an_anonymous_report_has_no_reporter_and_no_time_of_day() -> None:
    at = datetime(2026, 3, 12, tzinfo=UTC)
    found = row(DSL, report(author=None, standing=Standing.WALK_UP_ANONYMOUS, at=at, is_day_only=True))
    assert (found.reporter, found.filed_day_only) == ("", True)


def test_somebody_unlisted_is_named_in_the_reporters_words() -> None:
    assert row(DSL, report({**CONCERN, "about": None, "about_description": "the tall one"})).about == ("the tall one",)


def test_somebody_whom_this_directory_does_not_list_has_no_name_yet() -> None:
    assert row(DSL, report({**CONCERN, "about": "ff" * 16})).about == ("",)


def test_a_decided_case_has_no_time_left_to_decide() -> None:
    found = row(DSL, report(), decision(2))
    assert (found.decide_by, found.outcome) == (None, "T3")


def test_a_case_is_unread_until_its_reader_adds_something() -> None:
    assert row(DSL, report()).is_unread
    assert not row(DSL, report(), entry(2, "access", DSL)).is_unread
    assert row(HEAD, report(), entry(2, "access", DSL)).is_unread


def test_ones_own_report_is_not_unread() -> None:
    assert not row(TA, report()).is_unread


def test_an_oddity_of_any_entry_flags_the_case() -> None:
    assert not row(DSL, report()).is_flagged
    assert row(DSL, report(), entry(2, "note", HEAD, flags=frozenset({"clock_old"}))).is_flagged


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("He shouted at a child in the hall. Then he left.", "He shouted at a child in the hall."),
        ("Oh no. He shouted at a child in the hall.", "Oh no. He shouted at a child in the hall."),
        ("I saw Tom walking K.B. out at 3.15 with Mr. Ash. Then", "I saw Tom walking K.B. out at 3.15 with Mr. Ash."),
        ("One\n\ntwo   three", "One two three"),
        ("", ""),
    ],
)
def test_a_summary_is_the_first_sentence_that_says_something(words: str, line: str) -> None:
    assert summary_line(report({**CONCERN, "what_happened": words})) == line


@pytest.mark.parametrize("words", ["word " * 60, "w" * 400, "x" * SUMMARY_LENGTH])
def test_a_summary_is_never_too_long(words: str) -> None:
    assert 0 < len(summary_line(report({**CONCERN, "what_happened": words}))) <= SUMMARY_LENGTH


# In which order


def test_what_is_due_first_stands_first() -> None:
    early, late = (row(DSL, report(at=AT + timedelta(hours=hours))) for hours in (0, 5))
    assert early.rank < late.rank


def test_a_risk_now_stands_before_what_is_due_earlier() -> None:
    risk = row(DSL, report({**CONCERN, "risk_now": "yes"}, at=AT + timedelta(days=9)))
    assert risk.rank < row(DSL, report()).rank


@pytest.mark.parametrize("me", [DSL, TA])
def test_what_is_closed_or_ones_own_stands_newest_first(me: PersonId) -> None:
    early, late = (row(me, report(at=AT + timedelta(days=days)), decision(2), *ending(3)) for days in (0, 5))
    assert late.rank < early.rank


def test_a_row_is_read_as_it_was_written() -> None:
    found = row(DSL, report(), triage(2))
    assert from_bytes(as_bytes(found)) == found


def test_a_row_does_not_depend_on_the_time_at_which_it_is_made() -> None:
    assert as_bytes(row(DSL, report())) == as_bytes(row(DSL, report()))


def test_an_entry_whose_report_has_not_come_is_in_sight() -> None:
    assert place(DSL, entry(2, "note", HEAD)) == (IN_PROGRESS, Group.OTHER)


def test_a_report_that_does_not_name_its_reader_is_in_sight() -> None:
    assert place(CHAIR, report()) == (IN_PROGRESS, Group.OTHER)
