# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds what one giver gave in one school year among the cases of a vault, by a tag on their rows.

A gift that makes the sum pass the school's limit has to be decided, so a gift that arrives may change the rows of later
ones (requirements.md section 11.4, `yearly_total_per_giver`).
"""

from collections.abc import Callable, Iterator

from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.clocks import london_day
from desktop.declarations.gifts import FORM, Gift, gift_of, giver_tag
from desktop.people import PersonId
from storage.views import Views


class SameGiver:
    """The gifts of one vault, by their givers. `report_of` reads the report that opened a case."""

    def __init__(self, views: Views, report_of: Callable[[str], CaseEntry]) -> None:
        self._views = views
        self._report_of = report_of

    def beside(self, gift: Gift) -> Iterator[Gift]:
        """The other gifts of its giver in its school year that the owner of this vault reads."""
        tag = giver_tag(gift)
        for case_id in self._views.tagged(tag) if tag else ():
            if case_id != gift.case_id:
                yield _gift(self._report_of(case_id))

    def tags(self, case: Case, me: PersonId) -> list[str]:
        """The tag of a case that is a gift from somebody named, where this person reads it."""
        report = case.report
        if report is None or report.form != FORM or not case.reads(me):
            return []
        tag = giver_tag(_gift(report))
        return [tag] if tag else []

    def also_changed(self, case_id: str, tags: tuple[str, ...]) -> list[str]:
        """The cases whose rows are to be made again once this case bears these tags, which it has not borne yet."""
        found = (self._views.tagged(tag) for tag in tags if tag.startswith("giver "))
        return [each for cases in found if case_id not in cases for each in cases]


def _gift(report: CaseEntry) -> Gift:
    return gift_of(report.case, london_day(report.at), report.values)
