# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How people type names: titles, initials, commas, capitals, short forms, slips, lost accents."""

import unicodedata
from datetime import date
from random import Random

from desktop.patterns.register import StaffMember
from tests.patterns_yardstick.people import POOLS, Pupil

_SHORT = dict(pair.split(":") for pair in POOLS["short"].split())
_STYLES = (
    ("{first} {last}", 38),
    ("{title} {last}", 20),
    ("{title} {initial} {last}", 10),
    ("{title}. {initial}. {last}", 4),
    ("{last}, {first}", 8),
    ("{initial} {last}", 3),
    ("{title} {first} {last}", 6),
    ("{short} {last}", 5),
    ("{last}, {title} {initial}", 2),
    ("{first}  {last} ", 2),
    ("{last} {first}", 1),
)


def staff_name(chance: Random, person: StaffMember) -> str:
    """A member of staff's name as somebody typed it."""
    style = chance.choices([style for style, _weight in _STYLES], [weight for _style, weight in _STYLES])[0]
    typed = style.format(
        first=person.first_name,
        last=person.last_name,
        title=person.title
        if chance.random() < 0.9
        else chance.choice(("Mrs", "Miss", "Ms") if person.title != "Mr" else ("Mr",)),
        initial=person.first_name[0],
        short=_SHORT.get(person.first_name, person.first_name),
    )
    return _mess(chance, typed)


def pupil_name(chance: Random, pupil: Pupil, on: date) -> str:
    """A child's name as somebody typed it, mostly with the class."""
    group = pupil.class_on(on)
    name = chance.choices(
        (f"{pupil.first} {pupil.last}", f"{pupil.first} {pupil.last[0]}", f"{pupil.last}, {pupil.first}"), (80, 12, 8)
    )[0]
    after = chance.choices((f" ({group})", f" Yr {group[:-1]}", ""), (60, 15, 25))[0]
    return _mess(chance, name, share=0.4) + after


def parent_name(chance: Random, pupil: Pupil) -> str:
    """A parent or family as somebody typed it."""
    return _mess(
        chance,
        chance.choice(
            (
                f"{pupil.parent_title} {pupil.last}",
                f"{pupil.parent_title} {pupil.parent[0]} {pupil.last}",
                f"{pupil.parent} {pupil.last}",
                f"{pupil.last} family",
            )
        ),
        share=0.5,
    )


def _mess(chance: Random, typed: str, share: float = 1.0) -> str:
    if chance.random() < 0.05 * share:
        typed = _slip(chance, typed)
    if chance.random() < 0.5:
        typed = "".join(letter for letter in unicodedata.normalize("NFKD", typed) if not unicodedata.combining(letter))
    if "-" in typed and chance.random() < 0.25:
        typed = typed.replace("-", " ")
    if chance.random() < 0.06 * share:
        typed = chance.choice((typed.lower(), typed.upper()))
    return typed


def _slip(chance: Random, typed: str) -> str:
    """One slip inside the longest word."""
    word = max(typed.split(), key=len)
    if len(word) < 4:
        return typed
    at = chance.randrange(1, len(word) - 1)
    slipped = chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + chance.choice("aeirst") + word[at + 1 :],
        )
    )
    return typed.replace(word, slipped)
