# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.importing.faults import ImportFault
from desktop.importing.log_columns import LogKind
from desktop.importing.logs import LogReport, LogRow, read_log, read_register
from desktop.importing.refusals import Reason, sentence
from desktop.patterns.register import ConcernRecord, GiftRecord, StaffMember, TieRecord
from storage.errors import KnownError

HEADING = "reference,reported_at,occurred_at,subject,children,severity,source,narrative,outcome\n"


def concerns(rows: str) -> LogReport:
    return read_log((HEADING + rows).encode())


def concern(row: str) -> ConcernRecord:
    (found,) = concerns(row).records(ConcernRecord)
    return found


def refused(row: LogRow) -> list[tuple[Reason, str]]:
    assert row.record is None
    return [(each.reason, each.column) for each in row.refusals]


def why(row: str) -> list[tuple[Reason, str]]:
    (found,) = concerns(row).rows
    return refused(found)


def fault(data: bytes, kind: LogKind | None = None, **by_hand: str) -> KnownError:
    with pytest.raises(KnownError) as caught:
        read_log(data, kind, by_hand)
    return caught.value


def test_a_concern_is_read_with_all_that_its_row_says() -> None:
    row = 'C1,2026-03-12T14:30:00,2026-03-11,"Patel, Anil",Ada Lee (4B);Sam Roy,2,staff,"Two\nlines.",Talked to\n'
    assert concern(row) == ConcernRecord(
        reference="C1",
        reported_at=datetime.fromisoformat("2026-03-12T14:30"),
        occurred_on=date(2026, 3, 11),
        subject="Patel, Anil",
        children=("Ada Lee (4B)", "Sam Roy"),
        severity=2,
        source="staff",
        narrative="Two lines.",
    )


def test_a_gift_is_read_to_the_penny() -> None:
    report = read_log(b'reference,declared_at,giver,direction,value_gbp\nG1,1/2/2026,Rao family,received,"1,250.50"\n')
    (gift,) = report.records(GiftRecord)
    assert (gift.value, gift.direction) == (Decimal("1250.50"), "received by staff")


def test_a_nil_return_is_read_as_one() -> None:
    report = read_log(b"reference,declared_at,declarant,nil_return\nR1,1/2/2026,A,yes\nR2,1/2/2026,B,no\n")
    assert [tie.is_nil for tie in report.records(TieRecord)] == [True, False]


def test_a_member_of_staff_is_read_with_hours_and_dates() -> None:
    data = b"staff_id,last_name,other_sites,contact_hours_per_week,fte,start_date\nS1,B,X; Y,22.5,0.8,1/9/2022\n"
    (member,) = read_log(data).records(StaffMember)
    assert (member.contact_hours, member.fte, member.started) == (22.5, 0.8, date(2022, 9, 1))
    assert member.other_sites == ("X", "Y")


def test_the_order_of_columns_does_not_matter_and_unknown_ones_are_named() -> None:
    report = read_log(b"Shoe size,Narrative,Reported at,Subject,Reference\n43,Late,1/2/2026,A,C1\n")
    (found,) = report.records(ConcernRecord)
    assert (found.reference, found.narrative, report.unread_columns) == ("C1", "Late", ("Shoe size",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_each_encoding_gives_the_same_names(encoding: str) -> None:
    data = (HEADING + "C1,1/2/2026,,Zoë Brontë,,,,,\n").encode(encoding)
    assert read_log(data).records(ConcernRecord)[0].subject == "Zoë Brontë"


def test_a_row_in_a_broken_encoding_is_named_and_the_others_are_read() -> None:
    data = (HEADING + "C1,1/2/2026,,Zoë Wiśniewski,,,,,\n").encode() + b"C2,1/2/2026,,Zo\xeb,,,,,\n"
    report = read_log(data)
    assert [each.subject for each in report.records(ConcernRecord)] == ["Zoë Wiśniewski"]
    assert refused(report.rows[1]) == [(Reason.LOST_LETTER, "subject")]


@pytest.mark.parametrize(
    ("row", "reason", "column"),
    [
        (",1/2/2026,,A,,,,,\n", Reason.MISSING_REFERENCE, "reference"),
        ("C1,,,A,,,,,\n", Reason.MISSING_MOMENT, "reported_at"),
        ("C1,13/13/2026,,A,,,,,\n", Reason.UNREADABLE_MOMENT, "reported_at"),
        ("C1,1/2/2026,last week,A,,,,,\n", Reason.UNREADABLE_MOMENT, "occurred_at"),
        ("C1,1/2/2026,2/2/2026,A,,,,,\n", Reason.HAPPENED_LATER, "occurred_at"),
        ("C1,1/2/2026,,A,,5,,,\n", Reason.UNKNOWN_WORD, "severity"),
        ("C1,1/2/2026,,A,,,a crow,,\n", Reason.UNKNOWN_WORD, "source"),
        ("C1,1/2/2026,,=1+1,,,,,\n", Reason.FORMULA, "subject"),
        ("C1,1/2/2026,,A,,,,@SUM(A1),\n", Reason.FORMULA, "narrative"),
        ("C1,1/2/2026,,A\u202eB,,,,,\n", Reason.CONTROL_CHARACTER, "subject"),
        (f"C1,1/2/2026,,{'A' * 101},,,,,\n", Reason.TOO_LONG, "subject"),
        (f"C1,1/2/2026,,A,,,,{'A' * 200_000},\n", Reason.TOO_LONG, "narrative"),
        ("C1,1/2/2026,,A,,,,,,more\n", Reason.EXTRA_CELLS, ""),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_with_its_reason(row: str, reason: Reason, column: str) -> None:
    assert why(row) == [(reason, column)]


def test_every_reason_against_a_row_is_said() -> None:
    assert [reason for reason, _ in why("C1,soon,later,A,,9,,,\n")] == [
        Reason.UNREADABLE_MOMENT,
        Reason.UNREADABLE_MOMENT,
        Reason.UNKNOWN_WORD,
    ]


@pytest.mark.parametrize("cell", ["about 10", "1.234", "12,50", "12 pence"])
def test_an_amount_that_is_unclear_is_not_guessed(cell: str) -> None:
    (row,) = read_log(f'reference,declared_at,giver,value_gbp\nG1,1/2/2026,A,"{cell}"\n'.encode()).rows
    assert refused(row) == [(Reason.UNREADABLE_AMOUNT, "value_gbp")]


def test_somebody_who_left_before_they_came_is_left_out() -> None:
    (row,) = read_log(b"staff_id,last_name,start_date,end_date\nS1,A,1/9/2022,1/9/2021\n").rows
    assert refused(row) == [(Reason.END_BEFORE_START, "end_date")]


def test_a_reference_counts_once_and_the_later_row_names_the_first() -> None:
    report = concerns("C1,1/2/2026,,A,,,,,\nC2,1/2/2026,,B,,,,,\nC1,1/3/2026,,C,,,,,\n")
    (refusal,) = report.rows[2].refusals
    assert (refusal.reason, refusal.other_row) == (Reason.SAME_REFERENCE, 2)
    assert sentence(4, refusal).startswith("Row 4: row 2 has the same reference.")


def test_a_row_that_is_left_out_takes_no_reference_from_a_later_one() -> None:
    assert len(concerns("C1,soon,,A,,,,,\nC1,1/2/2026,,A,,,,,\n").records(ConcernRecord)) == 1


@pytest.mark.parametrize("outcome", ["Withdrawn", "no concern", "Not a concern"])
def test_what_was_withdrawn_or_no_concern_is_read_and_not_counted(outcome: str) -> None:
    assert not concern(f"C1,1/2/2026,,A,,,,,{outcome}\n").counts


def test_a_heading_of_another_name_is_matched_by_hand() -> None:
    data = b"Form,Came in,Whom,What was seen\nC1,1/2/2026,Sam Roy,Late\n"
    by_hand = {"reference": "form", "reported_at": "Came in", "subject": "Whom"}
    report = read_log(data, LogKind.CONCERNS, by_hand)
    assert (report.records(ConcernRecord)[0].subject, report.unread_columns) == ("Sam Roy", ("What was seen",))


def test_a_column_of_the_file_is_read_as_one_of_ours_only() -> None:
    report = read_log(b"Reference,Date,Staff member,From\nG1,1/2/2026,A,B\n", LogKind.GIFTS, {"giver": "Staff member"})
    (gift,) = report.records(GiftRecord)
    assert (gift.giver, gift.recipient) == ("A", "")


@pytest.mark.parametrize(
    ("data", "kind", "by_hand", "code"),
    [
        (b"reference,subject\nC1,A\n", None, {}, ImportFault.NO_COLUMN),
        (b"reference,declared_at\nC1,1/2/2026\n", None, {}, ImportFault.KIND_UNCLEAR),
        (b"reference,reported_at\nC1,1/2/2026\n", LogKind.CONCERNS, {"subject": "Whom"}, ImportFault.NO_SUCH_COLUMN),
        (b"reference,reported_at\nC1,1/2/2026\n", LogKind.CONCERNS, {"whom": "reference"}, ImportFault.NO_SUCH_COLUMN),
        (b"reference,reported_at,reference\nC1,1/2/2026,C\n", LogKind.CONCERNS, {}, ImportFault.COLUMN_TWICE),
        (b"what,ever\n1,2\n", None, {}, ImportFault.NO_LOG_HEADER),
    ],
)
def test_a_file_that_is_no_such_log_is_refused(
    data: bytes, kind: LogKind | None, by_hand: dict[str, str], code: ImportFault
) -> None:
    assert fault(data, kind, **by_hand).code is code


def test_a_folder_is_read_in_the_order_in_which_it_was_recorded(tmp_path: Path) -> None:
    (tmp_path / "concerns.csv").write_text(HEADING + "C2,2/2/2026,,A,,,,,\nC1,1/2/2026,,B,,,,,\nC3,soon,,C,,,,,\n")
    (tmp_path / "staff.csv").write_text("staff_id,last_name\nS1,A\n")
    register, fates = read_register(tmp_path)
    assert [each.reference for each in register.concerns] == ["C1", "C2"]
    assert [each.staff_id for each in register.staff] == ["S1"]
    assert [row.number for row in fates[LogKind.CONCERNS].refused] == [4]
    assert fates[LogKind.GIFTS].rows == ()
