# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour questions: what others have asked, with the answers; publishing one, and taking it back."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import closing

from desktop.changing.making import make_change
from desktop.cli.changing import made_output, make, signing_here, together
from desktop.cli.terminal import FAILED, Output, Terminal, candour_of, sign_in
from desktop.naming.finding import Found
from desktop.questions.asked import answered, find_asked
from desktop.questions.checking import Asked, names_for, names_in
from desktop.questions.library import Published, published
from desktop.questions.publishing import publishing, taking_back
from desktop.questions.text import question_of
from desktop.services import Candour


def add_questions(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of `candour questions`."""
    does = parser.add_subparsers(dest="does", required=True)
    does.add_parser("list", parents=[common], help="what others have asked; without a sign-in")
    does.add_parser("asked", parents=[common], help="answered questions that you read: what could be published")
    new = does.add_parser("publish", parents=[common], help="a question and its answer, for everybody at the school")
    new.add_argument("--question", required=True, help="in your own words, without names")
    new.add_argument("--answer", required=True)
    new.add_argument("--clause", default="", help="the part of the code that it rests on")
    new.add_argument(
        "--from", dest="asked", metavar="REFERENCE", help="the question that it came of: checked against it"
    )
    together(new)
    back = does.add_parser("withdraw", parents=[common], help="take a question back")
    back.add_argument("question", help="the beginning of its fingerprint")
    together(back)


def questions(arguments: Namespace, terminal: Terminal) -> Output:
    """List, publish or withdraw."""
    candour = candour_of(arguments)
    match arguments.does:
        case "publish":
            return _publish(candour, arguments, terminal)
        case "withdraw":
            return make(candour, arguments, terminal, [taking_back(candour.school, arguments.question)])
        case "asked":
            with closing(sign_in(candour, arguments, terminal)) as session:
                session.sync()
                return _asked(answered(session))
        case _:
            candour.machine.refresh()
            found = published(candour.school, candour.machine.documents)
            return Output([_told(each) for each in found], [line for each in found for line in _lines(each)])


def _publish(candour: Candour, arguments: Namespace, terminal: Terminal) -> Output:
    text = question_of(arguments.question, arguments.answer, arguments.clause)
    with closing(sign_in(candour, arguments, terminal)) as session:
        session.sync()
        asked = find_asked(session, arguments.asked) if arguments.asked else None
        known = names_for(asked, candour.school, candour.machine.today())
        if found := names_in(text.question, text.answer, text.clause, known):
            return _refused(found)
        said = publishing(candour.machine, text, asked)
        return made_output(candour, make_change(session, [said], signing_here(candour, arguments, terminal)))


def _refused(found: Sequence[Found]) -> Output:
    data = {"published": False, "names": [{"words": each.words, "what": each.what.value} for each in found]}
    lines = [f"“{each.words}” says who it is about ({each.what.value})." for each in found]
    return Output(data, [*lines, "Nothing was published."], code=FAILED)


def _asked(found: tuple[Asked, ...]) -> Output:
    data = [{"reference": each.reference, "question": each.question, "answer": each.answer} for each in found]
    return Output(data, [f"{each.reference}  {each.question}" for each in found])


def _told(each: Published) -> dict[str, object]:
    text = each.text
    return {
        "fingerprint": each.fingerprint,
        "question": text.question if text else None,
        "answer": text.answer if text else None,
        "clause": text.clause if text else None,
    }


def _lines(each: Published) -> list[str]:
    short = each.fingerprint[:12]
    if each.text is None:
        return [f"{short}  Its text has not reached this computer yet."]
    clause = f" ({each.text.clause})" if each.text.clause else ""
    return [f"{short}  {each.text.question}", f"    {each.text.answer}{clause}"]
