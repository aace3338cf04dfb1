# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus.paraparser import ParaParser

from desktop.documents import fonts
from desktop.documents.styles import styles
from desktop.documents.text import Typesetter, mark
from tests.desktop.documents.printing import printed, quoted
from tests.desktop.documents.reading import Document, squeezed

MARKUP = (
    "<b>stop",
    '<img src="/etc/hostname"/>',
    '<a href="http://example.org">link</a>',
    '<font color="white" size="1">hidden</font>',
    "</para><para>",
    "fish & chips &amp; &#x202e; &lt;b&gt;",
    "{dsl} {name} {0} %s %(x)s",
    "<!-- --> <![CDATA[ ]]> <?xml ?>",
    "<onDraw name='x'/> <index/> <br/> <unichar code='65'/>",
)
MARK = re.compile(r"\[U\+[0-9A-F]{4,6}[^\]]*\]")
# Brackets and spaces are left to tests of their own, so that marks can be told from words here.
ANYTHING = st.text(st.characters(exclude_characters="[]"), max_size=300)


def fonts_of(text: str) -> list[str]:
    """The font of each piece of a text."""
    return [piece.fontName for piece in Typesetter().para(text, styles().body).frags if piece.text.strip()]


def test_what_reportlab_could_not_map_back_to_text_is_printed_as_a_mark() -> None:
    assert "[U+1F12F copyleft symbol]" in quoted("By \U0001f12f nobody").words


@pytest.mark.parametrize("words", MARKUP)
def test_markup_is_printed_as_it_was_written(words: str) -> None:
    assert squeezed(words) in squeezed(quoted(words).words)


@pytest.mark.parametrize("words", MARKUP)
def test_no_parser_ever_sees_what_a_person_wrote(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ParaParser, "parse", lambda *_: pytest.fail("parsed"))
    assert printed(lambda flow: flow.quote("Words", words)).pages == 1


def test_every_word_of_a_very_long_text_is_printed_over_many_pages() -> None:
    words = " ".join(f"word{number}" for number in range(2500))
    read = quoted(words)
    assert len(read.pages) > 3
    assert read.tree.all("BlockQuote")[0].words.split() == words.split()


@pytest.mark.parametrize(("letters", "count"), [("x", 6000), ("xΩж", 2000), ("😂م", 200)])
def test_a_word_longer_than_a_page_is_broken_and_loses_nothing(letters: str, count: int) -> None:
    word = letters * count
    read = quoted(word)
    shown = word if letters in {"x", "xΩж"} else mark(word)
    assert squeezed(read.tree.all("BlockQuote")[0].words) == squeezed(shown)


@pytest.mark.parametrize("word", ["x" * 900, "xΩж" * 300, "😂م" * 60])
def test_a_word_longer_than_its_line_stays_between_the_margins(word: str) -> None:
    words = Typesetter().para(f"before {word} after", styles().body)
    words.wrap(200, 10_000)
    assert max(words.getActualLineWidths0()) <= 200


def test_line_breaks_tabs_and_rows_of_spaces_are_kept() -> None:
    pieces = Typesetter().para("one\n\n  two\tthree   four", styles().body).frags
    kept = "".join("\n" if hasattr(piece, "lineBreak") else piece.text for piece in pieces)
    assert kept == "one\n\n\u00a0\u00a0two \u00a0\u00a0\u00a0three \u00a0\u00a0four"


@pytest.mark.parametrize(
    ("word", "font"),
    [("Łukasz", "Atkinson"), ("Nguyễn", "Literata"), ("Ελλάδα", "Literata"), ("Ɲa", "Inter"), ("→", "Literata")],
)
def test_a_word_takes_the_first_font_that_has_all_of_it(word: str, font: str) -> None:
    assert [name.startswith(font) for name in fonts_of(word)] == [True]


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\u202e", "[U+202E]"),
        ("\u2066", "[U+2066]"),
        ("\u200b", "[U+200B]"),
        ("\ufeff", "[U+FEFF]"),
        ("\u00ad", "[U+00AD]"),
        ("\x00", "[U+0000]"),
        ("\x1c", "[U+001C]"),
        ("\ud800", "[U+D800]"),
        ("\ue000", "[U+E000]"),
        ("م", "[U+0645]"),
        ("中", "[U+4E2D]"),
        ("😂", "[U+1F602facewithtearsofjoy]"),
    ],
)
def test_what_cannot_be_printed_stands_as_a_mark(character: str, shown: str) -> None:
    assert f"a{shown}b" in squeezed(quoted(f"a{character}b").words)


def test_the_same_mark_many_times_over_is_counted() -> None:
    assert "[U+1F602 face with tears of joy ×500]" in quoted("😂" * 500).words


def test_a_word_that_no_font_has_is_one_mark() -> None:
    assert "[U+0645, U+0631] [U+0645]" in quoted("مر م").words


def test_marks_are_counted_by_character() -> None:
    setter = Typesetter()
    setter.para("\u202ea\u202eb م", styles().body)
    assert setter.missing == Counter({"\u202e": 2, "م": 1})


@settings(max_examples=12, deadline=None)
@given(ANYTHING)
def test_any_text_can_be_printed_and_all_of_it_is_there(text: str) -> None:
    made = printed(lambda flow: flow.quote("Words", text))
    shown = "".join(piece for node in Document(made.content).tree.all("P") for piece in node.pieces)
    printable = {each for face in fonts.plain() for each in face.characters}
    kept = [each for each in text if each in printable and not each.isspace()]
    assert squeezed(MARK.sub("", squeezed(shown).removeprefix("Words"))) == "".join(kept)
    hidden = Counter(each for each in text if each not in printable and not _is_spacing(each))
    assert made.marks == hidden.total()
    assert all(f"U+{ord(each):04X}" in squeezed(shown) for each in hidden)


def _is_spacing(character: str) -> bool:
    # Spaces of any width, tabs and ends of lines are printed as such.
    return character in "\t\n\r\u2028\u2029" or (
        character.isspace() and character not in "\x0b\x0c\x1c\x1d\x1e\x1f\x85"
    )
