# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""High contrast: the system's own palette in place of our colours (ux.md 5.3)."""

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QPalette

_ROLE = QPalette.ColorRole

# The first prefix that fits a token decides; "" fits the rest (words, lines, charts and icons).
_ROLES: Mapping[str, QPalette.ColorRole] = {
    "surface.panel": _ROLE.Base,
    "surface.selected": _ROLE.Base,
    "surface": _ROLE.Window,
    "text.link": _ROLE.Link,
    "text.onPrimary": _ROLE.HighlightedText,
    "action.primary": _ROLE.Highlight,
    "action.softText": _ROLE.WindowText,
    "action.soft": _ROLE.Window,
    "action.disabledFill": _ROLE.Window,
    "action.disabledText": _ROLE.PlaceholderText,
    "action.onDanger": _ROLE.HighlightedText,
    "action.danger": _ROLE.Highlight,
    "focus.outer": _ROLE.Highlight,
    "focus.inner": _ROLE.Window,
    "toast.fill": _ROLE.WindowText,
    "toast.text": _ROLE.Window,
    "": _ROLE.WindowText,
}


def system_colours(names: Iterable[str], system: QPalette) -> dict[str, str]:
    """Give each token the colour of the system palette's role that does the same work."""
    return {name: system.color(_role_for(name)).name() for name in names}


def _role_for(name: str) -> QPalette.ColorRole:
    if name.startswith("status.") and name.endswith(".fill"):
        return _ROLE.Window
    return next(role for prefix, role in _ROLES.items() if name.startswith(prefix))
