# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Documents to hand on: built in memory from values, the same bytes from the same values, people's words as plain text.

Import from here only where a document is made: reportlab takes a third of a second to load.
"""
