# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether something may be recorded as shared outside the school: a table of rules (resources/sharing). Pure.

A refusal keeps nobody from telling the police or the local authority, whom no rule names (practice.md R48).
"""

from collections.abc import Mapping
from functools import cache

import msgspec

import resources
from desktop.cases.refusals import Refusal
from desktop.forms.conditions import hold
from desktop.forms.spec import Condition

DISCLOSURE, NOT_SHARED = "disclosure", "not_shared"
"""The acts: what went out, and the decision that it does not."""


class SharingRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule: what is said when all of its conditions hold, and whose rule it is."""

    refusal: Refusal
    when: tuple[Condition, ...]
    source: str


class _Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    disclosure: tuple[SharingRule, ...]


def not_to_be_shared(answers: Mapping[str, object]) -> Refusal | None:
    """Say why a disclosure as answered is not recorded, by the first rule that holds; None where it may be."""
    return next((rule.refusal for rule in sharing_rules() if hold(rule.when, answers)), None)


@cache
def sharing_rules() -> tuple[SharingRule, ...]:
    """The rules that we ship, in the order in which they are asked."""
    return msgspec.toml.decode(resources.text("sharing/rules.toml"), type=_Rules).disclosure
