# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reviewers' side: inbox, record, decision. Everything of a case on one screen; nothing waits for disk."""
