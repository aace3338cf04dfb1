# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reviewer sees of patterns, and what becomes of it when they have looked at it."""

from datetime import date

import msgspec

from desktop.chronology.kinds import Kind as Chronicled
from desktop.chronology.page import read_page
from desktop.patterns.answering import Found, answer_prompt
from desktop.patterns.charts import charts_of, earlier_charts
from desktop.patterns.desk import desk_of
from desktop.patterns.engine import ENGINE, Seen
from desktop.patterns.register import Register
from desktop.patterns.signs import Kind
from desktop.people import PersonId
from desktop.soundness import check
from tests.desktop.desks import Desks
from tests.desktop.patterns.looking import seen_by, tell, three_reports
from tests.desktop.patterns.registers import concern

FOUND = Found("joint_review", "We read all three and meet him on Monday.")


def test_a_prompt_names_its_records_and_is_answered_once_for_everybody_who_may_read_them(desks: Desks) -> None:
    school, cases = desks.school, three_reports(desks)
    (card,) = seen_by(desks, school.dsl).to_look_at
    assert {desks.of(school.dsl).find(record) for record in card.shown.records} == set(cases)
    filed = answer_prompt(desks.of(school.dsl), card.shown, FOUND)
    desks.sync()
    head = seen_by(desks, school.head)
    assert (head.to_look_at, [each.answer.found for each in head.looked_at if each.answer]) == ((), [FOUND])
    readers = [member for member in school.members if member.passphrase and desks.reads(member, filed.case_id)]
    assert readers == [school.head, school.dsl]


def test_it_comes_back_when_something_new_is_added(desks: Desks) -> None:
    school = desks.school
    three_reports(desks)
    (card,) = seen_by(desks, school.dsl).to_look_at
    answer_prompt(desks.of(school.dsl), card.shown, FOUND)
    for by in (school.deputy, school.ta, school.deputy):
        tell(desks, by)
    assert seen_by(desks, school.dsl).to_look_at


def test_the_answer_stands_in_the_chronology_with_the_prompt_as_it_was_shown(desks: Desks) -> None:
    school = desks.school
    three_reports(desks)
    (card,) = seen_by(desks, school.dsl).to_look_at
    case = answer_prompt(desks.of(school.dsl), card.shown, FOUND).case_id
    report = desks.case(school.head, case).report
    assert report is not None
    assert (report.text("what_happened"), report.text("engine")) == (card.shown.sentence, ENGINE)
    assert read_page(desks.of(school.head), school.teacher.person_id).counts[Chronicled.NOTE] == 1
    assert check(desks.of(school.head)).troubles == ()


def test_a_reader_who_may_not_read_one_of_the_records_sees_no_prompt(desks: Desks) -> None:
    three_reports(desks)
    assert seen_by(desks, desks.school.chair).to_look_at == ()


def test_an_answer_never_goes_to_who_may_not_read_all_of_the_records(desks: Desks) -> None:
    school = desks.school
    three_reports(desks)
    (card,) = seen_by(desks, school.head).to_look_at
    other = tell(desks, school.ta, school.dsl)
    named = msgspec.structs.replace(card.shown, records=(*card.shown.records, desks.case(school.head, other).case_id))
    case = answer_prompt(desks.of(school.head), named, FOUND).case_id
    desks.sync()
    assert case not in desks.of(school.dsl).entries.cases()


def test_nobody_is_shown_a_prompt_about_themselves(desks: Desks) -> None:
    three_reports(desks)
    (card,) = seen_by(desks, desks.school.dsl).to_look_at
    seen = Seen(shown=(card.shown,), undecided=())
    about = PersonId(card.shown.subjects[0])
    assert desk_of(Register(), seen, (), about, date(2026, 3, 12)).to_look_at == ()


def test_what_has_nothing_new_in_twelve_months_stands_apart(desks: Desks) -> None:
    three_reports(desks)
    desk = seen_by(desks, desks.school.dsl)
    assert (desk.recent, desk.earlier) == (desk.to_look_at, ())
    later = msgspec.structs.replace(desk, today=date(2027, 6, 1))
    assert (later.recent, later.earlier) == ((), desk.to_look_at)


def test_a_silence_is_as_new_as_its_first_day_however_old_the_last_report_is(desks: Desks) -> None:
    three_reports(desks)
    desk = seen_by(desks, desks.school.dsl)
    (card,) = desk.to_look_at
    quiet = msgspec.structs.replace(card.shown, pattern_type=(Kind.SILENCE,), first_flagged_on=date(2027, 5, 1))
    later = msgspec.structs.replace(desk, today=date(2027, 6, 1))
    later = msgspec.structs.replace(later, to_look_at=(msgspec.structs.replace(card, shown=quiet),))
    assert (later.recent, later.earlier) == (later.to_look_at, ())


def test_months_and_topics_are_counted_once_for_each_report() -> None:
    today = date(2025, 6, 20)
    twice = concern("A", date(2025, 6, 2), 1, 2)
    concerns = [twice, twice, concern("B", date(2024, 7, 1), 3, 4), concern("C", date(2024, 6, 30), 5, 6)]
    charts = charts_of(concerns, today)
    assert [month.count for month in charts.months] == [1, *[0] * 10, 1]
    assert (charts.before, charts.total, charts.months[-1].is_over) == (1, 2, False)
    assert sum(topic.count for topic in charts.topics) == 2


def test_what_does_not_count_is_in_no_chart() -> None:
    withdrawn = msgspec.structs.replace(concern("A", date(2025, 6, 2), 1, 2), counts=False)
    assert charts_of([withdrawn], date(2025, 6, 20)).total == 0


def test_the_years_before_can_be_charted_as_far_back_as_anything_was_reported() -> None:
    today = date(2025, 6, 20)
    concerns = [
        concern("A", date(2025, 6, 2), 1, 2),
        concern("B", date(2024, 6, 1), 3, 4),
        concern("C", date(2023, 5, 1), 5, 6),
    ]
    (before, long_ago) = earlier_charts(concerns, today)
    assert ([month.count for month in before.months][-1], before.months[-1].is_over, before.total) == (1, True, 1)
    assert (long_ago.months[-1].first, long_ago.total, long_ago.before) == (date(2023, 6, 1), 1, 0)
    assert earlier_charts(concerns[:1], today) == ()
