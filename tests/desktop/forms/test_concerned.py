# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who a filing is about, for routing."""

from desktop.forms import concerned
from tests.desktop.forms.examples import BETH, CONCERN, FORMS, TOM


def test_a_chosen_person_is_the_one_concerned() -> None:
    found = concerned(CONCERN, {"about": TOM})
    assert (found.listed, found.described, found.could_be_in_charge) == ((TOM,), (), False)


def test_several_persons_are_each_concerned_once() -> None:
    assert concerned(CONCERN, {"about": TOM, "also_about": [{"person": BETH}, {"person": TOM}]}).listed == (TOM, BETH)


def test_nobody_chosen_means_somebody_unlisted() -> None:
    assert concerned(CONCERN, {}).described


def test_another_person_does_not_stand_in_for_the_one_not_named() -> None:
    assert concerned(CONCERN, {"also_about": [{"person": TOM}]}).described


def test_someone_who_could_be_in_charge_is_told_to_routing() -> None:
    assert concerned(CONCERN, {"could_be_someone_in_charge": "not_sure"}).could_be_in_charge
    assert not concerned(CONCERN, {"could_be_someone_in_charge": "no"}).could_be_in_charge


def test_a_second_person_could_be_in_charge_too() -> None:
    also = [{"description": "tall", "could_be_someone_in_charge": "yes"}]
    found = concerned(CONCERN, {"about": TOM, "also_about": also})
    assert found.described
    assert found.could_be_in_charge


def test_the_words_about_unlisted_persons_are_handed_on_for_matching() -> None:
    answers = {"about_description": "Tall man", "also_about": [{"description": "Red hair"}, {"connection": "supply"}]}
    assert concerned(CONCERN, answers).described == ("Tall man", "Red hair", "")


def test_answers_that_are_still_being_typed_are_read_too() -> None:
    found = concerned(CONCERN, {"about": "", "also_about": [TOM, {}, 7], "could_be_someone_in_charge": True})
    assert (found.listed, found.described, found.could_be_in_charge) == ((TOM,), ("",), True)


def test_a_report_about_oneself_names_nobody_else_as_concerned() -> None:
    found = concerned(FORMS["self_report"], {"others_involved": [{"person": TOM}]})
    assert (found.listed, found.described) == ((), ())
