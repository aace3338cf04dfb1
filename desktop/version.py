# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which Candour this is. pyproject.toml says the same; a test holds them together."""

VERSION = "0.1.0"
