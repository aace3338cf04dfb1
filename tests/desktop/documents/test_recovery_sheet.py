# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A recovery sheet says, on one page, all that somebody needs who has nothing else."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from desktop.documents.recovery_sheet import SheetInput, recovery_sheet
from storage.recovery_code import RecoveryCode, read_recovery_code
from tests.school import NOW

CODE = RecoveryCode(bytes(range(16)))
SHEET = SheetInput(
    school="Hollowbrook Primary School",
    fingerprint="amber piano river sixty otter crown",
    person="Priya Nair",
    vault="ab" * 16,
    backups="/srv/share/candour/backup",
    made_at=NOW,
    groups=CODE.groups,
    secret_key=CODE.secret_key,
)


def said(source: SheetInput = SHEET) -> str:
    pages = PdfReader(io.BytesIO(recovery_sheet(source).content)).pages
    return "\n".join(page.extract_text() for page in pages)


@pytest.mark.parametrize("word", [SHEET.school, SHEET.fingerprint, SHEET.person, SHEET.vault, "12 March 2026"])
def test_it_says_whose_it_is(word: str) -> None:
    assert word in said()


def test_its_code_reads_back() -> None:
    lines = [line.split() for line in said().splitlines()]
    pairs = [line for line in lines if len(line) == 2 and all(group in CODE.groups for group in line)]
    assert read_recovery_code(" ".join(group for pair in pairs for group in pair)) == CODE


def test_it_says_how_to_do_without_candour() -> None:
    assert CODE.secret_key in said().replace("\n", "")


def test_it_is_one_page() -> None:
    assert recovery_sheet(SHEET).pages == 1


def test_very_long_names_change_nothing_but_its_length() -> None:
    long = replace(SHEET, person="Wolfeschlegelsteinhausen-" * 12, school="St Bartholomew " * 30, backups="x/" * 200)
    words = said(long)
    assert all(group in words for group in CODE.groups)


def test_the_same_values_give_the_same_bytes() -> None:
    assert recovery_sheet(SHEET).content == recovery_sheet(SHEET).content


def test_no_repr_shows_the_code() -> None:
    assert not any(group in repr(SHEET) for group in CODE.groups)
    assert CODE.secret_key not in repr(SHEET)
