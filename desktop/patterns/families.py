# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which givers are one family or donor: "Mrs G Godard" of Margaret Goddard (2A) and "Goddard family" are.

As children, families are on no list and are grouped as they come. A last name alone is enough while it fits one family
only; two mentions are two families when the givers' first names differ, or the children do and the givers' names do not
join them.
"""

import re

from msgspec import Struct, structs

from desktop.importing.names import loose_key
from desktop.patterns.children import last_name_of
from desktop.patterns.written import Likeness, first_names_alike, is_slip, taken_apart

_PARENT_OF = re.compile(r"^\W*(?:the\s+)?(?:parents?|carers?|mum|mother|dad|father|family|guardians?)\s+of\s+", re.I)
_WORDS_FOR_A_FAMILY = frozenset(("family", "families", "parent", "parents", "carer", "household", "the", "and"))


class Family(Struct, frozen=True):
    """What is known of one family or donor from the mentions so far."""

    number: int
    """Counts from 1 in the order of first mention; it never changes."""
    last: str
    """Folded last name; of an organisation its whole name."""
    firsts: tuple[str, ...] = ()
    """First names or initials of givers."""
    children: tuple[int, ...] = ()
    """Numbers of children (`desktop/patterns/children.py`)."""
    recipients: tuple[str, ...] = ()
    """To whom they gave before, by staff_id."""


class Families:
    """The families and donors mentioned so far. Ask in the order in which the mentions were recorded."""

    def __init__(self) -> None:
        self._known: list[Family] = []
        self._by_letter: dict[str, tuple[int, ...]] = {}
        self._by_child: dict[int, frozenset[int]] = {}

    def of(self, giver: str, *, child: int = 0, child_name: str = "", recipient: str = "") -> int:
        """Give the number of the family whom these words name, a new one if they name nobody known.

        `child` and `child_name` are the child whom the gift is about, if any: its number and the name as typed;
        `recipient` is the staff_id of who was given something, which decides between families of one name.
        0: nobody can be told from them, or two known families fit as well.
        """
        return self._of(_family(giver, child, child_name, recipient))

    def organisation(self, name: str) -> int:
        """Give the number of a supplier or another donor that is no family, by its whole name."""
        return self._of(Family(0, loose_key(name)))

    def _of(self, seen: Family) -> int:
        if not seen.last:
            return self._of_child(seen)
        alike = [(fit, family) for family in self._near(seen) if (fit := _fit(family, seen))]
        most = max((fit for fit, _family in alike), default=0)
        best = [family for fit, family in alike if fit == most]
        if len(best) > 1:
            return 0
        return self._widened(best[0], seen) if best else self._added(seen)

    def _of_child(self, seen: Family) -> int:
        """The family of a child of whom only the initials were given, where it is known already."""
        found = {number for child in seen.children for number in self._by_child.get(child, ())}
        return found.pop() if len(found) == 1 else 0

    def _widened(self, family: Family, seen: Family) -> int:
        self._known[family.number - 1] = structs.replace(
            family,
            firsts=tuple(dict.fromkeys((*family.firsts, *seen.firsts))),
            children=tuple(dict.fromkeys((*family.children, *seen.children))),
            recipients=tuple(dict.fromkeys((*family.recipients, *seen.recipients))),
        )
        return self._noted(family.number)

    def _noted(self, number: int) -> int:
        """Remember whose children are whose."""
        for child in self._known[number - 1].children:
            self._by_child[child] = self._by_child.get(child, frozenset()) | {number}
        return number

    def _near(self, seen: Family) -> list[Family]:
        """Those whose last name starts or ends alike: a slip changes one end at most."""
        numbers = {number for key in _ends(seen.last) for number in self._by_letter.get(key, ())}
        return [self._known[number - 1] for number in sorted(numbers)]

    def _added(self, seen: Family) -> int:
        family = structs.replace(seen, number=len(self._known) + 1)
        self._known.append(family)
        for key in _ends(family.last):
            self._by_letter[key] = (*self._by_letter.get(key, ()), family.number)
        return self._noted(family.number)


def _ends(last: str) -> tuple[str, str]:
    return f"{last[:2]}…", f"…{last[-2:]}"


def _family(giver: str, child: int, child_name: str, recipient: str) -> Family:
    of_child = _PARENT_OF.sub("", giver)
    words = tuple(word for word in taken_apart(of_child).words if word not in _WORDS_FOR_A_FAMILY)
    children, recipients = ((child,) if child else ()), ((recipient,) if recipient else ())
    if not words:
        return Family(0, last_name_of(child_name), (), children, recipients)
    firsts = () if of_child != giver else words[:-1][:1]
    return Family(0, _of_child(words, child_name) or words[-1], firsts, children, recipients)


def _of_child(words: tuple[str, ...], child_name: str) -> str:
    """The giver's last name as the child's is written, where the two are one name: "Mrs Price Davies", "Godard"."""
    last, joined = last_name_of(child_name), "".join(words)
    return last if last and (joined.endswith(last) or is_slip(words[-1], last)) else ""


def _fit(known: Family, seen: Family) -> int:
    """How well a mention fits: 0 not at all; the same child most, then the same giver, then the name alone."""
    if known.last != seen.last and not is_slip(known.last, seen.last):
        return 0
    alike = max((first_names_alike(one, two) for one in seen.firsts for two in known.firsts), default=None)
    if set(known.children) & set(seen.children):
        worth = 12
    elif alike is not None:
        worth = 8 if alike >= Likeness.INITIAL else 0
    else:
        worth = 0 if known.children and seen.children else 4
    closer = 2 * (not set(known.recipients).isdisjoint(seen.recipients)) + (known.last == seen.last)
    return worth and worth + closer
