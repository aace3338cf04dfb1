# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Duties as rows of a table. In privacy mode people are their initials."""

from collections.abc import Mapping, Sequence

from desktop.clocks import short_date_words
from desktop.duties.calendar import DutyLine, DutyState
from desktop.duties.telling import duty_words, state_words
from desktop.people import School
from ui.duties.words import Said, say
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.avatar import initials
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.tag import TagLook

LOOKS: Mapping[DutyState, tuple[Tone, Icon]] = {
    DutyState.OVERDUE: (Tone.DANGER, Icon.TRIANGLE_ALERT),
    DutyState.SOON: (Tone.WARN, Icon.CLOCK),
    DutyState.LATER: (Tone.NEUTRAL, Icon.CALENDAR),
    DutyState.DONE: (Tone.OK, Icon.CIRCLE_CHECK),
    DutyState.LEFT_OUT: (Tone.NEUTRAL, Icon.MINUS),
}


def columns(*, narrow: bool) -> Sequence[TableColumn]:
    """The columns; in a narrow window those without which a duty could not be told from another."""
    wide = [
        TableColumn("due", say(Said.COL_DUE), 3, is_sortable=False, is_whole=True),
        TableColumn("what", say(Said.COL_WHAT), 10, is_sortable=False),
        TableColumn("who", say(Said.COL_WHO), 4, is_sortable=False),
        TableColumn("state", say(Said.COL_STATE), 6, is_sortable=False, is_whole=True),
    ]
    return [column for column in wide if not narrow or column.id in {"what", "state"}]


def row(line: DutyLine, school: School, *, private: bool, narrow: bool) -> TableRow:
    """A duty as a row."""
    tone, icon = LOOKS[line.state]
    owner = school.people.get(line.owner) if line.owner else None
    who = owner.name if owner else ""
    state = short_date_words(line.due) if private and line.done else state_words(line, school)
    cells = {
        "due": Cell(short_date_words(line.due)),
        "what": Cell(duty_words(line)),
        "who": Cell(initials(who) if private else who),
        "state": Cell(tag=TagLook(state, tone, icon)),
    }
    return TableRow(line.line_id, tuple(cells[column.id] for column in columns(narrow=narrow)))
