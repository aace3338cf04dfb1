# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The rest of a case file: actions, readers, how far the copy can be trusted, and what could not be printed."""

from datetime import date

from desktop.cases.acting import ACCESS
from desktop.cases.actions import Action
from desktop.cases.readership import ADDING, CaseReader
from desktop.clocks import london_day, short_date_words
from desktop.documents.case_telling import Telling, moment, recorded
from desktop.documents.flow import Fact, Flow, Grid, Row
from desktop.documents.text import character_code, character_name
from desktop.documents.words import say, say_all
from desktop.phrases import fingerprint
from desktop.routing.explain import words as route_words

_GROUP = 4
_STATES = {"open", "overdue", "done", "dropped"}


def write_actions(flow: Flow, telling: Telling) -> None:
    """Write what was to be done, by whom and by when, and what became of it."""
    flow.section(say("sections", "actions"), "actions")
    actions = telling.source.case.actions
    if not actions:
        flow.body(say("actions", "none"))
        return
    heads = tuple(say("actions", word) for word in ("what", "owner", "due", "state", "number"))
    flow.table(Grid(heads, (0.38, 0.21, 0.14, 0.19, 0.08), [_action(telling, action) for action in actions]))


def write_readers(flow: Flow, telling: Telling) -> None:
    """Write who can read the case, and each time that it was opened."""
    flow.section(say("sections", "readers"), "readers")
    case = telling.source.case
    flow.heading(say("readers", "can_read"))
    flow.minor(say("readers", "sealed"))
    heads = tuple(say("readers", word) for word in ("name", "role", "opened"))
    flow.table(Grid(heads, (0.4, 0.3, 0.3), [_reader(telling, reader) for reader in case.readers]))
    flow.heading(say("readers", "opening"))
    openings = case.of_kind(ACCESS)
    if not openings:
        flow.body(say("readers", "no_openings"))
        return
    rows = [Row((telling.author(each), recorded(each), str(telling.number(each)))) for each in openings]
    heads = tuple(say("readers", word) for word in ("name", "when", "number"))
    flow.table(Grid(heads, (0.4, 0.5, 0.1), rows))


def write_trust(flow: Flow, telling: Telling) -> None:
    """Write what was checked, what that proves and does not, and the fingerprint of every entry."""
    flow.section(say("sections", "trust"), "trust")
    flow.facts(_checked(telling))
    flow.heading(say("trust", "proves"))
    flow.bullets(say_all("trust", "proofs"))
    flow.heading(say("trust", "leaves_open"))
    flow.bullets(say_all("trust", "limits"))
    flow.heading(say("trust", "fingerprints"))
    rows = [Row((str(telling.number(entry)), grouped(entry.eid))) for entry in telling.entries]
    heads = (say("trust", "number"), say("trust", "fingerprint"))
    flow.table(Grid(heads, (0.08, 0.92), rows, codes=frozenset({1})))


def write_marks(flow: Flow) -> None:
    """Write which characters stand as marks in this document, if any do. Comes last: it has to have seen all others."""
    missing = flow.setter.missing
    if not missing:
        return
    flow.section(say("sections", "marks"), "marks")
    flow.body(say("marks", "about"))
    heads = tuple(say("marks", word) for word in ("mark", "name", "count"))
    often = sorted(missing.items(), key=lambda item: (-item[1], item[0]))
    rows = [
        Row((character_code(each), character_name(each) or say("marks", "unnamed"), f"{count:,}"))
        for each, count in often
    ]
    flow.table(Grid(heads, (0.2, 0.6, 0.2), rows))


def grouped(eid: str) -> str:
    """An entry's id in groups of four, to be read aloud and compared."""
    return " ".join(eid[start : start + _GROUP] for start in range(0, len(eid), _GROUP))


def _action(telling: Telling, action: Action) -> Row:
    owner = telling.name(action.owner) if action.owner else say("summary", "not_recorded")
    entry = telling.source.case.entry(action.eid)
    number = str(telling.number(entry)) if entry else ""
    return Row((action.what, owner, _day(action.due), _state(telling, action), number))


def _state(telling: Telling, action: Action) -> str:
    is_late = action.is_open and action.due < london_day(telling.source.made_at).isoformat()
    word = "overdue" if is_late else action.state
    state = say("actions", word) if word in _STATES else word
    if action.moved == 0:
        return state
    return say("actions", "moved" if action.moved == 1 else "moved_often", state=state, count=action.moved)


def _day(text: str) -> str:
    try:
        return short_date_words(date.fromisoformat(text))
    except ValueError:
        return text or say("summary", "not_recorded")


def _reader(telling: Telling, reader: CaseReader) -> Row:
    roles = route_words()["role"]
    role = say("readers", reader.role) if reader.role in ADDING else roles.get(reader.role, reader.role)
    opened = moment(reader.opened_at) if reader.opened_at else say("readers", "not_opened")
    return Row((telling.described(reader.person_id), role, opened))


def _checked(telling: Telling) -> list[Fact]:
    source, case = telling.source, telling.source.case
    held = {entry.eid for entry in case.entries}
    gone = {parent for entry in case.entries for parent in entry.parents} - held
    chain = say("trust", "chain_gaps", count=len(gone)) if gone else say("trust", "chain_whole")
    troubles = [say("troubles", trouble, maker=telling.maker) for trouble in source.troubles]
    record = " ".join(troubles) or say("trust", "record_sound", maker=telling.maker)
    words = fingerprint(source.school.school_id)
    number, digest = source.school.version, grouped(source.school.version_hash[:16])
    return [
        Fact(
            say("trust", "entries"),
            say(
                "trust",
                "entries_some" if telling.left_out else "entries_words",
                told=len(telling.entries),
                count=len(held),
                maker=telling.maker,
                moment=moment(source.made_at),
            ),
        ),
        Fact(say("trust", "signatures"), say("trust", "signatures_words", count=len(held))),
        Fact(say("trust", "chain"), chain),
        Fact(say("trust", "record"), record),
        Fact(say("trust", "school"), say("trust", "school_words", name=source.school.name, words=words)),
        Fact(say("trust", "directory"), say("trust", "directory_words", number=number, print=digest)),
    ]
