# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that name somebody are found before a report leaves (practice.md section 4, h)."""

import msgspec
import pytest

from desktop.governors.checking import known_to, names_in, without_place
from desktop.governors.report import Asked
from tests.desktop.governors.rows import YEAR, concerns, ground

GROUND = ground(concerns(6, children=("LM",)))


def found(**typed: str) -> list[str]:
    asked = msgspec.structs.replace(Asked(period=YEAR), **typed)
    return [each.sentence for each in names_in(asked, known_to(GROUND), GROUND.school)]


@pytest.mark.parametrize("words", ["Tom Ashby", "Mr Ashby", "Ashby’s", "OAB", "L.M.", "Priya"])
def test_whatever_names_somebody_is_found(words: str) -> None:
    assert found(commentary=f"We spoke with {words} about it.")


@pytest.mark.parametrize("field", ["summary", "actions", "commentary", "recipient"])
def test_every_text_is_looked_through(field: str) -> None:
    assert "Tom Ashby" in found(**{field: "Thanks to Tom Ashby."})[0]


@pytest.mark.parametrize("words", ["All staff were trained in this.", "Full governing board, 25 March 2026"])
def test_ordinary_words_name_nobody(words: str) -> None:
    assert not found(actions=words, recipient=words)


def test_what_is_taken_out_leaves_no_gap() -> None:
    asked = Asked(period=YEAR, actions="Thanks to Tom Ashby for it.")
    (named,) = names_in(asked, known_to(GROUND), GROUND.school)
    assert without_place(asked.actions, named) == "Thanks to for it."
