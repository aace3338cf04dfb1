# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people declare about themselves: gifts, ties and other work. Pure readings of the answers to those forms."""
