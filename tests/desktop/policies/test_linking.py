# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A school says which of its clauses is meant: two officers sign it, and nobody can link what nothing cites."""

import pytest

from desktop.changing.lists import lists_changed
from desktop.changing.telling import tell_change
from desktop.faults import DeskFault
from desktop.forms.lists import add_word, reword
from desktop.people import ClauseLink, ListChange, PolicyLine, Settings
from desktop.policies.citing import Because
from desktop.policies.linking import LINKS_MAX, check_links, citable, linked, linking, unlinked
from desktop.policies.wording import wording
from storage.errors import KnownError
from tests.desktop.changing.conftest import Office
from tests.desktop.policies.codes import change, code, publish

POLICIES = (PolicyLine(policy_id="code", title="Code", versions=("aa",)),)
LINK = ClauseLink(cites="5.5.4", policy="code", clause="x", label="9.2")


@pytest.mark.parametrize(
    "link",
    [
        ClauseLink(cites="99.9", policy="code", clause="x"),
        ClauseLink(cites="categories/no_such_word", policy="code", clause="x"),
        ClauseLink(cites="limbs/harm", policy="code", clause="x"),
        ClauseLink(cites="activities/swimming", policy="code", clause="x"),
        ClauseLink(cites="5.5.4", policy="other", clause="x"),
        ClauseLink(cites="5.5.4", policy="code"),
        ClauseLink(cites="5.5.4", clause="x"),
    ],
)
def test_what_cannot_be_linked_is_refused(link: ClauseLink) -> None:
    with pytest.raises(KnownError, match=str(DeskFault.NO_SUCH_POLICY)):
        check_links((link,), (), (), POLICIES)


@pytest.mark.parametrize("cites", ["5.5.4", "A1 6.2", "categories/shouting", "everyday/lift"])
def test_a_clause_of_the_model_and_a_word_of_a_list_can_be_linked(cites: str) -> None:
    check_links((ClauseLink(cites=cites, policy="code", clause="x"),), (), (), POLICIES)


def test_one_thing_has_one_link() -> None:
    with pytest.raises(KnownError, match=str(DeskFault.NO_SUCH_POLICY)):
        check_links((LINK, ClauseLink(cites="5.5.4")), (), (), POLICIES)
    assert linked(linked((), LINK), ClauseLink(cites="5.5.4")) == (ClauseLink(cites="5.5.4"),)


def test_a_link_to_a_policy_that_was_withdrawn_hinders_no_other() -> None:
    gone = ClauseLink(cites="5.7", policy="old", clause="x")
    check_links((gone, LINK), (gone,), (), POLICIES)


def test_there_are_only_so_many() -> None:
    links = tuple(ClauseLink(cites=str(each)) for each in range(LINKS_MAX + 1))
    with pytest.raises(KnownError, match=str(DeskFault.LIST_FULL)):
        check_links(links, (), (), POLICIES)


def test_undoing_a_link_leaves_the_others() -> None:
    other = ClauseLink(cites="5.7")
    assert unlinked((LINK, other), "5.5.4") == (other,)


def test_a_link_holds_once_two_have_signed_and_leads_to_the_schools_clause(office: Office) -> None:
    version = code()
    publish(office, version)
    dress = next(each for each in version.clauses if each.label == "5.7")
    link = ClauseLink(cites="everyday/touch", policy=version.policy_id, clause=dress.clause_id, label="5.7")
    machine = office.of(office.school.head).machine
    said = linking((link,))
    assert tell_change(said, machine.school, machine.state) == (
        "The word “Touch” rests on clause 5.7 of “Staff code of conduct”.",
    )
    change(office, said)
    session = office.of(office.school.dsl)
    cited = [each for each in citable(session.meaning.forms, ()) if each.key == "everyday/touch"]
    assert [each.shown.clause.label for each in wording(session.machine, cited).clauses] == ["5.7"]
    assert tell_change(linking(()), session.machine.school, session.machine.state) == (
        "The word “Touch” rests on what Candour’s model code says for it again.",
    )


def test_a_school_says_of_a_whole_clause_of_the_model_that_it_is_its_own(office: Office) -> None:
    publish(office, code())
    machine = office.of(office.school.head).machine
    said = linking((ClauseLink(cites="5.1.3"),))
    assert tell_change(said, machine.school, machine.state) == (
        "What cites 5.1.3 of the model code is the school’s own and rests on no clause.",
    )
    change(office, said)
    session = office.of(office.school.dsl)
    cited = [each for each in citable(session.meaning.forms, ()) if each.key == "everyday/touch"]
    assert wording(session.machine, cited).without[0].because is Because.OWN


def test_a_link_to_nowhere_cannot_even_be_proposed(office: Office) -> None:
    publish(office, code())
    with pytest.raises(KnownError, match=str(DeskFault.NO_SUCH_POLICY)):
        change(office, linking((ClauseLink(cites="99.9"),)))


def test_a_word_put_otherwise_rests_on_what_was_said_of_the_one_before(office: Office) -> None:
    version = code()
    publish(office, version)
    dress = next(each for each in version.clauses if each.label == "5.7")
    change(
        office,
        linking((ClauseLink(cites="everyday/lift", policy=version.policy_id, clause=dress.clause_id, label="5.7"),)),
    )
    settings = office.of(office.school.head).machine.school.settings
    change(office, lists_changed(settings, [reword(ListChange(vocabulary="everyday"), "lift", "A lift or a taxi")]))
    session = office.of(office.school.dsl)
    found = citable(session.meaning.forms, session.machine.school.settings.vocabularies)
    cited = [each for each in found if each.key == "everyday/own_1"]
    assert [each.shown.clause.label for each in wording(session.machine, cited).clauses] == ["5.7"]


def test_a_list_changed_otherwise_leaves_the_links_alone() -> None:
    settings = Settings(clause_links=(ClauseLink(cites="everyday/lift"),))
    said = lists_changed(settings, [add_word(ListChange(vocabulary="everyday"), "Gate left open")])
    assert list(said.set) == ["vocabularies"]


def test_everything_that_can_be_chosen_and_rests_on_a_clause_is_listed_once(office: Office) -> None:
    found = citable(office.of(office.school.head).meaning.forms, ())
    assert len(found) == len(set(found))
    assert {"categories/shouting", "everyday/touch", "permission_kinds/urgent_call"} <= {each.key for each in found}
