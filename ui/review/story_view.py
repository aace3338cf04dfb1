# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The story of a record as a list that leaves letters to the page: there they begin an act."""

from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from ui.widgets.timeline import TimelineView


class StoryView(TimelineView):
    """A timeline in which letters search for nothing."""

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.text().isalpha():
            e.ignore()
        else:
            super().keyPressEvent(e)
