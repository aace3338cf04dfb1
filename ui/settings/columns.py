# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The columns of the settings' tables: short tables in an order that means something, so nothing in them is sorted."""

from enum import StrEnum

from ui.settings.words import say
from ui.widgets.table_rows import TableColumn


def columns(*titles: tuple[str, StrEnum, int]) -> list[TableColumn]:
    """Columns by their id, title, and share of the width."""
    return [TableColumn(each, say(title), share, is_sortable=False) for each, title, share in titles]
