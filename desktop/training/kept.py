# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every record of training and every answer as a vault keeps them side by side, so that nobody opens them all. Pure.

What an entry says is kept; whether it holds is asked at each look (`desktop.training.records`).
"""

from collections.abc import Iterable

import msgspec

from desktop.cases.case import Case
from desktop.training.records import Told, told_of

_BEGINS = "training "
PLACES = (_BEGINS, f"{_BEGINS}~")
"""The first and the last place at which these parts stand (`storage.views`)."""


def training_part(case: Case) -> tuple[str, bytes] | None:
    """Where an entry about training stands, in the order of `Entries.of_kind`, and what is kept of it."""
    entry = case.entry(case.case_id)
    told = told_of(entry) if entry else None
    if entry is None or told is None:
        return None
    return f"{_BEGINS}{entry.at:%Y-%m-%dT%H:%M:%S} {entry.seq:09}", msgspec.json.encode(told)


def read_told(parts: Iterable[bytes]) -> list[Told]:
    """Read what `training_part` wrote."""
    return [_DECODER.decode(each) for each in parts]


_DECODER = msgspec.json.Decoder(Told)
