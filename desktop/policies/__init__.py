# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The school's policies: read from its own documents, parted into clauses, kept as versions that can be compared."""
