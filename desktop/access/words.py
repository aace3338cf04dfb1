# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of a copy of somebody's own data and of what goes with it (resources/documents/access.toml)."""

from collections.abc import Mapping
from functools import cache

import msgspec

import resources
from desktop.forms import fill


def say(section: str, word: str, **values: str | int) -> str:
    """One of the texts, with what stands in braces filled in."""
    return fill(_words()[section][word], values)


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return msgspec.toml.decode(resources.text("documents/access.toml"), type=dict[str, dict[str, str]])
