# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the windows and the command line are handed: this machine's Candour, before and after somebody signs in.

Nothing here is slow but what says so; whoever calls from a window does it from the one worker thread.
"""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop.attaching.adding import Attached, attach_of, enclosed
from desktop.cases.meaning import Meaning, shipped_meaning
from desktop.clocks import Clock, SystemClock
from desktop.faults import DeskFault, fault_words
from desktop.filing import Filed, clean_answers, filed, route_of, seal_redirect, seal_report, send, send_with_slip
from desktop.forms import Context, FormSpec
from desktop.machine import Machine
from desktop.opening import open_session
from desktop.people import Person, PersonId, School
from desktop.registers.sending import send_walk_up_lines
from desktop.routing import Route
from desktop.session import Session
from storage.errors import KnownError
from storage.exchange import Exchange, FolderExchange, Patience
from storage.home import Home
from storage.vault import open_vault

PATIENCE_SECONDS = 2.0
"""How long a person waits for a scanner or a synchroniser to let a file go; after that the spool waits for them."""


class Candour:
    """One machine's Candour."""

    def __init__(self, machine: Machine, meaning: Meaning) -> None:
        """Take the machine, and the shipped forms and rules; `open_candour` finds both."""
        self.machine = machine
        self.meaning = meaning

    @property
    def has_school(self) -> bool:
        """Say whether this machine belongs to a school yet."""
        return self.machine.home.has_school()

    @property
    def school(self) -> School:
        """The school as its directory stands. Raises KnownError(NO_SCHOOL, DIRECTORY_REFUSED)."""
        return self.machine.school

    @property
    def forms(self) -> Mapping[str, FormSpec]:
        """Every form and act, with the lists as the school has them."""
        try:
            return self.meaning.of_school(self.school).forms
        except KnownError:
            # Where no list of people can be read, the pages that say whom to turn to are drawn all the same.
            return self.meaning.forms

    def form(self, form_id: str) -> FormSpec:
        """Find a form or an act. Raises KnownError(NO_SUCH_FORM)."""
        if form_id not in self.forms:
            raise KnownError(DeskFault.NO_SUCH_FORM)
        return self.forms[form_id]

    def person(self, typed: str) -> PersonId:
        """Find a listed person by id or whole name, in any case. Raises KnownError(NO_SUCH_PERSON, SEVERAL_…)."""
        people = self.school.people
        if PersonId(typed) in people:
            return PersonId(typed)
        wanted = " ".join(typed.casefold().split())
        found = [person.person_id for person in people.values() if wanted in _names(person)]
        if len(found) > 1:
            raise KnownError(DeskFault.SEVERAL_SUCH_PERSONS)
        if not found:
            raise KnownError(DeskFault.NO_SUCH_PERSON)
        return found[0]

    def route(self, form_id: str, values: dict[str, object], signed_in: PersonId | None = None) -> Route:
        """Say who would read these answers, without sending anything."""
        return route_of(self.form(form_id), values, signed_in, self.school, self.machine.today())

    def file_walk_up(self, form_id: str, values: dict[str, object], files: Sequence[Attached] = ()) -> Filed:
        """File a form without a sign-in, under the name in it or under none. Slow: it stretches a return phrase.

        Raises AnswersError; KnownError(NOBODY_MAY_RECEIVE, NO_READER_KEYS, CONTENT_TOO_LARGE, ATTACHMENT*, DISK_*).
        """
        machine, spec = self.machine, self.form(form_id)
        answers = clean_answers(spec, values, Context(today=machine.today(), school=machine.school))
        chosen = route_of(spec, answers.values, None, machine.school, machine.today())
        sealed = seal_report(machine, answers, chosen, None, None, enclosed(attach_of(spec), files))
        delivery = send_with_slip(machine, sealed)
        send_walk_up_lines(machine, sealed)
        return filed(sealed, answers, delivery)

    def sign_in(self, person: PersonId, passphrase: str) -> Session:
        """Open a person's vault here. Slow: it stretches the passphrase.

        Raises KnownError(WRONG_PASSPHRASE), also where that person has no vault here, and KnownError(SLOT_DAMAGED,
        SIGN_IN_WAITING, VAULT_*).
        """
        vault = open_vault(self.machine.home.vault(person), passphrase.encode())
        return open_session(self.machine, vault, self.meaning)

    def note_redirect(self) -> None:
        """Keep that somebody with a worry about a child was shown the child-protection route, and the day; no more.

        Raises KnownError(NOBODY_MAY_RECEIVE, NO_READER_KEYS, DISK_*).
        """
        send(self.machine, seal_redirect(self.machine))


def open_candour(home: Path, clock: Clock | None = None) -> Candour:
    """Candour on the machine whose folder this is; the time comes from the computer unless a clock is given."""
    # Now, because on the day that they are needed the disk may refuse to be read.
    fault_words()
    return Candour(Machine(Home(home), clock or SystemClock(), _open_folder), shipped_meaning())


def _open_folder(root: Path) -> Exchange:
    return FolderExchange(root, Patience(time.sleep, time.monotonic, PATIENCE_SECONDS))


def _names(person: Person) -> set[str]:
    return {" ".join(name.casefold().split()) for name in (person.name, *person.aliases) if name}
