# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What Candour works out beside a declaration for one reader: late or not, limits, and what the same giver gave.

Whatever it says is worked out from the entries that this reader can open. The words are data
(resources/casework/worked_out.toml).
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import resources
from desktop.advising.raising import CONCERN, Raised, raised
from desktop.cases.case import Case, Phase
from desktop.clocks import date_words, london_day
from desktop.declarations import gifts
from desktop.forms import SummaryRow, fill
from desktop.forms.summary import pounds
from desktop.people import Settings
from desktop.session import Session


def worked_out(session: Session, case: Case) -> tuple[SummaryRow, ...]:
    """Say what goes with this declaration, question or concern; nothing for any other record. Reads the vault."""
    if case.report is None or not case.reads(session.me):
        return ()
    if case.report.form != gifts.FORM:
        return tuple(link_row(each) for each in raised(session, case))
    settings = session.machine.school.settings
    gift = gifts.gift_of(case.case_id, london_day(case.report.at), case.report.values)
    total = gifts.from_same_giver(gift, gifts_read(session))
    return (*_limits(case, settings), *_giver(gift, total, settings))


def gifts_read(session: Session) -> tuple[gifts.Gift, ...]:
    """Every gift whose declaration the person signed in reads: their register. Reads the vault."""
    cases = (session.case(case_id) for case_id in session.of_form(gifts.FORM))
    return tuple(
        gifts.gift_of(case.case_id, london_day(case.report.at), case.report.values)
        for case in cases
        if case.report is not None and case.reads(session.me)
    )


def link_row(other: Raised) -> SummaryRow:
    """Say which concern was raised from a question, or from which question a concern was."""
    name = "to_concern" if other.form == CONCERN else "from_question"
    return _row(name, reference=other.reference, day=other.on)


def _limits(case: Case, settings: Settings) -> Iterator[SummaryRow]:
    values = case.report.values if case.report else {}
    if case.phase is Phase.NOTED:
        yield _row("noted")
    elif gifts.is_late(values):
        yield _row("late")
    if gifts.is_cash(values) and not settings.cash_allowed:
        yield _row("money")
    if gifts.asks_the_board(values, settings):
        yield _row("board", limit=pounds(settings.board_permission_from))


def _giver(gift: gifts.Gift, total: gifts.Total, settings: Settings) -> Iterator[SummaryRow]:
    if not total.count or (total.count == 1 and total.unknown):
        return
    since = date_words(date(gifts.year_of(gift.declared_on), gifts.SEPTEMBER, 1))
    known: dict[str, str | int] = {
        "since": since,
        "count": total.count,
        "pounds": pounds(total.pence),
        "unknown": total.unknown,
    }
    yield _row("from_giver", "one" if total.count == 1 else "some", *(["unknown"] if total.unknown else []), **known)
    limit = settings.yearly_total_per_giver
    if limit and total.pence > limit:
        yield _row("over_total", limit=pounds(limit))


def _row(name: str, *parts: str, **values: str | int) -> SummaryRow:
    words = _words()[name]
    said = " ".join(fill(words[part], values) for part in parts or ("value",))
    return SummaryRow(
        label=words["label"], value=said, change="", page="", fields=(name,), is_given=True, is_sensitive=False
    )


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(resources.text("casework/worked_out.toml"))
    return found
