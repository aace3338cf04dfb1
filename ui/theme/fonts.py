# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The fonts that Candour ships, and the order in which a missing character is looked for.

Atkinson Hyperlegible (or Literata for titles), then Inter, which has the widest alphabet, then what the system offers.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

import resources
from ui.theme.tokens import Fonts, TypeRole

FALLBACK = "Inter"


def load_fonts() -> frozenset[str]:
    """Register every shipped font with Qt. Call once, after the application object exists.

    Returns the families found; raises FileNotFoundError for a font that Qt cannot read.
    """
    families: set[str] = set()
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            raise FileNotFoundError(file.name)
        families.update(QFontDatabase.applicationFontFamilies(number))
    return frozenset(families)


def font_for(role: TypeRole, fonts: Fonts, scale: float) -> QFont:
    """The font of a type role at a text size (1.0 is 100 %): a copy, to be altered at will."""
    return QFont(_made(role, fonts, scale))


@cache
def _made(role: TypeRole, fonts: Fonts, scale: float) -> QFont:
    family = {"ui": fonts.ui, "heading": fonts.heading, "code": fonts.code}[role.font].family
    font = QFont(family)
    font.setFamilies([family, FALLBACK, *fonts.fallback])
    font.setPixelSize(round(role.size * scale))
    font.setWeight(QFont.Weight(role.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def with_tabular_figures(font: QFont) -> QFont:
    """Copy a font and give all its figures one width, for tables and clocks."""
    tabular = QFont(font)
    tabular.setFeature(QFont.Tag("tnum"), 1)
    return tabular
