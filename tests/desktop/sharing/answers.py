# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Answers to the two acts of sharing, as a careful person would give them."""

Values = dict[str, object]

TO_POLICE: Values = {
    "recipient_type": "police",
    "recipient": "PC Dale, Northmere Police",
    "identity_check": "called_back",
    "purpose": "Their enquiry into the lift.",
    "basis": "child_safety",
    "consent": "not_sought",
    "consent_reason": "It could put the child at risk.",
    "objected": "no",
    "items": "The report of 12 March\nThe note of the talk with the office",
    "minimum": True,
    "person_told": "no",
    "person_told_why_not": "The police asked for that.",
    "channel": "secure_email",
    "on": "2026-03-12",
}
NOT_TO_PARENT: Values = {
    "recipient_type": "parent",
    "recipient": "Mrs Bell",
    "asked": "yes",
    "considered": "Telling her which member of staff it was.",
    "reason": "It would tell her about somebody else’s employment.",
    "told_them": "yes",
    "review_on": "2026-03-20",
}
