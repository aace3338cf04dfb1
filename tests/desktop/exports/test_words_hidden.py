# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which words keep a file back beside a name that is left out: the name and its parts, no title and no stop word."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.attaching.word_search import holds_words
from desktop.exports.hiding import Hidden, hiding, words_hidden
from desktop.naming.known import ordinary
from desktop.patterns.written import is_slip, titles
from desktop.people import School

SCHOOL = School(school_id="ab" * 16, name="Hollowbrook", version=1, version_hash="ab", people={})
NO_NAMES = titles() | ordinary().words | ordinary().openers | ordinary().no_short_forms | ordinary().capitals
NAMES = (
    st.text("bdgklmnprstvz", min_size=5, max_size=9)
    .map(str.capitalize)
    .filter(lambda word: word.casefold() not in NO_NAMES)
)
TITLES = st.sampled_from(["Mr", "Mrs", "Ms", "Miss", "Dr", "Revd", "Sir"])


def keeps_back(claim: str, text: str) -> bool:
    """Say whether a file with this text stays behind where the reporter gave this name."""
    return holds_words(text.encode(), words_hidden(Hidden(claims=(claim,)), (), SCHOOL))


@pytest.mark.parametrize("text", ["Mrs Jones came", "S. Jones came", "it was jones", "JONES", "from Jones’s form"])
def test_a_file_with_a_claimed_name_stays_behind(text: str) -> None:
    assert keeps_back("Mrs Jones", text)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Mrs Jones", "Mrs Marsh was there"),
        ("The mother of Kyle Brant", "the mother of a child"),
        ("School nurse", "our school has a field"),
        ("Mrs", "Mrs Marsh was there"),
        ("the mum", "the mum came"),
    ],
)
def test_a_file_with_no_more_than_a_title_or_an_everyday_word_goes(claim: str, text: str) -> None:
    assert not keeps_back(claim, text)


@given(TITLES, st.sampled_from(["", "S. ", "Sarah "]), NAMES, st.sampled_from(["{}", "{}, I think", "met {}."]))
def test_any_last_name_keeps_a_file_back_with_its_title_and_without(
    title: str, first: str, last: str, text: str
) -> None:
    claim = f"{title} {first}{last}"
    assert keeps_back(claim, text.format(last))
    assert keeps_back(claim, text.format(f"{title} {last}"))
    assert keeps_back(claim, text.format(f"S. {last}"))
    assert not keeps_back(claim, text.format(title))


@given(TITLES, NAMES, NAMES)
def test_the_title_of_a_claimed_name_hides_nobody_else_in_a_text(title: str, claimed: str, other: str) -> None:
    assume(claimed != other and not is_slip(claimed.casefold(), other.casefold()))
    hide = hiding(Hidden(claims=(f"{title} {claimed}",)), frozenset(), SCHOOL, date(2026, 3, 12))
    assert hide(f"I saw {title} {other} there") == f"I saw {title} {other} there"
    assert claimed not in hide(f"I saw {title} {claimed}, and {claimed} saw me")
