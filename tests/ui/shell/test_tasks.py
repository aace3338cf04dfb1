# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one worker: in order, off the window's thread, and back to whoever asked, unless they are gone."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.shell.tasks import Tasks


class Asker(QObject):
    """Somebody who asks for things and notes what comes back."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.tasks = tasks
        self.done: list[object] = []
        self.failed: list[Exception] = []

    def ask(self, value: object) -> None:
        """Ask for a value, or for an error to be raised."""

        def operation() -> object:
            if isinstance(value, Exception):
                raise value
            return value

        self.tasks.run(self, operation, self.done.append, self.failed.append)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.finish()
    tasks.deleteLater()


def wait(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_results_come_back_in_the_order_in_which_they_were_asked_for(qtbot: QtBot, tasks: Tasks) -> None:
    asker = Asker(tasks)
    for number in range(20):
        asker.ask(number)
    wait(qtbot, tasks)
    assert asker.done == list(range(20))


def test_each_asker_gets_what_they_asked_for(qtbot: QtBot, tasks: Tasks) -> None:
    one, other = Asker(tasks), Asker(tasks)
    one.ask("mine")
    other.ask("theirs")
    wait(qtbot, tasks)
    assert (one.done, other.done) == (["mine"], ["theirs"])


def test_what_is_raised_comes_back_as_it_is(qtbot: QtBot, tasks: Tasks) -> None:
    asker, error = Asker(tasks), ValueError("x")
    asker.ask(error)
    asker.ask("after it")
    wait(qtbot, tasks)
    assert (asker.failed, asker.done) == ([error], ["after it"])


def test_nothing_is_handed_to_an_asker_who_is_gone(qtbot: QtBot, tasks: Tasks) -> None:
    gone, heard, may_go_on = QObject(), list[object](), threading.Event()
    tasks.run(gone, may_go_on.wait, heard.append, heard.append)
    qtbot.waitUntil(lambda: tasks.is_busy)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    may_go_on.set()
    wait(qtbot, tasks)
    assert heard == []


def test_work_is_done_by_one_other_thread_and_heard_of_in_this_one(qtbot: QtBot, tasks: Tasks) -> None:
    asker, workers, hearers = Asker(tasks), set[int](), set[int]()

    def hear(worker: int) -> None:
        workers.add(worker)
        hearers.add(threading.get_ident())

    for _ in range(3):
        tasks.run(asker, threading.get_ident, hear, asker.failed.append)
    wait(qtbot, tasks)
    assert len(workers) == 1
    assert hearers == {threading.get_ident()} != workers


def test_it_says_when_it_is_busy_and_when_no_more(qtbot: QtBot, tasks: Tasks) -> None:
    said: list[bool] = []
    tasks.busy_changed.connect(said.append)
    asker = Asker(tasks)
    asker.ask(1)
    asker.ask(2)
    assert tasks.is_busy
    wait(qtbot, tasks)
    assert said == [True, False]


def test_finishing_waits_for_what_was_asked_for(qtbot: QtBot) -> None:
    tasks, kept = Tasks(), list[str]()
    tasks.run(tasks, lambda: kept.append("kept"), lambda _: None, lambda _: None)
    tasks.finish()
    assert kept == ["kept"]
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_after_that_nothing_more_is_taken(tasks: Tasks) -> None:
    tasks.finish()
    with pytest.raises(RuntimeError):
        tasks.run(tasks, list, lambda _: None, lambda _: None)


class Knot(QObject):
    """Something of Qt's that only the garbage collector gets rid of; it notes in which thread that was."""

    def __init__(self, ends: list[int]) -> None:
        super().__init__()
        self.ends = ends
        self.itself = self

    def __del__(self) -> None:
        self.ends.append(threading.get_ident())


def test_what_the_window_drops_is_never_taken_apart_in_the_worker(qtbot: QtBot, tasks: Tasks) -> None:
    ends, asker = list[int](), Asker(tasks)
    for _ in range(5):
        Knot(ends)
        tasks.run(asker, lambda: [[number] for number in range(20_000)], asker.done.append, asker.failed.append)
    wait(qtbot, tasks)
    qtbot.waitUntil(lambda: len(ends) == 5)
    assert {*ends} == {threading.get_ident()}


def test_the_collector_runs_by_itself_again_when_the_work_is_finished(qtbot: QtBot) -> None:
    tasks = Tasks()
    assert not gc.isenabled()
    tasks.finish()
    assert gc.isenabled()
