# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, gifts: from which worth on the school wants to hear, to decide, and to ask the governing board."""

from ui.settings.context import SettingsContext
from ui.settings.gifts_words import Gifts
from ui.settings.setting_rows import AmountRow, SwitchRow
from ui.settings.values_page import ValuesPage
from ui.settings.words import say


class GiftsPage(ValuesPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        theme = context.theme
        rows = (
            AmountRow(theme, "declare_from", Gifts.DECLARE, Gifts.DECLARE_HINT),
            AmountRow(theme, "head_permission_from", Gifts.HEAD, Gifts.HEAD_HINT),
            AmountRow(theme, "collection_permission_from", Gifts.GROUP, Gifts.GROUP_HINT),
            AmountRow(theme, "board_permission_from", Gifts.BOARD, Gifts.BOARD_HINT),
            AmountRow(theme, "yearly_total_per_giver", Gifts.TOTAL, Gifts.TOTAL_HINT),
            SwitchRow(theme, "cash_allowed", Gifts.CASH),
        )
        super().__init__(context, say(Gifts.TITLE), say(Gifts.TITLE_FOR), rows)
