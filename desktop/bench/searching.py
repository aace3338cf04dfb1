# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one search over a hundred policies of fifty pages: making its index, and what a key costs that is pressed.

In a processor's time, since others may be at work on the computer.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random
from time import process_time

from desktop.bench.measuring import Measured, most_memory
from desktop.helping.entries import policy_entries
from desktop.helping.index import Index
from desktop.people import PolicyLine
from desktop.policies.library import Kept
from desktop.policies.taking_in import model_code
from desktop.policies.version import Clause, Version

_CLAUSES, _WORDS = 150, 117  # fifty pages of 350 words
_INVENTED = 12_000
_FRAME = 16
_TYPED = ("s", "sa", "gift", "staff co", "a child tells you", "may i give a pupil a lift", "safegaurding", "xyz")
"""What stands in the box, key by key; one letter finds the most, and a slip is compared with the words there are."""


def bench_searching(policies: int) -> Iterator[Measured]:
    """Make the index of so many long policies, and look into it as somebody types."""
    entries = tuple(policy_entries(_policies(policies, Random(1))))  # noqa: S311 - invented texts, no secret
    began = process_time()
    words = Counter(word for entry in entries for text in entry.texts for word in re.findall(r"\w+", text.casefold()))
    raw = _ms(began)
    began = process_time()
    index = Index(entries)
    note = f"{words.total():,} words in {len(index):,} entries{most_memory()}"
    yield Measured(f"search: index of {policies} policies", _ms(began), raw, "ms", 10, note)
    costs = {typed: _cost(index, typed) for typed in _TYPED}
    worst = max(costs, key=lambda typed: costs[typed])
    yield Measured("search: the slowest of some keys", costs[worst], _FRAME, "ms", 1, f"“{worst}”")


def _cost(index: Index, typed: str) -> float:
    began = process_time()
    index.find(typed)
    return _ms(began)


def _ms(began: float) -> float:
    return (process_time() - began) * 1000


def _policies(count: int, chance: Random) -> Iterator[Kept]:
    """Policies of words from our own code and as many invented ones, the common ones more often, as in any text."""
    text = " ".join(clause.text for clause in model_code().clauses)
    words = [word for word, _ in Counter(re.findall(r"[a-z’]+", text.casefold())).most_common()]
    words += [f"{chance.choice(words)}{chance.choice(words)}" for _ in range(_INVENTED)]
    often = list(accumulate(1 / place for place in range(1, len(words) + 1)))
    for number in range(count):
        clauses = tuple(_clause(place, chance.choices(words, cum_weights=often, k=_WORDS)) for place in range(_CLAUSES))
        title = f"Policy {number}"
        line = PolicyLine(policy_id=f"policy-{number}", title=title, versions=(f"{number:064x}",))
        version = Version(policy_id=line.policy_id, title=title, edition="1", clauses=clauses)
        yield Kept(line=line, fingerprint=line.versions[-1], version=version)


def _clause(place: int, words: Sequence[str]) -> Clause:
    paragraphs = (" ".join(words[4:60]), " ".join(words[60:]))
    return Clause(clause_id=f"{place:012x}", number=f"{place}", heading=" ".join(words[:4]), paragraphs=paragraphs)
