# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Starting: from the command to the first usable page, beside an empty window of the toolkit; and memory then."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from desktop.bench.ground import Ground, now
from desktop.bench.measuring import Measured, middle
from desktop.people import PersonId

_EMPTY_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv[:1])
window = QWidget()
window.resize(1366, 688)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def bench_start(ground: Ground, times: int) -> Iterator[Measured]:
    """Start both so often, in turns, each as a process of its own."""
    ours = [sys.executable, "-m", "desktop", "--home", str(ground.home), "--until-shown"]
    raw = [sys.executable, "-c", _EMPTY_WINDOW]
    seconds: dict[str, list[float]] = {"ours": [], "raw": []}
    for _ in range(times):
        for name, command in (("ours", ours), ("raw", raw)):
            began = now()
            subprocess.run(command, env=_environment(), check=True, capture_output=True)  # noqa: S603 - our own words
            seconds[name].append(now() - began)
    yield Measured("start to first usable page", middle(seconds["ours"]), middle(seconds["raw"]), "ms", 1.5)


def bench_memory(ground: Ground) -> Measured:
    """The most memory that each of the two needed, in MiB."""
    ours = peak_memory([sys.executable, "-m", "desktop", "--home", str(ground.home), "--until-shown"])
    raw = peak_memory([sys.executable, "-c", _EMPTY_WINDOW])
    return Measured("peak memory at the first page", ours, raw, "MiB", 1.5)


def bench_stalls(ground: Ground, home: Path, reader: PersonId, envelopes: int) -> Iterator[Measured]:
    """How long the window stands still while a reader takes in what has come: at most 100 ms is the aim."""
    words = [sys.executable, "-m", "ui.stalls", str(home), reader]
    phrase = f"{ground.passphrase}\n"
    done = subprocess.run(words, env=_environment(), check=True, capture_output=True, text=True, input=phrase)  # noqa: S603 - as above
    saw = json.loads(done.stdout)
    note = f"in {saw['seconds']:.0f} s, with all that a window does"
    yield Measured("longest stall while the desk opens", saw["opening"] * 1000, 100, "ms", 1)
    yield Measured(f"longest stall, {envelopes} envelopes coming in", saw["longest"] * 1000, 100, "ms", 1, note)


def peak_memory(command: list[str]) -> float:
    """Run a process and say the most memory that it held, in MiB."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    words = [sys.executable, "-c", script, *command]
    done = subprocess.run(words, env=_environment(), check=True, capture_output=True, text=True)  # noqa: S603 - as above
    return int(done.stdout) / 1024


def _environment() -> dict[str, str]:
    """What both are started with: no screen needed, and compiled modules kept, as on any computer in use."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **kept}
