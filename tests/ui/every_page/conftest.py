# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What shows the pages of `tests.ui.pages`, from the folders whose pages they are."""

from tests.ui.review.conftest import desks, key_ring, review
from tests.ui.settings.conftest import settings
from tests.ui.setup.conftest import _quick, empty, house, steps
from tests.ui.staff.conftest import stage

__all__ = ["_quick", "desks", "empty", "house", "key_ring", "review", "settings", "stage", "steps"]
