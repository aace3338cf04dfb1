# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a process can do so that less of what it holds ends up on a disk, and what may be told of a bug.

Honest limits: while somebody is signed in, Python, Qt and the operating system keep copies of what is shown. Locking
ends the process; nothing here claims to wipe anything.
"""

import ctypes
import platform
import sys
import traceback
from pathlib import Path

_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """Write no core dumps, and on Linux let no other process of the same user look into this one."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def bug_report(error: BaseException, version: str) -> str:
    """What may be told of a bug: kinds, files and lines. Never its message, which may hold somebody's words."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    head = f"Candour {version}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join([head, type(error).__qualname__, *lines])
