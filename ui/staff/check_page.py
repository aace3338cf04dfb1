# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything read back before it is sent, with a way to change each answer (ux.md S6, picture 03)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.forms import FormSpec, SummaryRow
from desktop.forms.summary import lower_first
from ui.theme.source import ThemeSource
from ui.theme.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.dropping import drop
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column, Gap, Item
from ui.widgets.summary_list import SummaryList
from ui.widgets.summary_list import SummaryRow as ListRow
from ui.widgets.text_flow import TextStyle


class CheckPage(QWidget):
    """The rows of one form as it stands. Make a new one when the answers have changed."""

    change_asked = Signal(str)
    """An answer is to be changed: the id of its page and the name of its first field, with a blank between them."""

    def __init__(
        self, theme: ThemeSource, spec: FormSpec, rows: tuple[SummaryRow, ...], more: tuple[ListRow, ...] = ()
    ) -> None:
        super().__init__()
        title, words = (spec.check.title, spec.check.statement.words) if spec.check else (spec.title, "")
        self.title = PlainLabel(theme, title, "pageTitle", wrap=True)
        self._banner = Banner(theme, Tone.WARN, "")
        self._banner.hide()
        self._above: QWidget | None = None
        shown = [ListRow(f"{row.page} {row.fields[0]}", row.label, row.value, _changed(spec, row)) for row in rows]
        self.rows = SummaryList(theme, [*shown, *more])
        statement = PlainLabel(theme, words, TextStyle("body", "text.secondary"), wrap=True)
        self._column = Column(theme, self._banner, self.title, statement, Gap(4), self.rows)
        self.setLayout(self._column)
        self.setAccessibleName(title)
        self.rows.change_asked.connect(self.change_asked)

    def add(self, *items: Item) -> None:
        """Put something under the rows."""
        self._column.add(*items)

    def show_message(self, tone: Tone, text: str, lead: str = "") -> None:
        """Say above the rows why it has not been sent."""
        self._clear()
        self._banner.show_message(tone, text, lead=lead)
        self._banner.show()

    def show_above(self, widget: QWidget) -> None:
        """Show something with buttons of its own there instead, and put the keyboard into it."""
        self._clear()
        self._banner.hide()
        self._above = widget
        self._column.insertWidget(0, widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        if self._above is not None:
            drop(self._above)
            self._above = None


def _changed(spec: FormSpec, row: SummaryRow) -> str:
    field = spec.field(row.fields[0])
    return field.change or lower_first(field.summary)
