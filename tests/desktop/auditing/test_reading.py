# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An audit of real vaults: what it tells, to whom, and what it never says."""

from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from desktop.auditing import reading
from desktop.auditing.deeds import Asked, Deed, audit_words
from desktop.auditing.noting import note_look, note_search
from desktop.auditing.reading import read_audit
from desktop.auditing.saying import sentence, trawl_words
from desktop.cases.acting import open_case
from desktop.clocks import london_day
from desktop.exports.choices import Recipient
from desktop.exports.lists import export_audit
from desktop.exports.order import Format, Order
from desktop.importing.bringing_in import bring_in, plan
from desktop.importing.planning import Choices, read_log_file
from desktop.phrases import reference
from tests.desktop.desks import Desks
from tests.desktop.exports.orders import export_case
from tests.school import Member


@pytest.fixture
def case(desks: Desks) -> str:
    case = desks.concern(desks.school.ta, desks.school.teacher, what_happened="He hummed in the corridor.")
    desks.sync()
    return case


def told(desks: Desks, by: Member, **asked: object) -> list[str]:
    desks.sync(by)
    session = desks.of(by)
    lines = read_audit(session, Asked(**asked)).lines  # type: ignore[arg-type]  # a test names real fields
    return [sentence(line, session.machine.school) for line in lines]


def test_it_tells_the_other_reader_who_did_what_the_latest_first(desks: Desks, case: str, tmp_path: Path) -> None:
    dsl, name = desks.of(desks.school.dsl), reference(case)
    open_case(dsl, case)
    desks.hands.forward(minutes=1)
    export_case(dsl, case, tmp_path, "a meeting", "the head")
    desks.hands.forward(minutes=1)
    desks.act(desks.school.dsl, case, "share", {"with": [{"person": desks.school.chair.person_id}], "reason": "x"})
    desks.hands.forward(minutes=1)
    note_search(dsl)
    desks.hands.forward(minutes=1)
    note_look(dsl)
    assert told(desks, desks.school.head) == [
        "Priya Nair looked at a person’s page.",
        "Priya Nair searched their records.",
        f"Priya Nair let Martin Oyelaran read {name}.",
        f"Priya Nair made a copy of {name}.",
        f"Priya Nair opened {name}.",
    ]


def test_it_tells_nothing_to_who_does_not_read_the_record(desks: Desks, case: str) -> None:
    open_case(desks.of(desks.school.dsl), case)
    assert told(desks, desks.school.ta) == told(desks, desks.school.chair) == []


def test_it_is_asked_by_person_deed_record_and_day(desks: Desks, case: str) -> None:
    school = desks.school
    open_case(desks.of(school.dsl), case)
    desks.sync()
    open_case(desks.of(school.head), case)
    today = date(2026, 3, 12)
    assert len(told(desks, school.head, case_id=case, deed=Deed.OPENED, since=today, until=today)) == 2
    assert len(told(desks, school.head, who=school.dsl.person_id)) == 1
    assert told(desks, school.head, deed=Deed.SHARED) == []
    assert told(desks, school.head, since=today + timedelta(days=1)) == []
    assert told(desks, school.head, case_id="ab" * 32) == []


def test_an_import_is_one_line(desks: Desks) -> None:
    rows = "".join(f"C{number},1/9/2024,Tom Ashby\n" for number in range(3))
    file = read_log_file("concerns.csv", ("reference,reported_at,subject\n" + rows).encode())
    session = desks.of(desks.school.dsl)
    bring_in(session, plan(session, [file], Choices()))
    assert told(desks, desks.school.dsl) == ["Priya Nair imported 3 records from old logs."]


def test_who_opened_records_about_many_people_is_shown_to_the_others_and_not_to_themselves(
    desks: Desks, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = audit_words()
    counts = {Deed.OPENED: msgspec.structs.replace(words.trawl.counts[Deed.OPENED], least=1)}
    low = msgspec.structs.replace(words, trawl=msgspec.structs.replace(words.trawl, counts=counts))
    monkeypatch.setattr(reading, "audit_words", lambda: low)
    open_case(desks.of(desks.school.dsl), case)
    desks.sync()
    head, dsl = desks.of(desks.school.head), desks.of(desks.school.dsl)
    (trawl,) = read_audit(head).trawls
    assert trawl_words(trawl, head.machine.school).startswith(
        "Priya Nair opened records about 1 different people within an hour, on Thursday 12 March from 15:12."
    )
    assert read_audit(dsl).trawls == ()


def test_a_saved_audit_holds_no_content_and_is_on_record(desks: Desks, case: str, tmp_path: Path) -> None:
    session = desks.of(desks.school.dsl)
    open_case(session, case)
    order = Order(kind=Recipient.OTHER, recipient="The auditor", purpose="The yearly audit", formats=(Format.CSV,))
    saved = export_audit(session, Asked(), tmp_path, order)
    text = saved.path.read_text(encoding="utf-8-sig")
    assert reference(case) in text
    assert "hummed" not in text
    assert "Ashby" not in text
    assert told(desks, desks.school.dsl, deed=Deed.EXPORTED) == ["Priya Nair made a copy of a register."]


def test_what_was_done_before_the_days_that_are_asked_for_is_not_read(desks: Desks, case: str) -> None:
    dsl = desks.of(desks.school.dsl)
    open_case(dsl, case)
    dsl.vault.database.execute("UPDATE entries SET case_id = 'unreadable' WHERE kind = 'access'")
    assert [line.case_id for line in read_audit(dsl).lines] == ["unreadable"]
    assert read_audit(dsl, Asked(since=date(2026, 3, 14))).lines == ()


def test_every_hour_of_the_first_day_that_is_asked_for_is_told(desks: Desks, case: str) -> None:
    """London's summer time begins its days in the evening before, by the clock of the entries."""
    desks.hands.forward(hours=24 * 30 + 8)
    open_case(desks.of(desks.school.dsl), case)
    at = read_audit(desks.of(desks.school.dsl)).lines[0].at
    assert (at.day, london_day(at).day) == (11, 12)
    assert len(told(desks, desks.school.dsl, since=london_day(at))) == 1
    assert told(desks, desks.school.dsl, since=london_day(at) + timedelta(days=1)) == []
