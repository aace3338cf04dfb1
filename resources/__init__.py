# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The data that Candour ships: forms, routes, words, fonts, icons, themes.

Everything is reached through `path`, so that it works the same from a checkout, an installed wheel and a
frozen build, and so that a name that is missing fails at once instead of showing nothing.
"""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Find a shipped file or folder.

    Takes its name with forward slashes, relative to this folder ("icons/lock.svg").
    Returns the absolute path; raises FileNotFoundError when it is not shipped, or lies outside the folder.
    """
    found = (_ROOT / name).resolve()
    if not found.is_relative_to(_ROOT) or not found.exists():
        raise FileNotFoundError(name)
    return found


def text(name: str) -> str:
    """Read a shipped UTF-8 text file, named as for `path`."""
    return path(name).read_text(encoding="utf-8")
