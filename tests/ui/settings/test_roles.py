# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, roles and routing: a change is proposed, shown with what it does, signed or turned down by keyboard."""

from desktop.people import Role
from tests.school import NOW, Member, SmallSchool
from tests.ui.settings.conftest import Opened
from tests.ui.settings.stage import Stage
from tests.ui.walkers import assert_accessible, clipped_labels
from ui.settings.roles_page import RolesPage
from ui.tour.hands import Key

TODAY = NOW.date()


def propose(stage: Stage, member: Member, role: Role, way: str = "Comes into it") -> None:
    page = stage.side.page
    assert isinstance(page, RolesPage)
    stage.fill("Person", member.name)
    stage.hands.press(Key.Key_Down, Key.Key_Return)
    page.role._roles.set_value(role.value)
    page.role._way.set_value("goes" if way == "Leaves it" else "comes")
    stage.choose("Propose")


def holders(stage: Stage, role: Role) -> tuple[str, ...]:
    return stage.candour.school.holders(role, TODAY)


def test_somebody_without_an_office_sees_who_reads_and_changes_nothing(
    settings: Opened, small_school: SmallSchool
) -> None:
    stage = settings(small_school.ta, "roles")
    assert not stage.hands.sees("Change a role")


def test_what_is_missing_is_said_at_its_field(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "roles")
    stage.choose("Propose")
    assert stage.hands.sees("Choose somebody from the list.")
    assert stage.hands.sees("Choose a role.")


def test_a_role_ends_when_the_second_officer_signs_here(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "roles")
    propose(stage, small_school.dsl, Role.DSL, "Leaves it")
    assert stage.hands.sees("Priya Nair is no longer designated safeguarding lead.")
    stage.confirm(small_school.head)
    assert stage.hands.sees("Martin Oyelaran also signs it.")
    assert holders(stage, Role.DSL) == (small_school.dsl.person_id,)
    assert stage.hands.sees("Priya Nair will no longer be able to open it.")
    stage.choose("Martin Oyelaran signs here")
    stage.fill("Passphrase", small_school.chair.passphrase)
    stage.choose("Confirm")
    assert holders(stage, Role.DSL) == ()
    assert stage.hands.sees("Saved")


def test_the_wrong_passphrase_of_the_second_signs_nothing(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "roles")
    propose(stage, small_school.dsl, Role.DSL, "Leaves it")
    stage.confirm(small_school.head)
    stage.choose("Martin Oyelaran signs here")
    stage.fill("Passphrase", small_school.head.passphrase)
    stage.choose("Confirm")
    assert stage.hands.sees("That passphrase doesn’t match.")
    assert holders(stage, Role.DSL) == (small_school.dsl.person_id,)


def test_the_other_officer_finds_it_and_signs(settings: Opened, small_school: SmallSchool) -> None:
    propose_and_confirm(settings, small_school)
    stage = settings(small_school.chair, "roles")
    sync(stage)
    assert stage.hands.sees("Waiting for you")
    stage.choose("Sign it")
    stage.confirm(small_school.chair)
    assert holders(stage, Role.DSL) == ()


def test_it_is_turned_down_with_a_reason(settings: Opened, small_school: SmallSchool) -> None:
    propose_and_confirm(settings, small_school)
    stage = settings(small_school.chair, "roles")
    sync(stage)
    stage.fill("Reason, for those who asked", "Not before Easter.")
    stage.choose("Turn it down")
    assert stage.hands.sees("Martin Oyelaran turned it down: Not before Easter.")
    assert holders(stage, Role.DSL) == (small_school.dsl.person_id,)


def test_whoever_proposed_takes_it_back(settings: Opened, small_school: SmallSchool) -> None:
    stage = propose_and_confirm(settings, small_school)
    stage.choose("Take it back")
    assert stage.hands.sees("Helen Marsh turned it down.")


def test_a_reader_stands_aside_at_once(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.deputy, "roles")
    stage.fill("Reads nothing about", "Tom Ashby")
    stage.hands.press(Key.Key_Down, Key.Key_Return)
    stage.choose("Save")
    stage.confirm(small_school.deputy)
    (pair,) = stage.candour.school.conflicts
    assert (pair.reader, pair.about) == (small_school.deputy.person_id, small_school.teacher.person_id)
    assert stage.hands.sees("Rhiannon Pryce does not read anything about Tom Ashby.")


def test_a_card_is_named_and_clips_nothing(settings: Opened, small_school: SmallSchool) -> None:
    stage = propose_and_confirm(settings, small_school, 911, 512)
    assert_accessible(stage.side)
    assert clipped_labels(stage.side) == []


def propose_and_confirm(settings: Opened, small_school: SmallSchool, width: int = 1366, height: int = 688) -> Stage:
    stage = settings(small_school.head, "roles", width, height)
    propose(stage, small_school.dsl, Role.DSL, "Leaves it")
    stage.confirm(small_school.head)
    return stage


def sync(stage: Stage) -> None:
    stage.tasks.run(stage.side, stage.session.sync, lambda _done: None, stage.bugs.append)
    stage.settle()
    stage.go("roles")


def test_names_on_the_forms_are_settled_by_two(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.head, "roles")
    stage.choose("Show readers’ names to staff on every form")
    stage.choose("Propose this change")
    assert stage.hands.sees("The setting “readers named” becomes: no.")
    stage.confirm(small_school.head)
    stage.choose("Martin Oyelaran signs here")
    stage.fill("Passphrase", small_school.chair.passphrase)
    stage.choose("Confirm")
    assert stage.candour.school.settings.readers_named is False


def test_who_can_open_what_is_shown_as_lines_and_as_a_table(settings: Opened, small_school: SmallSchool) -> None:
    stage = settings(small_school.ta, "roles")
    page = stage.side.page
    assert isinstance(page, RolesPage)
    assert page._routes._map is not None
    lines = page._routes._map.accessibleDescription()
    assert "Helen Marsh (headteacher): Martin Oyelaran." in lines
    stage.choose("Show as a table")
    assert (page._routes._map.isVisible(), page._routes._table.isVisible()) == (False, True)
