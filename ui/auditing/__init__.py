# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The audit: who did what with the records, for the eyes of those who may read them (ux.md R13)."""
