# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The report to governors: what it counts, what it prints of that, in which words, and that it was issued (F16)."""
