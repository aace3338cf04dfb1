# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changing people: who holds which role, who stands in, who is away, who is not for whom, and when they leave."""
