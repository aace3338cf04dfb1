# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""reportlab reads markup wherever a paragraph is made, so the product makes them in one file, and nowhere from text."""

import ast
import re
from pathlib import Path
from typing import TypeGuard

import pytest

ROOT = Path(__file__).resolve().parents[3]
READERS = {"Paragraph", "XPreformatted", "Preformatted", "ParaParser", "PythonPreformatted", "Para"}
PLACE = "desktop/documents/text.py"
RAW = "desktop/bench/exporting.py"
"""Measures reportlab by itself, with words of its own."""


def named(tree: ast.AST) -> set[str]:
    """Every name that a module uses or imports."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return names | {alias.name for node in ast.walk(tree) if _imports_readers(node) for alias in node.names}


def _imports_readers(node: ast.AST) -> TypeGuard[ast.ImportFrom]:
    """A Word file's paragraph is another thing of the same name."""
    return isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("docx")


WORDS = re.compile(rf"\b({'|'.join(READERS)})\b")


def modules() -> dict[str, ast.AST]:
    """Every module in which one of the names stands at all, by its place."""
    files = [file for room in ("desktop", "ui", "storage") for file in (ROOT / room).rglob("*.py")]
    texts = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}
    return {place: ast.parse(text) for place, text in texts.items() if WORDS.search(text)}


def test_only_one_file_knows_how_to_make_a_paragraph() -> None:
    assert {name for name, tree in modules().items() if named(tree) & READERS} == {RAW, PLACE}


def test_that_file_makes_them_without_a_text_to_parse() -> None:
    calls = [node for node in ast.walk(modules()[PLACE]) if isinstance(node, ast.Call)]
    made = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in {"Words", "Paragraph"}]
    assert len(made) == 1
    assert isinstance(made[0].args[0], ast.Constant)
    assert made[0].args[0].value == ""
    assert "frags" in {keyword.arg for keyword in made[0].keywords}


@pytest.mark.parametrize("breach", ["from reportlab.platypus import Paragraph", "import x\nx.XPreformatted('')"])
def test_a_planted_breach_is_seen(breach: str) -> None:
    assert named(ast.parse(breach)) & READERS
