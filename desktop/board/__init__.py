# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that is open, on one board: what, who sees to it, by when, and how it stands (F22, F25)."""
