# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour invite: from the code to the first sign-in on another computer."""

import io
from pathlib import Path

import pytest

from desktop.cli import inviting
from desktop.cli.main import run
from desktop.cli.terminal import Terminal
from storage.slots import FLOOR
from tests.desktop.cli.running import Machine, Ran
from tests.school import Member, SmallSchool

PHRASE = "muffin harbour tunnel wicker"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passphrases are nobody's."""
    monkeypatch.setattr(inviting, "calibrate", lambda _clock: FLOOR)


def typed(home: Path, words: tuple[str, ...], *lines: str) -> Ran:
    """Run a command that reads these lines."""
    streams = io.StringIO("".join(f"{line}\n" for line in lines)), io.StringIO(), io.StringIO()
    code = run([*words, "--home", str(home), "--format", "json"], Terminal(*streams))
    return Ran(code, streams[1].getvalue(), streams[2].getvalue())


def of_head(school: SmallSchool, *words: str, more: tuple[str, ...] = ()) -> Ran:
    return typed(school.home, ("invite", *words, "--as", school.head.name), school.head.passphrase, *more)


@pytest.fixture
def second(small_school: SmallSchool, tmp_path: Path) -> Path:
    """Another computer of the school."""
    home = tmp_path / "second"
    joined = Machine(home).json("school", "join", small_school.enrolment_code, "--exchange", str(small_school.exchange))
    assert joined.code == 0
    return home


def accept(second: Path, who: Member, code: str) -> Ran:
    return typed(second, ("invite", "accept", who.name), code, PHRASE)


def test_somebody_is_invited_asks_and_is_let_in(small_school: SmallSchool, second: Path) -> None:
    supply = small_school.supply
    made = of_head(small_school, "make", supply.name)
    assert accept(second, supply, made.data["code"]).data["sent"]
    assert of_head(small_school, "requests").data == [
        {"id": supply.person_id, "name": supply.name, "answer": "matches", "needs_second": False}
    ]
    assert of_head(small_school, "approve", supply.name).code == 0
    assert typed(second, ("sync", "--as", supply.name), PHRASE).code == 0


def test_before_the_approval_the_sign_in_is_refused_in_one_sentence(small_school: SmallSchool, second: Path) -> None:
    made = of_head(small_school, "make", small_school.supply.name)
    accept(second, small_school.supply, made.data["code"])
    refused = typed(second, ("sync", "--as", small_school.supply.name), PHRASE)
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert "waiting to be approved" in refused.err


def test_nobody_is_approved_who_has_not_asked(small_school: SmallSchool) -> None:
    of_head(small_school, "make", small_school.supply.name)
    refused = of_head(small_school, "approve", small_school.supply.name)
    assert refused.code == 1
    assert "Nobody has asked" in refused.err


def test_a_mistyped_code_is_told_and_is_in_no_argument(small_school: SmallSchool, second: Path) -> None:
    refused = accept(second, small_school.supply, "ABC")
    assert refused.code == 1
    assert "That code isn’t right" in refused.err


def test_a_second_officer_is_asked_for_their_passphrase(small_school: SmallSchool, second: Path) -> None:
    chair, supply = small_school.chair, small_school.supply
    made = of_head(small_school, "make", supply.name)
    accept(second, supply, made.data["code"])
    approved = of_head(small_school, "approve", supply.name, "--with", chair.name, more=(chair.passphrase,))
    assert approved.code == 0


def test_somebody_who_can_sign_in_adds_their_own_second_computer(small_school: SmallSchool, second: Path) -> None:
    ta = small_school.ta

    def of_ta(*words: str) -> Ran:
        return typed(small_school.home, ("invite", *words, "--as", ta.name), ta.passphrase)

    made = of_ta("make", ta.name)
    assert accept(second, ta, made.data["code"]).data["sent"]
    assert typed(second, ("sync", "--as", ta.name), PHRASE).code == 1
    assert of_ta("approve", ta.name).code == 0
    assert typed(second, ("sync", "--as", ta.name), PHRASE).code == 0
