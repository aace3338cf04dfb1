# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why one row of an imported file is left out, and the sentence that says so (resources/importing/refusals.toml)."""

import tomllib
from enum import StrEnum

import msgspec

import resources


class Reason(StrEnum):
    """Each reason for refusing a row. The value names its sentence."""

    MISSING_NAME = "missing_name"
    NAME_OUT_OF_ORDER = "name_out_of_order"
    NAME_NOT_DIVIDED = "name_not_divided"
    NAME_NOT_A_NAME = "name_not_a_name"
    UNREADABLE_DATE = "unreadable_date"
    END_BEFORE_START = "end_before_start"
    UNKNOWN_WORKER_TYPE = "unknown_worker_type"
    UNKNOWN_ROLE = "unknown_role"
    UNKNOWN_MANAGER = "unknown_manager"
    OWN_MANAGER = "own_manager"
    UNKNOWN_PERSON_ID = "unknown_person_id"
    TWICE_IN_FILE = "twice_in_file"
    TWO_PEOPLE_HAVE_THIS_NAME = "two_people_have_this_name"
    ANOTHER_JOB = "another_job"
    LIKE_ANOTHER = "like_another"
    FORMULA = "formula"
    CONTROL_CHARACTER = "control_character"
    TOO_LONG = "too_long"
    EXTRA_CELLS = "extra_cells"


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """One reason, where it stands (`column` as the file heads it) and, for two rows that disagree, the other row."""

    reason: Reason
    column: str = ""
    other_row: int = 0


def sentence(row: int, refusal: Refusal) -> str:
    """Say to a person why this row was left out and what to do about it."""
    words = tomllib.loads(resources.text("importing/refusals.toml"))
    return str(words[refusal.reason]).format(row=row, column=refusal.column, other_row=refusal.other_row)
