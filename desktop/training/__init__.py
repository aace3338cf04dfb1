# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Training and induction: who was trained in what, when it is due again, and how many are (requirements.md F34)."""
