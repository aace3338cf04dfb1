# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long records are kept, what keeps them longer, and how two people have one destroyed (requirements.md F54)."""
