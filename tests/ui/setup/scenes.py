# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scenes of a computer without a school: joining one, and every step of setting one up, by keys."""

from tests.ui.setup.first_steps import PHRASES, FirstSteps
from ui.tour.hands import Key

UNCLEAR = "Name,Job title\nAnn Lee,Clerk\nAnn Lee,Clerk\n,Cook\n"


def welcome(steps: FirstSteps) -> None:
    pass


def join(steps: FirstSteps) -> None:
    steps.house.choose("Join my school")


def join_missing(steps: FirstSteps) -> None:
    join(steps)
    steps.house.choose("Find my school")


def join_wrong(steps: FirstSteps) -> None:
    join(steps)
    steps.house.fill("The folder", str(steps.house.school.exchange))
    steps.house.fill("The code", "AAAAA", Key.Key_Return)


def join_found(steps: FirstSteps) -> None:
    join(steps)
    steps.house.fill("The folder", str(steps.house.school.exchange))
    steps.house.fill("The code", steps.house.school.enrolment_code, Key.Key_Return)


def join_different(steps: FirstSteps) -> None:
    join_found(steps)
    steps.house.choose("It’s different")


def restore(steps: FirstSteps) -> None:
    steps.house.choose("Restore from backup")


def restore_missing(steps: FirstSteps) -> None:
    restore(steps)
    steps.house.choose("Open my records")


def school(steps: FirstSteps) -> None:
    steps.begin()


def school_missing(steps: FirstSteps) -> None:
    steps.begin()
    steps.go_on()


def people(steps: FirstSteps) -> None:
    steps.to_people()


def people_unclear(steps: FirstSteps) -> None:
    steps.to_people()
    steps.list_people(UNCLEAR)


def people_columns(steps: FirstSteps) -> None:
    steps.to_people()
    steps.list_people("Nr;Who;Does\n1;Sam Taylor;Cook\n")
    steps.house.choose("Read it this way")


def people_listed(steps: FirstSteps) -> None:
    steps.to_people()
    steps.list_people()


def readers(steps: FirstSteps) -> None:
    steps.to_readers()


def readers_table(steps: FirstSteps) -> None:
    steps.to_readers()
    steps.house.choose("Show as a table")


def readers_change(steps: FirstSteps) -> None:
    steps.to_readers()
    steps.house.choose("Change the Safeguarding lead (DSL), now Priya Nair")


def policies(steps: FirstSteps) -> None:
    steps.to_readers()
    steps.go_on()


def policies_wrong(steps: FirstSteps) -> None:
    policies(steps)
    steps.house.fill("From which worth on does somebody decide about a gift?", "tenner")
    steps.go_on()


def folder(steps: FirstSteps) -> None:
    steps.to_folder()


def folder_missing(steps: FirstSteps) -> None:
    steps.to_folder()
    steps.go_on()


def folder_wrong(steps: FirstSteps) -> None:
    steps.to_folder()
    steps.house.hands.reach("Only this computer")
    steps.house.hands.press(Key.Key_Down)
    steps.house.fill("The folder", "/nowhere", Key.Key_Return)


def keys(steps: FirstSteps) -> None:
    steps.to_keys()


def keys_passphrase(steps: FirstSteps) -> None:
    steps.to_keys()
    steps.house.choose("Priya Nair chooses now")
    steps.type_passphrase("short")


def keys_nobody(steps: FirstSteps) -> None:
    steps.to_keys()
    steps.house.choose("Make the school")


def done(steps: FirstSteps) -> None:
    steps.found()


def done_kit(steps: FirstSteps) -> None:
    steps.found()
    steps.house.choose("Helen Marsh makes theirs now")
    steps.house.fill("Passphrase of Helen Marsh", PHRASES["Helen Marsh"], Key.Key_Return)


def stop(steps: FirstSteps) -> None:
    steps.to_people()
    steps.house.choose("Stop setting up")


FIRST_RUN = (
    welcome,
    join,
    join_missing,
    join_wrong,
    join_found,
    join_different,
    restore,
    restore_missing,
    school,
    school_missing,
    people,
    people_unclear,
    people_columns,
    people_listed,
    readers,
    readers_table,
    readers_change,
    policies,
    policies_wrong,
    folder,
    folder_missing,
    folder_wrong,
    keys,
    keys_passphrase,
    keys_nobody,
    done,
    done_kit,
    stop,
)
