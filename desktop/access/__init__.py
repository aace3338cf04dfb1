# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Answering somebody who asks for their own data (requirements.md F55; practice.md R52 to R54; ux.md R12)."""
