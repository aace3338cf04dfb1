# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who must sign what. The table below is the whole of it; docs/format.md says the same in words."""

from itertools import combinations

import msgspec
import pytest

from storage.charter import (
    AbsenceData,
    ConflictData,
    KeyData,
    PeopleData,
    PersonFact,
    RevokeData,
    RoleData,
    RoleFact,
    SettingsData,
)
from storage.directory import DirectoryState, extend, found
from storage.errors import Fault, KnownError
from storage.keys import SMALL_ORDER
from storage.statements import SignedStatement, Statement, sign_statement
from tests.storage.school import (
    CHARTER,
    EVERYONE,
    RECOVERY,
    beginning,
    following,
    founding,
    genesis,
    key_data,
    key_fact,
    keys,
    kid,
    person,
    refusing,
    with_everyone,
)

SIGNERS = ("head", "dsl", "chair", "deputy", "vice", "ta", "cook")
PAIRS = ("head dsl", "head chair", "dsl chair")
OVERSEERS = ("chair", "vice", "head dsl")
"""What concerns somebody who oversees the head: themselves, one another, or two officers."""


def role(named: str, of: str, *, ends: bool = False) -> RoleData:
    return RoleData(role=named, person=person(of), ends=ends)


def _listed(*names: str) -> PeopleData:
    return PeopleData(set=tuple(PersonFact(id=person(name), profile={"end": "2026-01-01"}) for name in names))


def absence(of: str, cover: str | None = None, *, back: bool = False) -> AbsenceData:
    return AbsenceData(person=person(of), cover=None if cover is None else person(cover), back=back)


def conflict(reader: str, *, about: str = "ta", ends: bool = False) -> ConflictData:
    return ConflictData(reader=person(reader), about=person(about), ends=ends)


# What is stated, the new key that signs with the others if any, and the fewest whose signatures suffice.
RULES: dict[str, tuple[str, msgspec.Struct, str | None, tuple[str, ...]]] = {
    "list a person": ("people", PeopleData(set=(PersonFact(id="ab" * 16, profile={}),)), None, ("head", "dsl")),
    "change what is listed of the head": ("people", _listed("head"), None, PAIRS),
    "change what is listed of the chair": ("people", _listed("chair"), None, PAIRS),
    "change what is listed of the chair and of somebody with no role": (
        "people", _listed("chair", "ta"), None, PAIRS,
    ),
    "list nobody": ("people", PeopleData(set=()), None, PAIRS),
    "a first vault": ("key", key_data("clerk"), "clerk", ("head", "dsl")),
    "a second vault of somebody with no role": ("key", key_data("ta 2"), "ta 2", ("ta",)),
    "a second vault of an officer": ("key", key_data("head 2"), "head 2", PAIRS),
    "a second vault of the chair": ("key", key_data("chair 2"), "chair 2", PAIRS),
    "a second vault of another reader": (
        "key", key_data("deputy 2"), "deputy 2", ("deputy head", "deputy dsl", "deputy chair", *PAIRS),
    ),
    "revoke a key of somebody with no role": (
        "revoke", RevokeData(kid=kid("ta")), None, ("ta", "head", "dsl", "chair"),
    ),
    "revoke the head's key": ("revoke", RevokeData(kid=kid("head")), None, ("head", "dsl", "chair")),
    "revoke the chair's key": ("revoke", RevokeData(kid=kid("chair")), None, OVERSEERS),
    "revoke the vice-chair's key": ("revoke", RevokeData(kid=kid("vice")), None, OVERSEERS),
    "appoint somebody with a vault": (
        "role", role("deputy", "cook"), None, ("head dsl cook", "head chair cook", "dsl chair cook"),
    ),
    "appoint somebody with no vault": ("role", role("deputy", "clerk"), None, PAIRS),
    "appoint an officer to another role": (
        "role", role("dsl", "head"), None, ("head dsl", "head chair", "head dsl chair"),
    ),
    "end the chair's role": ("role", role("chair", "chair", ends=True), None, PAIRS),
    "end the deputy's role": ("role", role("deputy", "deputy", ends=True), None, PAIRS),
    "somebody is away": ("absence", absence("ta"), None, ("ta", "head", "dsl")),
    "the head is away": ("absence", absence("head"), None, ("head", "dsl")),
    "the head is away, and the deputy covers": ("absence", absence("head", "deputy"), None, ("head", "dsl")),
    "the head is away, and anybody covers": ("absence", absence("head", "cook"), None, PAIRS),
    "the head is back": ("absence", absence("head", back=True), None, ("head", "dsl")),
    "the chair is away": ("absence", absence("chair"), None, OVERSEERS),
    "the chair is away, and the vice-chair covers": ("absence", absence("chair", "vice"), None, OVERSEERS),
    "the chair is away, and anybody covers": ("absence", absence("chair", "cook"), None, PAIRS),
    "the chair is back": ("absence", absence("chair", back=True), None, OVERSEERS),
    "somebody with no role is away, and anybody covers": ("absence", absence("ta", "cook"), None, PAIRS),
    "keep a reader away": ("conflict", conflict("dsl"), None, ("dsl", "head chair")),
    "keep two readers from one another": ("conflict", conflict("dsl", about="head"), None, PAIRS),
    "let a reader in again": ("conflict", conflict("dsl", ends=True), None, PAIRS),
    "change settings": ("settings", SettingsData(set={"x": 1}), None, PAIRS),
}  # fmt: skip


def accepts(state: DirectoryState, signed: SignedStatement) -> bool:
    try:
        extend(state, signed)
    except KnownError as error:
        assert error.code is Fault.DIRECTORY_REFUSED  # noqa: PT017 - the fault is part of the answer
        return False
    return True


@pytest.mark.parametrize("rule", RULES)
def test_exactly_the_right_signatures_suffice(rule: str) -> None:
    kind, data, newcomer, enough = RULES[rule]
    everybody = following(EVERYONE, kind, data, *SIGNERS, *([newcomer] if newcomer else [])).signatures
    body = following(EVERYONE, kind, data).body
    for count in range(len(SIGNERS) + 1):
        for signers in combinations(SIGNERS, count):
            signed_by = {kid(name) for name in (*signers, *([newcomer] if newcomer else []))}
            signed = SignedStatement(body, {name: everybody[name] for name in signed_by})
            expected = any(set(few.split()) <= set(signers) for few in enough)
            assert accepts(EVERYONE, signed) == expected, f"{rule}: {signers}"


def test_every_type_of_statement_is_in_the_table_but_breaking_glass() -> None:
    from storage.directory import _TYPES

    assert {kind for kind, *_ in RULES.values()} == _TYPES.keys() - {"breakglass"}


@pytest.mark.parametrize("rule", [name for name, (_, _, newcomer, _) in RULES.items() if newcomer])
def test_a_key_whose_holder_does_not_sign_is_not_admitted(rule: str) -> None:
    kind, data, _, _ = RULES[rule]
    assert not accepts(EVERYONE, following(EVERYONE, kind, data, *SIGNERS))


def stated(state: DirectoryState, kind: str, data: msgspec.Struct, *signers: str) -> DirectoryState:
    return extend(state, following(state, kind, data, *signers))


def test_two_vaults_of_one_person_count_once() -> None:
    state = stated(EVERYONE, "key", key_data("head 2"), "head", "dsl", "head 2")
    assert not accepts(state, following(state, "settings", SettingsData(set={}), "head", "head 2"))
    assert accepts(state, following(state, "settings", SettingsData(set={}), "head 2", "dsl"))


def test_a_head_who_is_also_the_dsl_is_one_person() -> None:
    both = (RoleFact(role="dsl", person=person("head")),)
    data = msgspec.structs.replace(genesis(), roles=(*genesis().roles[:1], *both, genesis().roles[2]))
    state = found(founding(data))
    assert not accepts(state, following(state, "settings", SettingsData(set={}), "head", "dsl"))
    assert accepts(state, following(state, "settings", SettingsData(set={}), "head", "chair"))


def test_a_revoked_key_signs_nothing_more() -> None:
    state = stated(EVERYONE, "revoke", RevokeData(kid=kid("dsl")), "chair")
    assert not accepts(state, following(state, "settings", SettingsData(set={}), "head", "dsl"))
    assert state.active_keys(person("dsl")) == ()


def test_a_revoked_key_does_not_come_back() -> None:
    state = stated(EVERYONE, "revoke", RevokeData(kid=kid("ta")), "ta")
    assert not accepts(state, following(state, "key", key_data("ta"), "ta", "head", "dsl"))
    assert accepts(state, following(state, "key", key_data("ta 2"), "ta 2", "head"))


def test_a_key_cannot_be_revoked_twice_nor_one_that_is_not_there() -> None:
    state = stated(EVERYONE, "revoke", RevokeData(kid=kid("ta")), "ta")
    assert not accepts(state, following(state, "revoke", RevokeData(kid=kid("ta")), "head", "dsl"))
    assert not accepts(state, following(state, "revoke", RevokeData(kid=kid("clerk")), "head", "dsl"))


def test_a_key_cannot_be_another_s_nor_of_small_order_nor_a_bad_recipient() -> None:
    taken = key_data("ta", of="cook")
    assert not accepts(EVERYONE, following(EVERYONE, "key", taken, "ta", "cook", "head", "dsl"))
    small = msgspec.structs.replace(key_data("clerk"), sign=sorted(SMALL_ORDER)[3].hex())
    bad = msgspec.structs.replace(key_data("clerk"), seal="age1" + "q" * 58)
    for data in (small, bad):
        with refusing(Fault.DIRECTORY_REFUSED):
            extend(EVERYONE, following(EVERYONE, "key", data, "clerk", "head", "dsl"))


def test_nobody_unlisted_gets_a_key_a_role_an_absence_or_a_conflict() -> None:
    state = beginning()
    stranger = "ab" * 16
    for kind, data in (
        ("key", KeyData(person=stranger, sign=keys("new").public.sign, seal=keys("new").public.seal)),
        ("role", RoleData(role="head", person=stranger)),
        ("absence", AbsenceData(person=stranger)),
        ("absence", AbsenceData(person=person("head"), cover=stranger)),
        ("conflict", ConflictData(reader=stranger)),
        ("breakglass", RoleData(role="head", person=stranger)),
    ):
        assert not accepts(state, following(state, kind, data, "head", "dsl", "chair", "new", RECOVERY))


# Breaking glass.


def test_the_paper_key_alone_changes_a_role_and_nothing_else() -> None:
    data = role("head", "cook")
    assert accepts(EVERYONE, following(EVERYONE, "breakglass", data, RECOVERY))
    assert not accepts(EVERYONE, following(EVERYONE, "breakglass", data, "head", "dsl", "chair"))
    for kind, other, _, _ in RULES.values():
        assert not accepts(EVERYONE, following(EVERYONE, kind, other, RECOVERY))


def test_breaking_glass_is_remembered_as_that() -> None:
    state = extend(EVERYONE, following(EVERYONE, "breakglass", role("head", "cook"), RECOVERY))
    assert (state.changes[-1].break_glass, state.changes[-1].signers) == (True, ())
    assert not any(change.break_glass for change in EVERYONE.changes)


def test_breaking_glass_gives_a_school_back_to_two_who_have_vaults() -> None:
    state = EVERYONE
    for name in ("head", "dsl"):
        state = stated(state, "revoke", RevokeData(kid=kid(name)), "chair")
    state = stated(state, "revoke", RevokeData(kid=kid("chair")), "chair")
    for named, name in (("head", "cook"), ("dsl", "ta")):
        state = extend(state, following(state, "breakglass", role(named, name), RECOVERY))
    assert accepts(state, following(state, "settings", SettingsData(set={}), "cook", "ta"))


# Where a statement stands.


def _altered(**changes: object) -> SignedStatement:
    signed = following(EVERYONE, "settings", SettingsData(set={}), "head", "dsl")
    statement = msgspec.structs.replace(signed.statement(), **changes)
    return sign_statement(statement, (keys("head").signing, keys("dsl").signing))


@pytest.mark.parametrize(
    "changes",
    [
        {"n": EVERYONE.n},
        {"n": EVERYONE.n + 2},
        {"prev": EVERYONE.school},
        {"prev": None},
        {"school": "ab" * 32},
        {"school": None},
        {"v": 2},
        {"v": 0},
        {"type": "genesis"},
        {"type": "unheard_of"},
        {"data": {"set": {}, "extra": 1}},
        {"data": {}},
    ],
    ids=str,
)
def test_what_does_not_follow_is_refused(changes: dict[str, object]) -> None:
    assert accepts(EVERYONE, _altered())
    assert not accepts(EVERYONE, _altered(**changes))


def test_no_statement_of_the_chain_can_be_said_again_later() -> None:
    for signed in with_everyone():
        assert not accepts(EVERYONE, signed)


# The founding.


def test_the_school_is_named_after_its_founding_statement() -> None:
    assert beginning().school == beginning().head == founding().name
    assert beginning().n == 1


def _genesis_with(**changes: object) -> msgspec.Struct:
    return msgspec.structs.replace(genesis(), **changes)


@pytest.mark.parametrize(
    ("data", "signers"),
    [
        (genesis(), ("head", "dsl")),
        (genesis(), ()),
        (genesis(founders=("head",)), ("head",)),
        (_genesis_with(slots=0), ("head", "dsl", "chair")),
        (_genesis_with(slots=1000), ("head", "dsl", "chair")),
        (_genesis_with(recovery=sorted(SMALL_ORDER)[0].hex()), ("head", "dsl", "chair")),
        (_genesis_with(people=()), ("head", "dsl", "chair")),
        (_genesis_with(keys=(key_fact("head"), key_fact("head"), key_fact("dsl"))), ("head", "dsl")),
        (_genesis_with(roles=(RoleFact(role="head", person="ab" * 16),)), ("head", "dsl", "chair")),
        (_genesis_with(keys=(key_fact("ta"), key_fact("cook"))), ("ta", "cook")),
        (genesis(msgspec.structs.replace(CHARTER, guarded=("head", "dsl"))), ("head", "dsl", "chair")),
        (genesis(msgspec.structs.replace(CHARTER, registrars=("head", "clerk"))), ("head", "dsl", "chair")),
        (SettingsData(set={}), ("head", "dsl", "chair")),
    ],
    ids=[
        "one has not signed", "nobody has", "one officer", "no slots", "too many slots", "a paper key of small order",
        "nobody listed", "a key twice", "a role of nobody", "no officers' vaults", "an officer's key not guarded",
        "a registrar's key not guarded", "other data",
    ],
)  # fmt: skip
def test_no_school_is_founded_so(data: msgspec.Struct, signers: tuple[str, ...]) -> None:
    with refusing(Fault.DIRECTORY_REFUSED):
        found(founding(data, signers))


@pytest.mark.parametrize(
    "changes", [{"n": 2}, {"v": 2}, {"type": "settings"}, {"prev": "ab" * 32}, {"school": "ab" * 32}], ids=str
)
def test_a_founding_statement_stands_first(changes: dict[str, object]) -> None:
    statement: Statement = msgspec.structs.replace(founding().statement(), **changes)
    with refusing(Fault.DIRECTORY_REFUSED):
        found(sign_statement(statement, tuple(keys(name).signing for name in ("head", "dsl", "chair"))))
