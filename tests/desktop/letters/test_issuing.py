# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A letter that is issued stays on record as it went out, and only whoever may issue it does."""

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument, PdfiumError

from desktop.cases.acting import ActRefusedError, act_kinds
from desktop.cases.refusals import Refusal
from desktop.faults import DeskFault
from desktop.filing import AnswersError
from desktop.letters.drafting import draft
from desktop.letters.issuing import Letter, issue, print_letter, source_for
from desktop.letters.templates import templates
from storage.errors import KnownError
from tests.desktop.desks import Desks
from tests.desktop.documents.reading import Document
from tests.school import Member

SHEET = Letter(template="lado_referral", text="# Now\nHe was spoken to.", recipient="The LADO", channel="portal")
RECEIPT = replace(SHEET, template="receipt", text="Dear Beth, thank you.", recipient="Beth Carver")


def stopped(desks: Desks, by: Member, case_id: str, letter: Letter, folder: Path) -> Refusal:
    desks.sync(by)
    with pytest.raises(ActRefusedError) as raised:
        issue(desks.of(by), case_id, letter, folder)
    assert list(folder.iterdir()) == []
    return raised.value.why


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "letters"
    made.mkdir()
    return made


def test_its_text_template_and_fingerprint_are_in_the_case_for_every_reader(
    desks: Desks, case_id: str, folder: Path
) -> None:
    desks.sync(desks.school.dsl)
    made = issue(desks.of(desks.school.dsl), case_id, SHEET, folder)
    (kept,) = desks.case(desks.school.head, case_id).of_kind("letter")
    assert kept.eid == made.entry
    assert kept.text("text") == SHEET.text
    assert (kept.text("template"), kept.text("template_version")) == ("lado_referral", "1")
    assert (kept.text("recipient"), kept.text("channel")) == ("The LADO", "portal")
    assert kept.text("sha256") == made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()


def test_the_file_is_its_owners_alone_and_its_name_tells_nobody_anything(
    desks: Desks, case_id: str, folder: Path
) -> None:
    desks.sync(desks.school.dsl)
    made = issue(desks.of(desks.school.dsl), case_id, SHEET, folder)
    assert made.path.name.startswith("lado-referral-")
    assert "Ashby" not in made.path.name
    if os.name == "posix":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600


def test_what_is_looked_at_before_is_what_is_issued(desks: Desks, case_id: str, folder: Path) -> None:
    session = desks.of(desks.school.dsl)
    session.sync()
    letter = replace(SHEET, text=draft(templates()["lado_referral"], source_for(session, session.case(case_id))))
    assert print_letter(session, case_id, letter) == issue(session, case_id, letter, folder).path.read_bytes()


def test_whoever_does_not_read_the_case_issues_nothing(desks: Desks, case_id: str, folder: Path) -> None:
    assert stopped(desks, desks.school.ta, case_id, SHEET, folder) is Refusal.NOT_A_READER
    with pytest.raises(KnownError) as raised:
        issue(desks.of(desks.school.teacher), case_id, SHEET, folder)
    assert raised.value.code is DeskFault.NO_SUCH_CASE


def test_only_whoever_decides_writes_to_the_person_concerned(desks: Desks, case_id: str, folder: Path) -> None:
    letter = replace(SHEET, template="account")
    assert stopped(desks, desks.school.dsl, case_id, letter, folder) is Refusal.NOT_THE_DECIDER


def test_with_a_reason_on_record_what_yields_lets_it_pass(desks: Desks, case_id: str, folder: Path) -> None:
    letter = replace(SHEET, template="account", recipient="Tom Ashby")
    assert stopped(desks, desks.school.head, case_id, letter, folder) is Refusal.LETTER_BEFORE_ASSESSMENT
    said = replace(letter, reason="He asked for it himself.")
    issue(desks.of(desks.school.head), case_id, said, folder)
    (kept,) = desks.case(desks.school.dsl, case_id).of_kind("letter")
    assert kept.text("reason") == "He asked for it himself."


def test_it_is_said_for_whom_and_how(desks: Desks, case_id: str, folder: Path) -> None:
    desks.sync(desks.school.dsl)
    with pytest.raises(AnswersError) as raised:
        issue(desks.of(desks.school.dsl), case_id, replace(RECEIPT, recipient=" ", channel="pigeon"), folder)
    assert {finding.field for finding in raised.value.findings} == {"recipient", "channel"}
    assert list(folder.iterdir()) == []


def test_nothing_is_on_record_where_the_file_could_not_be_written(desks: Desks, case_id: str, folder: Path) -> None:
    desks.sync(desks.school.dsl)
    with pytest.raises(KnownError):
        issue(desks.of(desks.school.dsl), case_id, RECEIPT, folder / "nowhere" / "a.pdf")
    assert desks.case(desks.school.dsl, case_id).of_kind("letter") == ()


def test_it_is_recorded_by_issuing_it_and_in_no_other_way(desks: Desks) -> None:
    assert "letter" not in act_kinds(desks.of(desks.school.dsl))


def test_with_a_password_the_file_opens_with_it_only_and_the_record_says_so(
    desks: Desks, case_id: str, folder: Path
) -> None:
    session = desks.of(desks.school.dsl)
    session.sync()
    made = issue(session, case_id, replace(SHEET, password="quarry lantern mosaic"), folder)  # noqa: S106 - nobody's
    locked = made.path.read_bytes()
    for wrong in (None, "something else"):
        with pytest.raises(PdfiumError):
            PdfDocument(locked, password=wrong)
    with PdfDocument(locked, password="quarry lantern mosaic") as opened:  # noqa: S106 - nobody's
        assert "He was spoken to." in opened[0].get_textpage().get_text_range()
    (kept,) = session.case(case_id).of_kind("letter")
    assert kept.values["protected"] is True
    assert kept.text("sha256") == hashlib.sha256(made.path.read_bytes()).hexdigest()


def test_whoever_else_learns_who_it_is_is_told_of_the_reporting_restriction(
    desks: Desks, case_id: str, folder: Path
) -> None:
    session = desks.of(desks.school.dsl)
    session.sync()
    told = {letter.template: Document(print_letter(session, case_id, letter)).words for letter in (SHEET, RECEIPT)}
    assert "must not be identified in any publication" in told["lado_referral"]
    assert "must not be identified" not in told["receipt"]


def test_a_hostile_letter_is_printed_as_it_was_typed(desks: Desks, case_id: str, folder: Path) -> None:
    session = desks.of(desks.school.dsl)
    session.sync()
    words = "<b>stop <img src='/etc/hostname'> \u202eabc &amp;"
    made = issue(session, case_id, replace(SHEET, text=f"# {words}\n- {words}\n> {words}\nA: {words}"), folder)
    assert Document(made.path.read_bytes()).words.count("<b>stop <img src='/etc/hostname'>") == 4
