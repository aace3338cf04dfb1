# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour audit: who opened, searched, printed, saved, shared or imported what, and when."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from desktop.auditing.deeds import Asked, AuditLine, Deed
from desktop.auditing.reading import read_audit
from desktop.auditing.saying import save_audit, sentence, trawl_words
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal
from desktop.phrases import reference
from desktop.services import Candour
from desktop.session import Session


def add_audit(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour audit`."""
    parser.add_argument("--who", metavar="NAME", help="what this person did")
    parser.add_argument("--what", choices=[deed.value for deed in Deed], help="only this")
    parser.add_argument("--record", metavar="REFERENCE", help="only of this record")
    parser.add_argument("--since", metavar="DATE", type=date.fromisoformat, help="from this day on")
    parser.add_argument("--until", metavar="DATE", type=date.fromisoformat, help="up to this day")
    parser.add_argument("--out", metavar="FILE", help="save it as CSV; it holds no content of any record")


def audit(arguments: Namespace, terminal: Terminal) -> Output:
    """Tell, or save, who did what."""

    def told(candour: Candour, session: Session) -> Output:
        asked = Asked(
            who=candour.person(arguments.who) if arguments.who else None,
            deed=Deed(arguments.what) if arguments.what else None,
            case_id=session.find(arguments.record) if arguments.record else "",
            since=arguments.since,
            until=arguments.until,
        )
        found, school = read_audit(session, asked), session.machine.school
        if arguments.out:
            saved = save_audit(session, found.lines, Path(arguments.out))
            data = {"file": str(saved.path), "lines": saved.lines, "sha256": saved.sha256}
            return Output(data, [f"Saved {saved.path}, {saved.lines} lines."])
        noticed = [trawl_words(each, school) for each in found.trawls]
        lines = [f"{line.at.isoformat(timespec='seconds')}  {sentence(line, school)}" for line in found.lines]
        return Output({"noticed": noticed, "lines": [_line(line) for line in found.lines]}, [*noticed, *lines])

    return signed_in(arguments, terminal, told)


def _line(line: AuditLine) -> dict[str, object]:
    return {
        "at": line.at.isoformat(timespec="seconds"),
        "who": line.who,
        "what": line.deed.value,
        "record": reference(line.case_id) if line.case_id else None,
        "people": list(line.people),
        "count": line.count,
    }
