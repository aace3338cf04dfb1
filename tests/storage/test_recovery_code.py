# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import Fault
from storage.recovery_code import GROUPS, RecoveryCode, new_recovery_code, read_group, read_recovery_code
from storage.typed_codes import ALPHABET
from tests.storage.school import allowing, refusing, seed

CODE = RecoveryCode(seed("recovery code")[:16])
PRINTED = "-".join(CODE.groups)

codes = st.binary(min_size=16, max_size=16).map(RecoveryCode)


@given(code=codes)
def test_what_is_printed_reads_back(code: RecoveryCode) -> None:
    assert [len(group) for group in code.groups] == [5] * GROUPS
    assert read_recovery_code("-".join(code.groups)) == code


@given(code=codes, group=st.integers(0, 7), place=st.integers(0, 4), letter=st.sampled_from(ALPHABET))
def test_one_wrong_letter_names_its_group(code: RecoveryCode, group: int, place: int, letter: str) -> None:
    right = code.groups[group]
    wrong = right[:place] + letter + right[place + 1 :]
    if wrong == right:
        return
    typed = " ".join([*code.groups[:group], wrong, *code.groups[group + 1 :]])
    with refusing(Fault.RECOVERY_GROUP_WRONG, group=group + 1):
        read_recovery_code(typed)


@given(code=codes, one=st.integers(0, 7), other=st.integers(0, 7))
def test_groups_that_changed_places_are_noticed(code: RecoveryCode, one: int, other: int) -> None:
    groups = list(code.groups)
    groups[one], groups[other] = groups[other], groups[one]
    if one == other:
        assert read_recovery_code(" ".join(groups)) == code
    else:
        with refusing(Fault.RECOVERY_GROUP_WRONG, group=min(one, other) + 1):
            read_recovery_code(" ".join(groups))


@given(code=codes, group=st.integers(0, 7), one=st.integers(0, 4), other=st.integers(0, 4))
def test_letters_that_changed_places_are_noticed(code: RecoveryCode, group: int, one: int, other: int) -> None:
    letters = list(code.groups[group])
    letters[one], letters[other] = letters[other], letters[one]
    changed = "".join(letters)
    if changed != code.groups[group]:
        with refusing(Fault.RECOVERY_GROUP_WRONG, group=group + 1):
            read_group(group + 1, changed)


@given(typed=st.text(max_size=60))
def test_anything_else_is_refused_and_nothing_is_raised_but_that(typed: str) -> None:
    with allowing(Fault.RECOVERY_CODE_LENGTH, Fault.RECOVERY_GROUP_WRONG):
        read_recovery_code(typed)


def test_a_letter_left_out_names_its_group() -> None:
    short = [*CODE.groups[:2], CODE.groups[2][1:], *CODE.groups[3:]]
    with refusing(Fault.RECOVERY_GROUP_WRONG, group=3):
        read_recovery_code(" ".join(short))


@pytest.mark.parametrize("typed", ["", PRINTED[:-6], PRINTED + "-00000"])
def test_too_few_or_too_many_groups_are_refused(typed: str) -> None:
    with refusing(Fault.RECOVERY_CODE_LENGTH):
        read_recovery_code(typed)


def test_a_group_reads_as_it_is_printed_however_it_is_typed() -> None:
    assert read_group(2, f" {CODE.groups[1].lower()} ") == CODE.groups[1]


def test_backups_are_sealed_to_the_code_and_to_no_other() -> None:
    sealed = pyrage.encrypt(b"a backup", [pyrage.x25519.Recipient.from_str(CODE.recipient)])
    assert pyrage.decrypt(sealed, [read_recovery_code(PRINTED).identity]) == b"a backup"
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [new_recovery_code().identity])


def test_its_keys_are_those_of_hkdf() -> None:
    """Test case 3 of RFC 5869 has no label that ours could take; so it is written out: extract, then one block."""
    import hashlib
    import hmac

    extracted = hmac.new(bytes(32), CODE.secret, hashlib.sha256).digest()
    backup = hmac.new(extracted, b"candour/recovery-backup/v1\0\x01", hashlib.sha256).digest()
    assert CODE.slot_key(bytes(32)) != backup
    assert CODE.slot_key(b"salt") == hmac.new(
        hmac.new(b"salt", CODE.secret, hashlib.sha256).digest(), b"candour/recovery-slot/v1\0\x01", hashlib.sha256
    ).digest()  # fmt: skip


def test_it_is_shown_by_no_repr() -> None:
    assert CODE.secret.hex() not in repr(CODE)
    assert repr(CODE.secret) not in repr(CODE)
