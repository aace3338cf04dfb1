# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which panel stands beside a record, and how one leads to another: what is still to do, the decision, an act.

Where the panel is put is the page's business. What is half-written in one is kept before the next takes its place.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from desktop.cases.case import Phase
from desktop.cases.page import CasePage, Part
from ui.forms.kit import FormKit
from ui.letters.panel import LetterPanel
from ui.review.act_panel import ActPanel, Begun
from ui.review.decision_panel import DecisionPanel, WayOut
from ui.review.earlier_panel import EarlierPanel
from ui.review.entry_panel import EntryPanel
from ui.review.export_panel import ExportPanel
from ui.review.panel import Panel
from ui.review.records import Records
from ui.review.todo_panel import TodoPanel
from ui.theme.source import ThemeSource

Kit = Callable[[], FormKit]

_WAYS = {
    WayOut.LADO: Begun("lado_consultation"),
    WayOut.WITHOUT_ADVICE: Begun("reason_without_advice"),
    WayOut.SHARE: Begun("share"),
}


class Panels(QObject):
    """The panel of one record page."""

    asked = Signal()
    """The panel that is `current` was asked for: it is wanted in sight."""
    changed = Signal()
    """Another panel is `current`."""
    recorded = Signal(object)
    """Something was recorded: the CasePage as it is now."""
    saved = Signal(object)
    """A file was Saved."""
    earlier_opened = Signal(str)
    """An earlier record was opened in the panel: its case."""
    beside_asked = Signal(object)
    """Something of the panel is wanted where there is more room: a widget."""
    put_away = Signal()
    """The panel that was asked for is gone: the story is wanted again."""
    back_asked = Signal()
    """The record is to be left for later."""

    def __init__(self, theme: ThemeSource, records: Records, kit: Kit) -> None:
        super().__init__()
        self._theme = theme
        self._records = records
        self._kit = kit
        self._page: CasePage | None = None
        self._leads_back = False
        self.current: Panel | None = None

    # What it is told

    def show_page(self, page: CasePage) -> None:
        """Go with a record; the same one again keeps what stands here."""
        is_same = self._page is not None and self._page.case_id == page.case_id
        self._page = page
        if is_same and isinstance(self.current, (DecisionPanel, EarlierPanel)):
            self.current.refresh(page)
        elif not is_same or isinstance(self.current, TodoPanel):
            self._show_usual()

    @property
    def _may_write(self) -> bool:
        return self._page is not None and self._page.part is not Part.READS

    @property
    def is_asked_for(self) -> bool:
        """Whether something stands here that Escape puts away, before it leaves the record."""
        return isinstance(self.current, (ActPanel, EntryPanel, ExportPanel, EarlierPanel, LetterPanel))

    def leave(self) -> None:
        """Keep what is half-written, unless nothing of it is kept."""
        if isinstance(self.current, (ActPanel, DecisionPanel, ExportPanel, LetterPanel)):
            self.current.leave()

    @Slot(object)
    def begin(self, begun: Begun) -> None:
        """Begin an act."""
        if self._page is None or not self._may_write:
            return
        panel = ActPanel(self._theme, self._kit(), self._records, self._page, begun)
        panel.recorded.connect(self._recorded)
        panel.other_asked.connect(self._begin_kind)
        self._show(panel)

    @Slot()
    def begin_decision(self) -> None:
        """Begin the decision, or what prepares it, or go on with it."""
        self._decide(asked=True)

    @Slot()
    def begin_export(self) -> None:
        """Begin to save the record as a file."""
        if self._page is None or not self._may_write:
            return
        panel = ExportPanel(self._theme, self._kit(), self._records, self._page)
        panel.saved.connect(self._saved)
        self._show(panel)
        panel.take_focus()

    @Slot()
    def begin_letter(self) -> None:
        """Begin to write a letter about the record."""
        if self._page is None or not self._may_write:
            return
        panel = LetterPanel(self._theme, self._kit(), self._records, self._page)
        panel.preview_asked.connect(self.beside_asked)
        panel.recorded.connect(self._recorded)
        panel.saved.connect(self._saved)
        self._show(panel)
        panel.take_focus()

    @Slot()
    def show_earlier(self) -> None:
        """Show the earlier records about the same people."""
        if self._page is None:
            return
        panel = EarlierPanel(self._theme, self._records, self._page)
        panel.opened.connect(self.earlier_opened)
        self._show(panel)
        panel.take_focus()

    @Slot(str)
    def open_entry(self, item_id: str) -> None:
        """Show an entry of the story in full."""
        item = self._page.story.item(item_id) if self._page else None
        if self._page is None or item is None:
            return
        panel = EntryPanel(self._theme, self._records, self._page, item)
        panel.correction_asked.connect(self._begin_correction)
        self._show(panel)
        panel.take_focus()

    @Slot()
    def close(self) -> None:
        """Put away what was asked for; what was typed is kept. From the decision, that leaves the record."""
        if isinstance(self.current, DecisionPanel):
            self.leave()
            self.back_asked.emit()
        elif self._goes_back_to_decision:
            self.begin_decision()
        else:
            self._show_usual()
            self.put_away.emit()

    # Inside

    def _show_usual(self) -> None:
        """Show what is still to do; or the decision, where it is this reader's to begin."""
        page = self._page
        if page is None:
            return
        prepares = bool(page.case.track.prepared_by) and (page.case.triage is None or page.part is Part.DECIDES)
        if page.case.phase is Phase.TO_DECIDE and page.part not in {Part.READS, Part.BARRED} and prepares:
            self._decide(asked=False)
            return
        panel = TodoPanel(self._theme, page)
        panel.begun.connect(self.begin)
        panel.decision_asked.connect(self.begin_decision)
        self._show(panel, asked=False)

    def _decide(self, *, asked: bool) -> None:
        if self._page is None or self._page.part in {Part.READS, Part.BARRED}:
            return
        if not self._page.case.track.prepared_by:
            if self._page.part is Part.DECIDES:
                self.begin(Begun(self._page.case.track.decision))
            return
        if asked and isinstance(self.current, DecisionPanel):
            self.asked.emit()
            self.current.wake()
            return
        panel = DecisionPanel(self._theme, self._kit(), self._records, self._page, quiet=not asked)
        panel.recorded.connect(self._recorded)
        panel.way_out_asked.connect(self._take_way_out)
        panel.late_reason_asked.connect(self._say_why_late)
        panel.triage_asked.connect(self._read_triage)
        self._show(panel, asked=asked)

    def _show(self, panel: Panel, *, asked: bool = True) -> None:
        self.leave()
        self._leads_back = False
        panel.closed.connect(self.close)
        if self.current is not None:
            self.current.hide()
            self.current.deleteLater()
        self.current = panel
        self.changed.emit()
        if asked:
            self.asked.emit()

    @property
    def _goes_back_to_decision(self) -> bool:
        undecided = self._page is not None and self._page.case.phase is Phase.TO_DECIDE
        return self._leads_back and undecided

    @Slot(object)
    def _recorded(self, page: CasePage) -> None:
        self._page = page
        self.recorded.emit(page)
        if self._goes_back_to_decision:
            self.begin_decision()
        else:
            self._show_usual()
            self.put_away.emit()

    @Slot(object)
    def _saved(self, saved: object) -> None:
        self._show_usual()
        self.put_away.emit()
        self.saved.emit(saved)

    @Slot(object)
    def _take_way_out(self, way: WayOut) -> None:
        if way is WayOut.EARLIER:
            self.show_earlier()
        else:
            self.begin(_WAYS[way])
        self._leads_back = True

    @Slot(str)
    def _begin_kind(self, kind: str) -> None:
        leads_back = self._leads_back
        self.begin(Begun(kind))
        self._leads_back = leads_back

    @Slot(str)
    def _begin_correction(self, item_id: str) -> None:
        item = self._page.story.item(item_id) if self._page else None
        if item is not None:
            self.begin(Begun("correction", fixed={"corrects": item_id}, about=item.title))

    @Slot()
    def _say_why_late(self) -> None:
        self.begin(Begun("late_reason"))
        self._leads_back = True

    @Slot(str)
    def _read_triage(self, item_id: str) -> None:
        self.open_entry(item_id)
        self._leads_back = True
