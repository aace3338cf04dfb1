# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How cases look, and that there is a word for everything that comes from below."""

import re
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

import msgspec
import pytest

import ui.review
from desktop.cases.case import Missing, Phase
from desktop.cases.inbox import Span
from desktop.cases.meaning import shipped_meaning
from desktop.cases.oddity import Oddity
from desktop.cases.rows import INBOX, Group
from desktop.cases.tracks import Verdict
from desktop.clocks import Doubt
from desktop.synced import Alarm
from storage.ingest import Reason
from storage.judge import Flag
from tests.ui.review.rows import AT, row
from ui.review import coded_words as tables
from ui.review.looks import heading, list_row, names_of, news_words, outcome_tag, status_tag, title_of
from ui.review.words import Said
from ui.theme.tokens import Tone
from ui.widgets.clock_label import Urgency

OUTCOMES = [
    term.value
    for track in shipped_meaning().tracks.tracks.values()
    if track.decision
    for term in shipped_meaning().forms[track.decision].field("outcome").choices
    if track.verdict(term.value) is None
]
WISHES = [term.value for term in shipped_meaning().forms["concern"].field("name_to_person").choices]
PAGES = Path(ui.review.__file__).parent


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (tables.ShelfWords, list(INBOX)),
        (tables.GroupWords, list(Group)),
        (tables.OutcomeWords, OUTCOMES),
        (tables.VerdictWords, list(Verdict)),
        (tables.MissingWords, list(Missing)),
        (tables.FlagWords, [*Flag, *Oddity]),
        (tables.ReasonWords, list(Reason)),
        (tables.DoubtWords, list(Doubt)),
        (tables.WishWords, WISHES),
        (tables.AlarmWords, list(Alarm)),
        (tables.AlarmAdvice, list(Alarm)),
    ],
)
def test_every_code_has_its_word_and_no_word_is_left_over(table: type[StrEnum], codes: list[str]) -> None:
    assert set(table.__members__) == {str(code).upper() for code in codes}


@pytest.mark.parametrize(
    ("form", "title"), [("redirect", "Somebody with a worry about a child"), ("breach", "Lost or leaked data")]
)
def test_what_is_about_nobody_is_called_after_what_it_is(form: str, title: str) -> None:
    assert title_of(row(form=form, about=""), "A form") == title


def test_a_code_of_a_newer_candour_is_said_as_it_is() -> None:
    assert tables.coded(tables.OutcomeWords, "T9") == "T9"


def test_every_text_is_used() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in PAGES.glob("*.py") if file.name != "words.py")
    assert set(Said.__members__) - set(re.findall(r"Said\.(\w+)", source)) == set()


class TestARow:
    def test_says_who_what_and_how_long_is_left(self) -> None:
        shown = list_row(row(), AT, (), private=False)
        assert (shown.title, shown.when, shown.is_unread) == ("Tom Ashby", "Today 15:12", True)
        assert shown.spoken == (
            "Unread, Tom Ashby, I was locking the side gate after chess club., Concern, 24 h 0 min left, Today 15:12"
        )

    def test_gets_more_urgent_with_the_time(self) -> None:
        clocks = [list_row(row(), AT + timedelta(hours=hours), (), private=False).clock for hours in (0, 5, 23, 25)]
        assert [clock.urgency for clock in clocks if clock] == [Urgency.CALM, Urgency.SOON, Urgency.NOW, Urgency.NOW]
        assert [clock.words for clock in clocks if clock][-1] == "Overdue by 1 h"

    def test_of_somebody_about_themselves_quotes_them(self) -> None:
        assert list_row(row(form="self_report"), AT, (), private=False).line.startswith("“I was locking")

    def test_shows_the_day_only_of_an_anonymous_report(self) -> None:
        shown = list_row(row(filed_day_only=True, standing="walkup-anonymous"), AT, (), private=False)
        assert (shown.when, [tag.words for tag in shown.tags]) == ("Today", ["Concern", "Anonymous"])

    def test_bears_its_draft_and_its_oddity(self) -> None:
        shown = list_row(row("ab", is_flagged=True), AT, {"ab"}, private=False)
        assert [tag.words for tag in shown.tags] == ["Concern", "Draft", "Something odd"]

    def test_says_what_was_decided(self) -> None:
        shown = list_row(row(outcome="T3", decide_by=None), AT, (), private=False)
        assert ([tag.words for tag in shown.tags], shown.clock) == (["Concern", "Low-level"], None)

    def test_shows_initials_and_nobodys_words_in_privacy_mode(self) -> None:
        shown = list_row(row(), AT, (), private=True)
        assert (shown.title, shown.line) == ("TA", "")
        assert "Ashby" not in shown.spoken

    def test_of_nobody_named_says_so_in_privacy_mode_too(self) -> None:
        assert list_row(row(about=""), AT, (), private=True).title == "Someone who isn’t named"


def test_a_record_is_called_after_its_form_and_person() -> None:
    titles = [
        title_of(row(form=form), "Gift")
        for form in ("concern", "self_report", "wrongdoing", "gift", "relationship", "other")
    ]
    assert titles == [
        "A concern about Tom Ashby",
        "Tom Ashby, about themselves",
        "Tom Ashby, about something legal",
        "Tom Ashby, about a gift",
        "Tom Ashby, about a relationship",
        "Gift: Tom Ashby",
    ]


def test_several_people_are_named_in_a_row() -> None:
    several = msgspec.structs.replace(row(), about=("Tom Ashby", "Joe Tennant"))
    assert names_of(several) == "Tom Ashby and Joe Tennant"


@pytest.mark.parametrize(
    ("phase", "late", "words"),
    [
        (Phase.TO_DECIDE, False, "To decide"),
        (Phase.TO_DECIDE, True, "Overdue"),
        (Phase.WITH_LADO, False, "With the LADO"),
        (Phase.IN_PROGRESS, False, "In progress"),
        (Phase.CLOSED, False, "Closed"),
        (Phase.NOTED, False, "To note"),
    ],
)
def test_the_status_says_where_it_stands(phase: Phase, late: bool, words: str) -> None:
    now = AT + timedelta(days=2) if late else AT
    assert status_tag(row(phase=phase), now).words == words


def test_what_may_meet_the_threshold_is_not_green() -> None:
    tones = [tag.tone for outcome in ("T3", "T1", "T0") if (tag := outcome_tag(row(outcome=outcome)))]
    assert tones == [Tone.OK, Tone.WARN, Tone.DANGER]


def test_a_child_at_risk_is_an_alarm() -> None:
    assert heading(Span(Group.RISK_NOW, 1)).is_alarm
    assert not heading(Span(Group.TO_DECIDE, 1)).is_alarm


def test_news_say_by_when_and_never_about_whom() -> None:
    words = news_words([row()], AT)
    assert words == "New concern. Decide by 15:12 tomorrow, Friday 13 March."
    assert "Ashby" not in words
