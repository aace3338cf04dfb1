# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The rows of the inbox: all names, and only the rows that somebody looks at."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.review.rows import row
from ui.review.inbox_model import HEADING_ROLE, InboxModel
from ui.widgets.list_row import ROW_ROLE, GroupRow, ListRow

HEADING = GroupRow("To decide", 3)


def looks(case: object) -> ListRow:
    return ListRow(id=case.case_id, title=case.about[0], when="")  # type: ignore[attr-defined]  # always a CaseRow


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[InboxModel]:
    made = InboxModel(looks)
    yield made
    made.deleteLater()


def fill(model: InboxModel, ids: str) -> None:
    model.show_blocks([(HEADING, list(ids))])


def asked(qtbot: QtBot, model: InboxModel, number: int) -> tuple[str, ...]:
    with qtbot.waitSignal(model.wanted) as caught:
        model.index(number).data(ROW_ROLE)
    assert caught.args is not None
    names: tuple[str, ...] = caught.args[0]
    return names


def test_it_is_a_sound_model_through_every_change(model: InboxModel, qtmodeltester: ModelTester) -> None:
    fill(model, "abc")
    qtmodeltester.check(model)
    for ids in ("abcd", "dab", "", "xyz"):
        fill(model, ids)
        model.take(row(case) for case in ids)
        qtmodeltester.check(model)


def test_a_row_that_is_looked_at_is_asked_for_once(qtbot: QtBot, model: InboxModel) -> None:
    fill(model, "abc")
    assert asked(qtbot, model, 1) == ("a", "b", "c")
    with qtbot.assertNotEmitted(model.wanted, wait=20):
        model.index(1).data(ROW_ROLE)


def test_measuring_asks_for_nothing(qtbot: QtBot, model: InboxModel) -> None:
    fill(model, "abc")
    with qtbot.assertNotEmitted(model.wanted, wait=20):
        assert [model.index(number).data(HEADING_ROLE) for number in range(4)] == [True, False, False, False]


def test_a_row_that_is_here_is_shown(model: InboxModel) -> None:
    fill(model, "abc")
    model.take([row("b", about="Tom Ashby")])
    assert model.index(2).data() == "Tom Ashby"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Loading"


def test_an_old_row_stands_until_the_new_one_comes(qtbot: QtBot, model: InboxModel) -> None:
    fill(model, "a")
    model.take([row("a", about="Before")])
    model.forget()
    assert asked(qtbot, model, 1) == ("a",)
    assert model.index(1).data() == "Before"
    model.take([row("a", about="After")])
    assert model.index(1).data() == "After"


def test_headings_can_be_neither_chosen_nor_found(model: InboxModel) -> None:
    fill(model, "ab")
    assert model.index(0).flags() == Qt.ItemFlag.NoItemFlags
    assert (model.key(model.index(0)), model.key(model.index(1))) == ("", "a")
    assert model.first.row() == 1


def test_letters_look_at_the_rows_that_are_here_and_fetch_none(qtbot: QtBot, model: InboxModel) -> None:
    fill(model, "abc")
    model.take([row("a", about="Tom"), row("c", about="Tessa")])
    with qtbot.assertNotEmitted(model.wanted, wait=20):
        assert model.search("te", 1).row() == 3
        assert model.search("t", 2).row() == 3
        assert not model.search("q", 1).isValid()


def test_no_more_rows_are_kept_than_a_few_screens_full(model: InboxModel) -> None:
    ids = [str(number) for number in range(5000)]
    model.show_blocks([(None, ids)])
    model.take(row(case) for case in ids)
    assert sum(model.row(case) is not None for case in ids) == 2048
