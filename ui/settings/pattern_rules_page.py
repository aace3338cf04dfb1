# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, patterns: whether Candour looks for them, the dial with its cost, each rule with its numbers (ux.md R6)."""

from desktop.directory import charter
from ui.settings.context import SettingsContext
from ui.settings.pattern_rows import DialRow, NumbersRow
from ui.settings.pattern_words import Patterns
from ui.settings.setting_rows import SwitchRow
from ui.settings.values_page import ValuesPage
from ui.settings.words import say


class PatternRulesPage(ValuesPage):
    """The page. Whoever reads records sees the rules; officers change them."""

    def __init__(self, context: SettingsContext) -> None:
        theme = context.theme
        rows = (SwitchRow(theme, "patterns_on", Patterns.ON), DialRow(theme), NumbersRow(theme))
        super().__init__(context, say(Patterns.TITLE), say(Patterns.TITLE_FOR), rows)
        if not context.roles & set(charter().officers):
            self.propose.hide()
            for row in rows:
                row.widget.setEnabled(False)
