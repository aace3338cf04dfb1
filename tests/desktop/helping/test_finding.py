# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is sought is found by the beginnings of words, the best first, with the words that were found."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.helping.finding import Entry, Source
from desktop.helping.index import Index
from desktop.searching.guessing import Guess

PAGES = (
    Entry(source=Source.HELP, id="kit", title="Recovery kit", texts=("One sheet.", "Lock the sheet away.")),
    Entry(source=Source.HELP, id="lock", title="Locking", also="passphrase", texts=("Ctrl+L locks the screen.",)),
    Entry(
        source=Source.CLAUSE, id="4.2", title="Gifts", within="Code", texts=("A gift is declared. The kit is locked.",)
    ),
)
INDEX = Index(PAGES)
LONG = "Nothing to see here. " * 30


def names(typed: str) -> list[str]:
    return [found.entry.id for found in INDEX.find(typed).found]


def test_a_title_comes_before_a_text() -> None:
    assert names("lock")[0] == "lock"
    assert {*names("lock")} == {"lock", "kit", "4.2"}


def test_the_beginning_of_a_word_is_enough_and_its_middle_is_not() -> None:
    assert names("recov") == ["kit"]
    assert names("covery") == []


def test_what_has_all_the_words_leaves_out_what_has_some() -> None:
    assert names("gift kit") == ["4.2"]


def test_where_nothing_has_all_the_words_some_are_enough() -> None:
    assert {*names("screen sheet")} == {"kit", "lock"}


def test_of_many_words_the_rare_ones_count_and_one_may_be_missing() -> None:
    other = Entry(source=Source.HELP, id="other", title="Other", texts=("May I give a pupil this?",))
    lift = Entry(source=Source.CLAUSE, id="lift", title="Alone with a child", texts=("No lift home for a pupil.",))
    found = Index([other, other, other, lift]).find("may i give a pupil a lift").found
    assert found[0].entry is lift


def test_a_clause_is_found_first_by_its_number() -> None:
    numbers = ("5.5.3 Five", "5.1.3 Touch", "5.3.1 Accused", "5.3 Silence", "A1 5.3 Other")
    index = Index([Entry(source=Source.CLAUSE, id=each, title=each, texts=("5 3 5 3",)) for each in numbers])
    assert [index.find(typed).found[0].entry.id for typed in ("5.3", "a1 5.3", "5.3.1")] == [
        "5.3 Silence",
        "A1 5.3 Other",
        "5.3.1 Accused",
    ]


def test_further_words_of_a_page_find_it_and_so_does_what_it_is_part_of() -> None:
    assert (names("passphrase"), names("code")) == (["lock"], ["4.2"])


def test_a_note_finds_nothing() -> None:
    assert Index([Entry(source=Source.TERM, id="a", title="b", note="Statute")]).find("statute").found == ()


def test_capitals_and_accents_are_the_same() -> None:
    assert names("RÉCOVERY") == ["kit"]


def test_a_whole_word_comes_before_its_beginning() -> None:
    entries = [Entry(source=Source.HELP, id=word, title=word) for word in ("gifts", "gift")]
    assert [found.entry.id for found in Index(entries).find("gift").found] == ["gift", "gifts"]


def test_saying_a_word_over_and_over_does_not_beat_a_title() -> None:
    shouting = Entry(source=Source.HELP, id="shout", title="Other", texts=("gift " * 100,))
    titled = Entry(source=Source.HELP, id="title", title="Gift")
    assert Index([shouting, titled]).find("gift").found[0].entry is titled


GUESSING = Index(
    [
        Entry(source=Source.HELP, id="gifts", title="Gifts", texts=("Transport and gifts.",)),
        Entry(source=Source.CLAUSE, id="5.55", title="5.55 A1234 Lifts", texts=("Lifts, and safeguarding of lifts.",)),
        Entry(source=Source.CLAUSE, id="cars", title="Cars", texts=("A car, a lift and lifting.",)),
    ]
)


def guessed(typed: str) -> dict[str, tuple[str, ...]]:
    return {guess.typed: guess.nearest for guess in GUESSING.find(typed).guesses}


def test_for_a_word_that_nothing_says_the_nearest_is_found_and_told() -> None:
    answer = GUESSING.find("giffts")
    assert answer.guesses == (Guess("giffts", ("gifts",)),)
    assert [found.entry.id for found in answer.found] == ["gifts"]
    assert [answer.found[0].excerpt[start:end] for start, end in answer.found[0].marks] == ["gifts"]


def test_a_word_that_something_says_is_never_changed() -> None:
    assert guessed("gift") == guessed("lift car") == guessed("safeg") == {}


def test_only_the_word_with_the_slip_is_changed() -> None:
    assert guessed("safegaurding of transpart") == {"safegaurding": ("safeguarding",), "transpart": ("transport",)}


def test_of_words_equally_near_all_are_found_that_begin_with_one_of_the_first_two_letters() -> None:
    assert guessed("gists") == {"gists": ("gifts",)}
    assert guessed("ilft") == {"ilft": ("lift",)}
    assert guessed("lifta") == {"lifta": ("lift", "lifts")}
    assert guessed("xifts") == {}


def test_neither_numbers_nor_short_words_nor_words_far_off_are_guessed() -> None:
    assert guessed("5.56 a1235 cas cra giffs8 xyzzyx") == {}


def test_nothing_typed_finds_nothing_and_neither_does_an_empty_index() -> None:
    assert (names(""), names("  !"), Index([]).find("gift").found) == ([], [], ())


def test_the_words_found_are_marked_where_they_stand() -> None:
    found = INDEX.find("sheet lock").found[0]
    assert found.excerpt == "Lock the sheet away."
    assert [found.excerpt[start:end] for start, end in found.marks] == ["Lock", "sheet"]


def test_of_a_long_text_the_passage_with_the_word_is_shown() -> None:
    entry = Entry(source=Source.HELP, id="long", title="Long", texts=(f"{LONG}A gift. {LONG}",))
    found = Index([entry]).find("gift").found[0]
    assert found.excerpt.startswith("… ")
    assert found.excerpt.endswith(" …")
    assert len(found.excerpt) < 260
    assert [found.excerpt[start:end] for start, end in found.marks] == ["gift"]


def test_no_more_are_found_than_are_wanted() -> None:
    assert len(INDEX.find("lock", most=1).found) == 1


@given(st.text(max_size=900), st.text(max_size=12))
def test_whatever_is_written_marks_stand_in_what_is_shown_and_begin_as_sought(text: str, typed: str) -> None:
    for found in Index([Entry(source=Source.HELP, id="a", title="b", texts=(text,))]).find(typed).found:
        assert all(0 <= start < end <= len(found.excerpt) for start, end in found.marks)
        assert found.excerpt.removeprefix("… ").removesuffix(" …") in text
