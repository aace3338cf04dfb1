# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever makes the letters larger, or smaller again, still sees what has the keyboard (WCAG 2.4.7, 2.4.11)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.every_page.test_pictures import LOOKS, WINDOW
from tests.ui.pages import Page, sample
from tests.ui.walkers import accessible_name, focusable
from ui.theme.source import ThemeSource

_TAKEN = 4
"""So many places of a page are tried, from the first to the last."""


@pytest.mark.parametrize("page", sample(60))
def test_what_has_the_keyboard_stays_in_sight_when_letters_grow_and_shrink(
    page: Page, request: pytest.FixtureRequest, theme: ThemeSource, qapp: QApplication, settled: Callable[[], None]
) -> None:
    window = page.show(request)
    window.resize(WINDOW)
    window.activateWindow()
    settled()
    for part in range(_TAKEN):
        stops = [one for one in focusable(window) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        stop = stops[part * (len(stops) - 1) // (_TAKEN - 1)]
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        settled()
        held = _told(qapp.focusWidget())
        for look in ("large", "light"):
            theme.choose(LOOKS[look])
            settled()
            focus = qapp.focusWidget()
            assert focus is not None, (look, held)
            assert not focus.visibleRegion().boundingRect().isEmpty(), (look, held, _told(focus))
            if _told(focus) != held:
                assert not stop.isVisible(), (look, held, _told(focus))
                break


def _told(widget: QWidget | None) -> str:
    return "nothing" if widget is None else accessible_name(widget)
