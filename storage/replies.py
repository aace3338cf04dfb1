# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything in the exchange that a return phrase opens. Nothing is kept of it: not that somebody looked, not what for.

Only the key tells what was sealed to it, so each envelope is tried. Wrong words cost exactly as much as right ones.
"""

from collections.abc import Callable
from datetime import datetime

from storage.constants import ENVELOPE_MAX
from storage.exchange import Area, Exchange
from storage.ingest import examine
from storage.reply_key import ReturnKeys
from storage.verify import Addressee, VerifiedEntry

TOLD_EVERY = 50
"""After how many envelopes it is told how far the search is."""


def sealed_to_phrase(
    exchange: Exchange, keys: ReturnKeys, school: str, now: datetime, progress: Callable[[int, int], None]
) -> tuple[VerifiedEntry, ...]:
    """Find every entry that is sealed to a phrase and names it, each once. Slow: about a millisecond for an envelope.

    `progress` is handed the number of envelopes tried and of all, and may raise to stop. Whatever is damaged, forged
    or sealed on without being addressed to the phrase is passed over. Raises KnownError(EXCHANGE_*).
    """
    me = Addressee(school, frozenset(), keys.recipient)
    listing = exchange.names(Area.ENVELOPES)
    found: dict[str, VerifiedEntry] = {}
    for done, listed in enumerate(listing):
        if done % TOLD_EVERY == 0:
            progress(done, len(listing))
        data = exchange.read(Area.ENVELOPES, listed.name, ENVELOPE_MAX)
        entry = examine(listed, data, me, (keys.identity,), now).entry
        if entry is not None:
            found[entry.eid] = entry
    progress(len(listing), len(listing))
    return tuple(found.values())
