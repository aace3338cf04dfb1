# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""PySide6 6.12.0 loses a reference to None on each call under CPython 3.10 and 3.11, and then aborts."""

import sys

from PySide6.QtCore import QObject


def test_calls_into_qt_do_not_lose_references_to_none() -> None:
    before = sys.getrefcount(None)
    for _ in range(2000):
        QObject().setObjectName("x")
    assert sys.getrefcount(None) - before > -200
