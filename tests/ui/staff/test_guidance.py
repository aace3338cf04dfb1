# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody says that they have read an edition of guidance, of which Candour has no text."""

from PySide6.QtCore import Qt

from desktop.policies.confirming import Part, confirmations
from tests.ui.staff.policies import guidance_again, guidance_listed, guidance_to_confirm
from tests.ui.staff.stage import Stage
from tests.ui.staff.test_failures import said


def test_the_page_says_what_is_asked_and_that_candour_cannot_tell(stage: Stage) -> None:
    guidance_to_confirm(stage)
    assert "You are asked to read Part one by 15 January 2027. Look for its title on GOV.UK" in said(stage)
    assert "Candour doesn’t have its text" in said(stage)


def test_saying_so_keeps_edition_and_part_and_asks_no_more(stage: Stage) -> None:
    guidance_to_confirm(stage)
    stage.choose("Confirm")
    assert "Please read and confirm" not in said(stage)
    [kept] = stage.do(lambda: confirmations(stage.sessions[-1]))
    assert (kept.said.version, kept.said.part) == ("September 2026", Part.PART_ONE)


def test_whoever_read_all_of_it_can_say_so(stage: Stage) -> None:
    guidance_to_confirm(stage)
    stage.tab_to("Part one")
    stage.press(Qt.Key.Key_Down)
    stage.choose("Confirm")
    [kept] = stage.do(lambda: confirmations(stage.sessions[-1]))
    assert kept.said.part is Part.WHOLE


def test_a_new_edition_asks_again(stage: Stage) -> None:
    guidance_again(stage)
    assert "there is another edition, or more to read. Please read Part one of September 2027" in said(stage)


def test_the_list_says_when_it_was_read(stage: Stage) -> None:
    guidance_listed(stage)
    assert "You said on " in said(stage)
    assert "that you have read September 2026." in said(stage)
