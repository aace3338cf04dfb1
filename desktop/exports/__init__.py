# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What leaves Candour: tables in four formats, bundles, protection, and what each purpose leaves out."""
