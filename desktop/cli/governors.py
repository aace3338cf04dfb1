# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour export governors: the report to governors, its figures and words before it is issued, and the file."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from pathlib import Path

import msgspec

from desktop.cli.dates import day
from desktop.cli.terminal import Output, read_text
from desktop.governors.issuing import Prepared, issue, issued_reports, prepare, read_ground
from desktop.governors.periods import Period, offered
from desktop.governors.report import Asked, Section
from desktop.governors.words import figure_words, period_words, summary_of
from desktop.session import Session


def add_governors(parser: ArgumentParser) -> None:
    """The words of `candour export governors`."""
    parser.add_argument("--from", dest="first", type=day, metavar="DAY", help="the first day; else this school year")
    parser.add_argument("--to", dest="last", type=day, metavar="DAY", help="the last day; else today")
    parser.add_argument("--out", metavar="FILE", help="the file to write, or a folder; nothing is issued without it")
    parser.add_argument("--recipient", default="", help="who it is for: it stands on the cover and in the record")
    parser.add_argument(
        "--without", action="append", default=[], choices=[each.value for each in Section], help="a part to leave out"
    )
    parser.add_argument("--summary", metavar="FILE", help="a text file to print instead of the drafted summary")
    parser.add_argument("--actions", metavar="FILE", help="a text file: what was done for the whole school")
    parser.add_argument("--commentary", metavar="FILE", help="a text file: what the maker adds")
    parser.add_argument(
        "--reviewed",
        action=BooleanOptionalAction,
        default=False,
        help="say that the records of the period were read through for patterns",
    )
    parser.add_argument(
        "--numbers-seen", action="store_true", help="say that no number in these texts tells of records"
    )
    parser.add_argument("--dry-run", action="store_true", help="only show what would be printed")
    parser.add_argument("--issued", action="store_true", help="only list the reports that were issued")


def governors(session: Session, arguments: Namespace) -> Output:
    """Show a report, list what was issued, or issue one: its entry is written before the file appears."""
    if arguments.issued:
        return _issued(session)
    ground = read_ground(session)
    usual = offered(ground.today, ground.staff)[0][1]
    period = Period(first=arguments.first or usual.first, last=arguments.last or usual.last)
    asked = Asked(
        period=period,
        recipient=arguments.recipient,
        sections=frozenset(Section) - {Section(each) for each in arguments.without},
        summary=_text(arguments.summary) if arguments.summary else None,
        actions=_text(arguments.actions),
        commentary=_text(arguments.commentary),
        reviewed=arguments.reviewed,
    )
    prepared = prepare(ground, asked)
    if arguments.numbers_seen:
        seen = frozenset(each.passage for each in prepared.numbers)
        prepared = prepare(ground, msgspec.structs.replace(asked, seen=seen))
    if arguments.dry_run or not arguments.out:
        return Output(_shown(prepared), _lines(prepared))
    saved = issue(session, prepared, Path(arguments.out))
    data = {"file": str(saved.path), "pages": saved.pages, "sha256": saved.sha256, "entry": saved.entry}
    return Output({**_shown(prepared), **data}, [*_lines(prepared), f"Issued: {saved.path}, {saved.pages} pages."])


def _issued(session: Session) -> Output:
    found = issued_reports(session)
    data = [
        {
            "at": each.at.isoformat(timespec="seconds"),
            "side": each.manifest.side.value,
            "from": each.manifest.period.first.isoformat(),
            "to": each.manifest.period.last.isoformat(),
            "recipient": each.manifest.recipient,
            "sha256": each.manifest.sha256,
            "confirmed": [
                {"field": one.field, "number": one.number, "sentence": one.sentence} for one in each.manifest.confirmed
            ],
        }
        for each in found
    ]
    lines = [f"{one['at'][:10]}  {one['side']}  {one['from']} to {one['to']}  {one['recipient']}" for one in data]
    return Output(data, lines or ["No report was issued yet."])


def _shown(prepared: Prepared) -> dict[str, object]:
    reckoned = prepared.reckoned
    return {
        "side": reckoned.side.value,
        "from": reckoned.asked.period.first.isoformat(),
        "to": reckoned.asked.period.last.isoformat(),
        "threshold": reckoned.threshold,
        "figures": {name: figure_words(figure) for name, figure in reckoned.lines.items()},
        "summary": summary_of(reckoned),
        "names": [each.sentence for each in prepared.named],
        "numbers": [each.sentence for each in prepared.numbers],
    }


def _lines(prepared: Prepared) -> list[str]:
    reckoned = prepared.reckoned
    figures = [f"{name:24} {figure_words(figure)}" for name, figure in reckoned.lines.items()]
    return [
        period_words(reckoned.asked.period),
        *figures,
        "",
        *summary_of(reckoned).splitlines(),
        *(each.sentence for each in prepared.named),
        *(each.sentence for each in prepared.numbers),
    ]


def _text(file: str | None) -> str:
    return read_text(file) if file else ""
