# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from tests.ui.walkers import accessible_name
from ui.theme.source import Appearance, ThemeSource
from ui.widgets.labels import PlainLabel
from ui.widgets.text_flow import Span, TextFlow, TextStyle, plain_text

Show = Callable[[QWidget], QWidget]
LONG = "What you write is locked before it leaves this computer. Only the people named beside each form can open it."
TRAP = '<img src="//evilhost/share/x.png"><b>bold</b> &amp; <a href="file:///etc/passwd">here</a>'


def painted(widget: QWidget) -> QImage:
    return widget.grab().toImage()


class TestPlainLabel:
    def test_marked_up_words_are_shown_as_they_were_typed(self, theme: ThemeSource) -> None:
        label = PlainLabel(theme, TRAP)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() == TRAP
        assert label.sizeHint().height() == theme.now.line("body")

    def test_hidden_characters_are_visible_in_it(self, theme: ThemeSource) -> None:
        assert PlainLabel(theme, "abc\u202edef").text() == "abc[U+202E]def"

    def test_a_screen_reader_says_what_is_painted(self, theme: ThemeSource, shown: Show) -> None:
        words = [Span("Decide by 15:12."), Span(" You have 23 hours.", strong=True)]
        assert accessible_name(shown(PlainLabel(theme, words))) == "Decide by 15:12. You have 23 hours."

    def test_an_ampersand_is_an_ampersand(self, theme: ThemeSource, shown: Show) -> None:
        assert accessible_name(shown(PlainLabel(theme, "Marks & Spencer"))) == "Marks & Spencer"

    @pytest.mark.parametrize(
        ("role", "height"), [("bodyStaff", 24), ("narrative", 25), ("small", 20), ("pageTitle", 36)]
    )
    def test_lines_have_the_height_of_their_role(self, theme: ThemeSource, role: str, height: int) -> None:
        label = PlainLabel(theme, LONG, role, wrap=True)
        lines = label.heightForWidth(300) / height
        assert lines == int(lines) > 1

    def test_a_narrower_label_is_higher(self, theme: ThemeSource) -> None:
        label = PlainLabel(theme, LONG, wrap=True)
        assert label.heightForWidth(200) > label.heightForWidth(400)

    def test_without_leave_to_cut_it_asks_for_all_its_width(self, theme: ThemeSource) -> None:
        label = PlainLabel(theme, LONG)
        assert label.minimumSizeHint().width() == label.sizeHint().width()

    def test_cut_words_are_whole_in_the_tooltip(self, theme: ThemeSource, shown: Show) -> None:
        label = PlainLabel(theme, "Wolfeschlegelsteinhausen <b>", elide=True)
        shown(label)
        label.resize(80, 21)
        assert label.toolTip() == "<p>Wolfeschlegelsteinhausen &lt;b&gt;</p>"
        label.resize(800, 21)
        assert label.toolTip() == ""

    def test_a_larger_text_size_makes_it_larger(self, theme: ThemeSource) -> None:
        label = PlainLabel(theme, LONG, wrap=True)
        before = label.sizeHint().height(), label.font().pixelSize()
        theme.choose(Appearance(text_scale=1.5))
        assert (label.sizeHint().height() > before[0], label.font().pixelSize()) == (True, round(before[1] * 1.5))

    def test_it_takes_the_colours_of_another_theme(self, theme: ThemeSource, shown: Show) -> None:
        label = shown(PlainLabel(theme, "Candour", "pageTitle"))
        before = painted(label)
        theme.choose(Appearance(high_contrast=True))
        assert painted(label) != before


class TestTextFlow:
    def test_a_bold_span_is_wider_than_a_plain_one(self, theme: ThemeSource) -> None:
        plain = TextFlow(theme.now, "Decide by tomorrow", TextStyle())
        assert TextFlow(theme.now, [Span("Decide by tomorrow", strong=True)], TextStyle()).width > plain.width

    def test_what_goes_beyond_the_last_line_is_cut(self, theme: ThemeSource) -> None:
        flow = TextFlow(theme.now, LONG, TextStyle(), 300, max_lines=2)
        assert (flow.height, flow.is_elided) == (2 * theme.now.line("body"), True)

    def test_a_cut_line_leaves_room_for_what_follows(self, theme: ThemeSource) -> None:
        flow = TextFlow(theme.now, LONG, TextStyle(), 300, max_lines=2, tail=80)
        assert flow.end.x() <= 220

    def test_a_sentence_that_ends_where_it_is_cut_loses_its_full_stop(self, theme: ThemeSource) -> None:
        cut, open_ended = (TextFlow(theme.now, text, TextStyle(), 300, 1) for text in ("Done.\nMore", "Done\nMore"))
        assert cut.end == open_ended.end

    @pytest.mark.parametrize("width", range(60, 300, 20))
    def test_nothing_is_cut_behind_a_full_stop(self, theme: ThemeSource, width: int) -> None:
        flow = TextFlow(theme.now, "One. Two. Three. Four. Five. Six. Seven. Eight. Nine.", TextStyle(), width, 1)
        assert "." not in flow._layout.text()[-2:]

    def test_what_fits_is_not_cut(self, theme: ThemeSource) -> None:
        assert not TextFlow(theme.now, LONG, TextStyle(), 3000, max_lines=1).is_elided

    def test_line_breaks_that_were_typed_are_kept(self, theme: ThemeSource) -> None:
        assert TextFlow(theme.now, "one\n\nthree", TextStyle()).height == 3 * theme.now.line("body")

    def test_characters_beyond_the_basic_plane_do_not_shift_the_looks(self, theme: ThemeSource) -> None:
        image = QImage(200, 30, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        words = [Span("𝔸𝔸"), Span("red", colour="status.danger.strong"), Span("    ", colour="text.primary")]
        TextFlow(theme.now, words, TextStyle(colour="surface.panel")).draw(painter, QPointF(0, 0))
        painter.end()
        colours = {image.pixelColor(x, y).name() for x in range(200) for y in range(30)}
        assert theme.now.colour("status.danger.strong").name() in colours

    def test_the_plain_text_of_spans_is_all_their_words(self) -> None:
        assert plain_text([Span("a "), Span("b", strong=True)]) == "a b"
