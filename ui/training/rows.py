# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""People and their training as rows of a table. In privacy mode people are their initials."""

from collections.abc import Mapping, Sequence

from desktop.people import School
from desktop.training.register import State, TrainingRow
from desktop.training.telling import held_words, state_words
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.training.words import Said, say
from ui.widgets.avatar import initials
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.tag import TagLook

LOOKS: Mapping[State, tuple[Tone, Icon]] = {
    State.OVERDUE: (Tone.DANGER, Icon.TRIANGLE_ALERT),
    State.MISSING: (Tone.WARN, Icon.CIRCLE_HELP),
    State.SOON: (Tone.WARN, Icon.CLOCK),
    State.TO_DO: (Tone.INFO, Icon.CALENDAR),
    State.CURRENT: (Tone.OK, Icon.CIRCLE_CHECK),
}


def columns(*, narrow: bool) -> Sequence[TableColumn]:
    """The columns; in a narrow window those without which a row could not be told from another."""
    wide = [
        TableColumn("state", say(Said.COL_STATE), 5, is_sortable=False, is_whole=True),
        TableColumn("who", say(Said.COL_WHO), 5, is_sortable=False),
        TableColumn("what", say(Said.COL_WHAT), 6, is_sortable=False),
        TableColumn("held", say(Said.COL_HELD), 7, is_sortable=False),
    ]
    return [column for column in wide if not narrow or column.id != "held"]


def row(each: TrainingRow, school: School, *, private: bool, narrow: bool) -> TableRow:
    """One person and one course as a row."""
    cells = {
        "state": Cell(tag=state_tag(each)),
        "who": Cell(shown_name(each, school, private=private)),
        "what": Cell(each.title),
        "held": Cell(held_words(each)),
    }
    return TableRow(each.row_id, tuple(cells[column.id] for column in columns(narrow=narrow)))


def state_tag(each: TrainingRow) -> TagLook:
    """How somebody stands with it, in words, and in a colour beside them."""
    tone, icon = LOOKS[each.state]
    return TagLook(state_words(each), tone, icon)


def shown_name(each: TrainingRow, school: School, *, private: bool) -> str:
    """Whose training it is."""
    listed = school.people.get(each.person_id)
    name = listed.name if listed else ""
    return initials(name) if private else name
