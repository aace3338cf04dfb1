# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A report is issued by an entry, before its file appears; and it tells nothing of what the chair alone holds."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from desktop.auditing.deeds import Deed
from desktop.auditing.reading import read_audit
from desktop.cases.rows import GOVERNORS_REPORT
from desktop.faults import DeskFault
from desktop.governors.issuing import Prepared, issue, issued_reports, prepare, read_ground, report_content
from desktop.governors.numbers import Confirmed, confirmed_words
from desktop.governors.periods import offered
from desktop.governors.report import Asked
from desktop.governors.told import Side
from desktop.session import Session
from storage.errors import KnownError
from tests.desktop.desks import Desks, content


def made(session: Session, **typed: object) -> Prepared:
    ground = read_ground(session)
    asked = Asked(period=offered(ground.today, ground.staff)[0][1])
    return prepare(ground, msgspec.structs.replace(asked, **typed))


def with_concerns(desks: Desks, many: int) -> Session:
    for _ in range(many):
        desks.concern(desks.school.ta, desks.school.teacher)
    head = desks.of(desks.school.head)
    head.sync()
    return head


def test_the_file_is_what_the_entry_says(desks: Desks, tmp_path: Path) -> None:
    head = with_concerns(desks, 1)
    saved = issue(head, made(head, recipient="The full board"), tmp_path)
    (issued,) = issued_reports(head)
    assert issued.manifest.sha256 == saved.sha256 == hashlib.sha256(saved.path.read_bytes()).hexdigest()
    assert issued.manifest.recipient == "The full board"


def test_the_chair_can_open_it(desks: Desks, tmp_path: Path) -> None:
    head, chair = with_concerns(desks, 1), desks.of(desks.school.chair)
    saved = issue(head, made(head), tmp_path)
    chair.sync()
    (issued,) = issued_reports(chair)
    assert report_content(chair, issued) == saved.path.read_bytes()
    assert [line.deed for line in read_audit(chair).lines] == [Deed.REPORTED]


def test_a_number_in_a_summary_that_was_typed_is_pointed_out(desks: Desks) -> None:
    (typed,) = made(with_concerns(desks, 1), summary="We spoke to 12 people.").numbers
    assert (typed.field, typed.passage) == ("summary", "We spoke to 12 people.")


def test_the_entry_says_which_numbers_its_author_answers_for(desks: Desks, tmp_path: Path) -> None:
    head, chair = with_concerns(desks, 1), desks.of(desks.school.chair)
    said = "We trained 40 staff."
    issue(head, made(head, commentary=f"{said} All came.", seen=frozenset({said, "Nobody said 7."})), tmp_path)
    chair.sync()
    (issued,) = issued_reports(chair)
    assert issued.manifest.confirmed == (Confirmed(field="commentary", number="40", sentence=said),)
    assert issued.by == desks.school.head.person_id
    assert confirmed_words(issued.manifest.confirmed, "Helen Marsh").endswith(f"records: 40 (“{said}”).")


@pytest.mark.parametrize("broken", [{"field": "recipient"}, {"number": ""}, {"sentence": "x" * 100_001}, {"more": 1}])
def test_a_confirmation_out_of_bounds_is_none(broken: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"field": "summary", "number": "4", "sentence": "We had 4.", **broken}, Confirmed)


def test_the_entry_holds_no_number_that_is_not_printed(desks: Desks, tmp_path: Path) -> None:
    head = with_concerns(desks, 3)
    issue(head, made(head), tmp_path)
    (issued,) = issued_reports(head)
    (shared,) = [each for each in issued.manifest.issued.figures if each.group == "shared"]
    assert (shared.least, shared.below) == (1, 5)


def test_while_it_names_somebody_it_is_not_issued(desks: Desks, tmp_path: Path) -> None:
    head = with_concerns(desks, 1)
    with pytest.raises(KnownError) as refused:
        issue(head, made(head, commentary=f"Thanks to {desks.school.teacher.name}."), tmp_path)
    assert refused.value.code is DeskFault.REPORT_NAMES_SOMEBODY
    assert (list(tmp_path.glob("*.pdf")), issued_reports(head)) == ([], ())


def test_records_that_have_changed_since_ask_for_another_look(desks: Desks, tmp_path: Path) -> None:
    head = with_concerns(desks, 5)
    prepared = made(head)
    with_concerns(desks, 1)
    with pytest.raises(KnownError) as refused:
        issue(head, prepared, tmp_path)
    assert refused.value.code is DeskFault.REPORT_OUT_OF_DATE


def test_the_next_report_is_held_against_it(desks: Desks, tmp_path: Path) -> None:
    head = with_concerns(desks, 5)
    prepared = made(head)
    issue(head, prepared, tmp_path)
    (earlier,) = read_ground(head).earlier
    assert (earlier.period, earlier.issued) == (prepared.reckoned.asked.period, prepared.reckoned.issued)


def test_a_matter_about_the_head_changes_nothing_in_the_heads_report(desks: Desks) -> None:
    head = with_concerns(desks, 5)
    before = made(head)
    desks.concern(desks.school.ta, desks.school.head)
    desks.sync()
    assert made(head).reckoned == before.reckoned


def test_the_chairs_supplement_counts_what_no_head_reads(desks: Desks, tmp_path: Path) -> None:
    with_concerns(desks, 1)
    for _ in range(5):
        desks.concern(desks.school.ta, desks.school.head)
    chair = desks.of(desks.school.chair)
    chair.sync()
    prepared = made(chair)
    issue(chair, prepared, tmp_path)
    assert (prepared.reckoned.side, prepared.reckoned.lines["shared"].least) == (Side.SUPPLEMENT, 5)


def test_the_head_never_hears_of_a_supplement(desks: Desks, tmp_path: Path) -> None:
    chair = desks.of(desks.school.chair)
    issue(chair, made(chair), tmp_path)
    desks.sync()
    assert not issued_reports(desks.of(desks.school.head))


def test_nobody_else_makes_reports(desks: Desks) -> None:
    with pytest.raises(KnownError) as refused:
        read_ground(desks.of(desks.school.dsl))
    assert refused.value.code is DeskFault.REPORT_NOT_YOURS


def test_what_claims_to_be_a_report_and_is_out_of_bounds_is_none(desks: Desks, tmp_path: Path) -> None:
    head = desks.of(desks.school.head)
    head.write(content(desks, GOVERNORS_REPORT, {}), ())
    assert not issued_reports(head)
