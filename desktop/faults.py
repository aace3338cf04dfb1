# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What went wrong, in words a person can act on: what happened, what it means for the record, what to do now.

The words are data (resources/faults.toml), one entry for every code that any layer can raise; a test holds both ways.
"""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

import msgspec

import resources
from storage.errors import Fault, KnownError

__all__ = [
    "DeskFault",
    "FaultWords",
    "KnownError",
    "explain_fault",
    "fault_words",
    "is_disk_full",
    "other_school_words",
]

_BRACE = re.compile(r"\{(\w+)\}")


class DeskFault(StrEnum):
    """The world's faults that the rules meet. Storage and importing have their own."""

    NO_SUCH_PERSON = "no_such_person"
    SEVERAL_SUCH_PERSONS = "several_such_persons"
    NO_SUCH_FORM = "no_such_form"
    NO_SUCH_CASE = "no_such_case"
    NO_SUCH_HELP = "no_such_help"
    NO_SUCH_CONTACT = "no_such_contact"
    NO_SUCH_PHRASE = "no_such_phrase"
    NOBODY_LEFT = "nobody_left"
    NOBODY_MAY_RECEIVE = "nobody_may_receive"
    SIGN_IN_NEEDED = "sign_in_needed"
    NAME_NEEDED = "name_needed"
    FILE_UNREADABLE = "file_unreadable"
    FILE_UNWRITABLE = "file_unwritable"
    FILE_THERE_ALREADY = "file_there_already"
    NOT_JSON = "not_json"
    ATTACHMENT_EMPTY = "attachment_empty"
    ATTACHMENT_TOO_LARGE = "attachment_too_large"
    ATTACHMENT_PROGRAM = "attachment_program"
    ATTACHMENT_SCRIPT = "attachment_script"
    ATTACHMENT_SHORTCUT = "attachment_shortcut"
    ATTACHMENT_DISK_IMAGE = "attachment_disk_image"
    ATTACHMENT_MACROS = "attachment_macros"
    ATTACHMENTS_NOT_HERE = "attachments_not_here"
    ATTACHMENTS_TOO_MANY = "attachments_too_many"
    ATTACHMENTS_TOGETHER = "attachments_together"
    ATTACHMENT_ARRIVING = "attachment_arriving"
    ATTACHMENT_SET_ASIDE = "attachment_set_aside"
    NO_SUCH_ATTACHMENT = "no_such_attachment"
    SCHOOL_THERE_ALREADY = "school_there_already"
    PLAN_UNREADABLE = "plan_unreadable"
    PASSPHRASES_MISSING = "passphrases_missing"
    TOO_FEW_OFFICERS = "too_few_officers"
    NOT_YOURS_TO_CHANGE = "not_yours_to_change"
    IMPORT_NO_PAIR = "import_no_pair"
    IMPORT_ONE_STAFF_LIST = "import_one_staff_list"
    IMPORT_TRAINING_ALONE = "import_training_alone"
    IMPORT_NOT_YOURS = "import_not_yours"
    OVERSIGHT_NOT_YOURS = "oversight_not_yours"
    SIGN_IN_NOT_YOURS = "sign_in_not_yours"
    NOT_YOURS_TO_SIGN = "not_yours_to_sign"
    NO_SUCH_PROPOSAL = "no_such_proposal"
    PROPOSAL_OVER = "proposal_over"
    READER_WITHOUT_KEYS = "reader_without_keys"
    NOTHING_TO_END = "nothing_to_end"
    DAYS_REVERSED = "days_reversed"
    CONFLICT_UNREADABLE = "conflict_unreadable"
    KEY_NOT_TRUSTED = "key_not_trusted"
    PAPER_KEY_REFUSED = "paper_key_refused"
    SETTING_REFUSED = "setting_refused"
    POLICY_REFUSED = "policy_refused"
    NO_SUCH_POLICY = "no_such_policy"
    NOT_A_QUESTION = "not_a_question"
    NO_SUCH_QUESTION = "no_such_question"
    QUESTION_REFUSED = "question_refused"
    QUESTION_NAMES_SOMEBODY = "question_names_somebody"
    QUESTION_AS_ASKED = "question_as_asked"
    QUESTIONS_FULL = "questions_full"
    TERMS_REFUSED = "terms_refused"
    NO_SUCH_LIST = "no_such_list"
    TERM_KEPT = "term_kept"
    WORD_REFUSED = "word_refused"
    WORD_STAYS = "word_stays"
    LIST_FULL = "list_full"
    CHANGE_UNREADABLE = "change_unreadable"
    EXPORT_WITHOUT_REASON = "export_without_reason"
    EXPORT_EMPTY = "export_empty"
    EXPORT_PASSWORD = "export_password"
    EXPORT_STOPPED = "export_stopped"
    FILES_NOT_LOOKED_AT = "files_not_looked_at"
    PRINTER_REFUSED = "printer_refused"
    PRINTING_STOPPED = "printing_stopped"
    PARCEL_NOT_FOR_THEM = "parcel_not_for_them"
    PASSPHRASE_FOR_ONE = "passphrase_for_one"
    PASSPHRASES_DIFFER = "passphrases_differ"
    FOLDER_REFUSED = "folder_refused"
    PASSPHRASE_EASY = "passphrase_easy"
    SIGN_IN_THERE_ALREADY = "sign_in_there_already"
    SIGN_IN_WAITING = "sign_in_waiting"
    INVITATION_WRONG = "invitation_wrong"
    INVITATION_OVER = "invitation_over"
    NOBODY_ASKED = "nobody_asked"
    SECOND_OFFICER_NEEDED = "second_officer_needed"
    HANDED_TO_NOBODY = "handed_to_nobody"
    NOTE_ABOUT_YOURSELF = "note_about_yourself"
    REFERENCE_YOURSELF = "reference_yourself"
    REFERENCE_NEEDS_CHAIR = "reference_needs_chair"
    COPY_UNDECIDED = "copy_undecided"
    COPY_HAS_FILES = "copy_has_files"
    FILE_NAMES_SOMEBODY = "file_names_somebody"
    FILE_HOLDS_NAME = "file_holds_name"
    NO_SUCH_ITEM = "no_such_item"
    NO_SUCH_GROUND = "no_such_ground"
    REASON_NEEDED = "reason_needed"
    REPORTER_NOT_ASKED = "reporter_not_asked"
    NOT_A_REQUEST = "not_a_request"
    NO_SUCH_PROMPT = "no_such_prompt"
    PATTERNS_OFF = "patterns_off"
    ANSWER_NOT_FOR_ALL = "answer_not_for_all"
    REPORT_NOT_YOURS = "report_not_yours"
    REPORT_HAS_NUMBERS = "report_has_numbers"
    REPORT_NAMES_SOMEBODY = "report_names_somebody"
    REPORT_OUT_OF_DATE = "report_out_of_date"
    PERIOD_NOT_OVER = "period_not_over"
    PERIOD_TOO_SHORT = "period_too_short"
    YEARLY_ONLY = "yearly_only"
    RETENTION_OPEN = "retention_open"
    RETENTION_HELD = "retention_held"
    RETENTION_NOT_DUE = "retention_not_due"
    TRAINING_NOT_YOURS = "training_not_yours"
    NO_SUCH_DUTY = "no_such_duty"
    NO_SUCH_TRAINING = "no_such_training"
    RETENTION_NOT_YOURS = "retention_not_yours"
    RETENTION_NEW_SINCE = "retention_new_since"
    RETENTION_SAME_PERSON = "retention_same_person"
    RETENTION_NOBODY_SENIOR = "retention_nobody_senior"
    RETENTION_ALONE = "retention_alone"
    RETENTION_NOTHING = "retention_nothing"
    RETENTION_NAMES_SOMEBODY = "retention_names_somebody"
    RETENTION_TOO_MANY = "retention_too_many"
    NO_SUCH_HOLD = "no_such_hold"
    MISTAKE_OF_OURS = "mistake_of_ours"


class FaultWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The three parts of what a person is told."""

    happened: str
    record: str
    do: str

    @property
    def sentence(self) -> str:
        """All of it, as one short paragraph."""
        return " ".join(part for part in (self.happened, self.record, self.do) if part)


@cache
def fault_words() -> Mapping[str, FaultWords]:
    """The words for every code."""
    return msgspec.convert(tomllib.loads(resources.text("faults.toml")), dict[str, FaultWords])


def other_school_words(fault: StrEnum | None) -> FaultWords | None:
    """What is told where the shared folder has become another school's; None for every other fault, and for none."""
    return fault_words()[fault.value] if fault is Fault.EXCHANGE_OTHER_SCHOOL else None


def is_disk_full(error: KnownError) -> bool:
    """Say whether there was no room on this computer: what was to be kept is nowhere."""
    return error.code is Fault.DISK_FULL


def explain_fault(error: KnownError) -> FaultWords:
    """Say what a known error means. Parameters stand in braces in the words; one that is missing stays visible."""
    words = fault_words()[error.code.value]
    filled = {name: _filled(text, error.parameters) for name, text in msgspec.structs.asdict(words).items()}
    return FaultWords(**filled)


def _filled(text: str, parameters: Mapping[str, str | int]) -> str:
    def said(brace: re.Match[str]) -> str:
        value = parameters.get(brace[1], brace[0])
        return f"{value:,}" if isinstance(value, int) else value

    return _BRACE.sub(said, text)
