# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The kinds of entries that keep a record or destroy it, and those that go along with the record they tell of."""

from desktop.registers.line import LINE
from desktop.slips import SLIP
from storage.grants import GRANT

HOLD = "hold"
HOLD_LIFTED = "hold_lifted"
DISPOSAL = "disposal"
SIGNATURE = "disposal_signature"
DONE = "disposal_done"
PENSION_AGE = "pension_age"

KEEPING = frozenset({DISPOSAL, SIGNATURE, DONE})
"""What stays once a record was destroyed: that it was, by which rule, and by whom."""

CHECKED_APART = KEEPING | {HOLD_LIFTED, PENSION_AGE}
"""What desktop.retention records, after checks of its own; a hold is an act like others."""

GOES_ALONG = frozenset(
    {"access", "export", "file_copy", "access_pack", GRANT, HOLD, HOLD_LIFTED, PENSION_AGE, LINE, SLIP}
)
"""What is as old as the record that it is about, and goes with it where no proposal names it (11.9, access log)."""
