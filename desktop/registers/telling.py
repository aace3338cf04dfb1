# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A register's rows in words: one text for each column. The labels are those of the forms; the rest is data.

Pure but for reading the words once.
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache

import resources
from desktop.clocks import short_date_words
from desktop.forms import FormSpec, fill
from desktop.forms.summary import pounds
from desktop.people import PersonId, School
from desktop.registers.declared import Declared, Register
from desktop.registers.listing import RegisterRow
from desktop.routing import Part

COLUMNS: Mapping[Register, tuple[str, ...]] = {
    Register.GIFTS: ("on", "who", "what", "giver", "worth", "state", "reference"),
    Register.TIES: ("on", "who", "tie", "whom", "review", "state", "reference"),
    Register.PERMISSIONS: ("on", "who", "permission", "until", "state", "reference"),
    Register.NOTICES: ("on", "who", "form", "state", "reference"),
    Register.SHARED: ("on", "by", "recipient", "basis", "review", "state", "reference"),
    Register.BREACHES: ("on", "by", "lost", "device", "safe", "contained", "state", "reference"),
}
"""The columns of each register, in order."""


class Telling:
    """Tells rows with the forms and the people of one school."""

    def __init__(self, forms: Mapping[str, FormSpec], school: School) -> None:
        """Take the forms, with the lists as the school has them, and the school."""
        self._forms = forms
        self._school = school
        self._cells: Mapping[str, Callable[[RegisterRow], str]] = {
            "on": lambda row: short_date_words(row.declared.on),
            "who": lambda row: self.who(row.declared),
            "what": lambda row: self.what(row.declared),
            "giver": lambda row: self.giver(row.declared),
            "worth": lambda row: self.worth(row.declared),
            "tie": lambda row: self._tie(row.declared),
            "whom": lambda row: self._whom(row.declared),
            "permission": lambda row: self.label(row.declared, "kind"),
            "until": lambda row: short_date_words(row.declared.until) if row.declared.until else "",
            "form": lambda row: self._title(row.declared.form),
            "by": lambda row: self.who(row.declared),
            "recipient": lambda row: self._recipient(row.declared),
            "lost": lambda row: self.label(row.declared, "kind") or words("short")["unsaid"],
            "device": lambda row: row.declared.text("device"),
            "safe": lambda row: self._safe(row.declared),
            "contained": lambda row: self.label(row.declared, "is_contained"),
            "basis": lambda row: self.label(row.declared, "basis"),
            "review": lambda row: short_date_words(row.declared.review_on) if row.declared.review_on else "",
            "state": self.state,
            "reference": lambda row: row.reference,
        }

    def cell(self, row: RegisterRow, column: str) -> str:
        """What stands in one column of a row."""
        return self._cells[column](row)

    def cells(self, row: RegisterRow) -> tuple[str, ...]:
        """What stands in a row: a text for each of its register's columns. It is also what a search looks through."""
        return tuple(self.cell(row, column) for column in COLUMNS[row.declared.register])

    def who(self, declared: Declared) -> str:
        """Who declared it: the name on the staff list, or the one that a walk-up gave."""
        listed = self._school.people.get(declared.who) if declared.who else None
        return listed.name if listed else declared.claims

    def job(self, declared: Declared) -> str:
        """Who declared it, by job alone."""
        listed = self._school.people.get(declared.who) if declared.who else None
        return (listed.job if listed else "") or words("short")["no_job"]

    def what(self, declared: Declared) -> str:
        """What kind of gift it was, which way it went, and whether it was not accepted."""
        parts = (
            self.label(declared, "kind"),
            words("direction").get(declared.text("direction"), ""),
            words("did").get(declared.text("did"), ""),
        )
        said = ", ".join(part for part in parts if part) or words("short")["unsaid"]
        return said[:1].upper() + said[1:]

    def giver(self, declared: Declared) -> str:
        """Whom it was from; of what somebody of the school gave, whom it went to."""
        known = declared.text("giver") or declared.text("given_to") or self.label(declared, "giver_type")
        return known or words("short")["nobody"]

    def worth(self, declared: Declared) -> str:
        """The worth to the penny, or in the words that were chosen."""
        if declared.pence is not None:
            return pounds(declared.pence)
        return self.label(declared, "worth_band") or words("short")["unsaid"]

    def state(self, row: RegisterRow) -> str:
        """How it stands; also whether it is late, and whether no more than this line may be seen."""
        state = words("states")[row.state]
        if row.declared.is_late:
            state = fill(words("short")["late"], {"state": state})
        return state if row.declared.part is Part.FULL else fill(words("short")["line"], {"state": state})

    def label(self, declared: Declared, name: str) -> str:
        """The label of a chosen answer; of one that this Candour does not know, its code."""
        said, form = declared.text(name), self._forms.get(declared.form)
        field = next((each for _, each in form.fields() if each.name == name), None) if form and said else None
        term = field.term(said) if field else None
        return term.label if term else said

    def _tie(self, declared: Declared) -> str:
        if declared.text("stands"):
            return fill(words("short")["applicant"], {"stands": declared.text("stands")})
        if declared.text("employer"):
            return words("short")["work"]
        return self.label(declared, "tie") or words("short")["colleague"]

    def _whom(self, declared: Declared) -> str:
        other = self._school.people.get(PersonId(declared.text("other_party")))
        names = (declared.text(name) for name in ("business_name", "other_name", "employer", "other_party"))
        return other.name if other else next((name for name in names if name), "")

    def _recipient(self, declared: Declared) -> str:
        parts = (self.label(declared, "recipient_type"), declared.text("recipient"))
        return ": ".join(part for part in parts if part)

    def _safe(self, declared: Declared) -> str:
        """How a lost device was protected."""
        known = ("is_encrypted", "was_locked", "was_wiped")
        return ", ".join(words("safe")[name] for name in known if declared.text(name) == "yes")

    def _title(self, form: str) -> str:
        spec = self._forms.get(form)
        return spec.title if spec else form


def heads(register: Register) -> tuple[str, ...]:
    """The headings of a register's columns."""
    return tuple(words("heads")[column] for column in COLUMNS[register])


def year_words(year: int) -> str:
    """A school year as people write it: "2025–26"."""
    return fill(words("short")["year"], {"first": str(year), "second": f"{(year + 1) % 100:02}"})


def words(section: str) -> Mapping[str, str]:
    """The fixed words of one section."""
    return _words()[section]


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(resources.text("registers/words.toml"))
    return found
