# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The slip that goes with a walk-up's report: what the return phrase opens before anybody has answered.

The report itself is not sealed to the phrase: who finds the five words must not find whom it is about, what it says, or
who wrote it. The slip says which case it is, who read it first and who decides; nothing of what was reported, and only
the day.
It is signed with the phrase's own key, so that no reader can make another one.
"""

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from desktop.people import PersonId
from storage.compose import Audience, Composed, Content, compose_walk_up
from storage.reply_key import ReturnKeys
from storage.strictjson import shaped

SLIP = "slip"


class Slip(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands in it: who could open the report, in the order of the route, and who decides, if anybody does."""

    readers: tuple[PersonId, ...]
    decider: PersonId | None


def seal_slip(slip: Slip, content: Content, audience: Audience, school: str, keys: ReturnKeys) -> Composed:
    """Sign a slip with the phrase's key, and seal it to the phrase and to the report's readers.

    The readers sign for it, so that it is not offered for ever; where they fill every slot, one of them goes without.
    `content` is the report's, with its case. Raises KnownError as `compose_walk_up`.
    """
    said = replace(content, kind=SLIP, data=msgspec.to_builtins(slip))
    to = Audience(audience.keys[: audience.slots - 1], audience.slots, keys.recipient)
    return compose_walk_up(said, to, school, None, keys.signing)


def read_slip(data: Mapping[str, object]) -> Slip | None:
    """Read the data of a slip; None for what another Candour wrote otherwise."""
    return shaped(data, Slip)
