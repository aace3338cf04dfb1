# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The story of a case: everything that happened, as values ready to be shown, the oldest first (ux.md R2).

Nothing in it is hidden or merged away: a correction stands beside what it corrects, an entry of somebody who has no say
in the case stands apart, and whatever is odd about an entry is named beside it. What happened earlier than it was
written down stands where it happened, with the day on which it was recorded.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from functools import cached_property

import msgspec

from desktop.cases.actions import Action
from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.meaning import Meaning
from desktop.cases.moments import told_day
from desktop.cases.reporter import CORRECTION, is_by_phrase, phrase_author
from desktop.clocks import LONDON
from desktop.forms import FieldType, FormSpec, SummaryRow, fill, summary
from desktop.people import PersonId, School
from storage.grants import GRANT

ACCESS = "access"
INCIDENT = "incident"
"""The kind of the one item that is no entry: when what was reported happened."""

_UNSEEN = frozenset({GRANT})
_MINOR = frozenset({ACCESS, "export", "file_copy"})
_TOLD_AFTERWARDS = frozenset({"note", "lado_consultation", "lado_referral", "employer_told", "feedback"})
"""Acts that tell of something that may have taken place before they were written; their day is the answer "on"."""

_LABELS = {
    "note": "note_kind",
    "action_update": "state",
    "feedback": "channel",
}
"""The answer that an act is labelled with; what decides is labelled with its outcome."""


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One item of the story. For an entry, `item_id` is its name.

    `at` (aware UTC) is when it was recorded and `day` the day on which it happened, which may be earlier; `place` says
    where it stands among the others. `words` are the main ones, somebody's own when `is_quote`; `rows` are all answers.
    `label` is the answer that tells one of its kind from another, with its value. `again` are later moments of the same
    minor act by the same person. `flags` are those of the vault and name what is odd.
    """

    item_id: str
    kind: str
    icon: str
    title: str
    at: datetime
    day: date
    place: datetime
    is_day_only: bool = False
    author: PersonId | None = None
    claims: str = ""
    when: str = ""
    where: str = ""
    words: str = ""
    is_quote: bool = False
    is_minor: bool = False
    is_mine: bool = False
    is_new: bool = False
    label: str = ""
    rows: tuple[SummaryRow, ...] = ()
    flags: tuple[str, ...] = ()
    granted: bool = False
    corrected_by: str = ""
    corrected_at: datetime | None = None
    corrects: str = ""
    action: Action | None = None
    again: tuple[datetime, ...] = ()

    @property
    def is_correctable(self) -> bool:
        """Say whether its reader may add a correction to it: it is their own and has words."""
        return self.is_mine and not self.is_minor and self.kind not in {INCIDENT, CORRECTION}


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The items that count, and those of people who have no say in the case."""

    items: tuple[Happening, ...]
    apart: tuple[Happening, ...] = ()

    def item(self, item_id: str) -> Happening | None:
        """Find an item."""
        return next((each for each in (*self.items, *self.apart) if each.item_id == item_id), None)

    @property
    def first_new(self) -> str:
        """The first item that came since its reader looked last; empty when there is none."""
        return next((each.item_id for each in self.items if each.is_new), "")


def tell(case: Case, me: PersonId, school: School, meaning: Meaning, seen_at: datetime | None = None) -> Story:
    """Tell a case's story to one reader. `seen_at` is when they looked at it before this time, if they did."""
    teller = _Teller(case, me, school, meaning, seen_at)
    shown = [entry for entry in case.entries if entry.kind not in _UNSEEN]
    counted = [entry for entry in shown if entry.eid not in case.uncounted]
    items = [*teller.incident(), *(teller.entry(entry) for entry in counted)]
    apart = [teller.entry(entry) for entry in shown if entry.eid in case.uncounted]
    return Story(items=_runs(_in_place(items)), apart=_in_place(apart))


class _Teller:
    """Makes the items of one case."""

    def __init__(self, case: Case, me: PersonId, school: School, meaning: Meaning, seen_at: datetime | None) -> None:
        self._case = case
        self._me = me
        self._school = school
        self._meaning = meaning
        self._seen_at = seen_at
        self._actions = {action.eid: action for action in case.actions}

    @cached_property
    def _corrections(self) -> Mapping[str, CaseEntry]:
        """What was corrected, by its name, with the last correction of its own author."""
        authors = {entry.eid: entry.author for entry in self._case.entries}
        own = (entry for entry in self._case.of_kind(CORRECTION) if entry.supersedes in authors)
        return {entry.supersedes or "": entry for entry in own if entry.author == authors[entry.supersedes or ""]}

    @cached_property
    def _places(self) -> Mapping[str, datetime]:
        """Where each entry stands in time: by the signed moment, yet never before what its author had seen."""
        places: dict[str, datetime] = {}
        for entry in self._case.entries:
            places[entry.eid] = max([entry.at, *(places[parent] for parent in entry.parents if parent in places)])
        return places

    def incident(self) -> Iterable[Happening]:
        """When what was reported happened, as far as the report says so."""
        report = self._case.report
        spec = self._meaning.forms.get(report.form) if report else None
        day = _happened(report) if report else None
        if report is None or spec is None or day is None:
            return
        rows = summary(spec, report.values, self._school)
        yield Happening(
            item_id=INCIDENT,
            kind=INCIDENT,
            icon="calendar",
            title="",
            at=report.old.recorded_at if report.old else report.at,
            is_day_only=report.old.is_day_only if report.old else report.is_day_only,
            day=day,
            place=_beginning(day),
            when=_value(rows, "when"),
            where=_value(rows, "where"),
        )

    def entry(self, entry: CaseEntry) -> Happening:
        """The item of an entry."""
        spec = self._meaning.forms.get(entry.form)
        rows = self._rows(spec, entry)
        words = _main_words(spec, entry)
        recorded = told_day(entry.at, day_only=entry.is_day_only)
        day = _took_place_on(entry, recorded)
        correction = self._corrections.get(entry.eid)
        decides = entry.kind in self._meaning.tracks.decisions
        label = "outcome" if decides else _LABELS.get(entry.kind, "")
        return Happening(
            item_id=entry.eid,
            kind=entry.kind,
            icon=spec.icon if spec else "circle-help",
            title=self._title(spec, entry),
            author=entry.author,
            claims=entry.claims,
            at=entry.at,
            is_day_only=entry.is_day_only,
            day=day,
            place=self._places[entry.eid] if day == recorded else _beginning(day),
            words=words,
            is_quote=bool(words),
            is_minor=entry.kind in _MINOR,
            is_mine=entry.author == self._me,
            is_new=self._is_new(entry),
            label=_term(spec, label, entry.text(label)),
            rows=rows,
            flags=tuple(sorted(entry.flags)),
            granted=entry.granted_by is not None,
            corrected_by=correction.eid if correction else "",
            corrected_at=correction.at if correction else None,
            corrects=(entry.supersedes or "") if entry.kind == CORRECTION else "",
            action=self._actions.get(entry.text("action") or entry.eid),
        )

    def _title(self, spec: FormSpec | None, entry: CaseEntry) -> str:
        listed = self._school.people.get(entry.author) if entry.author else None
        author = listed.name if listed else entry.claims or self._phrase_author(entry)
        if spec is None or (not author and "{author}" in spec.headline):
            return ""  # the windows say what has no author, or is not known to this Candour
        return fill(spec.headline, {"author": author, "what": entry.text("what")})

    def _phrase_author(self, entry: CaseEntry) -> str:
        return phrase_author() if is_by_phrase(entry, self._case.report) else ""

    def _rows(self, spec: FormSpec | None, entry: CaseEntry) -> tuple[SummaryRow, ...]:
        if spec is None:
            return tuple(_unread_row(name, value) for name, value in entry.values.items())
        return tuple(row for row in summary(spec, entry.values, self._school) if row.is_given)

    def _is_new(self, entry: CaseEntry) -> bool:
        if self._seen_at is None or entry.author == self._me or entry.kind in _MINOR:
            return False
        return entry.received_at > self._seen_at


def _in_place(items: Iterable[Happening]) -> tuple[Happening, ...]:
    return tuple(sorted(items, key=lambda item: item.place))


def _runs(items: Iterable[Happening]) -> tuple[Happening, ...]:
    """Say the same minor act of the same person, several times in a row, once."""
    told: list[Happening] = []
    for item in items:
        before = told[-1] if told else None
        same = before is not None and item.is_minor and (before.kind, before.author) == (item.kind, item.author)
        if before is not None and same and not item.flags and not item.rows:
            told[-1] = msgspec.structs.replace(before, again=(*before.again, item.at))
        else:
            told.append(item)
    return tuple(told)


def _main_words(spec: FormSpec | None, entry: CaseEntry) -> str:
    """What somebody wrote at length: the text that the form needs, or else the first one that was given."""
    if spec is None:
        return ""
    texts = [field for _, field in spec.fields() if field.type is FieldType.LONG_TEXT and entry.text(field.name)]
    return next((entry.text(field.name) for field in sorted(texts, key=lambda field: not field.required)), "")


def _term(spec: FormSpec | None, name: str, value: str) -> str:
    if spec is None or not name or not value:
        return ""
    term = spec.field(name).term(value)
    return (term.summary or term.label) if term else value


def _value(rows: Iterable[SummaryRow], field: str) -> str:
    return next((row.value for row in rows if field in row.fields and row.is_given), "")


def _unread_row(name: str, value: object) -> SummaryRow:
    """An answer of an act that this Candour does not know, as it was stored."""
    said = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return SummaryRow(label=name, value=said, change="", page="", fields=(name,), is_given=True, is_sensitive=True)


def _took_place_on(entry: CaseEntry, recorded: date) -> date:
    """The day on which what an act tells of took place, where it says so and that was earlier."""
    is_told = entry.kind in _TOLD_AFTERWARDS or entry.is_imported
    said = _day(entry.values.get("on")) if is_told else None
    return said if said is not None and said < recorded else recorded


def _happened(report: CaseEntry) -> date | None:
    """The day on which what a report tells of happened, as far as it says so."""
    if not report.is_imported:
        return _told(report.values.get("when"))
    known = report.old.happened if report.old else None
    return known.date() if isinstance(known, datetime) else known


def _told(when: object) -> date | None:
    """The first day that an answer about when names."""
    known = when if isinstance(when, dict) else {}
    return next((day for name in ("date", "from", "to") if (day := _day(known.get(name))) is not None), None)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _beginning(day: date) -> datetime:
    return datetime.combine(day, time.min, LONDON).astimezone(UTC)
