# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The calendar of duties: what a school does each year or term, by when, and whether it was done (F65)."""
