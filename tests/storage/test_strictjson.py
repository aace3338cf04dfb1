# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import json
from collections.abc import Mapping
from typing import Any, cast

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from storage.constants import BODY_DEPTH_MAX, INTEGER_MAX
from storage.errors import Fault, KnownError
from storage.strictjson import decode, encode
from tests.storage.school import allowing

# What a body may hold: every character but controls (line ends and tabs are welcome), surrogates and DEL.
_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\x80\x9f"),
    max_size=40,
)
_SCALARS = st.none() | st.booleans() | st.integers(-INTEGER_MAX, INTEGER_MAX) | _TEXT
_KEYS = _TEXT | st.sampled_from(["a", "b", "é", "\ufb33", "\U0001f600"])


def _nested(keys: st.SearchStrategy[str]) -> st.SearchStrategy[object]:
    def one_deeper(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
        return inner | st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4)

    values: st.SearchStrategy[object] = _SCALARS
    for _ in range(BODY_DEPTH_MAX):
        values = one_deeper(values)
    return values


def refusal(data: bytes, at_most: int = 10_000) -> str:
    with pytest.raises(KnownError) as caught:
        decode(data, at_most=at_most)
    assert caught.value.code is Fault.ENTRY_MALFORMED
    return str(caught.value.parameters["reason"])


@given(_nested(_KEYS))
def test_whatever_is_written_is_read_back_equal(value: object) -> None:
    assert decode(encode(value), at_most=10**6) == value


@given(_nested(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=6)))
def test_what_is_written_is_rfc_8785_where_keys_are_ascii(value: object) -> None:
    assert encode(value) == rfc8785.dumps(cast(Any, value))


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":2}',
        '{"a":1,"\\u0061":2}',
        '{"x":{"a":1,"a":1}}',
        "NaN",
        "Infinity",
        "-Infinity",
        "1.0",
        "1.5",
        "1e400",
        "1E2",
        "-0.0",
        "9007199254740992",
        "-9007199254740992",
        "1" * 5000,
        "01",
        "+1",
        "0x1",
        "{a:1}",
        "{'a':1}",
        '{"a":1,}',
        "[1,]",
        "[1] 2",
        "//c\n1",
        "",
        " ",
        "tru",
        '"\x01"',
        '"\n"',
        '"\\x41"',
        '"open',
        "[" * 100_000,
        '{"a":' * 50_000,
        "\ufeff{}",
    ],
)
def test_what_has_two_readings_or_none_is_refused(text: str) -> None:
    assert refusal(text.encode(), at_most=10**6) == "json"


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\ud800\\u0041", "\\ude00\\ud83d"])
def test_lone_surrogates_are_refused(escape: str) -> None:
    assert refusal(f'"{escape}"'.encode()) == "character"


@pytest.mark.parametrize("code", [*range(9), *range(0x0B, 0x20), 0x7F])
@pytest.mark.parametrize("place", ['"{}"', '["{}"]', '{{"k":"{}"}}', '{{"{}":1}}'])
def test_control_characters_are_refused_wherever_they_stand(code: int, place: str) -> None:
    assert refusal(place.format(f"\\u{code:04x}").encode()) == "character"


@pytest.mark.parametrize("escape", ["\\n", "\\t", "\\u000a", "\\u0009", "\\ud83d\\ude00", "\\u0080", "\\u2028"])
def test_line_ends_tabs_and_whole_characters_are_welcome(escape: str) -> None:
    assert decode(f'"{escape}"'.encode(), at_most=100) == json.loads(f'"{escape}"')


@pytest.mark.parametrize("data", [b"\xff", b'"\xc0\xaf"', b'"\xed\xa0\x80"', b'"\xf4\x90\x80\x80"', b"{}\x00"])
def test_what_is_not_utf8_is_refused(data: bytes) -> None:
    assert refusal(data) == "json"


def test_the_size_is_checked_before_anything_else() -> None:
    assert refusal(b"[" * 100, at_most=99) == "size"
    assert decode(b'"' + b"a" * 97 + b'"', at_most=99) == "a" * 97


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_eight_levels_pass_and_nine_do_not(opening: str, closing: str) -> None:
    inner = "1"
    at_limit = opening * BODY_DEPTH_MAX + inner + closing * BODY_DEPTH_MAX
    decode(at_limit.encode(), at_most=1000)
    assert refusal((opening + at_limit + closing).encode()) == "depth"


@pytest.mark.parametrize("number", [INTEGER_MAX, -INTEGER_MAX, 0])
def test_integers_up_to_the_limit_pass(number: int) -> None:
    assert decode(str(number).encode(), at_most=100) == number


@pytest.mark.parametrize("value", [{"n": 1.5}, {"n": INTEGER_MAX + 1}, {"s": "\x0b"}, {"s": "\r"}])
def test_what_no_reader_would_take_is_refused_when_it_is_read_back_by_its_writer(value: Mapping[str, object]) -> None:
    refusal(encode(value))


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_the_one_fault(data: bytes) -> None:
    with allowing(Fault.ENTRY_MALFORMED):
        decode(data, at_most=200)
