# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A letter as its page begins it: the draft, what it was made from, and whether this person may issue it at all."""

import msgspec

from desktop.cases.acting import refusal_words
from desktop.cases.case import Case
from desktop.cases.refusals import Refusal
from desktop.clocks import date_words, london_day
from desktop.letters.drafting import draft
from desktop.letters.facts import Source
from desktop.letters.issuing import refused, source_for
from desktop.letters.templates import Template, templates
from desktop.people import PersonId
from desktop.session import Session
from desktop.sharing.weighing import DISCLOSURE


class Drafted(msgspec.Struct, frozen=True, kw_only=True):
    """A draft, and what it was made from. `refused` says why this person may not issue it."""

    template: Template
    source: Source
    text: str
    refused: Refusal | None

    @property
    def refused_words(self) -> str:
        """Why, in a sentence; empty where it may be issued."""
        return refusal_words()[self.refused] if self.refused else ""


def shared_in(case: Case) -> tuple[tuple[str, str], ...]:
    """What was shared out of a case, the latest first: each entry, and when and with whom. Pure."""
    told = ((entry.eid, entry.day("on") or london_day(entry.at), entry) for entry in case.of_kind(DISCLOSURE))
    return tuple((eid, f"{date_words(on)}: {entry.text('recipient')}") for eid, on, entry in told)[::-1]


def begin_letter(
    session: Session, case_id: str, template_id: str, about: PersonId | None = None, of: str = ""
) -> Drafted:
    """Draft a letter about a case, of several people concerned about this one, of several disclosures about that one.

    Raises KnownError(NO_SUCH_CASE). Reads the vault.
    """
    case, template = session.case(case_id), templates()[template_id]
    source = source_for(session, case, about, of)
    return Drafted(
        template=template, source=source, text=draft(template, source), refused=refused(session, case, template)
    )
