# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Training in words, the same everywhere (resources/training/words.toml)."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.clocks import short_date_words
from desktop.training.register import Rate, TrainingRow


def state_words(row: TrainingRow) -> str:
    """How somebody stands with a course."""
    return _words()["state"][row.state.value].format(due=_day(row.due))


def held_words(row: TrainingRow) -> str:
    """What is on record of it, and what of their own waits to be agreed to; nothing where there is nothing."""
    words, told = _words()["held"], []
    if row.record is not None:
        told.append(words["again" if row.due else "once"].format(on=_day(row.record.on), due=_day(row.due)))
    return ". ".join(filter(None, (*told, claim_words(row))))


def claim_words(row: TrainingRow) -> str:
    """What of their own waits to be agreed to; nothing where there is nothing."""
    return _words()["held"]["waits"].format(on=_day(row.claim.on)) if row.claim else ""


def rate_words(rate: Rate) -> str:
    """A rate with its denominator. Where nobody has a record here, that is said, and no percentage."""
    taken = rate.taken
    return _words()["rate"]["kept" if rate.is_kept else "unkept"].format(
        title=rate.title, confirmed=taken.confirmed, of=taken.of, percent=taken.percent
    )


def table_words(course: str) -> str:
    """What an imported table calls a course, as a record of it says."""
    return _words()["table"]["called"].format(course=course)


def _day(day: date | None) -> str:
    return short_date_words(day) if day else ""


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return msgspec.toml.decode(resources.text("training/words.toml"), type=dict[str, dict[str, str]])
