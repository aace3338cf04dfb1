# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command line of a copy of the small school."""

import pytest

from tests.desktop.cli.running import Machine
from tests.school import SmallSchool


@pytest.fixture
def machine(small_school: SmallSchool) -> Machine:
    return Machine(small_school.home)
