# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is measured is measured with the real thing, and told in full; how fast it is is no test's business."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import desktop.bench
from desktop.auditing.reading import read_audit
from desktop.bench import (
    attaching,
    chronology,
    exporting,
    filing,
    ground,
    growing,
    growth,
    handbook,
    handing,
    ingest,
    looking,
    policies,
    recovering,
    searching,
    vaults,
)
from desktop.bench.governors import bench_report
from desktop.bench.measuring import Measured, middle
from desktop.board.desk import read_desk
from desktop.chronology.listing import read_people
from desktop.registers.book import read_book
from desktop.registers.declared import Register
from tests.desktop.cli.running import Machine

ROW = Measured("a thing", 3.0, 2.0, "ms", 1.5, "as noted")


def test_a_row_says_both_figures_and_their_ratio() -> None:
    assert (ROW.ratio, ROW.line.split()) == (
        1.5,
        ["a", "thing", "3.00", "2.00", "ms", "1.50x", "aim", "1.5x", "as", "noted"],
    )


def test_the_middle_is_the_median_in_milliseconds() -> None:
    assert middle([1.0, 9.0, 2.0]) == 2000


def test_filing_and_taking_in_are_measured(tmp_path: Path) -> None:
    school = ground.founded(tmp_path)
    rows = [*filing.bench_filing(school, 2), *ingest.bench_ingest(school, 4)]
    assert [row.unit for row in rows] == ["ms"] * 4
    assert all(row.ours > 0 and row.raw > 0 for row in rows)
    assert "6 taken in" in rows[1].note


@pytest.mark.parametrize("made", [handbook.as_text, handbook.as_word, handbook.as_pdf])
def test_a_handbook_is_taken_in_and_read_by_its_library_alone(
    made: Callable[[int], bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "handbook").write_bytes(made(2))
    policies.take(str(tmp_path / "handbook"))
    assert json.loads(capsys.readouterr().out)["clauses"] == 8
    policies.take_raw(str(tmp_path / "handbook"))
    assert json.loads(capsys.readouterr().out)["ms"] > 0


@pytest.mark.long
def test_taking_policies_in_is_measured_for_each_kind_of_file_and_for_those_that_are_given(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("1 One\n\nWords.\n", encoding="utf-8")
    rows = list(policies.bench_policies(tmp_path / "policies", 2, [tmp_path / "own.txt"]))
    assert [row.name.split(", ")[-1] for row in rows[:4]] == [".md", ".docx", ".pdf", "own.txt"]
    assert [row.note.split(" clauses")[0] for row in rows[:4]] == ["8", "8", "8", "1"]
    assert all(row.ours > 0 for row in rows)


def test_looking_for_patterns_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "STAFF", 20)
    rows = list(looking.bench_patterns(60))
    assert [row.unit for row in rows] == ["ms"] * 5
    assert "100 concerns" in rows[0].note


def test_unlocking_and_drafts_are_measured(tmp_path: Path) -> None:
    school = ground.founded(tmp_path)
    rows = [*vaults.bench_unlock(school, 1), *vaults.bench_draft(school, 2)]
    assert [row.name.partition(",")[0] for row in rows] == ["unlock", "unlock", "a draft kept"]
    assert all(row.ours > 0 and row.raw > 0 for row in rows)


def test_coming_back_is_measured(tmp_path: Path) -> None:
    rows = list(recovering.bench_recovering(ground.founded(tmp_path), 0))
    assert [row.name.split(",")[0] for row in rows] == ["back up", "restore"]
    assert all(row.ours > 0 and row.raw > 0 for row in rows)


def test_handing_over_and_the_first_sync_after_it_are_measured(tmp_path: Path) -> None:
    (row,) = handing.bench_handover(ground.founded(tmp_path), 2)
    assert row.ours > 0
    assert row.raw > 0
    assert row.note.startswith("4 entries")


def test_a_chronology_and_what_is_made_again_are_measured(tmp_path: Path) -> None:
    rows = list(chronology.bench_chronology(ground.founded(tmp_path), 3))
    assert [row.name for row in rows] == [
        "a chronology of 3 records",
        "its cases as they stood on a day",
        "all rows, tags and words made again",
    ]
    assert all(row.ours > 0 and row.raw > 0 for row in rows)


def test_a_bundle_and_its_memory_are_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "_WORDS", 300)
    pages, memory = exporting.bench_exporting(ground.founded(tmp_path), 2)
    assert "pages a second" in pages.note
    assert memory.ours > 0
    assert memory.raw > 0


def test_searching_is_measured() -> None:
    made, key = searching.bench_searching(1)
    assert "in 151 entries" in made.note
    assert key.ours > 0


def test_a_file_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attaching, "_SIZES", (2**20, 2**19))
    (row,) = attaching.bench_attaching(ground.founded(tmp_path), 1)
    assert row.ours > row.raw > 0


def test_everything_that_lists_records_is_measured_at_three_sizes(tmp_path: Path) -> None:
    rows = list(growth.bench_growth(ground.founded(tmp_path, 5), 100))
    for name in growth.LOOKS:
        sizes = [row.name.rpartition(", ")[2] for row in rows if row.name.rpartition(", ")[0] == name]
        assert sizes == ["10 cases", "100 cases", "1,000 cases"]
    assert all(row.ours > 0 for row in rows)


def test_what_is_looked_at_is_there(tmp_path: Path) -> None:
    """A benchmark of empty lists would be a quick one."""
    school = ground.founded(tmp_path, 5)
    session = school.sign_in(0)
    try:
        grown = growing.Growing(session, school)
        grown.grow_to(session, 60)
        seen = {name: look(session, grown.words) for name, look in growth.LOOKS.items() if name != "search"}
        assert all(seen.values())
        assert len(read_desk(session).board.lines) > 2
        book = read_book(session, None)
        assert all(len(book.rows[register]) > 5 for register in (Register.GIFTS, Register.TIES))
        assert len(read_audit(session).lines) == 60
        assert sum(each.total for each in read_people(session).listed) > 60
    finally:
        session.close()


@pytest.mark.parametrize("words", [["bench"], ["bench", "--format", "json"]])
def test_every_row_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setattr(desktop.bench, "run_all", lambda *, small, policies: iter([ROW, ROW] if not small else []))
    ran = Machine(tmp_path).run(*words)
    told = json.loads(ran.out) if "json" in words else ran.out.splitlines()
    assert len(told) == 2, ran


def test_a_report_to_governors_is_measured(tmp_path: Path) -> None:
    school = ground.founded(tmp_path, 5)
    session = school.sign_in(0)
    growing.Growing(session, school).grow_to(session, 60)
    session.close()
    assert all(row.ours > 0 for row in bench_report(school, 60))
