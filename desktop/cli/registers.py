# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour registers: gifts, ties and notices as lists, what they add up to, and who has not answered."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal
from desktop.declarations.gifts import Total, year_of
from desktop.forms.summary import pounds
from desktop.registers.declared import Register
from desktop.registers.listing import Chosen, RegisterRow, State, chosen_rows
from desktop.registers.publishing import PUBLISHED, published
from desktop.registers.reading import read_register
from desktop.registers.returns import Returned, returns
from desktop.registers.telling import COLUMNS, Telling, words, year_words
from desktop.registers.totals import by_giver, by_year
from desktop.registers.views import View, Wanted
from desktop.services import Candour
from desktop.session import Session


def add_registers(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour registers`."""
    add_choice(parser)


def add_choice(parser: ArgumentParser) -> None:
    """What says which register is meant, and what of it."""
    parser.add_argument("register", choices=[register.value for register in Register])
    parser.add_argument("--year", type=int, metavar="YEAR", help="only the school year that begins in this one")
    parser.add_argument("--state", choices=[state.value for state in State], help="only these")
    parser.add_argument("--search", default="", metavar="WORDS", help="only rows with all of these words")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--totals", action="store_true", help="what gifts add up to, by year and by giver")
    instead.add_argument("--returns", action="store_true", help="who has answered for the year, and who has not")
    instead.add_argument("--publish", choices=["names", "jobs"], help="gifts as the school may publish them")


def wanted_of(arguments: Namespace) -> Wanted:
    """What was said of a register."""
    views = ((arguments.totals, View.TOTALS), (arguments.returns, View.RETURNS), (arguments.publish, View.PUBLISHED))
    return Wanted(
        register=Register(arguments.register),
        view=next((view for is_said, view in views if is_said), View.ROWS),
        chosen=Chosen(
            year=arguments.year, state=State(arguments.state) if arguments.state else None, words=arguments.search
        ),
        by_job=arguments.publish == "jobs",
    )


def registers(arguments: Namespace, terminal: Terminal) -> Output:
    """List a register, add it up, or say who has not answered."""

    def listed(candour: Candour, session: Session) -> Output:
        wanted = wanted_of(arguments)
        telling = Telling(session.meaning.forms, candour.school)
        rows = chosen_rows(read_register(session, wanted.register), wanted.chosen, telling.cells)
        match wanted.view:
            case View.ROWS:
                return _listed(rows, telling)
            case View.TOTALS:
                return _totals(rows)
            case View.RETURNS:
                return _returns(candour, session, wanted.register, wanted.chosen.year)
            case View.PUBLISHED:
                return _published(published(rows, telling, by_job=wanted.by_job))

    return signed_in(arguments, terminal, listed)


def _listed(rows: tuple[RegisterRow, ...], telling: Telling) -> Output:
    told = [telling.cells(row) for row in rows]
    listed = [_row(row, cells) for row, cells in zip(rows, told, strict=True)]
    return Output(listed, ["  ".join(cells) for cells in told])


def _published(rows: tuple[tuple[str, ...], ...]) -> Output:
    return Output([dict(zip(PUBLISHED, row, strict=True)) for row in rows], ["  ".join(row) for row in rows])


def _row(row: RegisterRow, cells: Sequence[str]) -> dict[str, object]:
    declared = row.declared
    return {
        **dict(zip(COLUMNS[declared.register], cells, strict=True)),
        "on": declared.on.isoformat(),
        "case": row.case_id,
        "person": declared.who,
        "pence": declared.pence,
        "state": row.state.value,
        "year": row.year,
        "part": declared.part.value,
    }


def _totals(rows: tuple[RegisterRow, ...]) -> Output:
    years, givers = by_year(rows), by_giver(rows)
    data = {
        "years": [
            {"year": each.year, "received": _total(each.received), "given": _total(each.given)} for each in years
        ],
        "givers": [{"giver": each.giver, **_total(each.total)} for each in givers],
    }
    lines = [f"{year_words(each.year):24} {_total_words(each.received)}" for each in years]
    lines += [f"{each.giver or words('short')['nobody']:24} {_total_words(each.total)}" for each in givers]
    return Output(data, lines)


def _total(total: Total) -> dict[str, object]:
    return {"count": total.count, "pence": total.pence, "unknown": total.unknown}


def _total_words(total: Total) -> str:
    unknown = f", {total.unknown} without a worth" if total.unknown else ""
    return f"{total.count:>5,}  {pounds(total.pence):>12}{unknown}"


def _returns(candour: Candour, session: Session, register: Register, year: int | None) -> Output:
    today = candour.machine.today()
    rows = [row for each in (Register.GIFTS, Register.TIES) for row in read_register(session, each)]
    found = returns(register, rows, candour.school, year or year_of(today), today)
    return Output([{"person": each.person_id, "answer": each.answer.value} for each in found], _names(candour, found))


def _names(candour: Candour, found: tuple[Returned, ...]) -> list[str]:
    return [f"{candour.school.people[each.person_id].name:28} {words('returns')[each.answer]}" for each in found]
