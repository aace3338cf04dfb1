# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saving a case file in a real school, and what the case says of it afterwards."""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import new_file
from desktop.cases.acting import EXPORT, ActRefusedError
from desktop.cases.refusals import Refusal
from desktop.faults import DeskFault
from desktop.filing import AnswersError
from desktop.forms import summary
from desktop.phrases import reference
from desktop.services import Candour
from desktop.session import Session
from storage.errors import KnownError
from tests.desktop.documents.reading import Document
from tests.desktop.exports.orders import export_case
from tests.school import Hands, SmallSchool

ASKED = ("For the strategy discussion", "Northmere Council, LADO")
WORDS = "Tom told a Year 4 boy to hop in and drove off with him."


@pytest.fixture
def case_id(small_school: SmallSchool, small_candour: Candour) -> str:
    values: dict[str, object] = {
        "about": small_school.teacher.person_id,
        "what_happened": WORDS,
        "risk_now": "no",
        "name_choice": "give",
        "your_name": "Jo Smith",
    }
    return small_candour.file_walk_up("concern", values).case_id


@pytest.fixture
def lead(small_school: SmallSchool, small_candour: Candour, case_id: str, hands: Hands) -> Iterator[Session]:
    """The safeguarding lead, who has the report."""
    session = small_school.sign_in(small_candour, small_school.dsl)
    hands.forward(minutes=20)
    session.sync()
    assert case_id in session.entries.cases()
    yield session
    session.close()


def code_of(raised: pytest.ExceptionInfo[KnownError]) -> str:
    return raised.value.code.value


def test_the_file_is_there_for_its_owner_alone(lead: Session, case_id: str, tmp_path: Path) -> None:
    made = export_case(lead, case_id, tmp_path / "a.pdf", *ASKED)
    content = made.path.read_bytes()
    assert hashlib.sha256(content).hexdigest() == made.sha256
    assert WORDS in Document(content).words
    assert len(Document(content).pages) == made.pages
    if os.name == "posix":
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600


def test_a_folder_gets_a_file_whose_name_is_a_code(lead: Session, case_id: str, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    made = export_case(lead, case_id, folder, *ASKED)
    assert [file.name for file in folder.iterdir()] == [f"CF-{reference(case_id)}.pdf"] == [made.path.name]


def test_the_case_says_for_whom_why_and_what_was_saved(lead: Session, case_id: str, tmp_path: Path) -> None:
    made = export_case(lead, case_id, tmp_path / "a.pdf", *ASKED)
    entry = lead.case(case_id).of_kind(EXPORT)[0]
    told = summary(lead.meaning.forms[EXPORT], entry.values, lead.machine.school)
    rows = {row.label: row.value for row in told if row.is_given}
    assert (entry.eid,) == made.entries
    assert entry.author == lead.me
    assert rows == {
        "Made for": "Northmere Council, LADO",
        "Purpose": "For the strategy discussion",
        "Kind of recipient": "Our own file",
        "Copy": "Case file, number 1",
        "Entries in it": "1",
        "Files in it": "1",
        "Formats": "PDF",
        "Protection": "Opens without a password",
        "Pages": str(made.pages),
        "Fingerprint of the file": made.sha256,
    }


def test_the_entry_names_what_it_has_seen_and_reaches_the_other_reader(
    lead: Session, case_id: str, tmp_path: Path, small_school: SmallSchool, small_candour: Candour
) -> None:
    export_case(lead, case_id, tmp_path / "a.pdf", *ASKED)
    head = small_school.sign_in(small_candour, small_school.head)
    head.sync()
    entry = head.case(case_id).of_kind(EXPORT)[0]
    head.close()
    assert entry.parents == (case_id,)


def test_the_next_copy_has_the_next_number_and_shows_the_one_before(
    lead: Session, case_id: str, tmp_path: Path
) -> None:
    export_case(lead, case_id, tmp_path / "a.pdf", *ASKED)
    second = export_case(lead, case_id, tmp_path / "b.pdf", *ASKED)
    words = Document(second.path.read_bytes()).words
    assert "2. Priya Nair made a copy of this record" in words


def test_somebody_elses_file_is_left_alone(lead: Session, case_id: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"mine")
    with pytest.raises(KnownError) as raised:
        export_case(lead, case_id, tmp_path / "a.pdf", *ASKED)
    assert code_of(raised) == DeskFault.FILE_THERE_ALREADY
    assert (tmp_path / "a.pdf").read_bytes() == b"mine"
    assert lead.case(case_id).of_kind(EXPORT) == ()


def test_a_folder_that_is_not_there_is_said_and_nothing_recorded(lead: Session, case_id: str, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as raised:
        export_case(lead, case_id, tmp_path / "nowhere" / "a.pdf", *ASKED)
    assert code_of(raised) == DeskFault.FILE_UNWRITABLE
    assert lead.case(case_id).of_kind(EXPORT) == ()


def test_a_disk_that_fails_leaves_no_file_and_no_entry(
    lead: Session, case_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(new_file, "write_temporary", _full)
    with pytest.raises(KnownError) as raised:
        export_case(lead, case_id, folder, *ASKED)
    assert code_of(raised) == DeskFault.FILE_UNWRITABLE
    assert list(folder.iterdir()) == []
    assert lead.case(case_id).of_kind(EXPORT) == ()


def test_a_copy_that_cannot_be_recorded_is_not_made(
    lead: Session, case_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(lead, "write", _full)
    with pytest.raises(OSError, match="full"):
        export_case(lead, case_id, folder, *ASKED)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("asked", [("", "LADO"), ("For the file", " "), ("x" * 1001, "LADO")])
def test_without_a_purpose_and_a_recipient_nothing_is_made(
    lead: Session, case_id: str, tmp_path: Path, asked: tuple[str, str]
) -> None:
    with pytest.raises(AnswersError):
        export_case(lead, case_id, tmp_path / "a.pdf", *asked)
    assert not (tmp_path / "a.pdf").exists()


def test_somebody_who_only_sent_it_cannot_take_a_copy(
    small_school: SmallSchool, small_candour: Candour, tmp_path: Path
) -> None:
    sender = small_school.sign_in(small_candour, small_school.ta)
    values: dict[str, object] = {
        "about": small_school.teacher.person_id,
        "what_happened": WORDS,
        "risk_now": "no",
        "name_choice": "give",
    }
    mine = sender.file("concern", values).case_id
    with pytest.raises(ActRefusedError) as raised:
        export_case(sender, mine, tmp_path / "a.pdf", *ASKED)
    sender.close()
    assert raised.value.why is Refusal.NOT_A_READER
    assert not (tmp_path / "a.pdf").exists()


def test_a_case_that_is_not_there_is_not_found(lead: Session, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as raised:
        export_case(lead, "ab" * 32, tmp_path / "a.pdf", *ASKED)
    assert code_of(raised) == DeskFault.NO_SUCH_CASE


def _full(*_: object, **_further: object) -> Path:
    raise OSError("full")
