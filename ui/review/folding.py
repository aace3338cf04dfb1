# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much of the reviewers' side a window of some size shows (ux.md 6.3); larger text needs as much more room."""

from PySide6.QtCore import QSize

from ui.review.inbox_page import InboxPage
from ui.review.navigation import Navigation
from ui.review.record_page import RecordPage
from ui.theme.theme import Theme

_WIDE = 1200  # logical pixels at text size 100 %: navigation with words, panel beside the record
_NARROW_LIST = 340
_TIGHT = 760  # below it what stands in one row above a record or the list has no room there
_LEAST, _LEAST_TIGHT = 420, 560
"""Pixels at 100 % that inbox and record are high at the least: what scrolls in them stands between parts that do not.
In a lower window they scroll as a whole."""


def fold(theme: Theme, size: QSize, navigation: Navigation, inbox: InboxPage, record: RecordPage) -> int:
    """Fold the parts to the size of the side. Returns how high inbox and record are at the least, in pixels."""
    width, height = size.width() / theme.text_scale, size.height() / theme.text_scale
    layout = theme.layout
    is_wide, has_two = width >= _WIDE, width >= layout.break_compact_width
    navigation.show_rail(rail=not is_wide)
    inbox.show_panes(two=has_two, list_width=theme.px(layout.inbox_list if is_wide else _NARROW_LIST))
    is_low, is_tight = height < layout.break_compact_height, width < _TIGHT
    inbox.list_pane.show_one_row(one_row=not has_two and is_low and not is_tight)
    record.show_wide(wide=is_wide, low=is_low)
    record.show_tight(tight=is_tight)
    return theme.px(_LEAST_TIGHT if is_tight else _LEAST)
