# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sheets of the gallery hold every control; what is true of them is true of the controls."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.gallery import LOOKS
from tests.ui.sheets import Sheet, components, more
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.theme.source import ThemeSource

Show = Callable[[QWidget], QWidget]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("sheet", [components, more])
class TestEverySheet:
    def test_names_whatever_takes_the_keyboard(
        self, qapp: QApplication, shown: Show, look: str, sheet: Callable[[ThemeSource], Sheet]
    ) -> None:
        assert_accessible(shown(sheet(ThemeSource(qapp, LOOKS[look])).window))

    def test_cuts_no_words(
        self, qapp: QApplication, shown: Show, look: str, sheet: Callable[[ThemeSource], Sheet]
    ) -> None:
        assert clipped_labels(shown(sheet(ThemeSource(qapp, LOOKS[look])).window)) == []
