# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A route in plain sentences."""

from desktop.people import Role, School
from desktop.routing import Route, explain
from tests.desktop.routing.schools import MAY, asked, away, full_school, ids, tie, without

CONCERN = "concern.safeguarding"


def _said(answer: Route, school: School | None = None) -> list[str]:
    return [told.sentence for told in explain(answer, school or full_school())]


def test_it_says_who_can_read_it() -> None:
    assert "Priya Nair, designated safeguarding lead, can read it." in _said(asked(CONCERN, "W"))


def test_it_says_who_sees_only_a_line() -> None:
    said = _said(asked("gift", "W"))
    assert "Winston Achebe, business manager, sees one line in the register, not the content." in said


def test_it_says_who_is_excluded_because_it_is_about_them() -> None:
    assert "Excluded because it is about them: Helen Marsh." in _said(asked(CONCERN, "H"))


def test_it_says_who_does_not_read_this_kind() -> None:
    assert "Priya Nair does not read this kind of record." in _said(asked(CONCERN, "H"))


def test_it_says_until_when_somebody_is_away_and_who_covers() -> None:
    school = full_school(absences=(away("D", cover="d1", until=MAY),))
    said = _said(asked(CONCERN, "W", school), school)
    assert "Priya Nair is away until 3 May 2026; Dan Webb covers." in said


def test_it_says_that_somebody_is_away_without_cover() -> None:
    school = full_school(absences=(away("H"),))
    said = _said(asked(CONCERN, "W", school), school)
    assert "Helen Marsh is away." in said


def test_it_does_not_say_that_somebody_covers_who_does_not_read() -> None:
    school = full_school(absences=(away("H", cover="SL", until=MAY),), conflicts=(tie("SL", "W"),))
    said = _said(asked(CONCERN, "W", school), school)
    assert "Helen Marsh is away until 3 May 2026." in said


def test_a_tie_is_never_called_one() -> None:
    school = full_school(conflicts=(tie("D", "W"),))
    said = _said(asked(CONCERN, "W", school), school)
    assert "Priya Nair does not read about this person." in said
    assert not [sentence for sentence in said if "tie" in sentence.split() or "conflict" in sentence]


def test_it_says_who_came_in_instead() -> None:
    school = full_school(absences=(away("C"),))
    said = _said(asked(CONCERN, "H", school), school)
    assert "Grace Petrov, vice-chair of governors, receives it in place of the chair of governors." in said


def test_it_says_that_a_step_reached_nobody() -> None:
    school = without(full_school(absences=(away("C"),)), Role.VICE_CHAIR)
    said = _said(asked(CONCERN, "H", school), school)
    assert "There is no vice-chair of governors who may receive it in place of the chair of governors." in said


def test_it_says_why_the_chair_reads_about_several_people() -> None:
    school = full_school(absences=(away("C"),))
    said = _said(asked(CONCERN, "W H", school), school)
    assert "There is no chair of governors who may receive it about all of these people." in said
    assert any(line.startswith("Grace Petrov, vice-chair of governors, receives it, because it is") for line in said)


def test_it_says_who_decides_and_who_confirms() -> None:
    said = _said(asked(CONCERN, "W"))
    assert {"Helen Marsh decides.", "Martin Oyelaran confirms the decision."} <= set(said)


def test_it_says_when_nobody_may_receive_it() -> None:
    school = without(full_school(), *Role)
    said = _said(asked(CONCERN, "W", school), school)
    assert any(sentence.startswith("Nobody in the school may receive this") for sentence in said)


def test_it_says_that_the_lado_may_be_told_straight_away() -> None:
    said = _said(asked(CONCERN, "W", not_to=ids("H")))
    assert any("straight to the local authority designated officer" in sentence for sentence in said)


def test_each_sentence_about_a_person_names_that_person() -> None:
    told = explain(asked(CONCERN, "H"), full_school())
    assert {e.person_id for e in told if e.section == "reader"} == {"C"}


def test_the_words_can_be_translated_because_nothing_is_filled_in_yet() -> None:
    first = explain(asked(CONCERN, "W"), full_school())[0]
    assert first.template == "{name}, {role}, can read it."
