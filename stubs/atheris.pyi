# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What tests/fuzz/guided.py uses of atheris, which need not be installed."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

def instrument_imports(include: Iterable[str] = ...) -> AbstractContextManager[None]: ...
def Setup(arguments: list[str], target: Callable[[bytes], object]) -> object: ...  # noqa: N802 - its name
def Fuzz() -> None: ...  # noqa: N802 - its name
