# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two sheets of paper from the board: what is to be done today, and the week. People are their initials on both."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from desktop.board.board import Board, Line, When
from desktop.board.digest import Digest
from desktop.board.words import (
    about_initials,
    board_words,
    initials,
    long_words,
    owner_words,
    state_words,
    what_words,
    without_names,
)
from desktop.clocks import date_words, london_day, time_words, weekday_words
from desktop.documents.case_telling import shortened
from desktop.documents.flow import Fact, Flow, Grid, Row
from desktop.documents.look import Printed, Running, Write, print_document
from desktop.documents.styles import styles
from desktop.forms import fill
from desktop.people import School

_ON_EVERY_PAGE = 80
_SHARES = (0.34, 0.1, 0.1, 0.28, 0.18)


def todays_list(board: Board, school: School) -> Printed:
    """Print what is overdue and what is due today."""
    said = board_words().list
    lines = [line for line in board.lines if line.when in {When.OVERDUE, When.TODAY}]

    def write(flow: Flow) -> None:
        _begin(flow, said.kind, said.title, fill(said.about, _at(board.at)))
        _lines(flow, lines, board.at, school, said.nothing)

    return _print(said.name, school, board.at, write)


def digest_sheet(digest: Digest, school: School) -> Printed:
    """Print the digest of a week."""
    said = board_words().digest

    def write(flow: Flow) -> None:
        title = fill(said["title"], {"monday": date_words(digest.monday)})
        _begin(flow, said["kind"], title, fill(said["about"], _at(digest.at)))
        flow.facts(Fact(label, value) for label, value in digest_facts(digest))
        for name, lines in (("overdue", digest.overdue), ("ahead", digest.ahead)):
            flow.part(said[name])
            _lines(flow, lines, digest.at, school, said["nothing"])

    return _print(said["name"], school, digest.at, write)


def digest_facts(digest: Digest) -> list[tuple[str, str]]:
    """The digest's figures, each with its label, as they are said on paper and on the command line."""
    said, taken = board_words().digest, digest.decisions
    decided = fill(said["decided_words"], {"count": str(taken.decided), "late": str(taken.late)})
    facts = [
        (said["came"], str(digest.came)),
        (said["decided"], decided if taken.decided else said["decided_none"]),
        *_spans((said["typical"], taken.typical), (said["longest"], taken.longest), (said["worst"], taken.worst)),
    ]
    if taken.late:
        given = {"given": str(taken.late - taken.without_reason), "without": str(taken.without_reason)}
        facts.append((said["reasons"], fill(said["reasons_words"], given)))
    done = {"count": str(digest.done), "without": str(digest.done_without_evidence)}
    checks = {"count": str(digest.checks), "days": str(digest.check_days)}
    return [
        *facts,
        (said["open_late"], str(taken.open_late)),
        (said["open"], str(sum(digest.open.values()))),
        (said["done"], fill(said["done_words"], done)),
        (said["moved"], str(digest.moved_often)),
        (said["checks"], fill(said["checks_words"], checks)),
    ]


def _spans(*spans: tuple[str, timedelta | None]) -> list[tuple[str, str]]:
    return [(label, long_words(span)) for label, span in spans if span is not None]


def _begin(flow: Flow, kind: str, title: str, about: str) -> None:
    flow.line(kind, styles().cover_kind)
    flow.title(title, styles().cover_title)
    flow.rule()
    flow.body(about)


def _lines(flow: Flow, lines: Iterable[Line], now: datetime, school: School, nothing: str) -> None:
    rows = [
        Row(
            (
                without_names(what_words(line), school),
                about_initials(line),
                initials(owner_words(line.item.owner, school)) if line.item.owner else "",
                state_words(line, now),
                line.reference,
            )
        )
        for line in lines
    ]
    if rows:
        flow.table(Grid(board_words().list.heads, _SHARES, rows, codes=frozenset({4})))
    else:
        flow.body(nothing)


def _at(at: datetime) -> dict[str, str]:
    return {"time": time_words(at), "day": weekday_words(london_day(at))}


def _print(name: str, school: School, at: datetime, write: Write) -> Printed:
    running = Running(
        school=shortened(school.name, _ON_EVERY_PAGE),
        name=name,
        classification=board_words().foot,
        made="",
        number=board_words().number,
    )
    return print_document(name, at, running, write)
