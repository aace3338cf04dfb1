# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How people and their records look in tables: words, tags and icons, from plain values. Pure."""

from collections.abc import Mapping

from desktop.cases.case import Phase
from desktop.chronology.items import Item
from desktop.chronology.kinds import Kind
from desktop.chronology.listing import Listed
from desktop.clocks import short_date_words
from ui.people.words import KindWords, Said, noun, say
from ui.review.coded_words import OutcomeWords, VerdictWords, coded
from ui.review.looks import kind_tag
from ui.review.words import Said as ReviewSaid
from ui.review.words import say as review_say
from ui.theme.icons import Icon
from ui.widgets.avatar import initials
from ui.widgets.table_rows import Cell, TableColumn, TableRow


def count_words(counts: Mapping[Kind, int]) -> str:
    """How many there are of each kind: "2 concerns, 1 declaration"; "" for none at all."""
    return ", ".join(f"{counts[kind]:,} {noun(kind, counts[kind])}" for kind in Kind if counts.get(kind))


def people_columns() -> tuple[TableColumn, ...]:
    """The columns of the list."""
    return (
        TableColumn("name", say(Said.NAME), 6, is_sortable=True),
        TableColumn("job", say(Said.JOB), 6, is_sortable=False),
        TableColumn("status", say(Said.STATUS), 3, is_sortable=False),
        TableColumn("counts", say(Said.LAST_YEAR), 8, is_sortable=False),
        TableColumn("newest", say(Said.NEWEST), 4, is_sortable=True),
    )


def person_row(each: Listed, *, private: bool) -> TableRow:
    """Somebody as a row of the list: in privacy mode by their initials."""
    person = each.person
    nothing = Said.NOTHING_LATELY if each.total else Said.NOTHING
    cells = (
        Cell(initials(person.name) if private else person.name, role="label"),
        Cell("" if private else person.job, colour="text.secondary"),
        Cell(say(Said.LEFT if each.has_left else Said.CURRENT), colour="text.secondary"),
        Cell(count_words(each.counts) or say(nothing), colour="text.primary" if each.counts else "text.secondary"),
        Cell(short_date_words(each.newest) if each.newest else "", colour="text.secondary"),
    )
    return TableRow(person.person_id, cells)


def record_columns() -> tuple[TableColumn, ...]:
    """The columns of "Everything on record"."""
    return (
        TableColumn("happened", say(Said.WHEN), 15, is_sortable=False),
        TableColumn("kind", say(Said.WHAT), 22, is_sortable=False),
        TableColumn("words", say(Said.WORDS), 31, is_sortable=False),
        TableColumn("state", say(Said.STATE), 20, is_sortable=False),
        TableColumn("recorded", say(Said.RECORDED), 15, is_sortable=False),
    )


def record_row(item: Item) -> TableRow:
    """A record as a row."""
    cells = (
        Cell(short_date_words(item.happened), role="small"),
        Cell(tag=kind_tag(item.row)),
        Cell(words_of(item)),
        state_cell(item),
        Cell(short_date_words(item.recorded), role="small", colour="text.secondary"),
    )
    return TableRow(item.case_id, cells)


def words_of(item: Item) -> str:
    """What a record says, in a line."""
    words = item.row.summary
    if item.row.form == "relationship" and item.row.phase is Phase.NOTED:
        words = review_say(ReviewSaid.NOTHING_DECLARED)
    if item.declared_by:
        return say(Said.DECLARED_BY, name=item.declared_by, words=words)
    return say(Said.DESCRIBED_AS, words=item.words, rest=words) if item.words else words


def state_words(item: Item) -> str:
    """Where a record stands, in a few words."""
    row = item.row
    if item.is_only_sent:
        return say(Said.SENT_BY_YOU)
    if row.phase is Phase.TO_DECIDE:
        return review_say(ReviewSaid.TO_DECIDE)
    if row.phase is Phase.WITH_LADO:
        return review_say(ReviewSaid.WITH_LADO)
    if row.verdict is not None:
        return coded(VerdictWords, row.verdict.value)
    return coded(OutcomeWords, row.outcome) if row.outcome else say(Said.NOTED)


def state_cell(item: Item) -> Cell:
    """The same with its icon: open in amber, decided with a green tick's shape."""
    if item.is_only_sent:
        return Cell(state_words(item), Icon.SEND, "text.secondary")
    if is_open(item):
        return Cell(state_words(item), Icon.CLOCK, "status.warn.text", role="small")
    return Cell(state_words(item), Icon.CIRCLE_CHECK, "text.primary", role="small")


def is_open(item: Item) -> bool:
    """Say whether a record still waits for its decision."""
    return item.row.phase in {Phase.TO_DECIDE, Phase.WITH_LADO}


def kind_words(kind: Kind) -> str:
    """What one record of a kind is called."""
    return say(KindWords[kind.name])
