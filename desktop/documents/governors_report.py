# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The report to governors on paper (ux.md R10, pictures 09b and 09c): a pure function of what may be printed.

Neither the file's name nor its properties tell anything of anybody. Bars are drawn from the printed figures alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from desktop.clocks import date_words, london_day, time_words
from desktop.disclosure.figures import Figure
from desktop.documents.bars import Bar
from desktop.documents.case_telling import shortened
from desktop.documents.flow import Flow
from desktop.documents.look import Printed, Running, print_document
from desktop.documents.styles import styles
from desktop.forms import fill
from desktop.governors.report import Reckoned, Section
from desktop.governors.told import Side
from desktop.governors.words import (
    figure_words,
    outcomes_of,
    period_words,
    questions,
    summary_of,
    terms_of,
    themes_of,
    words,
)
from desktop.people import School

_ON_EVERY_PAGE = 80
_TILES = ("self", "pace", "met")


def governors_report(reckoned: Reckoned, school: School, at: datetime) -> Printed:
    """Print a report as it stands at a moment (aware)."""
    said = words().document
    name = said["name" if reckoned.side is Side.REPORT else "supplement_name"]
    running = Running(
        school=shortened(school.name, _ON_EVERY_PAGE),
        name=fill(
            said["running" if reckoned.side is Side.REPORT else "supplement_running"],
            {"day": date_words(reckoned.asked.period.last)},
        ),
        classification=said["classification"],
        made=fill(said["made"], {"day": date_words(london_day(at)), "time": time_words(at)}),
        number=said["number"],
    )
    return print_document(name, at, running, lambda flow: _write(flow, reckoned))


def _write(flow: Flow, reckoned: Reckoned) -> None:
    sections = reckoned.asked.sections
    _cover(flow, reckoned)
    _figures(flow, reckoned)
    if Section.SPEED in sections:
        _speed(flow, reckoned)
    if Section.DECLARATIONS in sections and reckoned.side is Side.REPORT:
        _declarations(flow, reckoned)
    if Section.POLICY in sections:
        _policy(flow, reckoned)
    flow.section(_label("meaning"), "meaning")
    for each in words().meaning:
        flow.body(fill(each, {"threshold": reckoned.threshold}))
    flow.callout(_label("questions"), "questions", questions(reckoned))


def _cover(flow: Flow, reckoned: Reckoned) -> None:
    look, said, document = styles(), words().cover, words().document
    is_report = reckoned.side is Side.REPORT
    flow.space(120)
    flow.line(document["kind" if is_report else "supplement_kind"], look.cover_kind)
    flow.title(document["title" if is_report else "supplement_title"], look.cover_title)
    flow.line(period_words(reckoned.asked.period), look.cover_period)
    flow.rule()
    if Section.SUMMARY in reckoned.asked.sections:
        for paragraph in filter(None, summary_of(reckoned).splitlines()):
            flow.line(paragraph, look.cover_body)
    columns = (
        (said["prepared"], said["head" if is_report else "chair"]),
        (said["for"], reckoned.asked.recipient or said["board"]),
        (said["handling"], document["classification"]),
    )
    flow.foot_of_page(columns, fill(said["note"], {"threshold": reckoned.threshold}))
    flow.leave_cover()


def _figures(flow: Flow, reckoned: Reckoned) -> None:
    lines = reckoned.lines
    flow.section(_label("figures"), "figures")
    tiles = [(_capital(figure_words(lines[name])), _label(f"tile_{name}"), "") for name in _TILES if name in lines]
    flow.tiles([_shared_tile(reckoned), *tiles])
    if reckoned.is_nothing:
        flow.body(_label("nothing"))
    elif reckoned.is_small:
        flow.body(_label("no_breakdown"))
    if Section.FIGURES not in reckoned.asked.sections or reckoned.is_small:
        return
    flow.figures((_label(name), _capital(figure_words(lines.get(name)))) for name in ("decided", "lado", "met"))
    if len(reckoned.terms) > 1:
        _table(flow, reckoned, "terms", terms_of(reckoned))
    _table(flow, reckoned, "themes", themes_of(reckoned))
    _table(flow, reckoned, "outcomes", outcomes_of(reckoned))


def _shared_tile(reckoned: Reckoned) -> tuple[str, str, str]:
    lines = reckoned.lines
    before = f"{_label('before')}: {figure_words(lines.get('before'))}" if reckoned.is_comparing else ""
    return _capital(figure_words(lines.get("shared"))), _label("tile_shared"), before


def _table(flow: Flow, reckoned: Reckoned, name: str, named: Sequence[tuple[str, str]]) -> None:
    """A table with bars: what is large each by itself, what is few in one sentence."""
    flow.heading(_label(name))
    if not named:
        flow.body(_label("withheld"))
        return
    few = [label for line, label in named if _is_few(reckoned.lines[line], reckoned.threshold)]
    shown = [(line, label) for line, label in named if not _is_few(reckoned.lines[line], reckoned.threshold)]
    flow.bars(_bars(reckoned, shown))
    if few:
        flow.minor(fill(_label("few"), {"threshold": reckoned.threshold, "themes": ", ".join(few)}))


def _bars(reckoned: Reckoned, named: Iterable[tuple[str, str]]) -> Iterator[Bar]:
    figures = [(label, reckoned.lines[line]) for line, label in named]
    longest = max((figure.least for _, figure in figures), default=1) or 1
    for label, figure in figures:
        yield Bar(label, _capital(figure_words(figure)), figure.least / longest, is_rough=not figure.is_exact)


def _speed(flow: Flow, reckoned: Reckoned) -> None:
    lines = reckoned.lines
    pace = [(_label("pace"), _capital(figure_words(lines["pace"])))] if "pace" in lines else []
    overdue = fill(_label("reviews"), {"day": date_words(reckoned.on)})
    with flow.together():
        flow.heading(_label("speed"), "speed")
        flow.figures([*pace, (overdue, _capital(figure_words(lines.get("reviews"))))])


def _declarations(flow: Flow, reckoned: Reckoned) -> None:
    lines = reckoned.lines
    names = [name for name in ("gifts", "turned_down", "ties", "returns") if name in lines or name in {"gifts", "ties"}]
    figures = [(_label(name), _capital(figure_words(lines.get(name)))) for name in names]
    if reckoned.worth is not None:
        figures.insert(1, (_label("worth"), fill(_label("worth_words"), {"pounds": f"{reckoned.worth:,}"})))
    with flow.together():
        flow.heading(_label("declarations"), "declarations")
        flow.figures(figures)


def _policy(flow: Flow, reckoned: Reckoned) -> None:
    asked, maker = reckoned.asked, _label("head" if reckoned.side is Side.REPORT else "chair")
    read = reckoned.lines.get("read")
    flow.section(_label("policy"), "policy", _label("actions"))
    if read is not None:
        flow.figures([(_label("read"), _capital(figure_words(read)))])
    flow.heading(_label("actions"))
    flow.body(asked.actions.strip() or _label("no_actions"))
    reviewed = _label("reviewed" if asked.reviewed else "not_reviewed")
    flow.body(fill(reviewed, {"maker": maker, "day": date_words(reckoned.on)}))
    if asked.commentary.strip():
        flow.heading(fill(_label("commentary"), {"maker": maker}))
        flow.body(asked.commentary.strip())


def _is_few(figure: Figure, threshold: int) -> bool:
    return figure.below is not None and figure.below <= threshold


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _label(name: str) -> str:
    return words().labels[name]
