# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The grounds on which something may be left out of a copy of somebody's own data: dated data with its source."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import msgspec

import resources


class Ground(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ground: what it is called, when it holds, and where that is written.

    `is_told`: the person is told of it; where that alone could do the harm, they are not.
    """

    ground_id: str
    label: str
    when: str
    source: str
    is_told: bool = True


class Grounds(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of them, of one edition. `must_check`: we have not read them in the Act's current text."""

    edition: str
    checked_on: date
    must_check: bool
    grounds: tuple[Ground, ...]

    def by_id(self) -> Mapping[str, Ground]:
        """The grounds by their names."""
        return {each.ground_id: each for each in self.grounds}


@cache
def grounds() -> Grounds:
    """The grounds that Candour ships."""
    return msgspec.toml.decode(resources.text("access/exemptions.toml"), type=Grounds)
