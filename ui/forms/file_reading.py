# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads the files that somebody adds to a form in the worker: a stick or a share may keep one waiting."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.attaching.adding import Attached, add_file
from desktop.forms import Attach
from ui.shell.tasks import Tasks


def read_file(
    tasks: Tasks,
    owner: QObject,
    path: Path,
    attach: Attach,
    done: Callable[[Attached], None],
    failed: Callable[[Exception], None],
) -> None:
    """Read one file for `owner`, who hears what it is or why not."""
    tasks.run(owner, partial(add_file, path, attach), done, failed)
