# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the code says, beside a reviewer's page: one panel over whichever page stands there, until another does."""

from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.clauses.door import ClauseDoor
from ui.review.records import Records
from ui.theme.source import ThemeSource


def open_clauses_over(theme: ThemeSource, place: QWidget, pages: QStackedLayout, records: Records) -> None:
    """Open, over the place of these pages, the clauses that any of them asks `records` for."""
    door = ClauseDoor(theme, place, records.wording)
    records.clauses_asked.connect(door.open)
    pages.currentChanged.connect(door.close)
