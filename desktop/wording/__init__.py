# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words to think about in what somebody writes: a hint, which stops nothing."""
