# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words to think about: found, explained, never changed by themselves, never in what is quoted (F49)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.wording.checking import Whose, guide, remarks

LISTED = [words for each in guide().listed for words in each.avoid]
_MARKS = dict.fromkeys(map(ord, "“”\"‘’'>"), " ")
TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("“”\"‘’'>\n aeiItk-ıİſK"), st.characters(blacklist_categories=["Cs"])),
    max_size=80,
)


def found(text: str, whose: Whose = Whose.REVIEWER) -> list[str]:
    """The words that are remarked on."""
    return [each.words for each in remarks(text, whose)]


@pytest.mark.parametrize("words", LISTED)
def test_every_listed_word_is_found_with_advice_and_a_reason(words: str) -> None:
    (remark,) = remarks(f"It was said that {words} twice.")
    assert remark.words == words
    assert remark.instead
    assert remark.why.endswith((".", ")"))


def test_the_list_says_where_it_is_from_and_lists_nothing_twice() -> None:
    assert guide().source
    assert len(set(LISTED)) == len(LISTED)
    assert all(words == words.casefold() for words in LISTED)


@pytest.mark.parametrize(
    "text",
    [
        "She said “I am promiscuous”.",
        "She said “I am promiscuous and",
        'She said "I was asking for it".',
        "She said ‘I’m promiscuous’, twice.",
        "She said 'I'm promiscuous', twice.",
        "> promiscuous",
        "Unpromiscuously.",
    ],
)
def test_what_is_quoted_or_only_looks_like_it_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He’s PROMISCUOUS.", "PROMISCUOUS"),
        ("It’s attention-seeking.", "attention-seeking"),
        ("She put\nherself  at risk.", "put\nherself  at risk"),
        ("“Yes,” she said. He was playing up.", "playing up"),
        ("It isn’t Tom’s: she’s playing up.", "playing up"),
        ("He didn’t attend.", "didn’t attend"),
    ],
)
def test_it_is_found_however_it_is_spaced_or_written(text: str, words: str) -> None:
    assert found(text) == [words]


def test_staff_are_told_only_of_what_blames_a_child() -> None:
    text = "The culprit was clearly Tom; the child is promiscuous."
    assert found(text, Whose.STAFF) == ["promiscuous"]
    assert found(text) == ["culprit", "clearly", "promiscuous"]


def test_what_is_offered_begins_as_the_words_do() -> None:
    assert [each.in_place for each in remarks("The victim spoke. Then the victim left.")] == ["The child", "the child"]
    assert [each.in_place for each in remarks("Clearly.")] == ["Clearly"]


@given(TEXTS)
def test_no_text_is_too_odd_and_what_is_said_stands_where_it_says(text: str) -> None:
    for remark in remarks(text):
        assert text[remark.start : remark.end] == remark.words


@given(TEXTS, st.sampled_from(LISTED), TEXTS)
def test_nothing_between_quotation_marks_is_ever_remarked_on(before: str, words: str, after: str) -> None:
    plain, rest = (each.translate(_MARKS) for each in (before, after))
    quoted = f"{plain}\n“{words}”\n{rest}"
    place = (len(plain) + 2, len(plain) + 2 + len(words))
    assert not any(each.start < place[1] and each.end > place[0] for each in remarks(quoted))


@given(TEXTS)
def test_whoever_writes_for_the_record_is_told_at_least_what_staff_are(text: str) -> None:
    assert set(remarks(text, Whose.STAFF)) <= set(remarks(text))
