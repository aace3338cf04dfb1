# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A change in words: who, what, from when, and who will then be able to read what (ux.md A5).

The words are data (resources/changing/words.toml), the same in the window and on the command line.
"""

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

import resources
from desktop.changing.change import LISTS, POLICIES, QUESTIONS, READINGS, TERMS, read_lists
from desktop.changing.effects import Effect
from desktop.clocks import date_words
from desktop.forms.lists import editable_lists, list_terms
from desktop.forms.summary import pounds
from desktop.people import ClauseLink, PersonId, PolicyLine, ReadingLine, School, SchoolTerm, Settings
from desktop.policies.clause_words import link_words
from desktop.policies.linking import LINKS
from desktop.routing.explain import words as routing_words
from desktop.telling import in_a_row
from storage.charter import AbsenceData, ConflictData, KeyData, PeopleData, RevokeData, RoleData, SettingsData
from storage.directory import DirectoryState
from storage.errors import KnownError
from storage.keys import key_id


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """The fixed texts, by section and word; read once, because they never change while the program runs."""
    return msgspec.toml.decode(resources.text("changing/words.toml"), type=dict[str, dict[str, str]])


def tell_change(said: msgspec.Struct, school: School, state: DirectoryState) -> tuple[str, ...]:
    """Say what one change says, a sentence each."""
    match said:
        case RoleData():
            told = _role(said, school)
        case AbsenceData():
            told = _absence(said, school)
        case ConflictData():
            told = (_conflict(said, school),)
        case SettingsData(set=values):
            told = tuple(line for key, each in values.items() for line in _setting(key, each, school))
        case PeopleData(set=people):
            told = tuple(_listed(each.id, each.profile) for each in people)
        case RevokeData(kid=kid) if kid in state.keys:
            told = (_say("revoke", kid=kid[:8], name=name(school, state.keys[kid].fact.person)),)
        case KeyData(person=person, sign=sign):
            told = (_say("key", kid=key_id(bytes.fromhex(sign))[:8], name=name(school, person)),)
        case _:
            told = ()
    return told


def _setting(key: str, value: object, school: School) -> tuple[str, ...]:
    amount = words()["amount"].get(key)
    if amount is not None and isinstance(value, int):
        return (amount.format(pounds=pounds(value)),)
    tell = _TELLS.get(key)
    told = tuple(tell(value, school.settings)) if tell else ()
    return told or (_say("settings", name=name_of(key), value=value_words(value)),)


def _readings(stated: object, now: Settings) -> Iterable[str]:
    """Which guidance people are asked to have read, or no longer, a sentence each."""
    before = {line.item_id: line for line in now.readings}
    wanted: tuple[ReadingLine, ...] = ()
    with contextlib.suppress(msgspec.ValidationError):
        wanted = msgspec.convert(stated, tuple[ReadingLine, ...])
    for line in wanted:
        if before.pop(line.item_id, None) != line:
            yield _say("reading", title=line.title, edition=line.edition, day=date_words(line.confirm_by))
    yield from (_say("reading_gone", title=line.title) for line in before.values())


def _questions(_stated: object, _now: Settings) -> Iterable[str]:
    """That they change; word for word they are told by whoever has the texts (desktop.questions.proposed)."""
    yield _say("questions")


def _links(stated: object, now: Settings) -> Iterable[str]:
    """What the forms and lists rest on, a sentence each; nothing for what somebody else's Candour wrote otherwise."""
    with contextlib.suppress(msgspec.ValidationError):
        wanted = msgspec.convert(stated, tuple[ClauseLink, ...])
        yield from link_words(wanted, now.clause_links, now.vocabularies, now.policies)


def _policies(stated: object, now: Settings) -> Iterable[str]:
    """Which policies get a new version, come in or go, a sentence each."""
    before = {line.policy_id: line for line in now.policies}
    wanted: tuple[PolicyLine, ...] = ()
    with contextlib.suppress(msgspec.ValidationError):
        wanted = msgspec.convert(stated, tuple[PolicyLine, ...])
    for line in wanted:
        old = before.pop(line.policy_id, None)
        if old != line and line.versions:
            short = line.versions[-1][:12]
            yield _say("policy_new" if old is None else "policy_version", title=line.title, fingerprint=short)
    yield from (_say("policy_gone", title=line.title) for line in before.values())


def _terms(stated: object, _now: Settings) -> Iterable[str]:
    """What the terms become, a sentence each; nothing for what somebody else's Candour wrote otherwise."""
    with contextlib.suppress(msgspec.ValidationError):
        for term in msgspec.convert(stated, tuple[SchoolTerm, ...]):
            yield _say("term", first=date_words(term.first), last=date_words(term.last))


def _lists(stated: object, now: Settings) -> Iterable[str]:
    """What becomes of each list, a sentence for each word; nothing for what somebody else's Candour wrote otherwise."""
    try:
        wanted = read_lists(stated)
    except KnownError:
        return
    for name, vocabulary in editable_lists().items():
        before = {term.value: term.retired for term in list_terms(name, now.vocabularies)}
        for term in list_terms(name, wanted):
            if term.value not in before:
                yield _say("list_added", list=vocabulary.title, label=term.label)
            if term.retired != before.get(term.value, False):
                yield _say("list_retired" if term.retired else "list_offered", list=vocabulary.title, label=term.label)


_TELLS: Mapping[str, Callable[[object, Settings], Iterable[str]]] = {
    LISTS: _lists,
    TERMS: _terms,
    POLICIES: _policies,
    READINGS: _readings,
    LINKS: _links,
    QUESTIONS: _questions,
}
"""What tells of a setting that is more than a value: from what is stated, and the settings as they are."""


def tell_effects(effects: Sequence[Effect], school: School) -> tuple[str, ...]:
    """Say what changes for whoever reads, a sentence each; that nothing does, where that is so."""
    said = [sentence for effect in effects for sentence in _effect(effect, school)]
    return tuple(said) or (words()["effect"]["nothing"],)


def tell_day(applies_on: date, today: date) -> tuple[str, ...]:
    """Say from when it applies, where that is not at once."""
    return (words()["effect"]["from"].format(day=date_words(applies_on)),) if applies_on > today else ()


def role_words(role: str) -> str:
    """A role as people say it."""
    return routing_words()["role"].get(role, role.replace("_", " "))


def name(school: School, person: str) -> str:
    """Somebody's name, or their id where they are not listed."""
    listed = school.people.get(PersonId(person))
    return listed.name if listed else person


def names(school: School, people: Iterable[str]) -> str:
    """Several names in a row."""
    return in_a_row(sorted(name(school, person) for person in people), words()["effect"]["and"])


def name_of(setting: str) -> str:
    """A setting's name as it is said."""
    return setting.replace("_", " ")


def value_words(value: object) -> str:
    """A setting's value as it is said."""
    match value:
        case bool():
            return words()["value"]["yes" if value else "no"]
        case None | "" | [] | ():
            return words()["value"]["nothing"]
        case list() | tuple():
            return "; ".join(value_words(each) for each in value)
        case dict():
            return ", ".join(value_words(each) for each in value.values() if each)
        case _:
            return str(value)


def _role(said: RoleData, school: School) -> tuple[str, ...]:
    parts = {"name": name(school, said.person), "role": role_words(said.role)}
    if said.ends:
        return (_say("ends", **parts),)
    order = (_say("order", order=str(said.order + 1)),) if said.order else ()
    return (_dated("appoint", said.since, said.until, **parts), *order)


def _absence(said: AbsenceData, school: School) -> tuple[str, ...]:
    who = name(school, said.person)
    if said.back:
        return (_say("back", name=who),)
    cover = (_say("cover", cover=name(school, said.cover)),) if said.cover else ()
    return (_dated("away", said.since, said.until, name=who), *cover)


def _conflict(said: ConflictData, school: School) -> str:
    about = name(school, said.about) if said.about else _say("of_employer", employer=said.employer)
    parts = {"reader": name(school, said.reader), "about": about}
    if said.ends:
        return _say("conflict_ends", **parts)
    return _dated("conflict", None, said.until, **parts)


def _listed(person: str, profile: Mapping[str, object]) -> str:
    who, end = str(profile.get("name", person)), profile.get("end")
    return _say("leaving", name=who, end=_day(end)) if isinstance(end, str) else _say("listed", name=who)


def _effect(effect: Effect, school: School) -> Iterable[str]:
    about = names(school, effect.about) if effect.about else words()["effect"]["anybody"]
    if effect.can:
        yield words()["effect"]["can"].format(about=about, names=names(school, effect.can))
    if effect.no_longer:
        yield words()["effect"]["no_longer"].format(about=about, names=names(school, effect.no_longer))
    if effect.is_outside:
        yield words()["effect"]["outside"].format(about=about)


def _dated(word: str, since: str | None, until: str | None, **parts: str) -> str:
    word += "_since" if since else ""
    word += "_until" if until else ""
    return _say(word, since=_day(since) if since else "", until=_day(until) if until else "", **parts)


def _day(text: str) -> str:
    return date_words(date.fromisoformat(text))


def _say(word: str, **parts: str) -> str:
    return words()["change"][word].format(**parts)
