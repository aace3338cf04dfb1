# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every page in the smallest window that it has to bear, and with the largest letters: nothing of it is cut.

The short form tries every sixteenth page, the long form all of them.
"""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QSize

from tests.ui.pages import Page, sample
from tests.ui.walkers import assert_accessible, clipped_labels, too_wide
from ui.theme.source import ThemeSource
from ui.theme.theme import TEXT_SCALES

SMALL = QSize(911, 512)
LARGE = TEXT_SCALES[-1]


@pytest.mark.parametrize("page", sample(24))
def test_nothing_is_cut(
    page: Page, request: pytest.FixtureRequest, theme: ThemeSource, settled: Callable[[], None]
) -> None:
    window = page.show(request)
    for scale in (1.0, LARGE):
        theme.choose(msgspec.structs.replace(theme.appearance, text_scale=scale))
        window.resize(SMALL)
        settled()
        assert window.size() == SMALL
        assert_accessible(window)
        assert (scale, clipped_labels(window) + too_wide(window)) == (scale, [])
