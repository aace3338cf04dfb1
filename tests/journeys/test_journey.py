# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From signing in as a teaching assistant to the saved case file, through the real windows, by keys alone."""

import re

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from desktop.cases.case import Case, Phase
from tests.journeys.conftest import OTHERS, Travelled
from tests.school import Member
from ui.tour.journey import LEARNT, NOTE, STORY, WHY

Key = Qt.Key
BUSY_KEYS = {Key.Key_Tab, Key.Key_Space, Key.Key_Return, Key.Key_Down}


def case_file(travelled: Travelled, member: Member) -> str:
    """The words of the case file that somebody saved, in one line."""
    pages = PdfReader(travelled.pdf(member)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def record(travelled: Travelled, member: Member) -> Case:
    """The record as it stands in somebody's vault."""
    school = travelled.school
    session = school.sign_in(school.open(), member)
    try:
        session.sync()
        return session.case(session.find(travelled.journey.reference))
    finally:
        session.close()


@pytest.mark.parametrize(
    "words",
    [
        "Tom Ashby",
        "Beth Carver",
        *STORY.format(concerned="Tom Ashby").split("\n"),
        "Side gate",
        "L.M.",
        NOTE,
        WHY,
        "One reminder of the code is enough.",
        "Thank you for telling us. It has been looked at.",
        LEARNT,
    ],
)
def test_the_saved_case_file_says(whole: Travelled, words: str) -> None:
    assert words in case_file(whole, whole.school.head)


def test_the_saved_case_file_has_the_reference_on_every_page(whole: Travelled) -> None:
    pages = PdfReader(whole.pdf(whole.school.head)).pages
    assert len(pages) > 1
    assert all(whole.journey.reference in page.extract_text() for page in pages)


def test_the_case_file_of_the_lead_ends_where_the_record_stood_then(whole: Travelled) -> None:
    words = case_file(whole, whole.school.dsl)
    assert NOTE in words
    assert LEARNT not in words


def test_the_record_is_closed_for_both_readers(whole: Travelled) -> None:
    assert [record(whole, each).phase for each in (whole.school.dsl, whole.school.head)] == [Phase.CLOSED] * 2


def test_the_record_holds_what_was_done_and_by_whom(whole: Travelled) -> None:
    school = whole.school
    entries = record(whole, school.head).entries
    done = [(entry.kind, entry.author) for entry in entries if entry.kind != "access"]
    lead, head = school.dsl.person_id, school.head.person_id
    assert done == [
        ("report", school.ta.person_id),
        ("note", lead),
        ("triage", lead),
        ("export", lead),
        ("decision", head),
        ("outcome", head),
        ("feedback", head),
        ("learning", head),
        ("export", head),
    ]


def test_the_person_concerned_and_others_came_to_their_first_page_and_saw_nothing(whole: Travelled) -> None:
    assert {"The person concerned sees nothing of it", OTHERS} <= {*whole.pictures}


class TestByKeyboardAlone:
    def test_no_mouse_is_touched(self, whole: Travelled) -> None:
        assert whole.watcher.mouse == []

    def test_there_are_no_keys_but_tab_space_enter_an_arrow_and_what_is_typed(self, whole: Travelled) -> None:
        pressed = {key for key, words in whole.watcher.keys if key and key not in BUSY_KEYS}
        assert pressed == set()

    def test_every_part_of_it_took_keys(self, whole: Travelled) -> None:
        keys = [key for key, _ in whole.watcher.keys]
        assert min(keys.count(key) for key in BUSY_KEYS) > 5


class TestWithoutAnAccount:
    def test_a_report_gets_a_return_phrase_and_leaves_an_empty_screen(self, unnamed: Travelled) -> None:
        assert {"A return phrase", "Nothing is left on the screen"} <= {*unnamed.pictures}

    def test_the_readers_get_it_whole_and_without_a_name(self, unnamed: Travelled) -> None:
        case = record(unnamed, unnamed.school.dsl)
        assert case.is_anonymous
        assert case.report is not None
        assert case.report.values["what_happened"] == STORY.format(concerned="Tom Ashby")
        assert "your_name" not in case.report.values

    def test_the_window_of_a_reader_shows_it(self, unnamed: Travelled) -> None:
        assert unnamed.pictures[-1] == "The safeguarding lead has opened the record"

    def test_nobody_signed_in_to_send_it(self, unnamed: Travelled) -> None:
        vaults = {name.split("/")[1] for name in unnamed.written if name.startswith("vaults/")}
        assert vaults == {unnamed.school.dsl.person_id}
