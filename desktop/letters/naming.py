# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who must not be named in a letter: everybody in a question without names, whoever reported in some others. Pure."""

import re

from desktop.cases.refusals import Refusal
from desktop.letters.facts import Source
from desktop.letters.templates import Template, letter_words
from desktop.naming.finding import Found, find
from desktop.naming.known import Known, What, folded, known_in
from desktop.naming.shapes import CHILD, NAME, by_shape, called_later
from desktop.patterns.written import titles

_BETWEEN, _SENTENCE_END = " >\n“", ".!?"
_TITLE = re.compile(r"\b[^\W\d_]+\.? $")
_NEUTRAL = {What.CHILD: "child", What.JOB: "job", What.PLACE: "place", What.EMPLOYER: "employer"}


def names_not_wanted(template: Template, text: str, source: Source) -> tuple[Found, ...]:
    """Every place in a text where somebody is named who must not be."""
    if Refusal.LETTER_NAMES_SOMEBODY in template.hurdles:
        return find(text, _everybody(source))
    if Refusal.LETTER_NAMES_REPORTER in template.hurdles:
        return _reporter_in(text, source)
    return ()


def without_names(text: str, source: Source) -> str:
    """The text with neutral words instead of everything that names somebody, listed or not."""
    return _without_shapes(_without_listed(text, source))


def _without_shapes(text: str) -> str:
    """The text without what is written like a name, initials or a way to reach somebody, whoever that is."""
    words, found = letter_words().neutral, tuple(by_shape(text))
    names = {text[each.start : each.end]: re.IGNORECASE for each in found if each.kind == NAME}
    names |= {part: re.NOFLAG for name in tuple(names) for part in called_later(name)}
    for shape in sorted((each for each in found if each.kind != NAME), key=lambda each: -each.start):
        neutral = words["child" if shape.kind == CHILD else "contact"]
        text = f"{text[: shape.start]}{neutral}{text[shape.end :]}"
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", words["unlisted"], text, flags=names[name])
    return text


def _without_listed(text: str, source: Source) -> str:
    parts, at = [], 0
    for place in find(text, _everybody(source)):
        words = _neutral(place, source)
        before = text[at : place.start]
        title = _TITLE.search(before)
        before = before[: title.start()] if title and folded(title[0])[0] in titles() else before
        told = f"{text[:at]}{before}".rstrip(_BETWEEN)
        begins = not told or told[-1] in _SENTENCE_END
        parts += [before, words[:1].upper() + words[1:] if begins else words]
        at = place.end
    return "".join([*parts, text[at:]])


def _neutral(place: Found, source: Source) -> str:
    words = letter_words().neutral
    if place.what in _NEUTRAL:
        return words[_NEUTRAL[place.what]]
    return words["concerned" if place.who in source.case.concerned() else "other"]


def _everybody(source: Source) -> Known:
    """Everybody but whoever writes, who says who they are; and the children and people whom the report names."""
    report = source.case.report
    children = report.values.get("children") if report else None
    listed = [child for child in children if isinstance(child, dict)] if isinstance(children, list) else []
    typed = tuple(str(child["initials"]) for child in listed if child.get("initials"))
    further = (report.claims,) if report and report.claims else ()
    return known_in(source.school, source.today, children=typed, without=(source.writer,), further=further)


def _reporter_in(text: str, source: Source) -> tuple[Found, ...]:
    """Where whoever reported is named, unless they reported about themselves; the person concerned may be named.

    Whoever logs what somebody asks for told of nobody, and may write to them.
    """
    case, concerned = source.case, source.case.concerned()
    if case.track.own_right:
        return ()
    if case.reporter is None:
        claims = (case.report.claims,) if case.report and case.report.claims else ()
        return find(text, known_in(source.school, source.today, without=concerned, only=(), further=claims))
    sought = {case.reporter} - concerned
    places = find(text, known_in(source.school, source.today, without=concerned, only=sought))
    return tuple(place for place in places if place.who in sought)
