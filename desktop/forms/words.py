# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fills the placeholders of a form's words. What is not filled stays visible, so that a gap is seen in a test.

{dsl} {head} {someone} {name} {author}: people, as the page calls them; {someone} is who can be reached now, {name} the
person concerned. {readers} {readers_or}: who will read it, with "and" or "or" between. {dsl_in} {dsl_at} {head_at}
{someone_in}: where that person is found, with its joining marks, or nothing when the school has not said:
" (room 3, extension 204)", ": room 3, extension 204". {dsl_until}: " until Monday 16 March", or nothing.
{gift_rule}: from which worth on the school asks to hear about a gift.
"""

from collections.abc import Mapping

from desktop.people import Person

PLACEHOLDERS = frozenset(
    {"dsl", "dsl_in", "dsl_at", "dsl_until", "head", "head_at", "someone", "someone_in",
     "name", "author", "readers", "readers_or", "gift_rule"}
)  # fmt: skip
"""Every placeholder that a form's titles, labels, notes and panels may hold."""

_LONGEST_EXTENSION = 5  # figures; a longer number is a whole telephone number


def fill(words: str, values: Mapping[str, str | int]) -> str:
    """Put the values into the words, each once and never inside one another. Unknown placeholders are left."""
    parts = words.split("{")
    return parts[0] + "".join(_filled(part, values) for part in parts[1:])


def reach(role: str, person: Person) -> dict[str, str]:
    """The placeholders for finding this person, under a name of theirs ('dsl', 'head', 'someone')."""
    is_extension = person.phone.isdecimal() and len(person.phone) <= _LONGEST_EXTENSION
    phone = f"extension {person.phone}" if is_extension else person.phone
    where = ", ".join(way for way in (person.room, phone) if way)
    return {
        role: person.name,
        f"{role}_in": f" ({where})" if where else "",
        f"{role}_at": f": {where}" if where else "",
    }


def _filled(part: str, values: Mapping[str, str | int]) -> str:
    name, brace, rest = part.partition("}")
    if not brace or name not in values:
        return "{" + part
    value = values[name]
    return f"{value:,}{rest}" if isinstance(value, int) else value + rest
