# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scenes that bring the staff side to a page in a state, by keys."""

from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from desktop.attaching.adding import read_attached
from desktop.cases.acting import act
from desktop.directory import profile_of
from desktop.faults import FaultWords
from storage.charter import PeopleData, RoleData
from tests.desktop.attaching.pictures import jpeg, office
from tests.ui.staff.clauses import CLAUSE_SCENES
from tests.ui.staff.coming_in import COMING_IN
from tests.ui.staff.declared import DECLARED
from tests.ui.staff.policies import POLICY_SCENES
from tests.ui.staff.questions import QUESTION_SCENES
from tests.ui.staff.stage import STORY, K, Stage
from tests.ui.walkers import accessible_name
from ui.forms.attach_block import AttachBlock
from ui.staff.form_desk import FormDesk
from ui.widgets.link_button import LinkButton

LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"
LONG_JOB = "and coordinator of everything that anybody could think of in every year group of the school"
RISK = "Is any child hurt, or at risk of being hurt, now?"


def start(stage: Stage) -> None:
    pass


def start_unreachable(stage: Stage) -> None:
    stage.school.exchange.rename(stage.school.home / "gone")
    stage.side.show_start()


def start_wrong_passphrase(stage: Stage) -> None:
    stage.tab_to("Your name")
    stage.type("bet")
    stage.press(K.Key_Return)
    stage.tab_to("Passphrase")
    stage.type("not the right one")
    words = FaultWords(happened="That passphrase doesn’t match.", record="", do="Check capitals, and try again.")
    stage.press(K.Key_Return)
    stage.side.show_sign_in_fault(words, 40)


def concern_who(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.type("ash")


def concern_who_head(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.type("helen")
    stage.press(K.Key_Return)


def concern_who_unlisted(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.type("zz")
    stage.press(K.Key_End, K.Key_Return)


def concern_who_skipped(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.choose("I’d rather not say who")


def concern_what(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.type("ash")
    stage.press(K.Key_Return, K.Key_Return)
    stage.tab_to("In your own words")
    for part in STORY.split("\n"):
        stage.put_in(part)
        stage.press(K.Key_Return)


def concern_what_files(stage: Stage) -> None:
    """Two files that are taken and one that is not, whatever it is called."""
    concern_what(stage)
    block = stage.side.findChildren(AttachBlock)[0]
    chosen = {
        "from the gate.jpg": jpeg(),
        f"how we left it when {LONG_NAME} came.docx": office("word/document.xml"),
        "holiday.jpg": b"MZ\x90\0",
    }
    with TemporaryDirectory() as folder:
        for name, data in chosen.items():
            (Path(folder) / name).write_bytes(data)
        block.add([str(Path(folder) / name) for name in chosen])
        stage.settle()
    stage.side.findChildren(FormDesk)[0].pane.ensureWidgetVisible(block)


def concern_check_files(stage: Stage) -> None:
    stage.at_check()
    desk = stage.side.findChildren(FormDesk)[0]
    desk.filling.files.append(read_attached("from the gate.jpg", jpeg()))
    desk.go_back()
    desk.go_on()
    stage.settle()


def concern_what_error(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.choose("Continue")
    stage.choose("Continue")


def concern_when(stage: Stage) -> None:
    concern_what(stage)
    stage.choose("Continue")


def concern_when_error(stage: Stage) -> None:
    concern_when(stage)
    stage.tab_to("What day did it happen?")
    stage.type("10 March 2027")
    stage.tab_to("About what time?")
    stage.type("A time")
    stage.press(K.Key_Tab)
    stage.type("3.70")
    stage.choose("Continue")


def concern_when_more(stage: Stage) -> None:
    concern_when(stage)
    stage.choose("More choices")
    stage.press(K.Key_B)


def concern_child(stage: Stage) -> None:
    concern_when(stage)
    stage.tab_to("What day did it happen?")
    stage.type("10 March")
    stage.choose("Continue")
    stage.tab_to("Was a child there or affected?")
    stage.press(K.Key_Y)
    stage.tab_to("Initials")
    stage.type("L.M.")


def emergency(stage: Stage) -> None:
    concern_child(stage)
    stage.tab_to(RISK)
    stage.press(K.Key_Y)
    stage.choose("Continue")


def emergency_nobody(stage: Stage) -> None:
    emergency(stage)
    stage.choose("I can’t reach anyone")


def concern_kind(stage: Stage) -> None:
    concern_child(stage)
    stage.tab_to(RISK)
    stage.press(K.Key_N)
    stage.choose("Continue")


def concern_name(stage: Stage) -> None:
    concern_kind(stage)
    stage.choose("Continue")
    stage.tab_to("Do you want to give your name?")
    stage.press(K.Key_G)


def concern_name_off(stage: Stage) -> None:
    concern_kind(stage)
    stage.choose("Continue")
    stage.tab_to("Do you want to give your name?")
    stage.press(K.Key_D)


def check(stage: Stage) -> None:
    concern_name(stage)
    stage.tab_to("Your name")
    stage.type("Beth Carver")
    stage.choose("Continue")


def sent(stage: Stage) -> None:
    check(stage)
    stage.choose("Lock and send")


def sent_for_good(stage: Stage) -> None:
    stage.at_check(name_choice="leave_off")
    stage.choose("Lock and send")


def come_back(stage: Stage) -> None:
    stage.choose("Come back to it")
    stage.put_in("antelope taco cart")
    stage.type("w")


def come_back_wrong(stage: Stage) -> None:
    for _ in range(6):
        stage.side._returning._tries.note_wrong()
    stage.choose("Come back to it")
    stage.side._returning._tries._until = 0
    stage.put_in("antelope taco cartwheel spinach wreath")
    stage.choose("Come back to it")


def filed_without_name(stage: Stage, *asked: str) -> str:
    """A report without a name, whose readers have asked these things. Returns its phrase."""
    values = {"about": stage.school.teacher.person_id, "what_happened": STORY, "risk_now": "no"}
    filed = stage.do(lambda: stage.candour.file_walk_up("concern", {**values, "name_choice": "leave_off"}))

    def ask() -> None:
        session = stage.school.sign_in(stage.candour, stage.school.dsl)
        session.sync()
        for words in asked:
            act(session, filed.case_id, "question", {"text": words})
        session.close()

    if asked:
        stage.do(ask)
    return filed.phrase or ""


def returned_nothing(stage: Stage) -> None:
    phrase = filed_without_name(stage)
    stage.choose("Come back to it")
    stage.put_in(phrase)
    stage.press(K.Key_Return)
    stage.settle()


def returned_question(stage: Stage) -> None:
    phrase = filed_without_name(stage, "Thank you for telling us. Which gate was it, and was anyone else in the car?")
    stage.choose("Come back to it")
    stage.put_in(phrase.title().replace(" ", "-"))
    stage.press(K.Key_Return)
    stage.settle()


def returned_more(stage: Stage) -> None:
    returned_question(stage)
    stage.choose("Add something")
    stage.put_in("It was the side gate, by the bins. I don’t think anyone else was in the car.")


def returned_added(stage: Stage) -> None:
    returned_more(stage)
    stage.choose("Lock and send")


def sent_received(stage: Stage) -> None:
    sent(stage)
    session = stage.do(lambda: stage.school.sign_in(stage.candour, stage.school.dsl))
    stage.do(session.sync)
    stage.do(session.close)
    page = stage.side._pages[-1]
    page._ask()  # type: ignore[attr-defined] # the clock that asks is not waited for


def sent_waiting(stage: Stage) -> None:
    check(stage)
    stage.school.exchange.rename(stage.school.home / "gone")
    stage.choose("Lock and send")


def self_report(stage: Stage) -> None:
    stage.choose("Tell us about yourself")


def wrongdoing(stage: Stage) -> None:
    stage.choose("Tell us about yourself")
    stage.choose("I need to tell the school about something legal")


def redirect(stage: Stage) -> None:
    stage.choose("Share a concern about an adult")
    stage.choose("It’s about a child, not an adult at school")


def leaving(stage: Stage) -> None:
    concern_what(stage)
    stage.choose("Leave without sending")


def other_ways(stage: Stage) -> None:
    stage.choose("Other ways to raise a concern")


def who_tell(stage: Stage) -> None:
    stage.choose("Who do I tell?")
    for first in ("A child, not an adult at school", "A child is hurt, or could be soon"):
        stage.tab_to(first)
        stage.press(K.Key_Space, K.Key_Down)


def who_sees(stage: Stage) -> None:
    stage.choose("Who sees what")


def privacy(stage: Stage) -> None:
    stage.choose("Privacy notice")


def accessibility(stage: Stage) -> None:
    stage.choose("Accessibility")


def about(stage: Stage) -> None:
    stage.choose("About Candour")


def about_licence(stage: Stage) -> None:
    about(stage)
    stage.choose("Lucide icons: ISC License")


def home_empty(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)


def home_sent(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    stage.at_check()
    stage.choose("Lock and send")
    stage.choose("Finish and clear this screen")


def home_unheard(stage: Stage) -> None:
    home_sent(stage)
    stage.hands.forward(hours=30)
    stage.side.show_home(stage.sessions[-1])


def sent_details(stage: Stage) -> None:
    home_sent(stage)
    (link,) = (each for each in stage.side.findChildren(LinkButton) if "Show details of" in accessible_name(each))
    stage.choose(accessible_name(link))


def own_name(stage: Stage) -> None:
    stage.sign_in(stage.school.ta)
    stage.choose("Share a concern about an adult")
    stage.tab_to("Name or job")
    stage.type("beth")
    stage.press(K.Key_Return)


def check_unnamed(stage: Stage) -> None:
    stage.at_check(name_choice="leave_off")


def check_changed(stage: Stage) -> None:
    role = RoleData(role="deputy_dsl", person=stage.school.supply.person_id)
    stage.publish("role", role, "head", "chair")
    stage.side.show_start()
    stage.settle()
    stage.at_check()


def with_long_names(stage: Stage) -> None:
    """Give everybody a name and a job that fit nowhere."""
    people = stage.candour.school.people.values()
    long = [replace(person, name=f"{person.name} {LONG_NAME}", job=f"{person.job} {LONG_JOB}") for person in people]
    stage.publish("people", PeopleData(set=tuple(profile_of(person) for person in long)), "head", "dsl")
    stage.side.show_start()
    stage.settle()


def long_returned(stage: Stage) -> None:
    phrase = filed_without_name(stage, "Which gate was it?")
    with_long_names(stage)
    stage.choose("Come back to it")
    stage.put_in(phrase)
    stage.press(K.Key_Return)


def long_more(stage: Stage) -> None:
    long_returned(stage)
    stage.choose("Add something")


def long_start(stage: Stage) -> None:
    with_long_names(stage)


def long_who(stage: Stage) -> None:
    with_long_names(stage)
    concern_who(stage)


def long_head(stage: Stage) -> None:
    with_long_names(stage)
    concern_who_head(stage)


def long_check(stage: Stage) -> None:
    with_long_names(stage)
    stage.at_check()


def long_sent(stage: Stage) -> None:
    with_long_names(stage)
    stage.at_check(name_choice="give", your_name=LONG_NAME)
    stage.choose("Lock and send")


def long_who_sees(stage: Stage) -> None:
    with_long_names(stage)
    stage.choose("Who sees what")


def sign_in_later(stage: Stage) -> None:
    concern_what(stage)
    stage.choose("Sign in and finish later")


SCENES = (
    start,
    start_unreachable,
    start_wrong_passphrase,
    concern_who,
    concern_who_head,
    concern_who_unlisted,
    concern_who_skipped,
    concern_what,
    concern_what_files,
    concern_check_files,
    concern_what_error,
    concern_when,
    concern_when_error,
    concern_when_more,
    concern_child,
    emergency,
    emergency_nobody,
    concern_kind,
    concern_name,
    concern_name_off,
    check,
    sent,
    sent_for_good,
    come_back,
    come_back_wrong,
    returned_nothing,
    returned_question,
    returned_more,
    returned_added,
    sent_received,
    sent_waiting,
    self_report,
    wrongdoing,
    redirect,
    leaving,
    sign_in_later,
    other_ways,
    who_tell,
    who_sees,
    privacy,
    accessibility,
    about,
    about_licence,
    home_empty,
    home_sent,
    home_unheard,
    sent_details,
    own_name,
    check_unnamed,
    check_changed,
    long_start,
    long_returned,
    long_more,
    long_who,
    long_head,
    long_check,
    long_sent,
    long_who_sees,
    *DECLARED,
    *COMING_IN,
    *POLICY_SCENES,
    *QUESTION_SCENES,
    *CLAUSE_SCENES,
)
