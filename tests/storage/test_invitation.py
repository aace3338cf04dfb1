# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A code binds new keys to one person of one school, and nothing else."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.constants import INVITATION_BYTES
from storage.errors import Fault, KnownError
from storage.invitation import (
    is_proven,
    joining,
    key_data,
    matches,
    new_secret,
    read_invitation,
    read_joining,
    write_invitation,
)
from tests.storage.school import keys, person

SCHOOL = "ab" * 32
SECRET = bytes(range(INVITATION_BYTES))
ASKED = joining(SECRET, SCHOOL, person("cook"), keys("cook"))
SECRETS = st.binary(min_size=INVITATION_BYTES, max_size=INVITATION_BYTES)


@given(SECRETS)
def test_a_code_is_read_as_it_was_written(secret: bytes) -> None:
    code = write_invitation(secret)
    assert [len(group) for group in code.split("-")] == [6, 6, 6]
    assert read_invitation(code.lower().replace("-", " ")) == secret


@given(SECRETS, st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_character_is_found(secret: bytes, at: int, letter: str) -> None:
    letters = write_invitation(secret).replace("-", "")
    wrong = letters[:at] + letter + letters[at + 1 :]
    if wrong != letters:
        with pytest.raises(KnownError) as refused:
            read_invitation(wrong)
        assert refused.value.code is Fault.CODE_REFUSED


@pytest.mark.parametrize("typed", ["", "ABC", "U" * 18, "é" * 18, "0" * 19])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(KnownError):
        read_invitation(typed)


def test_two_secrets_are_never_the_same() -> None:
    assert new_secret() != new_secret()


def test_the_right_code_matches() -> None:
    assert matches(SECRET, SCHOOL, ASKED)


@pytest.mark.parametrize("name", ["person", "sign", "seal"])
def test_nothing_of_a_request_can_be_exchanged(name: str) -> None:
    other = joining(SECRET, SCHOOL, person("ta"), keys("ta"))
    mixed = msgspec.structs.replace(ASKED, **{name: getattr(other, name)})
    assert not matches(SECRET, SCHOOL, mixed)
    assert not is_proven(SCHOOL, key_data(mixed))


def test_another_code_and_another_school_do_not_match() -> None:
    assert not matches(bytes(INVITATION_BYTES), SCHOOL, ASKED)
    assert not matches(SECRET, "cd" * 32, ASKED)
    assert not is_proven("cd" * 32, key_data(ASKED))


def test_the_key_proves_that_it_is_held() -> None:
    assert is_proven(SCHOOL, key_data(ASKED))
    assert not is_proven(SCHOOL, msgspec.structs.replace(key_data(ASKED), proof=None))


@pytest.mark.parametrize("data", [None, {}, {"person": "x"}, {**msgspec.to_builtins(ASKED), "more": 1}])
def test_what_is_no_request_is_none(data: object) -> None:
    assert read_joining(data) is None
