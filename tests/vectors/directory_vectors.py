# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Vectors of directory chains: all statements but the last are sound, the last is what the vector is named after."""

from collections.abc import Sequence

import msgspec

from storage.charter import AbsenceData, PeopleData, PersonFact, RevokeData, RoleData, SettingsData
from storage.constants import ENTRY_SIGNATURE
from storage.keys import SMALL_ORDER, SigningSecret
from storage.statements import SignedStatement, sign_statement, write_statement
from tests.storage.school import (
    CHARTER,
    EVERYONE,
    RECOVERY,
    folded,
    following,
    founding,
    genesis,
    key_data,
    keys,
    kid,
    person,
    with_everyone,
)
from tests.vectors.vector import Vector

CHAIN = with_everyone()
NOTHING = SettingsData(set={})


def vectors() -> dict[str, Vector]:
    """All of them by name."""
    made = {
        "whole": _chain(CHAIN),
        "two-officers": _next("settings", SettingsData(set={"a": 1}), "head", "chair"),
        "break-glass": _next("breakglass", RoleData(role="head", person=person("cook")), RECOVERY),
        "second-vault-by-the-first": _next("key", key_data("ta 2"), "ta", "ta 2"),
    }
    bare = following(EVERYONE, "settings", NOTHING)
    relabelled = {kid(name): keys(name).signing.sign(ENTRY_SIGNATURE, bare.body) for name in ("head", "dsl")}
    two_vaults = [*CHAIN, following(EVERYONE, "key", key_data("head 2"), "head", "dsl", "head 2")]
    revoked = [*CHAIN, following(EVERYONE, "revoke", RevokeData(kid=kid("dsl")), "chair")]
    refused = {
        "one-officer": _next("settings", NOTHING, "head"),
        "an-officer-and-an-outsider": _next("settings", NOTHING, "head", "ta"),
        "two-vaults-of-one-officer": _after(two_vaults, "settings", NOTHING, "head", "head 2"),
        "a-revoked-officer": _after(revoked, "settings", NOTHING, "head", "dsl"),
        "signed-as-an-entry": _chain([*CHAIN, SignedStatement(bare.body, relabelled)]),
        "head-appoints-a-chair": _next("role", RoleData(role="chair", person=person("cook")), "head", "cook"),
        "holder-did-not-sign": _next("role", RoleData(role="deputy", person=person("cook")), "head", "dsl"),
        "head-revokes-the-chair": _next("revoke", RevokeData(kid=kid("chair")), "head"),
        "head-marks-the-chair-away": _next("absence", AbsenceData(person=person("chair")), "head"),
        "head-says-the-chair-has-left": _next(
            "people", PeopleData(set=(PersonFact(id=person("chair"), profile={"end": "2026-01-01"}),)), "head"
        ),
        "key-not-held": _next("key", key_data("clerk"), "head", "dsl"),
        "key-of-an-officer-by-one": _next("key", key_data("chair 2"), "head", "chair 2"),
        "key-of-another": _next("key", key_data("ta", of="cook"), "ta", "cook", "dsl"),
        "second-vault-by-an-officer": _next("key", key_data("ta 2"), "head", "dsl", "ta 2"),
        "break-glass-by-officers": _next(
            "breakglass", RoleData(role="head", person=person("cook")), "head", "dsl", "chair"
        ),
        "paper-key-for-settings": _next("settings", NOTHING, RECOVERY),
        "unknown-type": _next("unheard_of", NOTHING, "head", "dsl"),
        "unknown-field": _next("settings", PeopleData(set=()), "head", "dsl", extra={"extra": 1}),
        "wrong-number": _altered(n=EVERYONE.n + 2),
        "wrong-predecessor": _altered(prev=EVERYONE.school),
        "another-school": _altered(school="ab" * 32),
        "newer-version": _altered(v=2),
        "said-again": _chain([*CHAIN, CHAIN[-1]]),
        "out-of-order": _chain([CHAIN[0], CHAIN[2]]),
    }
    made |= {name: _refused(vector) for name, vector in (refused | _founded() | _layouts()).items()}
    return {f"directory-{name}": vector for name, vector in made.items()}


def _founded() -> dict[str, Vector]:
    small = msgspec.structs.replace(genesis(), recovery=sorted(SMALL_ORDER)[1].hex())
    unguarded = genesis(msgspec.structs.replace(CHARTER, guarded=("head", "dsl")))
    return {
        "founded-without-a-founder": _chain([founding(signers=("head", "dsl"))]),
        "founded-by-one": _chain([founding(genesis(founders=("head",)), ("head",))]),
        "founded-with-other-slots": _chain([founding(msgspec.structs.replace(genesis(), slots=12))]),
        "founded-with-a-paper-key-of-small-order": _chain([founding(small)]),
        "founded-with-officers-unguarded": _chain([founding(unguarded)]),
    }


def _layouts() -> dict[str, Vector]:
    file = write_statement(founding())
    start = len(founding().body) + 4
    reordered = file[:start] + file[start + 80 : start + 160] + file[start : start + 80] + file[start + 160 :]
    files = {"cut-short": file[:-1], "with-a-byte-more": file + b"x", "signatures-out-of-order": reordered,
             "signature-twice": file + file[-80:], "length-past-the-end": b"\xff" * 4 + file[4:]}  # fmt: skip
    return {f"layout-{name}": _files([data]) for name, data in files.items()}


def _after(chain: Sequence[SignedStatement], kind: str, data: msgspec.Struct, *signers: str | SigningSecret) -> Vector:
    return _chain([*chain, following(folded(chain), kind, data, *signers)])


def _next(
    kind: str, data: msgspec.Struct, *signers: str | SigningSecret, extra: dict[str, object] | None = None
) -> Vector:
    signed = following(EVERYONE, kind, data, *signers)
    if extra:
        statement = signed.statement()
        changed = msgspec.structs.replace(statement, data={**statement.data, **extra})
        signed = sign_statement(changed, (keys("head").signing, keys("dsl").signing))
    return _chain([*CHAIN, signed])


def _altered(**changes: object) -> Vector:
    statement = msgspec.structs.replace(following(EVERYONE, "settings", NOTHING).statement(), **changes)
    return _chain([*CHAIN, sign_statement(statement, (keys("head").signing, keys("dsl").signing))])


def _chain(chain: Sequence[SignedStatement]) -> Vector:
    return _files([write_statement(signed) for signed in chain], chain)


def _files(files: list[bytes], chain: Sequence[SignedStatement] = ()) -> Vector:
    headers = [("what", "directory"), ("expect", "success"), ("encoding", "base64")]
    said = [("school", chain[0].name), ("n", str(len(chain))), ("head", chain[-1].name)] if chain else []
    return Vector([*headers, *said], files)


def _refused(vector: Vector) -> Vector:
    """The same, of which the last statement is refused, and all before it are sound."""
    return Vector([("what", "directory"), ("expect", "refused"), ("encoding", "base64")], vector.payloads)
