# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour return, sent, add: what came of something that was sent, and saying more."""

from argparse import ArgumentParser, Namespace

from desktop.adding import add_to_sent
from desktop.cases.reporter import ADDITION, FURTHER_WORDS
from desktop.cli.people_words import name_of
from desktop.cli.terminal import Output, Terminal, candour_of, read_answers, sign_in
from desktop.filing import Delivery
from desktop.people import School
from desktop.phrases import reference
from desktop.returning import Returned, add_more, come_back
from desktop.sent import Reply, SentItem, sent_by


def add_return(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour return`. The phrase is none of them."""
    parser.add_argument("--add", metavar="FILE", help="add to the report: the answers as JSON; - for standard input")


def come_back_to(arguments: Namespace, terminal: Terminal) -> Output:
    """Show what answers a report, or add to it, with the return phrase."""
    candour = candour_of(arguments)
    phrase = terminal.passphrase(arguments, "Return phrase")
    values = read_answers(arguments.add, terminal) if arguments.add else None
    returned = come_back(candour.machine, phrase)
    delivery = None if values is None else add_more(candour.machine, candour.meaning, returned, values)
    return _returned(candour.school, returned, delivery)


def add_sent(_parser: ArgumentParser, _common: ArgumentParser) -> None:
    """`candour sent` has no words of its own."""


def sent(arguments: Namespace, terminal: Terminal) -> Output:
    """List what the person signed in has sent, and what came back."""
    candour = candour_of(arguments)
    session = sign_in(candour, arguments, terminal)
    try:
        session.sync()
        items = sent_by(session)
    finally:
        session.close()
    school = candour.school
    lines = [line for item in items for line in (_item_line(item), *_reply_lines(school, item.replies))]
    return Output([_item(school, item) for item in items], lines or ["Nothing has been sent."])


def add_add(parser: ArgumentParser, _common: ArgumentParser) -> None:
    """The words of `candour add`."""
    parser.add_argument("reference")
    parser.add_argument("--kind", choices=FURTHER_WORDS, default=ADDITION, help="what it is (default: addition)")
    parser.add_argument("--answers", required=True, metavar="FILE", help="the answers as JSON; - for standard input")


def add(arguments: Namespace, terminal: Terminal) -> Output:
    """Add to something that the person signed in has sent, correct it, or take it back."""
    candour = candour_of(arguments)
    values = read_answers(arguments.answers, terminal)
    session = sign_in(candour, arguments, terminal)
    try:
        session.sync()
        stored = add_to_sent(session, session.find(arguments.reference), arguments.kind, values)
    finally:
        session.close()
    at = stored.received_at.isoformat(timespec="seconds")
    data = {"reference": reference(stored.entry.case), "entry": stored.entry.eid, "kind": arguments.kind, "at": at}
    return Output(data, [f"Added: {arguments.kind}, {at}"])


def _returned(school: School, returned: Returned, delivery: Delivery | None) -> Output:
    data = {
        "reference": returned.reference,
        "sent_on": returned.sent_on.isoformat(),
        "state": returned.state.value,
        "decide_by": returned.decide_by.isoformat() if returned.decide_by else None,
        "replies": [_reply(school, reply) for reply in returned.replies],
        "added": delivery.value if delivery else None,
    }
    lines = [f"{returned.reference}, {returned.state.value}, sent {data['sent_on']}"]
    lines += _reply_lines(school, returned.replies) or ["Nobody has replied yet."]
    return Output(data, [*lines, *([f"Added: {delivery.value}"] if delivery else [])])


def _item(school: School, item: SentItem) -> dict[str, object]:
    return {
        "reference": item.reference,
        "form": item.form,
        "sent_at": item.at.isoformat(timespec="seconds"),
        "state": item.state.value,
        "received": [{"name": name_of(school, person), "at": at.isoformat()} for person, at in item.received.items()],
        "replies": [_reply(school, reply) for reply in item.replies],
    }


def _item_line(item: SentItem) -> str:
    return f"{item.reference}  {item.at.date().isoformat()}  {item.form}  {item.state.value}"


def _reply(school: School, reply: Reply) -> dict[str, object]:
    return {
        "author": name_of(school, reply.author),
        "at": reply.at.isoformat(timespec="seconds"),
        "kind": "question" if reply.is_question else "feedback",
        "words": reply.words,
        "key_withdrawn": reply.is_withdrawn,
    }


def _reply_lines(school: School, replies: tuple[Reply, ...]) -> list[str]:
    return [
        f"  {reply.at.date().isoformat()} {name_of(school, reply.author)}"
        f"{' asks' if reply.is_question else ''}: {reply.words}"
        for reply in replies
    ]
