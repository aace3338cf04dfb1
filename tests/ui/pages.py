# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page of the windows in every state, in one table: what is tried on all pages is tried on these.

A new page joins here by one line, or by joining a table that is taken in here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import pytest
from _pytest.mark.structures import ParameterSet
from PySide6.QtWidgets import QWidget

from tests.desktop.desks import Desks
from tests.sampling import some
from tests.ui.access.scenes import SCENES as OWN_DATA
from tests.ui.actions.scenes import SCENES as ACTIONS
from tests.ui.auditing.scenes import audited
from tests.ui.duties.scenes import SCENES as DUTIES
from tests.ui.governors.scenes import SCENES as GOVERNORS
from tests.ui.help.scenes import clause, found, words_explained
from tests.ui.letters.scenes import SCENES as LETTERS
from tests.ui.overseeing.scenes import SCENES as LANDING
from tests.ui.people.states import MORE_STATES
from tests.ui.policies.scenes import SCENES as POLICIES
from tests.ui.references.scenes import SCENES as REFERENCES
from tests.ui.registers.scenes import SCENES as REGISTERS
from tests.ui.reports.scenes import SCENES as REPORTS
from tests.ui.reports.scenes import Scene as DeskScene
from tests.ui.retention.scenes import SCENES as KEEPING
from tests.ui.review.test_accessibility import STATES, TOLD
from tests.ui.settings.policy_scenes import SCENES as COMING_IN
from tests.ui.settings.policy_scenes import Scene as PolicyScene
from tests.ui.setup.first_steps import FirstSteps
from tests.ui.setup.scenes import FIRST_RUN
from tests.ui.staff.scenes import SCENES
from tests.ui.staff.stage import Stage
from tests.ui.training.scenes import SCENES as TRAINING
from ui.help.help_side import HelpSide
from ui.settings import pages as settings_pages
from ui.shell.wont_open import WontOpenPage
from ui.theme.source import ThemeSource


@dataclass(frozen=True, slots=True)
class Page:
    """A page in a state: its name, and what shows it with the fixtures of a test. Shown, it has its windows' size."""

    name: str
    show: Callable[[pytest.FixtureRequest], QWidget]


def _staff(scene: Callable[[Stage], None], request: pytest.FixtureRequest) -> QWidget:
    stage: Stage = request.getfixturevalue("stage")
    scene(stage)
    stage.settle()
    return stage.side


def _review(state: str, request: pytest.FixtureRequest) -> QWidget:
    desks: Desks = request.getfixturevalue("desks")
    desks.concern(desks.school.ta, desks.school.teacher, what_happened="He shouted in the hall.")
    desks.hands.forward(hours=1)
    desks.concern(desks.school.ta, desks.school.teacher, **TOLD, risk_now="yes")
    driver = request.getfixturevalue("review")(desks.school.dsl)
    {**STATES, **MORE_STATES}[state](driver)
    return _widget(driver.side)


DESK_SCENES: Mapping[str, Mapping[str, DeskScene]] = {
    "actions": ACTIONS,
    "registers": REGISTERS,
    "reports": REPORTS,
    "keeping": KEEPING,
    "own data": OWN_DATA,
    "reference": REFERENCES,
    "policies": POLICIES,
    "training": TRAINING,
    "duties": DUTIES,
    "governors": GOVERNORS,
    "letters": LETTERS,
    "landing": LANDING,
}
"""The scenes of the reviewers' further pages, by what comes before their names."""


def _desk(scene: DeskScene, request: pytest.FixtureRequest) -> QWidget:
    return _widget(scene(request.getfixturevalue("desks"), request.getfixturevalue("review")).side)


def _audit(request: pytest.FixtureRequest) -> QWidget:
    driver = audited(request.getfixturevalue("desks"), request.getfixturevalue("review"))
    return _widget(driver.side)


def _settings(page: str, request: pytest.FixtureRequest) -> QWidget:
    school = request.getfixturevalue("small_school")
    return _widget(request.getfixturevalue("settings")(school.head, page).side)


def _coming_in(scene: PolicyScene, request: pytest.FixtureRequest) -> QWidget:
    """A policy that comes in through the settings."""
    school = request.getfixturevalue("small_school")
    stage = request.getfixturevalue("settings")(school.head, "policies")
    scene(stage, request.getfixturevalue("tmp_path"), school)
    return _widget(stage.side)


def _first_run(scene: Callable[[FirstSteps], None], request: pytest.FixtureRequest) -> QWidget:
    steps: FirstSteps = request.getfixturevalue("steps")
    scene(steps)
    steps.house.settle()
    return steps.house.window


def _alone(make: Callable[[ThemeSource], QWidget], request: pytest.FixtureRequest) -> QWidget:
    """A page that needs nothing but the theme."""
    page = make(request.getfixturevalue("theme"))
    request.getfixturevalue("qtbot").addWidget(page)
    page.resize(1366, 688)
    page.show()
    return page


def _widget(side: QWidget) -> QWidget:
    return side


def _pages() -> Iterator[Page]:
    yield from (Page(f"staff {scene.__name__}", partial(_staff, scene)) for scene in SCENES)
    yield from (Page(f"review {state}", partial(_review, state)) for state in (*STATES, *MORE_STATES))
    for area, scenes in DESK_SCENES.items():
        yield from (Page(f"{area} {name}", partial(_desk, scene)) for name, scene in scenes.items())
    yield Page("audit", _audit)
    yield from (Page(f"settings {page.id}", partial(_settings, page.id)) for page in settings_pages.PAGES)
    yield from (Page(f"coming in {name}", partial(_coming_in, scene)) for name, scene in COMING_IN.items())
    yield from _pages_alone()
    yield from (Page(f"first run {scene.__name__}", partial(_first_run, scene)) for scene in FIRST_RUN)


def _pages_alone() -> Iterator[Page]:
    yield Page("help words", partial(_alone, lambda theme: HelpSide(theme, "words")))
    yield Page("help found", partial(_alone, found))
    yield Page("help clause", partial(_alone, clause))
    yield Page("help glossary", partial(_alone, words_explained))
    yield Page("help setting-up", partial(_alone, lambda theme: HelpSide(theme, "setting-up")))
    yield Page("records won't open", partial(_alone, WontOpenPage))


PAGES = tuple(_pages())


def sample(every: int, *, without: str = "") -> list[ParameterSet]:
    """The pages as cases of a test: the short form tries one in `every`, the long form all, but for one by its name."""
    return some(((page.name, page) for page in PAGES if page.name != without), every)
