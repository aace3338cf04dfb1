# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Information that was shared outside the school, or not: what may be, what to look at again, the register."""
