# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody's settings in the small school."""

from collections.abc import Callable, Iterator

import pytest

from tests.school import Hands, Member, SmallSchool
from tests.ui.settings.stage import Stage
from ui.theme.source import ThemeSource

Opened = Callable[..., Stage]


@pytest.fixture
def settings(theme: ThemeSource, small_school: SmallSchool, hands: Hands) -> Iterator[Opened]:
    """Opens somebody's settings at a page and shows them. What breaks there fails the test."""
    stages: list[Stage] = []

    def opened(member: Member, page: str, width: int = 1366, height: int = 688) -> Stage:
        stage = Stage(theme, small_school.open(hands), member.person_id, member.passphrase)
        stages.append(stage)
        stage.show(width, height)
        stage.go(page)
        return stage

    yield opened
    for stage in stages:
        stage.close()
        assert stage.bugs == []
