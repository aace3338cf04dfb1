# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ties that a reader has declared themselves: they keep them from deciding before the directory does (F20, COC-088).

Worked out from what stands in their own vault, and told to nobody else.
"""

from collections.abc import Collection, Iterable
from datetime import date

from desktop.cases.entry import CaseEntry
from desktop.declarations.ties import FORM, counts_on, other_party
from desktop.people import PersonId


def has_own_tie(
    reports: Iterable[CaseEntry], me: PersonId, about: Collection[PersonId], day: date, months: int
) -> bool:
    """Say whether somebody's last word on a tie to one of these people counts on this day.

    `reports` are any that they hold; `months` is how long a tie counts that has ended.
    """
    own = sorted((each for each in reports if each.form == FORM and each.author == me), key=lambda each: each.at)
    last = {other_party(each.values): each.values for each in own}
    return any(party in about and counts_on(values, day, months) for party, values in last.items())
