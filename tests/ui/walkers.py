# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Walks a window and finds what a person with a screen reader, a keyboard or large text would stumble over.

Show the window first. Each finder returns what it found, in words; an empty list is what a test wants.
"""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from ui.widgets.labels import PlainLabel
from ui.widgets.link_button import LinkButton

_MOST_STOPS = 300


def assert_accessible(window: QWidget) -> None:
    """Fail when something that takes the keyboard has no name, or is too small to hit."""
    found = nameless(window) + small_targets(window)
    assert not found, found


def focusable(window: QWidget) -> list[QWidget]:
    """Every visible, enabled widget that takes the keyboard by Tab or by a click."""
    widgets = [window, *window.findChildren(QWidget)]
    return [one for one in widgets if _takes_keyboard(one)]


def nameless(window: QWidget) -> list[str]:
    """What takes the keyboard and has no accessible name (WCAG 4.1.2)."""
    return [_described(one) for one in focusable(window) if not accessible_name(one)]


def small_targets(window: QWidget, least: int = 24) -> list[str]:
    """Buttons that are smaller than 24 pixels, apart from links within text (WCAG 2.5.8)."""
    buttons = [
        one for one in window.findChildren(QAbstractButton) if one.isVisible() and not isinstance(one, LinkButton)
    ]
    return [_described(one) for one in buttons if min(one.width(), one.height()) < least]


def clipped_labels(window: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit (WCAG 1.4.4), or that stick out of the widget around them."""
    labels = [one for one in window.findChildren(PlainLabel) if one.isVisible()]
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    found = [_described(label) for label in labels if label.is_clipped]
    found += [_described(button) for button in buttons if _is_narrow(button)]
    return found + [f"{_described(one)} sticks out" for one in (*labels, *buttons) if _sticks_out(one)]


def too_wide(window: QWidget) -> list[str]:
    """What a page that scrolls up and down only holds beyond its right edge: nobody could reach it (WCAG 1.4.10)."""
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    areas = [one for one in window.findChildren(QScrollArea) if one.isVisible()]
    pages = [(area.widget(), area) for area in areas if area.horizontalScrollBarPolicy() == off]
    return [_described(page) for page, area in pages if page is not None and page.width() > area.viewport().width()]


def tab_stops(window: QWidget) -> list[QWidget]:
    """Press Tab from the first stop of a window until it is back there; fail where it never is (WCAG 2.1.2)."""
    stops = [one for one in focusable(window) if one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value]
    if len(stops) < 2:
        return stops  # Tab has nowhere else to go
    begun = window.focusWidget()
    if begun is not None:
        begun.clearFocus()
    stops = [_tab_from(window, window)]
    while len(stops) < _MOST_STOPS:
        now = _tab_from(window, stops[-1])
        assert now is not stops[-1], f"Tab does not leave {_described(now)}"
        if now is stops[0]:
            return stops
        stops.append(now)
    msg = f"Tab never comes back to {_described(stops[0])}"
    raise AssertionError(msg)


def _tab_from(window: QWidget, widget: QWidget) -> QWidget:
    QTest.keyClick(widget, Qt.Key.Key_Tab)
    now = window.focusWidget()
    assert now is not None, "nothing takes the keyboard"
    return now


def out_of_order(window: QWidget) -> list[str]:
    """Steps of Tab that lead up within one column, against the order of reading (WCAG 1.3.2, 2.4.3)."""
    stops = tab_stops(window)
    places = [(stop, _place(stop, window)) for stop in stops]
    pairs = pairwise(places)
    return [
        f"{_described(one)} before {_described(other)}"
        for (one, here), (other, there) in pairs
        if there.bottom() < here.top() and there.left() <= here.right()
    ]


def accessible_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def accessible_description(widget: QWidget) -> str:
    """What a screen reader adds about a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Description)


def _takes_keyboard(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    is_stop = bool(policy.value & Qt.FocusPolicy.TabFocus.value) or isinstance(widget, QAbstractButton)
    return is_stop and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _is_narrow(button: QAbstractButton) -> bool:
    if button.hasHeightForWidth():
        return button.heightForWidth(button.width()) > button.height()
    needed = button.minimumSizeHint()
    return needed.width() > button.width() or needed.height() > button.height()


def _sticks_out(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and not parent.rect().contains(widget.geometry())


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {accessible_name(widget)!r}"
