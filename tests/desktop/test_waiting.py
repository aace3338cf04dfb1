# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What waits on a computer goes as soon as the exchange is back, whoever sits there."""

from desktop.filing import Delivery, Filed
from desktop.services import Candour
from desktop.waiting import offer_waiting, still_waits
from storage.errors import Fault
from tests.school import SmallSchool

LEAST: dict[str, object] = {"what_happened": "He drove a pupil home.", "risk_now": "no"}


def filed_while_away(school: SmallSchool, candour: Candour) -> Filed:
    school.exchange.rename(school.home / "gone")
    filed = candour.file_walk_up("concern", LEAST)
    assert filed.delivery is Delivery.WAITING
    return filed


def there(school: SmallSchool) -> list[str]:
    return [file.name for file in school.exchange.rglob("*.cenv")]


def test_while_the_exchange_is_away_it_says_so_and_everything_waits(
    small_school: SmallSchool, small_candour: Candour
) -> None:
    filed = filed_while_away(small_school, small_candour)
    assert offer_waiting(small_candour.machine) is Fault.EXCHANGE_UNREACHABLE
    assert still_waits(small_candour.machine, filed.watched)


def test_when_it_is_back_a_walk_ups_report_goes(small_school: SmallSchool, small_candour: Candour) -> None:
    filed_while_away(small_school, small_candour)
    (small_school.home / "gone").rename(small_school.exchange)
    before = there(small_school)
    assert offer_waiting(small_candour.machine) is None
    assert len(there(small_school)) == len(before) + 2  # with its slip


def test_what_has_gone_does_not_wait_any_more(small_school: SmallSchool, small_candour: Candour) -> None:
    filed = filed_while_away(small_school, small_candour)
    (small_school.home / "gone").rename(small_school.exchange)
    assert not still_waits(small_candour.machine, filed.watched)


def test_what_was_sent_at_once_never_waits(small_candour: Candour) -> None:
    filed = small_candour.file_walk_up("concern", LEAST)
    assert not still_waits(small_candour.machine, filed.watched)
