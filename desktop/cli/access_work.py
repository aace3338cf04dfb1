# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour access show, decide, cover and leave-out: what was gathered, everybody else in it, and what is decided."""

from argparse import Namespace

from desktop.access.deciding import decide, leave_out
from desktop.access.gathered import Record
from desktop.access.requests import request_of, weighed_of
from desktop.access.third_parties import Item, Part
from desktop.access.weighing import Weighed
from desktop.access.words import say
from desktop.access.work import Decision, LeftOut, Verdict, Work, keep_work, load_work
from desktop.cli.terminal import Output
from desktop.session import Session

LATER = "later"
"""The word that takes a decision back."""


def decided(session: Session, arguments: Namespace) -> Output:
    """Decide something, where the command says so, and show how it stands."""
    request = request_of(session, session.case(session.find(arguments.reference)))
    case_id = request.case.case_id
    weighed = weighed_of(session, request, load_work(session, case_id))
    work = _decided(session, weighed, arguments)
    if work != weighed.work:
        keep_work(session, case_id, work)
        weighed = weighed.again(work)
    shown = _shown(weighed)
    words = " ".join(arguments.words.split()) if arguments.does == "cover" else ""
    told = [
        f"Taken out everywhere: {item.name}, {len(item.places)} places." for item in weighed.items if words == item.name
    ]
    return Output(shown.data, [*told, *shown.lines])


def _decided(session: Session, weighed: Weighed, arguments: Namespace) -> Work:
    match arguments.does:
        case "decide":
            return _decide(weighed, arguments)
        case "cover":
            return weighed.work.covering(arguments.words)
        case "leave-out":
            key = arguments.key if "/" in arguments.key else session.find(arguments.key)
            left_out = LeftOut(ground=arguments.ground, why=arguments.why) if arguments.ground else None
            return leave_out(weighed, key, left_out)
        case _:
            return weighed.work


def _decide(weighed: Weighed, arguments: Namespace) -> Work:
    is_later = arguments.verdict == LATER
    decision = None if is_later else Decision(verdict=Verdict(arguments.verdict), why=arguments.why)
    for named in arguments.item:
        same = [item.item_id for item in weighed.undecided if item.part == named]
        for item_id in same if named in set(Part) else [named]:
            weighed = weighed.again(decide(weighed, item_id, decision))
    return weighed.work


def _shown(weighed: Weighed) -> Output:
    records = [_record(weighed, record) for record in weighed.gathered.records]
    items = [_item(weighed, item) for item in weighed.items]
    data = {"records": records, "items": items, "undecided": len(weighed.undecided)}
    lines = [
        f"{each['reference'] or '':9} {each['title']} ({each['why']}) {each['left_out'] or ''}" for each in records
    ]
    lines += [f"{each['decision'] or '?':10} {each['item']}  {each['name']}, {each['places']}" for each in items]
    return Output(data, [*lines, f"{len(weighed.undecided)} undecided. {say('gathering', 'balance')}"])


def _record(weighed: Weighed, record: Record) -> dict[str, object]:
    left_out = weighed.work.left_out
    return {
        "key": record.key,
        "reference": record.reference or None,
        "title": record.title,
        "why": record.why.value,
        "left_out": left_out[record.key].ground if record.key in left_out else None,
        "entries": [
            {"key": each.key, "says": each.heading.text, "left_out": each.key in left_out} for each in record.passages
        ],
    }


def _item(weighed: Weighed, item: Item) -> dict[str, object]:
    decision = weighed.decision(item)
    return {
        "item": item.item_id,
        "part": item.part.value,
        "name": item.name,
        "places": len(item.places),
        "decision": decision.verdict.value if decision else None,
        "why": (decision.why if decision else "") or None,
    }
