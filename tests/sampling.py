# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which of many like cases the short form of a test tries: one in so many. The long form tries all."""

from collections.abc import Iterable
from typing import TypeVar

import pytest
from _pytest.mark.structures import ParameterSet

Case = TypeVar("Case")


def some(cases: Iterable[tuple[str, Case]], every: int) -> list[ParameterSet]:
    """The cases, each by its name, for `parametrize`."""
    return [
        pytest.param(case, id=name, marks=[] if at % every == 0 else [pytest.mark.long])
        for at, (name, case) in enumerate(cases)
    ]
