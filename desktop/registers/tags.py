# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tags by which a register's rows are found: a school year at a time, without reading those of the others."""

from collections.abc import Iterator

from desktop.cases.rows import FOLLOWS, CaseRow
from desktop.declarations.gifts import year_of
from desktop.registers.declared import Register


def register_tags(row: CaseRow) -> Iterator[str]:
    """The tags of a row that stands in a register, also of one that is a line only, and of what was shared of it."""
    yield from sorted({f"{of_register(each.register)}{year_of(each.on)}" for each in row.shared})
    declared = row.declared
    if declared is None:
        return
    yield f"{of_register(declared.register)}{year_of(declared.on)}"
    if declared.former:
        yield f"{FOLLOWS} {declared.former}"


def of_register(register: Register) -> str:
    """How the tags of a register's rows begin: a school year, by the calendar year in which it begins, follows."""
    return f"register {register.value} "
