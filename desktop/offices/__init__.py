# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What offices hold that stands in no case, and how whoever comes into one gets what was sent before them."""
