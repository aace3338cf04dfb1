# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody reads the code of conduct, with and without a sign-in, and confirms it, or leaves it for later."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtPrintSupport import QPrinter

from desktop.bench.handbook import handbook
from desktop.policies.confirming import confirmations
from desktop.policies.continuing import with_ids
from desktop.policies.draft import Draft
from desktop.policies.version import Version
from tests.ui.staff.policies import (
    FIRST,
    POLICIES,
    policies,
    policy_changed,
    policy_model,
    policy_short,
    policy_to_confirm,
    put_in_force,
    version,
)
from tests.ui.staff.stage import Stage
from tests.ui.staff.test_failures import said
from tests.ui.staff.test_home import reads
from ui.policies.paper import PolicyPaper
from ui.policies.reading_page import ReadingPage


def page(stage: Stage) -> ReadingPage:
    """The policy on the screen."""
    shown = stage.side._pages[-1]
    assert isinstance(shown, ReadingPage)
    return shown


def test_a_policy_is_confirmed_and_asked_for_no_more(stage: Stage) -> None:
    policy_to_confirm(stage)
    assert "I’ve read this and I know where to find it." in said(stage)
    stage.choose("Confirm")
    assert "Please read and confirm" not in said(stage)
    [kept] = stage.do(lambda: confirmations(stage.sessions[-1]))
    assert kept.person == stage.school.ta.person_id


def test_the_head_reads_that_they_confirmed_and_a_colleague_does_not(stage: Stage) -> None:
    policy_to_confirm(stage)
    stage.choose("Confirm")
    head, teacher = reads(stage, stage.school.head), reads(stage, stage.school.teacher)
    assert [each.person for each in stage.do(lambda: confirmations(head))] == [stage.school.ta.person_id]
    assert stage.do(lambda: confirmations(teacher)) == ()


def test_a_question_is_asked_instead_of_confirming(stage: Stage) -> None:
    policy_to_confirm(stage)
    stage.choose("I have a question")
    assert "What would you like to ask?" in said(stage)
    assert stage.side._stack.desk is not None
    assert stage.side._stack.desk.filling.typed["code_clause"] == "Staff code of conduct"


def test_not_now_keeps_it_on_the_first_page(stage: Stage) -> None:
    policy_to_confirm(stage)
    stage.choose("Not now")
    assert "please confirm by" in said(stage)


def test_what_changed_stands_above_the_text(stage: Stage) -> None:
    policy_changed(stage)
    assert "What changed since you last read it" in said(stage)
    assert "Now: Declare every gift, whatever it is worth." in said(stage)
    assert "Dress: " not in said(stage)


def test_a_visitor_confirms_the_short_version_with_a_name_and_only_with_one(stage: Stage) -> None:
    policy_short(stage)
    assert "Declare every gift" not in said(stage)
    stage.choose("Confirm")
    assert "Type your name" in said(stage)
    stage.tab_to("Your name")
    stage.type("Vera Isitor")
    stage.choose("Confirm")
    assert stage.title == POLICIES
    head = reads(stage, stage.school.head)
    assert [each.claims for each in stage.do(lambda: confirmations(head))] == ["Vera Isitor"]


def test_looking_for_words_shows_their_clauses_alone(stage: Stage) -> None:
    policy_model(stage)
    stage.tab_to("Find in this policy")
    stage.put_in("never cash")
    assert [view.clause.label for view in page(stage).list.views.values()] == ["5.5.4"]
    assert "One clause has these words" in said(stage)


def test_the_contents_lead_to_their_clause(stage: Stage) -> None:
    policy_model(stage)
    stage.choose("5.8 Money")
    view = next(view for view in page(stage).list.views.values() if view.clause.label == "5.8")
    assert page(stage).shows(view)
    contents = page(stage).contents
    assert not contents.visibleRegion().isEmpty()
    assert contents.mapTo(page(stage), QPoint(0, 0)).x() < page(stage).list.mapTo(page(stage), QPoint(0, 0)).x()


def test_a_model_and_a_late_review_say_so(stage: Stage) -> None:
    policies(stage)
    assert "Review overdue" in said(stage)
    stage.choose("Read Staff code of conduct")
    assert "Child protection policy and Whistleblowing policy" in said(stage)


def test_the_model_says_that_it_is_one(stage: Stage) -> None:
    policy_model(stage)
    assert "Candour’s model code" in said(stage)


def long_policy(stage: Stage) -> None:
    """A handbook of which a page shows only a part at once, and which is to be read together with the code."""
    drafts = tuple(Draft(*each) for each in handbook(25))
    long = Version(
        policy_id="handbook",
        title="Handbook",
        edition="1",
        companions=("Staff code of conduct",),
        clauses=with_ids("handbook", drafts),
    )
    put_in_force(stage, version(FIRST, "October 2025"))
    put_in_force(stage, long)
    stage.choose(POLICIES)
    stage.choose("Read Handbook")


def test_a_long_policy_is_read_in_parts_and_every_clause_can_be_reached(stage: Stage) -> None:
    long_policy(stage)
    assert len(page(stage).list.views) == 60
    stage.choose("Read on")
    assert len(page(stage).list.views) == 100
    assert not page(stage).list.more.isVisible()
    last = page(stage)._clauses[-1]
    stage.tab_to("Find in this policy")
    stage.put_in(last.number)
    assert last in [view.clause for view in page(stage).list.views.values()]


def test_the_contents_of_a_long_policy_lead_to_a_chapter_that_was_not_shown_yet(stage: Stage) -> None:
    long_policy(stage)
    chapter = next(clause for clause in page(stage)._clauses if clause.number == "5")
    stage.choose(f"5 {chapter.heading}")
    view = next(view for view in page(stage).list.views.values() if view.clause is chapter)
    assert page(stage).shows(view)
    stage.choose("Show it from the beginning")
    assert page(stage).shows(page(stage).list.views[0])


def test_a_companion_that_is_here_too_opens_over_it(stage: Stage) -> None:
    long_policy(stage)
    stage.choose("Read Staff code of conduct")
    assert page(stage)._clauses[1].heading == "Gifts"


def test_it_is_saved_as_a_pdf_under_a_name_that_says_which_version(stage: Stage, tmp_path: Path) -> None:
    policies(stage)
    stage.choose("Read Staff code of conduct")
    (paper,) = page(stage).findChildren(PolicyPaper)
    names: list[str] = []
    page(stage).save_asked.connect(names.append)
    stage.choose("Save as PDF…")
    assert names == ["code-october-2025.pdf"]
    paper.save(str(tmp_path / names[0]))
    stage.settle()
    assert "Saved: code-october-2025.pdf." in said(stage)
    assert (tmp_path / names[0]).read_bytes().startswith(b"%PDF-")


def test_it_is_printed_with_no_file_in_between(stage: Stage, tmp_path: Path) -> None:
    policies(stage)
    stage.choose("Read Staff code of conduct")
    (paper,) = page(stage).findChildren(PolicyPaper)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    paper.put(printer)
    stage.settle()
    assert "Sent to the printer: Staff code of conduct." in said(stage)
    assert (tmp_path / "paper.pdf").stat().st_size > 1_000
