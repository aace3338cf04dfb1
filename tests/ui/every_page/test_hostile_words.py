# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page with people whose names and words would upset it: turned round, from right to left, emoji, without end.

What hides or turns text is shown as a mark (security.md 3.14), so nothing around it moves; and nothing is cut.
"""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.directory import profile_of
from desktop.founding import publish
from storage.charter import PeopleData
from tests.school import SmallSchool, signing
from tests.ui.pages import Page, sample
from tests.ui.review import test_accessibility as review_states
from tests.ui.staff import scenes, stage
from tests.ui.walkers import clipped_labels
from ui.widgets import text_flow

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NAME = "\u202eeman a\u2066 שרה كريم 👩🏽‍🏫 Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"
STORY = f"He wrote \u202egnp.exe\u202c and \u2067then\u2069 to {NAME}\u200b.\n\n" + "Wolfeschlegelstein" * 12


@pytest.fixture(scope="session")
def founded_school(founded_school: SmallSchool, tmp_path_factory: pytest.TempPathFactory) -> SmallSchool:
    """The small school, in which everybody has such a name, and a job like it."""
    school = founded_school.copied_to(tmp_path_factory.mktemp("hostile") / "home")
    candour = school.open()
    people = candour.school.people.values()
    renamed = (replace(each, name=f"{each.name} {NAME}", job=f"{each.job} {NAME}") for each in people)
    facts = PeopleData(set=tuple(profile_of(each) for each in renamed))
    publish(candour.machine, "people", facts, [signing(candour, school.head), signing(candour, school.dsl)])
    return school


@pytest.fixture
def _hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told on the pages is like the names."""
    for module in (scenes, stage):
        monkeypatch.setattr(module, "STORY", STORY)
    monkeypatch.setitem(review_states.TOLD, "what_happened", STORY)
    monkeypatch.setitem(review_states.TOLD, "keep_from", NAME)


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that a label or a painted row has set."""
    texts: list[str] = []

    class Noted(QTextLayout):
        def __init__(self, text: str, font: QFont) -> None:
            super().__init__(text, font)
            texts.append(text)

    monkeypatch.setattr(text_flow, "QTextLayout", Noted)
    return texts


@pytest.mark.usefixtures("_hostile")
@pytest.mark.parametrize("page", sample(40))
def test_nothing_turns_round_and_nothing_is_cut(
    page: Page, request: pytest.FixtureRequest, laid_out: list[str], settled: Callable[[], None]
) -> None:
    window = page.show(request)
    settled()
    window.grab()
    shown = [*laid_out, *texts(window)]
    assert [text for text in shown if set(text) & set(OVERRIDES)] == []
    assert clipped_labels(window) == []


def texts(window: QWidget) -> list[str]:
    """What widgets show by themselves. What a screen reader says may hold anything: nothing stands around it."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        found.append(widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            found.append(widget.text())
        elif isinstance(widget, QPlainTextEdit) and widget.isReadOnly():
            found.append(widget.toPlainText())
    return found
