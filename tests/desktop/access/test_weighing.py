# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Nothing is given while one item is undecided; what is covered is gone from the text (F55; practice.md R53)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.access.covering import COVER, Span, covered, merged, places_of
from desktop.access.deciding import decide, leave_out
from desktop.access.gathered import Record
from desktop.access.third_parties import Part
from desktop.access.weighing import Weighed, weigh
from desktop.access.work import Decision, LeftOut, Verdict, Work
from desktop.faults import DeskFault
from storage.errors import KnownError
from tests.desktop.access.making_up import DAY, gathered, record
from tests.desktop.cases.building import SCHOOL, TA

REPORTED = record("Beth Carver reported a concern", "Beth saw him with L.M. by the gate.", reporter=TA)
REPORTER, CHILD = f"person:{TA}", "child:LM"
COVERED = Decision(verdict=Verdict.COVER)


def weighed(work: Work | None = None, *records: Record) -> Weighed:
    return weigh(gathered(*(records or (REPORTED,))), work or Work(), SCHOOL, DAY)


def texts(of: Weighed) -> list[str]:
    return [piece.text for each in of.copy() for piece in each.pieces()]


def fault(item_id: str, decision: Decision) -> object:
    with pytest.raises(KnownError) as caught:
        decide(weighed(), item_id, decision)
    return caught.value.code


def test_everybody_is_undecided_at_first() -> None:
    assert {item.item_id for item in weighed().undecided} == {REPORTER, CHILD}


def test_what_is_covered_is_gone_from_headings_and_answers() -> None:
    work = Work(decisions={REPORTER: COVERED, CHILD: COVERED})
    assert texts(weighed(work)) == [
        f"{COVER} reported a concern",
        f"{COVER} saw him with {COVER} by the gate.",
    ]


def test_whoever_reported_is_kept_only_where_they_agreed() -> None:
    without = Decision(verdict=Verdict.REASONABLE, why="He knows anyway.")
    assert fault(REPORTER, without) is DeskFault.REPORTER_NOT_ASKED
    forced = weighed(Work(decisions={REPORTER: without}))
    assert REPORTER in {item.item_id for item in forced.undecided}
    agreed = Decision(verdict=Verdict.AGREED, why="She said so on 3 March.")
    assert decide(weighed(), REPORTER, agreed).decisions[REPORTER] == agreed


def test_who_is_kept_needs_a_reason() -> None:
    assert fault(CHILD, Decision(verdict=Verdict.AGREED, why=" ")) is DeskFault.REASON_NEEDED


def test_nobody_can_be_decided_about_who_does_not_stand_in_it() -> None:
    assert fault("person:nobody", COVERED) is DeskFault.NO_SUCH_ITEM


def test_whoever_stands_only_in_what_is_left_out_needs_no_decision() -> None:
    work = leave_out(weighed(), REPORTED.key, LeftOut(ground="crime", why="The police asked us to wait."))
    after = weighed(work)
    assert (after.undecided, after.records) == ((), ())
    assert [(each.key, left.ground) for each, _, left in after.left_out()] == [(REPORTED.key, "crime")]


@pytest.mark.parametrize(
    ("left_out", "code"),
    [
        (LeftOut(ground="because", why="x"), DeskFault.NO_SUCH_GROUND),
        (LeftOut(ground="crime", why=""), DeskFault.REASON_NEEDED),
    ],
)
def test_leaving_out_needs_a_ground_that_there_is_and_a_reason(left_out: LeftOut, code: DeskFault) -> None:
    with pytest.raises(KnownError) as caught:
        leave_out(weighed(), REPORTED.key, left_out)
    assert caught.value.code is code


def test_an_entry_alone_may_be_left_out() -> None:
    work = leave_out(weighed(), f"{REPORTED.key}/e", LeftOut(ground="legal", why="Our solicitor’s advice."))
    assert texts(weighed(work)) == []


def test_words_covered_by_hand_are_covered_wherever_they_stand() -> None:
    said = record("A note", "His wife drives the red van. Everyone knows The Red  Van.")
    after = weighed(Work().covering("the red van"), said)
    assert texts(after)[1] == f"His wife drives {COVER}. Everyone knows {COVER}."
    assert [(item.part, len(item.places)) for item in after.items] == [(Part.BY_HAND, 2)]


def test_cover_wins_over_keep_where_two_overlap() -> None:
    said = record("A note", "Beth Carver was there.", reporter=TA)
    agreed = Decision(verdict=Verdict.AGREED, why="She agreed.")
    after = weighed(Work(decisions={REPORTER: agreed}).covering("Carver was"), said)
    assert texts(after)[1] == f"Beth {COVER} there."


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
spans = st.lists(st.builds(lambda start, long: Span(start, start + long), st.integers(0, 40), st.integers(1, 9)))


@given(text=words, places=spans)
def test_what_stays_is_what_lies_outside_every_place(text: str, places: list[Span]) -> None:
    inside = {at for span in places for at in range(span.start, min(span.end, len(text)))}
    kept = "".join(letter for at, letter in enumerate(text) if at not in inside)
    shown = covered(text, [span for span in places if span.start < len(text)])
    assert shown.replace(COVER, "") == kept.replace(COVER, "")
    assert shown.count(COVER) - kept.count(COVER) <= len(merged(places))


@given(before=words, after=words, name=st.from_regex(r"[A-Z][a-z]{3,9} [A-Z][a-z]{3,9}", fullmatch=True))
def test_covered_words_stand_nowhere_in_the_text(before: str, after: str, name: str) -> None:
    text = f"{before} {name.upper()}\n{name} {after}"
    places = places_of(name, text)
    assert places_of(name, covered(text, places)) == ()
