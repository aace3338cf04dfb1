# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Gifts as a register sees them: worth, giver, whether it was taken before anybody said yes, and what it adds up to.

Money is whole pence, never a fraction. A gift whose worth nobody gave counts as one that has to be decided, and its
total as not known. Sources: code of conduct 5.5.4; requirements.md section 11.4; F03.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from desktop.forms.summary import pounds
from desktop.people import Settings

FORM = "gift"
_TAKEN = frozenset({"accepted", "shared", "to_school", "to_charity"})
_ASKED = "yes"
SEPTEMBER = 9
"""The month in which a school year begins; registers of interests start again on its first day (practice.md 3.5)."""

Values = Mapping[str, object]


class Gift(msgspec.Struct, frozen=True, kw_only=True):
    """One gift. `pence` is None where its worth was not given; `giver` is empty where nobody was named."""

    case_id: str
    declared_on: date
    pence: int | None
    giver: str


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """What one giver gave: how many gifts, their worth in pence, and how many of them nobody put a worth on."""

    count: int = 0
    pence: int = 0
    unknown: int = 0

    def plus(self, gift: Gift) -> "Total":
        """The total with one gift more."""
        return Total(
            count=self.count + 1,
            pence=self.pence + (gift.pence or 0),
            unknown=self.unknown + (gift.pence is None),
        )


def gift_of(case_id: str, declared_on: date, values: Values) -> Gift:
    """Read the answers of a declaration that was made on this day."""
    return Gift(case_id=case_id, declared_on=declared_on, pence=worth(values), giver=str(values.get("giver") or ""))


def worth(values: Values) -> int | None:
    """The worth in whole pence, as it was given; None where it was not, or only as a range."""
    given = values.get("worth")
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def giver_key(name: str) -> str:
    """One giver, however their name was typed: without case, accents, stops and titles."""
    letters = (each for each in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(each))
    return " ".join(word for word in re.findall(r"\w+", "".join(letters)) if word not in _NOT_NAMES)


_NOT_NAMES = frozenset({"mr", "mrs", "ms", "miss", "dr", "ltd", "limited", "plc", "the"})


def totals(gifts: Iterable[Gift]) -> dict[str, Total]:
    """What each named giver gave, by `giver_key`; those of nobody named stand under the empty key."""
    found: dict[str, Total] = {}
    for gift in gifts:
        key = giver_key(gift.giver)
        found[key] = found.get(key, Total()).plus(gift)
    return found


def year_of(day: date) -> int:
    """The school year of a day, named by the calendar year in which it begins."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


def from_same_giver(gift: Gift, gifts: Iterable[Gift]) -> Total:
    """What the giver of this gift gave in its school year, this one included; nothing where nobody is named."""
    key = giver_key(gift.giver)
    year = [each for each in gifts if year_of(each.declared_on) == year_of(gift.declared_on)]
    return totals(year).get(key, Total()) if key else Total()


def giver_tag(gift: Gift) -> str:
    """The name of everything that one giver gave in one school year; empty where nobody is named."""
    key = giver_key(gift.giver)
    return f"giver {year_of(gift.declared_on)} {key}" if key else ""


def passes_total(gift: Gift, others: Iterable[Gift], settings: Settings) -> bool:
    """Say whether its giver had given more than the school's limit for a school year once this gift was declared.

    `others` are further gifts; of one day they count in the order of their cases, so that only one of them passes it.
    """
    limit = settings.yearly_total_per_giver
    if not limit:
        return False
    until = [each for each in others if (each.declared_on, each.case_id) < (gift.declared_on, gift.case_id)]
    return from_same_giver(gift, [*until, gift]).pence > limit


def is_late(values: Values) -> bool:
    """Say whether it was taken before anybody at school had said yes to it."""
    if values.get("did") not in _TAKEN:
        return False
    if values.get("permission") != _ASKED:
        return True
    taken, allowed = values.get("on"), values.get("permission_on")
    return isinstance(taken, str) and isinstance(allowed, str) and allowed > taken


def is_cash(values: Values) -> bool:
    """Say whether it is money, or may be: only a plain no makes a voucher something else."""
    return values.get("kind") == "voucher_or_money" and values.get("is_cash") != "no"


def is_only_noted(values: Values, settings: Settings) -> bool:
    """Say whether the school's own limits ask for no decision on this gift; without limits every gift is decided.

    Money, what one pupil was given, and what was given by somebody with business in view are always decided.
    """
    given = worth(values)
    is_plain = values.get("direction") in {"offered", "given"} and not is_cash(values)
    in_view = "yes" in {values.get("business"), values.get("pending"), values.get("given_business")}
    if given is None or not is_plain or in_view:
        return False
    group = values.get("kind") == "collection"
    return given < (settings.collection_permission_from if group else settings.head_permission_from)


def asks_the_board(values: Values, settings: Settings) -> bool:
    """Say whether the governing board has to have said yes too."""
    limit = settings.board_permission_from
    given = worth(values)
    return limit > 0 and (given is None or given >= limit)


def rule_words(settings: Settings) -> dict[str, str]:
    """The placeholder {gift_rule}: from which worth on the school asks to hear about a gift (ux.md S4)."""
    limit = settings.declare_from
    if not limit:
        return {"gift_rule": "Your school asks to hear about every gift."}
    words = f"Your school asks to hear about gifts of {pounds(limit)} or more. Smaller ones are welcome here too."
    return {"gift_rule": words}
