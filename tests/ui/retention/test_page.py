# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keeping and deleting: each act from the page, and what it says before and after."""

import pytest

from desktop.phrases import reference
from desktop.retention.kinds import DISPOSAL, HOLD_LIFTED, SIGNATURE
from desktop.retention.kinds import HOLD as KEPT
from desktop.retention.listing import Standing
from tests.desktop.desks import Desks
from tests.desktop.retention.records import decided
from tests.sampling import some
from tests.ui.retention.scenes import SCENES, chosen, page_of
from tests.ui.review.conftest import Review
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.forms.page_card import PageCard
from ui.retention.record_card import RecordCard
from ui.theme.source import Appearance
from ui.theme.tokens import Scheme


def card_of(page: object) -> RecordCard:
    """The card of the chosen record."""
    card = getattr(page, "card", None)
    assert isinstance(card, RecordCard)
    return card


def test_it_says_why_a_record_is_due_and_what_is_not_reached(desks: Desks, review: Review) -> None:
    driver = SCENES["due"](desks, review)
    assert "Kept at least until the person leaves; then reviewed." in driver.words
    assert "Printed pages" in driver.words


def test_a_record_is_proposed(desks: Desks, review: Review) -> None:
    driver = SCENES["due"](desks, review)
    card = card_of(chosen(driver))
    card.propose.click()
    driver.settle()
    assert len(driver.entries(card.record.case_id, DISPOSAL)) == 1


def test_what_somebody_else_proposed_is_signed(desks: Desks, review: Review) -> None:
    driver = SCENES["to sign"](desks, review)
    card = card_of(chosen(driver))
    assert not card.propose.isVisible()
    card.sign.click()
    driver.settle()
    assert len(driver.entries(card.record.case_id, SIGNATURE)) == 1


def test_a_record_is_kept_with_a_reason(desks: Desks, review: Review) -> None:
    driver = SCENES["due"](desks, review)
    page = chosen(driver)
    case_id = card_of(page).record.case_id
    card_of(page).keep.click()
    driver.settle()
    assert page.form is not None
    page.form.finish()
    driver.settle()
    assert "Choose why it must be kept" in driver.words
    page.form.form.views["basis"].set_value("court")
    page.form.form.views["reason"].set_value("Claim 12/2026")
    page.come_in("")  # as when something arrives
    driver.settle()
    page.form.finish()
    driver.settle()
    assert page.rows.table.hasFocus()
    assert len(driver.entries(case_id, KEPT)) == 1


def test_the_form_is_put_away_and_the_keyboard_is_where_it_was_asked_for(desks: Desks, review: Review) -> None:
    page = chosen(SCENES["due"](desks, review))
    keep = card_of(page).keep
    keep.setFocus()
    keep.click()
    page.findChildren(PageCard)[0].leave.click()
    assert (page.form, keep.hasFocus()) == (None, True)


def test_a_hold_ends_with_a_reason_only(desks: Desks, review: Review) -> None:
    driver = SCENES["held"](desks, review)
    card = card_of(chosen(driver))
    (view,) = card.holds
    view.finish()
    assert driver.entries(card.record.case_id, HOLD_LIFTED) == []
    driver.press(view.why.control, text="The claim was settled.")
    view.finish()
    driver.settle()
    assert len(driver.entries(card.record.case_id, HOLD_LIFTED)) == 1


def test_of_what_is_gone_its_reference_and_who_signed_are_left(desks: Desks, review: Review) -> None:
    driver = SCENES["destroyed"](desks, review)
    card = card_of(chosen(driver))
    assert "Tom Ashby" not in driver.words
    assert "Priya Nair proposed to destroy it" in driver.words
    assert not card.open.isVisible()


def test_a_record_that_is_not_due_is_shown_by_its_reference_and_proposed_with_a_ground(
    desks: Desks, review: Review
) -> None:
    case = decided(desks)
    driver = review(desks.school.dsl)
    page = page_of(driver)
    assert page.card is None
    driver.press(page.another, text=reference(case))
    page.show_another.click()
    driver.settle()
    card_of(page).early.click()
    driver.settle()
    assert page.form is not None
    page.form.form.views["early"].set_value("court")
    page.form.form.views["reason"].set_value("Claim 12/2026, order of 3 March 2026")
    page.form.finish()
    driver.settle()
    (entry,) = driver.entries(case, DISPOSAL)
    assert entry.text("early") == "court"


def test_what_stands_in_no_record_is_proposed_and_then_can_be_kept(desks: Desks, review: Review) -> None:
    driver = SCENES["apart"](desks, review)
    page = chosen(driver)
    card = card_of(page)
    assert not card.keep.isVisible()
    assert len(card.record.holding) == card.record.apart
    card.propose.click()
    driver.settle()
    page.rows.table.selectRow(0)
    driver.settle()
    assert card_of(page).record.standing is Standing.TO_SIGN
    assert card_of(page).keep.isVisible()


@pytest.mark.parametrize("scene", some([(scene, scene) for scene in SCENES], 2))
def test_every_state_has_names_and_whole_words(scene: str, desks: Desks, review: Review) -> None:
    driver = SCENES[scene](desks, review)
    assert_accessible(driver.side)
    for size, scale in (((1366, 688), 1.0), ((911, 512), 1.5)):
        driver.theme.choose(Appearance(scheme=Scheme.LIGHT, text_scale=scale))
        driver.side.resize(*size)
        driver.settle()
        assert clipped_labels(driver.side) == []
