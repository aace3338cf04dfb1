# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A decision as somebody makes it at the keyboard, for the tests that need one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.desktop.desks import RATIONALE
from tests.ui.review.driving import Driver
from ui.review.decision_panel import DecisionPanel
from ui.widgets.banner import Banner

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def go_on(driver: Driver) -> None:
    QTest.keyClick(driver.focus, Key.Key_Return, CTRL)
    driver.settle()


def begin(driver: Driver) -> DecisionPanel:
    driver.press(driver.rows, Key.Key_D)
    return decision(driver)


def decision(driver: Driver) -> DecisionPanel:
    panel = driver.side.record.panels.current
    assert isinstance(panel, DecisionPanel)
    return panel


def answer_limbs(driver: Driver, letters: str = "nnnn") -> None:
    """Answer the four by their first letters, Tab by Tab, giving a reason where one is asked for."""
    for number, letter in enumerate(letters):
        driver.press(driver.focus, text=letter)
        driver.press(driver.focus, Key.Key_Tab)
        if letter != "n":
            driver.press(driver.focus, text="Alone with a child.")
        if number < 3:
            driver.press(driver.focus, Key.Key_Tab)


def texts(panel: QWidget) -> list[str]:
    return [button.text() for button in panel.findChildren(QAbstractButton) if button.isVisible() and button.text()]


def click(panel: QWidget, text: str) -> None:
    next(each for each in panel.findChildren(QAbstractButton) if each.isVisible() and each.text() == text).click()


def record_low_level(driver: Driver) -> None:
    """All three steps, without a mouse."""
    answer_limbs(driver)
    go_on(driver)
    driver.press(driver.focus, text="l")
    go_on(driver)
    driver.press(driver.focus, text=RATIONALE)
    go_on(driver)


def banners(panel: QWidget) -> str:
    shown = [banner for banner in panel.findChildren(Banner) if banner.isVisible()]
    return " | ".join(banner._text.words.strip() for banner in shown)
