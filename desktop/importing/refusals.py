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
    LOST_LETTER = "lost_letter"
    MISSING_REFERENCE = "missing_reference"
    MISSING_MOMENT = "missing_moment"
    SAME_REFERENCE = "same_reference"
    UNREADABLE_MOMENT = "unreadable_moment"
    UNREADABLE_NUMBER = "unreadable_number"
    UNREADABLE_AMOUNT = "unreadable_amount"
    UNKNOWN_WORD = "unknown_word"
    HAPPENED_LATER = "happened_later"
    IN_THE_FUTURE = "in_the_future"
    CHANGED_SINCE = "changed_since"
    NOBODY_NAMED = "nobody_named"
    UNKNOWN_PERSON = "unknown_person"
    UNCLEAR_PERSON = "unclear_person"
    OWN_RECORD = "own_record"
    NOT_YOUR_RECORD = "not_your_record"
    NO_READER_HERE = "no_reader_here"
    EXTRA_CELLS = "extra_cells"
    MISSING_CELL = "missing_cell"
    NOT_YET = "not_yet"
    NOT_RECORDABLE = "not_recordable"


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """One reason, where it stands (`column` as the file heads it) and what its sentence needs beside that.

    `other_row` is the row that this one disagrees with, `limit` the number of characters that a cell may have, `words`
    what the cell might have said.
    """

    reason: Reason
    column: str = ""
    other_row: int = 0
    limit: int = 0
    words: str = ""


def sentence(row: int, refusal: Refusal) -> str:
    """Say to a person why this row was left out and what to do about it."""
    words = tomllib.loads(resources.text("importing/refusals.toml"))
    return str(words[refusal.reason]).format(row=row, **msgspec.structs.asdict(refusal))
