# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A complaint about somebody's data: where it stands, the steps that were taken, and its answer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.access.clock import shipped_clock
from desktop.access.complaints import Complaint
from desktop.access.reading import COMPLAINT_STEP
from desktop.clocks import date_words
from ui.access.act_box import ActBox
from ui.access.requests_view import standing_words
from ui.access.words import Said, say
from ui.review.coded_words import OutcomeWords, coded
from ui.review.desk_page import DeskContext
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.avatar import initials
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ButtonKind, ButtonSize
from ui.widgets.dropping import drop
from ui.widgets.flow import Flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import Column
from ui.widgets.text_flow import TextStyle

_QUIET = TextStyle("small", "text.secondary")


class ComplaintView(QWidget):
    """One complaint. Recording something leads back to the list."""

    back_asked = Signal()
    """The list is wanted again."""
    case_asked = Signal(str)
    """Its record is to be opened."""
    recorded = Signal(str)
    """Something is on record: the sentence to say."""

    def __init__(self, context: DeskContext, complaint: Complaint, *, private: bool) -> None:
        super().__init__()
        theme = context.theme
        self._context = context
        self._case_id = complaint.case.case_id
        self.box: ActBox | None = None
        name = initials(complaint.name) if private else complaint.name
        stands = coded(OutcomeWords, complaint.answer) if complaint.answer else standing_words(complaint.clock)
        came = say(Said.COMPLAINT_CAME, came=date_words(complaint.clock.received), standing=stands)
        self.back = Button(theme, say(Said.ALL_REQUESTS), ButtonKind.QUIET, ButtonSize.SMALL, icon=Icon.ARROW_LEFT)
        self.step = Button(theme, say(Said.STEP), size=ButtonSize.SMALL)
        self.answer = Button(theme, say(Said.ANSWER), size=ButtonSize.SMALL)
        self.open = Button(theme, say(Said.OPEN_COMPLAINT), size=ButtonSize.SMALL)
        offered = [self.step, self.answer, self.open] if not complaint.answer else [self.open]
        bar = QWidget()
        bar.setLayout(Flow(theme, offered, gap=3))
        warning = [] if complaint.is_identified else [Banner(theme, Tone.WARN, say(Said.NOT_CLEAR_WHO))]
        self._column = Column(
            theme,
            self.back,
            PlainLabel(theme, say(Said.COMPLAINS, name=name), "section", wrap=True),
            PlainLabel(theme, came, wrap=True),
            *warning,
            PlainLabel(theme, say(Said.COMPLAINT_LETTER), _QUIET, wrap=True),
            PlainLabel(theme, say(Said.COMPLAINT_SOURCE, source=shipped_clock().complaint.source), _QUIET, wrap=True),
            bar,
            gap=3,
        )
        self.setLayout(self._column)
        self.setFocusProxy(offered[0])
        self.back.clicked.connect(self.back_asked)
        self.step.clicked.connect(self._take_step)
        self.answer.clicked.connect(self._answer)
        self.open.clicked.connect(self._open)

    def leave(self) -> None:
        """Put away what is being typed; it is kept as a draft."""
        if self.box is not None:
            self.box.leave()

    @Slot()
    def _open(self) -> None:
        self.case_asked.emit(self._case_id)

    @Slot()
    def _take_step(self) -> None:
        self._begin(COMPLAINT_STEP)

    @Slot()
    def _answer(self) -> None:
        self._begin("complaint_answer")

    def _begin(self, kind: str) -> None:
        self.leave()
        self.box = ActBox(self._context, self._case_id, kind)
        self.box.closed.connect(self._put_away)
        self.box.recorded.connect(self._tell)
        self._column.add(self.box)

    @Slot()
    def _put_away(self) -> None:
        if self.box is not None:
            drop(self.box)
            self.box = None
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        self._put_away()
        self.recorded.emit(say(Said.RECORDED))
        self.back_asked.emit()
