# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings: a list of pages at the left, a page at the right (ux.md A5)."""
