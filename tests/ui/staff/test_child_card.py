# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The card for when a child tells somebody something: from the first page, one's own page and the form (F48)."""

from pathlib import Path

import pytest

from tests.ui.printing.printers import printer_into
from tests.ui.staff.stage import STORY, Stage
from ui.forms.child_fold import ChildFold
from ui.forms.form_page import FormPage
from ui.staff.child_card_page import ChildCardPage
from ui.widgets.labels import PlainLabel

CARD = "When a child tells you something"


def page_of(stage: Stage) -> ChildCardPage:
    """The page with the card."""
    [page] = stage.side.findChildren(ChildCardPage)
    return page


def test_anybody_reads_it_from_the_first_page_while_the_shared_folder_is_away(stage: Stage) -> None:
    stage.school.exchange.rename(stage.school.home / "gone")
    stage.choose(CARD)
    words = [label.words for label in page_of(stage).findChildren(PlainLabel)]
    assert "Don’t promise to keep it a secret." in words
    assert any(stage.school.dsl.name in each for each in words)


def test_it_is_read_from_ones_own_page(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    stage.choose(CARD)
    assert page_of(stage).isVisible()


def test_it_is_saved_as_a_page_to_print_and_a_file_that_is_there_is_left_alone(stage: Stage, tmp_path: Path) -> None:
    stage.choose(CARD)
    page, file = page_of(stage), tmp_path / "card.pdf"
    page.save_to(str(file))
    stage.settle()
    assert file.read_bytes().startswith(b"%PDF")
    page.print_on(printer_into(tmp_path / "paper.pdf"))
    stage.settle()
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    page.save_to(str(file))
    stage.settle()
    assert any("already" in label.words for label in page._said.findChildren(PlainLabel))


def test_it_opens_beside_the_question_and_what_was_typed_stays(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.choose("I’d rather not say who")
    stage.choose("Continue")
    stage.tab_to("In your own words")
    stage.put_in(STORY)
    [fold] = [each for each in stage.side.findChildren(ChildFold) if each.isVisible()]
    fold.button.click()
    stage.settle()
    assert any(label.words == "Don’t promise to keep it a secret." for label in fold.findChildren(PlainLabel))
    [page] = [each for each in stage.side.findChildren(FormPage) if each.isVisible()]
    assert page.views["what_happened"].value() == STORY


@pytest.mark.parametrize("form", ["gift", "relationship"])
def test_a_form_that_is_not_about_children_does_not_offer_it(stage: Stage, form: str) -> None:
    stage.side.forms.start(form)
    stage.settle()
    assert not stage.side.findChildren(ChildFold)
