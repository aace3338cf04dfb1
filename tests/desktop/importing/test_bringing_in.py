# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An old log in real vaults: what its readers see of it, and that everything else stays as it was."""

from datetime import date

import pytest

from desktop.cases.acting import ActRefusedError, open_case
from desktop.cases.case import Phase
from desktop.cases.inbox import read_categories
from desktop.cases.page import SenderKind, read_page
from desktop.cases.rows import Shelf
from desktop.chronology.tags import happened_on
from desktop.faults import DeskFault
from desktop.importing.bringing_in import BATCH, bring_in, plan
from desktop.importing.planning import Choices, Fate, Plan, read_log_file
from desktop.patterns.from_cases import register_of
from desktop.soundness import check
from storage.compose import Content
from storage.errors import KnownError
from tests.desktop.desks import LOW_LEVEL, Desks, forge
from tests.school import Member

HEADING = "reference,reported_at,occurred_at,subject,reporter,narrative,outcome\n"
ROW = "C1,2024-09-03T14:30,2/9/2024,Tom Ashby,Ada Byron,He was late for duty. Again.,Spoken to\n"


def planned(desks: Desks, by: Member, rows: str = ROW) -> Plan:
    return plan(desks.of(by), [read_log_file("concerns.csv", (HEADING + rows).encode())], Choices())


def imported(desks: Desks, by: Member, rows: str = ROW) -> str:
    """Import rows and have everybody look. Returns the case of the oldest."""
    session = desks.of(by)
    before = set(session.entries.cases())
    bring_in(session, planned(desks, by, rows))
    desks.sync(by)
    desks.sync()
    new = [case for case in session.entries.cases() if case not in before]
    return min(new, key=lambda case: session.row(case).filed_at)


def test_a_record_stands_in_the_closed_list_of_each_reader_with_the_day_of_the_old_log(desks: Desks) -> None:
    case = imported(desks, desks.school.dsl)
    head = desks.of(desks.school.head)
    row = head.row(case)
    assert (row.shelf, row.phase, row.is_imported) == (Shelf.CLOSED, Phase.CLOSED, True)
    assert (row.filed_at.isoformat(), row.reporter) == ("2024-09-03T13:30:00+00:00", "Ada Byron")
    assert (row.about, row.summary, row.decide_by) == (("Tom Ashby",), "He was late for duty. Again.", None)


def test_it_bears_the_category_of_the_old_log(desks: Desks) -> None:
    log = b"reference,reported_at,subject,narrative,category\nC1,2024-09-03,Tom Ashby,Late.,Time  keeping\n"
    session = desks.of(desks.school.dsl)
    bring_in(session, plan(session, [read_log_file("concerns.csv", log)], Choices()))
    assert read_categories(session) == ("Time keeping",)


def test_nobody_else_learns_of_it(desks: Desks) -> None:
    case = imported(desks, desks.school.dsl)
    others = [desks.of(member) for member in (desks.school.ta, desks.school.deputy, desks.school.chair)]
    assert not any(case in other.entries.cases() for other in others)


def test_its_page_says_who_imported_it_and_its_story_when_it_was_recorded_and_when_it_happened(desks: Desks) -> None:
    case = imported(desks, desks.school.dsl)
    page = read_page(desks.of(desks.school.head), case)
    assert (page.sender.kind, page.sender.name) == (SenderKind.OLD_LOG, "Priya Nair")
    happened, recorded = page.story.items[:2]
    assert (happened.day.isoformat(), recorded.day.isoformat()) == ("2024-09-02", "2024-09-03")
    assert recorded.at.date() == desks.hands.at.date()


def test_it_is_found_with_the_other_records_about_its_person(desks: Desks) -> None:
    case = imported(desks, desks.school.dsl)
    assert case in desks.of(desks.school.head).about(desks.school.teacher.person_id)


def test_an_earlier_concern_has_to_be_seen_before_a_new_one_is_decided(desks: Desks) -> None:
    case = imported(desks, desks.school.dsl)
    new = desks.concern(desks.school.ta, desks.school.teacher)
    with pytest.raises(ActRefusedError):
        desks.act(desks.school.head, new, "decision", LOW_LEVEL)
    open_case(desks.of(desks.school.head), case)
    assert desks.act(desks.school.head, new, "decision", LOW_LEVEL)


def test_the_same_file_again_adds_nothing_whoever_imports_it(desks: Desks) -> None:
    imported(desks, desks.school.dsl)
    for member in (desks.school.dsl, desks.school.head):
        again = planned(desks, member)
        assert [row.fate for row in again.rows] == [Fate.HERE]
        assert bring_in(desks.of(member), again) == 0


def test_an_open_action_brings_it_back_from_the_closed(desks: Desks) -> None:
    case = imported(desks, desks.school.dsl)
    values = {"what": "Look at the duty rota", "owner": desks.school.head.person_id, "due": "2026-04-01"}
    desks.act(desks.school.dsl, case, "action", values)
    assert desks.of(desks.school.dsl).row(case).shelf is not Shelf.CLOSED


def test_nobody_can_be_answered_where_nobody_reported(desks: Desks) -> None:
    case = imported(desks, desks.school.dsl)
    with pytest.raises(ActRefusedError):
        desks.act(desks.school.dsl, case, "question", {"text": "Where was it?"})


def test_what_claims_to_be_history_and_comes_from_no_reader_stays_in_sight(desks: Desks) -> None:
    school = desks.school
    row = planned(desks, school.dsl).new[0]
    data = {
        "form": "imported_concern",
        "form_version": 1,
        "answers": dict(row.answers),
        "readers": [[school.dsl.person_id, "dsl"], [school.head.person_id, "head"]],
        "decider": school.head.person_id,
    }
    state = desks.candour.machine.state
    content = Content(kind="imported_concern", data=data, rule="R01.worker", at=desks.hands.at,
                      directory=(state.n, state.head))  # fmt: skip
    case = forge(desks, school.ta, (school.dsl, school.head), content).entry.eid
    desks.sync(school.head)
    assert desks.of(school.head).row(case).shelf is Shelf.NEEDS_YOU


def test_what_was_imported_before_a_stop_stays_and_the_next_time_goes_on(desks: Desks) -> None:
    rows = "".join(f"C{number},2024-09-03,,Tom Ashby,,Late.,\n" for number in range(BATCH + 1))

    def stop(done: int, _of: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in(desks.of(desks.school.dsl), planned(desks, desks.school.dsl, rows), stop)
    left = planned(desks, desks.school.dsl, rows)
    assert (len(left.with_fate(Fate.HERE)), len(left.new)) == (BATCH, 1)


def test_what_is_made_again_of_the_entries_is_the_same(desks: Desks) -> None:
    imported(desks, desks.school.dsl)
    assert check(desks.of(desks.school.dsl)).is_sound


def test_somebody_who_reads_no_reports_imports_nothing(desks: Desks) -> None:
    with pytest.raises(KnownError) as caught:
        planned(desks, desks.school.ta)
    assert caught.value.code is DeskFault.IMPORT_NOT_YOURS


def test_it_is_counted_in_patterns_with_the_dates_of_the_old_log(desks: Desks) -> None:
    case = imported(desks, desks.school.dsl)
    session = desks.of(desks.school.dsl)
    (record,) = register_of([session.case(case)], session.me, session.machine.school).concerns
    assert (record.subject, record.reported_at.isoformat()) == (desks.school.teacher.person_id, "2024-09-03T14:30:00")
    assert (str(record.occurred_at), record.counts) == ("2024-09-02", True)


def test_it_stands_in_the_chronology_on_the_day_on_which_it_happened(desks: Desks) -> None:
    case = imported(desks, desks.school.dsl)
    assert happened_on(desks.of(desks.school.head).case(case)) == date(2024, 9, 2)


def test_how_long_it_took_to_record_it_goes_by_the_old_log(desks: Desks) -> None:
    case = imported(desks, desks.school.dsl)
    happened, _ = read_page(desks.of(desks.school.head), case).story.items[:2]
    assert (happened.at.date() - happened.day).days == 1
