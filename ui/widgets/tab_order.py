# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tab goes through a window in the order in which it is read, whatever was added to it since (WCAG 2.4.3).

Qt goes by the order in which widgets came into being: what is exchanged later, such as the content of a panel, would
come after everything that stands below it.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_on(window: QWidget, *, forward: bool) -> bool:
    """Move the keyboard to the next stop of a window, or the one before, and round; says whether there is one.

    Call it from `focusNextPrevChild`. Where the widget with the keyboard is being hidden, its place still counts.
    """
    here = window.focusWidget()
    walk = list(_walk(window, here))
    place = next((number for number, stop in enumerate(walk) if stop is here), -1 if forward else 0)
    stops = [stop for stop in walk[place + 1 :] + walk[: max(place, 0)] if _takes_tab(stop)]
    if stops:
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[0 if forward else -1].setFocus(reason)
    return bool(stops)


def _walk(widget: QWidget, here: QWidget | None) -> Iterator[QWidget]:
    """Everything that Tab stops at, and `here`, in the order of the layouts."""
    if widget is here or _takes_tab(widget):
        yield widget
    for child in _children(widget):
        holds_here = here is not None and (child is here or child.isAncestorOf(here))
        if holds_here or (child.isVisible() and not child.isWindow()):
            yield from _walk(child, here)


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return takes and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _children(widget: QWidget) -> list[QWidget]:
    """First those in the layout, in its order, then those that were placed by hand."""
    layout = widget.layout()
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    laid_out = list(_laid_out(layout, children)) if layout is not None else []
    return [*laid_out, *(child for child in children if child not in laid_out)]


def _laid_out(layout: QLayout, children: Sequence[QWidget]) -> Iterator[QWidget]:
    # Never by itemAt: PySide is not told when Qt deletes a layout's item, and would take whatever is made at the same
    # place in memory later for that item. That ends in a crash.
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in children]
    placed += [(layout.indexOf(each), each) for each in layout.children() if isinstance(each, QLayout)]
    for place, each in sorted(placed, key=lambda pair: pair[0]):
        if isinstance(each, QLayout):
            yield from _laid_out(each, children)
        elif place >= 0:
            yield each
