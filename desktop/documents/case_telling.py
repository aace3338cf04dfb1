# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a case file is made from, and how its entries are told: who, when, how sure that is, and in whose words.

Nothing is invented: what is not recorded is said to be so, and an entry that does not read as its form says is shown as
it was stored.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

import msgspec

from desktop.cases.acting import ACCESS, FILE_COPY
from desktop.cases.case import Case
from desktop.cases.clocks import Clocks
from desktop.cases.entry import CaseEntry
from desktop.cases.identities import IDENTIFICATION
from desktop.cases.meaning import Meaning
from desktop.cases.readership import CONTINUATION
from desktop.cases.reporter import is_by_phrase, phrase_author
from desktop.clocks import london_day, short_date_words, time_words, weekday_words
from desktop.documents.flow import Fact
from desktop.documents.words import say
from desktop.exports.choices import CasePart, LeftOut, Named, choices
from desktop.exports.hiding import Hide
from desktop.filing import REPORT
from desktop.forms import Field, FieldType, FormKind, FormSpec, SummaryRow, Tense, fill, summary
from desktop.people import PersonId, School
from desktop.soundness import Trouble
from storage.body import Standing
from storage.grants import GRANT

_UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, IndexError, msgspec.ValidationError)
_CORRECTION = "correction"
_BEGINNING = 200
_LINE = 140
"""Characters of somebody's words that stand for the whole of them in a table."""

_SAYS_MOST = {"outcome": "outcomes", "action_update": "state"}
"""The answer by which a chronology names an act that decides nothing; others are named by their longest words."""


class CaseFileInput(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a case file says.

    `case` holds verified entries only, as `Session.case` returns them. `school` is the directory as it stands,
    `schools` what it was after the statements that entries name, by number, as far as they are known. `made_at` is
    aware; `troubles` is what a check of the whole record found just before. `hide` takes names out of what is printed
    after the cover; `warning` must not be missed. `cited` are the clauses of the school's own policies that an entry
    rests on, by its id, as they were called when it was written.
    """

    case: Case
    school: School
    meaning: Meaning
    clocks: Clocks
    made_by: PersonId
    made_at: datetime
    recipient: str
    purpose: str
    schools: Mapping[int, School] = {}
    copy: int = 1
    troubles: tuple[Trouble, ...] = ()
    leaves_out: LeftOut = LeftOut()
    hide: Hide | None = None
    warning: str = ""
    cited: Mapping[str, str] = {}


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """When a thing happened, as its entry says: a day to sort by, and the words."""

    day: date
    words: str


class Telling:
    """Tells the entries of one case. Entries are numbered in order, those that do not count after all others."""

    def __init__(self, source: CaseFileInput) -> None:
        """Take what the case file is made from."""
        self.source = source
        case = source.case
        # Who has a say stands in the report: without it, nobody can be said to have none.
        uncounted = case.uncounted if case.report else frozenset()
        ordered = sorted(case.entries, key=lambda entry: entry.eid in uncounted)
        self._numbers = {entry.eid: number for number, entry in enumerate(ordered, 1)}
        told = [entry for entry in ordered if choices().part_of(entry) not in source.leaves_out.parts]
        self.counted = tuple(entry for entry in told if entry.eid not in uncounted)
        self.uncounted = tuple(entry for entry in told if entry.eid in uncounted)
        self.left_out = tuple(entry for entry in ordered if entry not in told)
        self._rows = {entry.eid: self._read(entry) for entry in ordered}

    @property
    def entries(self) -> tuple[CaseEntry, ...]:
        """Every entry that is told, by number. Those that are left out keep theirs."""
        return (*self.counted, *self.uncounted)

    def has(self, part: CasePart) -> bool:
        """Say whether a part of the case is told."""
        return part not in self.source.leaves_out.parts

    @property
    def is_about_its_sender(self) -> bool:
        """Say whether whoever reported it did so about themselves."""
        report = self.source.case.report
        return report is not None and report.form in self.source.meaning.forms_about_the_sender

    @property
    def maker(self) -> str:
        """Who makes the copy; where that is also a reporter who is left out, nothing may say that they are one."""
        is_hidden = self.source.hide is not None and self.source.case.reporter == self.source.made_by
        return choices().maker if is_hidden else self.name(self.source.made_by)

    def number(self, entry: CaseEntry) -> int:
        """The number under which an entry stands in this copy."""
        return self._numbers[entry.eid]

    def name(self, person: PersonId, school: School | None = None) -> str:
        """A listed person's name."""
        found = (school or self.source.school).people.get(person) or self.source.school.people.get(person)
        return found.name if found else say("standings", "unlisted")

    def described(self, person: PersonId, school: School | None = None) -> str:
        """A listed person's name and job."""
        found = (school or self.source.school).people.get(person) or self.source.school.people.get(person)
        return ", ".join(part for part in (found.name, found.job) if part) if found else self.name(person)

    def author(self, entry: CaseEntry) -> str:
        """Who wrote an entry, as a headline names them: never an unchecked name without saying so."""
        if entry.author is not None:
            return self.name(entry.author, self._school(entry))
        if is_by_phrase(entry, self.source.case.report):
            return phrase_author()
        if entry.standing is Standing.WALK_UP_NAMED:
            return say("standings", "unchecked", name=entry.claims)
        unknown = entry.standing is Standing.MEMBER
        return say("standings", "somebody_unknown" if unknown else "somebody")

    def standing(self, entry: CaseEntry) -> str:
        """Who wrote an entry, and how far that is known."""
        if entry.author is not None:
            return say("standings", "member", name=self.described(entry.author, self._school(entry)))
        if entry.standing is Standing.MEMBER:
            return say("standings", "unknown")
        return say("standings", entry.standing.value, name=entry.claims)

    def headline(self, entry: CaseEntry) -> str:
        """What an entry is, in one line."""
        spec = self.spec(entry)
        if spec is None:
            return say("entries", "grant" if entry.kind == GRANT else "other", author=self.author(entry))
        values = {"author": self.author(entry), "what": shortened(entry.text("what"), _LINE)}
        return fill(spec.headline, values)

    def said(self, entry: CaseEntry) -> str:
        """What an entry is, with what it says in a few words."""
        if is_minor(entry) or entry.kind == "action":
            return self.headline(entry)
        decides = entry.kind in self.source.meaning.tracks.decisions
        named = self.row_value(entry, "outcome" if decides else _SAYS_MOST.get(entry.kind, ""))
        words = shortened(one_line(named or self.main_words(entry)), _LINE)
        return say("entries", "said", headline=self.headline(entry), words=words) if words else self.headline(entry)

    def spec(self, entry: CaseEntry) -> FormSpec | None:
        """The form of an entry. Its kind decides: a report cannot pass itself off as an act, nor an act as another.

        What carries a case on may say who it is about.
        """
        says_who = entry.kind == CONTINUATION and entry.form == IDENTIFICATION
        spec = self.source.meaning.forms.get(entry.form if entry.kind == REPORT or says_who else entry.kind)
        return spec if spec and (spec.kind is not FormKind.ACT) == (entry.kind == REPORT) else None

    def facts(self, entry: CaseEntry) -> list[Fact]:
        """Everything that an entry says, row by row; what it refers to by id is named by its number."""
        # What is joined with another answer in one row is no longer only theirs.
        own = [(name,) for name in self._own_words(entry)]
        cited = self.source.cited.get(entry.eid)
        told = [
            Fact(row.label, self._named(entry, row.value), is_quoted=row.fields in own)
            for row in self._told_rows(entry)
            if row.is_given
        ]
        return [*told, Fact(say("entries", "cited"), cited)] if cited else told

    def not_given(self, entry: CaseEntry) -> list[str]:
        """The questions of an entry that were left open."""
        return [row.label for row in self._told_rows(entry) if not row.is_given]

    def row_value(self, entry: CaseEntry, name: str) -> str:
        """The words of the row in which this answer is read back; empty when it was not given."""
        return next((row.value for row in self._rows[entry.eid] if row.is_given and name in row.fields), "")

    def main_words(self, entry: CaseEntry) -> str:
        """What somebody wrote at most length in an entry; of a report, what happened."""
        longest = max((entry.text(name) for name in self._own_words(entry)), key=len, default="")
        return entry.text("what_happened") or longest

    def happened(self, entry: CaseEntry) -> Happened | None:
        """When the thing happened that an entry tells of, if it says so."""
        spec = self.spec(entry)
        fields = [field for _, field in spec.fields()] if spec else []
        name = next((field.name for field in fields if _says_when(field) and field.name in entry.values), "")
        words = self.row_value(entry, name)
        return Happened(day=_day_of(entry.values[name]) or london_day(entry.at), words=words) if words else None

    def corrections(self, entry: CaseEntry) -> list[CaseEntry]:
        """The later entries by the same author that correct this one."""
        return [
            later
            for later in self.counted
            if entry.eid in (later.supersedes, later.text("corrects")) and later.author == entry.author
        ]

    def _told_rows(self, entry: CaseEntry) -> Iterator[SummaryRow]:
        """The rows of an entry, without those by which a reporter is told whose name is left out."""
        is_theirs = entry.is_report and not self.is_about_its_sender
        is_hidden = is_theirs and Named.REPORTER in self.source.leaves_out.names
        for row in self._rows[entry.eid]:
            if not (is_hidden and choices().reporter_answers.intersection(row.fields)):
                yield row

    def _own_words(self, entry: CaseEntry) -> list[str]:
        """The answers that are told in their author's own words."""
        spec = self.spec(entry)
        return [field.name for _, field in spec.fields() if field.type is FieldType.LONG_TEXT] if spec else []

    def _read(self, entry: CaseEntry) -> tuple[SummaryRow, ...]:
        spec = self.spec(entry)
        try:
            return summary(spec, entry.values, self._school(entry)) if spec else _as_stored(entry)
        except _UNREADABLE:
            # One ill-formed answer must not keep a whole case from being handed on.
            return _as_stored(entry)

    def _named(self, entry: CaseEntry, value: str) -> str:
        """An answer that is another entry's id, as that entry; what a correction corrects, with how that begins."""
        other = self.source.case.entry(value)
        if other is None:
            return value
        number, headline = self.number(other), self.headline(other)
        words = say("entries", "refers_to", number=number, headline=headline, moment=recorded(other))
        begins = shortened(one_line(self.main_words(other)), _BEGINNING) if entry.kind == _CORRECTION else ""
        return f"{words} {say('entries', 'begins', words=begins)}" if begins else words

    def _school(self, entry: CaseEntry) -> School:
        return self.source.schools.get(entry.directory, self.source.school)


def left_out_words(telling: Telling) -> list[str]:
    """Say what was left out of a copy, and why; nothing where it is whole."""
    leaves_out = telling.source.leaves_out
    if not leaves_out.values:
        return []
    what = say("entries", "list").join(choices().word(value) for value in leaves_out.values)
    words = [say("cover", "left_out", what=what)]
    if telling.left_out:
        numbers = ", ".join(str(telling.number(entry)) for entry in telling.left_out)
        count = len(telling.left_out)
        entries = say("cover", "left_out_entry" if count == 1 else "left_out_entries", count=count, numbers=numbers)
        words.append(entries)
    return [*words, say("cover", "left_out_why", why=leaves_out.why)] if leaves_out.why else words


def is_minor(entry: CaseEntry) -> bool:
    """Say whether an entry only tells that something was opened, saved or handed on."""
    return entry.kind in {ACCESS, FILE_COPY, GRANT}


def one_line(text: str) -> str:
    """A text without its line breaks."""
    return " ".join(text.split())


def shortened(text: str, limit: int) -> str:
    """A text as far as there is room, ended by "…" where something is left out."""
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"


def moment(at: datetime) -> str:
    """Say a moment as 'Thursday 12 March 2026, 15:12'."""
    return f"{weekday_words(london_day(at))}, {time_words(at)}"


def short_moment(at: datetime) -> str:
    """Say a moment as '12 Mar 2026, 15:12', for tables."""
    return f"{short_date_words(london_day(at))}, {time_words(at)}"


def recorded(entry: CaseEntry, *, is_short: bool = False) -> str:
    """Say when an entry was written; of an anonymous one only the day is known."""
    if entry.is_day_only:
        return (short_date_words if is_short else weekday_words)(london_day(entry.at))
    return (short_moment if is_short else moment)(entry.at)


def _says_when(field: Field) -> bool:
    return field.type is FieldType.DATE_CERTAINTY or (
        field.type is FieldType.DATE and field.name == "on" and field.tense is Tense.PAST
    )


def _day_of(value: object) -> date | None:
    """The first day in an answer that says when."""
    parts = value if isinstance(value, dict) else {"date": value}
    text = next((str(parts[name]) for name in ("date", "from", "to") if name in parts), "")
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _as_stored(entry: CaseEntry) -> tuple[SummaryRow, ...]:
    return tuple(
        SummaryRow(
            label=name,
            value=value if isinstance(value, str) else msgspec.json.encode(value).decode(),
            change="",
            page="",
            fields=(name,),
            is_given=True,
            is_sensitive=True,
        )
        for name, value in entry.values.items()
    )
