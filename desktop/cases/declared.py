# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What forbids a decision on what was declared: limits for gifts (requirements.md section 11.4), conditions. Pure."""

from collections.abc import Mapping

from desktop.cases.case import Case
from desktop.cases.tracks import Verdict
from desktop.declarations import gifts, permissions
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


def lacks_conditions(case: Case, values: Mapping[str, object]) -> bool:
    """Say whether a decision permits something of which not all has been ticked that has to be (F36)."""
    return _permits(case, values) and bool(case.report and permissions.lacking(case.report.values))


def permits_longer(case: Case, values: Mapping[str, object]) -> bool:
    """Say whether a decision permits something for longer than was asked."""
    asked = case.report.values if case.report else {}
    return _permits(case, values) and permissions.is_longer(asked, values.get("ends_on"))


def _permits(case: Case, values: Mapping[str, object]) -> bool:
    is_permission = case.report is not None and case.report.form == permissions.FORM
    return is_permission and values.get("outcome") == permissions.PERMITTED


def _gift(case: Case) -> Mapping[str, object]:
    """What was declared; nothing where it is no gift."""
    return case.report.values if case.report is not None and case.report.form == gifts.FORM else {}
