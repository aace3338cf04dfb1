# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.charter import RoleData, SettingsData
from storage.directory import extend
from storage.directory_store import DirectoryStore, fetch, statement_file
from storage.enrolment import read_code, write_code
from storage.errors import Fault
from storage.exchange import FolderExchange
from storage.statements import SignedStatement, write_statement
from tests.storage.school import EVERYONE, SCHOOL, folded, following, founding, genesis, person, refusing, with_everyone

CHAIN = with_everyone()
LAST = len(CHAIN)
PIN = (1, SCHOOL)
NEWEST = (LAST, EVERYONE.head)


def kept(folder: Path, chain: Sequence[SignedStatement] = CHAIN) -> DirectoryStore:
    store = DirectoryStore(folder)
    for signed in chain:
        store.add(signed)
    return store


def offer(share: Path, *chain: SignedStatement, named: str = "") -> None:
    for signed in chain:
        (share / "directory" / (named or statement_file(signed))).write_bytes(write_statement(signed))


def setting(state_chain: Sequence[SignedStatement], value: int, *signers: str) -> SignedStatement:
    return following(folded(state_chain), "settings", SettingsData(set={"x": value}), *signers)


FORK = [*CHAIN[:-1], setting(CHAIN[:-1], 1, "head", "dsl")]
"""Another last statement, by two officers."""


def test_a_file_is_named_after_its_number_and_its_hash() -> None:
    assert statement_file(CHAIN[0]) == f"000001-{SCHOOL[:12]}.cdir"


def test_what_is_kept_is_folded(tmp_path: Path) -> None:
    assert kept(tmp_path).load(SCHOOL, NEWEST) == EVERYONE
    assert [*kept(tmp_path).states()] == [folded(CHAIN[: n + 1]) for n in range(len(CHAIN))]


@pytest.mark.parametrize(
    ("school", "least"),
    [
        (SCHOOL, (LAST + 1, "")),
        (SCHOOL, (LAST, "00")),
        (SCHOOL, (2, "00")),
        ("00" * 32, PIN),
    ],
    ids=["older than the pin", "another last", "another in between", "another school"],
)
def test_what_does_not_hold_the_pin_is_refused(tmp_path: Path, school: str, least: tuple[int, str]) -> None:
    with refusing(Fault.DIRECTORY_REFUSED):
        kept(tmp_path).load(school, least)


def test_nothing_kept_is_refused(tmp_path: Path) -> None:
    with refusing(Fault.DIRECTORY_REFUSED):
        DirectoryStore(tmp_path / "not there").load(SCHOOL, PIN)


def test_a_damaged_or_missing_statement_is_refused(tmp_path: Path) -> None:
    store = kept(tmp_path)
    (tmp_path / statement_file(CHAIN[2])).write_bytes(write_statement(CHAIN[2])[:-1])
    with refusing(Fault.DIRECTORY_REFUSED):
        store.load(SCHOOL, PIN)
    (tmp_path / statement_file(CHAIN[2])).unlink()
    with refusing(Fault.DIRECTORY_REFUSED):
        store.load(SCHOOL, PIN)


# Against the exchange.


def test_what_follows_on_is_taken_and_kept(tmp_path: Path, share: Path, exchange: FolderExchange) -> None:
    offer(share, *CHAIN)
    store = kept(tmp_path / "mine", CHAIN[:2])
    merged = store.merge(folded(CHAIN[:2]), exchange)
    assert (merged.state, merged.new, merged.refused, merged.forks) == (EVERYONE, LAST - 2, 0, ())
    assert store.load(SCHOOL, NEWEST) == EVERYONE


def test_an_older_exchange_takes_nothing_back(tmp_path: Path, share: Path, exchange: FolderExchange) -> None:
    offer(share, *CHAIN[:2])
    store = kept(tmp_path / "mine")
    merged = store.merge(EVERYONE, exchange)
    assert (merged.state, merged.new, merged.forks) == (EVERYONE, 0, ())


@pytest.mark.usefixtures("exchange")
def test_what_the_exchange_lacks_or_holds_damaged_is_put_back(
    tmp_path: Path, share: Path, exchange: FolderExchange
) -> None:
    offer(share, *CHAIN[:3])
    damaged = share / "directory" / statement_file(CHAIN[1])
    damaged.write_bytes(b"not a statement, but of the same name")
    kept(tmp_path / "mine").publish(exchange)
    there = {path.name: path.read_bytes() for path in (share / "directory").iterdir()}
    assert there == {statement_file(signed): write_statement(signed) for signed in CHAIN}


def test_publishing_again_changes_nothing(tmp_path: Path, share: Path, exchange: FolderExchange) -> None:
    store = kept(tmp_path / "mine")
    store.publish(exchange)
    before = {path.name: path.stat().st_mtime_ns for path in (share / "directory").iterdir()}
    store.publish(exchange)
    assert {path.name: path.stat().st_mtime_ns for path in (share / "directory").iterdir()} == before


def test_a_second_sound_statement_at_a_number_we_hold_is_a_fork(
    tmp_path: Path, share: Path, exchange: FolderExchange
) -> None:
    offer(share, *CHAIN, FORK[-1])
    store = kept(tmp_path / "mine")
    merged = store.merge(EVERYONE, exchange)
    assert (merged.state, merged.forks) == (EVERYONE, (LAST,))
    assert store.load(SCHOOL, NEWEST) == EVERYONE


def test_two_that_both_follow_are_an_alarm_at_the_next_look(
    tmp_path: Path, share: Path, exchange: FolderExchange
) -> None:
    offer(share, CHAIN[-1], FORK[-1])
    store = kept(tmp_path / "mine", CHAIN[:-1])
    first = store.merge(folded(CHAIN[:-1]), exchange)
    assert (first.state.n, first.new, first.forks) == (LAST, 1, ())
    assert store.merge(first.state, exchange).forks == (LAST,)


def test_what_nobody_had_the_right_to_sign_is_no_fork(tmp_path: Path, share: Path, exchange: FolderExchange) -> None:
    one_officer = setting(CHAIN[:-1], 2, "head")
    offer(share, *CHAIN, one_officer, setting(CHAIN, 3, "ta"))
    merged = kept(tmp_path / "mine").merge(EVERYONE, exchange)
    assert (merged.state, merged.new, merged.refused, merged.forks) == (EVERYONE, 0, 1, ())


def test_the_same_statement_with_other_signatures_is_no_fork(
    tmp_path: Path, share: Path, exchange: FolderExchange
) -> None:
    more = setting(CHAIN, 1, "head", "dsl", "chair")
    fewer = SignedStatement(more.body, {name: more.signatures[name] for name in list(more.signatures)[:2]})
    offer(share, fewer, named="000009-copy.cdir")
    store = kept(tmp_path / "mine", [*CHAIN, more])
    assert store.merge(extend(EVERYONE, more), exchange).forks == ()


@pytest.mark.usefixtures("exchange")
def test_another_school_s_founding_is_no_fork(tmp_path: Path, share: Path, exchange: FolderExchange) -> None:
    offer(share, *CHAIN, founding(genesis(founders=("head", "dsl")), ("head", "dsl")))
    assert kept(tmp_path / "mine").merge(EVERYONE, exchange).forks == ()


def test_hostile_files_stop_nothing(tmp_path: Path, share: Path, exchange: FolderExchange) -> None:
    offer(share, *CHAIN)
    for name, data in (("000003-x.cdir", b"x"), ("zzz", b"\xff" * 300_000), ("000009-y.cdir", b"\0\0\0\2{}")):
        (share / "directory" / name).write_bytes(data)
    merged = kept(tmp_path / "mine", CHAIN[:2]).merge(folded(CHAIN[:2]), exchange)
    assert merged.state == EVERYONE


def test_a_statement_in_a_conflict_copy_is_taken_too(tmp_path: Path, share: Path, exchange: FolderExchange) -> None:
    offer(share, CHAIN[-1], named="000007 (PC27's conflicted copy).cdir")
    merged = kept(tmp_path / "mine", CHAIN[:-1]).merge(folded(CHAIN[:-1]), exchange)
    assert merged.state == EVERYONE


# A machine that joins.


def _pinned(chain: Sequence[SignedStatement]) -> tuple[str, tuple[int, str]]:
    state = folded(chain)
    pin = read_code(write_code(state.school, state.n, state.head))
    return pin.school, (pin.n, pin.head)


def test_a_fresh_machine_with_a_code_takes_the_chain(share: Path, exchange: FolderExchange) -> None:
    offer(share, *CHAIN)
    assert fetch(exchange, *_pinned(CHAIN)) == CHAIN
    assert fetch(exchange, *_pinned(CHAIN[:3])) == CHAIN


def test_a_fresh_machine_with_a_code_refuses_last_year_s_directory(share: Path, exchange: FolderExchange) -> None:
    offer(share, *CHAIN[:-1])
    with refusing(Fault.DIRECTORY_REFUSED):
        fetch(exchange, *_pinned(CHAIN))


def test_a_fresh_machine_with_a_code_refuses_another_branch(share: Path, exchange: FolderExchange) -> None:
    offer(share, *FORK, setting(FORK, 2, "head", "dsl"))
    with refusing(Fault.DIRECTORY_REFUSED):
        fetch(exchange, *_pinned(CHAIN))


def test_a_fresh_machine_with_a_code_refuses_another_school(share: Path, exchange: FolderExchange) -> None:
    offer(share, founding(genesis(founders=("head", "dsl")), ("head", "dsl")))
    with refusing(Fault.EXCHANGE_OTHER_SCHOOL):
        fetch(exchange, *_pinned(CHAIN))


def test_statements_without_their_signatures_keep_nobody_from_joining(share: Path, exchange: FolderExchange) -> None:
    for number, signed in enumerate(CHAIN):
        offer(share, SignedStatement(signed.body, {}), named=f"00000{number}-a.cdir")
        offer(share, SignedStatement(signed.body, {}), named=f"00000{number}-z.cdir")
    offer(share, *CHAIN)
    assert fetch(exchange, *_pinned(CHAIN)) == CHAIN


@pytest.mark.usefixtures("exchange")
def test_an_unreachable_exchange_says_so(tmp_path: Path) -> None:
    from tests.storage.school import impatient

    gone = impatient(tmp_path / "unplugged")
    with refusing(Fault.EXCHANGE_UNREACHABLE):
        fetch(gone, *_pinned(CHAIN))
    with refusing(Fault.EXCHANGE_UNREACHABLE):
        kept(tmp_path / "mine").merge(EVERYONE, gone)


def test_the_head_alone_makes_no_chair(tmp_path: Path, share: Path, exchange: FolderExchange) -> None:
    alone = following(EVERYONE, "role", RoleData(role="chair", person=person("cook")), "head", "cook")
    offer(share, alone)
    merged = kept(tmp_path / "mine").merge(EVERYONE, exchange)
    assert (merged.state, merged.refused) == (EVERYONE, 1)


# A newer Candour's.


def unread(*signers: str) -> SignedStatement:
    """A statement that follows on, of a type that this Candour does not know."""
    return following(EVERYONE, "delegation", SettingsData(set={}), *signers)


def test_what_only_a_newer_candour_reads_is_told_and_not_passed_over(
    tmp_path: Path, share: Path, exchange: FolderExchange
) -> None:
    (share / "directory" / "000099-000000000000.cdir").write_bytes(write_statement(unread("head", "dsl")))
    merged = kept(tmp_path / "mine").merge(EVERYONE, exchange)
    assert (merged.state, merged.is_behind) == (EVERYONE, True)


@pytest.mark.parametrize("signers", [(), ("stranger",)], ids=["by nobody", "by a stranger"])
def test_a_statement_that_nobody_trusted_signed_says_nothing_about_the_school(
    tmp_path: Path, share: Path, exchange: FolderExchange, signers: tuple[str, ...]
) -> None:
    (share / "directory" / "000099-000000000000.cdir").write_bytes(write_statement(unread(*signers)))
    assert not kept(tmp_path / "mine").merge(EVERYONE, exchange).is_behind


def test_a_directory_of_a_newer_candour_on_this_machine_is_said_to_be_one(tmp_path: Path) -> None:
    store = kept(tmp_path)
    (tmp_path / f"{LAST + 1:06d}-000000000000.cdir").write_bytes(write_statement(unread("head", "dsl")))
    with refusing(Fault.DIRECTORY_TOO_NEW):
        store.load(SCHOOL, PIN)


def test_a_computer_that_cannot_read_as_far_as_its_code_is_to_be_updated(share: Path, exchange: FolderExchange) -> None:
    offer(share, *CHAIN)
    (share / "directory" / "000099-000000000000.cdir").write_bytes(write_statement(unread("head", "dsl")))
    with refusing(Fault.DIRECTORY_TOO_NEW):
        fetch(exchange, SCHOOL, (LAST + 1, ""))
