# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour patterns on a folder of an old log."""

import csv
import json
from collections.abc import Mapping
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest

from desktop.cli.main import run
from desktop.cli.terminal import DONE, FAILED, Terminal
from tests.desktop.patterns.registers import concern, register


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An old log in which five people tell of one colleague within six weeks."""
    where = tmp_path_factory.mktemp("log")
    told = [concern(f"P{number}", date(2025, 3, 3) + timedelta(days=9 * number), 1, 40 + number) for number in range(5)]
    records = register(*told)
    _write(where / "concerns.csv", [_concern(each) for each in records.concerns])
    _write(where / "staff.csv", [_member(each) for each in records.staff])
    return where


def _concern(each: object) -> Mapping[str, object]:
    names = ("reference", "reported_at", "occurred_at", "subject", "reporter", "site", "category", "severity", "source")
    return {name: getattr(each, name) for name in names}


def _member(each: object) -> Mapping[str, object]:
    return {name: getattr(each, name) for name in ("staff_id", "first_name", "last_name", "role", "site")}


def _write(path: Path, rows: list[Mapping[str, object]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def _said(*words: str) -> list[dict[str, object]]:
    told = StringIO()
    terminal = Terminal(StringIO(), told, StringIO())
    assert run(["patterns", *words, "--format", "json"], terminal) == DONE
    said = json.loads(told.getvalue())
    assert isinstance(said, list)
    return said


def test_a_row_that_cannot_be_read_is_named_and_not_dropped_in_silence(folder: Path, tmp_path: Path) -> None:
    rows = (folder / "concerns.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "concerns.csv").write_text("\n".join([*rows, "P9,45123.5" + "," * 7]), encoding="utf-8")
    told = StringIO()
    assert run(["patterns", "--register", str(tmp_path)], Terminal(StringIO(), StringIO(), told)) == DONE
    assert told.getvalue().startswith("concerns.csv: 1 of 40 rows are left out.\nRow 41: ")


def test_a_folder_that_is_not_there_is_not_a_quiet_school(tmp_path: Path) -> None:
    assert run(["patterns", "--register", str(tmp_path / "x")], Terminal(StringIO(), StringIO(), StringIO())) == FAILED


def test_every_part_that_is_promised_is_there(folder: Path) -> None:
    parts = {"pattern_type", "records", "first_flagged_on", "subjects", "site", "chance_per_term", "sentence", "rule"}
    (first, *_more) = _said("--register", str(folder))
    assert parts <= set(first)


def test_a_replay_names_the_day_on_which_it_first_came_up(folder: Path) -> None:
    played = _said("--register", str(folder), "--replay")
    assert played[0]["subjects"] == ["S001"]
    assert "2025-03-03" < str(played[0]["first_flagged_on"]) < "2025-04-09"


def test_as_of_an_earlier_day_nothing_later_is_known(folder: Path) -> None:
    assert _said("--register", str(folder), "--as-of", "2025-03-03") == []


def test_what_nearly_reached_its_cut_is_told_only_when_asked_for(folder: Path) -> None:
    told, also = (
        _said("--register", str(folder), "--dial", "quiet"),
        _said("--register", str(folder), "--dial", "quiet", "--also"),
    )
    assert [each["reached"] for each in also] == [True] * len(told) + [False] * (len(also) - len(told))


def test_a_folder_without_files_shows_nothing(tmp_path: Path) -> None:
    assert _said("--register", str(tmp_path)) == []


def test_a_quieter_dial_never_shows_more(folder: Path) -> None:
    quiet, sensitive = (_said("--register", str(folder), "--replay", "--dial", dial) for dial in ("quiet", "sensitive"))
    assert len(quiet) <= len(sensitive)


def test_how_prompts_fall_on_groups_is_told_with_those_that_a_file_names(folder: Path, tmp_path: Path) -> None:
    groups = tmp_path / "groups.csv"
    groups.write_text("staff_id,team\n" + "".join(f"S{at:03},{'one' if at < 20 else 'two'}\n" for at in range(72)))
    told = _said("--register", str(folder), "--fairness", "--groups", str(groups))
    assert [each["by"] for each in told] == ["role", "hours with children", "team"]
    assert {"group", "people", "staff_years", "prompts", "a_hundred_years"} == set(told[2]["groups"][0])  # type: ignore[index]


def test_a_file_of_groups_without_staff_ids_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text("name,team\nA,one\n")
    words = ["patterns", "--register", str(folder), "--fairness", "--groups", str(tmp_path / "groups.csv")]
    assert run(words, Terminal(StringIO(), StringIO(), StringIO())) != DONE
