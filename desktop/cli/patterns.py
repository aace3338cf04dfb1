# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""candour patterns: what several records say side by side."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date

from desktop.cli.pattern_answers import add_respond, own_patterns, respond
from desktop.cli.pattern_fairness import fairness
from desktop.cli.pattern_register import read_folder
from desktop.cli.terminal import Output, Terminal
from desktop.patterns.calibrating import Effort
from desktop.patterns.engine import Seen, Shown, Wish, look, play
from desktop.patterns.parameters import Dial


def add_patterns(parser: ArgumentParser, common: ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--register", metavar="FOLDER", help="a folder with an old log's files, instead of a vault")
    parser.add_argument(
        "--as-of", type=date.fromisoformat, metavar="DATE", help="what would have been seen on that day"
    )
    parser.add_argument("--replay", action="store_true", help="each prompt every time that it came up, day by day")
    parser.add_argument("--dial", choices=list(Dial), type=Dial, help="how much you want to be told, this once")
    parser.add_argument(
        "--calibrate", type=int, metavar="SEED", help="set the chances every September by the school's own background"
    )
    parser.add_argument("--also", action="store_true", help="what was noticed of late, below the line, after the rest")
    parser.add_argument(
        "--fairness", action="store_true", help="how prompts about people fall on roles and hours, never on a person"
    )
    parser.add_argument("--groups", metavar="FILE", help="with --fairness: a CSV of staff_id and groups to compare too")
    does = parser.add_subparsers(dest="does")
    add_respond(does.add_parser("respond", parents=[common], help="record what you found when you looked at a prompt"))


def patterns(arguments: Namespace, terminal: Terminal) -> Output:
    """Look for patterns. Raises KnownError(FILE_UNREADABLE, …)."""
    if arguments.does == "respond":
        return respond(arguments, terminal)
    if arguments.fairness:
        return fairness(arguments, terminal)
    wish = Wish(effort=None if arguments.calibrate is None else Effort(seed=arguments.calibrate))
    if arguments.register is None:
        seen = own_patterns(arguments, terminal, wish)
    else:
        seen = (play if arguments.replay else look)(*read_folder(arguments, terminal), wish)
    for line in _questions(seen):
        terminal.tell(line)
    lines = [line for shown in seen.shown for line in _lines(shown)] or ["Nothing stands out."]
    noticed = seen.noticed if arguments.also else ()
    if noticed:
        lines += ["Also noticed, but not enough to be shown:", *(line for each in noticed for line in _lines(each))]
    return Output([_data(each) for each in (*seen.shown, *noticed)], lines)


def _lines(shown: Shown) -> Iterator[str]:
    yield f"{shown.first_flagged_on}  {shown.sentence}  ({', '.join(shown.records)})"
    yield from (f"    {note}" for note in shown.notes)


def _questions(seen: Seen) -> list[str]:
    """Whom somebody has to name: it is asked, never guessed."""
    return [f"{reference}: who is meant? {', '.join(staff)}" for reference, staff in seen.undecided]


def _data(shown: Shown) -> dict[str, object]:
    """A prompt as patterns.md 8 names its parts, and each reason with its own chance."""
    return {
        "pattern_type": list(shown.pattern_type),
        "records": list(shown.records),
        "first_flagged_on": shown.first_flagged_on.isoformat(),
        "subjects": list(shown.subjects),
        "names": list(shown.names),
        "site": shown.site,
        "chance_per_term": _rounded(shown.chance_per_term),
        "sentence": shown.sentence,
        "notes": list(shown.notes),
        "reached": shown.prompt.is_reached,
        "rule": shown.rule,
        "reasons": [
            {
                "pattern_type": reason.kind,
                "chance_per_term": _rounded(reason.chance),
                "records": list(reason.records),
            }
            for reason in shown.prompt.reasons
        ],
    }


def _rounded(chance: float | None) -> float | None:
    return None if chance is None else float(f"{chance:.3g}")
