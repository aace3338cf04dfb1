# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour audit: who opened, searched, printed, saved, shared or imported what, and when."""

from argparse import ArgumentParser, Namespace
from datetime import date

from desktop.auditing.deeds import Asked, AuditLine, Deed
from desktop.auditing.reading import read_audit
from desktop.auditing.saying import sentence, trawl_words
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal
from desktop.offices.coming import not_handed_on
from desktop.phrases import reference
from desktop.services import Candour
from desktop.session import Session


def add_audit(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour audit`."""
    add_choice(parser)


def add_choice(parser: ArgumentParser) -> None:
    """What says which deeds are meant."""
    parser.add_argument("--who", metavar="NAME", help="what this person did")
    parser.add_argument("--what", dest="deed", choices=[deed.value for deed in Deed], help="only this")
    parser.add_argument("--record", metavar="REFERENCE", help="only of this record")
    parser.add_argument("--since", metavar="DATE", type=date.fromisoformat, help="from this day on")
    parser.add_argument("--until", metavar="DATE", type=date.fromisoformat, help="up to this day")


def asked_of(candour: Candour, session: Session, arguments: Namespace) -> Asked:
    """What was said of the deeds that are meant."""
    return Asked(
        who=candour.person(arguments.who) if arguments.who else None,
        deed=Deed(arguments.deed) if arguments.deed else None,
        case_id=session.find(arguments.record) if arguments.record else "",
        since=arguments.since,
        until=arguments.until,
    )


def audit(arguments: Namespace, terminal: Terminal) -> Output:
    """Tell who did what."""

    def told(candour: Candour, session: Session) -> Output:
        found, school = read_audit(session, asked_of(candour, session, arguments)), session.machine.school
        noticed = [trawl_words(each, school) for each in found.trawls]
        lines = [f"{line.at.isoformat(timespec='seconds')}  {sentence(line, school)}" for line in found.lines]
        missing = not_handed_on(session)
        data = {"noticed": noticed, "lines": [_line(line) for line in found.lines], "not_here": missing}
        return Output(data, [*noticed, *filter(None, [missing]), *lines])

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
