# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From what somebody wrote to a sealed envelope: fill in the body, sign it, verify our own work, seal it.

A member signs with their vault's key and goes on in their chain for exactly these readers. A walk-up signs with a key
that no machine keeps: one made from their return phrase, or one made for this entry and forgotten as soon as the frame
is signed. An anonymous one says the day only.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import msgspec
from nacl.signing import SigningKey

from storage.blobs import Enclosure
from storage.body import Author, Body, Standing, encode_body
from storage.charter import KeyFact
from storage.constants import ENTRY_SIGNATURE
from storage.entries import ChainPosition
from storage.frame import pack
from storage.keys import SigningSecret, VaultKeys, key_id
from storage.receipts import FILE_PART, file_secret, token_name
from storage.seal import seal
from storage.verify import Addressee, VerifiedEntry, verify


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom an entry is sealed: readers' vault keys, and a walk-up reporter's reply recipient when it answers."""

    keys: tuple[KeyFact, ...]
    slots: int
    to_reply: str | None = None

    @property
    def kids(self) -> tuple[str, ...]:
        """The readers' key ids as the body names them: sorted, each once."""
        return tuple(sorted({key_id(bytes.fromhex(key.sign)) for key in self.keys}))

    @property
    def is_empty(self) -> bool:
        """Say whether there is nobody to send anything to."""
        return not self.keys and self.to_reply is None


@dataclass(frozen=True, slots=True)
class Content:
    """What an entry says, as desktop hands it down; storage looks at none of it. `at` is aware UTC."""

    kind: str
    data: Mapping[str, object]
    rule: str
    at: datetime
    directory: tuple[int, str]
    kind_version: int = 1
    case: str | None = None
    parents: tuple[str, ...] = ()
    supersedes: str | None = None
    reply: str | None = None
    time_zone: str = "Europe/London"
    files: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file of an entry as it goes out, and the receipts to expect for it by reader key id."""

    sealed: bytes = field(repr=False)
    tokens: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A file of an entry of our own, and to whom it is to be sealed. `tokens` are the receipts by reader key id."""

    enclosure: Enclosure
    recipients: Sequence[str] = field(repr=False)
    slots: int
    tokens: Mapping[str, str] = field(repr=False)

    def seal(self) -> SealedFile:
        """Seal it. Each time other bytes come out: keep them before they are sent, and send the same ones again."""
        sealed = seal(self.enclosure.frame, self.recipients, self.slots, secrets.SystemRandom().shuffle)
        return SealedFile(sealed, self.tokens)


@dataclass(frozen=True, slots=True)
class Composed:
    """An entry of our own, its envelope, and the receipts to expect for it by reader key id; and its files.

    The files are sealed one after another, when they are kept: all of them at once would not be for every machine.
    """

    entry: VerifiedEntry
    envelope: bytes
    tokens: Mapping[str, str] = field(repr=False)
    files: tuple[OutgoingFile, ...] = ()


def compose_member(
    content: Content, audience: Audience, school: str, keys: VaultKeys, place: ChainPosition
) -> Composed:
    """Write an entry signed by a vault. Raises KnownError(CONTENT_TOO_LARGE, TOO_MANY_READERS)."""
    author = Author(pub=keys.signing.public.hex(), standing=Standing.MEMBER)
    body = _body(content, audience, school, author, _second(content.at))
    chained = msgspec.structs.replace(body, chain=place.chain, seq=place.seq, prev=place.prev)
    return _finish(chained, audience, keys.signing, content.files)


def compose_walk_up(
    content: Content, audience: Audience, school: str, claims: str | None, signing: SigningSecret | None = None
) -> Composed:
    """Write an entry at a walk-up: under a claimed name, or anonymously when `claims` is None. Raises as above.

    `signing` is the return phrase's key; without it the entry is signed with a key that nobody will ever have again.
    """
    signing = signing or SigningSecret(bytes(SigningKey.generate()))
    standing = Standing.WALK_UP_ANONYMOUS if claims is None else Standing.WALK_UP_NAMED
    author = Author(pub=signing.public.hex(), standing=standing, claims=claims or "")
    at = content.at.astimezone(UTC).date().isoformat() if claims is None else _second(content.at)
    return _finish(_body(content, audience, school, author, at), audience, signing, content.files)


def _body(content: Content, audience: Audience, school: str, author: Author, at: str) -> Body:
    return Body(
        v=1,
        school=school,
        kind=content.kind,
        kv=content.kind_version,
        rule=content.rule,
        to=audience.kids,
        author=author,
        dir=(content.directory[0], content.directory[1][:12]),
        at=at,
        tz=content.time_zone,
        ack=secrets.token_hex(16),
        data=dict(content.data),
        case=content.case,
        parents=content.parents,
        supersedes=content.supersedes,
        reply=content.reply,
        to_reply=audience.to_reply,
        files=tuple(each.attachment for each in content.files),
    )


def _finish(body: Body, audience: Audience, signing: SigningSecret, files: Sequence[Enclosure]) -> Composed:
    body_bytes = encode_body(body)
    frame = pack(body_bytes, signing.sign(ENTRY_SIGNATURE, body_bytes))
    # We believe our own entry only as any reader would.
    entry = verify(frame, Addressee(body.school, frozenset({key_id(signing.public)})))
    recipients = sorted({key.seal for key in audience.keys} | ({audience.to_reply} if audience.to_reply else set()))
    envelope = seal(frame, recipients, audience.slots, secrets.SystemRandom().shuffle)
    outgoing = (
        OutgoingFile(each, recipients, audience.slots, _file_tokens(each.attachment.blob, body.to)) for each in files
    )
    return Composed(entry, envelope, {kid: token_name(body.ack, kid) for kid in body.to}, tuple(outgoing))


def _file_tokens(blob: str, to: Sequence[str]) -> dict[str, str]:
    return {kid: token_name(file_secret(blob), kid, FILE_PART) for kid in to}


def _second(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
