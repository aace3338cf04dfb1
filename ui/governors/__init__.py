# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page on which a report to governors is made: options on one side, the finished file on the other."""
