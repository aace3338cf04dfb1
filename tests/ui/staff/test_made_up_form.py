# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form that is made of data only goes its whole way through windows that have never heard of it."""

from desktop.forms import FieldType, Page
from desktop.forms.filling import Filling
from tests.ui.forms.made import field, form_of
from tests.ui.staff.stage import K, Stage
from tests.ui.staff.test_failures import said
from ui.staff.form_desk import FormDesk


def test_it_is_asked_page_by_page_and_read_back(stage: Stage) -> None:
    spec = form_of(
        Page(page_id="one", title="What is it?", fields=(field("thing", FieldType.TEXT, "A thing", required=True),)),
        Page(page_id="two", title="Is it dear?", fields=(field("price", FieldType.MONEY, "What it cost"),)),
    )
    stage.side.forms.show(Filling(spec))
    stage.settle()
    assert "A made-up form · question 1 of 2" in said(stage)
    stage.choose("Continue")
    assert "One answer needs another look" in said(stage)
    stage.tab_to("A thing")
    stage.type("A clock")
    stage.press(K.Key_Return)
    stage.tab_to("What it cost")
    stage.type("12.50")
    stage.press(K.Key_Return)
    desk = stage.side._pages[-1]
    assert isinstance(desk, FormDesk)
    assert desk._flow.at == "check"
    assert "A clock" in said(stage)
    assert "£12.50" in said(stage)
