# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The stage of the staff side's tests."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize

from tests.school import SmallSchool
from tests.ui.staff.stage import Stage
from tests.ui.strays import Strays
from ui.theme.source import ThemeSource


@pytest.fixture
def stage(theme: ThemeSource, small_school: SmallSchool, strays: Strays) -> Iterator[Stage]:
    """The staff side of a fresh small school, in the window that it was designed for."""
    stage = Stage(theme, small_school, QSize(1366, 688))
    yield stage
    found = strays.found
    stage.close()
    assert found == []
