# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A route as the panel "Who can open this" shows it: names, who never can, and what else should be known. Pure."""

from collections.abc import Iterator

from desktop.filing import readers_of
from desktop.forms import FormSpec, concerned
from desktop.forms.filling import Filling
from desktop.people import PersonId, School
from desktop.routing import Capacity, Caution, ExclusionReason, Explanation, Part, Route, explain
from desktop.routing.explain import sentences
from desktop.telling import in_a_row, sentence_case
from ui.staff.here import Here
from ui.staff.words import Staff, say
from ui.widgets.who_can_open import Reader, Readers

_PARTS = {
    Part.LINE: Staff.ONE_LINE_ONLY,
    Part.YES_NO: Staff.YES_OR_NO_ONLY,
    Part.TECHNICAL: Staff.TECHNICAL_ONLY,
}
_GOVERNORS = {Capacity.CHAIR, Capacity.VICE_CHAIR, Capacity.GROUP_LEAD}
_WORTH_KNOWING = (Caution.ONLY_ONE_READER, Caution.NARROWING_REFUSED, Caution.CHOICE_NOT_POSSIBLE)
_WORTH_SAYING = {
    ExclusionReason.MAY_BE_CONCERNED,
    ExclusionReason.DECLARED_TIE,
    ExclusionReason.AWAY,
    ExclusionReason.NARROWED,
}


def readers_shown(here: Here, chosen: Route, filling: Filling) -> Readers:
    """What the panel shows for a form as it stands: only those who could really open it."""
    school, openers = here.called, here.openers(chosen)
    about = _names(concerned(filling.spec, filling.kept).listed, school)
    full = [sentence for sentence in _sentences(chosen, school, "reader", Part.FULL) if sentence.person_id in openers]
    keyless = _names(tuple(reader for reader in readers_of(chosen) if reader not in openers), school)
    notes = _notes(chosen, school, filling.spec)
    if keyless:
        words = Staff.NO_KEY_YET if openers else Staff.NO_KEYS_AT_ALL
        notes.insert(0, sentence_case(say(words, names=in_a_row(keyless, say(Staff.OR)))))
    return Readers(
        readers=tuple(_reader(sentence, school) for sentence in full),
        lines=tuple(_lines(here, chosen)),
        never=_never(filling.spec, about) if openers else "",
        note=" ".join(notes),
        link=say(Staff.HOW_THIS_WORKS),
    )


def explained(chosen: Route, school: School) -> tuple[str, ...]:
    """The whole route in sentences, for whoever asks how it works."""
    return sentences(chosen, school)


def _lines(here: Here, chosen: Route) -> Iterator[Reader]:
    """Who would get a line of it, and no more: those who have a key."""
    keys = here.candour.machine.state
    for part, words in _PARTS.items():
        for each in _sentences(chosen, here.called, "reader", part):
            if each.person_id is not None and keys.active_keys(each.person_id):
                role = sentence_case(each.values["role"])
                yield Reader(_reader(each, here.school).name, say(words, role=role))


def _reader(sentence: Explanation, school: School) -> Reader:
    role = sentence_case(sentence.values["role"])
    return Reader(sentence.values["name"], role) if school.settings.readers_named else Reader(role, "")


def _never(spec: FormSpec, about: list[str]) -> str:
    if not any(field.subject for _, field in spec.fields()):
        return say(Staff.NEVER_SELF)
    if not about:
        return say(Staff.NEVER)
    return say(Staff.NEVER_THEM, names=", ".join(say(Staff.NOT_THEM, name=name) for name in about))


def _notes(chosen: Route, school: School, spec: FormSpec) -> list[str]:
    """What to know: who would read it otherwise and does not, and why; else that this can change."""
    if chosen.outside:
        return [sentence.sentence for sentence in explain(chosen, school) if sentence.section == "outside"]
    said = [
        sentence.sentence
        for sentence, exclusion in zip(_of_exclusions(chosen, school), chosen.excluded, strict=True)
        if exclusion.reason in _WORTH_SAYING
    ]
    said += [caution.sentence for word in _WORTH_KNOWING for caution in _sentences(chosen, school, "caution", word)]
    if all(reader.role in _GOVERNORS for reader in chosen.readers if reader.part is Part.FULL):
        said.insert(0, say(Staff.NOBODY_AT_SCHOOL))
    asks_about_somebody = any(field.subject for _, field in spec.fields())
    if not said and asks_about_somebody:
        first = [school.people[reader].first_name for reader in readers_of(chosen) if reader in school.people]
        said.append(say(Staff.ELSEWHERE, names=in_a_row(first, say(Staff.OR))))
    return said


def _of_exclusions(chosen: Route, school: School) -> list[Explanation]:
    return [sentence for sentence in explain(chosen, school) if sentence.section in ("exclusion", "away")]


def _sentences(chosen: Route, school: School, section: str, word: str) -> list[Explanation]:
    return [each for each in explain(chosen, school) if (each.section, each.word) == (section, word)]


def _names(people: tuple[PersonId, ...], school: School) -> list[str]:
    return [school.people[person].name for person in people if person in school.people]
