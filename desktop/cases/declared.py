# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the school's own limits forbid a decision on a gift (requirements.md section 11.4). Pure."""

from collections.abc import Mapping

from desktop.cases.case import Case
from desktop.cases.tracks import Verdict
from desktop.declarations import gifts
from desktop.people import Settings

_KEPT = frozenset({"keep", "share", "allowed_after"})
"""Decisions that leave a gift with whoever took it."""


def keeps_money(case: Case, values: Mapping[str, object], settings: Settings) -> bool:
    """Say whether a decision would let somebody keep money where the school does not allow it, whoever decides."""
    declared = _gift(case)
    return gifts.is_cash(declared) and values.get("outcome") in _KEPT and not settings.cash_allowed


def lacks_the_board(case: Case, values: Mapping[str, object], settings: Settings) -> bool:
    """Say whether a decision allows what the governing board has to allow too, and does not say that it has."""
    declared = _gift(case)
    allows = case.track.verdict(str(values.get("outcome"))) is Verdict.APPROVED
    return bool(declared) and allows and not values.get("board_on") and gifts.asks_the_board(declared, settings)


def _gift(case: Case) -> Mapping[str, object]:
    """What was declared; nothing where it is no gift."""
    return case.report.values if case.report is not None and case.report.form == gifts.FORM else {}
