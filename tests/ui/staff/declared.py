# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scenes in which somebody declares something, by keys: each goes on where the one before it ends."""

from tests.ui.staff.stage import K, Stage


def gift_what(stage: Stage) -> None:
    stage.choose("Declare a gift or hospitality")
    stage.tab_to("Which way did it go?")
    stage.press(K.Key_Space)
    stage.tab_to("What kind of thing was it?")
    stage.press(K.Key_Space)
    stage.tab_to("Describe it")
    stage.type("A watch from a leaver’s family.")
    stage.tab_to("Roughly what was it worth?")
    stage.type("60")


def gift_who(stage: Stage) -> None:
    gift_what(stage)
    stage.choose("Continue")
    stage.tab_to("Who are they?")
    stage.press(K.Key_Space)
    stage.tab_to("Their name")
    stage.type("Mrs Jones")


def gift_did(stage: Stage) -> None:
    gift_who(stage)
    stage.choose("Continue")
    stage.tab_to("What did you do with it?")
    stage.press(K.Key_Space, K.Key_Down, K.Key_Down)
    stage.tab_to("Has anyone at school said yes to this?")
    stage.press(K.Key_Space, K.Key_Right)


def gift_named(stage: Stage) -> None:
    gift_did(stage)
    stage.choose("Continue")
    stage.tab_to("Your name")
    stage.type("Jo Hall")
    stage.tab_to("Your job")
    stage.type("Coach")


def gift_check(stage: Stage) -> None:
    gift_named(stage)
    stage.choose("Continue")


def gift_sent(stage: Stage) -> None:
    gift_check(stage)
    stage.choose("Lock and send")


def gift_for_pupil(stage: Stage) -> None:
    stage.choose("Declare a gift or hospitality")
    stage.tab_to("Which way did it go?")
    stage.press(K.Key_Space, K.Key_Down, K.Key_Down)
    stage.tab_to("Describe it")
    stage.type("A book.")
    stage.choose("Continue")


DECLARED = (gift_what, gift_who, gift_did, gift_named, gift_check, gift_sent, gift_for_pupil)
