# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was copied is off the clipboard when the program ends, which then ends as it should."""

import subprocess
import sys

_PROGRAM = """
from PySide6.QtCore import QTimer
from desktop.appearance import Appearance
from ui.shell.application import make_application
from ui.staff.clipboard import ShortClipboard
from ui.theme.source import ThemeSource

application = make_application()
clipboard = ShortClipboard(ThemeSource(application, Appearance()), application)
clipboard.copy("KQ7F-2M4P")
application.aboutToQuit.connect(lambda: print(repr(application.clipboard().text()), flush=True))
QTimer.singleShot(0, application.quit)
application.exec()
"""


def test_a_program_that_has_copied_something_ends_whole() -> None:
    """Qt outlives the interpreter for a moment, and must not be left with what Python made."""
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "''\n")
