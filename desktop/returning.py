# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Coming back with a return phrase: what was answered, and saying more (ux.md S8b).

The phrase opens the slip of its report and the answers to it, from any computer that reaches the shared folder; the
report itself it does not open. Whatever is found is shown and forgotten: no file and no vault remembers it. What is
added is signed with the phrase's own key, which is the report's: so readers know that the same phrase stands behind
both, and no more than that.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.adding import ANSWERS, further_words, last_known_readers, refuse_nobody, vouched_for
from desktop.cases.entry import CaseEntry, read_entry
from desktop.cases.meaning import Meaning
from desktop.cases.onward import ONWARD
from desktop.cases.reporter import ADDITION
from desktop.faults import DeskFault
from desktop.filing import Delivery, clean_answers, send
from desktop.forms import Context
from desktop.machine import Machine
from desktop.people import PersonId
from desktop.phrases import reference, tidy_phrase
from desktop.sent import Reply, SentState, reply_of, state_of
from desktop.slips import SLIP, Slip, read_slip
from desktop.telling import decide_by
from storage.body import Standing
from storage.compose import compose_walk_up
from storage.entries import StoredEntry
from storage.errors import KnownError
from storage.judge import judge
from storage.replies import sealed_to_phrase
from storage.reply_key import ReturnKeys, return_keys
from storage.verify import VerifiedEntry

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What a phrase leads to: which report, when it was sent, and what was answered, the oldest first.

    `lead` is whom to ask in person, `decide_by` the last day for a decision, if anybody decides. `readers` would get
    what is added. `keys` make it the same person's; they leave memory with the page.
    """

    case_id: str
    sent_on: date
    lead: PersonId | None
    decide_by: date | None
    replies: tuple[Reply, ...]
    readers: tuple[PersonId, ...]
    follows: tuple[str, ...]
    keys: ReturnKeys = field(repr=False)

    @property
    def reference(self) -> str:
        """The report's reference."""
        return reference(self.case_id)

    @property
    def state(self) -> SentState:
        """How far it has come, as far as the phrase can tell: sent, asked something, or answered."""
        return state_of(self.replies)


def come_back(machine: Machine, typed: str, progress: Progress = lambda _done, _all: None) -> Returned:
    """Find what a phrase leads to. Slow: it stretches the phrase and tries every envelope.

    `progress` is handed how many were tried and of how many, and may raise to stop. Raises KnownError(NO_SUCH_PHRASE)
    after the same work for wrong words, another school's and a report that has not arrived; KnownError(NO_SCHOOL,
    DIRECTORY_REFUSED, EXCHANGE_*).
    """
    machine.refresh()
    state = machine.state
    keys = return_keys(tidy_phrase(typed), state.school)
    found = sealed_to_phrase(machine.exchange, keys, state.school, machine.now(), progress)
    for entry in sorted(found, key=lambda entry: entry.eid):
        slip = _slip(entry, keys)
        if slip is not None:
            return _returned(machine, entry, slip, found, keys)
    raise KnownError(DeskFault.NO_SUCH_PHRASE)


def add_more(machine: Machine, meaning: Meaning, returned: Returned, values: Mapping[str, object]) -> Delivery:
    """Add to a report with its phrase. Only the day goes with it, also where the report gave a name.

    Raises AnswersError; KnownError(NOBODY_LEFT, CONTENT_TOO_LARGE, DISK_*).
    """
    answers = clean_answers(meaning.forms[ADDITION], values, Context(today=machine.today(), school=machine.school))
    content = further_words(machine, ADDITION, answers, returned.case_id, returned.follows)
    refuse_nobody(returned.readers)
    audience = machine.audience(returned.readers)
    return send(machine, compose_walk_up(content, audience, machine.state.school, None, returned.keys.signing))


def _slip(entry: VerifiedEntry, keys: ReturnKeys) -> Slip | None:
    """Read a slip of this phrase's own making."""
    is_ours = entry.body.kind == SLIP and entry.body.author.pub == keys.signing.public.hex()
    return read_slip(entry.body.data) if is_ours and entry.body.case else None


def _returned(
    machine: Machine, entry: VerifiedEntry, slip: Slip, found: Sequence[VerifiedEntry], keys: ReturnKeys
) -> Returned:
    own = _read(machine, entry)
    told = _told(machine, own, found)
    vouched = vouched_for(machine, slip.readers, told)
    answers = tuple(entry for entry in told if entry.kind in ANSWERS)
    today = machine.today()
    listed = [person for person in slip.readers if person in machine.school.people]
    here = [person for person in listed if not machine.school.has_left(person, today)]
    due = decide_by(own.at, machine.school.settings, is_day_only=True).day if slip.decider else None
    return Returned(
        case_id=own.case,
        sent_on=own.at.date(),
        lead=next(iter((*here, *listed)), None),
        decide_by=due,
        replies=tuple(reply_of(answer, is_vouched=answer in vouched) for answer in answers),
        readers=last_known_readers(machine, slip.readers, told),
        follows=tuple(entry.eid for entry in vouched[-1:]) or (own.case,),
        keys=keys,
    )


def _told(machine: Machine, own: CaseEntry, found: Sequence[VerifiedEntry]) -> tuple[CaseEntry, ...]:
    """What people of this school told the reporter in this case, the oldest first. Nobody else knows the reply key."""
    members = (_read(machine, each) for each in found if each.body.author.standing is Standing.MEMBER)
    told = (entry for entry in members if entry.kind in {*ANSWERS, ONWARD} and entry.case == own.case)
    return tuple(sorted((each for each in told if each.author), key=lambda each: (each.at, each.eid)))


def _read(machine: Machine, entry: VerifiedEntry) -> CaseEntry:
    now = machine.now()
    flags = frozenset(flag.value for flag in judge(entry, machine.state, now, ()))
    return read_entry(StoredEntry(entry, now, flags), machine.person_of)
