# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Exporting who has read what, and who was trained in what: as far as its maker is sent it, and no more (F33, F34)."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from desktop.clocks import london_day
from desktop.exports.lists import Pack, leaving_pack
from desktop.exports.order import Order
from desktop.exports.recording import told_of_exports
from desktop.exports.saving import Leaving, Saved, save
from desktop.exports.tables import Table, Value
from desktop.exports.words import column, say
from desktop.people import PolicyLine, School
from desktop.policies.chasing import Chased, read_chased
from desktop.policies.confirming import Confirmation, confirmations
from desktop.policies.register import by_name_only
from desktop.session import Session
from desktop.ticking import Tick, unwatched
from desktop.training.acting import TrainingBook, read_training
from desktop.training.register import TrainingRow
from desktop.training.telling import claim_words, state_words

READINGS, TRAINING = "readings", "training"


def export_readings(session: Session, path: Path, order: Order, tick: Tick = unwatched) -> Saved:
    """Save who has read what. Raises as `leaving_readings` and `save`."""
    return save(leaving_readings(session, order), path, tick)


def leaving_readings(session: Session, order: Order) -> Leaving:
    """Gather who has read what. Raises AnswersError, and KnownError as `sender_of`."""
    chased, said = read_chased(session), confirmations(session)
    tables = reading_tables(chased, said, session.machine.school)
    remarks = _elsewhere(max((each.elsewhere for each in chased), default=0))
    pack = Pack(name=READINGS, tables=tables, cases=(), told=told_of_exports(session), remarks=remarks)
    return leaving_pack(session, order, pack)


def export_training(session: Session, path: Path, order: Order, tick: Tick = unwatched) -> Saved:
    """Save the register of training. Raises as `leaving_training` and `save`."""
    return save(leaving_training(session, order), path, tick)


def leaving_training(session: Session, order: Order) -> Leaving:
    """Gather the register of training. Raises AnswersError, and KnownError as `sender_of`."""
    book = read_training(session)
    tables, remarks = training_tables(book, session.machine.school), _elsewhere(book.elsewhere)
    pack = Pack(name=TRAINING, tables=tables, cases=(), told=told_of_exports(session), remarks=remarks)
    return leaving_pack(session, order, pack)


def reading_tables(chased: Iterable[Chased], said: Iterable[Confirmation], school: School) -> tuple[Table, ...]:
    """The figures of each policy and edition, and then everybody of whom it is asked."""
    every, told = tuple(chased), tuple(said)
    figures = Table(
        name="figures",
        title=say("tables", "figures"),
        columns=(
            column("title", 0.42),
            column("edition", 0.22),
            column("confirmed", 0.13),
            column("of", 0.1),
            column("percent", 0.13),
        ),
        rows=tuple(
            (_title(each), _edition(each), each.figures.confirmed, each.figures.of, _percent(each.figures.percent))
            for each in every
        ),
    )
    people = Table(
        name="people",
        title=say("tables", "people"),
        columns=(*(column(name, share) for name, share in _READING.items()), column("job")),
        rows=tuple(row for each in every for row in (*_read(each, school), *_by_name(each, told))),
    )
    return (figures, people)


_READING = {"title": 0.34, "name": 0.26, "state": 0.26, "when": 0.14}


def _read(chased: Chased, school: School) -> Iterator[tuple[Value, ...]]:
    for row in chased.rows:
        person = school.people[row.person_id]
        yield (_title(chased), person.name, say("reading", row.reading.value), row.on, person.job)


def _by_name(chased: Chased, said: Iterable[Confirmation]) -> Iterator[tuple[Value, ...]]:
    for each in by_name_only(_key(chased), said):
        yield (_title(chased), each.claims, say("reading", "by_name"), london_day(each.at), "")


def training_tables(book: TrainingBook, school: School) -> tuple[Table, ...]:
    """The rate of each course, and then everybody's training."""
    rates = tuple(
        (
            rate.title,
            rate.taken.confirmed if rate.is_kept else None,
            rate.taken.of,
            _percent(rate.taken.percent) if rate.is_kept else say("reading", "not_kept"),
            rate.overdue,
        )
        for rate in book.rates
    )
    return (
        Table(
            name="figures",
            title=say("tables", "figures"),
            columns=(
                column("course", 0.38),
                column("up_to_date", 0.14),
                column("of", 0.1),
                column("percent", 0.26),
                column("overdue", 0.12),
            ),
            rows=rates,
        ),
        Table(
            name="people",
            title=say("tables", "people"),
            columns=(
                column("name", 0.22),
                column("course", 0.28),
                column("state", 0.22),
                column("done", 0.14),
                column("again", 0.14),
                *(column(name) for name in ("job", "provider", "level", "evidence", "asked")),
            ),
            rows=tuple(_trained(row, school) for row in book.rows),
        ),
    )


def _trained(row: TrainingRow, school: School) -> tuple[Value, ...]:
    said = row.record.said if row.record else None
    person = school.people[row.person_id]
    done: date | None = row.record.on if row.record else None
    further = (said.provider, said.level, said.evidence) if said else ("", "", "")
    state = ". ".join(filter(None, (state_words(row), claim_words(row))))
    return (person.name, row.title, state, done, row.due, person.job, *further, row.is_asked)


def _title(chased: Chased) -> str:
    return chased.line.title


def _key(chased: Chased) -> str:
    return chased.line.policy_id if isinstance(chased.line, PolicyLine) else chased.line.item_id


def _edition(chased: Chased) -> str:
    line = chased.line
    return line.versions[-1][:12] if isinstance(line, PolicyLine) else line.edition


def _percent(percent: int | None) -> str:
    return say("reading", "nobody") if percent is None else f"{percent}%"


def _elsewhere(count: int) -> tuple[str, ...]:
    return (say("cover", "elsewhere", count=str(count)),) if count else ()
