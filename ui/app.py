# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opens the window: fonts, look, one worker, one window; and what it takes to lock, to close and to fail calmly."""

import os
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.appearance import load_appearance
from desktop.demo.card import demo_card
from desktop.hardening import harden_process
from desktop.services import open_candour
from ui.shell.application import has_display, make_application
from ui.shell.bug_page import BugTeller
from ui.shell.bugs import BugWatch
from ui.shell.tasks import Tasks
from ui.shell.window import Window
from ui.shell.words import Shell, say
from ui.theme.source import ThemeSource


def open_window(arguments: Sequence[str]) -> int:
    """Open Candour's window on the machine whose folder is named, or this user's own. Returns the exit code.

    With --tour it is opened offscreen and walked through instead (ui.tour).
    """
    words = _parser().parse_args(arguments)
    home = Path(words.home) if words.home else user_data_path("candour", appauthor=False, roaming=False)
    harden_process()
    if words.tour:
        from ui.tour.tour import walk_tour

        return _tell(walk_tour(home, Path(words.tour)))
    if not has_display(os.environ):
        return _tell(say(Shell.NO_DISPLAY))
    return _run(home, words.file, until_shown=words.until_shown)


def _tell(sentence: str) -> int:
    """Say what went wrong, if anything did. Returns the exit code."""
    if sentence:
        sys.stderr.write(f"{sentence}\n")
    return 1 if sentence else 0


def _run(home: Path, sealed: str, *, until_shown: bool) -> int:
    application = make_application()
    theme = ThemeSource(application, load_appearance(home))
    tasks, watch = Tasks(), BugWatch()
    stop_watching = watch.install()
    window = Window(theme, tasks, open_candour(home), demo_card(home), lambda folder: _relaunch(folder, application))
    teller = BugTeller(theme, window)
    watch.found.connect(teller.tell)
    window.bug.connect(teller.tell)
    window.sealed.wait(sealed)
    if until_shown:
        window.ready.connect(lambda: QTimer.singleShot(0, window.close))
    window.show()
    try:
        return application.exec()
    finally:
        stop_watching()
        tasks.finish()
        window.deleteLater()


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="candour")
    parser.add_argument("file", nargs="?", default="", help="a sealed file, to be opened once somebody has signed in")
    parser.add_argument("--home", metavar="DIR")
    parser.add_argument("--tour", metavar="DIR", help="walk through the demonstration in --home, pictures into DIR")
    parser.add_argument("--until-shown", action="store_true", help="close again at the first usable page")
    return parser


def _relaunch(home: Path, application: QApplication) -> None:
    """Put a clean process in the place of this one: what was shown is in no memory of it."""
    command = [sys.executable, "-m", "desktop", "--home", str(home)]
    if sys.platform == "win32":
        subprocess.Popen(command)  # noqa: S603 - our own program
        application.quit()
    else:
        os.execv(sys.executable, command)  # noqa: S606 - our own program
