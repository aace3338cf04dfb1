# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reviewers' page of registers: gifts, ties and notices, their totals, and who has not answered yet."""
