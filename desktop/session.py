# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody signed in: their open vault, what it sends and takes in, and the cases that they may see.

A session belongs to the thread that opened it. What it writes goes into the vault and onto its way in that order: an
entry that was told "saved" is in the vault, and in the spool until a reader has signed for it.
"""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop.alarms import clock_alarms, directory_alarms, meta, vault_alarms, version_alarms
from desktop.attaching.adding import Attached, attach_of, enclosed
from desktop.case_book import CaseBook
from desktop.cases.case import Case
from desktop.cases.clocks import Clocks
from desktop.cases.handing import OWES, Owed, Own, grant_of, owed, receivers
from desktop.cases.meaning import Meaning
from desktop.cases.readership import CONTINUATION
from desktop.cases.rows import ROWS_VERSION, CaseRow, Shelf, from_bytes
from desktop.declarations.gifts import FORM as GIFT
from desktop.faults import DeskFault
from desktop.filing import (
    Filed,
    MemberHand,
    clean_answers,
    filed,
    route_of,
    seal_report,
    send_with_slip,
)
from desktop.forms import Answers, Context
from desktop.freshness import days_unconfirmed
from desktop.keeping import Keeping, left_out_if_too_long
from desktop.machine import Machine
from desktop.offices.handing import Handing
from desktop.offices.owing import ANSWERS, Present, office_tags
from desktop.people import PersonId
from desktop.projecting import Reader, view_of
from desktop.registers.owing import OWES_LINE, OwedLine, lines_owed
from desktop.registers.sending import line_content, readers_today, send_walk_up_lines
from desktop.synced import Synced
from storage.blobs import Blobs
from storage.compose import Content
from storage.entries import Entries, Gap, StoredEntry
from storage.errors import Fault, KnownError
from storage.exchange import CARRIER_FAULTS
from storage.ingest import Round, ingest
from storage.outbox import Outbox, Receipt
from storage.search import Sought
from storage.spool import NOTHING_OFFERED
from storage.typed_codes import from_base32
from storage.vault import Vault
from storage.verify import Addressee
from storage.views import Drafts, View, Views

Progress = Callable[[int, int], None]
CarryOut = Callable[["Session"], tuple[str, ...]]
"""Destroys in a session's vault what two people signed, and names the cases (desktop.retention.carrying)."""

_ROWS = "rows"


class Session:
    """One person's work at this machine."""

    def __init__(self, machine: Machine, vault: Vault, meaning: Meaning, carry_out: CarryOut) -> None:
        """Take an open vault of this machine's school (desktop.opening)."""
        self.machine = machine
        self.vault = vault
        self._meaning = meaning
        self._carry_out = carry_out
        self.me = PersonId(vault.person)
        self._addressee = Addressee(machine.state.school, frozenset({vault.kid}))
        self.entries = Entries(vault.database, self._addressee)
        self.outbox = Outbox(vault.database)
        self.blobs = Blobs(vault.database)
        self.views = Views(vault.database)
        self.drafts = Drafts(vault.database)
        self._handing = Handing(self.entries, self.views, self.outbox)
        self._keeping = Keeping(machine, vault, self.entries, self.outbox, self.project)
        self.clocks = Clocks.of(machine.school.settings)
        self.book = CaseBook(machine, self.entries, self.views, lambda: self.meaning)
        self.keep_up()

    @property
    def meaning(self) -> Meaning:
        """The rules, and the forms as the school has them now."""
        return self._meaning.of_school(self.machine.school)

    @property
    def is_read_only(self) -> bool:
        """Say whether these records were opened to be read only: then nothing is written, sent or taken in."""
        return self.vault.database.is_read_only

    @property
    def is_reviewer(self) -> bool:
        """Say whether this person holds a role that reports may be sealed to: only they have an inbox."""
        return bool(self.machine.state.roles_held(self.me))

    def close(self) -> None:
        """Close the vault."""
        self.vault.close()

    # Sending and receiving

    def sync(self, progress: Progress = lambda _done, _all: None) -> Synced:
        """Exchange envelopes once, both ways. A carrier that is out of reach is said, not raised.

        `progress` is handed how many files were looked at, of how many; it may raise StoppedError to leave the rest for
        the next time. Raises KnownError(DISK_*, VAULT_*) when this machine itself fails.
        """
        if self.is_read_only:
            return Synced(offered=NOTHING_OFFERED, has_looked=False)
        news = self.machine.refresh()
        self.keep_up()
        today = self.machine.today()
        self.outbox.refill(self.machine.spool, today)
        offered = self.machine.spool.offer(self.machine.exchange, today)
        if not news.is_reachable:
            return Synced(offered=offered, alarms=directory_alarms(self.vault, self.machine, ()), fault=news.fault)
        try:
            taken = ingest(self.vault, self.entries, self.machine.exchange, self._addressee, self._round(progress))
            signers = {kid: record.fact.sign for kid, record in self.machine.state.keys.items()}
            destroyed = self._carry_out(self)
            self.hand_on(*self.views.tagged(OWES))
            self.send_lines()
            if self._has_other_vaults():
                self.outbox.watch(self.entries.held(case_id).entry for case_id in self.shelf(Shelf.MINE))
            received = self.outbox.collect(self.machine.exchange, signers, self.machine.now())
            self._hand_to_offices()  # once it is known who has what
            heard = self.machine.confirmed_on(self._kids_of(self.me))
            alarms = (
                *directory_alarms(self.vault, self.machine, news.forks),
                *vault_alarms(self.vault, self.machine, beats=self.is_reviewer),
                *version_alarms(self.vault, is_behind=news.is_behind),
                *clock_alarms(today, heard),
            )
        except KnownError as error:
            if error.code not in CARRIER_FAULTS:
                raise
            return Synced(offered=offered, fault=error.code)
        return Synced(
            offered=offered,
            ingested=taken,
            received=tuple(received),
            destroyed=destroyed,
            new_statements=news.new,
            alarms=alarms,
            days_unconfirmed=days_unconfirmed(heard, today),
        )

    def file(self, form: str, values: dict[str, object], files: Sequence[Attached] = ()) -> Filed:
        """File a form as the person signed in, or without their name where they leave it off.

        Raises AnswersError; KnownError(NOBODY_MAY_RECEIVE, NO_READER_KEYS, CONTENT_TOO_LARGE, ATTACHMENT*, DISK_*,
        VAULT_*).
        """
        if self.is_read_only:
            raise KnownError(Fault.VAULT_READ_ONLY)
        machine = self.machine
        spec = self.meaning.forms[form]
        answers = self.answers(form, values)
        chosen = route_of(spec, answers.values, self.me, machine.school, machine.today())
        hand = MemberHand(self.vault.keys, self._keeping.place)
        sealed = seal_report(machine, answers, chosen, self.me, hand, enclosed(attach_of(spec), files))
        if sealed.phrase is None:
            delivery = self._keeping.keep_and_send(sealed.composed, sealed.at, is_sent=bool(sealed.composed.tokens))
            with contextlib.suppress(KnownError):  # the declaration is saved, and its line owed until it is sent
                self.send_lines()
        else:
            delivery = send_with_slip(machine, sealed)
            send_walk_up_lines(machine, sealed)
        return filed(sealed, answers, delivery)

    def answers(self, form: str, values: Mapping[str, object]) -> Answers:
        """Check what the person signed in has filled in of a form. Raises AnswersError."""
        machine = self.machine
        context = Context(today=machine.today(), school=machine.school, author=self.me)
        return clean_answers(self.meaning.forms[form], values, context)

    def write(self, content: Content, people: Sequence[PersonId], to_reply: str | None = None) -> StoredEntry:
        """Sign an entry of ours, keep it, and send it to these people's vaults and our other ones.

        Our own copy needs no envelope. Raises KnownError(NO_READER_KEYS, CONTENT_TOO_LARGE, DISK_*, VAULT_*).
        """
        composed, is_sent = self._keeping.compose(content, people, to_reply)
        self._keeping.keep_and_send(composed, content.at, is_sent=is_sent)
        return StoredEntry(composed.entry, content.at, frozenset())

    def write_together(self, writings: Sequence[tuple[Content, Sequence[PersonId]]]) -> None:
        """Sign and keep several entries, all or none. They go on their way with the next look at the shared folder.

        Raises as `write`.
        """
        self._keeping.keep_together(writings)

    def receivers(self, case: Case) -> tuple[PersonId, ...]:
        """The people to whom what is written in a case goes today."""
        machine = self.machine
        return receivers(case, machine.school, machine.today(), self._kids_of)

    def hand_on(self, *case_ids: str) -> None:
        """Hand on to readers who were added what they lack of these cases. Stopped half-way, it goes on at a look."""
        for case_id in case_ids:
            for one in self._owed(self.case(case_id)):
                with left_out_if_too_long():
                    self.write(self._grant(one), (one.to,))

    def send_lines(self) -> None:
        """Send the register lines that this vault owes. Stopped half-way, it goes on at the next look."""
        for case_id in self.views.tagged(OWES_LINE):
            for owed_line in self._lines_owed(self.case(case_id)):
                self.write(line_content(self.machine, owed_line.line, case_id), owed_line.to)

    def receipts(self, eid: str) -> list[tuple[PersonId | None, Receipt]]:
        """Say who has received an entry of ours, person by person."""
        return [(self.machine.person_of(receipt.kid), receipt) for receipt in self.outbox.receipts(eid)]

    # Cases

    def shelf(self, shelf: Shelf) -> list[str]:
        """Name the cases on a shelf of this inbox, in order."""
        return self.views.cases(shelf.value)

    def row(self, case_id: str) -> CaseRow:
        """Read one case's row. Raises KnownError(NO_SUCH_CASE)."""
        row = self.views.get(self.root(case_id))
        if row is None:
            raise KnownError(DeskFault.NO_SUCH_CASE)
        return from_bytes(row)

    def find(self, typed: str) -> str:
        """Find a case by its reference or id. Raises KnownError(NO_SUCH_CASE), also where it is there but not ours."""
        letters = typed.strip().upper().replace("-", "").replace(" ", "")
        prefix = typed.strip().lower()
        if len(letters) == 8:
            try:
                prefix = from_base32(letters, 5).hex()
            except (KnownError, ValueError):
                raise KnownError(DeskFault.NO_SUCH_CASE) from None
        found = self.views.beginning_with(prefix) if len(prefix) >= 10 else []
        if len(found) != 1:
            raise KnownError(DeskFault.NO_SUCH_CASE)
        return self.root(found[0])

    def case(self, case_id: str) -> Case:
        """Work a case out from its entries. Raises KnownError(NO_SUCH_CASE)."""
        return self.book.case(case_id)

    def case_on(self, case_id: str, day: date) -> Case | None:
        """A case as it stood at the end of a day; None where it had not begun. Raises KnownError(NO_SUCH_CASE)."""
        return self.book.case_on(case_id, day)

    def root(self, case_id: str) -> str:
        """The case that this one carries on; itself where it carries on none."""
        return self.book.root(case_id)

    def find_words(self, words: Sequence[Sought], most: int) -> list[str]:
        """Name the cases, `most` at most, in which each of these begins a word (desktop.searching)."""
        return self.views.search.find(words, most)

    def about(self, person: PersonId) -> list[str]:
        """Name the cases about a listed person that this vault holds."""
        return self.views.tagged(f"about {person}")

    def of_form(self, form: str) -> list[str]:
        """Name the cases that this form made, and that this vault holds."""
        return self.views.tagged(f"form {form}")

    def project(self, case_id: str) -> None:
        """Make a case's row again, and those of the cases in which it goes on."""
        root = self.root(case_id)
        further = self.entries.of_case_and_kind(root, CONTINUATION)
        of_it = (*filter(self.entries.has_case, further), *self.views.tagged(f"{ANSWERS} {root}"))
        made = [self.view(each) for each in (root, *of_it)]
        also = self.book.same_giver.also_changed(root, made[0].tags)
        self.views.put(made)
        self.views.put(map(self.view, also))

    def view(self, case_id: str) -> View:
        """A case's row as its entries make it, whatever stands in the vault. Where one goes on has none of its own."""
        if self.root(case_id) != case_id:
            return View(case_id, CONTINUATION, "", b"")
        case = self.book.build(case_id, self.book.read(case_id))
        more = [OWES] if self._owed(case) else []
        more += [OWES_LINE] if self._lines_owed(case) else []
        more += [*self.book.same_giver.tags(case, self.me), *office_tags(case, self.me, self.book.entry)]
        return view_of(case, Reader(self.me, self.machine.school, self.meaning, self.clocks), more)

    def project_everything(self) -> None:
        """Drop every row and make all of them again."""
        with self.vault.database.transaction():
            self.views.clear()
            self.views.put(map(self.view, self.entries.cases()))
            # Once more, because what a giver gave is found by the tags of the rows.
            self.views.put(map(self.view, self.of_form(GIFT)))
            self.vault.set_meta(_ROWS, self._rows_are_of())

    def keep_up(self) -> None:
        """Make the rows again where the directory has moved on, or another Candour made them: names, roles, limits."""
        if not self.is_read_only and meta(self.vault.database, _ROWS) != self._rows_are_of():
            self.clocks = Clocks.of(self.machine.school.settings)
            # One damaged entry must keep nobody out of the others: the rows stay as they were, and `check` says so.
            with contextlib.suppress(KnownError):
                self.project_everything()

    def gaps(self) -> list[tuple[PersonId | None, Gap]]:
        """Name what was sent to us and has not come, with its author."""
        return [(self.machine.person_of(gap.author), gap) for gap in self.entries.gaps(self.machine.now())]

    # Inside

    def _hand_to_offices(self) -> None:
        """Hand on what stands in no case to whoever is in an office; more at the next look (desktop.offices)."""
        machine = self.machine
        by = Present(machine.school, machine.today(), self._kids_of, machine.person_of, self._signs)
        owed = self._handing.owed(self._own(), by)
        if owed:
            self._keeping.keep_what_fits((self._grant(one), (one.to,)) for one in owed)

    def _grant(self, one: Owed) -> Content:
        """What hands an entry on, with its files."""
        content = grant_of(self.entries, self.machine, one)
        return replace(content, files=self.blobs.again(self.entries.held(one.eid).entry.body.files))

    def _kids_of(self, person: PersonId) -> frozenset[str]:
        return frozenset(self.machine.state.active_kids(person))

    def _owed(self, case: Case) -> tuple[Owed, ...]:
        return owed(case, self._own(), self.machine.school, self.machine.today(), self._kids_of)

    def _lines_owed(self, case: Case) -> tuple[OwedLine, ...]:
        chosen = readers_today(self.machine, self.meaning, case)
        return () if chosen is None else lines_owed(case, self._own(), chosen, self._kids_of)

    def _own(self) -> Own:
        return Own(me=self.me, kid=self.vault.kid, kids=self._kids_of(self.me))

    def _has_other_vaults(self) -> bool:
        return len(self.machine.state.active_keys(self.me)) > 1

    def _signs(self, person: PersonId) -> bool:
        """Say whether somebody's vaults leave receipts."""
        state = self.machine.state
        return bool(state.roles_held(person)) or len(state.active_keys(person)) > 1

    def _round(self, progress: Progress) -> Round:
        return Round(self.machine.state, self.machine.now(), self._signs(self.me), self.project, progress)

    def _rows_are_of(self) -> bytes:
        return f"{ROWS_VERSION} {self.machine.state.head}".encode()
