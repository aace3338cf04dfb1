# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A school's own changes of the lists: what they may be, and that no word is ever lost."""

import tomllib
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from desktop.cases.meaning import shipped_meaning
from desktop.faults import DeskFault
from desktop.forms.lists import (
    add_word,
    check_lists,
    check_nothing_gone,
    check_places,
    editable,
    editable_lists,
    list_terms,
    offer,
    overlaid,
    retire,
    reword,
    with_change,
    with_lists,
)
from desktop.people import ListChange, OwnTerm
from storage.errors import KnownError

NONE = ListChange(vocabulary="categories")
MOST = editable().most_changes
LONGEST = editable().longest_label
VALUES = st.sampled_from([term.value for term in editable_lists()["categories"].terms]) | st.text(max_size=12)
CHANGES = st.builds(
    ListChange,
    vocabulary=st.just("categories"),
    retired=st.lists(VALUES, max_size=8).map(tuple),
    own=st.lists(st.builds(OwnTerm, value=VALUES, label=st.text(max_size=90)), max_size=8).map(tuple),
)


def refused(*changes: ListChange) -> object:
    """Check these. Returns the code with which they are refused, or None."""
    try:
        check_lists(changes)
    except KnownError as error:
        return error.code
    return None


def conditions(part: object) -> Iterator[tuple[str, str]]:
    """Every value that a condition anywhere in a form names, with its field."""
    match part:
        case {"fields": list(fields), "values": list(values)}:
            yield from ((field, value) for field in fields for value in values)
        case dict():
            for each in part.values():
                yield from conditions(each)
        case list():
            for each in part:
                yield from conditions(each)
        case _:
            return


class TestWhatStays:
    def test_is_whatever_a_condition_of_a_form_goes_by(self) -> None:
        for spec in shipped_meaning().forms.values():
            lists = {field.name: field.vocabulary for _, field in spec.fields()}
            for field, value in conditions(msgspec.to_builtins(spec)):
                if lists.get(field) in editable().lists:
                    assert value in editable().lists[lists[field]].staying

    def test_is_whatever_starts_at_the_harm_threshold(self) -> None:
        assert shipped_meaning().always_threshold <= editable().lists["categories"].staying

    @pytest.mark.parametrize("name", editable().lists)
    def test_is_in_the_list(self, name: str) -> None:
        assert editable().lists[name].staying <= {term.value for term in editable_lists()[name].terms}

    def test_no_list_of_the_routing_table_may_be_changed(self) -> None:
        routes = tomllib.loads(resources.text("routing/forms.toml"))
        for form, route in routes.items():
            asked = [route.get("decided_by"), *route.get("child", ()), *route.get("described_by", ())]
            for name in filter(None, asked):
                assert shipped_meaning().forms[form].field(name).vocabulary not in editable().lists


class TestOverlay:
    @given(CHANGES)
    def test_never_drops_or_rewords_a_shipped_word(self, change: ListChange) -> None:
        shipped = editable_lists()["categories"].terms
        after = {term.value: term.label for term in reversed(overlaid(shipped, change))}
        assert {term.value: term.label for term in shipped}.items() <= after.items()

    @given(CHANGES)
    def test_always_offers_what_rules_go_by(self, change: ListChange) -> None:
        offered = {term.value for term in list_terms("categories", [change]) if not term.retired}
        assert editable().lists["categories"].staying <= offered

    def test_puts_an_own_word_before_those_that_close_the_list(self) -> None:
        values = [term.value for term in list_terms("categories", [add_word(NONE, "Pond left open")])]
        assert values[-3:] == ["own_1", "other", "not_sure"]

    def test_says_of_an_own_word_that_it_is_the_schools(self) -> None:
        (own,) = (term for term in list_terms("categories", [add_word(NONE, "Pond")]) if term.value == "own_1")
        assert own.clause == "school’s own"

    def test_reaches_every_form_with_that_list(self) -> None:
        forms = with_lists(shipped_meaning().forms, [add_word(NONE, "Pond left open")])
        for form in ("concern", "triage", "decision"):
            term = forms[form].field("categories").term("own_1")
            assert term is not None
            assert term.label == "Pond left open"

    def test_leaves_other_lists_alone(self) -> None:
        forms = with_lists(shipped_meaning().forms, [add_word(NONE, "Pond")])
        assert forms["concern"].field("everyday") == shipped_meaning().forms["concern"].field("everyday")

    def test_puts_a_reworded_word_in_the_place_and_on_the_clause_of_the_old_one(self) -> None:
        change = reword(NONE, "lift_or_visit", "Lift, taxi or home visit")
        terms = list_terms("categories", [change])
        at = next(place for place, term in enumerate(terms) if term.value == "lift_or_visit")
        old, new = terms[at : at + 2]
        assert (old.label, old.retired) == ("Lift or home visit outside policy", True)
        assert (new.value, new.label, new.retired) == ("own_1", "Lift, taxi or home visit", False)
        assert (new.group, new.clause) == (old.group, old.clause)
        assert refused(change) is None

    def test_puts_a_word_otherwise_as_often_as_is_wanted(self) -> None:
        change = reword(reword(NONE, "sarcasm", "Mockery"), "own_1", "Mocking a child")
        offered = {term.label for term in list_terms("categories", [change]) if not term.retired}
        assert "Mocking a child" in offered
        assert not {"Sarcasm", "Mockery"} & offered

    def test_of_what_was_offered_again_is_the_list_as_it_was(self) -> None:
        change = offer(retire(NONE, "shouting"), "shouting")
        assert list_terms("categories", [change]) == editable_lists()["categories"].terms


class TestRefused:
    def test_is_a_list_that_rules_read(self) -> None:
        assert refused(ListChange(vocabulary="limbs")) is DeskFault.NO_SUCH_LIST

    def test_is_a_list_changed_twice_at_once(self) -> None:
        assert refused(NONE, NONE) is DeskFault.NO_SUCH_LIST

    def test_is_a_word_that_is_not_there(self) -> None:
        assert refused(retire(NONE, "colour")) is DeskFault.NO_SUCH_LIST

    def test_is_to_put_otherwise_what_rules_go_by_or_what_is_not_there(self) -> None:
        assert refused(reword(NONE, "sexual_contact", "Other words")) is DeskFault.TERM_KEPT
        own = OwnTerm(value="own_1", label="Pond", instead_of="colour")
        assert refused(ListChange(vocabulary="categories", own=(own,))) is DeskFault.NO_SUCH_LIST

    def test_is_to_say_later_that_a_word_stands_for_another(self) -> None:
        now = with_change((), add_word(NONE, "Pond"))
        own = msgspec.structs.replace(now[0].own[0], instead_of="shouting")
        with pytest.raises(KnownError, match=str(DeskFault.WORD_STAYS)):
            check_nothing_gone(now, [msgspec.structs.replace(now[0], own=(own,))])

    def test_is_to_take_off_what_rules_go_by(self) -> None:
        assert refused(retire(NONE, "sexual_contact")) is DeskFault.TERM_KEPT

    @pytest.mark.parametrize("label", ["", "x" * (LONGEST + 1), "two\u202elines", "a {dsl}", "SHOUTING"])
    def test_is_a_word_that_is_no_plain_new_one(self, label: str) -> None:
        assert refused(add_word(NONE, label)) is DeskFault.WORD_REFUSED

    def test_is_an_own_word_under_a_shipped_value(self) -> None:
        change = ListChange(vocabulary="categories", own=(OwnTerm(value="other", label="Pond"),))
        assert refused(change) is DeskFault.WORD_REFUSED

    def test_is_one_change_too_many(self) -> None:
        change = NONE
        for number in range(MOST):
            change = add_word(change, f"Word {number}")
        assert refused(change) is None
        assert refused(add_word(change, "One more")) is DeskFault.LIST_FULL

    def test_is_to_take_an_own_word_away(self) -> None:
        now = with_change((), add_word(NONE, "Pond"))
        check_nothing_gone(now, with_change(now, retire(now[0], "own_1")))
        with pytest.raises(KnownError, match=str(DeskFault.WORD_STAYS)):
            check_nothing_gone(now, with_change(now, NONE))

    def test_is_to_reword_an_own_word(self) -> None:
        with pytest.raises(KnownError, match=str(DeskFault.WORD_STAYS)):
            check_nothing_gone([add_word(NONE, "Pond")], [add_word(NONE, "Lake")])

    @pytest.mark.parametrize("places", [("",), ("x" * (LONGEST + 1),), ("Hall", "HALL"), ("a\nb",)])
    def test_is_a_place_that_is_no_plain_new_one(self, places: tuple[str, ...]) -> None:
        with pytest.raises(KnownError, match=str(DeskFault.WORD_REFUSED)):
            check_places(places)

    def test_is_one_place_too_many(self) -> None:
        places = tuple(f"Room {number}" for number in range(editable().most_places + 1))
        check_places(places[1:])
        with pytest.raises(KnownError, match=str(DeskFault.LIST_FULL)):
            check_places(places)
