# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import pytest

from desktop.idle import CLEAR_AFTER, HIDE_AFTER, LOCK_AFTER, WARN_BEFORE_CLEARING, Idle, Watch, wait_after

SIGNED_IN = Watch(is_signed_in=True, has_words=True)
WALK_UP = Watch(is_signed_in=False, has_words=True)


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
