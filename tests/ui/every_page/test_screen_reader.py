# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A real accessibility client reads the pages over AT-SPI, in a real window on a screen that nobody sees.

Names and order of all pages are checked inside the process; this shows that they come out of it. The short form reads
two pages, the long form every one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes.util import find_library
from pathlib import Path

import pytest

from tests.ui.every_page.under_xvfb import PYTHON

INSIDE = Path(__file__).with_name("under_xvfb.py")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
XCB = ("xcb-cursor", "xcb-icccm", "xcb-keysyms")
"""What Qt needs for a real window and a bare system lacks."""


def why_not() -> str:
    """What this machine lacks for it, or nothing."""
    for program in ("Xvfb", "dbus-run-session", PYTHON):
        if shutil.which(program) is None:
            return f"this machine has no {program}"
    if not LAUNCHER.exists():
        return "this machine has no at-spi2-core"
    for library in XCB:
        if find_library(library) is None:
            return f"this machine has no lib{library}"
    if subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode:
        return "this machine has no python3-pyatspi"
    return ""


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen that nobody sees: what DISPLAY is to be."""
    if why := why_not():
        pytest.skip(why)
    told, tells = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[tells],
        stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    with os.fdopen(told) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait()


def test_pages_are_read_out(screen: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    form = ["--long"] if pytestconfig.getoption("--long") else []
    inside = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", *form, str(INSIDE)]
    both = '"$0" --launch-immediately & "$@"; code=$?; kill $!; exit $code'
    told = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", both, str(LAUNCHER), *inside, f"--basetemp={tmp_path / 'inside'}"],
        env={**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout
