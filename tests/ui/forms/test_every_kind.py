# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page of every kind of question, made of data alone: named, reachable, in reading order, and nothing of it cut."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.forms import Field, FieldType
from desktop.people import School
from tests.ui.forms.made import Filled, Open, form, of_every_kind, opener
from tests.ui.walkers import accessible_name, assert_accessible, clipped_labels, focusable, out_of_order, tab_stops
from ui.forms.fold import Fold
from ui.theme.source import Appearance, ThemeSource
from ui.theme.tokens import Scheme

LONG = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh "


def opened_out(page: Filled) -> Filled:
    for fold in page.page.findChildren(Fold):
        fold.open()
    page.page.window().resize(720, 9_000)  # nothing scrolls: every place is where it is read
    QApplication.processEvents()
    return page


def test_every_kind_stands_on_the_page(opened: Open) -> None:
    page = opened_out(opened(form(*of_every_kind())))
    assert set(page.page.views) == {kind.value for kind in FieldType}


@pytest.mark.parametrize("dense", [False, True], ids=["staff", "reviewers"])
def test_everything_that_takes_the_keyboard_has_a_name_and_room(opened: Open, dense: bool) -> None:
    page = opened_out(opened(form(*of_every_kind()), dense=dense))
    assert_accessible(page.page.window())


def test_a_question_that_is_a_title_still_has_its_name(opened: Open) -> None:
    question = of_every_kind()[0]
    page = opened(form(question, title=question.label))
    assert accessible_name(page.control(question.name)) == question.label
    assert not page.page.views[question.name].labelled.label.isVisible()


def test_tab_reaches_everything_in_reading_order_and_comes_round(opened: Open) -> None:
    page = opened_out(opened(form(*of_every_kind())))
    window = page.page.window()
    groups = {FieldType.CHOICE.value, FieldType.YES_NO_UNSURE.value}  # one stop for the group, arrows within it
    stops = tab_stops(window)
    left_out = [each for each in focusable(window) if each not in stops and not _is_of(each, page, groups)]
    assert [accessible_name(each) for each in left_out] == []
    assert out_of_order(window) == []


def _is_of(widget: QWidget, page: Filled, names: set[str]) -> bool:
    return any(page.page.views[name].isAncestorOf(widget) for name in names)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_however_long_its_words(
    qapp: QApplication, listed: School, shown: Callable[[QWidget], QWidget], scale: float
) -> None:
    theme = ThemeSource(qapp, Appearance(scheme=Scheme.LIGHT, text_scale=scale))
    fields = of_every_kind()
    long = [_longer(each) for each in fields]
    page = opened_out(opener(theme, listed, shown)(form(*long, title=LONG * 3)))
    assert clipped_labels(page.page.window()) == []


def _longer(field: Field) -> Field:
    return msgspec.structs.replace(field, label=LONG * 2, hint=LONG * 3, below=LONG)
