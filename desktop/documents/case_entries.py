# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The chronology of a case file, and every entry in full."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import date, datetime
from itertools import groupby

from desktop.cases.entry import CaseEntry
from desktop.clocks import london_day
from desktop.documents.case_telling import Telling, is_minor, moment, recorded, short_moment
from desktop.documents.flow import Fact, Flow, Grid, Row
from desktop.documents.words import say
from storage.grants import GRANT

_FEW, _SHORT = 9, 700
"""Facts, and characters in them, of an entry that is kept on one page."""


def write_chronology(flow: Flow, telling: Telling) -> None:
    """Write what happened, oldest first, with when it was recorded beside it."""
    flow.section(say("sections", "chronology"), "chronology")
    flow.minor(say("chronology", "about"))
    ordered = sorted(telling.counted, key=lambda entry: _place_in_time(telling, entry))
    runs = groupby(ordered, lambda entry: _same_minor(telling, entry))
    rows = [_row(telling, tuple(run)) for _, run in runs]
    heads = tuple(say("chronology", word) for word in ("happened", "what", "recorded", "number"))
    flow.table(Grid(heads, (0.22, 0.48, 0.2, 0.1), rows))


def write_entries(flow: Flow, telling: Telling) -> None:
    """Write every entry, those that count first; those that change nothing stand apart."""
    _write_section(flow, telling, "entries", say("entries", "about"), telling.counted)
    if telling.uncounted:
        _write_section(flow, telling, "uncounted", say("entries", "uncounted"), telling.uncounted)


def _write_section(flow: Flow, telling: Telling, name: str, about: str, entries: Sequence[CaseEntry]) -> None:
    """Write a section of entries. Its heading goes to the next page with a first entry that has to stay whole."""
    for place, entry in enumerate(entries):
        facts = [*telling.facts(entry), *_files(entry), *_signed_words(entry)]
        is_short = len(facts) <= _FEW and sum(len(fact.value) for fact in facts) <= _SHORT
        with flow.together() if is_short else nullcontext():
            if not place:
                flow.section(say("sections", name), name, first=telling.headline(entry))
                flow.minor(about)
            _write_entry(flow, telling, entry, facts)


def _place_in_time(telling: Telling, entry: CaseEntry) -> tuple[date, datetime, int]:
    happened = telling.happened(entry)
    return happened.day if happened else london_day(entry.at), entry.at, telling.number(entry)


def _row(telling: Telling, entries: Sequence[CaseEntry]) -> Row:
    """One entry's row; or that of several in a row which tell only that the same person opened it, on the same day."""
    first = entries[0]
    happened, when = telling.happened(first), recorded(first, is_short=True)
    numbers = ", ".join(str(telling.number(entry)) for entry in entries)
    cells = (happened.words if happened else when, telling.said(first), when, numbers)
    return Row(cells, is_minor=is_minor(first))


def _same_minor(telling: Telling, entry: CaseEntry) -> tuple[object, ...]:
    if is_minor(entry) and not entry.flags:
        return entry.kind, entry.author, london_day(entry.at)
    return (telling.number(entry),)


def _write_entry(flow: Flow, telling: Telling, entry: CaseEntry, facts: Sequence[Fact]) -> None:
    _write_head(flow, telling, entry)
    flow.facts(facts)
    open_questions = telling.not_given(entry)
    if open_questions:
        flow.minor(f"{say('entries', 'not_given')}: {say('entries', 'list').join(open_questions)}.")


def _write_head(flow: Flow, telling: Telling, entry: CaseEntry) -> None:
    number = telling.number(entry)
    title = say("entries", "title", number=number, headline=telling.headline(entry))
    times = " ".join(_times(telling, entry))
    if is_minor(entry):
        flow.aside(f"{title}. {times}")
    else:
        flow.entry(title, f"entry-{number}")
        flow.minor(telling.standing(entry))
        flow.minor(times)
    for words in (*_flags(entry), *_corrected(telling, entry)):
        flow.remark(words)


def _times(telling: Telling, entry: CaseEntry) -> Iterator[str]:
    """When it was written, and when it reached the maker's record where that was at another minute."""
    yield say("entries", "recorded_day" if entry.is_day_only else "recorded", moment=recorded(entry))
    if entry.is_day_only or short_moment(entry.at) != short_moment(entry.received_at):
        yield say("entries", "received", maker=telling.maker, moment=moment(entry.received_at))
    giver = telling.source.case.entry(entry.granted_by) if entry.granted_by else None
    if giver:
        yield say("entries", "handed_on", author=telling.author(giver), number=telling.number(giver))


def _flags(entry: CaseEntry) -> list[str]:
    return [say("flags", flag) for flag in sorted(entry.flags)]


def _corrected(telling: Telling, entry: CaseEntry) -> list[str]:
    return [say("entries", "corrected", number=telling.number(later)) for later in telling.corrections(entry)]


def _files(entry: CaseEntry) -> list[Fact]:
    """The files that came with an entry, by what was signed of them; none of them is in this copy."""
    told = (
        say("entries", "file_said", name=file.name, type=file.type, size=f"{file.size:,}", hash=file.blob)
        for file in (() if entry.kind == GRANT else entry.files)
    )
    return [Fact(say("entries", "file"), each) for each in told]


def _signed_words(entry: CaseEntry) -> list[Fact]:
    """The statements that somebody made by sending their report, where their very words were signed with it."""
    signed = entry.data.get("signed_words")
    words = signed.values() if entry.is_report and isinstance(signed, dict) else ()
    return [Fact(say("entries", "signed_words"), str(each)) for each in words]
