# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, hand records over: from the new reader's name to the record in their inbox, by keyboard."""

import pytest

from desktop.cases.rows import Shelf
from desktop.services import Candour
from tests.school import Member, SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from ui.settings import handover_list, handover_page
from ui.settings.handover_page import HandoverPage
from ui.tour.hands import Key

GO = "Hand over what is ticked"


def concern(school: SmallSchool, candour: Candour, about: Member | None, words: str = "He shouted in the hall.") -> str:
    values: dict[str, object] = {"about": about.person_id if about else None, "what_happened": words, "risk_now": "no"}
    return candour.file_walk_up("concern", {**values, "name_choice": "leave_off"}).case_id


def chosen(settings: Opened, school: SmallSchool, new: Member) -> Stage:
    """The lead's page with everything that was sent, and who takes it on."""
    stage = settings(school.dsl, "handover")
    stage.tasks.run(stage.side, stage.session.sync, lambda _done: None, stage.bugs.append)
    stage.settle()
    stage.fill("Who takes them on?", new.name.split()[0])
    stage.hands.press(Key.Key_Return)
    stage.settle()
    return stage


def inbox(school: SmallSchool, member: Member) -> list[str]:
    session = school.sign_in(school.open(), member)
    try:
        session.sync()
        return [case for shelf in Shelf for case in session.shelf(shelf)]
    finally:
        session.close()


@pytest.fixture
def sent(small_school: SmallSchool, small_candour: Candour) -> list[str]:
    """Two concerns about the teacher and one about the deputy, who is to take some on."""
    about = (small_school.teacher, small_school.teacher, small_school.deputy)
    return [concern(small_school, small_candour, each) for each in about]


def test_what_is_ticked_reaches_the_new_reader(settings: Opened, small_school: SmallSchool, sent: list[str]) -> None:
    stage = chosen(settings, small_school, small_school.deputy)
    stage.choose("Tick all open ones")
    stage.fill("Why do they need them?", "She is the new deputy.")
    stage.choose(GO)
    assert stage.hands.sees("You are about to let Rhiannon Pryce read 2 more of your records.")
    stage.confirm(small_school.dsl)
    assert stage.hands.sees("Handed over to Rhiannon Pryce: 2. Left alone: 0.")
    assert sorted(inbox(small_school, small_school.deputy)) == sorted(sent[:2])


def test_of_a_record_that_is_not_for_them_only_the_number_is_said(
    settings: Opened, small_school: SmallSchool, sent: list[str]
) -> None:
    stage = chosen(settings, small_school, small_school.deputy)
    assert sent
    assert stage.hands.sees("Not for this reader: 1.")
    assert len(stage.hands.names("Tom Ashby,")) == 2
    assert not stage.hands.names("Rhiannon Pryce,")


def test_words_that_may_speak_of_them_stand_apart_and_are_not_ticked_with_the_rest(
    settings: Opened, small_school: SmallSchool, small_candour: Candour
) -> None:
    concern(small_school, small_candour, small_school.teacher, "Rhiannon saw it.")
    stage = chosen(settings, small_school, small_school.deputy)
    assert stage.hands.sees("Their words may speak of Rhiannon Pryce. Read each of them before you tick it.")
    stage.choose("Tick all open ones")
    stage.fill("Why do they need them?", "She is the new deputy.")
    stage.choose(GO)
    assert stage.hands.sees("Tick at least one record.")


def test_without_a_reason_nothing_goes(settings: Opened, small_school: SmallSchool, sent: list[str]) -> None:
    stage = chosen(settings, small_school, small_school.deputy)
    assert sent
    stage.choose("Tick all open ones")
    stage.choose(GO)
    page = stage.side.page
    assert isinstance(page, HandoverPage)
    assert page._reason.error == "Say why they need them"


def test_what_was_typed_stays_when_the_passphrase_is_not_given(
    settings: Opened, small_school: SmallSchool, sent: list[str]
) -> None:
    stage = chosen(settings, small_school, small_school.deputy)
    assert sent
    stage.choose("Tick all open ones")
    stage.fill("Why do they need them?", "She is new.")
    stage.choose(GO)
    stage.choose("Cancel")
    page = stage.side.page
    assert isinstance(page, HandoverPage)
    assert page._words == "She is new."
    assert page._list is not None
    assert len(page._list.ticked) == 2


def test_stopping_leaves_whole_records_and_says_how_many(
    settings: Opened, small_school: SmallSchool, sent: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover_page, "_HANDED_AT_ONCE", 1)
    stage = chosen(settings, small_school, small_school.deputy)
    page = stage.side.page
    assert isinstance(page, HandoverPage)
    assert page._new is not None
    page._begin(page._new, dict.fromkeys(sent[:2], False), "She is new.")
    page._stop_working()
    stage.settle()
    assert stage.hands.sees("Handed over to Rhiannon Pryce: 1. Left alone: 0.")
    assert inbox(small_school, small_school.deputy) == sent[:1]


def test_typing_finds_what_is_not_drawn(
    settings: Opened, small_school: SmallSchool, small_candour: Candour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover_list, "_SHOWN", 1)
    for about in (small_school.teacher, small_school.ta):
        concern(small_school, small_candour, about)
    stage = chosen(settings, small_school, small_school.deputy)
    assert stage.hands.sees("And 1 more. Type a name or a reference to find them.")
    stage.fill("Find a record by name or reference", "Beth")
    assert stage.hands.names("Beth Carver,")
    assert not stage.hands.names("Tom Ashby,")
