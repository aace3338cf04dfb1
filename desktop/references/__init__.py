# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may stand in a reference about somebody, and by which rules the rest is left out (requirements.md F41)."""
