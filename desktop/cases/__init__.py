# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cases: what entries say taken together, what may be recorded in them, and the rows by which they are found."""
