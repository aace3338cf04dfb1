# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Saying in a record who somebody unlisted is, or taking that back: the act to begin, as far as there is one."""

from desktop.cases.identities import IDENTIFICATION, NOT_THEM
from desktop.cases.page import CasePage
from ui.review.act_panel import Begun


def identifying(page: CasePage) -> Begun | None:
    """The first description of whom nobody has said who it is; else the last of whom somebody did; None for neither."""
    case = page.case
    if case.report is None or not case.reads(page.desk.me):
        return None
    words = next((each.description for each in case.subjects if each.person_id is None), None)
    if words is not None:
        return Begun(IDENTIFICATION, fixed={"described": words} if words else {}, about=words)
    said = list(case.identities.known.items())
    if not said:
        return None
    words, (person, _) = said[-1]
    return Begun(NOT_THEM, fixed={"person": person} | ({"described": words} if words else {}), about=words)
