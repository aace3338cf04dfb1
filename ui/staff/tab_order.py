# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tab goes through a page in the order in which it is read, whatever was added to it since (WCAG 2.4.3).

Qt goes by the order in which widgets came into being: what is built later, as a fold that is opened, would come last.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def focus_in(window: QWidget) -> QWidget | None:
    """What has the keyboard in a window, whether that is the active one or not."""
    return window.focusWidget()


def tab_stops(parts: Sequence[QWidget]) -> list[QWidget]:
    """Everything on the screen in these widgets that Tab stops at, in the order of their layouts."""
    return [stop for part in parts if part.isVisible() for stop in _stops(part)]


def next_stop(stops: Sequence[QWidget], here: QWidget | None, *, forward: bool) -> QWidget | None:
    """The stop after this one, or before it; None beyond the ends, and where `here` is not a stop of these."""
    places = [place for place, stop in enumerate(stops) if stop is here]
    if not places:
        inside = [place for place, stop in enumerate(stops) if here is not None and here.isAncestorOf(stop)]
        # From a page that has the keyboard itself, Tab goes to the first stop in it.
        return stops[inside[0]] if inside and forward else None
    place = places[0] + (1 if forward else -1)
    return stops[place] if 0 <= place < len(stops) else None


def _stops(widget: QWidget) -> Iterator[QWidget]:
    takes_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    if takes_tab and widget.isEnabled() and widget.focusProxy() is None:
        yield widget
    for child in _children(widget):
        if child.isVisible() and not child.isWindow():
            yield from _stops(child)


def _children(widget: QWidget) -> list[QWidget]:
    """First those in the layout, in its order, then those that were placed by hand."""
    layout = widget.layout()
    laid_out = list(_laid_out(layout)) if layout is not None else []
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [*laid_out, *(child for child in children if child not in laid_out)]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        within, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if within is not None:
            yield within
        elif inner is not None:
            yield from _laid_out(inner)
