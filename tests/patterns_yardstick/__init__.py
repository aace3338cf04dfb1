# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The yardstick of the pattern engine: invented schools in which it is known what is there, and what was found of it.

`python -m tests.patterns_yardstick --size primary --seeds 10` prints a table. Recall on invented schools ranks engines;
it says nothing about finding abuse (patterns.md §9).
"""
