# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from pathlib import Path

import pytest

from desktop.idle import CLEAR_AFTER, HIDE_AFTER, LOCK_AFTER, WARN_BEFORE_CLEARING, Idle, Watch, wait_after
from desktop.idle_limits import IdleLimits, KeptLimits

SIGNED_IN = Watch(is_signed_in=True, has_words=True)
WALK_UP = Watch(is_signed_in=False, has_words=True)
PATIENT = Watch(is_signed_in=True, has_words=True, hide_after=60, lock_after=600)


@pytest.mark.parametrize(
    ("watch", "seconds", "expected"),
    [
        (SIGNED_IN, HIDE_AFTER - 1, Idle.NOTHING),
        (SIGNED_IN, HIDE_AFTER, Idle.HIDE),
        (SIGNED_IN, LOCK_AFTER, Idle.LOCK),
        (WALK_UP, HIDE_AFTER, Idle.HIDE),
        (WALK_UP, WARN_BEFORE_CLEARING, Idle.WARN),
        (WALK_UP, CLEAR_AFTER - 1, Idle.WARN),
        (WALK_UP, CLEAR_AFTER, Idle.CLEAR),
        (PATIENT, LOCK_AFTER, Idle.HIDE),
        (PATIENT, 600, Idle.LOCK),
        (Watch(is_signed_in=False, has_words=False), CLEAR_AFTER * 10, Idle.NOTHING),
    ],
)
def test_each_limit_does_its_own_thing(watch: Watch, seconds: int, expected: Idle) -> None:
    assert watch.after(seconds) is expected


def test_the_first_five_wrong_passphrases_cost_no_wait_and_then_it_grows() -> None:
    waits = [wait_after(wrong) for wrong in range(12)]
    assert waits[:6] == [0, 0, 0, 0, 0, 10]
    assert waits[5:] == sorted(waits[5:])
    assert wait_after(10_000) == 15 * 60


def test_what_is_chosen_is_kept(tmp_path: Path) -> None:
    KeptLimits(tmp_path).choose(IdleLimits(hide_minutes=1, lock_minutes=15))
    assert KeptLimits(tmp_path).now == IdleLimits(hide_minutes=1, lock_minutes=15)


@pytest.mark.parametrize("kept", [b'{"lock_minutes": 600}', b'{"lock_minutes": 0}', b"\xff", b"[]", b'{"who": "me"}'])
def test_limits_that_cannot_be_believed_are_the_usual_ones(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "idle.json").write_bytes(kept)
    assert KeptLimits(tmp_path).now == IdleLimits(hide_minutes=3, lock_minutes=5)
