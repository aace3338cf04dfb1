# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the records of a real school to the folder that is handed over, and to what stands on record of it (F55)."""

import hashlib
import io
from pathlib import Path

import pytest
from pikepdf import PasswordError, Pdf

from desktop.access.gathered import Why
from desktop.access.gathering import gather
from desktop.access.making import make_copy
from desktop.access.reading import PACK
from desktop.access.requests import log_request, request_of, weighed_of
from desktop.access.third_parties import Part
from desktop.access.work import Decision, Verdict, Work, keep_work, load_work
from desktop.attaching.adding import Attached, read_attached
from desktop.cases.acting import ActRefusedError, leave
from desktop.cases.refusals import Refusal
from desktop.faults import DeskFault
from desktop.policies.confirming import Confirmed, confirm
from desktop.session import Session
from desktop.soundness import check
from desktop.training.acting import record_training
from storage.errors import KnownError
from tests.desktop.access.extracting import hits
from tests.desktop.access.test_requests import ASKED, KNOWN
from tests.desktop.desks import Desks
from tests.school import Member

SAID = "He kept R.T. in at break. Joe Lindqvist can tell you."
TRAINED = {"course": "safeguarding", "on": "2026-03-02", "refresh": "usual", "provider": "Northmere Council"}
WORDS = "correct horse battery"
TEXT = read_attached("list.txt", b"Who was there: Joe Lindqvist, me")


def asked(desks: Desks, about: Member) -> str:
    """A request that the head answers, of somebody whom they know."""
    case = log_request(desks.of(desks.school.head), about.person_id, ASKED).case_id
    desks.act(desks.school.head, case, "access_step", KNOWN)
    return case


def reported(desks: Desks, *files: Attached) -> str:
    """A concern of the assistant's about the teacher, which names a child and a colleague."""
    school = desks.school
    values: dict[str, object] = {
        "about": school.teacher.person_id,
        "what_happened": SAID,
        "risk_now": "no",
        "how_known": ["saw"],
    }
    case = desks.of(school.ta).file("concern", values, files).case_id
    desks.sync()
    return case


def decide_all(session: Session, case: str, *kept: Part) -> None:
    """Cover everybody but these."""
    weighed = weighed_of(session, request_of(session, session.case(case)), Work())
    keep = Decision(verdict=Verdict.REASONABLE, why="They acted in their office.")
    cover = Decision(verdict=Verdict.COVER)
    decisions = {item.item_id: keep if item.part in kept else cover for item in weighed.items}
    keep_work(session, case, Work(decisions=decisions))


def why_not(session: Session, case: str, place: Path, *, looked: bool = False) -> object:
    try:
        make_copy(session, case, place, files_looked_at=looked)
    except ActRefusedError as refused:
        return refused.why
    except KnownError as fault:
        return fault.code
    return None


def test_a_copy_holds_what_was_given_and_nothing_that_was_withheld(desks: Desks, tmp_path: Path) -> None:
    concern, case = reported(desks), asked(desks, desks.school.teacher)
    head = desks.of(desks.school.head)
    decide_all(head, case, Part.HANDLER)
    made = make_copy(head, case, tmp_path)
    content = (made.folder / "to-hand-over" / "your-data.pdf").read_bytes()
    withheld = (desks.school.ta.name, "Beth", "Lindqvist", "kept R.T.", concern, head.row(concern).reference)
    assert [words for words in withheld if hits(content, words)] == []
    assert hits(content, "kept")
    assert hits(content, desks.school.teacher.name)
    assert hashlib.sha256(content).hexdigest() == made.sha256


def test_it_goes_on_record_in_each_record_why_and_in_the_request_only_how_much(desks: Desks, tmp_path: Path) -> None:
    concern, case = reported(desks), asked(desks, desks.school.teacher)
    head = desks.of(desks.school.head)
    decide_all(head, case, Part.HANDLER)
    make_copy(head, case, tmp_path)
    (told,) = head.case(concern).of_kind(PACK)
    assert f"{desks.school.ta.name} (Reported it): Covered." in told.text("withheld")
    (counted,) = head.case(case).of_kind(PACK)
    assert (counted.text("records"), counted.text("withheld")) == ("1", "")
    assert desks.school.ta.name not in str(counted.values)
    assert check(head).troubles == ()


def test_nothing_is_made_while_somebody_is_undecided_or_before_it_is_clear_who_asks(
    desks: Desks, tmp_path: Path
) -> None:
    reported(desks)
    head = desks.of(desks.school.head)
    case = log_request(head, desks.school.teacher.person_id, ASKED).case_id
    assert why_not(head, case, tmp_path) is Refusal.IDENTITY_FIRST
    desks.act(desks.school.head, case, "access_step", KNOWN)
    assert why_not(head, case, tmp_path) is DeskFault.COPY_UNDECIDED
    assert not list(tmp_path.glob("own-data*"))
    assert head.case(case).of_kind(PACK) == ()


def test_the_folder_is_its_owners_alone_and_replaces_nothing(desks: Desks, tmp_path: Path) -> None:
    case = asked(desks, desks.school.teacher)
    head = desks.of(desks.school.head)
    decide_all(head, case, Part.COLLEAGUE)
    made = make_copy(head, case, tmp_path)
    modes = {path.stat().st_mode & 0o777 for path in (made.folder, *made.folder.rglob("*"))}
    assert modes == {0o600, 0o700}
    assert why_not(head, case, tmp_path) is DeskFault.FILE_THERE_ALREADY


def test_a_file_is_included_or_left_out_whole_and_never_with_words_that_are_covered(
    desks: Desks, tmp_path: Path
) -> None:
    reported(desks, TEXT)
    case = asked(desks, desks.school.teacher)
    head = desks.of(desks.school.head)
    decide_all(head, case, Part.HANDLER, Part.FILE)
    assert why_not(head, case, tmp_path) is DeskFault.FILES_NOT_LOOKED_AT
    assert why_not(head, case, tmp_path, looked=True) is DeskFault.FILE_NAMES_SOMEBODY
    decide_all(head, case, Part.HANDLER)
    made = make_copy(head, case, tmp_path)
    assert sorted(path.name for path in (made.folder / "to-hand-over").iterdir()) == ["letter.pdf", "your-data.pdf"]


def test_what_they_reported_about_somebody_else_is_theirs_without_what_became_of_it(desks: Desks) -> None:
    school = desks.school
    case = reported(desks)
    desks.act(school.dsl, case, "note", {"note_kind": "note", "text": "We looked at the rota."})
    desks.sync()
    (listed, sent) = gather(desks.of(school.head), school.ta.person_id).records
    assert (listed.why, sent.why) == (Why.DIRECTORY, Why.SENT)
    assert [passage.author for passage in sent.passages] == [school.ta.person_id]


def test_what_they_read_and_their_training_is_gathered_too(desks: Desks) -> None:
    school = desks.school
    confirm(desks.of(school.ta), Confirmed(policy="code", version="ab" * 32))
    record_training(desks.of(school.head), {**TRAINED, "person": school.ta.person_id})
    record_training(desks.of(school.head), {**TRAINED, "person": school.teacher.person_id})
    desks.sync()
    (listed,) = gather(desks.of(school.head), school.ta.person_id).records
    told = {passage.key: [piece.text for piece in passage.pieces] for passage in listed.passages}
    assert told["read"] == [f"code, {'ab' * 32}, on 12 March 2026"]
    assert told["trained"] == ["Safeguarding and child protection, done 2 March 2026 · Northmere Council"]


def test_a_record_that_only_names_them_gives_the_entry_that_does(desks: Desks) -> None:
    school = desks.school
    reported(desks)
    records = gather(desks.of(school.head), school.supply.person_id).records
    assert [(record.why, len(record.passages)) for record in records] == [(Why.DIRECTORY, 1), (Why.MENTIONS, 1)]


def test_each_reader_gathers_what_they_can_open_and_no_more(desks: Desks) -> None:
    school = desks.school
    reported(desks)
    records = gather(desks.of(school.chair), school.teacher.person_id).records
    assert [record.why for record in records] == [Why.DIRECTORY]


def test_what_was_decided_is_kept_in_the_vault_of_who_decided(desks: Desks) -> None:
    case = asked(desks, desks.school.teacher)
    head = desks.of(desks.school.head)
    work = Work().covering("the red van")
    keep_work(head, case, work)
    assert (load_work(head, case), load_work(desks.of(desks.school.dsl), case)) == (work, Work())


def test_an_answer_under_a_name_that_no_form_has_is_text_like_any_other(desks: Desks) -> None:
    case = reported(desks)
    head = desks.of(desks.school.head)
    forged = {"form": "note", "form_version": 1, "answers": {"Joe Lindqvist did it": "yes"}, "editions": {}}
    leave(head, head.case(case), "note", forged)
    records = gather(head, desks.school.teacher.person_id).records
    pieces = [piece for record in records for piece in record.pieces()]
    assert [piece.label for piece in pieces if "Joe Lindqvist did it" in piece.text] == [""]
    assert all("Lindqvist" not in piece.label for piece in pieces)


def test_with_a_password_the_copy_opens_with_that_only_and_has_its_files_attached(desks: Desks, tmp_path: Path) -> None:
    reported(desks, read_attached("list.txt", b"Who was there: nobody else"))
    case = asked(desks, desks.school.teacher)
    head = desks.of(desks.school.head)
    decide_all(head, case, Part.HANDLER, Part.FILE)
    made = make_copy(head, case, tmp_path, WORDS, files_looked_at=True)
    content = (made.folder / "to-hand-over" / "your-data.pdf").read_bytes()
    assert hashlib.sha256(content).hexdigest() == made.sha256
    with pytest.raises(PasswordError):
        Pdf.open(io.BytesIO(content))
    opened = io.BytesIO()
    with Pdf.open(io.BytesIO(content), password=WORDS) as pdf:
        assert (pdf.encryption.R, list(pdf.attachments)) == (6, ["file-1.txt"])
        pdf.save(opened)
    assert [words for words in ("Beth", "Lindqvist") if hits(opened.getvalue(), words)] == []


def test_a_password_that_may_not_open_everywhere_is_refused_before_anything_is_made(
    desks: Desks, tmp_path: Path
) -> None:
    case = asked(desks, desks.school.teacher)
    head = desks.of(desks.school.head)
    decide_all(head, case, Part.COLLEAGUE)
    with pytest.raises(KnownError):
        make_copy(head, case, tmp_path, "short")
    assert head.case(case).of_kind(PACK) == ()
