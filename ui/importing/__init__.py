# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What every import of a table shows: which column is which, what words mean, what would become of the rows."""
