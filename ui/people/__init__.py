# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""People, and what is on record about each: the list, the page, looking back (ux.md R4 and R5)."""
