# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages of which one is shown."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme.source import ThemeSource
from ui.widgets.labels import PlainLabel
from ui.widgets.page_stack import PageStack


def test_a_long_page_that_is_not_shown_makes_no_page_longer(theme: ThemeSource, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    pages = PageStack(holder)
    short, long = (PlainLabel(theme, "Words. " * count, "body", wrap=True) for count in (1, 2000))
    pages.addWidget(short)
    pages.addWidget(long)
    assert pages.heightForWidth(400) == short.heightForWidth(400) < long.heightForWidth(400)
