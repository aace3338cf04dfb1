# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The clauses that something rests on, read beside it: from a form, its check page, a record, a decision, a pattern."""
