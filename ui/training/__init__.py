# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Training and induction in the windows: the register behind a card of Reports, and somebody's own page."""
