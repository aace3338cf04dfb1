# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The small school, and somebody at the keyboard of its one computer. Each journey is made once for all its tests."""

import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QLocale, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from tests.school import Hands as Time
from tests.school import Member, SmallSchool
from ui.shell.tasks import Tasks
from ui.theme.fonts import load_fonts
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme
from ui.tour.hands import Hands
from ui.tour.journey import Cast, Journey, Player, Steps
from ui.tour.stage import Stage
from ui.tour.walk import Walk

_MOUSE = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel}
)


Files = Mapping[str, bytes]
OTHERS = "Another member of staff sees nothing of it"


class Watcher(QObject):
    """Notes every key that is pressed, and every touch of a mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[tuple[int, str]] = []
        self.mouse: list[QEvent.Type] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keys.append((event.key(), event.text()))
        elif event.type() in _MOUSE:
            self.mouse.append(event.type())
        return False


@dataclass(frozen=True, slots=True)
class Travelled:
    """A journey that has been made, with every file of machine and shared folder as it was before and afterwards."""

    school: SmallSchool
    journey: Journey
    watcher: Watcher
    pictures: tuple[str, ...]
    before: Files
    files: Files

    @property
    def written(self) -> Files:
        """Every file of machine and shared folder that the journey wrote, or wrote again."""
        return {name: data for name, data in self.files.items() if self.before.get(name) != data}

    def pdf(self, member: Member) -> Path:
        """The case file that somebody saved."""
        return self.journey.pdf(player(member))


def files_below(folder: Path) -> Files:
    """Every file below a folder, by its path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


Steer = Callable[[Journey], Steps]
Travel = Callable[[Steer], Travelled]


def player(member: Member) -> Player:
    """A member of the small school as somebody in a journey."""
    return Player(member.name, member.passphrase)


def walk_to_its_end(stage: Stage, walk: Walk) -> tuple[list[str], list[str]]:
    """Open the window, walk, and close it. Returns how it ended and what was seen."""
    ends: list[str] = []
    pictures: list[str] = []
    loop = QEventLoop()
    stage.broke.connect(lambda error: walk.stop(repr(error)))
    walk.shown.connect(pictures.append)
    walk.ended.connect(ends.append)
    walk.ended.connect(loop.quit)
    stage.open()
    walk.begin()
    loop.exec()
    stage.close()
    return ends, pictures


@pytest.fixture(scope="session")
def travel(
    qapp: QApplication, founded_school: SmallSchool, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Travel]:
    """Makes a journey in a fresh copy of the small school, and looks whether it came to its end."""
    QLocale.setDefault(QLocale("en_GB"))
    load_fonts()
    theme = ThemeSource(qapp, Appearance(scheme=Scheme.LIGHT))

    def made(steer: Steer) -> Travelled:
        folder = tmp_path_factory.mktemp("journey")
        school = founded_school.copied_to(folder / "home")
        before = files_below(school.home)
        cast = Cast(*(player(each) for each in (school.ta, school.teacher, school.dsl, school.head)))
        journey = Journey(Hands(qapp), cast, folder)
        tasks, watcher = Tasks(), Watcher()
        stage = Stage(theme, tasks, partial(school.open, Time()))
        qapp.installEventFilter(watcher)
        ends, pictures = walk_to_its_end(stage, Walk(steer(journey), lambda: tasks.is_busy))
        tasks.finish()
        qapp.removeEventFilter(watcher)
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert ends == [""], pictures
        return Travelled(school, journey, watcher, tuple(pictures), before, files_below(school.home))

    yield made
    theme.deleteLater()
    gc.collect()


@pytest.fixture(scope="session")
def whole(travel: Travel, founded_school: SmallSchool) -> Travelled:
    """From the teaching assistant's sign-in to the closed record, and what others find when they sign in then."""

    def steer(journey: Journey) -> Steps:
        yield from journey.steps()
        yield from journey.change_hands(player(founded_school.teacher))
        yield from journey.find_nothing(player(founded_school.deputy), OTHERS, "Inbox")

    return travel(steer)


@pytest.fixture(scope="session")
def unnamed(travel: Travel, founded_school: SmallSchool) -> Travelled:
    """A concern by somebody without an account, who gives no name; then the lead opens it."""

    def steer(journey: Journey) -> Steps:
        yield from journey.report_without_a_name()
        yield from journey.open("The safeguarding lead", player(founded_school.dsl))

    return travel(steer)
