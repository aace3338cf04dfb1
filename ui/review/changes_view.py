# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who has lately come into a role whose holders can read reports, told where a record is shared (security.md D5)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.cases.moments import long_day_words
from desktop.clocks import london_day
from desktop.role_changes import RoleChange
from ui.review.records import Records
from ui.review.report_view import note_line
from ui.review.words import Said, say
from ui.theme.icons import Icon
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.layouts import Column
from ui.widgets.words import names_in_a_row


class ChangesView(QWidget):
    """A line for each change; hidden while there is none."""

    def __init__(self, theme: ThemeSource, records: Records) -> None:
        super().__init__()
        self._theme = theme
        self._records = records
        self._column = Column(theme, gap=2)
        self.setLayout(self._column)
        self.hide()
        records.role_changes(self, self._show)

    def _show(self, changes: tuple[RoleChange, ...]) -> None:
        today = london_day(self._records.now())
        for change in changes:
            icon, tone = (Icon.TRIANGLE_ALERT, Tone.DANGER) if change.is_forced else (Icon.USERS, None)
            self._column.add(note_line(self._theme, icon, change_words(change, today), tone))
        self.setVisible(bool(changes))


def change_words(change: RoleChange, today: date) -> str:
    """Say a change of a role in a sentence. Pure."""
    day = long_day_words(change.on, today)
    if change.is_forced:
        return say(
            Said.ROLE_FORCED_END if change.ends else Said.ROLE_FORCED, name=change.name, role=change.role, day=day
        )
    said = Said.ROLE_ENDED if change.ends else Said.ROLE_BEGUN
    return say(said, name=change.name, role=change.role, day=day, names=names_in_a_row(change.approved_by))
