# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour patterns for somebody signed in: what they may see of patterns, and what they found when they looked."""

from argparse import ArgumentParser, Namespace
from datetime import date

from desktop.cli.reviewing import signed_in
from desktop.cli.terminal import Output, Terminal, read_answers
from desktop.faults import DeskFault
from desktop.patterns.answering import Found, answer_prompt
from desktop.patterns.choosing import cuts_of
from desktop.patterns.desk import is_about, read_desk
from desktop.patterns.engine import Seen, Shown, Wish, look, play_as_judged
from desktop.patterns.reading import read_history, read_register, register_on
from desktop.patterns.register import Register
from desktop.session import Session
from storage.errors import KnownError


def add_respond(parser: ArgumentParser) -> None:
    """The words of `candour patterns respond`."""
    parser.add_argument("reference", nargs="+", help="records that the prompt names")
    parser.add_argument(
        "--answers", required=True, metavar="FILE", help="answer and why, as JSON; - for standard input"
    )


def own_patterns(arguments: Namespace, terminal: Terminal, wish: Wish) -> Seen:
    """What somebody signed in sees, or saw, prompts about themselves apart. Raises KnownError(PATTERNS_OFF)."""
    found: list[Seen] = []

    def see(session: Session) -> Output:
        if not session.machine.school.settings.patterns_on:
            raise KnownError(DeskFault.PATTERNS_OFF)
        cuts = cuts_of(session, arguments.dial)
        on = arguments.as_of or session.machine.today()
        if arguments.replay:
            seen = play_as_judged(read_history(session), on, cuts, wish)
        else:
            seen = look(_register(session, on), on, cuts, wish)
        shown, noticed = (
            tuple(each for each in part if not is_about(each, session.me)) for part in (seen.shown, seen.noticed)
        )
        found.append(Seen(shown=shown, undecided=seen.undecided, noticed=noticed))
        return Output([], [])

    signed_in(arguments, terminal, lambda _, session: see(session))
    return found[0]


def _register(session: Session, on: date) -> Register:
    return register_on(session, on, with_old_logs=True) if on < session.machine.today() else read_register(session)


def respond(arguments: Namespace, terminal: Terminal) -> Output:
    """Record what was found. Raises AnswersError; KnownError(NO_SUCH_PROMPT, ANSWER_NOT_FOR_ALL, …)."""
    values = read_answers(arguments.answers, terminal)
    found = Found(str(values.get("answer", "")), str(values.get("why", "")))
    return signed_in(arguments, terminal, lambda _, session: _respond(session, arguments, found))


def _respond(session: Session, arguments: Namespace, found: Found) -> Output:
    shown = _prompt(session, frozenset(word.upper() for word in arguments.reference))
    filed = answer_prompt(session, shown, found)
    school = session.machine.school
    readers = [school.people[reader.person_id].name for reader in filed.route.readers]
    data = {"reference": filed.reference, "records": list(shown.records), "readers": readers}
    return Output(data, [f"Kept as {filed.reference}. Quiet until something new comes."])


def _prompt(session: Session, records: frozenset[str]) -> Shown:
    """The prompt that names all of these records; the one with the fewest others."""
    desk = read_desk(session, cuts_of(session))
    naming = [card.shown for card in (*desk.to_look_at, *desk.looked_at) if records.issubset(card.shown.records)]
    if not naming:
        raise KnownError(DeskFault.NO_SUCH_PROMPT)
    return min(naming, key=lambda shown: len(shown.records))
