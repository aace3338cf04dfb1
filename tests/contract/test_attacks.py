# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tests that docs/reliability.md names for each attack are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
HELD_BY = sorted(set(_NAMED.findall((ROOT / "docs" / "reliability.md").read_text(encoding="utf-8"))))


def test_attacks_are_listed() -> None:
    assert len(HELD_BY) > 20


@pytest.mark.parametrize(("file", "name"), HELD_BY)
def test_what_holds_an_attack_off_is_there(file: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")
