# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour chronology: who has anything on record, one person's chronology on any day, and a note about somebody."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from desktop.auditing.noting import note_look
from desktop.chronology.items import Item
from desktop.chronology.kinds import count_words
from desktop.chronology.linking import Proposal, read_proposals
from desktop.chronology.listing import Listed, Sort, read_people
from desktop.chronology.noting import PERSON_NOTE, write_note
from desktop.chronology.page import PersonPage, read_page
from desktop.cli import attaching
from desktop.cli.dates import day
from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal, read_answers
from desktop.services import Candour
from desktop.session import Session


def add_chronology(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour chronology`."""
    does = parser.add_subparsers(dest="does", required=True)
    people = does.add_parser("people", parents=[common], help="who has anything on record")
    people.add_argument("--find", default="", metavar="LETTERS", help="only these names, jobs or classes")
    people.add_argument("--sort", choices=[sort.value for sort in Sort], default=Sort.NAME.value)
    people.add_argument("--everyone", action="store_true", help="those with nothing on record too")
    show = does.add_parser("show", parents=[common], help="everything about one person that this reader may see")
    show.add_argument("somebody", help="an id or a whole name")
    show.add_argument("--on", type=day, metavar="DAY", help="as it stood at the end of that day")
    does.add_parser("proposed", parents=[common], help="descriptions that may mean a listed person")
    note = does.add_parser("note", parents=[common], help="write a note about a person, tied to no report")
    note.add_argument("somebody", help="an id or a whole name")
    note.add_argument("--answers", required=True, metavar="FILE", help="the answers as JSON; - for standard input")
    attaching.add_words(note)


def chronology(arguments: Namespace, terminal: Terminal) -> Output:
    """Do one of these."""
    match arguments.does:
        case "people":
            return signed_in(arguments, terminal, lambda _, session: _people(session, arguments))
        case "proposed":
            return signed_in(arguments, terminal, lambda _, session: _proposed(session))
        case "show":
            return signed_in(arguments, terminal, lambda candour, session: _shown(candour, session, arguments))
        case _:
            values = read_answers(arguments.answers, terminal)
            return signed_in(arguments, terminal, lambda candour, session: _note(candour, session, arguments, values))


def _people(session: Session, arguments: Namespace) -> Output:
    found = read_people(session).shown(arguments.find, Sort(arguments.sort), everyone=arguments.everyone)
    return Output([_listed(each) for each in found], [_listed_line(each) for each in found])


def _shown(candour: Candour, session: Session, arguments: Namespace) -> Output:
    page = read_page(session, candour.person(arguments.somebody), arguments.on)
    note_look(session)
    counts = ", ".join(count_words(page.counts)) or "nothing"
    lines = [f"{page.person.name}, {page.person.job}: {counts} in the 12 months to {page.on.isoformat()}"]
    return Output(_page(page), [*lines, *(_item_line(item) for item in page.items)])


def _proposed(session: Session) -> Output:
    found = read_proposals(session)
    lines = [f"{each.reference}  “{each.words}” may be {each.person.name}" for each in found]
    return Output([_proposal(each) for each in found], lines)


def _note(candour: Candour, session: Session, arguments: Namespace, values: Mapping[str, object]) -> Output:
    files = attaching.files(candour, arguments, PERSON_NOTE)
    filed = write_note(session, candour.person(arguments.somebody), values, files)
    readers = [candour.school.people[reader.person_id].name for reader in filed.route.readers]
    data = {"reference": filed.reference, "readers": readers, "delivery": filed.delivery.value}
    return Output(data, [f"Noted: {filed.reference}, for {', '.join(readers)}"])


def _proposal(each: Proposal) -> dict[str, object]:
    opened = each.so_far.opened_at if each.so_far else None
    return {
        "reference": each.reference,
        "described": each.words,
        "person": {"id": each.person.person_id, "name": each.person.name},
        "reads_it": each.so_far is not None,
        "has_read": each.so_far.entries if each.so_far else 0,
        "opened_at": opened.isoformat(timespec="seconds") if opened else None,
    }


def _listed(each: Listed) -> dict[str, object]:
    return {
        "id": each.person.person_id,
        "name": each.person.name,
        "job": each.person.job,
        "counts": {kind.value: count for kind, count in each.counts.items()},
        "total": each.total,
        "newest": each.newest.isoformat() if each.newest else None,
        "left": each.has_left,
    }


def _listed_line(each: Listed) -> str:
    left = ", left" if each.has_left else ""
    counts = ", ".join(count_words(each.counts)) or "nothing in 12 months"
    return f"{each.person.name}, {each.person.job}{left}: {counts}"


def _page(page: PersonPage) -> dict[str, object]:
    return {
        "id": page.person.person_id,
        "name": page.person.name,
        "on": page.on.isoformat(),
        "left": page.person.end.isoformat() if page.person.end and page.person.has_left(page.today) else None,
        "counts": {kind.value: count for kind, count in page.counts.items()},
        "records": [_item(item) for item in page.items],
        "actions": [
            {"id": each.action.eid, "what": each.action.what, "owner": each.owner, "due": each.action.due}
            for each in page.actions
        ],
        "seen_by": [{"id": each.person_id, "name": each.name, "records": each.count} for each in page.seen_by],
    }


def _item(item: Item) -> dict[str, object]:
    return {
        "reference": item.row.reference,
        "kind": item.kind.value,
        "form": item.row.form,
        "happened": item.happened.isoformat(),
        "happened_told": item.is_told,
        "recorded": item.recorded.isoformat(),
        "summary": item.row.summary,
        "state": item.row.phase.value,
        "outcome": item.row.outcome or None,
        "decided": item.decided.isoformat() if item.decided else None,
        "declared_by": item.declared_by or None,
        "described": item.words or None,
        "only_sent": item.is_only_sent,
    }


def _item_line(item: Item) -> str:
    recorded = "" if item.recorded == item.happened else f" (recorded {item.recorded.isoformat()})"
    state = item.row.outcome or item.row.phase.value
    when = f"{item.happened.isoformat()}{recorded}"
    return f"{when}  {item.row.reference}  {item.kind.value:11} {state:12} {item.row.summary}"
