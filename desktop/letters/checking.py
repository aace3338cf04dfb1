# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Looks through a letter before it is issued: blanks, names that must not stand there, wording, and what is in its way.

Pure. Wording is a hint and stops nothing (requirements.md F49); a hurdle stops the letter, or asks for a reason.
"""

from collections.abc import Callable, Mapping

import msgspec

from desktop.cases.acting import LETTER
from desktop.cases.case import Case, Phase, lado_was_asked, latest_assessment, may_meet_threshold
from desktop.cases.refusals import Refusal
from desktop.letters.drafting import blanks
from desktop.letters.facts import Source
from desktop.letters.naming import names_not_wanted
from desktop.letters.templates import Template, hurdles
from desktop.naming.finding import Found
from desktop.sharing.weighing import DISCLOSURE
from desktop.wording.checking import Remark, remarks

_ACCOUNT = "account"


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a letter. `hurdles` are in its way, in order."""

    blanks: tuple[str, ...]
    names: tuple[Found, ...]
    wording: tuple[Remark, ...]
    hurdles: tuple[Refusal, ...]

    def stopped_by(self, reason: str) -> Refusal | None:
        """What stops the letter, given the reason for which it is to go all the same ("" for none)."""
        return next((each for each in self.hurdles if not (reason.strip() and hurdles()[each].yields)), None)


def check(template: Template, text: str, source: Source) -> Checked:
    """Look through the text of a letter."""
    found = Checked(
        blanks=blanks(text),
        names=names_not_wanted(template, text, source),
        wording=remarks(text),
        hurdles=(),
    )
    met = tuple(each for each in template.hurdles if _HURDLES[each](source, found))
    return msgspec.structs.replace(found, hurdles=met)


def _before_assessment(source: Source, _found: Checked) -> bool:
    return bool(source.case.track.prepared_by) and latest_assessment(source.case) is None


def _before_lado(source: Source, _found: Checked) -> bool:
    return may_meet_threshold(source.case, source.meaning) and not lado_was_asked(source.case)


def _with_lado(source: Source, _found: Checked) -> bool:
    return source.case.phase is Phase.WITH_LADO


def _before_account(source: Source, _found: Checked) -> bool:
    return not _was_heard(source.case, source.meaning.forms_about_the_sender)


def _was_heard(case: Case, about_the_sender: tuple[str, ...]) -> bool:
    """Say whether the person concerned told it themselves, was spoken to, or was asked for their account."""
    told = case.report is not None and case.report.form in about_the_sender
    spoken = any(entry.text("spoke_to") == "person_concerned" for entry in case.of_kind("note"))
    asked = any(entry.text("template") == _ACCOUNT for entry in case.of_kind(LETTER))
    decided = latest_assessment(case)
    return told or spoken or asked or (decided is not None and decided.text("person_spoken_to") == "yes")


def _names(_source: Source, found: Checked) -> bool:
    return bool(found.names)


def _has_blanks(_source: Source, found: Checked) -> bool:
    return bool(found.blanks)


def _nothing_shared(source: Source, _found: Checked) -> bool:
    return not any(source.of in ("", entry.eid) for entry in source.case.of_kind(DISCLOSURE))


def _undecided(source: Source, _found: Checked) -> bool:
    return source.case.decision is None


_HURDLES: Mapping[Refusal, Callable[[Source, Checked], bool]] = {
    Refusal.LETTER_BEFORE_ASSESSMENT: _before_assessment,
    Refusal.LETTER_BEFORE_LADO: _before_lado,
    Refusal.LETTER_WITH_LADO: _with_lado,
    Refusal.LETTER_BEFORE_ACCOUNT: _before_account,
    Refusal.LETTER_NAMES_REPORTER: _names,
    Refusal.LETTER_NAMES_SOMEBODY: _names,
    Refusal.LETTER_HAS_BLANKS: _has_blanks,
    Refusal.LETTER_NOTHING_SHARED: _nothing_shared,
    Refusal.NO_DECISION_YET: _undecided,
}
