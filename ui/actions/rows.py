# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines of the board as rows of a table. In privacy mode people are their initials, and no words are shown."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from desktop.board.board import Line, When
from desktop.board.colour import Colour
from desktop.board.words import about_words, long_words
from desktop.cases.items import ItemKind
from desktop.clocks import short_date_words
from desktop.clocks.deadlines import last_day_of
from desktop.people import School
from ui.actions.words import KindWords, Said, WhyWords, say
from ui.review.coded_words import MissingWords, coded
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.avatar import initials
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.tag import TagLook
from ui.widgets.words import names_in_a_row

GROUPS: Mapping[When, Said] = {when: Said[when.name] for when in When}
_TONES = {Colour.RED: Tone.DANGER, Colour.AMBER: Tone.WARN, Colour.GREEN: Tone.OK}
_ICONS = {Colour.RED: Icon.TRIANGLE_ALERT, Colour.AMBER: Icon.CLOCK, Colour.GREEN: Icon.CIRCLE_CHECK}


def columns(*, narrow: bool) -> Sequence[TableColumn]:
    """The columns; in a narrow window those without which a line could not be told from another."""
    wide = [
        TableColumn("when", say(Said.COL_WHEN), 3, is_sortable=False),
        TableColumn("what", say(Said.COL_WHAT), 9, is_sortable=False),
        TableColumn("about", say(Said.COL_ABOUT), 5, is_sortable=False),
        TableColumn("who", say(Said.COL_WHO), 4, is_sortable=False),
        TableColumn("due", say(Said.COL_DUE), 4, is_sortable=False, is_whole=True),
        TableColumn("state", say(Said.COL_STATE), 5, is_sortable=False, is_whole=True),
    ]
    return [column for column in wide if not narrow or column.id in {"what", "about", "state"}]


def row(line: Line, now: datetime, school: School, *, private: bool, narrow: bool) -> TableRow:
    """A line as a row."""
    owner = school.people.get(line.item.owner) if line.item.owner else None
    who = owner.name if owner else ""
    about = ", ".join(filter(None, map(initials, line.about))) if private else about_words(line)
    cells = {
        "when": Cell(say(GROUPS[line.when])),
        "what": Cell(what_words(line, private=private)),
        "about": Cell(about),
        "who": Cell(initials(who) if private else who),
        "due": Cell(_due_words(line)),
        "state": Cell(tag=_tag(line, now)),
    }
    return TableRow(line.line_id, tuple(cells[column.id] for column in columns(narrow=narrow)))


def what_words(line: Line, *, private: bool = False) -> str:
    """What is to be done."""
    item = line.item
    if item.kind is ItemKind.ACTION:
        return say(Said.ACTION) if private else item.what
    missing = names_in_a_row([coded(MissingWords, each.value).lower() for each in item.missing])
    return _coded(KindWords, item.kind.value, missing=missing, what=item.what)


def more_words(line: Line, school: School, *, private: bool) -> str:
    """What else is known of a line: who checks it, how often and why its date was moved."""
    item = line.item
    monitor = school.people.get(item.monitor) if item.monitor else None
    parts = [say(Said.CHECKED_BY, name=monitor.name)] if monitor and not private else []
    if item.moves:
        parts.append(say(Said.MOVED_ONCE) if item.moves == 1 else say(Said.MOVED, count=str(item.moves)))
        parts += [say(Said.MOVED_WHY, reason=item.reason)] if item.reason and not private else []
    return " ".join(parts)


def _due_words(line: Line) -> str:
    return short_date_words(last_day_of(line.item.due)) if line.item.due else say(Said.NO_DAY)


def _tag(line: Line, now: datetime) -> TagLook:
    item = line.item
    long = long_words(now - (item.due if item.due and item.due < now else item.since))
    words = _coded(WhyWords, line.why.value, long=long, count=str(item.moves))
    return TagLook(words, _TONES[line.colour], _ICONS[line.colour])


def _coded(table: type[StrEnum], code: str, **parts: str) -> str:
    return say(table[code.upper()], **parts)
