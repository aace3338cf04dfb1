# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The link from an entry to the clauses that it rests on, as they read when it was written."""

from PySide6.QtWidgets import QWidget

from desktop.cases.page import CasePage
from ui.clauses.link import CitedLink
from ui.review.records import Records
from ui.theme.source import ThemeSource


def clause_links(theme: ThemeSource, records: Records, page: CasePage, eid: str, what: str) -> list[QWidget]:
    """The link of one entry, where it rests on anything; `what` names it to a screen reader."""
    entry, cited = page.entry(eid), page.cited.get(eid, ())
    if entry is None or not cited:
        return []
    return [CitedLink(theme, lambda asker, found: records.show_clauses(asker, found, entry), lambda: cited, what)]
