# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Photographs every state of the reviewers' side from the demonstration school: `python -m tests.ui.review.shots OUT`.

The first run makes the school in OUT/school (about 40 seconds); each run works on a copy of it. Nothing here is a test.
"""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from desktop.demo.card import demo_card
from desktop.demo.making import make_demo
from desktop.services import open_candour
from storage.home import Home
from tests.school import Hands
from tests.ui.review.driving import Driver
from ui.patterns.page import PatternsPage
from ui.review.decision_panel import DecisionPanel
from ui.review.desk_page import Place
from ui.review.inbox_list import Act
from ui.review.more_menu import Doing
from ui.review.records import Refused
from ui.review.side import ReviewSide
from ui.theme.fonts import load_fonts
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme
from ui.widgets.focus_ring import FocusRing

NOW = datetime(2026, 3, 12, 16, 4, tzinfo=UTC)
FULL, MIDDLE, COMPACT, HUGE = QSize(1366, 688), QSize(1100, 688), QSize(911, 432), QSize(1920, 1040)
LOOKS = {
    "light": Appearance(scheme=Scheme.LIGHT),
    "dark": Appearance(scheme=Scheme.DARK),
    "high-contrast": Appearance(high_contrast=True),
    "150": Appearance(scheme=Scheme.LIGHT, text_scale=1.5),
}
LONG = "Bartholomew Wolfeschlegelsteinhausenbergerdorff-Montgomery-Featherstonehaugh the Younger"
State = Callable[["Shots"], None]


class Shots:
    """One person's side in one look, photographed as it is driven."""

    def __init__(self, app: QApplication, school: Path, out: Path, look: str, who: str = "Priya Nair") -> None:
        self.out = out
        self.look = look
        self.work = out / "work"
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(school, self.work)
        home = Home(self.work)
        home.settle(msgspec.structs.replace(home.place(), exchange=str(self.work / "exchange")))
        card = demo_card(school)
        assert card is not None
        person = next(each for each in card.people if each.name == who)
        hands = Hands(NOW)
        self.theme = ThemeSource(app, LOOKS[look])
        candour = open_candour(self.work, hands)
        self.driver = Driver(self.theme, candour, hands, lambda: candour.sign_in(person.id, person.passphrase))
        self.side: ReviewSide = self.driver.side
        self.ring = FocusRing(self.theme, self.side)
        self.size(FULL)
        self.side.show()
        self.side.activateWindow()
        self.side.setFocus()
        self.driver.settle()

    def size(self, size: QSize) -> None:
        """Give the window a size."""
        self.side.resize(size)
        self.driver.settle()

    def shot(self, name: str) -> None:
        """Photograph what is there."""
        self.driver.settle()
        self.side.grab().save(str(self.out / f"{name}-{self.look}.png"))

    def open_row(self, name: str) -> None:
        """Open the first listed case about somebody."""
        rows = self.side.inbox.list_pane.list
        model = rows.model_rows
        for number in range(model.rowCount()):
            row = model.row(model.key(model.index(number)))
            if row is not None and any(each.startswith(name) for each in row.about):
                rows.choose(row.case_id)
                self.driver.press(rows, Qt.Key.Key_Return)
                return
        msg = f"nobody called {name} is listed"
        raise AssertionError(msg)

    def answer(self, *answers: str) -> None:
        """Choose answers of the radio buttons that are shown, in order, one for each group."""
        groups: dict[QWidget, list[QRadioButton]] = {}
        for button in self.side.record.findChildren(QRadioButton):
            parent = button.parentWidget()
            if button.isVisible() and parent is not None:
                groups.setdefault(parent, []).append(button)
        story = [group for group in groups if any(each.text() == "What has happened" for each in groups[group])]
        asked = [group for group in groups if group not in story]
        for group, answer in zip(asked, answers, strict=False):
            for button in groups[group]:
                if button.text() == answer:
                    button.setChecked(True)
        self.driver.settle()

    def end(self) -> None:
        """Close everything."""
        assert self.driver.bugs == [], self.driver.bugs
        self.driver.close()
        self.side.close()
        self.side.deleteLater()
        self.driver.settle()
        self.theme.deleteLater()


def inbox(shots: Shots) -> None:
    """The inbox and what stands beside it."""
    shots.shot("01-inbox")
    shots.open_row("Tom")
    shots.shot("02-detail")
    shots.open_row("Callum")
    shots.shot("03-anonymous")
    shots.open_row("Giles")
    shots.shot("04-overdue")
    shots.open_row("Daniel")
    shots.shot("05-with-lado")
    shots.side.turn_privacy()
    shots.shot("06-privacy")
    shots.side.turn_privacy()
    shots.side.inbox.list_pane._choose_shelf("closed")
    shots.shot("07-closed")
    shots.side.inbox.list_pane._choose_shelf("in_progress")
    shots.shot("08-nothing-in-progress")
    search = shots.side.inbox.list_pane.search
    search.setFocus()
    shots.driver.press(search, text="ashby")
    shots.side.inbox.list_pane.read()
    shots.shot("09-search")
    search.setText("nobody at all")
    shots.side.inbox.list_pane.read()
    shots.shot("10-not-found")


def record(shots: Shots) -> None:
    """A whole record and the decision in it."""
    shots.open_row("Tom")
    shots.side.inbox._ask_act(Act.DECIDE)
    shots.shot("20-record")
    shots.answer("No", "No", "Not sure", "No")
    shots.shot("21-not-sure")
    panel = shots.side.record.panels.current
    assert panel is not None
    assert panel._content is not None
    panel._content.verticalScrollBar().setValue(999)
    shots.shot("22-not-sure-below")
    shots.side.record.begin_act(Act.DECIDE)
    shots.driver.settle()
    shots.side.record.panels._begin_kind("lado_consultation")
    shots.shot("23-lado-advice")
    shots.side.record.panels.close()
    shots.driver.settle()
    shots.answer("No", "No", "No", "No")
    shots.shot("24-none-of-the-four")
    panel = shots.side.record.panels.current
    assert isinstance(panel, DecisionPanel)
    panel.go_on()
    shots.shot("25-what-is-it")
    shots.side.record.panels.show_earlier()
    shots.shot("26-earlier")


def story(shots: Shots) -> None:
    """Records further on: decided, waiting, closed; an entry; an act; a file."""
    shots.open_row("Kieran")
    shots.side.inbox._ask_record()
    shots.shot("30-still-to-do")
    timeline = shots.side.record.timeline
    items = timeline._model.items
    timeline.opened.emit(next(item.id for item in items if item.title.startswith("Note by")))
    shots.shot("31-entry")
    timeline.opened.emit(next(item.id for item in items if "recorded the decision" in item.title))
    shots.shot("32-decision-read")
    shots.side.record.begin_act(Act.ACTION)
    shots.shot("33-action")
    shots.side.record.do(Doing.SHARE)
    shots.shot("34-share")
    shots.side.record.do(Doing.PDF)
    shots.shot("35-pdf")
    shots.side.go(Place.INBOX)
    shots.side.inbox.list_pane._choose_shelf("closed")
    shots.driver.settle()
    shots.open_row("Eileen")
    shots.side.inbox._ask_record()
    shots.shot("36-closed")


def around(shots: Shots) -> None:
    """Set aside, keys, out of reach."""
    shared, gone = shots.work / "exchange", shots.work / "gone"
    shared.rename(gone)
    shots.side.refresh()
    shots.shot("40-out-of-reach")
    gone.rename(shared)
    folder = next(each for each in sorted((shared / "in").rglob("*")) if each.is_file())
    strange = folder.with_name("0" * len(folder.name))
    strange.write_bytes(b"not an envelope")
    os.utime(strange, (NOW.timestamp() - 9_999, NOW.timestamp() - 9_999))
    shots.side.refresh()
    shots.shot("41-banner")
    shots.side.go(Place.ASIDE)
    shots.shot("42-set-aside")
    shots.side.go(Place.KEYS)
    shots.shot("43-keys")


def folded(shots: Shots) -> None:
    """Smaller and larger windows."""
    for size, name in ((MIDDLE, "middle"), (COMPACT, "compact"), (HUGE, "huge")):
        shots.size(size)
        shots.side.go(Place.INBOX)
        shots.shot(f"50-inbox-{name}")
        shots.open_row("Giles")
        shots.shot(f"51-detail-{name}")
        shots.side.inbox._ask_act(Act.DECIDE)
        shots.shot(f"52-record-{name}")
        shots.side.record._show_tab("story")
        shots.shot(f"53-story-{name}")


def edges(shots: Shots) -> None:
    """What is rare: a very long name and a very long word, loading, records that can't be read."""
    pane = shots.side.inbox.list_pane
    pane._stack.setCurrentIndex(0)
    shots.shot("70-loading")
    pane._fail(Refused("The file may be damaged. Nothing was deleted. Restore a copy, or ask whoever looks after it."))
    shots.shot("71-not-read")
    told = {"what_happened": "He shouted " + "very " * 30 + "o" * 90 + ".", "risk_now": "yes"}
    shots.driver.do(lambda: shots.driver.session.file("concern", {"about_description": LONG, **told}))
    pane.read_changes()
    shots.driver.settle()
    pane.list.setCurrentIndex(pane.list.model_rows.first)
    shots.driver.press(pane.list, Qt.Key.Key_Return)
    shots.shot("72-long-name")
    shots.side.inbox._ask_record()
    shots.shot("73-long-name-record")


def empty(shots: Shots) -> None:
    """Nothing at all."""
    shots.shot("80-empty")


def deciding(shots: Shots) -> None:
    """What the head sees."""
    shots.open_row("Daniel")
    shots.side.inbox._ask_record()
    shots.shot("60-head-final")
    shots.side.record.panels.begin_decision()
    shots.shot("61-head-decides")


def patterns(shots: Shots) -> None:
    """What stands out, its records, what was found, and in a narrow window."""
    shots.side.go(Place.PATTERNS)
    shots.shot("patterns")
    page = next(iter(shots.side.pages))
    assert isinstance(page, PatternsPage)
    page.cards[0].look.click()
    page.cards[0].looked.click()
    shots.shot("patterns-answering")
    shots.size(QSize(1366, 1500))
    shots.shot("patterns-answering-long")
    shots.side.pages.show_private(private=True)
    shots.size(COMPACT)
    shots.shot("patterns-private-compact")


STATES: dict[str, tuple[State, str]] = {
    "inbox": (inbox, "Priya Nair"),
    "record": (record, "Priya Nair"),
    "story": (story, "Priya Nair"),
    "around": (around, "Priya Nair"),
    "folded": (folded, "Priya Nair"),
    "deciding": (deciding, "Helen Marsh"),
    "edges": (edges, "Priya Nair"),
    "patterns": (patterns, "Priya Nair"),
    "empty": (empty, "Ruth Adeyemi"),
}


def main(out: Path, looks: list[str], wanted: list[str]) -> None:
    """Photograph the states in these looks into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    school = out / "school"
    make_demo(school, Hands(NOW))
    QLocale.setDefault(QLocale("en_GB"))
    app = QApplication([])
    load_fonts()
    for look in looks:
        for name in wanted:
            state, who = STATES[name]
            shots = Shots(app, school, out, look, who)
            state(shots)
            shots.end()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    chosen = sys.argv[2:]
    main(
        Path(sys.argv[1]),
        [each for each in chosen if each in LOOKS] or list(LOOKS),
        [each for each in chosen if each in STATES] or list(STATES),
    )
