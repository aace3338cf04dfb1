# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A box for exact words keeps them byte for byte, to the record and out of it again (requirements.md F48)."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exports.cases import export_cases
from desktop.exports.choices import LeftOut, Recipient
from desktop.exports.order import Format, Order
from desktop.forms.texts import Refused, taken
from tests.desktop.desks import Desks

ODD = (
    " \u00a0\u2009He said:  'I\u2019ll \"get\" you' \u2014 cafe\u0301, caf\u00e9, \ufb01t\n\n\t\u2026"
    " \u202eabc\u202c \U0001f469\u200d\U0001f3eb \u00a0 "
)
KEPT = st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=60)


@given(KEPT)
def test_nothing_is_trimmed_composed_or_put_right(said: str) -> None:
    assert taken(said, 1_000, verbatim=True).encode() == said.encode()


def test_other_boxes_still_compose_and_trim() -> None:
    assert taken(ODD, 1_000) == unicodedata.normalize("NFC", ODD).strip() != ODD


@pytest.mark.parametrize("said", ["a\x00b", "a\ud800b", "x" * 1_001])
def test_what_no_record_can_hold_is_refused_and_never_mended(said: str) -> None:
    with pytest.raises(Refused):
        taken(said, 1_000, verbatim=True)


def test_exact_words_are_the_same_bytes_in_the_record_and_in_what_is_exported(desks: Desks, tmp_path: Path) -> None:
    school = desks.school
    case = desks.concern(school.ta, school.teacher, exact_words=ODD)
    report = desks.case(school.head, case).report
    assert report is not None
    assert report.text("exact_words").encode() == ODD.encode()
    order = Order(
        kind=Recipient.POLICE, recipient="PC Green", purpose="Asked for", formats=(Format.JSON,), leaves_out=LeftOut()
    )
    saved = export_cases(desks.of(school.head), [case], tmp_path / "case.json", order)
    assert any(text.encode() == ODD.encode() for text in _texts(json.loads(saved.path.read_text("utf-8"))))


def _texts(value: object) -> list[str]:
    """Every text in a JSON value."""
    match value:
        case str():
            return [value]
        case dict():
            return [text for each in value.values() for text in _texts(each)]
        case list():
            return [text for each in value for text in _texts(each)]
        case _:
            return []
