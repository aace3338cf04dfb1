# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A route in plain sentences, for the windows and the command line. The words are data: resources/routing/words.toml.

Why two people have a tie is never said, because nothing here knows it (requirements.md §10 rule 3).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.people import PersonId, School
from desktop.routing.day import Day
from desktop.routing.values import Exclusion, ExclusionReason, FallbackStep, Part, Route

_SEALED = frozenset({Part.FULL, Part.LINE, Part.YES_NO, Part.TECHNICAL})


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence: which one (section and word of words.toml), with what filled in, and whom it is about."""

    section: str
    word: str
    template: str
    values: Mapping[str, str] = {}
    person_id: PersonId | None = None

    @property
    def sentence(self) -> str:
        """The sentence in English."""
        said = self.template.format_map(self.values)
        return said[:1].upper() + said[1:]


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The fixed texts, by section and word; read once, because they never change while the program runs."""
    return msgspec.toml.decode(resources.text("routing/words.toml"), type=dict[str, dict[str, str]])


def explain(route: Route, school: School) -> tuple[Explanation, ...]:
    """Say who reads, who does not and why, who stands in, who decides and what else to know.

    Takes the directory from which the route was worked out, for names and absences.
    """
    return (
        *(_about(school, "reader", r.part, r.person_id, role=words()["role"][r.role]) for r in route.readers),
        *(_exclusion(route, school, exclusion) for exclusion in route.excluded),
        *(_step(school, step) for step in route.fallback),
        *_decision(route, school),
        *_general(route),
    )


def sentences(route: Route, school: School) -> tuple[str, ...]:
    """The same in plain sentences, for whoever asks how it works.

    Whom the rules give only the support text is left out: no form makes such a record yet.
    """
    told = (each for each in explain(route, school) if each.section != "reader" or each.word in _SEALED)
    return tuple(each.sentence for each in told)


def _exclusion(route: Route, school: School, exclusion: Exclusion) -> Explanation:
    person = exclusion.person_id
    if exclusion.reason is not ExclusionReason.AWAY:
        return _about(school, "exclusion", exclusion.reason, person)
    absence = school.absence(person, route.on)
    cover = Day(school, route.on).cover_path(person)[-1]
    values = {
        "until": _day(absence.until) if absence and absence.until else "",
        "cover": _name(school, cover) if cover in {reader.person_id for reader in route.readers} else "",
    }
    word = {(True, True): "covered_until", (True, False): "until", (False, True): "covered"}
    found = word.get((bool(values["until"]), bool(values["cover"])))
    return _about(school, "away" if found else "exclusion", found or ExclusionReason.AWAY, person, **values)


def _step(school: School, step: FallbackStep) -> Explanation:
    roles = {"role": words()["role"][step.tried]}
    if step.instead_of:
        roles["instead"] = words()["role"][step.instead_of]
    whose = "" if step.instead_of else "_for_all"
    if step.person_id is None:
        return _say("step", f"nobody{whose}", **roles)
    return _about(school, "step", f"reached{whose}", step.person_id, **roles)


def _decision(route: Route, school: School) -> Iterator[Explanation]:
    if route.decision_maker:
        yield _about(school, "decision", "decides", route.decision_maker)
    if route.sign_off:
        yield _about(school, "decision", "signs_off", route.sign_off)


def _general(route: Route) -> Iterator[Explanation]:
    if route.outside:
        yield _say("outside", "nobody_may_receive")
    if route.go_straight_to_lado:
        yield _say("outside", "straight_to_lado")
    yield from (_say("caution", caution) for caution in route.cautions)


def _say(section: str, word: str, **values: str) -> Explanation:
    return Explanation(section=section, word=word, template=words()[section][word], values=values)


def _about(school: School, section: str, word: str, person: PersonId, **values: str) -> Explanation:
    said = _say(section, word, name=_name(school, person), **values)
    return msgspec.structs.replace(said, person_id=person)


def _name(school: School, person: PersonId) -> str:
    listed = school.people.get(person)
    return listed.name if listed else "?"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
