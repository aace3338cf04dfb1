# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page of a made-up form, among the people of the small school."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from desktop.people import School
from tests.school import SmallSchool
from tests.ui.forms.made import Open, opener
from ui.theme.source import ThemeSource


@pytest.fixture(scope="session")
def listed(founded_school: SmallSchool) -> School:
    """The small school as its directory lists it."""
    return founded_school.open().school


@pytest.fixture
def opened(theme: ThemeSource, listed: School, shown: Callable[[QWidget], QWidget]) -> Open:
    """Opens the first page of a form: `opened(spec, typed)`."""
    return opener(theme, listed, shown)
