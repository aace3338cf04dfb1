# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is said of records that are due, kept or destroyed, and what Candour cannot reach (F54), in words."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import resources
from desktop.changing.telling import names
from desktop.clocks import date_words
from desktop.people import School
from desktop.retention.listing import KeptRecord, Standing
from desktop.retention.rules import Origin, shipped_rules


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The whole table."""
    return tomllib.loads(resources.text("retention/words.toml"))


def standing_words(record: KeptRecord) -> str:
    """How a record stands, in a few words."""
    on = record.disposal.on if record.standing is Standing.SIGNED and record.disposal else None
    day = on or (record.due.day if record.due else None)
    if day is None and record.standing is Standing.SOON:
        return words()["standing"]["open_ended"]
    return words()["standing"][record.standing].format(day=date_words(day) if day else "")


def reason_words(record: KeptRecord) -> tuple[str, ...]:
    """By which rule a record is due, what of that is not known, and what bars a proposal."""
    unknown = [_unknown_words(origin, record) for origin in (record.due.unknown if record.due else ())]
    bar = record.disposal.bar if record.disposal else None
    shipped, own = shipped_rules().of(record.rule.class_id).terms[0].years, record.rule.terms[0].years
    said = words()["own"]["years"].format(years=own, shipped=shipped)
    reasons = (record.rule.because, *((said,) if own != shipped else ()))
    late = (words()["standing"]["late"],) if record.came_late else ()
    early = _early_words(record)
    return (*early, *reasons, *unknown, *((words()["bar"][bar],) if bar else ()), *late)


def reach_words(record: KeptRecord, school: School, today: date, beside: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What destroying a record reaches and what it does not; of one that was destroyed, how far it has come."""
    said, rules = words()["reach"], shipped_rules()
    on = record.disposal.on if record.disposal and record.disposal.on else today + timedelta(days=rules.wait_days)
    told = [said["readers"].format(day=date_words(on))]
    if record.standing is Standing.DESTROYED and record.disposal:
        late = frozenset(record.disposal.said.readers) - record.done_by
        told = [said["done"].format(names=names(school, record.done_by))] if record.done_by else []
        told += [said["not_yet"].format(names=names(school, late))] if late else []
    waits = said["exchange_waits"].format(names=names(school, record.waits_for)) if record.waits_for else ""
    told += [waits or said["exchange"]]
    told += [said["backups"].format(day=date_words(on + timedelta(days=rules.backup_days)))]
    told += [said["beside"].format(names=", ".join(beside))] if beside else []
    kept = (said["theirs"],) if record.apart else (said["sender"], said["lines"])
    return (*told, *kept, said["paper"], said["stub"])


def _early_words(record: KeptRecord) -> tuple[str, ...]:
    disposal = record.disposal
    return (words()["early"][disposal.early].format(reason=disposal.reason),) if disposal and disposal.early else ()


def _unknown_words(origin: Origin, record: KeptRecord) -> str:
    years = next(term.unknown_years for term in record.rule.terms if term.origin is origin)
    return words()["unknown"][origin].format(years=years)
