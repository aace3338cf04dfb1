# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scenes of somebody who comes in for the first time, or cannot come in, or wants a receipt on paper, by keys."""

from tests.ui.staff.stage import K, Stage

FORGOTTEN = "I’ve forgotten my passphrase"


def invited(stage: Stage) -> None:
    stage.choose("Set up my sign-in on this computer")
    stage.tab_to("Your name")
    stage.type("bet")


def invited_missing(stage: Stage) -> None:
    stage.choose("Set up my sign-in on this computer")
    stage.choose("Continue")


def invited_passphrase(stage: Stage) -> None:
    invited(stage)
    stage.press(K.Key_Return)
    stage.tab_to("The code of your invitation")
    stage.type("ABC")
    stage.press(K.Key_Return)


def invited_wrong(stage: Stage) -> None:
    invited_passphrase(stage)
    for field in ("Passphrase", "The same once more"):
        stage.tab_to(field)
        stage.put_in("muffin harbour tunnel wicker")
    stage.press(K.Key_Return)


def forgotten(stage: Stage) -> None:
    stage.choose(FORGOTTEN)


def forgotten_missing(stage: Stage) -> None:
    stage.choose(FORGOTTEN)
    stage.choose("Open my records")


def receipt(stage: Stage) -> None:
    stage.at_check(name_choice="leave_off")
    stage.choose("Lock and send")
    stage.choose("Print")


COMING_IN = (invited, invited_missing, invited_passphrase, invited_wrong, forgotten, forgotten_missing, receipt)
