# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records that are due, kept or destroyed, as rows of a table. In privacy mode people are their initials."""

from collections.abc import Sequence

from desktop.retention.listing import KeptRecord, Standing
from desktop.retention.telling import standing_words
from ui.retention.words import Said, say
from ui.theme.icons import Icon
from ui.theme.tokens import Tone
from ui.widgets.avatar import initials
from ui.widgets.table_rows import Cell, TableColumn, TableRow
from ui.widgets.tag import TagLook

_MOST = 12

_LOOKS = {
    Standing.TO_SIGN: (Tone.WARN, Icon.SQUARE_PEN),
    Standing.SIGNED: (Tone.WARN, Icon.HOURGLASS),
    Standing.HELD: (Tone.INFO, Icon.LOCK),
    Standing.DUE: (Tone.WARN, Icon.CALENDAR_CLOCK),
    Standing.SOON: (Tone.NEUTRAL, Icon.CALENDAR),
    Standing.DESTROYED: (Tone.NEUTRAL, Icon.TRASH_2),
}


def columns(*, narrow: bool) -> Sequence[TableColumn]:
    """The columns; in a narrow window those without which a record could not be told from another."""
    wide = [
        TableColumn("state", say(Said.COL_STATE), 5, is_sortable=False, is_whole=True),
        TableColumn("about", say(Said.COL_ABOUT), 5, is_sortable=False),
        TableColumn("kind", say(Said.COL_KIND), 8, is_sortable=False),
        TableColumn("reference", say(Said.COL_REFERENCE), 3, is_sortable=False, is_whole=True),
    ]
    return [column for column in wide if not narrow or column.id in {"state", "about"}]


def row(record: KeptRecord, *, private: bool, narrow: bool) -> TableRow:
    """A record as a row."""
    tone, icon = _LOOKS[record.standing]
    about = about_words(record, private=private)
    cells = {
        "state": Cell(tag=TagLook(standing_words(record), tone, icon)),
        "about": Cell(f"{about}, {kind_words(record)}" if narrow and record.apart else about),
        "kind": Cell(kind_words(record)),
        "reference": Cell(record.reference),
    }
    return TableRow(record.case_id, tuple(cells[column.id] for column in columns(narrow=narrow)))


def about_words(record: KeptRecord, *, private: bool) -> str:
    """Whom a record is about; of one that is gone, its reference, which is all that is left."""
    names = map(initials, record.about) if private else record.about
    return ", ".join(filter(None, names)) or record.reference


def kind_words(record: KeptRecord) -> str:
    """What it is; of what stands in no record, how many entries."""
    return say(Said.ENTRIES, kind=record.rule.title, count=str(record.apart)) if record.apart else record.rule.title


def holding_words(record: KeptRecord) -> Sequence[str]:
    """What stands in entries that stand in no record, not more than can be looked through on a card."""
    more = len(record.holding) - _MOST
    return (*record.holding[:_MOST], *((say(Said.MORE, count=str(more)),) if more > 0 else ()))
