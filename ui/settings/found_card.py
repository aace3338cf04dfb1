# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card that says what a staff list would change, before anything is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.importing.refusals import sentence
from desktop.importing.staff import Fate, StaffListReport
from ui.settings.words import Settings, say
from ui.theme.source import ThemeSource
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel

_TOLD = 8
"""So many refused rows are told one by one."""


class FoundCard(Card):
    """What a file would change."""

    save_asked = Signal()
    """These people are to be saved."""
    cancelled = Signal()
    """They are not."""

    def __init__(self, theme: ThemeSource, report: StaffListReport) -> None:
        counts = {fate.value: f"{len(report.with_fate(fate)):,}" for fate in Fate}
        refused = [sentence(row.row, why) for row in report.with_fate(Fate.REFUSED) for why in row.refusals]
        more = [say(Settings.FOUND_MORE, count=f"{len(refused) - _TOLD:,}")] if len(refused) > _TOLD else []
        lines = [say(Settings.FOUND, **counts), *refused[:_TOLD], *more]
        labels: Sequence[QWidget] = [PlainLabel(theme, line, wrap=True) for line in lines]
        save = Button(theme, say(Settings.SAVE_PEOPLE), ButtonKind.PRIMARY)
        save.setEnabled(bool(report.people))
        cancel = Button(theme, say(Settings.CANCEL))
        super().__init__(theme, say(Settings.FOUND_TITLE), *labels, Flow(theme, (save, cancel), gap=3))
        self.setFocusProxy(save if report.people else cancel)
        save.clicked.connect(self.save_asked)
        cancel.clicked.connect(self.cancelled)
