# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, code and policies: a file becomes a version that two officers sign, and nothing is half taken in."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from desktop.faults import explain_fault
from desktop.policies.faults import PolicyFault
from desktop.policies.preparing import Preparing, kept_preparing
from desktop.policies.taking_in import take_in
from desktop.policies.version import read_version
from storage.errors import KnownError
from tests.desktop.policies.papers import CODE, scanned, word_file
from tests.school import SmallSchool
from tests.ui.conftest import Announcement
from tests.ui.settings.conftest import Opened
from tests.ui.settings.policy_scenes import ODD, clauses, facts, page, propose, read, source, three_versions
from tests.ui.settings.stage import Stage
from tests.ui.settings.test_lists import cells
from ui.policies.facts_card import FactsCard
from ui.policies.ready_view import ClausesView
from ui.policies.source_card import SourceCard
from ui.policies.versions_card import VersionsCard
from ui.tour.hands import Key

SECOND = CODE.replace("Ask before you take one.", "Ask the head before you take one.")


def kept(stage: Stage) -> Preparing | None:
    """What the vault keeps of it."""
    found: list[Preparing | None] = []
    stage.tasks.run(stage.tasks, lambda: kept_preparing(stage.session), found.append, stage.bugs.append)
    stage.settle()
    return found[0]


def leave(stage: Stage, answer: str) -> None:
    """Leave what is being prepared, and answer what is asked then."""
    stage.choose("Leave it for now")
    stage.choose(answer)
    stage.side.activateWindow()
    stage.settle()


@pytest.fixture
def stage(settings: Opened, small_school: SmallSchool) -> Stage:
    """The head at the page."""
    return settings(small_school.head, "policies")


def test_a_file_is_shown_with_its_clauses_and_what_is_odd(stage: Stage, tmp_path: Path) -> None:
    card = read(stage, tmp_path / "code.txt", ODD.encode())
    assert stage.hands.sees("The clauses that were found in code.txt: 4")
    assert ["4", "4 doesn’t follow the number before it: one may be missing."] in cells(card.odd.table)


def test_an_oddity_leads_to_its_clause(stage: Stage, tmp_path: Path) -> None:
    card = read(stage, tmp_path / "code.txt", ODD.encode())
    card.odd.table.setCurrentIndex(card.odd.table.model().index(1, 0))
    stage.choose("Go to it")
    assert card.pane.number.value() == "4"
    assert card.list.hasFocus()


def test_a_clause_is_joined_with_the_one_before_and_that_is_undone(stage: Stage, tmp_path: Path) -> None:
    card = read(stage, tmp_path / "code.txt", CODE.encode())
    card.go_to(1)
    card.pane.join.click()
    assert [each.label for each in card.prepared.clauses] == ["1", "2", "3"]
    assert "1.1 Who it is for" in card.prepared.clauses[0].paragraphs
    stage.choose("Undo the last change")
    assert [each.label for each in card.prepared.clauses] == ["1", "1.1", "2", "3"]
    assert card.list.hasFocus(), "a further Space would number the clauses"


def test_what_became_of_the_clauses_is_said(stage: Stage, tmp_path: Path, announced: list[Announcement]) -> None:
    card = read(stage, tmp_path / "code.txt", CODE.encode())
    card.go_to(1)
    stage.choose("Join it with the one before")
    assert card.list.hasFocus(), "a further Space would add a clause"
    stage.choose("Take this clause out")
    stage.choose("Number the clauses in order")
    said = [each.text for each in announced]
    assert said[-3:] == ["Done. 3 clauses now.", "Done. 2 clauses now.", "Numbered in order."]


def test_enter_goes_on_and_what_would_hold_is_read_from_its_top(stage: Stage, tmp_path: Path) -> None:
    read(stage, tmp_path / "code.txt", CODE.encode())
    stage.choose("Go on")
    stage.fill("Title", "Staff code of conduct")
    stage.hands.press(Key.Key_Return)
    assert stage.hands.sees("This is needed.")
    stage.fill("What this version is called", "October 2026")
    stage.hands.press(Key.Key_Return)
    stage.settle()
    assert page(stage).findChildren(ClausesView)[0].table.hasFocus()


def test_escape_leaves_the_passphrase(stage: Stage, tmp_path: Path) -> None:
    read(stage, tmp_path / "code.txt", CODE.encode())
    facts(stage, "October 2026")
    stage.choose("Propose this version")
    stage.hands.reach("Passphrase")
    QTest.keyClick(stage.side.window(), Qt.Key.Key_Escape)
    stage.settle()
    assert stage.hands.finds("Propose this version")


def test_a_clause_is_parted_at_a_paragraph_and_named(stage: Stage, tmp_path: Path) -> None:
    card = read(stage, tmp_path / "code.docx", word_file())
    card.go_to(2)
    stage.choose("Join it with the one before")
    stage.choose("Begin a new clause at: 2 Gifts")
    stage.fill("Number", "2")
    stage.hands.reach("Heading")
    assert [each.label for each in card.prepared.clauses] == ["1", "1.1", "2", "3"]


def test_a_clause_is_re_worded_and_what_is_typed_is_one_change(stage: Stage, tmp_path: Path) -> None:
    card = read(stage, tmp_path / "code.txt", CODE.encode())
    card.go_to(3)
    stage.choose("Re-word it")
    for words in ("Wear what", "Wear what you  like.\nNo hats."):
        card.pane.text.box.set_value(words)
        card.pane.text.take()
    stage.settle()
    assert card.prepared.clauses[3].paragraphs == ("Wear what you like.", "No hats.")
    assert card.pane.text.box.value() == "Wear what you  like.\nNo hats."
    found = kept(stage)
    assert found is not None
    assert found.prepared.clauses[3].paragraphs == ("Wear what you like.", "No hats.")
    stage.choose("Undo the last change")
    assert [each.paragraphs for each in card.prepared.clauses][3] == ("Dress for the task.",)


def test_what_is_typed_stays_with_its_clause_when_another_is_chosen(stage: Stage, tmp_path: Path) -> None:
    card = read(stage, tmp_path / "code.txt", CODE.encode())
    card.go_to(3)
    stage.choose("Re-word it")
    card.pane.text.box.set_value("Other words.")
    card.go_to(0)
    stage.settle()
    assert card.at == 0
    assert card.prepared.clauses[3].paragraphs == ("Other words.",)
    assert stage.hands.sees("Everybody who works here keeps to this code")


def test_clauses_are_added_taken_out_and_numbered_in_order(stage: Stage, tmp_path: Path) -> None:
    card = read(stage, tmp_path / "code.txt", CODE.encode())
    card.go_to(2)
    stage.choose("Take this clause out")
    stage.choose("Number the clauses in order")
    card.go_to(2)
    stage.choose("Add a clause after it")
    stage.hands.type("Phones")
    card.pane.text.box.set_value("Keep yours locked.")
    stage.choose("Go on")
    found = kept(stage)
    assert found is not None
    assert [(each.label, each.heading) for each in found.prepared.clauses[2:]] == [("2", "Dress"), ("3", "Phones")]
    assert found.prepared.clauses[3].paragraphs == ("Keep yours locked.",)


def test_the_model_begins_with_the_schools_name_and_says_what_is_still_to_fill_in(
    stage: Stage, small_school: SmallSchool
) -> None:
    source(stage)
    stage.choose("Start from Candour’s model code")
    texts = " ".join(words for each in clauses(stage).prepared.clauses for words in each.paragraphs)
    assert stage.candour.school.name in texts
    assert ["5.3", "Still to fill in: [name and telephone number]"] in cells(clauses(stage).odd.table)
    facts(stage, "October 2026")
    assert stage.hands.sees("Still to fill in before it is your own: 4 [name of the whistleblowing contact")


def test_whom_a_clause_binds_is_kept_in_the_vault(stage: Stage, tmp_path: Path) -> None:
    card = read(stage, tmp_path / "code.txt", CODE.encode())
    card.pane.binds.boxes[0].click()
    card.pane.short.click()
    stage.settle()
    found = kept(stage)
    assert found is not None
    assert (found.prepared.marks[0].binds, found.prepared.marks[0].short) == (("employee",), True)


def test_a_file_that_is_refused_says_why_and_leaves_nothing(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    scan = scanned()
    file.write_bytes(scan)
    source(stage).take(str(file))
    stage.settle()
    assert stage.hands.sees(explain_fault(KnownError(PolicyFault.SCANNED, pages=2)).sentence)
    assert kept(stage) is None
    assert page(stage).findChildren(SourceCard)
    assert file.read_bytes() == scan


def test_a_dropped_file_is_read(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "code.txt").write_text(CODE, encoding="utf-8")
    card = source(stage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "code.txt"))])
    card.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    stage.settle()
    assert len(clauses(stage).prepared.clauses) == 4


def test_what_is_needed_of_a_version_is_said_at_its_field(stage: Stage, tmp_path: Path) -> None:
    read(stage, tmp_path / "code.txt", CODE.encode())
    stage.choose("Go on")
    (card,) = page(stage).findChildren(FactsCard)
    card.review.set_value("some day")
    stage.choose("Go on")
    assert stage.hands.sees("This is needed.")
    assert stage.hands.sees("Write a day or a month, such as March 2028, or leave it empty.")


def test_a_version_is_proposed_and_a_second_officer_signs(
    stage: Stage, tmp_path: Path, small_school: SmallSchool
) -> None:
    read(stage, tmp_path / "code.txt", CODE.encode())
    facts(stage, "October 2026")
    assert stage.hands.sees("It is new here, so there is no version to compare it with.")
    propose(stage, small_school)
    assert stage.hands.sees("Proposed.")
    assert stage.hands.sees("“Staff code of conduct” waits for a second signature.")
    assert not stage.candour.school.settings.policies
    stage.go("roles")
    stage.choose("Read “Staff code of conduct” as it would hold")
    assert stage.hands.sees("Everybody who works here keeps to this code")
    stage.choose("Martin Oyelaran signs here")
    stage.confirm(small_school.chair)
    (line,) = stage.candour.school.settings.policies
    assert (line.policy_id, line.review_due, str(line.confirm_by)) == ("staff-code-of-conduct", "2028-03", "2027-01-15")
    stage.go("policies")
    assert kept(stage) is None
    assert cells(page(stage).table)[0][1:4] == ["October 2026", "the governing body, 3 October 2026", "March 2028"]
    _compare_and_withdraw(stage, tmp_path, small_school)


def _compare_and_withdraw(stage: Stage, tmp_path: Path, school: SmallSchool) -> None:
    """A second version is compared with the first; then the policy is withdrawn."""
    read(stage, tmp_path / "new.txt", SECOND.encode())
    facts(stage, "January 2027")
    assert stage.hands.sees("Against October 2026: 1 reworded, 3 the same.")
    assert stage.hands.sees("Now: Ask the head before you take one.")
    page(stage).steps.drop()
    stage.settle()
    _start_next(stage, tmp_path)
    stage.choose("Withdraw the chosen one")
    assert stage.hands.sees("“Staff code of conduct”")
    stage.confirm(school.head)
    assert stage.hands.sees("Proposed.")


def _start_next(stage: Stage, tmp_path: Path) -> None:
    """The next version begins from the one that holds; its text is saved to be changed elsewhere."""
    stage.choose("Start the next version from this one")
    assert stage.hands.sees("Choose a policy in the table first.")
    assert page(stage).table.hasFocus()
    page(stage).table.setCurrentIndex(page(stage).table.model().index(0, 0))
    page(stage).save_word("staff-code-of-conduct", str(tmp_path / "code.docx"))
    stage.settle()
    assert stage.hands.sees("Saved: code.docx.")
    page(stage).save_word("staff-code-of-conduct", str(tmp_path / "code.docx"))
    stage.settle()
    assert stage.hands.sees("There is already a file of that name.")
    assert not stage.hands.sees("Saved: code.docx.")
    before = stage.candour.school.settings.policies[0].versions[-1]
    stage.choose("Start the next version from this one")
    begun = clauses(stage).prepared.clauses
    version = read_version(stage.candour.machine.documents.read(before) or b"")
    assert [each.clause_id for each in begun] == [each.clause_id for each in version.clauses]
    assert take_in("code.docx", (tmp_path / "code.docx").read_bytes()).found.clauses == begun
    page(stage).steps.drop()
    stage.settle()
    page(stage).table.setCurrentIndex(page(stage).table.model().index(0, 0))


def test_any_two_versions_are_compared_in_words(stage: Stage, small_school: SmallSchool) -> None:
    three_versions(stage, small_school)
    stage.choose("Compare two versions")
    assert stage.hands.sees("Against Two: 1 reworded, 2 the same.")
    (card,) = page(stage).findChildren(VersionsCard)
    card.since.setCurrentIndex(0)
    stage.settle()
    assert stage.hands.sees("Against One: 2 reworded, 1 the same.")
    assert stage.hands.sees("Now: Declare every gift, whatever it is worth.")
    card.until.setCurrentIndex(0)
    stage.settle()
    assert stage.hands.sees("No clause is otherwise than in One.")
    assert not stage.hands.finds("Withdraw the chosen one"), "the comparison begins at the top of the page"
    stage.choose("Close the comparison")
    assert not page(stage).findChildren(VersionsCard)
    assert stage.hands.finds("Withdraw the chosen one")


def test_what_is_kept_is_gone_on_with(stage: Stage, tmp_path: Path) -> None:
    read(stage, tmp_path / "code.txt", CODE.encode())
    leave(stage, "Keep it")
    assert stage.hands.sees("“the policy from code.txt” isn’t finished.")
    assert not stage.hands.finds("Add a policy or a new version…")
    stage.choose("Go on with it")
    assert len(clauses(stage).prepared.clauses) == 4


def test_what_is_dropped_is_gone(stage: Stage, tmp_path: Path) -> None:
    read(stage, tmp_path / "code.txt", CODE.encode())
    leave(stage, "Drop it")
    assert kept(stage) is None
    assert stage.hands.finds("Add a policy or a new version…")
