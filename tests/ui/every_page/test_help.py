# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""F1 has something to say about every page."""

import pytest

from tests.ui.pages import Page, sample
from ui.help.screens import page_for


@pytest.mark.parametrize("page", sample(60))
def test_every_page_has_a_page_of_help(page: Page, request: pytest.FixtureRequest) -> None:
    assert page_for(page.show(request))
