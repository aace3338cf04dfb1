# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Settings, deadlines: how long the first decision may take, term and closed days, how long records are kept."""

from ui.settings.context import SettingsContext
from ui.settings.kept_rows import KeptYearsRow
from ui.settings.setting_rows import DaysRow, MaybeNumberRow, NumberRow, TermsRow
from ui.settings.values_page import ValuesPage
from ui.settings.words import Settings, say


class DeadlinesPage(ValuesPage):
    """The page."""

    def __init__(self, context: SettingsContext) -> None:
        theme = context.theme
        rows = (
            NumberRow(theme, "decision_hours", Settings.DECISION_HOURS, Settings.DECISION_HINT),
            NumberRow(theme, "lado_working_days", Settings.LADO_DAYS, Settings.LADO_HINT),
            MaybeNumberRow(theme, "lado_hours", Settings.LADO_HOURS, Settings.LADO_HOURS_HINT),
            TermsRow(theme, "terms", Settings.TERMS, Settings.TERMS_HINT),
            NumberRow(theme, "report_threshold", Settings.REPORT_LEAST, Settings.REPORT_LEAST_HINT),
            DaysRow(theme, "closure_days", Settings.CLOSED_DAYS, Settings.CLOSED_HINT),
            KeptYearsRow(theme),
        )
        super().__init__(context, say(Settings.DEADLINES_TITLE), say(Settings.DEADLINES_FOR), rows)
