# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour settings vocabulary."""

from tests.desktop.cli.running import Machine, Ran
from tests.school import SmallSchool


def change(machine: Machine, school: SmallSchool, *words: str) -> Ran:
    """Both officers change a list at one computer."""
    typed = f"{school.head.passphrase}\n{school.chair.passphrase}\n"
    also = ("--also", school.chair.name)
    return machine.json("settings", "vocabulary", *words, *also, member=school.head, stdin=typed)


def test_names_the_lists_that_a_school_may_change(machine: Machine) -> None:
    lists = machine.json("settings", "vocabulary").data
    assert lists["categories"] == "Low-level concern categories"
    assert "limbs" not in lists


def test_a_word_is_added_taken_off_and_offered_again(machine: Machine, small_school: SmallSchool) -> None:
    assert change(machine, small_school, "givers", "--add", "The parents’ association").data["published"]
    own = {"value": "own_1", "label": "The parents’ association", "clause": "school’s own", "offered": True}
    assert own in machine.json("settings", "vocabulary", "givers").data
    change(machine, small_school, "givers", "--retire", "own_1")
    assert {**own, "offered": False} in machine.json("settings", "vocabulary", "givers").data
    change(machine, small_school, "givers", "--offer", "own_1")
    assert own in machine.json("settings", "vocabulary", "givers").data


def test_a_word_is_put_otherwise(machine: Machine, small_school: SmallSchool) -> None:
    assert change(machine, small_school, "everyday", "--reword", "lift", "A lift or a taxi").data["published"]
    listed = machine.json("settings", "vocabulary", "everyday").data
    at = next(place for place, each in enumerate(listed) if each["value"] == "lift")
    assert [(each["label"], each["clause"], each["offered"]) for each in listed[at : at + 2]] == [
        ("A lift in a car", "5.1.2", False),
        ("A lift or a taxi", "5.1.2", True),
    ]


def test_an_own_word_is_among_the_answers_of_its_form(machine: Machine, small_school: SmallSchool) -> None:
    change(machine, small_school, "givers", "--add", "The parents’ association")
    assert "own_1" in machine.json("forms", "gift").out


def test_an_unknown_list_is_refused(machine: Machine) -> None:
    ran = machine.json("settings", "vocabulary", "limbs")
    assert ran.code == 1
    assert "There is no such list that a school may change" in ran.err


def test_an_unknown_word_is_refused(machine: Machine, small_school: SmallSchool) -> None:
    assert change(machine, small_school, "givers", "--retire", "colour").code == 1
