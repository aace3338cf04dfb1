# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scenes in which somebody declares something, by keys: each goes on where the one before it ends."""

from functools import partial

from desktop.forms.flow import CHECK, change
from tests.ui.staff.stage import K, Stage


def gift_what(stage: Stage) -> None:
    stage.choose("Declare a gift or hospitality")
    stage.tab_to("Which way did it go?")
    stage.press(K.Key_Space)
    stage.tab_to("What kind of thing was it?")
    stage.press(K.Key_Space)
    stage.tab_to("Describe it")
    stage.type("A watch from a leaver’s family.")
    stage.tab_to("Roughly what was it worth?")
    stage.type("60")


def gift_who(stage: Stage) -> None:
    gift_what(stage)
    stage.choose("Continue")
    stage.tab_to("Who are they?")
    stage.press(K.Key_Space)
    stage.tab_to("Their name")
    stage.type("Mrs Jones")


def gift_did(stage: Stage) -> None:
    gift_who(stage)
    stage.choose("Continue")
    stage.tab_to("What did you do with it?")
    stage.press(K.Key_Space, K.Key_Down, K.Key_Down)
    stage.tab_to("Has anyone at school said yes to this?")
    stage.press(K.Key_Space, K.Key_Right)


def gift_named(stage: Stage) -> None:
    gift_did(stage)
    stage.choose("Continue")
    stage.tab_to("Your name")
    stage.type("Jo Hall")
    stage.tab_to("Your job")
    stage.type("Coach")


def gift_check(stage: Stage) -> None:
    gift_named(stage)
    stage.choose("Continue")


def gift_sent(stage: Stage) -> None:
    gift_check(stage)
    stage.choose("Lock and send")


def gift_for_pupil(stage: Stage) -> None:
    stage.choose("Declare a gift or hospitality")
    stage.tab_to("Which way did it go?")
    stage.press(K.Key_Space, K.Key_Down, K.Key_Down)
    stage.tab_to("Describe it")
    stage.type("A book.")
    stage.choose("Continue")


def more_than_a_gift(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    pupil = {"direction": "given_to_pupil", "what_happened": "A book about sharks.", "also_concern": "yes"}
    stage.side.forms.start("gift", {**pupil, "pupil": [{"initials": "J.P.", "year": "3"}]})
    desk = stage.side._stack.desk
    assert desk is not None
    desk._show(change(CHECK))
    stage.choose("Lock and send")


def something_more(stage: Stage) -> None:
    stage.choose("Something else: lost data, other work, or something legal")


def tie_kind(stage: Stage) -> None:
    stage.choose("Declare a relationship")
    stage.tab_to("What kind of link is it?")
    stage.press(K.Key_Space, K.Key_Down, K.Key_Down)


def tie_who(stage: Stage) -> None:
    tie_kind(stage)
    stage.choose("Continue")
    stage.tab_to("Name or job")
    stage.type("ash")
    stage.press(K.Key_Return)


def tie_work(stage: Stage) -> None:
    tie_who(stage)
    stage.choose("Continue")


def tie_with_pupil(stage: Stage) -> None:
    stage.choose("Declare a relationship")
    stage.tab_to("What kind of link is it?")
    stage.press(K.Key_Space, K.Key_Down, K.Key_Down, K.Key_Down)
    stage.choose("Continue")


def other_work_hours(stage: Stage) -> None:
    something_more(stage)
    stage.choose("Ask to do other work")
    stage.tab_to("Who is it for?")
    stage.type("A swimming club")
    stage.tab_to("What would you do?")
    stage.type("I’d teach on Saturdays.")
    stage.choose("Continue")
    stage.tab_to("How many hours a week do all your jobs come to?")
    stage.press(K.Key_Space, K.Key_Down, K.Key_Down)


def childcare_rules(stage: Stage) -> None:
    something_more(stage)
    stage.choose("Tell us something under the childcare rules")


def breach_what(stage: Stage) -> None:
    something_more(stage)
    stage.choose("Report lost or leaked data")
    stage.tab_to("What kind of thing was it?")
    stage.press(K.Key_Space)


def home_ties(stage: Stage) -> None:
    session = stage.sign_in(stage.school.ta)
    for tie in ("friend", "partner"):
        other = [{"person": stage.school.teacher.person_id}]
        stage.do(partial(session.file, "relationship", {"tie": tie, "state": "current", "other_party": other}))
    stage.hands.forward(days=190)
    stage.side.show_home(session)


DECLARED = (
    gift_what,
    gift_who,
    gift_did,
    gift_named,
    gift_check,
    gift_sent,
    gift_for_pupil,
    more_than_a_gift,
    something_more,
    tie_kind,
    tie_who,
    tie_work,
    tie_with_pupil,
    other_work_hours,
    childcare_rules,
    breach_what,
    home_ties,
)
