# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from dataclasses import replace

import msgspec
import pytest
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import load_fonts, with_tabular_figures
from ui.theme.qss import style_sheet
from ui.theme.source import Appearance, ThemeSource
from ui.theme.theme import TEXT_SCALES, make_theme
from ui.theme.tokens import Scheme, Tone, load_tokens


def test_a_colour_is_found_by_its_token() -> None:
    assert make_theme(Scheme.DARK).colour("status.warn.fill").name() == "#392d16"


def test_an_unknown_colour_raises() -> None:
    with pytest.raises(KeyError):
        make_theme(Scheme.LIGHT).colour("status.warn.feel")


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("tone", Tone)
def test_each_tone_has_its_three_colours(scheme: Scheme, tone: Tone) -> None:
    theme = make_theme(scheme)
    assert len({theme.colour(name).name() for name in (tone.fill, tone.text)}) == 2
    assert theme.colour(tone.strong).isValid()


@pytest.mark.parametrize("role", load_tokens().type)
def test_each_type_role_is_drawn_in_its_own_shipped_font(qapp: QGuiApplication, role: str) -> None:
    tokens = load_tokens()
    family = {"ui": tokens.font.ui, "heading": tokens.font.heading, "code": tokens.font.code}[tokens.type[role].font]
    assert QFontInfo(make_theme(Scheme.LIGHT).font(role)).family() == family.family


def test_the_second_font_of_every_role_is_the_one_with_the_widest_alphabet(qapp: QGuiApplication) -> None:
    assert make_theme(Scheme.LIGHT).font("body").families()[1] == "Inter"


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_text_size_multiplies_fonts_heights_lines_and_spaces(qapp: QGuiApplication, scale: float) -> None:
    theme = make_theme(Scheme.LIGHT, scale)
    assert theme.font("bodyStaff").pixelSize() == round(16 * scale)
    assert theme.size.button_large == round(44 * scale)
    assert theme.line("bodyStaff") == round(24 * scale)
    assert theme.space(4) == round(16 * scale)


class TestCompactRows:
    def test_they_change_nothing_that_is_not_a_row(self) -> None:
        usual, compact = make_theme(Scheme.LIGHT, 1.3), make_theme(Scheme.LIGHT, 1.3, compact_rows=True)
        size = compact.size
        lower = {"table_row": size.table_row, "list_row_min": size.list_row_min, "cell_gap": size.cell_gap}
        assert replace(usual, size=msgspec.structs.replace(usual.size, **lower)) == compact
        assert all(length < getattr(usual.size, name) for name, length in lower.items())

    @pytest.mark.parametrize("scale", TEXT_SCALES)
    def test_no_row_is_lower_than_the_least_target(self, scale: float) -> None:
        size = make_theme(Scheme.LIGHT, scale, compact_rows=True).size
        assert min(size.table_row, size.list_row_min) >= size.min_target

    @pytest.mark.parametrize("scale", TEXT_SCALES)
    def test_the_ring_around_a_row_covers_none_of_its_words(self, scale: float) -> None:
        theme = make_theme(Scheme.LIGHT, scale, system=QPalette(), compact_rows=True)
        ring = theme.focus_ring.inner + theme.focus_ring.outer
        in_list = theme.line("label") + theme.line("small") + theme.space(1) + theme.size.tag
        in_table = max(theme.line("body"), theme.size.tag)
        assert theme.size.list_row_min - in_list >= 2 * ring
        assert theme.size.table_row - in_table >= 2 * ring


def test_no_text_is_smaller_than_13_pixels() -> None:
    assert min(role.size for role in load_tokens().type.values()) == 13


def test_every_shipped_font_can_be_read(qapp: QGuiApplication) -> None:
    assert {"Atkinson Hyperlegible Next", "Atkinson Hyperlegible Mono", "Literata", "Inter"} <= load_fonts()


def test_tabular_figures_leave_the_font_itself_alone(qapp: QGuiApplication) -> None:
    font = make_theme(Scheme.LIGHT).font("body")
    tabular = with_tabular_figures(font)
    tag = QFont.Tag("tnum")
    assert (font.isFeatureSet(tag), tabular.featureValue(tag)) == (False, 1)


class TestHighContrast:
    def palette(self) -> QPalette:
        palette = QPalette("black")
        palette.setColor(QPalette.ColorRole.WindowText, "white")
        palette.setColor(QPalette.ColorRole.Highlight, "cyan")
        palette.setColor(QPalette.ColorRole.Link, "yellow")
        return palette

    def test_every_token_has_a_colour_of_the_systems_palette(self) -> None:
        system = self.palette()
        theirs = {system.color(role).name() for role in QPalette.ColorRole if role != QPalette.ColorRole.NColorRoles}
        assert set(make_theme(Scheme.LIGHT, system=system).colours.values()) <= theirs

    def test_words_links_and_focus_take_the_roles_that_people_chose(self) -> None:
        theme = make_theme(Scheme.LIGHT, system=self.palette())
        names = ("text.primary", "text.link", "focus.outer", "status.danger.text")
        assert [theme.colour(name).name() for name in names] == ["#ffffff", "#ffff00", "#00ffff", "#ffffff"]

    def test_every_control_has_a_line_of_two_pixels_and_a_ring_of_three(self) -> None:
        theme = make_theme(Scheme.LIGHT, system=self.palette())
        assert (theme.border.control, theme.border.divider, theme.focus_ring.outer) == (2, 2, 3)

    def test_the_palette_is_the_systems_own(self) -> None:
        system = self.palette()
        assert make_theme(Scheme.DARK, system=system).palette() == system


class TestThemeSource:
    def test_it_dresses_the_application(self, qapp: QApplication) -> None:
        source = ThemeSource(qapp, Appearance(scheme=Scheme.DARK))
        assert qapp.palette().color(QPalette.ColorRole.Window) == source.now.colour("surface.canvas")
        assert source.now.colours["surface.panel"] in qapp.styleSheet()
        assert qapp.font().family() == "Atkinson Hyperlegible Next"

    def test_a_choice_is_in_place_before_anybody_hears_of_it(self, qapp: QApplication) -> None:
        source = ThemeSource(qapp, Appearance(scheme=Scheme.LIGHT))
        heard: list[str] = []
        source.changed.connect(lambda: heard.append(qapp.palette().color(QPalette.ColorRole.Window).name()))
        source.choose(Appearance(scheme=Scheme.DARK))
        assert heard == [source.now.colour("surface.canvas").name()]

    def test_the_same_choice_again_changes_nothing(self, qapp: QApplication) -> None:
        source = ThemeSource(qapp, Appearance(scheme=Scheme.LIGHT))
        heard: list[None] = []
        source.changed.connect(lambda: heard.append(None))
        source.choose(Appearance(scheme=Scheme.LIGHT))
        assert heard == []

    def test_without_a_chosen_scheme_it_follows_the_system(self, qapp: QApplication) -> None:
        source = ThemeSource(qapp)
        assert source.now.colours == load_tokens().colours(Scheme.LIGHT)

    def test_high_contrast_takes_the_palette_of_the_system_and_gives_it_back(self, qapp: QApplication) -> None:
        source = ThemeSource(qapp, Appearance(scheme=Scheme.LIGHT))
        source.choose(Appearance(high_contrast=True))
        assert source.now.high_contrast
        assert qapp.palette().color(QPalette.ColorRole.Window).name() != "#f4f3ee"
        source.choose(Appearance(scheme=Scheme.LIGHT))
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#f4f3ee"


def test_the_style_sheet_names_no_colour_that_is_not_a_token() -> None:
    theme = make_theme(Scheme.LIGHT)
    words = style_sheet(theme).replace(";", " ").split()
    named = {word for word in words if word.startswith("#") and len(word) == 7}
    assert named <= set(theme.colours.values())
