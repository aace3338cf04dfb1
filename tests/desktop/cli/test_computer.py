# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour computer: the look and the limits of this computer, without the window."""

from pathlib import Path

from desktop.appearance import Appearance, Scheme, load_appearance
from desktop.idle_limits import IdleLimits, KeptLimits, Notice
from tests.desktop.cli.running import Machine

USUAL = {
    "colours": "system",
    "contrast": "usual",
    "text_size": 100,
    "rows": "usual",
    "hide_after": 3,
    "lock_after": 5,
    "lists_begin": "names",
    "notice": "words",
}


def test_it_shows_what_holds_before_anybody_chose(tmp_path: Path) -> None:
    assert Machine(tmp_path).json("computer").data == USUAL


def test_what_is_chosen_is_what_the_window_finds(tmp_path: Path) -> None:
    words = ("--colours", "dark", "--contrast", "high", "--text-size", "175", "--rows", "compact")
    Machine(tmp_path).json("computer", *words, "--hide-after", "1", "--lock-after", "30", "--notice", "none")
    chosen = Appearance(scheme=Scheme.DARK, high_contrast=True, text_scale=1.75, compact_rows=True)
    assert load_appearance(tmp_path) == chosen
    assert KeptLimits(tmp_path).now == IdleLimits(hide_minutes=1, lock_minutes=30, notice=Notice.NONE)


def test_what_is_not_named_stays(tmp_path: Path) -> None:
    Machine(tmp_path).json("computer", "--colours", "dark", "--text-size", "200", "--rows", "compact")
    found = Machine(tmp_path).json("computer", "--colours", "system", "--lock-after", "10")
    assert found.data == {**USUAL, "text_size": 200, "rows": "compact", "lock_after": 10}
