# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every word that the code says is in the file, and every word in the file is said."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop.documents
import resources
from desktop.cases.case import Missing, Phase
from desktop.cases.oddity import Oddity
from desktop.cases.readership import ADDING
from desktop.cases.tracks import shipped_tracks
from desktop.clocks import StartsFrom
from desktop.documents.words import say, say_all
from desktop.soundness import Trouble
from storage.body import Standing
from storage.judge import Flag

FILE = tomllib.loads(resources.text("documents/case_file.toml"))
WHOLE = {"phases": Phase, "missing": Missing, "flags": (*Flag, *Oddity), "troubles": Trouble}
# Said by a name that is worked out: which ones those are is what these tests hold.
WORKED_OUT = {
    *((section, each.value) for section, values in WHOLE.items() for each in values),
    *(("standings", each.value) for each in Standing),
    *(("clocks", f"starts_{each.value}") for each in StartsFrom),
    *(("clocks", track.clock) for track in shipped_tracks().tracks.values() if track.clock),
    *(("sections", name) for name in FILE["sections"]),
    *(("kinds", name) for name in FILE["kinds"]),
    *(("readers", name) for name in ADDING),
    *(("threshold", name) for name in ("triage", "decision")),
    *(("actions", name) for name in ("open", "overdue", "done", "dropped")),
}


def literals() -> set[tuple[str, str]]:
    """Every pair of texts that a call of say, or a list of words beside one, names."""
    found = set()
    for file in Path(desktop.documents.__file__).parent.glob("*.py"):
        source = file.read_text(encoding="utf-8")
        if "from desktop.documents.words import" not in source:
            continue  # it says other words: a letter's, or those of a copy of somebody's own data
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"say", "say_all"}:
                found |= {(section, word) for section in texts(node.args[0]) for word in texts(node.args[1])}
            if isinstance(node, ast.GeneratorExp) and isinstance(node.elt, ast.Call):
                sections = texts(node.elt.args[0]) if getattr(node.elt.func, "id", "") == "say" else ()
                found |= {(section, word) for section in sections for word in texts(node.generators[0].iter)}
    return found


def texts(node: ast.AST) -> Iterator[str]:
    """The texts in an expression, but for one that is put together from parts."""
    if isinstance(node, ast.JoinedStr):
        return
    for each in (node, *ast.iter_child_nodes(node)):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def test_every_word_that_is_said_is_in_the_file() -> None:
    known = {(section, word) for section, words in FILE.items() for word in words}
    assert literals() | WORKED_OUT <= known


def test_every_word_in_the_file_is_said() -> None:
    assert {(section, word) for section, words in FILE.items() for word in words} <= literals() | WORKED_OUT


def test_a_word_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(KeyError):
        say("document", "no_such_word")


def test_a_value_is_never_read_as_a_pattern() -> None:
    assert say("cover", "about", moment="{moment} {x}").endswith("stood on {moment} {x}.")


def test_a_list_is_said_as_sentences() -> None:
    assert all(sentence.endswith(".") for sentence in say_all("trust", "limits"))
