# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What setting a school up offers to choose from (resources/setup/school.toml): values and their words, in order."""

import tomllib

import msgspec

import resources


class SetupChoices(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Kinds of school, months in which a school year starts, and the contacts outside that are asked for."""

    phases: dict[str, str]
    months: dict[str, str]
    contacts: dict[str, str]


def setup_choices() -> SetupChoices:
    """Read the choices that we ship."""
    return msgspec.convert(tomllib.loads(resources.text("setup/school.toml")), SetupChoices)
