# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A school is set up in the window, by keyboard, from nothing to a first sign-in."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize

from desktop.people import Role
from desktop.phrases import fingerprint
from desktop.recovery import CHECKED_GROUPS, kit_state
from tests.ui.printing.printers import printer_into
from tests.ui.settings.test_recovery import printed
from tests.ui.setup.first_steps import PHRASES, STAFF, FirstSteps
from tests.ui.shell.conftest import START
from tests.ui.walkers import assert_accessible, clipped_labels, out_of_order
from ui.settings.kit_page import KitPage
from ui.setup.done_page import DonePage
from ui.setup.wizard import Wizard
from ui.tour.hands import Key


def wizard(steps: FirstSteps) -> Wizard:
    found = steps.house.window.findChild(Wizard)
    assert found is not None
    return found


def files_of(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*")] if folder.exists() else []


def test_a_school_is_set_up_and_somebody_signs_in(steps: FirstSteps) -> None:
    steps.found()
    steps.house.sees(fingerprint(steps.candour.school.school_id))
    steps.start()
    steps.house.sees(START)
    steps.house.fill("Your name", "Helen Marsh", Key.Key_Return)
    steps.house.fill("Passphrase", PHRASES["Helen Marsh"], Key.Key_Return)
    steps.house.settle()
    steps.house.sees("Inbox")


def test_the_school_is_as_it_was_drafted(steps: FirstSteps) -> None:
    steps.found()
    school, today = steps.candour.school, steps.candour.machine.today()
    held = {role: [school.people[each].name for each in school.holders(role, today)] for role in Role}
    assert school.name == "Marsh Lane School"
    assert {role: names for role, names in held.items() if names} == {
        Role.DSL: ["Priya Nair"],
        Role.HEAD: ["Helen Marsh"],
        Role.CHAIR: ["Martin Oyelaran"],
    }
    assert len(school.people) == 5


def test_nothing_is_written_before_the_end(steps: FirstSteps) -> None:
    steps.to_keys()
    steps.all_choose()
    assert files_of(steps.candour.machine.home.root) == []


def test_without_a_name_the_first_step_says_so_and_stays(steps: FirstSteps) -> None:
    steps.begin()
    steps.go_on()
    steps.house.sees("Write the school’s name")
    steps.house.sees("Your school")


def test_what_was_typed_is_there_again_after_going_back(steps: FirstSteps) -> None:
    steps.to_readers()
    steps.house.choose("Back")
    steps.house.sees("On the list: 5 people")
    steps.house.choose("Back")
    steps.house.until(lambda: steps.house.hands.finds("What is your school called?"))
    assert wizard(steps)._now.take(wizard(steps)._draft).name == "Marsh Lane School"


def test_rows_that_cannot_be_told_apart_are_shown_and_nobody_is_listed_until_somebody_says_so(
    steps: FirstSteps,
) -> None:
    steps.to_people()
    steps.list_people(f"{STAFF}Tom Ashby,Teacher,,\n")
    steps.house.sees("Row 7: row 6 is about the same person")
    steps.house.sees("Nobody is on the list yet.")
    steps.house.choose("Take in the others (4), without these rows")
    steps.house.sees("On the list: 4 people")


def test_a_list_without_headings_is_refused_in_words_and_stays_in_the_field(steps: FirstSteps) -> None:
    steps.to_people()
    steps.list_people("Tom Ashby;Teacher\n")
    steps.house.sees("Nobody is on the list yet.")
    assert "Tom Ashby" in steps.house.window.findChild(Wizard)._now._paste.value()  # type: ignore[union-attr]


def test_columns_are_chosen_by_hand_where_no_heading_is_known(steps: FirstSteps) -> None:
    steps.to_people()
    steps.list_people("Nr;Who;Does\n1;Sam Taylor;Cook\n")
    steps.house.sees("Which column is which?")
    steps.house.choose("Read it this way")
    steps.house.sees("Choose the column with whole names, or both forename and surname")
    steps.house.hands.press(Key.Key_Down, Key.Key_Down)  # the keyboard is where whole names are asked for
    steps.house.choose("Read it this way")
    steps.house.sees("On the list: 1 person")
    assert [person.name for person in wizard(steps)._now.take(wizard(steps)._draft).people] == ["Sam Taylor"]


def test_a_list_can_come_from_a_file(steps: FirstSteps, tmp_path: Path) -> None:
    steps.to_people()
    file = tmp_path / "staff.csv"
    file.write_text(STAFF, encoding="utf-8")
    page = wizard(steps)._now
    page.read_file(str(file))  # type: ignore[attr-defined] # the system's own window asks for it
    steps.house.sees("We found 5 people.")


def test_somebody_is_added_and_taken_off_the_list_by_keyboard(steps: FirstSteps) -> None:
    steps.to_people()
    steps.house.fill("Name", "Ann Lee")
    steps.house.fill("Job", "Clerk", Key.Key_Return)
    steps.house.sees("On the list: 1 person")
    steps.house.hands.reach("People on the list")
    steps.house.hands.press(Key.Key_Down)
    steps.house.choose("Take Ann Lee off the list")
    steps.house.sees("Nobody is on the list yet.")


def test_the_only_reader_about_the_head_is_told_and_the_vice_chair_is_added_with_one_key(steps: FirstSteps) -> None:
    steps.to_readers()
    steps.house.sees("Only Martin Oyelaran can open a report about the headteacher.")
    steps.house.choose("Add Ruth Adeyemi")
    assert not steps.house.hands.sees("Only Martin Oyelaran can open a report about the headteacher.")


def test_who_sees_what_can_be_read_as_a_table(steps: FirstSteps) -> None:
    steps.to_readers()
    steps.house.choose("Show as a table")
    steps.house.until(lambda: steps.house.hands.finds("Who sees what"))
    steps.house.choose("Show as lines")
    assert not steps.house.hands.finds("Who sees what")


def test_somebody_else_is_given_a_role_by_keyboard(steps: FirstSteps) -> None:
    steps.to_readers()
    steps.house.choose("Change the Safeguarding lead (DSL), now Priya Nair")
    steps.house.fill("Person", "Tom", Key.Key_Return)
    steps.house.choose("Give them this role")
    steps.house.until(lambda: steps.house.hands.finds("Change the Safeguarding lead (DSL), now Tom Ashby"))


def test_escape_leaves_a_role_as_it_is(steps: FirstSteps) -> None:
    steps.to_readers()
    steps.house.choose("Change the Safeguarding lead (DSL), now Priya Nair")
    steps.house.fill("Person", "Tom", Key.Key_Return)
    steps.house.hands.press(Key.Key_Escape)
    steps.house.until(lambda: steps.house.hands.finds("Change the Safeguarding lead (DSL), now Priya Nair"))


def test_readers_are_named_on_the_forms_unless_the_school_says_otherwise(steps: FirstSteps) -> None:
    steps.to_readers()
    steps.house.choose("Show these names to staff on every form")
    steps.house.choose("Add Ruth Adeyemi")
    steps.go_on()
    assert wizard(steps)._draft.settings.readers_named is False


def test_a_gift_limit_is_taken_in_pounds(steps: FirstSteps) -> None:
    policies(steps, "12.50")
    assert wizard(steps)._draft.settings.head_permission_from == 1250


def test_a_gift_limit_that_is_no_amount_is_said_once_and_stays_typed(steps: FirstSteps) -> None:
    policies(steps, "a tenner")
    steps.house.sees("Write the gift limit as an amount like 25 or 12.50, or 0")
    steps.house.choose("Back")
    steps.go_on()
    page = wizard(steps)._now
    assert page._limit.value() == "a tenner"  # type: ignore[attr-defined] # the page of step 4


def policies(steps: FirstSteps, limit: str) -> None:
    steps.to_readers()
    steps.go_on()
    steps.house.hands.reach("From which worth on does somebody decide about a gift?")
    steps.house.hands.type(limit)
    steps.go_on()


def test_a_folder_has_to_be_tested_before_it_counts(steps: FirstSteps, tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    steps.to_folder()
    steps.house.hands.reach("Only this computer")
    steps.house.hands.press(Key.Key_Down)
    steps.house.fill("The folder", str(tmp_path / "share"))
    steps.go_on()
    steps.house.sees("Choose where Candour is used, and test the folder")
    steps.house.choose("Test this folder")
    steps.house.sees("Candour wrote, read and removed a test file.")
    steps.go_on()
    steps.house.sees("Passphrases and the paper key")


def test_a_file_instead_of_a_folder_is_told(steps: FirstSteps, tmp_path: Path) -> None:
    (tmp_path / "share.txt").touch()
    steps.to_folder()
    steps.house.hands.reach("Only this computer")
    steps.house.hands.press(Key.Key_Down)
    steps.house.fill("The folder", str(tmp_path / "share.txt"), Key.Key_Return)
    steps.house.sees("That is a file, not a folder.")


@pytest.mark.parametrize(
    ("phrase", "again", "said"),
    [
        ("short", "", "Add another word"),
        ("Priya Nair Marsh Lane", "", "Leave out names"),
        ("password password password", "", "Add words that others would not think of."),
        ("wreath tutor buckle mosaic", "wreath tutor buckle", "The two are not the same."),
    ],
)
def test_a_passphrase_that_will_not_do_is_told_and_not_taken(
    steps: FirstSteps, phrase: str, again: str, said: str
) -> None:
    steps.to_keys()
    steps.house.choose("Priya Nair chooses now")
    steps.type_passphrase(phrase, again)
    steps.house.sees(said)
    assert wizard(steps)._keys.passphrases == {}


def test_the_school_is_not_made_while_a_report_could_reach_nobody(steps: FirstSteps) -> None:
    steps.to_keys()
    steps.choose_passphrase("Helen Marsh")
    steps.choose_passphrase("Priya Nair")
    steps.house.choose("Make the school")
    nobody = "A report about the headteacher could be opened by nobody yet: Martin Oyelaran has to choose a passphrase"
    steps.house.until(lambda: steps.house.hands.finds(nobody))
    assert not steps.candour.has_school


def test_stopping_asks_first_and_then_forgets_everything(steps: FirstSteps) -> None:
    steps.to_readers()
    steps.house.choose("Stop setting up")
    steps.house.choose("Clear it and stop")
    steps.house.sees("Welcome to Candour")
    steps.begin()
    assert not wizard(steps).has_words


def test_the_window_asks_before_it_closes_over_what_was_typed(steps: FirstSteps) -> None:
    steps.to_people()
    steps.house.window.close()
    steps.house.sees("Stop setting up, and lose what you’ve typed?")
    assert steps.house.window.isVisible()


def test_the_last_page_is_not_left_before_the_key_is_on_paper(steps: FirstSteps) -> None:
    steps.found()
    steps.house.fill("Type the last group to show you have it", "nope")
    steps.house.choose("Start using Candour")
    steps.house.sees("That is not the last group.")


def test_key_and_poster_are_saved_as_sheets_or_printed(steps: FirstSteps, tmp_path: Path) -> None:
    steps.found()
    page = steps.house.window.findChild(DonePage)
    assert page is not None
    page.key.save_to(str(tmp_path / "key.pdf"))
    page.poster.save_to(str(tmp_path / "poster.pdf"))
    steps.house.settle()
    page.key.print_on(printer_into(tmp_path / "paper.pdf"))
    steps.house.settle()
    steps.house.sees("Printed, one page.")
    assert [(tmp_path / name).read_bytes()[:5] for name in ("key.pdf", "poster.pdf")] == [b"%PDF-", b"%PDF-"]
    assert (tmp_path / "key.pdf").stat().st_mode & 0o077 == 0


def test_a_sheet_that_cannot_be_saved_is_told(steps: FirstSteps, tmp_path: Path) -> None:
    steps.found()
    page = steps.house.window.findChild(DonePage)
    assert page is not None
    page.poster.save_to(str(tmp_path / "nowhere" / "poster.pdf"))
    steps.house.settle()
    steps.house.sees("can’t be written there")


def test_a_recovery_kit_is_made_before_the_page_is_left(steps: FirstSteps, tmp_path: Path) -> None:
    steps.found()
    make_kit(steps, "Helen Marsh", tmp_path / "kit.pdf")
    steps.house.until(lambda: not steps.house.hands.finds("Helen Marsh makes theirs now"))
    steps.start()
    steps.house.sees(START)
    session = steps.candour.sign_in(steps.candour.person("Helen Marsh"), PHRASES["Helen Marsh"])
    assert kit_state(session) is not None
    session.close()


def test_a_wrong_passphrase_is_told_and_nothing_is_opened(steps: FirstSteps) -> None:
    steps.found()
    steps.house.choose("Priya Nair makes theirs now")
    steps.house.fill("Passphrase of Priya Nair", "wrong horse", Key.Key_Return)
    steps.house.settle()
    steps.house.until(lambda: steps.house.hands.finds("Passphrase of Priya Nair"))
    assert steps.house.window.findChildren(KitPage) == []


def test_whoever_was_signed_in_there_is_signed_out_when_the_page_is_left(steps: FirstSteps) -> None:
    steps.found()
    sit_down(steps, "Helen Marsh")
    steps.start()
    steps.house.sees(START)


def sit_down(steps: FirstSteps, name: str) -> KitPage:
    steps.house.choose(f"{name} makes theirs now")
    steps.house.fill(f"Passphrase of {name}", PHRASES[name], Key.Key_Return)
    steps.house.settle()
    (page,) = steps.house.window.findChildren(KitPage)
    return page


def make_kit(steps: FirstSteps, name: str, sheet: Path) -> None:
    sit_down(steps, name).save_to(str(sheet))
    steps.house.settle()
    groups = printed(sheet)
    for number in CHECKED_GROUPS:
        steps.house.fill(f"Group {number}", groups[number - 1])
    steps.house.fill("Your passphrase", PHRASES[name])
    steps.house.choose("Use this kit")
    steps.house.settle()


@pytest.mark.parametrize("size", [QSize(1366, 688), QSize(911, 432)])
def test_every_step_is_named_in_order_and_uncut(steps: FirstSteps, size: QSize) -> None:
    steps.house.window.resize(size)
    for reach in (lambda: None, steps.begin, steps.name_school, steps.list_people, steps.go_on, steps.go_on):
        reach()
        window = steps.house.window
        steps.house.theme.application.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        assert_accessible(window)
        assert clipped_labels(window) == []
    steps.house.window.resize(1366, 3000)
    steps.house.theme.application.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert out_of_order(steps.house.window) == []
