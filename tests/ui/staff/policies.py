# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scenes with policies: the list, a code of conduct to be read, one whose clauses have changed, the short version."""

from datetime import date

import msgspec

from desktop.people import ReadingLine
from desktop.policies.asking import asked_for
from desktop.policies.continuing import with_ids
from desktop.policies.draft import Draft
from desktop.policies.publishing import in_force, keep_version
from desktop.policies.taking_in import model_code
from desktop.policies.version import Version
from desktop.training.acting import answer_training, record_training
from desktop.training.records import Answer
from tests.ui.staff.stage import Stage

ASKED = "Keeping children safe in education, September 2026: please read Part one by 15 January 2027"
TO_READ = f"Say that you have read it: {ASKED}"
POLICIES = "Code of conduct and policies"
FIRST = (
    Draft("1", "Why we have a code", ("Children learn from the adults around them.",)),
    Draft("2", "Gifts", ("Declare every gift that is worth more than ten pounds.",)),
    Draft("3", "Dress", ("Dress for the task.",)),
)
SECOND = (FIRST[0], Draft("2", "Gifts", ("Declare every gift, whatever it is worth.",)), FIRST[2])


def version(drafts: tuple[Draft, ...], edition: str, before: Version | None = None) -> Version:
    """A version of the school's own code."""
    clauses = with_ids("code", drafts, before.clauses if before else ())
    short = tuple(msgspec.structs.replace(clause, short=clause.number == "1") for clause in clauses)
    return Version(
        policy_id="code",
        title="Staff code of conduct",
        edition=edition,
        approver="the governors",
        approved_on="2025-10-03",
        review_due="2025-11",
        companions=("Child protection policy", "Whistleblowing policy"),
        clauses=short,
    )


def put_in_force(stage: Stage, new: Version, by: date | None = date(2027, 1, 15)) -> None:
    """Publish a version, as two officers sign it."""
    machine = stage.candour.machine
    name = keep_version(machine.documents, new)
    stage.publish("settings", in_force(machine.school, new, name, by), "head", "chair")


def policies(stage: Stage) -> None:
    put_in_force(stage, version(FIRST, "October 2025"))
    stage.choose(POLICIES)


def policies_none(stage: Stage) -> None:
    stage.choose(POLICIES)


def policy_short(stage: Stage) -> None:
    policies(stage)
    stage.choose("Short version of Staff code of conduct")


def policy_model(stage: Stage) -> None:
    put_in_force(stage, model_code())
    stage.choose(POLICIES)
    stage.choose("Read Staff code of conduct")


def policy_to_confirm(stage: Stage) -> None:
    put_in_force(stage, version(FIRST, "October 2025"))
    stage.sign_in(stage.school.ta)
    stage.choose("Read it: Staff code of conduct: please confirm by 15 January 2027")


def policy_changed(stage: Stage) -> None:
    policy_to_confirm(stage)
    stage.choose("Confirm")
    put_in_force(stage, version(SECOND, "January 2026", version(FIRST, "October 2025")))
    stage.side.show_home(stage.sessions[-1])
    stage.settle()
    stage.choose("Read it: Staff code of conduct: one clause has changed. Please confirm by 15 January 2027")


def ask_for(stage: Stage, edition: str) -> None:
    """Ask for an edition of guidance, as two officers sign it."""
    line = ReadingLine(item_id="guidance:kcsie", title="", edition=edition, confirm_by=date(2027, 1, 15))
    stage.publish("settings", asked_for(stage.candour.school, line), "head", "chair")


def guidance_to_confirm(stage: Stage) -> None:
    ask_for(stage, "September 2026")
    stage.sign_in(stage.school.ta)
    stage.choose(TO_READ)


def guidance_again(stage: Stage) -> None:
    guidance_to_confirm(stage)
    stage.choose("Confirm")
    ask_for(stage, "September 2027")
    stage.side.show_home(stage.sessions[-1])
    stage.settle()


def guidance_listed(stage: Stage) -> None:
    put_in_force(stage, version(FIRST, "October 2025"))
    guidance_to_confirm(stage)
    stage.choose("Confirm")
    stage.choose(POLICIES)


def training_due(stage: Stage) -> None:
    """Something was to be done again, and what they recorded of themselves was turned down."""
    stage.sign_in(stage.school.ta)
    stage.do(lambda: _train(stage))
    stage.side.show_home(stage.sessions[-1])
    stage.settle()


def _train(stage: Stage) -> None:
    ta, head = stage.school.ta, stage.school.sign_in(stage.candour, stage.school.head)
    said = {"person": ta.person_id, "course": "safeguarding", "on": "2024-02-29", "refresh": "usual"}
    record_training(head, said)
    own = record_training(stage.sessions[-1], {**said, "course": "prevent", "on": "2026-01-05"})
    head.sync()
    answer_training(head, own.entry.eid, Answer.TURNED_DOWN, "That was the meeting before it.")
    head.close()
    stage.sessions[-1].sync()


def own_training(stage: Stage) -> None:
    training_due(stage)
    stage.choose(POLICIES)
    stage.choose("Your training")


POLICY_SCENES = (
    training_due,
    own_training,
    guidance_to_confirm,
    guidance_again,
    guidance_listed,
    policies,
    policies_none,
    policy_short,
    policy_model,
    policy_to_confirm,
    policy_changed,
)
