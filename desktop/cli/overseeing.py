# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour since: what the chair and the vice-chair see first, in the window and here."""

from argparse import ArgumentParser, Namespace

from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal
from desktop.governors.words import period_words
from desktop.overseeing.landing import Landing, Sent, read_landing
from desktop.services import Candour
from desktop.session import Session


def add_since(_parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour since`: whose records alone."""


def since(arguments: Namespace, terminal: Terminal) -> Output:
    """Say what was sent since the last visit and what waits; which reports were issued; that signing in works."""

    def told(_candour: Candour, session: Session) -> Output:
        landing = read_landing(session)
        return Output(_data(landing), _lines(landing))

    return signed_in(arguments, terminal, told)


def _data(landing: Landing) -> dict[str, object]:
    ring = landing.ring
    return {
        "before": landing.before.isoformat() if landing.before else None,
        "sent": [_record(each) for each in landing.sent],
        "more": landing.more,
        "to_sign": landing.to_sign,
        "due": landing.due,
        "reports": [
            {
                "at": each.at.isoformat(timespec="seconds"),
                "side": each.manifest.side.value,
                "from": each.manifest.period.first.isoformat(),
                "to": each.manifest.period.last.isoformat(),
            }
            for each in landing.reports
        ],
        "check_on": landing.check_on.isoformat(),
        "ring": {"name": ring.name, "purpose": ring.purpose, "phone": ring.phone} if ring else None,
    }


def _record(sent: Sent) -> dict[str, object]:
    row = sent.row
    return {
        "reference": row.reference,
        "form": row.form,
        "about": list(row.about),
        "shelf": row.shelf.value,
        "new": sent.is_new,
        "no_head_reads": sent.is_ours,
        "others": list(sent.others),
    }


def _lines(landing: Landing) -> list[str]:
    since_when = f"Since {landing.before.isoformat()}." if landing.before else "The first visit on this computer."
    records = [_line(each) for each in landing.sent] or ["Nothing has been sent to you."]
    reports = [f"Issued {each.at:%Y-%m-%d}: {period_words(each.manifest.period)}" for each in landing.reports]
    waiting = f"To sign: {landing.to_sign}. Yours to do by today: {landing.due}."
    check = f"Your access works. Check it again from {landing.check_on.isoformat()}."
    ring = [f"If something is wrong, ring {landing.ring.name}: {landing.ring.phone}"] if landing.ring else []
    return [since_when, *records, waiting, *reports, check, *ring]


def _line(sent: Sent) -> str:
    row = sent.row
    marks = [
        word
        for word, holds in (("new", sent.is_new), ("waits", sent.waits), ("no head reads it", sent.is_ours))
        if holds
    ]
    return f"{row.reference}  {', '.join(row.about) or '-'}  ({'; '.join(marks) or row.shelf.value})"
