# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One thing that can be chosen, for every control that offers a choice."""

import msgspec


class Choice(msgspec.Struct, frozen=True):
    """`id` is what the program keeps, `label` what people read, `detail` the consequence in a line."""

    id: str
    label: str
    detail: str = ""
