# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How things look is decided in ui/theme and tokens.json; what they say, in the words modules."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui

ROOT = Path(ui.__file__).parent
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b")
WORDS = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
DATE_FORMAT = re.compile(r"[dMy ]+")
LENGTHS = {
    "setFixedWidth",
    "setFixedHeight",
    "setFixedSize",
    "setMinimumWidth",
    "setMinimumHeight",
    "setMinimumSize",
    "setMaximumWidth",
    "setMaximumHeight",
    "setSpacing",
    "setContentsMargins",
    "setPixelSize",
    "setPointSize",
}


def texts(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every string of a module that is no docstring."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, documented)]
    loose = {id(statement.value) for body in bodies for statement in body if isinstance(statement, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in loose:
            yield node


def colours(source: str) -> list[str]:
    return [str(text.value) for text in texts(ast.parse(source)) if COLOUR.search(str(text.value))]


def lengths(source: str) -> list[str]:
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [
        ast.unparse(call)
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in LENGTHS
        and any(isinstance(number, ast.Constant) and number.value not in (0, None) for number in call.args)
    ]


def words(source: str) -> list[str]:
    found = (str(text.value) for text in texts(ast.parse(source)))
    return [text for text in found if WORDS.search(text) and not DATE_FORMAT.fullmatch(text)]


MODULES = sorted(file for file in ROOT.rglob("*.py") if file.relative_to(ROOT).parts[0] != "theme")
CONTROLS = sorted((ROOT / "widgets").glob("*.py"))


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_module_outside_the_theme_names_no_colour_and_no_length(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert (colours(source), lengths(source)) == ([], [])


@pytest.mark.parametrize("file", CONTROLS, ids=lambda file: file.name)
def test_a_control_says_nothing_of_its_own(file: Path) -> None:
    own = [] if file.name == "words.py" else words(file.read_text(encoding="utf-8"))
    assert [text for text in own if not text.startswith("candour ")] == []


def test_a_planted_colour_length_and_sentence_are_found() -> None:
    assert colours("painter.setPen('#1C5A62')") == ["#1C5A62"]
    assert lengths("self.setFixedWidth(200)") == ["self.setFixedWidth(200)"]
    assert words("label.show_words('Nobody is here')") == ["Nobody is here"]


def test_a_docstring_may_say_what_it_likes() -> None:
    assert words("def send():\n    'Send it to the readers. Grey is #EEE.'") == []
