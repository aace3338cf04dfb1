# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A form that somebody signed in has begun: kept in their own vault until it is sent or let go.

It holds what was typed, whether it could be sent or not. A walk-up's words are never kept anywhere.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime

import msgspec

from desktop.session import Session

_OF_FORMS = "filing/"


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed in a form, and the place in it (desktop.forms.flow) where somebody stopped."""

    form: str
    at: str
    typed: Mapping[str, object]


class KeptDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A draft as the vault keeps it: its name there, and when it was last saved (aware UTC)."""

    name: str
    saved_at: datetime
    draft: Draft


def new_draft_name() -> str:
    """Make a name for a draft that is saved for the first time."""
    return _OF_FORMS + secrets.token_hex(8)


def save_draft(session: Session, name: str, draft: Draft) -> None:
    """Keep a draft, replacing the one of that name. Raises KnownError(DISK_*, VAULT_*)."""
    session.drafts.save(name, session.machine.now().isoformat(), msgspec.json.encode(draft))


def read_draft(content: bytes) -> Draft:
    """Read what `save_draft` kept."""
    return msgspec.json.decode(content, type=Draft)


def drafts_of(session: Session) -> tuple[KeptDraft, ...]:
    """The drafts of forms that this Candour knows, newest first."""
    found: list[KeptDraft] = []
    for name, saved_at in session.drafts.names():
        content = session.drafts.load(name) if name.startswith(_OF_FORMS) else None
        draft = read_draft(content) if content else None
        if draft is not None and draft.form in session.meaning.forms:
            found.append(KeptDraft(name=name, saved_at=datetime.fromisoformat(saved_at), draft=draft))
    return tuple(found)
