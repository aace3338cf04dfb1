# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be shown of a register, and saved: its rows, what they add up to, who has answered, what is published."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from desktop.registers.declared import Register
from desktop.registers.listing import Chosen


class View(StrEnum):
    """What is shown of a register."""

    ROWS = "rows"
    TOTALS = "totals"
    RETURNS = "returns"
    PUBLISHED = "published"


VIEWS: Mapping[Register, tuple[View, ...]] = {
    Register.GIFTS: tuple(View),
    Register.TIES: (View.ROWS, View.RETURNS),
    Register.PERMISSIONS: (View.ROWS,),
    Register.NOTICES: (View.ROWS,),
    Register.SHARED: (View.ROWS,),
    Register.BREACHES: (View.ROWS,),
}
"""What can be shown of each register."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which register, what of it, and which of its rows; `by_job` publishes jobs instead of names."""

    register: Register
    view: View = View.ROWS
    chosen: Chosen = Chosen()
    by_job: bool = False
