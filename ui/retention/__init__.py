# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keeping and deleting: what is due and why, what is kept, and what two people have destroyed."""
