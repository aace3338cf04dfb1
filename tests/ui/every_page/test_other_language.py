# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every text of every page passes through the translation: in a language that marks what it says, nothing is raw.

The short form tries every 24th page, the long form all of them.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.licences import shipped_licences
from desktop.moving import this_computer
from desktop.policies.taking_in import model_code
from tests.school import MEMBERS, NAME, SmallSchool
from tests.ui.actions.scenes import WHAT as BOARD_ACTION
from tests.ui.other_language import MarkingTranslator, plain_name, untranslated, without_marks
from tests.ui.pages import Page, sample
from tests.ui.review.test_accessibility import TOLD
from tests.ui.setup.first_steps import STAFF
from tests.ui.staff import stage as stage_module
from tests.ui.staff.questions import LIFT, PHONE
from tests.ui.staff.scenes import LONG_JOB, LONG_NAME
from tests.ui.staff.stage import STORY
from ui.theme.source import ThemeSource
from ui.tour import hands as hands_module
from ui.widgets.labels import PlainLabel

TYPED = "\n".join(
    (
        *(f"{each.name} {LONG_NAME}\n{each.name}, {each.job} {LONG_JOB}\n{each.room}" for each in MEMBERS.values()),
        *(
            NAME,
            "Marsh Lane School",
            STAFF,
            STORY,
            STORY[:160],
            *(said for said in TOLD.values() if isinstance(said, str)),
        ),
        *(
            "most Tuesdays",
            "Side gate and the staff car park behind the kitchens",
            "He shouted in the hall.",
            "Jo Hall, Coach",
            "Mrs Jones",
            "A watch from a leaver’s family.",
            BOARD_ACTION,
            *(f"{each.question}\n{each.answer}" for each in (LIFT, PHONE)),
        ),
        "Northmere Council, front door LADO governor services Hollowbrook",
        "CSV JSON",
        "\n".join(licence.title for licence in shipped_licences()),
    )
)
"""What somebody wrote or is called on these pages, and names that are the same in every language."""

POLICY = "\n".join(f"{clause.label} {clause.text}" for clause in model_code().clauses)
"""A school's own documents are in their own language."""

CASES = sample(40, without="staff sent_details")
"""All but the one whose way there goes by a name that holds another, both translated."""


@pytest.fixture
def _marking(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The language; whoever looks for something by its name still finds it."""
    monkeypatch.setattr(stage_module, "accessible_name", plain_name)
    monkeypatch.setattr(hands_module, "spoken_name", plain_name)
    texts = hands_module.Hands._texts
    monkeypatch.setattr(hands_module.Hands, "_texts", lambda hands: map(without_marks, texts(hands)))
    translator = MarkingTranslator()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("_marking")
@pytest.mark.parametrize("page", CASES)
def test_every_text_is_translated(page: Page, request: pytest.FixtureRequest, small_school: SmallSchool) -> None:
    here = this_computer(small_school.open().machine)
    given = f"{TYPED}\n{POLICY}\n{here.folder}\n{here.enrolment_code}"
    assert untranslated(page.show(request), given) == []


def test_a_raw_text_is_noticed(theme: ThemeSource, shown: Callable[[QWidget], QWidget]) -> None:
    window = QWidget()
    for at, text in enumerate(("Save this", "‹Save {x}›", "‹Sent to ›Helen Marsh", "T5NE-RBQ4")):
        label = PlainLabel(theme, text)
        label.setParent(window)
        label.move(0, at * 40)
    assert untranslated(shown(window), TYPED) == ["Save this"]
