# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The watch for stray windows sees what it is there for."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from tests.ui.strays import Strays


class _OwnWay(QLabel):
    """Has a `setVisible` of its own, as many of ours have."""

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)


@pytest.mark.parametrize("kind", [QLabel, _OwnWay])
@pytest.mark.parametrize(
    "show", [lambda widget: widget.show(), lambda widget: widget.setVisible(True)], ids=["show", "setVisible"]
)
def test_what_is_shown_before_it_stands_in_a_page_is_found(
    kind: type[QLabel], show: Callable[[QWidget], None], shown: Callable[[QWidget], QWidget], strays: Strays
) -> None:
    part, page = kind("part"), QWidget()
    show(part)
    layout = QVBoxLayout(page)
    layout.addWidget(part)
    shown(page)
    assert set(strays.found) == {repr(part)}


def test_a_window_and_its_parts_are_none(shown: Callable[[QWidget], QWidget], strays: Strays) -> None:
    page = QWidget()
    part = QLabel("part", page)
    shown(page)
    part.hide()
    part.show()
    assert strays.found == []
