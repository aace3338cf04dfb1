# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.body import Body, Day, Moment, Word, chain_key, decode_body, encode_body, entry_id
from storage.constants import BODY_MAX
from storage.errors import Fault
from tests.storage.school import allowing, kid, plain_body, refusing

Fields = dict[str, Any]
MEMBER = json.loads(encode_body(plain_body()))
WALK_UP = {key: value for key, value in MEMBER.items() if key not in {"chain", "seq"}} | {
    "author": {"pub": "ab" * 32, "standing": "walkup-named", "claims": "Jo Smith, supply"}
}
A, B = "aa" * 32, "bb" * 32


def written(fields: Fields) -> bytes:
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def changed(fields: Fields, **changes: Any) -> bytes:
    return written({key: value for key, value in {**fields, **changes}.items() if value is not ...})


def test_a_body_is_written_sorted_and_read_back_equal() -> None:
    body = plain_body(case=A, parents=(A, B), supersedes=B, reply="age1" + "q" * 58, to_reply="age1" + "z" * 58)
    data = encode_body(body)
    assert decode_body(data) == body
    assert data == written(json.loads(data))


def test_the_walk_up_and_the_member_body_are_sound() -> None:
    assert decode_body(written(MEMBER)).seq == 1
    assert decode_body(written(WALK_UP)).chain is None


@pytest.mark.parametrize("field", [name for name in MEMBER if name != "seq"])
def test_no_field_may_be_missing(field: str) -> None:
    with refusing(Fault.ENTRY_MALFORMED):
        decode_body(changed(MEMBER, **{field: ...}))


@pytest.mark.parametrize("field", Body.__struct_fields__)
def test_no_field_takes_another_type(field: str) -> None:
    wrong: object = [] if field == "data" else {}
    with refusing(Fault.ENTRY_MALFORMED):
        decode_body(changed(MEMBER, **{field: wrong}))


@pytest.mark.parametrize(
    "changes",
    [
        {"extra": 1},
        {"author": {**MEMBER["author"], "extra": 1}},
        {"author": {**MEMBER["author"], "standing": "head"}},
        {"author": {**MEMBER["author"], "pub": "AB" * 32}},
        {"author": {**MEMBER["author"], "pub": MEMBER["author"]["pub"] + "\n"}},
        {"author": {**MEMBER["author"], "claims": "Jo Smith"}},
        {"v": 0},
        {"v": True},
        {"v": "1"},
        {"kv": 0},
        {"seq": 0},
        {"seq": 2},
        {"seq": ...},
        {"chain": ...},
        {"chain": ..., "seq": ...},
        {"prev": A},
        {"seq": 2, "prev": "aa"},
        {"to": sorted(MEMBER["to"], reverse=True)},
        {"to": [MEMBER["to"][0]] * 2},
        {"to": [kid(str(n)) for n in range(17)]},
        {"to": [MEMBER["to"][0] + "\n"]},
        {"to": "ab" * 16},
        {"school": MEMBER["school"].upper()},
        {"kind": "Report"},
        {"kind": "report\n"},
        {"kind": "r" * 65},
        {"rule": "r" * 65},
        {"tz": "t" * 65},
        {"dir": [0, "ab" * 6]},
        {"dir": [1, "ab" * 6, 1]},
        {"dir": [1, "ab" * 32]},
        {"dir": ["1", "ab" * 6]},
        {"at": "2026-11-20 14:03:22"},
        {"at": "2026-11-20T14:03:22+00:00"},
        {"at": "2026-11-20T14:03:22.5Z"},
        {"at": "2026-02-30"},
        {"at": "2026-99-99"},
        {"at": "2026-11-20T24:00:00Z"},
        {"at": "2026-11-20T23:59:60Z"},
        {"at": "2026-11-20\n"},
        {"at": "٢٠٢٦-11-20"},
        {"at": "0000-01-01"},
        {"ack": "ab" * 15},
        {"case": "ab" * 16},
        {"parents": [A] * 65},
        {"parents": [A, "x"]},
        {"reply": "age1" + "q" * 57},
        {"reply": "age1" + "Q" * 58},
        {"files": [{"blob": A, "size": -1, "name": "n", "type": "t"}]},
        {"files": [{"blob": A, "size": 1, "name": "n" * 81, "type": "t"}]},
        {"files": [{"blob": A, "size": 1, "name": "n", "type": "t", "x": 1}]},
        {"files": [{"blob": A, "size": 1, "name": "n", "type": "t"}] * 11},
        {"data": {"f": 1.5}},
    ],
    ids=str,
)
def test_what_is_out_of_form_is_refused(changes: Fields) -> None:
    with refusing(Fault.ENTRY_MALFORMED):
        decode_body(changed(MEMBER, **changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"chain": "ab" * 16, "seq": 1},
        {"chain": "ab" * 16},
        {"seq": 1},
        {"prev": A},
        {"author": {"pub": "ab" * 32, "standing": "walkup-named"}},
        {"author": {"pub": "ab" * 32, "standing": "walkup-named", "claims": ""}},
        {"author": {"pub": "ab" * 32, "standing": "walkup-named", "claims": "x" * 401}},
        {"author": {"pub": "ab" * 32, "standing": "walkup-anonymous", "claims": "Jo"}},
    ],
    ids=str,
)
def test_a_walk_up_claims_what_its_standing_says_and_has_no_chain(changes: Fields) -> None:
    with refusing(Fault.ENTRY_MALFORMED):
        decode_body(changed(WALK_UP, **changes))


@pytest.mark.parametrize("change", [{}, {"extra": 1}, {"to": ...}, {"school": 1}])
def test_a_newer_version_is_told_apart_whatever_else_it_holds(change: Fields) -> None:
    with refusing(Fault.ENTRY_TOO_NEW):
        decode_body(changed(MEMBER, v=2, **change))


def test_a_body_past_the_limit_is_neither_written_nor_read() -> None:
    with refusing(Fault.CONTENT_TOO_LARGE):
        encode_body(plain_body(data={"said": "x" * BODY_MAX}))
    with refusing(Fault.ENTRY_MALFORMED):
        decode_body(changed(MEMBER, data={"said": "x" * BODY_MAX}))


def test_the_bytes_name_the_entry_under_a_label() -> None:
    data = encode_body(plain_body())
    assert entry_id(data) == hashlib.sha256(b"candour/eid/v1\0" + data).hexdigest()


@pytest.mark.parametrize(
    ("one", "other"),
    [((("a",), None), (("b",), None)), ((("a", "b"), None), (("a",), None)), ((("a",), None), (("a",), "age1x"))],
)
def test_each_set_of_readers_has_a_chain_of_its_own(
    one: tuple[tuple[str, ...], str | None], other: tuple[tuple[str, ...], str | None]
) -> None:
    assert chain_key(*one) != chain_key(*other)


def _accepts(kind: object) -> Callable[[str], bool]:
    def accept(text: str) -> bool:
        try:
            msgspec.convert(text, kind)
        except msgspec.ValidationError:
            return False
        return True

    return accept


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text and text >= "1000"
    except ValueError:
        return False


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_of_the_calendar_is_a_day(day: date) -> None:
    assert _accepts(Day)(day.isoformat())


@given(st.builds("{:04d}-{:02d}-{:02d}".format, st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32)))
def test_nothing_else_is_a_day(text: str) -> None:
    assert _accepts(Day)(text) == _is_day(text)


@pytest.mark.parametrize("year", range(1800, 2401, 50))
def test_leap_days_are_days_in_leap_years_only(year: int) -> None:
    assert _accepts(Day)(f"{year}-02-29") == _is_day(f"{year}-02-29")


@given(st.datetimes(min_value=datetime(1000, 1, 1)))  # noqa: DTZ001 - hypothesis wants its bounds naive
def test_every_second_is_a_moment(moment: datetime) -> None:
    assert _accepts(Moment)(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


@given(st.text(alphabet="a0_.-\nA", max_size=5))
def test_a_word_begins_with_a_letter_and_holds_no_line_end(text: str) -> None:
    expected = text[:1] == "a" and not {"\n", "A"} & set(text)
    assert _accepts(Word)(text) == expected


@given(st.dictionaries(st.sampled_from(sorted(MEMBER)), st.none() | st.integers() | st.text(max_size=4), max_size=3))
def test_no_body_raises_anything_but_the_documented(changes: Fields) -> None:
    with allowing(Fault.ENTRY_MALFORMED, Fault.ENTRY_TOO_NEW):
        decode_body(changed(MEMBER, **changes))
