# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The journey of one concern: reported, prepared, decided, followed up; and not there for the person concerned.

It goes by the words on the screen, in the language of the source: where those change, it says what it no longer finds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ui.review.more_menu import Doing
from ui.tour.hands import Hands, Key
from ui.tour.walk import Step

Steps = Iterator[Step]
REFERENCE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}(-[0-9A-Z]{4})*")
_FIRST_PAGE = "What would you like to tell us?"
_LIMBS = "Has .*, or might they have: "
STORY = (
    "I was locking the side gate after choir. {concerned} told a Year 4 boy (initials L.M.) to hop in and drove off "
    "with him. Nobody else was in the car.\nL. said next day it was because his mum’s bus was late."
)
NOTE = "Rang the reporter: nothing to add. No child has said anything."
WHY = "It breaks the code once, nobody was hurt, and the lift was given openly, in front of a colleague."
LEARNT = "Everybody needs the number of the taxi firm that the school uses."


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody in the journey, with what opens their vault."""

    name: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays what."""

    reporter: Player
    concerned: Player
    lead: Player
    head: Player


class Journey:
    """The journey as steps, for a Walk. `pdfs` is the folder for what is saved on the way."""

    def __init__(self, hands: Hands, cast: Cast, pdfs: Path) -> None:
        self._hands = hands
        self._cast = cast
        self._pdfs = pdfs
        self.reference = ""

    def pdf(self, player: Player) -> Path:
        """Where the case file goes that somebody saves."""
        return self._pdfs / f"CF-{self.reference} {player.name}.pdf"

    def steps(self) -> Steps:
        """Everything, from the first page to the last."""
        yield self._see("Start", _FIRST_PAGE)
        yield from self.report()
        yield from self.change_hands(self._cast.reporter)
        yield from self.prepare()
        yield from self.change_hands(self._cast.lead)
        yield from self.decide()
        yield from self.change_hands(self._cast.head)
        yield from self.find_nothing(self._cast.concerned, "The person concerned sees nothing of it")

    # The parts

    def report(self) -> Steps:
        """The reporter signs in and files a concern."""
        yield from self.sign_in(self._cast.reporter)
        yield self._see("The teaching assistant has signed in", "Tell us something")
        yield from self._answer_questions()
        yield from self._send()
        yield from self._choose("Finish and clear this screen")
        yield self._see("The teaching assistant finds it again", self.reference)

    def report_without_a_name(self) -> Steps:
        """Somebody without an account files a concern, and gives no name."""
        yield from self._answer_questions("d")
        yield from self._send()
        yield self._see("A return phrase", "Your return phrase")
        yield from self._choose("Finish and clear this screen")
        yield self._see("Nothing is left on the screen", _FIRST_PAGE, without=self.reference)

    def prepare(self) -> Steps:
        """The safeguarding lead signs in, reads it, writes a note, prepares the decision and saves a case file."""
        yield from self.open("The safeguarding lead", self._cast.lead)
        yield from self._fill("Note", NOTE)
        yield from self._choose("Save the note")
        yield self._see("The lead has written a note", "Recorded. It can’t be changed")
        yield from self._weigh("The lead", "Record the triage")
        yield self._see("The decision is prepared", f"Prepared. {self._cast.head.name} makes the decision.")
        yield from self._save_pdf("The lead", self._cast.lead)

    def decide(self) -> Steps:
        """The head signs in, decides, records what came of it, tells the reporter, and says what was learnt."""
        yield from self.open("The head", self._cast.head)
        yield from self._weigh("The head", "Record the decision")
        yield self._see("The head has decided", "Still to do")
        yield from self._follow_up()
        yield self._see("The record closes by itself", "Nothing is missing. This record is closed.")
        yield from self._save_pdf("The head", self._cast.head)

    def find_nothing(self, player: Player, title: str, page: str = "Tell us something") -> Steps:
        """Somebody else signs in and comes to their first page, and there is nothing of it."""
        yield from self.sign_in(player)
        yield self._see(title, page, without=self.reference)

    # Questions

    def _answer_questions(self, name: str = "") -> Steps:
        """The six questions. `name` is the letter that answers the last; without it that is left as it is."""
        concerned = self._cast.concerned.name
        yield from self._choose("Share a concern about an adult")
        yield from self._fill("Name or job", concerned, Key.Key_Return)
        yield self._see("Who it is about and who can open it", f"not {concerned}")
        yield from self._choose("Continue")
        yield from self._fill("In your own words", STORY.format(concerned=concerned))
        yield self._see("What happened")
        yield from self._choose("Continue")
        yield from self._fill("What day did it happen?", "yesterday")
        yield from self._fill("Where did it happen?", "Side gate")
        yield self._see("When and where")
        yield from self._choose("Continue")
        yield from self._fill("Was a child there or affected?", "y")
        yield from self._fill("Initials", "L.M.")
        yield from self._fill("Is any child hurt, or at risk of being hurt, now?", "n")
        yield self._see("Was a child there")
        yield from self._choose("Continue")
        yield from self._choose("A lift in a car")
        yield self._see("What kind of thing it was")
        yield from self._choose("Continue")
        if name:
            yield from self._fill("Do you want to give your name?", name)
        yield self._see("With or without a name", "Do you want to give your name?")
        yield from self._choose("Continue")

    def _send(self) -> Steps:
        yield self._see("Check before sending", "Check what you’ve written")
        yield from self._choose("Lock and send")
        yield self._see("The concern has been sent", "Thank you. Your report has been sent.")
        self.reference = self._hands.read(REFERENCE)

    # What they have in common

    def change_hands(self, leaving: Player) -> Steps:
        """Lock the screen, and leave it to somebody else."""
        yield from self._choose("Lock")
        other = f"Not {leaving.name}? Go to the start screen"
        yield self._see(f"Locked by {leaving.name}", "Locked")
        yield from self._choose(other)
        yield self._wait(_FIRST_PAGE)

    def sign_in(self, player: Player) -> Steps:
        """Somebody signs in on the first page."""
        yield from self._fill("Your name", player.name, Key.Key_Return)
        yield from self._fill("Passphrase", player.passphrase, Key.Key_Return)

    def open(self, who: str, player: Player) -> Steps:
        """Sign in as a reader, find the report, and open it whole."""
        yield from self.sign_in(player)
        yield self._see(f"{who} has an inbox", "Inbox")
        yield from self._fill("Search names, words, references", self.reference, Key.Key_Return)
        yield Step(f"“{self.reference}”", lambda: self._cast.concerned.name in self._hands.row)
        self._hands.press(Key.Key_Return)
        yield self._see(f"{who} reads it", STORY[:40])
        yield from self._choose("Open the record")
        yield self._see(f"{who} has opened the record", "What has happened")

    def _weigh(self, who: str, record: str) -> Steps:
        """The decision in its three steps, after a look at what was there earlier."""
        for link in self._hands.names("Show .* earlier record"):
            yield from self._choose(link)
            yield self._see(f"{who} looks at earlier records", "Earlier records")
            yield from self._choose("Close")
        yield Step("the four questions", lambda: bool(self._hands.names(_LIMBS)))
        for question in self._hands.names(_LIMBS):
            yield from self._fill(question, "n")
        yield self._see(f"{who}, step 1 of 3", "None of the four.")
        yield from self._choose("Continue")
        yield from self._fill("What is it?", "l")
        for tick in self._hands.names("I’ve looked at the earlier records"):
            yield from self._choose(tick)
        yield self._see(f"{who}, step 2 of 3", "Step 2 of 3")
        yield from self._choose("Continue")
        yield from self._fill("The reason", WHY)
        yield self._see(f"{who}, step 3 of 3", "Step 3 of 3")
        yield from self._choose(record)

    def _follow_up(self) -> Steps:
        yield from self._choose("Record it: What came of it")
        yield from self._choose("Advice")
        yield from self._fill("Why?", "One reminder of the code is enough.")
        yield from self._fill(f"Has {self._cast.concerned.name} been told?", "y")
        yield from self._fill("Told on", "today")
        yield self._see("What came of it")
        yield from self._choose("Record the outcome")
        yield from self._choose("Record it: The reporter told")
        yield from self._fill("How?", "i")
        yield from self._fill("What you tell them", "Thank you for telling us. It has been looked at.")
        yield self._see("The reporter is told")
        yield from self._choose("Send it")
        yield from self._choose("Record it: What was learnt")
        yield from self._fill("What did we learn?", LEARNT)
        yield self._see("What was learnt")
        yield from self._choose("Save it")

    def _save_pdf(self, who: str, player: Player) -> Steps:
        """Save a case file, by the menu and the window that asks where."""
        path = self.pdf(player)
        yield from self._choose("More")
        for _ in range(1 + list(Doing).index(Doing.PDF)):
            self._hands.press(Key.Key_Down)
        self._hands.press(Key.Key_Return)
        yield from self._fill("Who is it for?", "The school’s own file")
        yield from self._fill("For", "o")
        yield from self._fill("What is it for?", "How low-level concerns are recorded")
        yield from self._choose("Choose where to save it")
        yield from self._fill("File name:", str(path), Key.Key_Return)
        yield Step(f"{who} has saved a case file", path.exists, is_shown=True)

    # Single steps

    def _see(self, title: str, words: str = "", *, without: str = "") -> Step:
        """A picture, as soon as some words stand on the screen, and others don't."""

        def is_there() -> bool:
            return self._hands.sees(words) and not (without and self._hands.sees(without))

        return Step(title, is_there, is_shown=True)

    def _wait(self, words: str) -> Step:
        return Step(f"“{words}”", lambda: self._hands.sees(words))

    def _choose(self, name: str) -> Steps:
        """Tab to something, as soon as it is there, and press it."""
        yield Step(f"“{name}”", lambda: self._hands.finds(name))
        self._hands.reach(name)
        self._hands.press(Key.Key_Space)

    def _fill(self, name: str, words: str, *then: Key) -> Steps:
        """Tab to a field or a group, as soon as it is there, and type."""
        yield Step(f"“{name}”", lambda: self._hands.finds(name))
        self._hands.reach(name)
        self._hands.type(words)
        self._hands.press(*then)
