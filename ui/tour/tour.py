# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tour: one concern's journey through the real windows of the demonstration school, with a picture of each step.

It works on a copy, so that the demonstration stays as it is. It needs no display.
"""

import os
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from desktop.demo.card import DemoCard, DemoCardPerson, demo_aside
from desktop.people import Role
from desktop.services import open_candour
from ui.shell.application import make_application
from ui.shell.bugs import BugWatch
from ui.shell.tasks import Tasks
from ui.shell.words import Shell, say
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme
from ui.tour.hands import Hands
from ui.tour.journey import Cast, Journey, Player
from ui.tour.stage import Stage
from ui.tour.walk import PATIENCE_SECONDS, Walk

_REPORTER, _CONCERNED = "Teaching assistant", "Year 1 teacher"
_OURS = ("[0-9][0-9]-*.png", "CF-*.pdf")


def walk_tour(home: Path, out: Path, patience: float = PATIENCE_SECONDS) -> str:
    """Walk the journey offscreen with the demonstration in `home`, and leave pictures and case files in `out`.

    Returns "" or one sentence that says what did not come true. Raises KnownError(DISK_*).
    """
    # That platform says of every window that there is no such thing as a size to be given away here.
    os.environ.update({"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"})
    application = make_application()
    theme, tasks, watch = ThemeSource(application, Appearance(scheme=Scheme.LIGHT)), Tasks(), BugWatch()
    stop_watching = watch.install()
    with demo_aside(home) as (copy, card):
        stage = Stage(theme, tasks, partial(open_candour, copy), card)
        journey = Journey(Hands(application), cast_of(card), out)
        walk = Walk(journey.steps(), lambda: tasks.is_busy, patience)
        album = Album(stage, walk, out)
        watch.found.connect(album.take_bug)
        walk.ended.connect(application.quit)
        stage.open()
        walk.begin()
        try:
            application.exec()
        finally:
            stage.close()
            tasks.finish()
            stop_watching()
    return album.sentence


def cast_of(card: DemoCard) -> Cast:
    """Who of the demonstration plays what."""

    def player(people: Iterable[DemoCardPerson]) -> Player:
        person = next(iter(people))
        return Player(person.name, person.passphrase)

    return Cast(
        reporter=player(person for person in card.people if person.job == _REPORTER),
        concerned=player(person for person in card.people if person.job == _CONCERNED),
        lead=player(person for person in card.people if Role.DSL in person.roles),
        head=player(person for person in card.people if Role.HEAD in person.roles),
    )


class Album(QObject):
    """Numbered pictures of a walk in a folder, each named after its step; and how the walk ended."""

    def __init__(self, stage: Stage, walk: Walk, folder: Path) -> None:
        """Begin an empty album: what an earlier tour left in the folder is taken out."""
        super().__init__()
        self._stage = stage
        self._walk = walk
        self._folder = folder
        self._count = 0
        self.sentence = ""
        for pattern in _OURS:
            for old in folder.glob(pattern):
                old.unlink()
        walk.shown.connect(self.take_picture)
        walk.ended.connect(self._take_end)
        stage.broke.connect(self.take_bug)

    @Slot(str)
    def take_picture(self, title: str) -> None:
        """Photograph the window."""
        self._count += 1
        name = re.sub("[^a-z0-9]+", "-", title.lower()).strip("-")
        file = self._folder / f"{self._count:02}-{name}.png"
        if not self._stage.picture().save(str(file)):
            self._walk.stop(str(file))

    @Slot(object)
    def take_bug(self, error: BaseException) -> None:
        """End the walk, because something broke."""
        self._walk.stop(type(error).__name__)

    @Slot(str)
    def _take_end(self, wanted: str) -> None:
        if wanted:
            self.sentence = say(Shell.TOUR_STOPPED, wanted=wanted, out=str(self._folder))
            self._stage.picture().save(str(self._folder / f"{self._count + 1:02}-stopped.png"))
