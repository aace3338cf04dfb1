# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What statements do, one by one and in any order; who must sign them stands in test_directory.py."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.charter import PeopleData, PersonFact, RevokeData, SettingsData
from storage.directory import DirectoryState, extend, found
from tests.storage.school import AT, EVERYONE, following, key_data, key_fact, kid, person, with_everyone
from tests.storage.test_directory import RULES, SIGNERS, absence, accepts, conflict, role, stated


def test_guarded_changes_are_remembered_with_who_signed_them() -> None:
    state = stated(EVERYONE, "role", role("chair", "vice"), "head", "dsl", "vice")
    change = state.changes[-1]
    assert (change.n, change.at, change.role, change.person, change.ends) == (
        state.n, AT, "chair", person("vice"), False,
    )  # fmt: skip
    assert change.signers == tuple(sorted(person(name) for name in ("head", "dsl", "vice")))


def test_a_role_that_nobody_guards_is_not_announced() -> None:
    state = stated(EVERYONE, "role", role("first_aider", "cook"), "head", "dsl", "cook")
    assert state.changes == EVERYONE.changes
    assert "first_aider" in state.roles_held(person("cook"))


def test_a_role_is_held_once_and_ends() -> None:
    again = msgspec.structs.replace(role("deputy", "deputy"), order=2)
    state = stated(EVERYONE, "role", again, "head", "dsl", "deputy")
    assert [fact.order for fact in state.roles if fact.role == "deputy"] == [2]
    ended = stated(state, "role", role("deputy", "deputy", ends=True), "head", "dsl")
    assert ended.roles_held(person("deputy")) == frozenset()
    assert len(ended.roles) == len(state.roles) - 1


def test_an_absence_replaces_the_one_before_and_ends() -> None:
    away = stated(stated(EVERYONE, "absence", absence("head"), "head"), "absence", absence("head", "deputy"), "head")
    assert [fact.cover for fact in away.absences] == [person("deputy")]
    assert stated(away, "absence", absence("head", back=True), "head").absences == ()


def test_a_conflict_is_kept_once_and_ends() -> None:
    kept = stated(stated(EVERYONE, "conflict", conflict("dsl"), "dsl"), "conflict", conflict("dsl"), "dsl")
    assert len(kept.conflicts) == 1
    assert stated(kept, "conflict", conflict("dsl", ends=True), "head", "chair").conflicts == ()


def test_settings_and_profiles_that_are_not_named_stay() -> None:
    state = stated(EVERYONE, "settings", SettingsData(set={"a": 1, "b": 2}), "head", "dsl")
    state = stated(state, "settings", SettingsData(set={"b": 3}), "head", "dsl")
    assert state.settings == {"a": 1, "b": 3}
    renamed = stated(state, "people", PeopleData(set=(PersonFact(id=person("ta"), profile={"name": "T"}),)), "dsl")
    assert renamed.people[person("ta")] == {"name": "T"}
    assert renamed.people[person("cook")] == state.people[person("cook")]


def test_both_vaults_of_a_person_are_sealed_to_in_a_fixed_order() -> None:
    state = stated(EVERYONE, "key", key_data("ta 2"), "ta", "ta 2")
    assert state.active_keys(person("ta")) == tuple(key_fact(name) for name in sorted(("ta", "ta 2"), key=kid))


# Whatever is stated, in any order, by anybody.

_STATED = st.sampled_from([
    *((kind, data, newcomer) for kind, data, newcomer, _ in RULES.values()),
    ("role", role("head", "cook"), None),
    ("role", role("head", "head", ends=True), None),
    ("role", role("chair", "vice"), None),
    ("revoke", RevokeData(kid=kid("dsl")), None),
])  # fmt: skip
_STEPS = st.lists(st.tuples(_STATED, st.sets(st.sampled_from(SIGNERS), min_size=1), st.booleans()), max_size=12)


@settings(max_examples=60)
@given(_STEPS)
def test_any_history_holds_together(steps: list[tuple[tuple[str, msgspec.Struct, str | None], set[str], bool]]) -> None:
    state, chain = EVERYONE, with_everyone()
    for (kind, data, newcomer), signers, newcomer_signs in steps:
        also = [newcomer] if newcomer and newcomer_signs else []
        signed = following(state, kind, data, *sorted(signers), *also)
        if accepts(state, signed):
            _check_step(state, extend(state, signed))
            chain.append(signed)
            state = extend(state, signed)
    again = found(chain[0])
    for signed in chain[1:]:
        again = extend(again, signed)
    assert again == state


def _check_step(before: DirectoryState, after: DirectoryState) -> None:
    """What no statement may do, whoever signed it."""
    assert (after.school, after.charter, after.recovery, after.slots) == (
        before.school, before.charter, before.recovery, before.slots,
    )  # fmt: skip
    assert after.n == before.n + 1
    assert before.people.keys() <= after.people.keys()
    for name, record in before.keys.items():
        assert after.keys[name].fact == record.fact
        assert record.revoked is None or after.keys[name].revoked == record.revoked
    assert after.changes[: len(before.changes)] == before.changes
    guarded = [
        {(fact.role, fact.person) for fact in state.roles if fact.role in state.charter.guarded}
        for state in (before, after)
    ]
    assert guarded[0] == guarded[1] or len(after.changes) == len(before.changes) + 1
