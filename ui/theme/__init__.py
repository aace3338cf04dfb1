# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How Candour looks: tokens, fonts, icons, the palette and the one style sheet. Knows Qt and nothing about schools."""
