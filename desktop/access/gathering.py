# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Gathers what is kept about somebody and their reader may see: records about them, by them, and those that name them.

Other readers may hold more, and each answers for their own part: nothing here can tell whether they do.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from desktop.access.gathered import Gathered, Passage, Piece, Record, Why
from desktop.access.listed import directory_record
from desktop.access.names import own_names, reporter_words, typed_names
from desktop.access.read_and_trained import read_passages, trained_passages
from desktop.access.reading import FORM as DATA_REQUEST
from desktop.access.words import say
from desktop.attaching.held import case_files
from desktop.cases.case import Case
from desktop.cases.entry import CaseEntry
from desktop.cases.moments import told_day
from desktop.cases.story import INCIDENT, Happening, tell
from desktop.chronology.kinds import kind_of
from desktop.forms import FieldType, FormKind, SummaryRow
from desktop.people import Person, PersonId
from desktop.phrases import reference
from desktop.policies.confirming import confirmations
from desktop.policies.library import text_of
from desktop.searching.words import MOST_FOUND, sought
from desktop.session import Session
from desktop.training.acting import all_training

_AN_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{64}")
"""What refers to another entry tells a person nothing, and the hash of what was covered might."""


def gather(session: Session, person: PersonId) -> Gathered:
    """Gather everything about a listed person. It reads each record. Raises KeyError, KnownError(VAULT_*)."""
    machine = session.machine
    who = machine.school.people[person]
    listed = directory_record(who, machine.school, _outside_cases(session, person))
    about = list(session.about(person))
    found = [_record(session, case, Why.ABOUT) for case in _read(session, about) if person in case.concerned()]
    for case in _read(session, _named(session, who, without={*about})):
        record = _record(session, case, Why.SENT if case.reporter == person else Why.MENTIONS)
        found += [theirs] if (theirs := _theirs(record, who, session)).passages else []
    in_time = sorted(found, key=lambda each: (list(Why).index(each.why), str(each.day), each.key))
    return Gathered(person=who, records=(listed, *in_time))


def _outside_cases(session: Session, person: PersonId) -> Iterator[Passage]:
    machine = session.machine

    def edition_of(fingerprint: str) -> str:
        version = text_of(machine.documents, fingerprint)
        return "" if version is None else version.edition

    yield from read_passages(person, confirmations(session), machine.school, edition_of)
    yield from trained_passages(person, all_training(session), machine.school)


def _read(session: Session, case_ids: Iterable[str]) -> Iterator[Case]:
    """The cases that this person reads as a reviewer; a request for somebody's data is answered, and not part of it."""
    for case_id in case_ids:
        case = session.case(case_id)
        if case.report is not None and case.report.form != DATA_REQUEST and case.reads(session.me):
            yield case


def _named(session: Session, who: Person, without: set[str]) -> list[str]:
    lasts = dict.fromkeys(name.rpartition(" ")[2] for name in (who.name, *who.aliases) if name)
    found = (case_id for last in lasts for case_id in session.find_words(sought(last), MOST_FOUND))
    return [case_id for case_id in dict.fromkeys(found) if case_id not in without]


def _theirs(record: Record, who: Person, session: Session) -> Record:
    """Of a record about somebody else only what they wrote or what names them: the rest is not their data."""
    school, today = session.machine.school, session.machine.today()
    passages = tuple(
        each
        for each in record.passages
        if each.author == who.person_id or own_names((each.heading, *each.pieces), who, school, today)
    )
    return record.with_only(passages)


def _record(session: Session, case: Case, why: Why) -> Record:
    school, meaning, report = session.machine.school, session.meaning, case.report
    story = tell(case, session.me, school, meaning)
    shown = [item for item in (*story.items, *story.apart) if item.kind != INCIDENT]
    spec = meaning.forms.get(report.form) if report else None
    # Whoever writes a note about somebody does so in their office: that is no report.
    is_note = spec is not None and spec.kind is FormKind.NOTE
    return Record(
        key=case.case_id,
        reference=reference(case.case_id),
        title=say("titles", kind_of(report.form) if report else "untitled"),
        day=told_day(report.at, day_only=report.is_day_only) if report else None,
        why=why,
        passages=tuple(_passage(case.case_id, item) for item in shown),
        files=case_files(case, session.blobs),
        reporter=None if is_note else case.reporter,
        reporter_claims=_claimed(report) if report else "",
        reporter_words=reporter_words(case),
        authors=frozenset(entry.author for entry in case.entries if entry.author),
        children=tuple(dict.fromkeys(_children(session, case))),
        names=typed_names(case),
    )


def _passage(case_id: str, item: Happening) -> Passage:
    key = f"{case_id}/{item.item_id}"
    heading = item.title or item.claims or say("gathering", "unread")
    return Passage(
        key=key,
        heading=Piece(key=f"{key}/0", label="", text=heading),
        recorded=told_day(item.at, day_only=item.is_day_only),
        author=item.author,
        pieces=tuple(
            _piece(f"{key}/{number}", row)
            for number, row in enumerate(item.rows, start=1)
            if not _AN_ID.fullmatch(row.value)
        ),
    )


def _piece(key: str, row: SummaryRow) -> Piece:
    # An answer that no form asks for stands under its own name, which somebody may have made up: it is text as well.
    is_asked = bool(row.page)
    text = row.value if is_asked else f"{row.label}: {row.value}"
    return Piece(key=key, label=row.label if is_asked else "", text=text, is_quoted=row.is_sensitive)


def _claimed(report: CaseEntry) -> str:
    """Who reported it under a name that nobody checked: at a walk-up's word, or an old log's."""
    return report.text("reporter") if report.is_imported else report.claims


def _children(session: Session, case: Case) -> Iterator[str]:
    """The children of a case as they were typed: their initials."""
    for entry in case.entries:
        spec = session.meaning.forms.get(entry.form)
        fields = [field for _, field in spec.fields() if field.type is FieldType.CHILDREN] if spec else []
        for field in fields:
            given = entry.values.get(field.name)
            items = given if isinstance(given, list) else []
            yield from (str(item["initials"]) for item in items if isinstance(item, Mapping) and item.get("initials"))
