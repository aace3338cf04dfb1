# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every fault that can be raised is said in words, whole ones, and no words are left over."""

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from desktop.cases.acting import ActRefusedError, refusal_words
from desktop.cases.refusals import Refusal
from desktop.faults import DeskFault, explain_fault, fault_words
from desktop.importing.faults import ImportFault
from desktop.policies.faults import PolicyFault
from storage.errors import Fault, KnownError

ROOT = Path(__file__).resolve().parents[2]
FAULTS: dict[str, type[StrEnum]] = {
    "Fault": Fault,
    "DeskFault": DeskFault,
    "ImportFault": ImportFault,
    "PolicyFault": PolicyFault,
}
CODES = [code for fault in FAULTS.values() for code in fault]
BRACES = re.compile(r"\{(\w+)\}")


def sources() -> list[Path]:
    """Every source file that may raise a fault."""
    return [path for room in ("desktop", "storage", "ui") for path in (ROOT / room).glob("**/*.py")]


def raised() -> Iterator[tuple[StrEnum, frozenset[str]]]:
    """Every place that makes a KnownError: each code that it can have, with the parameters that it gives."""
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "KnownError":
                given = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
                yield from ((code, given) for code in codes_in(node.args[0]))


def codes_in(argument: ast.AST) -> list[StrEnum]:
    """The fault codes that an expression names."""
    return [
        FAULTS[node.value.id][node.attr]
        for node in ast.walk(argument)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in FAULTS
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_fault_has_words(code: StrEnum) -> None:
    assert code.value in fault_words()


def test_no_words_are_left_over() -> None:
    assert {*fault_words()} <= {code.value for code in CODES}


def test_no_two_faults_share_a_code() -> None:
    assert len(CODES) == len({code.value for code in CODES})


def test_every_fault_is_named_where_it_could_be_raised() -> None:
    named = {code for path in sources() for code in codes_in(ast.parse(path.read_text(encoding="utf-8")))}
    assert named | {Fault.DIRECTORY_FORK} == {*CODES}  # a fork is an alarm, told in the words of the fault


def test_every_place_that_raises_a_fault_fills_the_words() -> None:
    unfilled = [
        (code, name)
        for code, given in raised()
        for part in (fault_words()[code.value].happened, fault_words()[code.value].record, fault_words()[code.value].do)
        for name in BRACES.findall(part)
        if name not in given
    ]
    assert unfilled == []


@pytest.mark.parametrize("code", CODES)
def test_a_fault_says_what_happened_what_it_means_and_what_to_do(code: StrEnum) -> None:
    words = fault_words()[code.value]
    assert all(part.endswith((".", "}.")) and part[0].isupper() for part in (words.happened, words.record, words.do))


@pytest.mark.parametrize("code", CODES)
def test_a_fault_is_said_without_its_code(code: StrEnum) -> None:
    assert "_" not in BRACES.sub("", fault_words()[code.value].sentence)


def test_a_parameter_stands_where_its_brace_was() -> None:
    error = KnownError(ImportFault.COLUMN_TWICE, first="Name", second="Staff name")
    assert explain_fault(error).happened.startswith("Columns Name and Staff name have")


def test_a_number_is_written_in_thousands() -> None:
    assert "5,000 rows" in explain_fault(KnownError(ImportFault.TOO_MANY_ROWS, limit=5000)).sentence


def test_what_is_filled_in_is_not_filled_again() -> None:
    error = KnownError(ImportFault.COLUMN_TWICE, first="{second}", second="x")
    assert "Columns {second} and x" in explain_fault(error).happened


def test_a_vault_that_is_not_there_sounds_like_a_wrong_passphrase() -> None:
    assert fault_words()["no_vault"] == fault_words()["wrong_passphrase"]


@pytest.mark.parametrize("refusal", Refusal)
def test_a_refusal_has_whole_words(refusal: Refusal) -> None:
    sentence = ActRefusedError(refusal).sentence
    assert sentence.endswith(".")
    assert not BRACES.search(sentence)


def test_no_words_of_refusals_are_left_over() -> None:
    assert {*refusal_words()} == {refusal.value for refusal in Refusal}
