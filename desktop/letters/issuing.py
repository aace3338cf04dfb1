# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Issues a letter: checked, printed, kept in the case as it went out, and saved. The entry comes before the file."""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.cases.acting import LETTER, ActRefusedError, desk, earlier_rows, form_data, go_on, leave
from desktop.cases.case import Case
from desktop.cases.deciders import barring, may_decide
from desktop.cases.refusals import Refusal
from desktop.cases.rules import refusal
from desktop.exports.protecting import check_password, protect
from desktop.exports.restriction import warning
from desktop.letters.checking import check
from desktop.letters.facts import Source
from desktop.letters.templates import By, Template, templates
from desktop.new_file import new_file
from desktop.people import PersonId
from desktop.phrases import reference
from desktop.session import Session

if TYPE_CHECKING:
    from desktop.documents.look import Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to be issued: the template and the text, for whom, and how it goes.

    `reason` says why it goes all the same, where something stands in its way; `about` is the person concerned whom it
    is to or about, where a case has several; `of` the entry of what was shared, where not the last one. With a
    `password` the saved file opens with it only.
    """

    template: str
    text: str
    recipient: str
    channel: str
    reason: str = ""
    about: PersonId | None = None
    of: str = ""
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Issued:
    """A saved letter: where it is, its length and fingerprint, and the entry that keeps its text."""

    path: Path
    pages: int
    sha256: str
    entry: str


@dataclass(frozen=True, slots=True)
class _Ready:
    """A letter that nothing stands in the way of: its case, what its entry says, and its pages."""

    case: Case
    asked: Mapping[str, object]
    version: int
    printed: "Printed"


def source_for(session: Session, case: Case, about: PersonId | None = None, of: str = "") -> Source:
    """What a letter about a case is drafted from, as the person signed in may see it. Reads the vault."""
    return Source(
        case=case,
        school=session.machine.school,
        meaning=session.meaning,
        clocks=session.clocks,
        writer=session.me,
        today=session.machine.today(),
        about=about,
        of=of,
        earlier=earlier_rows(session, case),
    )


def refused(session: Session, case: Case, template: Template) -> Refusal | None:
    """Why the person signed in may not issue this letter at all; None where they may."""
    who = desk(session, case)
    if why := refusal(case, LETTER, {}, who):
        return why
    has_decided = case.decision is not None and case.decision.author == session.me
    if template.by is By.DECIDER and not may_decide(case, who) and not has_decided:
        return barring(case, who) or Refusal.NOT_THE_DECIDER
    return barring(case, who)


def print_letter(session: Session, case_id: str, letter: Letter) -> bytes:
    """The file as it would be issued now, before any password. Slow: it sets type. Raises KnownError(NO_SUCH_CASE)."""
    return _printed(session, session.case(case_id), letter).content


def issue(session: Session, case_id: str, letter: Letter, path: Path) -> Issued:
    """Issue a letter, and save it under this name or under a code in this folder.

    Raises AnswersError, ActRefusedError; KnownError(NO_SUCH_CASE, EXPORT_PASSWORD, FILE_*, DISK_*, VAULT_*).
    """
    if letter.password is not None:
        check_password(letter.password)
    ready = _ready(session, case_id, letter)
    content = _protected(ready.printed.content, letter.password)
    target = path / default_name(case_id, templates()[letter.template]) if path.is_dir() else path
    digest = hashlib.sha256(content).hexdigest()
    with new_file(target, content):
        entry = _leave(session, ready, digest)
    return Issued(target, ready.printed.pages, digest, entry)


def issue_on_paper(session: Session, case_id: str, letter: Letter) -> "Printed":
    """Issue a letter that is to be printed, and return its pages; no file is made, and no password is needed.

    Raises AnswersError, ActRefusedError; KnownError(NO_SUCH_CASE, DISK_*, VAULT_*).
    """
    ready = _ready(session, case_id, replace(letter, password=None))
    _leave(session, ready, hashlib.sha256(ready.printed.content).hexdigest(), {"on_paper": True})
    return ready.printed


def _ready(session: Session, case_id: str, letter: Letter) -> _Ready:
    """The letter in print, once nothing stands in its way."""
    case, template = session.case(case_id), templates()[letter.template]
    asked = _asked(letter)
    text = str(session.answers(LETTER, asked).values["text"])
    if why := refused(session, case, template):
        raise ActRefusedError(why)
    stopped = check(template, text, source_for(session, case, letter.about, letter.of)).stopped_by(letter.reason)
    if stopped:
        raise ActRefusedError(stopped)
    return _Ready(case, asked, template.version, _printed(session, case, replace(letter, text=text)))


def _leave(session: Session, ready: _Ready, digest: str, more: Mapping[str, object] = MappingProxyType({})) -> str:
    """Put it on record, and return the entry."""
    facts = {"template_version": str(ready.version), "pages": str(ready.printed.pages), "sha256": digest}
    ground = go_on(session, ready.case)
    answers = session.answers(LETTER, {**ready.asked, **facts, **more})
    return leave(session, ground, LETTER, form_data(answers)).entry.eid


def default_name(case_id: str, template: Template) -> str:
    """The name of the file: what it is, and a code that tells nobody anything."""
    return f"{template.template_id.replace('_', '-')}-{reference(case_id)}.pdf"


def _asked(letter: Letter) -> dict[str, object]:
    asked: dict[str, object] = {
        "what": templates()[letter.template].title,
        "recipient": letter.recipient,
        "channel": letter.channel,
        "text": letter.text,
        "reason": letter.reason,
        "about": letter.about,
        "of": letter.of,
        "protected": letter.password is not None,
        "template": letter.template,
    }
    return {name: value for name, value in asked.items() if value}


def _protected(content: bytes, password: str | None) -> bytes:
    if password is None:
        return content
    file = io.BytesIO()
    protect(content, file, password)
    return file.getvalue()


def _printed(session: Session, case: Case, letter: Letter) -> "Printed":
    from desktop.documents.letters import LetterInput
    from desktop.documents.letters import letter as print_it

    machine, template = session.machine, templates()[letter.template]
    writer = machine.school.people.get(session.me)
    return print_it(
        LetterInput(
            template=template,
            school=machine.school.name,
            maker=writer.name if writer else "",
            recipient=letter.recipient,
            text=letter.text,
            made_at=machine.now(),
            warning=warning((case,), machine.school, "") if template.tells_others else "",
        )
    )
