# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: the rules about patterns, changed by two officers together."""

from desktop.patterns.signs import Kind
from tests.school import SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.settings.pattern_rows import DialRow, NumbersRow
from ui.settings.pattern_rules_page import PatternRulesPage


def page_of(stage: Stage) -> PatternRulesPage:
    page = stage.side.page
    assert isinstance(page, PatternRulesPage)
    return page


def numbers(stage: Stage) -> NumbersRow:
    row = page_of(stage).rows["pattern_numbers"]
    assert isinstance(row, NumbersRow)
    return row


def test_every_rule_that_counts_stands_there_with_its_numbers(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "patterns")
    rule = next(rule for rule in numbers(stage).rules if rule.kind is Kind.SINGLE_SOURCE)
    assert (rule.days.text(), rule.least.text()) == ("400", "3")
    assert stage.hands.sees("Counts matters about one person told by one colleague.")


def test_another_number_is_proposed_and_waits_for_a_second_officer(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "patterns")
    rule = next(rule for rule in numbers(stage).rules if rule.kind is Kind.SINGLE_SOURCE)
    rule.least.set_value("5")
    stage.choose("Propose")
    stage.confirm(small_school.head)
    assert stage.hands.sees("Martin Oyelaran")
    assert stage.candour.school.settings.pattern_numbers == ()


def test_the_dial_says_what_it_costs(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "patterns")
    row = page_of(stage).rows["pattern_dial"]
    assert isinstance(row, DialRow)
    assert row.choice.value() == "standard"


def test_whoever_only_reads_records_sees_the_rules_and_changes_none(
    settings: Opened, small_school: SmallSchool
) -> None:
    page = page_of(settings(small_school.deputy, "patterns"))
    assert page.propose.isHidden()
    assert not any(row.widget.isEnabled() for row in page.rows.values())


def test_a_number_that_means_nothing_is_said(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "patterns")
    numbers(stage).rules[0].days.set_value("7")
    stage.choose("Propose")
    assert stage.hands.sees("Write a number of days from 14 to 1100.")
