# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What somebody does who sets a school up, by keyboard."""

from dataclasses import dataclass

from desktop.services import Candour
from tests.ui.shell.conftest import House
from ui.tour.hands import Key

STAFF = """Name,Job title,Class,Roles
Priya Nair,Deputy headteacher,,DSL
Helen Marsh,Headteacher,,head
Martin Oyelaran,Chair of governors,,chair
Ruth Adeyemi,Vice-chair of governors,,
Tom Ashby,Teacher,4T,
"""
PHRASES = {
    "Priya Nair": "wreath tutor buckle mosaic",
    "Helen Marsh": "antelope taco cartwheel spinach",
    "Martin Oyelaran": "cricket squash juggle waffle",
    "Ruth Adeyemi": "tree sapling bath lake",
}


@dataclass
class FirstSteps:
    """The wizard, in order."""

    house: House
    candour: Candour

    def begin(self) -> None:
        """Choose to set a school up."""
        self.house.choose("Set up a school")

    def name_school(self, name: str = "Marsh Lane School") -> None:
        """Step 1."""
        self.house.fill("What is your school called?", name)
        self.go_on()

    def list_people(self, staff: str = STAFF) -> None:
        """Step 2."""
        self.house.fill("Paste your staff list", staff)
        self.house.choose("Read this list")

    def go_on(self) -> None:
        """On to the next step."""
        self.house.choose("Save and continue")

    def choose_here(self) -> None:
        """Step 5, without a shared folder."""
        self.house.until(lambda: self.house.hands.finds("Only this computer"))
        self.house.hands.reach("Only this computer")
        self.house.hands.press(Key.Key_Space)
        self.go_on()

    def choose_passphrase(self, name: str) -> None:
        """Somebody chooses a passphrase."""
        self.house.choose(f"{name} chooses now")
        self.type_passphrase(PHRASES[name])

    def type_passphrase(self, phrase: str, again: str = "") -> None:
        """Type one twice and use it."""
        self.house.fill("Passphrase", phrase)
        self.house.fill("The same once more", again or phrase)
        self.house.choose("Use this passphrase")

    def to_people(self) -> None:
        """As far as step 2."""
        self.begin()
        self.name_school()

    def to_readers(self) -> None:
        """As far as step 3."""
        self.to_people()
        self.list_people()
        self.house.sees("On the list: 5 people")
        self.go_on()

    def to_folder(self) -> None:
        """As far as step 5."""
        self.to_readers()
        self.go_on()
        self.house.choose("Skip for now")

    def to_keys(self) -> None:
        """As far as step 6."""
        self.to_folder()
        self.choose_here()

    def all_choose(self) -> None:
        """Everybody who holds a role chooses a passphrase."""
        self.house.choose("Priya Nair chooses now")
        for name in ("Priya Nair", "Helen Marsh", "Martin Oyelaran"):
            self.house.sees(f"For {name}")
            self.type_passphrase(PHRASES[name])

    def found(self) -> None:
        """All of it, to the last page."""
        self.to_keys()
        self.all_choose()
        self.house.choose("Make the school")
        self.house.sees("Marsh Lane School is set up")

    def start(self) -> None:
        """Show that the key is on paper, and start."""
        import re

        key = self.house.hands.read(re.compile(r"([0-9A-Z]{4}-){12}[0-9A-Z]{4}"))
        self.house.fill("Type the last group to show you have it", key[-4:].lower())
        self.house.choose("Start using Candour")
